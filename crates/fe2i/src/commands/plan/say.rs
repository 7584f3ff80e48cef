//! A plan, or why there is none, in words.

use planning::verify::Broken;
use planning::{Answer, Instance, Shortfall, Status};
use wording::{Arg, Lang, message};

/// Significant digits: enough for a euro in ten million.
const DIGITS: i32 = 8;

fn number(lang: Lang, value: f64) -> Arg<'static> {
    wording::rounded(lang, value, DIGITS).into()
}

/// The lines of an answer.
pub fn answer(answer: &Answer, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(objective) = answer.objective {
        let key = if answer.status == Status::Optimal { "plan-optimal" } else { "plan-feasible" };
        let gap = answer.gap.map_or_else(|| "?".to_owned(), |gap| percent(lang, gap));
        lines.push(message(lang, key, &[("objective", number(lang, objective)), ("gap", gap.into())]));
    } else if answer.status == Status::Limit {
        lines.push(message(lang, "plan-limit", &[]));
    }
    lines.extend(answer.open.iter().map(|option| open(answer, option, lang)));
    if answer.verified {
        lines.push(message(lang, "plan-verified", &[]));
    }
    lines.extend(answer.why.iter().cloned());
    lines
}

/// « 0,0012 % », as the language writes it; what is nearer than that is at most that.
fn percent(lang: Lang, share: f64) -> String {
    let hundred = ((1e6 * share).ceil() / 1e4).max(1e-4);
    format!("{}\u{a0}%", wording::rounded(lang, hundred, 4))
}

fn open(answer: &Answer, option: &str, lang: Lang) -> String {
    let flows = answer.flows.iter().filter(|flow| flow.option == option);
    let tonnes: f64 = flows.clone().map(|flow| flow.t).sum();
    let args = [
        ("option", option.to_owned().into()),
        ("tonnes", number(lang, tonnes)),
        ("count", flows.count().into()),
    ];
    message(lang, "plan-open", &args)
}

/// A limit that the recomputed plan breaks.
pub fn broken(broken: &Broken, lang: Lang) -> String {
    let args = [
        ("limit", broken.limit.into()),
        ("who", broken.who.clone().into()),
        ("has", number(lang, broken.has)),
        ("allowed", number(lang, broken.allowed)),
    ];
    message(lang, "plan-broken", &args)
}

/// A limit that leaves no plan, and how much is missing.
pub fn shortfall(instance: &Instance, shortfall: &Shortfall, lang: Lang) -> String {
    let say = |key: &str, need: f64, have: f64, more: &[(&str, Arg<'static>)]| {
        let mut args = vec![
            ("need", number(lang, need)),
            ("have", number(lang, have)),
            ("missing", number(lang, need - have)),
        ];
        args.extend(more.iter().cloned());
        message(lang, key, &args)
    };
    match shortfall {
        Shortfall::Capacity { need_t, have_t } => say("plan-short-capacity", *need_t, *have_t, &[]),
        Shortfall::MaxOptions { most, need, need_t, have_t } => {
            let more = [("most", (*most).into()), ("count", (*need).into())];
            say("plan-short-max-options", *need_t, *have_t, &more)
        }
        Shortfall::Budget { need_eur, have_eur } => say("plan-short-budget", *need_eur, *have_eur, &[]),
        Shortfall::Month { month, need_t, have_t } => {
            say("plan-short-month", *need_t, *have_t, &[("month", (*month).into())])
        }
        Shortfall::Source { source, need_t, have_t } => {
            let id = instance.sources.get(*source).map_or_else(String::new, |s| s.id.clone());
            say("plan-short-source", *need_t, *have_t, &[("source", id.into())])
        }
        Shortfall::SourceMonth { source, month, need_t, have_t } => {
            let id = instance.sources.get(*source).map_or_else(String::new, |s| s.id.clone());
            let more = [("source", id.into()), ("month", (*month).into())];
            say("plan-short-source-month", *need_t, *have_t, &more)
        }
        Shortfall::Minimum { need_t, have_t, serve_t } => {
            let key = if need_t > have_t { "plan-short-minimum" } else { "plan-short-minimum-fit" };
            say(key, *need_t, *have_t, &[("serve", number(lang, *serve_t))])
        }
        Shortfall::Whole { need_t, have_t } => say("plan-short-whole", *need_t, *have_t, &[]),
        Shortfall::Number { most, need, need_t } => {
            let more = [("most", (*most).into()), ("count", (*need).into())];
            say("plan-short-number", *need_t, 0.0, &more)
        }
        Shortfall::Together { need_t, min_t } => {
            say("plan-short-together", *need_t, 0.0, &[("min", number(lang, *min_t))])
        }
    }
}
