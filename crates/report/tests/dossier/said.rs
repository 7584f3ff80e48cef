//! What the dossier says, sentence by sentence: nothing cut, nothing twice, nothing that another line denies.

use super::{paragraphs, planned, site, with, with_of, wood};
use model::{Confidentiality, Direction, FlowId, Price, Season, Territory};
use planning::chain::Study;
use report::Audience;
use report::Dossier;
use report::dossier::{Block, Cell, Document, Told, document, twins};
use units::{Quantity, Range};

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// All that is said, the notes and the map left out.
fn all(view: &Dossier<'_>) -> String {
    said(&document(view))
}

fn said(document: &Document) -> String {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading(text) | Block::Text(text) | Block::Item(text) => lines.push(text.clone()),
            Block::Table(table) => {
                lines.push(table.head.join(" | "));
                lines.extend(
                    table.rows.iter().map(|row| row.iter().map(shown).collect::<Vec<_>>().join(" | ")),
                );
            }
            Block::Chart(chart) => lines.extend(chart.labels.iter().cloned()),
            Block::Map(_) => {}
        }
    }
    plain(&lines.join("\n"))
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => plain(text),
        Cell::Number(value) => plain(&wording::rounded(wording::Lang::Fr, *value, 3)),
        Cell::Unknown | Cell::Live(..) => "–".to_owned(),
    }
}

/// The rows of the table that has this heading.
fn rows(document: &Document, head: &str) -> Vec<Vec<String>> {
    let table = document.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.head.iter().any(|title| plain(title) == head) => Some(table),
        _ => None,
    });
    table
        .map_or_else(Vec::new, |table| table.rows.iter().map(|row| row.iter().map(shown).collect()).collect())
}

fn priced(territory: &mut Territory, flow: usize, each: f64, unit: &str) {
    let value = Quantity::new(Range::exact(each).unwrap(), unit.parse().unwrap());
    territory.flows[flow].price = Some(Box::new(Price { value, stated: "dit".into() }));
}

#[test]
fn a_season_is_a_run_of_months_around_the_year() {
    let mut territory = wood();
    let months = |within: &[usize]| {
        let share = 1.0 / f32::from(u8::try_from(within.len()).unwrap());
        Season(std::array::from_fn(|ix| if within.contains(&(ix + 1)) { share } else { 0.0 }))
    };
    territory.flows[0].season = Some(Box::new(months(&[9, 10, 11, 12, 1, 2, 3, 4, 5, 6])));
    territory.flows[1].season = Some(Box::new(months(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])));
    with_of(&territory, Audience::Facilitator, |view| {
        let said: Vec<String> =
            rows(&document(view), "Saison").into_iter().map(|mut row| row.swap_remove(4)).collect();
        assert_eq!(said, ["septembre à juin", "toute l’année"]);
    });
}

#[test]
fn a_takers_usual_price_is_no_bill_and_its_own_price_is_what_it_pays() {
    with(Audience::Facilitator, |view| {
        let text = all(view);
        assert!(text.contains("au prix usuel, qui n’est pas une facture"), "{text}");
        assert!(!text.contains("seul, vous payez environ"), "{text}");
    });
    let mut territory = wood();
    priced(&mut territory, 2, -95.0, "EUR/MWh");
    with_of(&territory, Audience::Facilitator, |view| {
        assert!(all(view).contains("seul, vous payez environ"));
    });
}

#[test]
fn a_cost_that_is_partly_known_is_not_called_unknown() {
    let mut territory = wood();
    priced(&mut territory, 0, -12.0, "EUR/t");
    let mut second = territory.flows[0].clone();
    second.id = FlowId::from("f-une-bis");
    second.price = None;
    territory.flows.push(second);
    planned("wood-boiler", &territory, Audience::Facilitator, |view| {
        let text = all(view);
        assert!(text.contains("Maison une : sur 2 apports, 1 a le coût que vous avez dit"), "{text}");
        assert!(!text.contains("n’est pas connu et n’est pas compté"), "{text}");
    });
}

#[test]
fn a_row_has_one_rounding() {
    let mut territory = wood();
    let amount = Range::new(2_680.0, 2_940.0, 3_200.0).unwrap();
    territory.flows[2].quantity = Some(Quantity::new(amount, "MWh/year".parse().unwrap())).into();
    with_of(&territory, Audience::Facilitator, |view| {
        let taker = &view.study.opened[0].takers[0];
        let n = |value: f64| plain(&wording::rounded(wording::Lang::Fr, value, 3));
        let row = &rows(&document(view), "Reçoit par an")[0];
        assert!(row[3].starts_with(&format!("{} (", n(taker.demand.mid()))), "{row:?}");
        assert_eq!(row[4], n(taker.gets));
    });
}

