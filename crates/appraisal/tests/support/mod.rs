//! A small invented knowledge base and territory, with exact numbers so that results can be reckoned by hand.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::format_push_string, missing_docs, reason = "tests")]

use appraisal::{Options, appraise};
use chrono::NaiveDate;
use model::{
    Actor, ActorKind, Appraisal, Basis, Direction, Estimate, Evidence, Flow, Lead, LeadKind, Party, Place,
    Precision, Price, Role, Site, Step, Territory,
};
use reference::{DataFile, Reference};
use units::{Quantity, Range};

const SOURCES: &str = r#"
[[source]]
id = "s"
title = "invented"
publisher = "tests"
date = "2026"
licence = "none"
"#;

pub const RESOURCES: &str = r#"
[[resource]]
id = "wood"
kind = "material"
fr = "bois"
en = "wood"
hazard = "no"
form = "solid"
source = ["s"]
[[resource]]
id = "scrap"
kind = "material"
fr = "chutes de bois"
en = "wood scrap"
is_a = ["wood"]
codes = ["03 01 05"]
hazard = "mirror"
form = "solid"
source = ["s"]
[[resource]]
id = "chips"
kind = "material"
fr = "plaquettes"
en = "chips"
hazard = "no"
form = "solid"
source = ["s"]
[[resource]]
id = "board"
kind = "material"
fr = "panneau"
en = "board"
hazard = "no"
form = "solid"
source = ["s"]
[[resource]]
id = "film"
kind = "material"
fr = "film"
en = "film"
hazard = "no"
form = "solid"
bulk = [100, 100, 100]
source = ["s"]
[[resource]]
id = "drum"
kind = "material"
fr = "touret"
en = "drum"
hazard = "no"
form = "solid"
piece = { fr = "touret", en = "drum", kg = [15, 80, 400] }
source = ["s"]
[[resource]]
id = "energy"
kind = "energy"
fr = "énergie"
en = "energy"
hazard = "no"
form = "power"
source = ["s"]
[[resource]]
id = "heat"
kind = "energy"
is_a = ["energy"]
fr = "chaleur"
en = "heat"
hazard = "no"
form = "heat"
source = ["s"]
[[resource]]
id = "fuel"
kind = "energy"
is_a = ["energy"]
fr = "combustible"
en = "fuel"
hazard = "no"
form = "gas"
source = ["s"]
[[resource]]
id = "natural-gas"
kind = "energy"
is_a = ["fuel"]
fr = "gaz naturel"
en = "natural gas"
hazard = "no"
form = "gas"
source = ["s"]
[[resource]]
id = "wastewater"
kind = "water"
fr = "eau usée"
en = "wastewater"
hazard = "no"
form = "liquid"
source = ["s"]
[[resource]]
id = "treated-wastewater"
kind = "water"
fr = "eau traitée"
en = "treated wastewater"
hazard = "no"
form = "liquid"
source = ["s"]
[[resource]]
id = "cleaning"
kind = "service"
fr = "nettoyage"
en = "cleaning"
hazard = "no"
form = "service"
source = ["s"]
"#;

const PATHWAYS: &str = r#"
[[pathway]]
id = "scrap-to-board"
fr = "chutes en panneau"
en = "scrap into board"
inputs = ["scrap"]
run_by = [{ naf = "16.21", p = 1.0 }]
replaces = ["chips"]
conditions = [{ fr = "sec", en = "dry" }]
hierarchy = "recycling"
route = "waste"
rubrics = ["2714"]
reach = "regional"
source = ["s"]
[[pathway]]
id = "scrap-shredding"
fr = "broyage"
en = "shredding"
process = "shredding"
inputs = ["scrap"]
outputs = [{ resource = "chips", yield = [0.9, 0.9, 0.9] }]
run_by = [{ naf = "38.32", p = 1.0 }]
insertion = true
replaces = ["chips"]
hierarchy = "recycling"
route = "waste"
reach = "regional"
cost = { low = 20, mid = 20, high = 20, unit = "EUR/t" }
work = { low = 2, mid = 2, high = 2, unit = "h/t" }
source = ["s"]
[[pathway]]
id = "heat-to-neighbour"
fr = "chaleur au voisin"
en = "heat to a neighbour"
inputs = ["heat"]
replaces = ["natural-gas"]
hierarchy = "energy"
route = "product"
reach = "site"
source = ["s"]
[[pathway]]
id = "scrap-landfill"
fr = "enfouissement"
en = "landfill"
process = "landfill"
inputs = ["scrap"]
hierarchy = "disposal"
route = "waste"
reach = "regional"
source = ["s"]
"#;

