//! What changes, told as it happens: server-sent events for open pages, an Atom feed for programs.

use super::change;
use super::jobs_list::Names;
use crate::App;
use crate::http::Desk;
use crate::problem::{Answer, Refusals};
use access::Ability;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use std::convert::Infallible;
use std::fmt::Write;
use store::{AuditFilter, AuditLine, Kind};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::BroadcastStream;

/// Entries of the feed.
const ENTRIES: usize = 50;
/// Lines of the log they are made of.
const LINES: i64 = 500;
/// More records than this changed by one edit are told as one entry.
const TOGETHER: usize = 5;

/// `version`, `analysis` and `job` events of one territory.
#[utoipa::path(get, path = "/territories/{t}/events", tag = "territory", params(("t" = String, Path)),
    responses((status = 200, description = "Server-sent events", content_type = "text/event-stream", body = String), Refusals))]
pub(super) async fn listen(State(app): State<App>, desk: Desk) -> Response {
    let (here, there) = (desk.territory.clone(), desk.territory.clone());
    // Whoever lagged behind reads the version anew with the next event.
    let work = BroadcastStream::new(app.listen()).filter_map(move |event| {
        let event = event.ok().filter(|event| event.territory == here)?;
        Some(Event::default().event(event.name).data(event.data.to_string()))
    });
    let edits = BroadcastStream::new(app.store().subscribe()).filter_map(move |notice| {
        let notice = notice.ok().filter(|notice| notice.territory == there)?;
        Some(
            Event::default()
                .event("version")
                .data(serde_json::json!({ "version": notice.version }).to_string()),
        )
    });
    Sse::new(work.merge(edits).map(Ok::<_, Infallible>)).keep_alive(KeepAlive::default()).into_response()
}

/// What changed last, whoever changed it: flows, sites, synergies, projects, ideas; not who can be called.
#[utoipa::path(get, path = "/territories/{t}/changes.atom", tag = "territory", params(("t" = String, Path)),
    responses((status = 200, description = "RFC 4287", content_type = "application/atom+xml", body = String), Refusals))]
pub(super) async fn atom(desk: Desk) -> Answer<Response> {
    desk.needs(Ability::Triage)?;
    let lines = desk.app.store().audit(&desk.territory, &AuditFilter::default(), LINES).await?;
    let names = Names::read(&desk.app, &desk.territory).await?;
    let root = desk.app.config().public_url.clone().unwrap_or_default();
    let entries = entries(&desk, &names, &lines);
    let updated = lines.first().map_or_else(|| desk.app.now(), |line| line.at).to_rfc3339();
    let (territory, name) = (escaped(&desk.territory), escaped(&desk.page.seen.whole.territory.name));
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:fe2i:{territory}</id><title>{name}</title><updated>{updated}</updated><author><name>fe2i</name></author><link href=\"{root}/t/{territory}\"/>"
    );
    for entry in entries {
        let (id, at, by) = (escaped(&entry.id), entry.at.to_rfc3339(), escaped(&entry.by));
        let (title, text, path) = (escaped(&entry.title), escaped(&entry.text), escaped(&entry.path));
        // Writing into a text cannot fail.
        let _ = write!(
            feed,
            "<entry><id>urn:fe2i:{id}</id><title>{title}</title><updated>{at}</updated><author><name>{by}</name></author><link href=\"{root}{path}\"/><content>{text}</content></entry>"
        );
    }
    feed.push_str("</feed>\n");
    Ok(([(CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed).into_response())
}

/// An entry of the feed.
struct Entry {
    id: String,
    at: DateTime<Utc>,
    by: String,
    title: String,
    text: String,
    path: String,
}

/// Newest first; what one edit (an import) changed in many records is one entry.
fn entries(desk: &Desk, names: &Names, lines: &[AuditLine]) -> Vec<Entry> {
    let told: Vec<&AuditLine> =
        lines.iter().filter(|line| !matches!(line.kind, Kind::Contact | Kind::Mapping)).collect();
    let edits = told.chunk_by(|a, b| a.version == b.version);
    let each = edits.flat_map(|edit| {
        if edit.len() > TOGETHER { &edit[..1] } else { edit }.iter().map(move |line| (edit, *line))
    });
    each.take(ENTRIES).map(|(edit, line)| entry(desk, names, edit.len(), line)).collect()
}

fn entry(desk: &Desk, names: &Names, edit: usize, line: &AuditLine) -> Entry {
    let many = edit > TOGETHER;
    let said = change::said(desk.lang, line);
    let name = change::name(line, names);
    let changes = change::changes(line).into_iter().map(|one| {
        let after = one.after.unwrap_or_else(|| "—".to_owned());
        one.before.map_or_else(|| after.clone(), |before| format!("{before} → {after}"))
    });
    let title = match name {
        _ if many => desk.say("changes-many", &[("count", edit.into())]),
        Some(name) => format!("{said} : {name}"),
        None => said,
    };
    let page = match line.kind {
        _ if many => String::new(),
        Kind::Flow => format!("/flux?open={}", line.id),
        Kind::Site => format!("/acteurs?open={}", line.id),
        Kind::Synergy => format!("/pistes?lead={}", line.id),
        Kind::Project => format!("/projets?open={}", line.id),
        _ => String::new(),
    };
    let text: Vec<String> = changes.collect();
    Entry {
        id: format!("{}:{}:{}", desk.territory, line.version, line.rank),
        at: line.at,
        by: names.person(&line.author),
        text: if text.is_empty() || many { title.clone() } else { text.join(" ; ") },
        title,
        path: format!("/t/{}{page}", desk.territory),
    }
}

fn escaped(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !c.is_control()).collect();
    clean.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
