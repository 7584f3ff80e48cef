//! `fe2i plan`: shared plants from an instance file, or of a territory.

mod chain;
mod clock;
mod refused;
mod robust;
mod rounds;
mod say;

use crate::output;
use anyhow::Context;
use clock::Clock;
use planning::formulation::write_lp;
use planning::{Answer, Instance, Outcome, Problem, Progress, Settings, Status};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wording::{Lang, message};

#[derive(clap::Args)]
pub struct Args {
    #[arg(required_unless_present_any = ["instance", "rounds"], conflicts_with_all = ["instance", "rounds"])]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "FICHIER")]
    instance: Option<PathBuf>,
    #[arg(long, value_name = "FICHIER", conflicts_with = "instance")]
    rounds: Option<PathBuf>,
    #[command(flatten)]
    chain: chain::ChainArgs,
    #[command(flatten)]
    robust: robust::RobustArgs,
    #[arg(long)]
    json: bool,
    #[arg(long, default_value_t = 1e-6, value_name = "ÉCART", value_parser = not_negative, allow_hyphen_values = true)]
    gap: f64,
    #[arg(long, value_name = "SECONDES", value_parser = not_negative, allow_hyphen_values = true)]
    time_limit: Option<f64>,
    #[arg(long, value_name = "FICHIER")]
    export_lp: Option<PathBuf>,
}

/// A number that is 0 or more.
fn not_negative(text: &str) -> Result<f64, String> {
    let known = text.parse().ok().filter(|value: &f64| value.is_finite() && *value >= 0.0);
    known.ok_or_else(|| output::text("plan-not-negative", &[("text", text.to_owned().into())]))
}

pub fn run(args: &Args, lang: &str) -> anyhow::Result<ExitCode> {
    let lang: Lang = lang.parse()?;
    if let Some(path) = &args.rounds {
        return rounds::run(path, args.chain.seed());
    }
    let mut clock = Clock::new(args.time_limit, lang);
    let Some(instance) = &args.instance else {
        let gap = args.gap.max(chain::LEAST_GAP);
        let settings = Settings { gap, seed: args.chain.seed(), ..Settings::default() };
        let caution = args.robust.caution();
        return chain::run(
            &args.paths,
            &args.chain,
            settings,
            caution,
            args.json,
            lang,
            &mut |p: &Progress| clock.go_on(p),
        );
    };
    let name = instance.display().to_string();
    let text = std::fs::read_to_string(instance).with_context(|| name.clone())?;
    let instance = planning::read_instance(&name, &text)
        .map_err(|error| anyhow::anyhow!(refused::said(&error, lang)))?;
    let problem = Problem::new(&instance);
    if let Some(path) = &args.export_lp {
        export(&problem, path)?;
    }
    let settings = Settings { gap: args.gap, seed: args.chain.seed(), ..Settings::default() };
    if let Some(level) = args.robust.robust {
        let watch = &mut |p: &Progress| clock.go_on(p);
        return robust::run(&instance, level, &args.robust, &settings, args.json, lang, watch);
    }
    let outcome = planning::solve(&problem, &settings, &mut |progress: &Progress| clock.go_on(progress));
    let answer = answer(&instance, &problem, &outcome, clock.seconds(), lang);
    if args.json {
        output::json_line(&answer)?;
    } else {
        say::answer(&answer, lang).iter().try_for_each(|line| output::line(line))?;
    }
    unsaid(&instance, lang);
    let none = matches!(answer.status, Status::Infeasible | Status::Limit);
    Ok(if none { ExitCode::from(output::STOPPED) } else { ExitCode::SUCCESS })
}

/// Says which options tell nothing of the CO2 that is weighed.
fn unsaid(instance: &Instance, lang: Lang) {
    let worth = instance.weights.map_or(0.0, |weights| weights.co2_eur_t);
    let ids: Vec<&str> = instance.co2_unsaid().map(|option| option.id.as_str()).collect();
    if worth != 0.0 && !ids.is_empty() {
        let args = [
            ("count", ids.len().into()),
            ("worth", wording::rounded(lang, worth, 4).into()),
            ("ids", ids.join(", ").into()),
        ];
        output::note(&message(lang, "plan-co2-unsaid", &args));
    }
}

fn export(problem: &Problem, path: &Path) -> anyhow::Result<()> {
    let file = std::fs::File::create(path).with_context(|| path.display().to_string())?;
    write_lp(problem, &mut BufWriter::new(file)).with_context(|| path.display().to_string())
}

/// The answer with what verification recomputed, or why there is no plan.
fn answer(instance: &Instance, problem: &Problem, outcome: &Outcome, seconds: f64, lang: Lang) -> Answer {
    let mut answer = Answer::of(instance, problem, outcome, seconds);
    if let Some(objective) = answer.objective {
        let verdict = planning::verify(instance, &answer.open, &answer.flows, objective);
        answer.verified = verdict.broken.is_empty();
        answer.objective = Some(verdict.objective);
        answer.why.extend(verdict.broken.iter().map(|broken| say::broken(broken, lang)));
    }
    if answer.status == Status::Infeasible {
        let found = planning::shortfalls(problem);
        answer.why.extend(found.iter().map(|shortfall| say::shortfall(instance, shortfall, lang)));
    }
    answer
}