pub const COLLECTION: &str = r#"
[[pathway]]
id = "scrap-collection"
fr = "collecte"
en = "collection"
inputs = ["scrap"]
run_by = [{ naf = "38.11", p = 1.0 }]
hierarchy = "recycling"
reach = "regional"
source = ["s"]
"#;

const SHARING: &str = r#"
[[sharing]]
id = "cleaning-group"
how = "service"
of = ["cleaning"]
between = "takes"
radius_km = [1, 5, 10]
partners = 2
saving = { low = 0.1, mid = 0.1, high = 0.1, unit = "1", of = "service" }
fr = "nettoyage groupé"
en = "grouped cleaning"
source = ["s"]
"#;

const LEGAL: &str = r#"
[[regime]]
id = "D"
fr = "déclaration"
en = "declaration"
delay_months = [1, 2, 3]
source = ["s"]
[[rubric]]
id = "2714"
fr = "transit de bois"
en = "transfer of wood"
regime = [{ level = "D", from = "plus de 100 m³", from_en = "more than 100 m³" }]
delay_months = [1, 2, 3]
source = ["s"]
[[tracking]]
id = "BSDD"
fr = "bordereau de suivi (BSD) sur Trackdéchets"
en = "tracking form (BSD) on Trackdéchets"
of = []
source = ["s"]

[[route]]
id = "waste"
fr = "déchet"
en = "waste"
conditions = [
  { fr = "caractérisé", en = "characterised" },
  { fr = "étiqueté ADR", en = "ADR label", scope = { only = "hazardous" } },
  { fr = "règlement des transferts", en = "shipment regulation", scope = { only = "abroad" } },
]
steps = [
  { fr = "certificat d'acceptation", en = "acceptance certificate", delay_months = [1, 2, 3] },
  { fr = "extension", en = "extension", delay_months = [2, 9, 24], scope = { when = { fr = "le code manque à son arrêté", en = "the code is missing" } } },
]
forms = [
  { fr = "bon de pesée", en = "weighing slip" },
  { fr = "transporteur déclaré", en = "registered carrier", scope = { above_t = 0.5 } },
]
source = ["s"]
"#;

const WASTE_LIST: &str = "code,label_fr,label_en,hazardous,entry,valid_from,valid_until,note\n\
03 01 05,bois,wood,0,mirror,2002-01-01,2026-12-08,\n\
03 01 05,bois et panneaux,wood and panels,0,mirror,2026-12-09,,\n";

const OPERATIONS: &str =
    "code,label_fr,label_en,final,step\nR3,r,r,1,recycling\nR13,r,r,0,\nD5,d,d,1,disposal\n";

const CO2: &str = "resource,flow,material,note\nscrap,scrap,,\n";
const CARRIERS: &str = "resource,price,co2,lhv,note\nnatural-gas,natural-gas,natural-gas,,\n";
const FATES: &str = "word,route\nd5,landfill\nenfoui,landfill\nr3,recycling\nrejet,sewer\negout,sewer\nriviere,lost\nmaison,on-site\n";
pub const CO2_HEAD: &str = "resource,flow,material,note,recycling\n";