#[test]
fn nobody_is_employed_where_no_hour_is() {
    with(Audience::Facilitator, |view| {
        assert!(all(view).contains("Réunir la structure d’insertion") && all(view).contains("ACI"));
        let mut study = view.study.clone();
        study.opened[0].staffing.iter_mut().for_each(|one| one.fte = Range::ZERO);
        let text = all(&Dossier { study: &study, ..*view });
        assert!(!text.contains("Réunir la structure d’insertion") && !text.contains("ACI :"), "{text}");
        assert!(!text.contains("La structure d’insertion et l’État"), "{text}");
    });
}

#[test]
fn a_partner_that_brings_and_takes_stands_once() {
    let mut territory = wood();
    let mut own = territory.flows[0].clone();
    (own.id, own.site) = (FlowId::from("f-lycée-bois"), territory.flows[2].site.clone());
    territory.flows.push(own);
    planned("wood-boiler", &territory, Audience::Facilitator, |view| {
        let split = view.study.opened[0].split.as_ref().unwrap();
        let document = document(view);
        let partners = rows(&document, "Shapley (€/an)");
        let its: Vec<_> = partners.iter().filter(|row| row[0] == "Maison lycée").collect();
        assert_eq!((its.len(), partners.len()), (1, split.lines.len() - 1), "{partners:?}");
        let text = said(&document);
        assert!(text.contains("Maison lycée (preneur) :") && text.contains("Maison lycée (apporteur) :"));
        let parts = Told::new(view).parts(&view.study.opened[0], split);
        let sum: f64 = parts.iter().map(|part| part.shapley).sum();
        assert!((sum - split.total).abs() < 1.0, "{sum}");
    });
}

#[test]
fn the_noise_of_a_computer_is_no_euro() {
    with(Audience::Facilitator, |view| {
        let mut study = view.study.clone();
        study.opened[0].split.as_mut().unwrap().lines[1].1 = -8.32e-12;
        let text = all(&Dossier { study: &study, ..*view });
        assert!(text.contains("soit 0 € de mieux") && !text.contains("0,00000"), "{text}");
    });
}

#[test]
fn members_read_a_confidential_taker_and_no_share_or_price_that_a_company_gave() {
    let mut territory = wood();
    territory.flows[2].confidentiality = Confidentiality::Facilitator;
    with_of(&territory, Audience::Members, |view| {
        let text = all(view);
        assert!(text.contains("preneur confidentiel") && text.contains("Shapley"), "{text}");
        assert!(!rows(&document(view), "Site étudié").concat().contains(&"Maison lycée".to_owned()));
    });
    let mut territory = wood();
    priced(&mut territory, 2, -95.0, "EUR/MWh");
    with_of(&territory, Audience::Members, |view| {
        let document = document(view);
        assert!(rows(&document, "Shapley (€/an)").is_empty());
        assert_eq!(rows(&document, "Reçoit par an")[0][5], "–");
        let text = said(&document);
        assert!(!text.contains("Recette : ") && text.contains("n’est pas publié"), "{text}");
    });
}

#[test]
fn a_plan_that_loses_says_so_first() {
    with(Audience::Facilitator, |view| {
        assert!(Told::new(view).loses().is_none());
        let mut study = view.study.clone();
        let risk = study.risk.as_mut().unwrap();
        (risk.p50, risk.gains) = (Some(-23_500.0), 0.28);
        let told = paragraphs(&document(&Dossier { study: &study, ..*view }));
        assert!(told[0].starts_with("Attention, ce plan perd de l’argent"), "{}", told[0]);
        assert!(told[0].contains("23 500 €") && told[0].contains("28 %"), "{}", told[0]);
    });
}

#[test]
fn the_heat_of_an_engine_is_told_on_the_first_page() {
    let mut territory = Territory { day: super::DAY, ..Territory::default() };
    site(&mut territory, "abattoir", 1.0, Direction::GivesOut, "biowaste", 20_000.0, "t/year");
    site(&mut territory, "ferme", 0.0, Direction::GivesOut, "fruit-vegetable-waste", 20_000.0, "t/year");
    territory.sites[1].activity_label = Some("élevage".into());
    territory.actors[1].kind = model::ActorKind::LocalAuthority;
    planned("biogas-chp", &territory, Audience::Facilitator, |view| {
        let told = paragraphs(&document(view));
        let first = told.iter().take_while(|text| !text.contains("apports ont une quantité"));
        assert!(first.into_iter().any(|text| text.contains("ne sont ni vendus ni utilisés")), "{told:?}");
    });
}

#[test]
fn moved_prices_are_named_by_the_lines_of_the_account() {
    with(Audience::Facilitator, |view| {
        let text = all(view);
        assert!(text.contains("annuité et entretien, stock à part"), "{text}");
        assert!(text.contains("avec l’annuité et l’entretien du stock couvert"), "{text}");
    });
}

