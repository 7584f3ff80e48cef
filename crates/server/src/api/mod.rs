//! The routes, one file each.

mod actor_edit;
mod actors;
mod admin;
mod archive;
mod audit;
mod balance;
mod chains;
mod change;
mod contacts;
mod day;
mod deal;
mod documents;
mod events;
mod exports;
mod figures;
mod flow_edit;
mod flow_price;
mod flow_read;
mod flows;
mod health;
mod ideas;
mod imports;
mod invite;
mod jobs;
mod jobs_list;
mod lead;
mod lead_invite;
mod lead_log;
mod lead_move;
mod leads;
mod map;
mod me;
mod ogc;
mod oidc;
mod oidc_factor;
mod outlines;
mod overrides;
mod password;
mod projects;
mod reference;
mod refusals;
mod sankey;
mod second_factor;
mod security;
mod session;
mod session_demo;
mod site_edit;
mod sites;
mod staff;
mod territories;
mod territory;
mod tokens;
mod visits;

pub use session_demo::demo_address;

use crate::App;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The document as it is served: refusals told once, and how one comes in.
pub(crate) fn document(told: utoipa::openapi::OpenApi) -> utoipa::openapi::OpenApi {
    security::told(refusals::shared(told))
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "fe2i",
        description = "Flux économiques interentreprises : acteurs, flux, pistes, synergies d'un territoire."
    ),
    components(schemas(crate::problem::ProblemView))
)]
struct Document;

/// All routes under `/api/v1`, with their documentation.
pub(crate) fn router() -> OpenApiRouter<App> {
    let api = OpenApiRouter::new().merge(people()).merge(records()).merge(work()).merge(pictures());
    OpenApiRouter::with_openapi(Document::openapi())
        .nest("/api/v1", api)
        .merge(health::router())
        .merge(ogc::router())
}

fn people() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(session::options))
        .routes(routes!(session::login, session::logout))
        .routes(routes!(session_demo::login))
        .routes(routes!(me::get, me::put))
        .routes(routes!(second_factor::offer, second_factor::keep, second_factor::remove))
        .routes(routes!(oidc::start))
        .routes(routes!(oidc::callback))
        .routes(routes!(oidc_factor::finish))
        .routes(routes!(tokens::list, tokens::make))
        .routes(routes!(tokens::revoke))
        .routes(routes!(password::forgot))
        .routes(routes!(password::reset))
        .routes(routes!(invite::get, invite::post))
        .routes(routes!(admin::people, admin::add))
        .routes(routes!(admin::put))
        .routes(routes!(territories::list, territories::add))
        .routes(routes!(archive::backup))
        .routes(routes!(archive::territory))
        .routes(routes!(audit::audit))
        .routes(routes!(jobs_list::jobs))
}

fn records() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(actors::list))
        .routes(routes!(actors::get, actor_edit::put, actor_edit::delete))
        .routes(routes!(sites::list))
        .routes(routes!(sites::get, site_edit::put, site_edit::delete))
        .routes(routes!(flows::list))
        .routes(routes!(flow_read::read))
        .routes(routes!(flow_edit::put, flow_edit::delete))
        .routes(routes!(flow_price::read))
        .routes(routes!(contacts::list))
        .routes(routes!(contacts::put, contacts::delete))
        .routes(routes!(projects::list))
        .routes(routes!(projects::put, projects::delete))
        .routes(routes!(staff::post))
        .routes(routes!(ideas::list))
        .routes(routes!(ideas::put, ideas::delete))
        .routes(routes!(ideas::join))
}

fn work() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(territory::list))
        .routes(routes!(territory::get))
        .routes(routes!(day::get))
        .routes(routes!(leads::list))
        .routes(routes!(lead::get))
        .routes(routes!(lead::reasons))
        .routes(routes!(lead_move::post))
        .routes(routes!(lead_log::post))
        .routes(routes!(lead_invite::post))
        .routes(routes!(documents::attach))
        .routes(routes!(documents::get))
        .routes(routes!(documents::photo))
        .routes(routes!(documents::deliver))
        .routes(routes!(imports::upload))
        .routes(routes!(imports::confirm))
        .routes(routes!(imports::rejects))
        .routes(routes!(jobs::get, jobs::cancel))
        .routes(routes!(jobs::whatif))
        .routes(routes!(chains::menu, chains::plan))
        .routes(routes!(chains::study))
        .routes(routes!(chains::question))
        .routes(routes!(visits::list))
        .routes(routes!(visits::put, visits::delete))
        .routes(routes!(events::listen))
        .routes(routes!(events::atom))
}

fn pictures() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(map::get))
        .routes(routes!(outlines::list, outlines::put, outlines::delete))
        .routes(routes!(sankey::get))
        .routes(routes!(balance::get))
        .routes(routes!(figures::get))
        .routes(routes!(exports::get))
        .routes(routes!(overrides::list))
        .routes(routes!(overrides::put, overrides::delete))
        .routes(routes!(reference::search))
        .routes(routes!(reference::words))
        .routes(routes!(reference::get))
}
