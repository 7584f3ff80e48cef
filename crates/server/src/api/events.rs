//! What changes, told as it happens: server-sent events for open pages, an Atom feed for programs.

use crate::App;
use crate::http::Desk;
use crate::problem::{Answer, Refusals};
use access::Ability;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use std::convert::Infallible;
use std::fmt::Write;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::BroadcastStream;

/// Entries of the feed.
const ENTRIES: usize = 50;

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

/// The synergies that moved last.
#[utoipa::path(get, path = "/territories/{t}/changes.atom", tag = "territory", params(("t" = String, Path)),
    responses((status = 200, description = "RFC 4287", content_type = "application/atom+xml", body = String), Refusals))]
pub(super) async fn atom(desk: Desk) -> Answer<Response> {
    desk.needs(Ability::Triage)?;
    let whole = &desk.page.seen.whole;
    let mut entries: Vec<(chrono::DateTime<chrono::Utc>, String, String)> = whole
        .synergies
        .iter()
        .flat_map(|s| s.log.iter().enumerate().map(move |(place, line)| (s, place, line)))
        .map(|(s, place, line)| {
            let stage = desk.say(&format!("stage-{}", line.to.unwrap_or(s.stage)), &[]);
            let said = if line.text.is_empty() { stage } else { format!("{stage} : {}", line.text) };
            // Two lines may be of one instant; the place in the log tells them apart.
            (line.at, format!("{}:{place}", s.id), said)
        })
        .collect();
    entries.sort_by(|a, b| b.cmp(a));
    entries.truncate(ENTRIES);
    let updated = entries.first().map_or_else(|| desk.app.now(), |entry| entry.0).to_rfc3339();
    let name = escaped(&whole.territory.name);
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:fe2i:{}</id><title>{name}</title><updated>{updated}</updated><author><name>fe2i</name></author>",
        escaped(&desk.territory)
    );
    for (at, id, text) in entries {
        let (id, text, at) = (escaped(&id), escaped(&text), at.to_rfc3339());
        // Writing into a text cannot fail.
        let _ = write!(
            feed,
            "<entry><id>urn:fe2i:{id}</id><title>{text}</title><updated>{at}</updated><content>{id}</content></entry>"
        );
    }
    feed.push_str("</feed>\n");
    Ok(([(CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed).into_response())
}

fn escaped(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !c.is_control()).collect();
    clean.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
