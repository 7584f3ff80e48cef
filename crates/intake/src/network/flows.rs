//! The flows of a network: what one gives, what the other takes, and the exchange between them.

use super::actors::Actors;
use super::{Document, list, reject, text};
use crate::{FlowIds, Options, exchange_id, fold, value};
use chrono::{Datelike, NaiveDate};
use model::{
    Basis, Batch, Direction, Evidence, Exchange, ExchangeState, Finding, Flow, Message, Severity, SiteId,
};
use reference::WasteCode;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// The key at fault and why.
type Fault = (&'static str, Message);

/// One line of the document, understood.
struct Line {
    from: SiteId,
    giver: String,
    to: SiteId,
    taker: String,
    wording: String,
    /// What the giver does with it and what the taker does.
    ways: [Direction; 2],
    code: Option<WasteCode>,
    usage: Option<String>,
    stated: Option<String>,
    state: ExchangeState,
    since: Option<i32>,
    evidence: Evidence,
}

/// Reads the list into the batch. A resource given to several takers is one flow with several takers named.
pub(super) fn read(
    entries: &[Value],
    about: &Document<'_>,
    actors: &Actors,
    options: &Options<'_>,
    batch: &mut Batch,
) {
    let mut ids = FlowIds::new("network");
    let mut seen = HashMap::new();
    let mut exchanges = HashSet::new();
    let mut doubles = 0;
    for (ix, entry) in entries.iter().enumerate() {
        if text(entry, "duplicate_of").is_some() {
            doubles += 1;
            continue;
        }
        match line(entry, ix + 1, about, actors, options, &mut batch.findings) {
            Ok(line) => {
                batch.report.records += 1;
                let exchange = exchange(&line, &about.prefix);
                add_flows(&line, &mut ids, &mut seen, &mut batch.flows);
                if exchanges.insert(exchange.id.clone()) {
                    batch.exchanges.push(exchange);
                }
            }
            Err((key, reason)) => batch.report.rejects.push(reject("flows", ix + 1, entry, key, reason)),
        }
    }
    if doubles > 0 {
        batch.report.skipped.push(("skip-double".to_owned(), doubles));
    }
}

fn line(
    entry: &Value,
    rank: usize,
    about: &Document<'_>,
    actors: &Actors,
    options: &Options<'_>,
    findings: &mut Vec<Finding>,
) -> Result<Line, Fault> {
    let end = |key: &'static str| {
        let stated = text(entry, key);
        stated.as_deref().and_then(|id| actors.get(id)).ok_or_else(|| {
            let stated = stated.unwrap_or_default();
            let reason = Message::new("refused-network-actor").with("key", key).with("actor", stated);
            (key, reason)
        })
    };
    let ((from, giver), (to, taker)) = (end("from")?, end("to")?);
    let wording = text(entry, "resource")
        .ok_or_else(|| ("resource", Message::new("refused-network-key").with("key", "resource")))?;
    let id = text(entry, "id").unwrap_or_else(|| format!("flows[{rank}]"));
    let place = format!("{}#{id}", about.file());
    let (ways, state) = (ways(entry, &place, findings), state(entry, &place, findings));
    let since = text(entry, "year").and_then(|year| year.get(..4)?.parse().ok());
    let own = text(entry, "source").map_or_else(String::new, |source| format!("{source} ; "));
    Ok(Line {
        from: from.clone(),
        giver: giver.clone(),
        to: to.clone(),
        taker: taker.clone(),
        wording,
        ways,
        code: code(entry, since, options.day, &place, options, findings),
        usage: text(entry, "use"),
        stated: text(entry, "quantity"),
        state,
        since: since.filter(|year| (1700..=options.day.year() + 30).contains(year)),
        evidence: Evidence::new(Basis::Documented, format!("{place} ({own}{})", about.sources)),
    })
}