/// id, low, mid, high, unit: exact unless a test is about spread.
const FIGURES: &[(&str, f64, f64, f64, &str)] = &[
    ("price.treatment.landfill", 150.0, 150.0, 150.0, "EUR/t"),
    ("price.material.chips", 60.0, 60.0, 60.0, "EUR/t"),
    ("price.water.industrial", 2.0, 2.0, 2.0, "EUR/m3"),
    ("price.water.sewerage", 3.0, 3.0, 3.0, "EUR/m3"),
    ("price.energy.natural-gas", 55.0, 55.0, 55.0, "EUR/MWh"),
    ("price.transport.skip-rotation", 160.0, 160.0, 160.0, "EUR/piece"),
    ("price.transport.skip", 0.3, 0.3, 0.3, "EUR/t.km"),
    ("price.transport.articulated", 0.1, 0.1, 0.1, "EUR/t.km"),
    ("price.transport.truck-hour", 70.0, 70.0, 70.0, "EUR/h"),
    ("transport.payload.skip", 8.0, 8.0, 8.0, "t"),
    ("transport.payload.articulated-40-44", 25.0, 25.0, 25.0, "t"),
    ("transport.volume.skip", 30.0, 30.0, 30.0, "m3"),
    ("transport.skip-farthest", 1000.0, 1000.0, 1000.0, "km"),
    ("transport.handling-time", 0.5, 0.5, 0.5, "h/piece"),
    ("transport.detour-factor", 1.3, 1.3, 1.3, "1"),
    ("transport.usual-km", 40.0, 40.0, 40.0, "km"),
    ("facility.heat-network.pipe-capex", 800.0, 800.0, 800.0, "kEUR/km"),
    ("facility.heat-network.lifetime", 20.0, 20.0, 20.0, "year"),
    ("facility.finance.discount-rate", 5.0, 5.0, 5.0, "%/year"),
    ("facility.gas-boiler.efficiency", 0.9, 0.9, 0.9, "1"),
    ("co2.treatment.scrap.landfill.impact", 700.0, 700.0, 700.0, "kgCO2e/t"),
    ("co2.treatment.scrap.landfill.avoided", -1000.0, -1000.0, -1000.0, "kgCO2e/t"),
    ("co2.treatment.scrap.recycling.impact", 100.0, 100.0, 100.0, "kgCO2e/t"),
    ("co2.treatment.scrap.recycling.avoided", -300.0, -300.0, -300.0, "kgCO2e/t"),
    ("co2.transport.rigid-20-26", 0.1, 0.1, 0.1, "kgCO2e/t.km"),
    ("co2.transport.articulated-40-44", 0.07, 0.07, 0.07, "kgCO2e/t.km"),
    ("co2.energy.natural-gas", 0.24, 0.24, 0.24, "kgCO2e/kWh"),
    ("work.cost-hour.insertion", 15.0, 15.0, 15.0, "EUR/h"),
    ("work.cost-hour.operator", 26.0, 26.0, 26.0, "EUR/h"),
    ("facilitator.ask.exists", 0.05, 0.05, 0.05, "h/piece"),
    ("facilitator.ask.wants", 0.2, 0.2, 0.2, "h/piece"),
    ("facilitator.ask.quantity", 0.15, 0.15, 0.15, "h/piece"),
    ("facilitator.ask.price", 0.25, 0.25, 0.25, "h/piece"),
    ("facilitator.ask.fate", 0.1, 0.1, 0.1, "h/piece"),
    ("facilitator.ask.quality", 0.3, 0.3, 0.3, "h/piece"),
    ("facilitator.ask.hazard", 1.0, 1.0, 1.0, "h/piece"),
    ("facilitator.ask.place", 0.05, 0.05, 0.05, "h/piece"),
    ("facilitator.ask.permit", 0.5, 0.5, 0.5, "h/piece"),
    ("facilitator.ask.season", 0.05, 0.05, 0.05, "h/piece"),
    ("facilitator.chance.agreement", 0.3, 0.3, 0.3, "1"),
    ("facilitator.chance.hazard", 0.7, 0.7, 0.7, "1"),
    ("facilitator.chance.permit", 0.6, 0.6, 0.6, "1"),
    ("facilitator.chance.place", 0.5, 0.5, 0.5, "1"),
    ("facilitator.chance.quality", 0.7, 0.7, 0.7, "1"),
    ("facilitator.chance.season", 0.7, 0.7, 0.7, "1"),
    ("facilitator.cost-hour", 45.0, 45.0, 45.0, "EUR/h"),
    ("facilitator.hours.qualify", 2.0, 2.0, 2.0, "h/piece"),
    ("facilitator.hours.feasibility", 20.0, 20.0, 20.0, "h/piece"),
    ("facilitator.hours.agreement", 16.0, 16.0, 16.0, "h/piece"),
    ("facilitator.hours.visit", 1.5, 1.5, 1.5, "h/piece"),
    ("facilitator.lasting", 4.0, 4.0, 4.0, "year"),
    ("facilitator.nominal-gain", 200.0, 2000.0, 12000.0, "EUR/year"),
    ("facilitator.nominal-gain-per-tonne", 0.0, 20.0, 80.0, "EUR/t"),
    ("score.belief-power", 1.15, 1.15, 1.15, "1"),
    ("score.ease.chain", 0.7, 0.7, 0.7, "1"),
    ("score.ease.direct-use", 1.1, 1.1, 1.1, "1"),
    ("score.ease.local-purchase", 1.1, 1.1, 1.1, "1"),
    ("score.ease.process", 1.0, 1.0, 1.0, "1"),
    ("score.ease.sharing", 1.15, 1.15, 1.15, "1"),
    ("score.guessed-side", 0.6, 0.6, 0.6, "1"),
    ("score.guesses-alone", 0.05, 0.05, 0.05, "1"),
    ("score.half-km.chain", 10.0, 10.0, 10.0, "km"),
    ("score.half-km.local", 10.0, 10.0, 10.0, "km"),
    ("score.half-km.local-purchase", 15.0, 15.0, 15.0, "km"),
    ("score.half-km.national", 200.0, 200.0, 200.0, "km"),
    ("score.half-km.regional", 40.0, 40.0, 40.0, "km"),
    ("score.half-km.sharing", 5.0, 5.0, 5.0, "km"),
    ("score.half-km.site", 1.0, 1.0, 1.0, "km"),
    ("score.hierarchy.disposal", 0.05, 0.05, 0.05, "1"),
    ("score.hierarchy.energy", 0.7, 0.7, 0.7, "1"),
    ("score.hierarchy.recovery", 0.8, 0.8, 0.8, "1"),
    ("score.hierarchy.people", 1.1, 1.1, 1.1, "1"),
    ("score.hierarchy.reuse", 1.1, 1.1, 1.1, "1"),
    ("score.small", 1.0, 1.0, 1.0, "1"),
    ("score.small-tonnes", 5.0, 5.0, 5.0, "t/year"),
    ("score.asked", 1.0, 1.0, 1.0, "1"),
    ("score.taken", 0.2, 0.2, 0.2, "1"),
    ("score.insertion", 1.2, 1.2, 1.2, "1"),
    ("score.known-exchange", 0.01, 0.01, 0.01, "1"),
    ("score.legal.half", 3.0, 3.0, 3.0, "year"),
    ("law.working-days", 250.0, 250.0, 250.0, "day/year"),
    ("score.worth.euros", 1000.0, 1000.0, 1000.0, "EUR/year"),
    ("score.worth.loss", 0.3, 0.3, 0.3, "1"),
    ("score.worth.most", 1.6, 1.6, 1.6, "1"),
    ("score.nowhere", 0.5, 0.5, 0.5, "1"),
    ("score.nowhere.guessed", 0.1, 0.1, 0.1, "1"),
    ("score.particular", 0.5, 0.5, 0.5, "1"),
    ("score.worth.nothing", 0.5, 0.5, 0.5, "1"),
    ("score.worth.unknown", 0.4, 0.4, 0.4, "1"),
    ("estimate.least-likelihood", 0.3, 0.3, 0.3, "1"),
    ("facilitator.ask.supplier", 0.25, 0.25, 0.25, "h/piece"),
    ("facility.heat-recovery.capex", 400.0, 400.0, 400.0, "EUR/kW"),
    ("facility.heat-recovery.full-load-hours", 5000.0, 5000.0, 5000.0, "h/year"),
    ("facility.heat-recovery.lifetime", 20.0, 20.0, 20.0, "year"),
    ("processing.shredding", 30.0, 30.0, 30.0, "EUR/t"),
    ("processing.usual", 50.0, 50.0, 50.0, "EUR/t"),
    ("purchase.local.gap-lasting", 0.5, 0.5, 0.5, "1"),
    ("purchase.local.saving", 0.05, 0.05, 0.05, "1"),
    ("purchase.local.share", 0.5, 0.5, 0.5, "1"),
    ("sharing.joining", 1.0, 1.0, 1.0, "1"),
    ("substitution.ratio.product", 1.0, 1.0, 1.0, "1"),
    ("substitution.ratio.same", 1.0, 1.0, 1.0, "1"),
    ("substitution.ratio.secondary", 1.0, 1.0, 1.0, "1"),
    ("substitution.usable-energy", 1.0, 1.0, 1.0, "1"),
];

