//! Posts: hours, full-time equivalents, supervision, aid, by the kind of insertion structure.

use super::{Chain, SizeCost};
use chrono::NaiveDate;
use reference::{Missing, Plant, Post, Qualification, Reference};
use units::{Range, Unit};

/// The posts of one kind in a plan.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Posts {
    /// ROME code.
    pub rome: String,
    /// True when an insertion structure may fill them.
    pub insertion: bool,
    /// Asked for on entry.
    pub entry: Qualification,
    /// Reached on exit.
    pub exit: Qualification,
    /// Hours a year.
    pub hours: Range,
    /// EUR a year, loaded, before aid.
    pub cost: Range,
}

/// What a kind of insertion structure would make of the insertion hours.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Staffing {
    /// `aci`, `ei`, `etti`, `ai`, `eiti`.
    pub kind: String,
    /// Full-time equivalents in insertion: hours worked over the hours that a full-time employee works, not those paid.
    pub fte: Range,
    /// Full-time equivalents of supervision.
    pub supervisors: Range,
    /// EUR a year of public aid at its amount of the day.
    pub aid: Range,
    /// EUR a year of supervision per insertion FTE.
    pub supervision_per_fte: Range,
    /// EUR a year left to pay per insertion FTE once aided, supervision in.
    pub cost_per_fte: Option<Range>,
}

/// Kinds of insertion structures that run workshops, in the order of the figures.
const KINDS: [&str; 5] = ["aci", "ei", "etti", "ai", "eiti"];

/// The figure of the hours that somebody employed full time by a kind of structure works in a year. The aid of an ACI is for 1,820 *paid*
/// hours, holidays in; the posts count hours *worked*.
pub fn worked(kind: &str) -> String {
    let family = if kind == "aci" { "insertion.worked" } else { "insertion.hours" };
    format!("{family}.{kind}")
}

/// The posts that a size needs to take in so many input units a year.
pub fn posts(plant: &Plant, chain: &Chain, size: &SizeCost, input: f64) -> Vec<Posts> {
    plant
        .posts
        .iter()
        .zip(chain.costs.work(size.by_hand))
        .map(|(post, work)| of(post, work.hours, work.cost, input))
        .collect()
}

fn of(post: &Post, hours: Range, cost_hour: Range, input: f64) -> Posts {
    let hours = hours.scale(input);
    Posts {
        rome: post.rome.clone(),
        insertion: post.insertion,
        entry: post.entry,
        exit: post.exit,
        hours,
        cost: hours.times(cost_hour),
    }
}

/// How each kind of structure would staff the insertion posts; a kind whose figures are missing on that day is left out and named.
pub fn staffing(
    reference: &Reference,
    day: NaiveDate,
    posts: &[Posts],
    supervision: Range,
) -> (Vec<Staffing>, Vec<Missing>) {
    let insertion: Vec<&Posts> = posts.iter().filter(|post| post.insertion).collect();
    let hours = insertion.iter().fold(Range::ZERO, |sum, post| sum + post.hours);
    let cost = insertion.iter().fold(Range::ZERO, |sum, post| sum + post.cost);
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for kind in KINDS {
        match of_kind(reference, day, kind, hours, cost, supervision) {
            Ok(staffing) => found.push(staffing),
            Err(why) => missing.push(why),
        }
    }
    (found, missing)
}

fn of_kind(
    reference: &Reference,
    day: NaiveDate,
    kind: &str,
    hours: Range,
    cost: Range,
    supervision: Range,
) -> Result<Staffing, Missing> {
    let figure = |id: String, unit: &str| -> Result<Range, Missing> {
        let known = reference.figures.on(&id, day)?;
        let unit: Unit = unit.parse().map_err(|_| Missing::Unknown { id: id.clone() })?;
        known.value.to(&unit).map(|quantity| quantity.range).map_err(|_| Missing::Unknown { id })
    };
    let hours_of_post = figure(worked(kind), "h/FTE")?;
    let aid_of_post = figure(format!("insertion.aid.{kind}"), "EUR/FTE")?;
    let none = |id: &str| Missing::Unknown { id: format!("1/{id}") };
    let fte = hours.times(hours_of_post.inverse().ok_or_else(|| none("insertion.hours"))?);
    let supervisors = fte.times(supervision.inverse().ok_or_else(|| none("insertion.supervision"))?);
    let aid = fte.times(aid_of_post);
    let supervisor = figure("work.cost-hour.technician".to_owned(), "EUR/h")?.times(hours_of_post);
    let each = supervision.inverse().ok_or_else(|| none("insertion.supervision"))?;
    let supervision_per_fte = supervisor.times(each);
    let cost_per_fte = (fte.mid() > 0.0)
        .then(|| cost.mid() / fte.mid())
        .and_then(|mid| Range::exact(mid).ok())
        .map(|cost| cost + aid_of_post.scale(-1.0) + supervision_per_fte);
    Ok(Staffing { kind: kind.to_owned(), fte, supervisors, aid, supervision_per_fte, cost_per_fte })
}
