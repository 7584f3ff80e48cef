//! Amounts that no site handles: nearly always a wrong unit or a period too many.

use model::{Finding, Flow, Severity};

/// More than the largest steelworks of Europe takes in, and more cooling water than the largest power station draws, per year.
const MOST: [(&str, f64); 2] = [("t/year", 2e7), ("m3/year", 1e11)];

/// Tells amounts beyond that; they are kept as written.
pub(super) fn tell(flows: &[Flow], findings: &mut Vec<Finding>) {
    for flow in flows.iter().filter(|flow| is_huge(flow)) {
        findings.push(
            Finding::new(Severity::Warning, "intake-quantity-huge", flow.evidence.source.clone())
                .with("wording", &*flow.wording)
                .with("stated", flow.stated.as_deref().unwrap_or_default()),
        );
    }
}

fn is_huge(flow: &Flow) -> bool {
    let Some(quantity) = &*flow.quantity else { return false };
    let beyond = |(unit, most): &(&str, f64)| {
        let unit = unit.parse().ok()?;
        Some(quantity.to(&unit).ok()?.range.mid() > *most)
    };
    MOST.iter().any(|limit| beyond(limit) == Some(true))
}