/// The knowledge base, with some figures left out or given another range.
pub fn knowledge(without: &[&str], spread: &[(&str, f64, f64, f64)]) -> Reference {
    load(without, spread, ("", ""))
}

/// With another text in place of one file, or beside them.
pub fn knowledge_with(path: &str, text: &str) -> Reference {
    load(&[], &[], (path, text))
}

fn load(without: &[&str], spread: &[(&str, f64, f64, f64)], other: (&str, &str)) -> Reference {
    let mut figures = String::from(
        "id,fr,en,low,mid,high,unit,source,locator,date,valid_from,valid_until,confidence,note\n",
    );
    for (id, low, mid, high, unit) in FIGURES.iter().filter(|figure| !without.contains(&figure.0)) {
        let (low, mid, high) =
            spread.iter().find(|s| s.0 == *id).map_or((*low, *mid, *high), |s| (s.1, s.2, s.3));
        figures.push_str(&format!("{id},x,x,{low},{mid},{high},{unit},s,,2026,,,medium,\n"));
    }
    let files = [
        ("sources.toml", SOURCES),
        ("resources/r.toml", RESOURCES),
        ("pathways/p.toml", PATHWAYS),
        ("sharing/s.toml", SHARING),
        ("legal/l.toml", LEGAL),
        ("figures/f.csv", figures.as_str()),
        ("nomenclatures/low.csv", WASTE_LIST),
        ("nomenclatures/rd_operations.csv", OPERATIONS),
        ("nomenclatures/co2_flows.csv", CO2),
        ("nomenclatures/energy_carriers.csv", CARRIERS),
        ("nomenclatures/fate_words.csv", FATES),
    ];
    let added = (!other.0.is_empty()).then_some(other);
    let kept = files.iter().filter(|(path, _)| *path != other.0);
    let files: Vec<_> = kept.copied().chain(added).map(|(path, text)| DataFile { path, text }).collect();
    Reference::load(&files).unwrap_or_else(|faults| panic!("{faults:?}"))
}

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
}

