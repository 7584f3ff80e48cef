//! `fe2i plan --instance FILE --robust LEVEL`: the plan whose bad years are least bad.

use crate::output;
use planning::chain::Caution;
use planning::draws::{Robust, Spread, robust_plan};
use planning::{Instance, Settings, Watch};
use std::process::ExitCode;
use wording::{Arg, Lang, message};

/// Years drawn for each candidate plan.
const DRAWS: usize = 1000;

#[derive(clap::Args)]
pub struct RobustArgs {
    #[arg(long, value_name = "NIVEAU", value_parser = share)]
    pub robust: Option<f64>,
    #[arg(long, default_value_t = 0.3, value_name = "PART", value_parser = share)]
    spread: f64,
    #[arg(long, default_value_t = 0.0, value_name = "PART", value_parser = share)]
    chance: f64,
}

impl RobustArgs {
    /// How bad years weigh in a territory's plan, when that is asked.
    pub fn caution(&self) -> Option<Caution> {
        self.robust.map(|level| Caution { level, chance: self.chance })
    }
}

/// A share of one.
fn share(text: &str) -> Result<f64, String> {
    let wrong = || format!("« {text} » ; il faut un nombre de 0 à moins de 1");
    text.parse().ok().filter(|value| (0.0..1.0).contains(value)).ok_or_else(wrong)
}

pub fn run(
    instance: &Instance,
    level: f64,
    args: &RobustArgs,
    settings: &Settings,
    json: bool,
    lang: Lang,
    watch: &mut dyn Watch,
) -> anyhow::Result<ExitCode> {
    let spread = vec![Spread { low: 1.0 - args.spread, high: 1.0 + args.spread }; instance.sources.len()];
    let Some(robust) = robust_plan(instance, &spread, level, args.chance, DRAWS, settings, watch) else {
        output::note(&message(lang, "plan-robust-none", &[]));
        return Ok(ExitCode::from(output::STOPPED));
    };
    if json {
        output::json_line(&object(&robust))?;
    } else {
        say(&robust, level, lang)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn object(robust: &Robust) -> serde_json::Value {
    let draws = &robust.evaluation;
    serde_json::json!({
        "open": robust.plan.open, "flows": robust.plan.flows, "cvar": robust.cvar, "draws": DRAWS,
        "p10": draws.p10, "p50": draws.p50, "p90": draws.p90, "minimum_met": draws.minimum_met,
    })
}

fn say(robust: &Robust, level: f64, lang: Lang) -> anyhow::Result<()> {
    let number =
        |value: Option<f64>| -> Arg<'static> { wording::rounded(lang, value.unwrap_or(f64::NAN), 6).into() };
    let draws = &robust.evaluation;
    let args = [
        ("draws", DRAWS.into()),
        ("cvar", number(Some(robust.cvar))),
        ("worst", number(Some(100.0 * (1.0 - level)))),
        ("low", number(draws.p10)),
        ("mid", number(draws.p50)),
        ("high", number(draws.p90)),
        ("met", number(Some(100.0 * draws.minimum_met))),
        ("open", robust.plan.open.join(", ").into()),
    ];
    ["plan-robust-open", "plan-robust-draws"]
        .iter()
        .try_for_each(|key| output::line(&message(lang, key, &args)))
}