#[test]
fn plans_that_hardly_differ_stand_once_and_one_with_more_posts_stays() {
    with(Audience::Facilitator, |view| {
        let own = |choice: &&planning::chain::Choice| choice.open == view.study.answer.open;
        let first = view.study.front.iter().find(own).unwrap().clone();
        let (mut near, mut staffed) = (first.clone(), first.clone());
        near.totals.eur *= 0.995;
        near.input *= 0.98;
        staffed.totals.hours = first.totals.hours.map(|hours| 1.5 * hours + 3_000.0);
        assert_eq!(twins(view.chain, &[&first, &near, &staffed]), [0, 0, 2]);
        // Of a small gain a thousand euros are much, beside a large one they are no reason to choose.
        let (mut low, mut lower) = (staffed.clone(), staffed.clone());
        (low.totals.eur, lower.totals.eur) = (0.1 * first.totals.eur, 0.095 * first.totals.eur);
        assert_eq!(twins(view.chain, &[&first, &low, &lower]), [0, 1, 1]);
        let own = Study { front: vec![near, first, staffed], ..view.study.clone() };
        let plans = rows(&document(&Dossier { study: &own, ..*view }), "Plan");
        assert_eq!(plans.len(), 2, "{plans:?}");
        assert!(plans[0][0].contains("le plan de ce dossier"), "{plans:?}");
    });
}

#[test]
fn one_supply_is_not_several() {
    let mut territory = wood();
    territory.flows.truncate(3);
    territory.flows.remove(1);
    territory.flows[0].quantity =
        Some(Quantity::new(Range::exact(6.0).unwrap(), "t/year".parse().unwrap())).into();
    planned("wood-boiler", &territory, Audience::Facilitator, |view| {
        let text = plain(&Told::new(view).nothing());
        assert!(text.contains("en un seul apport connu"), "{text}");
    });
    with(Audience::Facilitator, |view| {
        let text = all(view);
        assert!(text.contains("Un seul site est possible.") && !text.contains("1 sites"), "{text}");
    });
}

#[test]
fn the_careful_plan_is_weighed_at_the_middle_and_at_the_median() {
    with(Audience::Facilitator, |view| {
        let mut study = view.study.clone();
        let risk = study.risk.as_mut().unwrap();
        risk.middle = risk.middle.map(|eur| eur + 5_000.0);
        risk.p50 = Some(138_000.0);
        let choice = view.study.front[0].clone();
        let open = vec!["another".to_owned()];
        let choice = planning::chain::Choice { open, ..choice };
        let caution = planning::chain::Caution::default();
        let best = planning::chain::Sturdy { choice, study, caution, singles: 4, pairs: 0, weighed: 7 };
        let text = all(&Dossier { sturdy: Some(&best), ..*view });
        assert!(text.contains("en médiane des tirages, 138 000 € contre"), "{text}");
        assert!(text.contains("il gagne 5 000 € de plus par an"), "{text}");
        assert!(!text.contains("meilleur gain médian"), "{text}");
    });
}

#[test]
fn no_hour_of_insertion_is_not_told_as_a_gain_of_the_authority() {
    with(Audience::Facilitator, |view| {
        assert!(all(view).contains("h d’insertion par an et"));
        let mut study = view.study.clone();
        study.opened[0].posts.iter_mut().for_each(|post| post.hours = Range::ZERO);
        let text = all(&Dossier { study: &study, ..*view });
        assert!(text.contains("Elle y trouve ") && !text.contains("h d’insertion par an et"), "{text}");
    });
}

#[test]
fn a_note_gives_a_figure_with_the_digits_of_what_is_made_of_it() {
    with(Audience::Facilitator, |view| {
        let id = "work.cost-hour.insertion";
        let figure = view.reference.figures.on(id, view.day).unwrap();
        let mid = plain(&wording::rounded(wording::Lang::Fr, figure.value.range.mid(), 3));
        let notes = document(view).notes;
        let note = notes.iter().find(|note| note.contains(id)).unwrap();
        assert!(plain(note).contains(&format!("€/h (le plus probable {mid})")), "{note}");
    });
}

#[test]
fn the_usual_cost_of_a_small_supplier_is_a_range() {
    let mut territory = wood();
    for (km, id) in (4_u8..).zip(["trois", "quatre", "cinq", "six", "sept", "huit"]) {
        site(&mut territory, id, f64::from(km), Direction::GivesOut, "pallet-wood", 60.0, "t/year");
    }
    planned("wood-boiler", &territory, Audience::Facilitator, |view| {
        let small = rows(&document(view), "Coût actuel (€/an, négatif : une recette)");
        assert!(!small.is_empty() && small.iter().all(|row| row[2].contains(" à ")), "{small:?}");
    });
}
