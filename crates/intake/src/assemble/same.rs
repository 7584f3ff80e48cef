//! Completing what one file says with what another says of the same thing.

use crate::text::fold;
use model::{Basis, Finding, Flow, Headcount, Message, Place, Precision, Severity, Site};
use reference::ActivityCode;
use std::cmp::Ordering;

/// Farther apart than this, km, two exact places of one site contradict each other.
const SAME_PLACE_KM: f64 = 0.5;

/// Fills what is missing in a field; tells when both are there and do not agree.
struct Completion<'a> {
    /// What it is about: the id of the site or the flow.
    about: &'a str,
    kept_source: &'a str,
    other_source: &'a str,
    severity: Severity,
    findings: &'a mut Vec<Finding>,
}

impl Completion<'_> {
    fn field<T: Clone>(
        &mut self,
        name: &str,
        kept: &mut Option<T>,
        other: Option<&T>,
        agree: impl Fn(&T, &T) -> bool,
        show: impl Fn(&T) -> String,
    ) {
        match (kept.as_ref(), other) {
            (None, Some(other)) => *kept = Some(other.clone()),
            (Some(mine), Some(other)) if !agree(mine, other) => {
                let (kept, other) = (show(mine), show(other));
                self.tell(name, kept, other);
            }
            _ => {}
        }
    }

    fn tell(&mut self, name: &str, kept: String, other: String) {
        self.findings.push(
            Finding::new(self.severity, "intake-contradiction", self.about)
                .saying("field", Message::new(name))
                .with("kept", kept)
                .with("kept_source", self.kept_source)
                .with("other", other)
                .with("other_source", self.other_source),
        );
    }
}

fn same_text(a: &str, b: &str) -> bool {
    fold(a) == fold(b)
}

/// Codes of two versions cannot be compared; a class and its sub-class agree.
fn same_activity(a: &ActivityCode, b: &ActivityCode) -> bool {
    a.version != b.version || a.code.starts_with(&b.code) || b.code.starts_with(&a.code)
}

/// A band and a number within it agree.
fn same_headcount(a: &Headcount, b: &Headcount) -> bool {
    a.people.low() <= b.people.high() && b.people.low() <= a.people.high()
}

/// Completes a site with what another file says of it. Names and addresses are written in too many ways to be called contradictions.
pub(super) fn complete_site(kept: &mut Site, other: &Site, findings: &mut Vec<Finding>) {
    // What had only a point until now takes its name, its actor and its evidence from who describes it.
    if kept.name.is_empty() {
        kept.name.clone_from(&other.name);
        kept.actor.clone_from(&other.actor);
        kept.evidence = other.evidence.clone();
    }
    // A register writes its firms in capitals; who knows them writes what they are called, whichever file comes first.
    let spelled = (kept.evidence.basis, other.evidence.basis) == (Basis::Register, Basis::Declared);
    if spelled && !other.name.is_empty() {
        kept.name.clone_from(&other.name);
    }
    let (about, kept_source) = (kept.id.to_string(), kept.evidence.source.clone());
    let mut completion = Completion {
        about: &about,
        kept_source: &kept_source,
        other_source: &other.evidence.source,
        severity: Severity::Warning,
        findings,
    };
    let show = |text: &String| text.clone();
    completion.field(
        "field-siret",
        &mut kept.siret,
        other.siret.as_ref(),
        |a, b| a == b,
        ToString::to_string,
    );
    completion.field(
        "field-activity",
        &mut kept.activity,
        other.activity.as_ref(),
        same_activity,
        ToString::to_string,
    );
    completion.field("field-headcount", &mut kept.headcount, other.headcount.as_ref(), same_headcount, |h| {
        h.stated.clone()
    });
    completion.field(
        "field-commune",
        &mut kept.commune,
        other.commune.as_ref(),
        |a, b| same_text(a, b),
        show,
    );
    completion.field("field-zone", &mut kept.zone, other.zone.as_ref(), |a, b| same_text(a, b), show);
    completion.field("field-address", &mut kept.address, other.address.as_ref(), |_, _| true, show);
    completion.field(
        "field-activity-label",
        &mut kept.activity_label,
        other.activity_label.as_ref(),
        |_, _| true,
        show,
    );
    let better = |a: &Place, b: &Place| b.precision < a.precision;
    if kept.place.as_ref().zip(other.place.as_ref()).is_some_and(|(a, b)| better(a, b)) {
        kept.place = other.place;
    }
    completion.field("field-coordinates", &mut kept.place, other.place.as_ref(), same_place, |p| {
        format!("{} {}", p.lat, p.lon)
    });
}

fn same_place(a: &Place, b: &Place) -> bool {
    let exact = a.precision == Precision::Exact && b.precision == Precision::Exact;
    // A distance that is not a number is no reason to complain here: the check of places will.
    !exact || a.km_to(*b).partial_cmp(&SAME_PLACE_KM) != Some(Ordering::Greater)
}

/// Completes a flow with what another file says of it.
pub(super) fn complete_flow(kept: &mut Flow, other: &Flow, findings: &mut Vec<Finding>) {
    let (about, kept_source) = (kept.id.to_string(), kept.evidence.source.clone());
    let mut completion = Completion {
        about: &about,
        kept_source: &kept_source,
        other_source: &other.evidence.source,
        severity: Severity::Warning,
        findings,
    };
    let show = |text: &String| text.clone();
    // The words that could not be read make room for those that could.
    if kept.quantity.is_none() && other.quantity.is_some() {
        kept.stated.clone_from(&other.stated);
    }
    completion.field(
        "field-quantity",
        &mut kept.quantity,
        other.quantity.as_ref(),
        |a, b| a == b,
        |q| format!("{} {}", q.range.mid(), q.unit),
    );
    completion.field(
        "field-price",
        &mut kept.price,
        other.price.as_ref(),
        |a, b| a.value == b.value,
        |p| p.stated.clone(),
    );
    if kept.waste_code.is_none() {
        kept.waste_code_stated = other.waste_code_stated;
    }
    completion.field(
        "field-waste-code",
        &mut kept.waste_code,
        other.waste_code.as_ref(),
        |a, b| a == b,
        ToString::to_string,
    );
    completion.field("field-stated", &mut kept.stated, other.stated.as_ref(), |_, _| true, show);
    completion.field(
        "field-season",
        &mut kept.season,
        other.season.as_ref(),
        |a, b| a == b,
        |s| format!("{:?}", s.0),
    );
    completion.field("field-quality", &mut kept.quality, other.quality.as_ref(), |_, _| true, show);
    completion.field(
        "field-tonnes",
        &mut kept.tonnes,
        other.tonnes.as_ref(),
        |_, _| true,
        |t| t.mid().to_string(),
    );
    completion.field(
        "field-operation",
        &mut kept.fate.operation,
        other.fate.operation.as_ref(),
        |a, b| a == b,
        show,
    );
    completion.field(
        "field-fate",
        &mut kept.fate.stated,
        other.fate.stated.as_ref(),
        |a, b| same_text(a, b),
        show,
    );
    completion.field("field-who", &mut kept.fate.who, other.fate.who.as_ref(), |a, b| same_text(a, b), show);
    // Of two opinions on who may read it, the stricter one holds.
    kept.confidentiality = kept.confidentiality.max(other.confidentiality);
}
