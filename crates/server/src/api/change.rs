//! A line of the audit log in people's words: for the log and for the feed.

use super::jobs_list::Names;
use crate::shapes::AuditChange;
use serde_json::Value;
use store::Kind;
use wording::Lang;

/// What of a record is told as it was and as it is; prices are sealed elsewhere, and nothing of a contact is told.
const TOLD: [&str; 24] = [
    "/name",
    "/title",
    "/wording",
    "/stated",
    "/quality",
    "/fate/stated",
    "/fate/who",
    "/waste_code",
    "/confidentiality",
    "/evidence/source",
    "/evidence/date",
    "/stage",
    "/reason",
    "/next_step",
    "/due",
    "/headcount/stated",
    "/activity_label",
    "/address",
    "/commune",
    "/zone",
    "/day",
    "/text",
    "/state",
    "/value",
];
/// Letters of a value shown.
const LETTERS: usize = 120;

/// « flux, changement ».
pub(super) fn said(lang: Lang, line: &store::AuditLine) -> String {
    let what = match (&line.before, &line.after) {
        _ if line.erased => "did-erased",
        (None, Some(_)) => "did-created",
        (Some(_), None) => "did-deleted",
        _ => "did-changed",
    };
    let say = |key: &str| wording::message(lang, key, &[]);
    format!("{}, {}", say(&format!("record-{}", line.kind)), say(what))
}

/// What people call the record.
pub(super) fn name(line: &store::AuditLine, names: &Names) -> Option<String> {
    let body = line.after.as_ref().or(line.before.as_ref())?;
    let text = |key: &str| body.pointer(key).and_then(Value::as_str).map(str::to_owned);
    let site = || text("/site").and_then(|id| names.site(&id));
    let own = match line.kind {
        Kind::Contact => text("/actor").and_then(|id| names.actor(&id)),
        Kind::Visit => site(),
        Kind::Flow => text("/wording"),
        Kind::Synergy => names.resource(body.pointer("/lead/resource")?.as_str()?),
        _ => text("/name")
            .or_else(|| text("/title"))
            .or_else(|| text("/text"))
            .or_else(|| Some(line.id.clone())),
    };
    let parties = body.pointer("/parties").and_then(Value::as_array).into_iter().flatten();
    let mut parts: Vec<String> = parties.filter_map(|id| names.site(id.as_str()?)).collect();
    parts.extend(site().filter(|_| line.kind == Kind::Flow));
    let whole: Vec<String> = own.into_iter().chain((!parts.is_empty()).then(|| parts.join(", "))).collect();
    (!whole.is_empty()).then(|| cut(&whole.join(" — ")))
}

/// The told fields whose value is another one.
pub(super) fn changes(line: &store::AuditLine) -> Vec<AuditChange> {
    let noted =
        noted(line).map(|text| AuditChange { field: "text".to_owned(), before: None, after: Some(text) });
    let (Some(before), Some(after)) = (&line.before, &line.after) else { return noted.into_iter().collect() };
    if line.kind == Kind::Contact {
        return Vec::new();
    }
    let told = |body: &Value, key: &str| match body.pointer(key)? {
        Value::String(text) => Some(cut(text)),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let change = |key: &&str| {
        let (before, after) = (told(before, key), told(after, key));
        let field = key.trim_start_matches('/').trim_end_matches("/stated").rsplit('/').next().unwrap_or(key);
        (before != after).then(|| AuditChange { field: field.to_owned(), before, after })
    };
    TOLD.iter().filter_map(change).chain(noted).collect()
}

/// The words that a synergy's own log got.
fn noted(line: &store::AuditLine) -> Option<String> {
    let log = |body: &Option<Value>| {
        body.as_ref().and_then(|b| b.get("log")?.as_array().cloned()).unwrap_or_default()
    };
    let (before, after) = (log(&line.before), log(&line.after));
    let last = after.last().filter(|_| after.len() > before.len())?.get("text")?.as_str()?;
    (!last.is_empty()).then(|| cut(last))
}

fn cut(text: &str) -> String {
    let short: String = text.chars().take(LETTERS).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}
