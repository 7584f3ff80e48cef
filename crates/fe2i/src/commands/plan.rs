//! `fe2i plan`: shared plants from an instance file.

use crate::output;
use anyhow::Context;
use planning::instance::{Answer, flow_lines};
use planning::{Instance, Outcome, Problem, Progress, Settings, Status};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

#[derive(clap::Args)]
pub struct Args {
    /// Instance à résoudre, au format fe2i-plan-instance/1
    #[arg(long, value_name = "FICHIER")]
    instance: PathBuf,
    /// Imprimer un objet JSON
    #[arg(long)]
    json: bool,
    /// Écart relatif entre le plan et la borne auquel on s'arrête
    #[arg(long, default_value_t = 1e-6, value_name = "ÉCART")]
    gap: f64,
    /// S'arrêter après tant de secondes et garder le meilleur plan
    #[arg(long, value_name = "SECONDES")]
    time_limit: Option<f64>,
    /// Graine des mouvements au hasard : même graine, même plan
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub fn run(args: &Args, lang: &str) -> anyhow::Result<ExitCode> {
    let name = args.instance.display().to_string();
    let text = std::fs::read_to_string(&args.instance).with_context(|| name.clone())?;
    let instance = planning::read_instance(&name, &text)?;
    let problem = Problem::new(&instance);
    let settings = Settings { gap: args.gap, seed: args.seed, ..Settings::default() };
    let mut clock = Clock::new(args.time_limit);
    let outcome = planning::solve(&problem, &settings, &mut |progress: &Progress| clock.go_on(progress));
    let answer = answer(&instance, &problem, &outcome, clock.seconds());
    if args.json {
        output::json_line(&answer)?;
    } else {
        show(&answer, lang)?;
    }
    let none = matches!(answer.status, Status::Infeasible | Status::Limit);
    Ok(if none { ExitCode::from(output::STOPPED) } else { ExitCode::SUCCESS })
}

fn answer(instance: &Instance, problem: &Problem, outcome: &Outcome, seconds: f64) -> Answer {
    let mut answer = Answer::of(instance, problem, outcome, seconds);
    if let (Some(plan), Some(objective)) = (&outcome.plan, answer.objective) {
        let flows = flow_lines(instance, problem, plan);
        let verdict = planning::verify(instance, &answer.open, &flows, objective);
        answer.verified = verdict.broken.is_empty();
        answer.objective = Some(verdict.objective);
        answer.why.extend(
            verdict.broken.iter().map(|b| format!("{}: {}: {} / {}", b.limit, b.who, b.has, b.allowed)),
        );
    }
    answer
}

fn show(answer: &Answer, _lang: &str) -> anyhow::Result<()> {
    output::line(&serde_json::to_string_pretty(answer)?)
}

/// The time limit and the progress line.
struct Clock {
    start: Instant,
    limit: Option<Duration>,
    shown: Duration,
}

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
    fn new(limit: Option<f64>) -> Self {
        let limit = limit.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        Self { start: Instant::now(), limit, shown: Duration::ZERO }
    }

    fn seconds(&self) -> f64 {
        self.start.elapsed().as_secs_f64()
    }

    fn go_on(&mut self, progress: &Progress) -> bool {
        let elapsed = self.start.elapsed();
        if elapsed.saturating_sub(self.shown) > Duration::from_secs(1) {
            self.shown = elapsed;
            let plan = progress.objective.map_or_else(|| "-".to_owned(), |value| format!("{value:.2}"));
            output::note(&format!(
                "{:.0} s : plan {plan}, borne {:.2}, {} nœuds",
                elapsed.as_secs_f64(),
                progress.bound,
                progress.nodes
            ));
        }
        self.limit.is_none_or(|limit| elapsed < limit)
    }
}