pub fn options() -> Options {
    Options::on(day())
}

pub fn exact(value: f64) -> Range {
    Range::exact(value).unwrap()
}

pub fn range(low: f64, mid: f64, high: f64) -> Range {
    Range::new(low, mid, high).unwrap()
}

pub fn declared() -> Evidence {
    Evidence::new(Basis::Declared, "visite inventée")
}

/// A site on a meridian, so many km north of the origin.
pub fn site(id: &str, km: f64) -> Site {
    let lat = 49.0 + (km / model::EARTH_RADIUS_KM).to_degrees();
    Site {
        id: id.into(),
        actor: format!("actor-{id}").into(),
        name: id.to_owned(),
        siret: None,
        activity: None,
        activity_label: None,
        headcount: None,
        place: Some(Place { lat, lon: 6.0, precision: Precision::Exact }),
        address: None,
        commune: None,
        zone: None,
        evidence: declared(),
    }
}

pub fn flow(site: &str, direction: Direction, resource: &str, tonnes: Option<Range>) -> Flow {
    let id = format!("{site}/{resource}");
    let mut flow = Flow::worded(id.into(), site.into(), direction, "dit".to_owned(), declared());
    flow.resource = Some(resource.into());
    flow.resource_belief = 1.0;
    flow.tonnes = tonnes.into();
    flow.quantity = tonnes.map(|range| Quantity::new(range, "t/year".parse().unwrap())).into();
    flow
}

