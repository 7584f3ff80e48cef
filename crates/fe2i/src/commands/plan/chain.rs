//! `fe2i plan TERRITOIRE --chain ÉQUIPEMENT`: a shared plant of a territory, from its flows to its money, posts and partners.

use crate::commands::diagnose::StudyArgs;
use crate::{knowledge, output, study};
use anyhow::Context;
use model::{FlowId, Territory};
use planning::chain::{Aims, Asked, Caution, Chain, Options, Study, Sturdy, build, sturdy, with_front};
use planning::instance::{Limits, Weights};
use planning::{Instance, Settings, Watch};
use reference::{Plant, Reference};
use report::dossier::{Told, why_not};
use report::{Audience, Dossier, write_dossier_pdf, write_dossier_xlsx};
use std::borrow::Cow;
use std::collections::HashSet;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wording::{Arg, Lang, Words, message};

/// A plan whose numbers are ranges gains nothing from a finer proof.
pub const LEAST_GAP: f64 = 1e-4;

#[derive(clap::Args)]
pub struct ChainArgs {
    #[arg(long = "chain", value_name = "ÉQUIPEMENT")]
    plant: Option<String>,
    #[arg(long)]
    grant: bool,
    #[arg(long, default_value_t = 0.0, value_name = "EUR", value_parser = super::not_negative, allow_hyphen_values = true)]
    co2: f64,
    #[arg(long, default_value_t = 0.0, value_name = "EUR", value_parser = super::not_negative, allow_hyphen_values = true)]
    hour: f64,
    #[arg(long, default_value_t = 1)]
    most: usize,
    #[arg(long, value_name = "EUR", value_parser = super::not_negative, allow_hyphen_values = true)]
    budget: Option<f64>,
    #[arg(long, default_value_t = 1.0, value_name = "SEUIL")]
    guesses: f32,
    #[arg(long, value_name = "DOSSIER", requires = "plant")]
    out: Option<PathBuf>,
    #[arg(long)]
    for_members: bool,
    #[command(flatten)]
    study: StudyArgs,
}

impl ChainArgs {
    /// The seed of the draws and of the search.
    pub fn seed(&self) -> u64 {
        self.study.seed
    }
}

pub fn run(
    paths: &[PathBuf],
    args: &ChainArgs,
    settings: Settings,
    caution: Option<Caution>,
    json: bool,
    lang: Lang,
    watch: &mut dyn Watch,
) -> anyhow::Result<ExitCode> {
    let reference = knowledge::embedded()?;
    let read = study::of(paths, reference, &args.study.settings()?)?;
    let (priced, sealed) = priced(read.territory(), args.for_members);
    let territory = &*priced;
    let options = Options { least_likelihood: args.guesses, ..Options::on(territory.day) };
    let Some(plant) = &args.plant else { return list(territory, reference, options, lang) };
    let (chain, findings) = build(territory, reference, plant, options)?;
    let plant = reference.plants.iter().find(|known| known.id == *plant).context("équipement")?;
    let weights = Weights { eur: 1.0, co2_eur_t: args.co2, work_eur_h: args.hour };
    let limits = Limits { max_options: Some(args.most), budget_eur: args.budget, one_size_per_site: true };
    let aims = Aims { weights, grant: args.grant, limits };
    let day = territory.day;
    let asked = Asked { plant, reference, day, aims, settings, caution: caution.unwrap_or_default() };
    let (found, front) = with_front(&chain, &asked, watch);
    let careful = caution.and_then(|_| sturdy(&chain, &asked, &front.plans(&chain, &asked), watch));
    if !front.finished {
        output::note(&message(lang, "plan-chain-stopped", &[]));
    }
    let words = Words::new(territory, reference, lang);
    for finding in &findings {
        output::note(&words.finding(finding));
    }
    let audience = if args.for_members { Audience::Members } else { Audience::Facilitator };
    let view = Dossier {
        plant,
        chain: &chain,
        study: &found,
        findings: &findings,
        territory,
        reference,
        day,
        lang,
        audience,
        sealed: &sealed,
        sturdy: careful.as_ref(),
    };
    if let Some(dir) = &args.out {
        write(dir, &view, &chain.question(&aims, plant.storable))?;
        let key = if args.for_members { "plan-chain-written-members" } else { "plan-chain-written" };
        output::note(&message(lang, key, &[("out", dir.display().to_string().into())]));
    }
    if json {
        output::json_line(&object(&found, caution.is_some(), careful.as_ref())?)?;
    } else {
        say(&view)?;
        if let Some(caution) = caution.filter(|_| !found.opened.is_empty()) {
            output::line(&Told::new(&view).careful(&found, careful.as_ref(), caution.chance))?;
        }
    }
    // That nothing pays is an answer like another.
    Ok(read.ended())
}

/// The territory as its reader may count with it, and whose prices were taken out: for members, as on the pages, a plan of few companies
/// would tell their prices, so that usual ones take their place.
fn priced(territory: &Territory, for_members: bool) -> (Cow<'_, Territory>, HashSet<FlowId>) {
    if !for_members {
        return (Cow::Borrowed(territory), HashSet::new());
    }
    let mut open = territory.clone();
    let mut sealed = HashSet::new();
    for flow in open.flows.iter_mut().filter(|flow| flow.price.is_some()) {
        flow.price = None;
        sealed.insert(flow.id.clone());
    }
    (Cow::Owned(open), sealed)
}

/// The study; with the plan for bad years where it was asked for.
fn object(found: &Study, asked: bool, careful: Option<&Sturdy>) -> anyhow::Result<serde_json::Value> {
    let mut object = serde_json::to_value(found)?;
    if asked {
        object["sturdy"] = serde_json::to_value(careful)?;
    }
    Ok(object)
}

