//! Flows and exchanges of all files, each once, each on a known site.

use super::same::complete_flow;
use super::sites::Names;
use crate::text::fold;
use model::{Batch, Exchange, ExchangeId, Finding, Flow, FlowId, Message, Reject, Severity, SiteId, Text};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// All flows, in the order in which they first appear.
pub(super) fn merge_flows(batches: &mut [Batch], names: &Names, findings: &mut Vec<Finding>) -> Vec<Flow> {
    let mut flows: Vec<Flow> = Vec::new();
    let mut by_id: HashMap<FlowId, usize> = HashMap::new();
    for (ix, batch) in batches.iter_mut().enumerate() {
        let mut strangers = Strangers::of("intake-site-unknown");
        let mut content: HashMap<String, Text> = HashMap::new();
        for mut flow in std::mem::take(&mut batch.flows) {
            let Some(site) = names.resolve(ix, &flow.site) else {
                strangers.add(&flow.site, &flow.evidence.source);
                give_back(batch, &flow.evidence.source, &[&flow.site]);
                continue;
            };
            if names.is_renamed(ix, &flow.site) {
                flow.id = FlowId::from(format!("{}@{site}", flow.id));
            }
            flow.site = site.clone();
            if let Some(first) = twice(&flow, &mut content) {
                findings.push(first);
                continue;
            }
            if let Some(at) = by_id.get(&flow.id) {
                complete_flow(&mut flows[*at], &flow, findings);
            } else {
                by_id.insert(flow.id.clone(), flows.len());
                flows.push(flow);
            }
        }
        findings.extend(strangers.findings());
    }
    flows
}

/// A finding when one file says exactly the same on two lines: copied by mistake, and counted once.
fn twice(flow: &Flow, content: &mut HashMap<String, Text>) -> Option<Finding> {
    let mut bare = flow.clone();
    bare.id = FlowId::from("");
    bare.wording = fold(&flow.wording).into();
    Arc::make_mut(&mut bare.evidence).source = Text::from("");
    let key = serde_json::to_string(&bare).ok()?;
    let source = &flow.evidence.source;
    let first = content.insert(key.clone(), source.clone())?;
    content.insert(key, first.clone());
    // The same table read a second time has the same lines.
    (first != *source).then(|| {
        Finding::new(Severity::Info, "intake-line-twice", source)
            .with("first", first)
            .with("wording", &*flow.wording)
    })
}

/// All exchanges, in the order in which they first appear.
pub(super) fn merge_exchanges(
    batches: &mut [Batch],
    names: &Names,
    findings: &mut Vec<Finding>,
) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = Vec::new();
    let mut by_id: HashMap<ExchangeId, usize> = HashMap::new();
    for (ix, batch) in batches.iter_mut().enumerate() {
        let mut strangers = Strangers::of("intake-exchange-site-unknown");
        for exchange in std::mem::take(&mut batch.exchanges) {
            let exchange = match between_known(exchange, ix, names, &mut strangers) {
                Ok(exchange) => exchange,
                Err((source, unknown)) => {
                    give_back(batch, &source, &unknown.iter().collect::<Vec<_>>());
                    continue;
                }
            };
            if let Some(at) = by_id.get(&exchange.id) {
                complete_exchange(&mut exchanges[*at], &exchange, findings);
            } else {
                by_id.insert(exchange.id.clone(), exchanges.len());
                exchanges.push(exchange);
            }
        }
        findings.extend(strangers.findings());
    }
    exchanges
}

/// The exchange with the territory's names of its ends; otherwise its source and the ends that are unknown.
fn between_known(
    mut exchange: Exchange,
    batch: usize,
    names: &Names,
    strangers: &mut Strangers,
) -> Result<Exchange, (Text, Vec<SiteId>)> {
    let ends = [exchange.from.clone(), exchange.to.clone()];
    let (Some(from), Some(to)) = (names.resolve(batch, &ends[0]), names.resolve(batch, &ends[1])) else {
        let (source, mut unknown) = (exchange.evidence.source, Vec::from(ends));
        unknown.retain(|name| names.resolve(batch, name).is_none());
        for name in &unknown {
            strangers.add(name, &source);
        }
        return Err((source, unknown));
    };
    if ends.iter().any(|name| names.is_renamed(batch, name)) {
        exchange.id = ExchangeId::from(format!("{}@{from}@{to}", exchange.id));
    }
    (exchange.from, exchange.to) = (from.clone(), to.clone());
    Ok(exchange)
}

/// The line of a flow or exchange that could not enter goes back with the reason, and no longer counts as read.
fn give_back(batch: &mut Batch, source: &str, unknown: &[&SiteId]) {
    let Some(mut rejects) = batch.given_back.remove(source) else { return };
    rejects.retain(|reject: &Reject| {
        let value = reject.value.as_deref();
        unknown.iter().any(|name| value == Some(name.as_str()))
    });
    batch.report.records = batch.report.records.saturating_sub(1);
    batch.report.rejects.extend(rejects);
}

fn complete_exchange(kept: &mut Exchange, other: &Exchange, findings: &mut Vec<Finding>) {
    let differ = kept.quantity.as_ref().zip(other.quantity.as_ref()).is_some_and(|(a, b)| a != b);
    if differ {
        findings.push(
            Finding::new(Severity::Warning, "intake-contradiction", kept.id.as_str())
                .saying("field", Message::new("field-quantity"))
                .with("kept", kept.stated.as_deref().unwrap_or_default())
                .with("kept_source", &kept.evidence.source)
                .with("other", other.stated.as_deref().unwrap_or_default())
                .with("other_source", &other.evidence.source),
        );
        return;
    }
    if kept.quantity.is_none() {
        kept.quantity.clone_from(&other.quantity);
        kept.stated.clone_from(&other.stated);
    }
    kept.since = kept.since.or(other.since);
}

/// Sites that are named and that nobody describes: how often, and where first.
struct Strangers {
    key: &'static str,
    named: BTreeMap<SiteId, (usize, String)>,
}

impl Strangers {
    /// `key`: the finding that tells them.
    fn of(key: &'static str) -> Self {
        Self { key, named: BTreeMap::new() }
    }

    fn add(&mut self, name: &SiteId, source: &str) {
        self.named.entry(name.clone()).or_insert_with(|| (0, source.to_owned())).0 += 1;
    }

    fn findings(self) -> impl Iterator<Item = Finding> {
        let key = self.key;
        self.named.into_iter().map(move |(name, (count, source))| {
            Finding::new(Severity::Error, key, source).with("site", name).with("count", count)
        })
    }
}