pub fn priced(mut flow: Flow, price: f64, unit: &str) -> Flow {
    let value = Quantity::new(exact(price), unit.parse().unwrap());
    flow.price = Some(Box::new(Price { value, stated: format!("{price} {unit}") }));
    flow
}

pub fn fated(mut flow: Flow, fate: &str) -> Flow {
    flow.fate.stated = Some(fate.to_owned());
    flow
}

pub fn territory(sites: Vec<Site>, flows: Vec<Flow>) -> Territory {
    let actors = sites.iter().map(|site| Actor {
        id: site.actor.clone(),
        name: site.name.clone(),
        kind: ActorKind::Company,
        evidence: declared(),
    });
    Territory {
        name: "essai".into(),
        day: day(),
        invented: true,
        actors: actors.collect(),
        sites,
        flows,
        ..Territory::default()
    }
}

pub fn party(flow: &Flow, role: Role, likelihood: f32) -> Party {
    Party { site: flow.site.clone(), role, flow: Some(flow.id.clone()), tonnes: *flow.tonnes, likelihood }
}

/// A lead between parties; `steps` are (pathway, input, by).
pub fn lead(
    kind: LeadKind,
    resource: &str,
    parties: Vec<Party>,
    steps: &[(&str, &str, &str)],
    km: Option<f64>,
) -> Lead {
    let tonnes =
        parties.iter().filter(|p| p.role == Role::Giver).filter_map(|p| p.tonnes).reduce(|a, b| a + b);
    Lead {
        id: "essai".into(),
        kind,
        resource: resource.into(),
        rule: None,
        tonnes,
        belief: parties.iter().map(|p| p.likelihood).product(),
        parties,
        steps: steps
            .iter()
            .map(|(pathway, input, by)| Step {
                pathway: (*pathway).into(),
                input: (*input).into(),
                output: None,
                by: Some((*by).into()),
            })
            .collect(),
        km,
        facts: Vec::new(),
        known: false,
        appraisal: None,
        score: 0.0,
    }
}

/// 10 t/year of scrap from « a » to the board maker « b », both declared, 20 km apart, landfilled today.
pub fn scrap_lead(tonnes: Option<Range>, km: Option<f64>) -> (Territory, Lead) {
    let gives = fated(flow("a", Direction::GivesOut, "scrap", tonnes), "enfoui");
    let taker = Party { site: "b".into(), role: Role::Taker, flow: None, tonnes: None, likelihood: 1.0 };
    let lead = lead(
        LeadKind::Substitution,
        "scrap",
        vec![party(&gives, Role::Giver, 1.0), taker],
        &[("scrap-to-board", "scrap", "b")],
        km,
    );
    (territory(vec![site("a", 0.0), site("b", 20.0)], vec![gives]), lead)
}

/// The appraisal of a lead in a territory.
pub fn appraised(territory: &Territory, lead: Lead, reference: &Reference) -> Appraisal {
    let (leads, _) = appraise(vec![lead], territory, reference, &options());
    leads.into_iter().next().unwrap().appraisal.unwrap()
}

/// The middle of a term of a sum.
pub fn term(estimate: &Estimate, key: &str) -> f64 {
    let found = estimate.terms.iter().find(|term| term.key == key);
    found.unwrap_or_else(|| panic!("{key} not in {:?}", estimate.terms)).range.mid()
}

/// Fails unless two numbers are the same but for rounding.
pub fn near(got: f64, wanted: f64) {
    assert!((got - wanted).abs() < 1e-6 * (1.0 + wanted.abs()), "{got} instead of {wanted}");
}