fn ways(entry: &Value, about: &str, findings: &mut Vec<Finding>) -> [Direction; 2] {
    let class = fold(&text(entry, "exchange_class").unwrap_or_default());
    match class.as_str() {
        "product" => [Direction::Sells, Direction::TakesIn],
        "mutualisation" | "service" | "sharing" => [Direction::CanShare, Direction::Needs],
        "by product" | "utility" => [Direction::GivesOut, Direction::TakesIn],
        _ => {
            let finding = Finding::new(Severity::Info, "intake-network-class-unknown", about);
            findings.push(finding.with("value", class));
            [Direction::GivesOut, Direction::TakesIn]
        }
    }
}

/// How far the exchange is. What is not said to run is not counted as running.
fn state(entry: &Value, about: &str, findings: &mut Vec<Finding>) -> ExchangeState {
    let status = fold(&text(entry, "status").unwrap_or_default());
    let starts = |words: &[&str]| words.iter().any(|word| status.starts_with(word));
    if starts(&["implement", "running", "operat", "realis"]) {
        return ExchangeState::Running;
    }
    if starts(&["ended", "stop", "discontinu", "abandon", "former", "closed"]) {
        return ExchangeState::Ended;
    }
    if !starts(&["plan", "feasib", "stud", "project", "propos", "potential"]) {
        let finding = Finding::new(Severity::Warning, "intake-network-status-unknown", about);
        findings.push(finding.with("value", status));
    }
    ExchangeState::Planned
}

/// The first waste code that existed in the year of the flow, or on the day of reading.
fn code(
    entry: &Value,
    year: Option<i32>,
    day: NaiveDate,
    about: &str,
    options: &Options<'_>,
    findings: &mut Vec<Finding>,
) -> Option<WasteCode> {
    let then = year.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31)).filter(|then| *then < day);
    let (mut codes, mut stated) = (Vec::new(), Vec::new());
    for text in list(entry, "low_codes").iter().filter_map(Value::as_str) {
        stated.push(text);
        let read = |day| value::waste_code(text, day, options.reference);
        match read(day).or_else(|reason| then.map_or(Err(reason), read)) {
            Ok(read) => codes.push(read.code),
            Err(reason) => findings.push(
                Finding::new(Severity::Warning, "intake-network-code-unknown", about)
                    .with("value", text)
                    .saying("reason", reason),
            ),
        }
    }
    if codes.len() > 1 {
        let finding = Finding::new(Severity::Info, "intake-network-codes-many", about);
        findings.push(finding.with("kept", codes[0]).with("stated", stated.join(", ")));
    }
    codes.first().copied()
}

fn add_flows(
    line: &Line,
    ids: &mut FlowIds,
    seen: &mut HashMap<(SiteId, Direction, String), usize>,
    flows: &mut Vec<Flow>,
) {
    let ends = [(&line.from, &line.taker), (&line.to, &line.giver)];
    for ((site, other), way) in ends.into_iter().zip(line.ways) {
        let key = (site.clone(), way, fold(&line.wording));
        if let Some(&known) = seen.get(&key) {
            if line.state == ExchangeState::Running {
                name_also(&mut flows[known], other);
            }
            continue;
        }
        seen.insert(key, flows.len());
        let id = ids.next(site, way, &line.wording);
        let mut flow = Flow::worded(id, site.clone(), way, line.wording.clone(), line.evidence.clone());
        flow.waste_code = line.code;
        flow.waste_code_stated = line.code.is_some();
        flow.stated = line.stated.clone().into();
        if line.state == ExchangeState::Running {
            flow.fate.who = Some(other.clone());
            flow.fate.stated.clone_from(&line.usage);
        }
        flows.push(flow);
    }
}

fn name_also(flow: &mut Flow, other: &str) {
    flow.fate.who = match flow.fate.who.take() {
        None => Some(other.to_owned()),
        Some(who) if who.split(" ; ").any(|known| known == other) => Some(who),
        Some(who) => Some(format!("{who} ; {other}")),
    };
}

fn exchange(line: &Line, prefix: &str) -> Exchange {
    Exchange {
        id: exchange_id(prefix, &line.from, &line.to, &line.wording),
        from: line.from.clone(),
        to: line.to.clone(),
        wording: line.wording.clone(),
        resource: None,
        quantity: None,
        stated: line.stated.clone(),
        since: line.since,
        state: line.state,
        evidence: line.evidence.clone(),
    }
}
