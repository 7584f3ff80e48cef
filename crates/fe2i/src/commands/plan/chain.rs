//! `fe2i plan TERRITOIRE --chain ÉQUIPEMENT`: a shared plant of a territory, from its flows to its money, posts and partners.

use crate::commands::diagnose::StudyArgs;
use crate::{knowledge, output, study};
use anyhow::Context;
use model::Territory;
use planning::chain::{Aims, Asked, Options, Study, build, study as solve};
use planning::instance::{Limits, Weights};
use planning::{Settings, Watch};
use reference::{Plant, Reference};
use std::path::PathBuf;
use std::process::ExitCode;

/// A plan whose numbers are ranges gains nothing from a finer proof.
pub const LEAST_GAP: f64 = 1e-4;

#[derive(clap::Args)]
pub struct ChainArgs {
    /// Équipement à étudier (identifiant de data/plants) ; sans lui, la liste et ce que le territoire peut y apporter
    #[arg(long = "chain", value_name = "ÉQUIPEMENT")]
    plant: Option<String>,
    /// Compter la subvention usuelle
    #[arg(long)]
    grant: bool,
    /// Ce que vaut une tonne de CO2e évitée, EUR
    #[arg(long, default_value_t = 0.0, value_name = "EUR")]
    co2: f64,
    /// Ce que vaut une heure d'insertion, EUR
    #[arg(long, default_value_t = 0.0, value_name = "EUR")]
    hour: f64,
    /// Nombre d'équipements au plus
    #[arg(long, default_value_t = 1)]
    most: usize,
    /// Investissement au plus, EUR
    #[arg(long, value_name = "EUR")]
    budget: Option<f64>,
    /// Compter aussi les flux devinés dont la vraisemblance atteint ce seuil (0 à 1) ; 1 : seulement ce qui est dit
    #[arg(long, default_value_t = 1.0, value_name = "SEUIL")]
    guesses: f32,
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
    json: bool,
    watch: &mut dyn Watch,
) -> anyhow::Result<ExitCode> {
    let reference = knowledge::embedded()?;
    let read = study::of(paths, reference, &args.study.settings()?)?;
    let territory = read.territory();
    let options = Options { least_likelihood: args.guesses, ..Options::on(territory.day) };
    let Some(plant) = &args.plant else { return list(territory, reference, options) };
    let (chain, findings) = build(territory, reference, plant, options)?;
    let plant = reference.plants.iter().find(|known| known.id == *plant).context("équipement")?;
    let weights = Weights { eur: 1.0, co2_eur_t: args.co2, work_eur_h: args.hour };
    let limits = Limits { max_options: Some(args.most), budget_eur: args.budget, one_size_per_site: true };
    let aims = Aims { weights, grant: args.grant, limits };
    let found = solve(&chain, &Asked { plant, reference, day: territory.day, aims, settings }, watch);
    for finding in &findings {
        output::note(&format!("{} : {:?}", finding.key, finding.args));
    }
    if json {
        output::json_line(&found)?;
    } else {
        say(&found, plant, territory)?;
    }
    Ok(if found.opened.is_empty() { ExitCode::from(output::STOPPED) } else { ExitCode::SUCCESS })
}

fn list(territory: &Territory, reference: &Reference, options: Options) -> anyhow::Result<ExitCode> {
    for plant in &reference.plants {
        match build(territory, reference, &plant.id, options) {
            Ok((chain, _)) => {
                let amount: f64 = chain.supplies.iter().map(|supply| supply.amount.mid()).sum();
                let (count, spots) = (chain.supplies.len(), chain.spots.len());
                let unit = plant.input_unit.symbol();
                output::line(&format!(
                    "{:<24} {count:>4} apports, ≈ {amount:.0} {unit}/an, {spots} lieux possibles — {}",
                    plant.id, plant.fr
                ))?;
            }
            Err(error) => output::line(&format!("{:<24} {error}", plant.id))?,
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The study in a few lines; the dossier says all.
fn say(study: &Study, plant: &Plant, territory: &Territory) -> anyhow::Result<()> {
    let name = |site: &model::SiteId| {
        territory
            .sites
            .iter()
            .find(|known| known.id == *site)
            .map_or_else(|| site.to_string(), |s| s.name.clone())
    };
    for opened in &study.opened {
        let money = &opened.money;
        output::line(&format!(
            "{} — {} {} chez {}",
            plant.fr,
            opened.size,
            plant.size_unit.symbol(),
            name(&opened.site)
        ))?;
        output::line(&format!(
            "  {:.0} {}/an de {} apports",
            money.input,
            plant.input_unit.symbol(),
            opened.suppliers.len()
        ))?;
        output::line(&format!(
            "  investissement {:.0} €, recettes {:.0} €/an, charges {:.0} €/an",
            money.investment,
            money.revenue,
            money.running + money.haul
        ))?;
        if let Some(fee) = money.gate_fee {
            output::line(&format!(
                "  équilibre à {fee:.0} €/{} payés par les apporteurs",
                plant.input_unit.symbol()
            ))?;
        }
    }
    if study.opened.is_empty() {
        output::line("rien n'ouvre : aucun équipement ne gagne plus qu'il ne coûte")?;
    }
    Ok(())
}