fn list(
    territory: &Territory,
    reference: &Reference,
    options: Options,
    lang: Lang,
) -> anyhow::Result<ExitCode> {
    for plant in &reference.plants {
        let line = match build(territory, reference, &plant.id, options) {
            Ok((chain, _)) => listed(plant, &chain, lang),
            Err(error) => why_not(plant, &error, lang),
        };
        output::line(&format!("{:<24} {line}", plant.id))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn listed(plant: &Plant, chain: &Chain, lang: Lang) -> String {
    let amount: f64 = chain.supplies.iter().map(|supply| supply.amount.mid()).sum();
    let args = [
        ("count", chain.supplies.len().into()),
        ("amount", wording::rounded(lang, amount, 3).into()),
        ("unit", wording::unit(lang, &plant.input_unit).into()),
        ("spots", chain.weighed().len().into()),
        ("all", chain.candidates.into()),
        ("plant", plant.label(lang.code()).to_owned().into()),
    ];
    message(lang, "plan-chain-listed", &args)
}

/// The dossier; for the facilitator also the plan and the question, to be read or run again. Both hold each company's prices: members get
/// none, nor one that an earlier run left in the folder.
fn write(dir: &Path, view: &Dossier<'_>, instance: &Instance) -> anyhow::Result<()> {
    std::fs::create_dir_all(dir).with_context(|| dir.display().to_string())?;
    let file = |name: &str| {
        let path = dir.join(name);
        std::fs::File::create(&path).map(BufWriter::new).with_context(|| path.display().to_string())
    };
    write_dossier_pdf(view, &mut file("dossier.pdf")?)?;
    write_dossier_xlsx(view, &mut file("dossier.xlsx")?)?;
    if view.audience == Audience::Members {
        for name in ["plan.json", "instance.json"] {
            let path = dir.join(name);
            if path.exists() {
                std::fs::remove_file(&path).with_context(|| path.display().to_string())?;
            }
        }
        return Ok(());
    }
    serde_json::to_writer_pretty(file("plan.json")?, view.study)?;
    serde_json::to_writer_pretty(file("instance.json")?, instance)?;
    Ok(())
}

/// True when more than euros was counted in the choice.
fn weighs(weights: Weights) -> bool {
    weights.co2_eur_t != 0.0 || weights.work_eur_h != 0.0
}

/// The study in a few lines; the dossier says all.
fn say(view: &Dossier<'_>) -> anyhow::Result<()> {
    let (lang, plant) = (view.lang, view.plant);
    let words = Words::new(view.territory, view.reference, lang);
    let number = |value: f64| -> Arg<'static> { wording::rounded(lang, value, 3).into() };
    let nothing = view.study.opened.is_empty();
    if nothing {
        output::line(&Told::new(view).nothing())?;
    }
    let shown = view.study.cheapest.as_deref().filter(|_| nothing).unwrap_or(view.study);
    for opened in &shown.opened {
        let money = &opened.money;
        let unit = wording::unit(lang, &plant.input_unit);
        let args = [
            ("plant", plant.label(lang.code()).to_owned().into()),
            ("size", number(opened.size)),
            ("unit", wording::unit(lang, &plant.size_unit).into()),
            ("site", words.name(&opened.site).to_owned().into()),
        ];
        output::line(&message(lang, "plan-chain-open", &args))?;
        let args = [
            ("input", number(money.input)),
            ("unit", unit.clone().into()),
            ("count", opened.suppliers.len().into()),
            ("investment", number(money.investment)),
            ("revenue", number(money.revenue)),
            ("running", number(money.running + money.haul)),
        ];
        for key in ["plan-chain-input", "plan-chain-money"] {
            output::line(&message(lang, key, &args))?;
        }
        let co2 = opened.co2;
        let known = |value: Option<f64>| -> Arg<'static> { value.map_or_else(|| "?".into(), number) };
        let args = [
            ("impact", known(co2.own.zip(co2.haul).map(|(own, haul)| own + haul))),
            ("avoided", known(co2.avoided)),
        ];
        output::line(&message(lang, "plan-chain-co2", &args))?;
        if let Some(fee) = money.gate_fee {
            let args = [("fee", number(fee)), ("unit", unit.into())];
            output::line(&message(lang, "plan-chain-fee", &args))?;
        }
        output::line(&format!("  {}", Told::new(view).permit(opened)))?;
        if let Some(text) = Told::new(view).lost_heat(opened) {
            output::line(&format!("  {text}"))?;
        }
    }
    let answer = &view.study.answer;
    let granted: f64 = view.study.opened.iter().filter_map(|opened| Some(opened.split.as_ref()?.grant)).sum();
    let risk = view.study.risk.as_ref();
    let known = |value: Option<f64>| -> Arg<'static> { value.map_or_else(|| "?".into(), number) };
    if let Some((gain, gap)) = answer.objective.zip(answer.gap).filter(|_| !view.study.opened.is_empty()) {
        let args = [
            ("gain", number(gain)),
            ("median", known(risk.and_then(|risk| risk.p50))),
            ("low", known(risk.and_then(|risk| risk.p10))),
            ("high", known(risk.and_then(|risk| risk.p90))),
            ("grant", if granted >= 1.0 { number(granted) } else { 0_usize.into() }),
            ("weighed", usize::from(weighs(view.study.weights)).into()),
            ("gap", number((100.0 * gap).max(0.01))),
            ("left", number(view.study.left)),
            ("unit", wording::unit(lang, &plant.input_unit).into()),
        ];
        output::line(&message(lang, "plan-chain-gain", &args))?;
        let told = Told::new(view);
        for text in [told.passed_over(), told.loses()].into_iter().flatten() {
            output::line(&text)?;
        }
    }
    Ok(())
}
