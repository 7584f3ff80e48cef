//! A territory that was edited a little, done again with what the run before has left, is exactly what a full run makes of it.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use chrono::NaiveDate;
use classify::Classifier;
use diagnosis::{Memory, Options, run, run_again};
use intake::Options as Read;
use model::Territory;
use reference::Reference;
use std::path::Path;

const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();

fn vallee(reference: &Reference) -> Territory {
    let options = Read { reference, communes: None, keep_sole_traders: false, day: DAY };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/vallee");
    let batches = intake::read_path(&folder, &options, &mut |_| ()).into_iter();
    intake::assemble(&mut batches.collect::<Result<Vec<_>, _>>().unwrap(), &options).0
}

/// Every kind of edit that changes what leads are found or worth, each where a number that looks thrown points.
fn edit(territory: &mut Territory, kind: usize, thrown: usize) {
    let (flows, sites) = (territory.flows.len(), territory.sites.len());
    let other = territory.flows[(thrown + 7) % flows].clone();
    let flow = &mut territory.flows[thrown % flows];
    match kind {
        0 => flow.tonnes = flow.tonnes.map(|tonnes| tonnes.scale(3.0)).or(other.tonnes),
        1 => flow.wording = other.wording,
        2 => drop(territory.flows.remove(thrown % flows)),
        3 => flow.price = other.price,
        4 => flow.site = other.site,
        5 => territory.sites[thrown % sites].place = territory.sites[(thrown + 1) % sites].place,
        6 => territory.sites[thrown % sites].headcount = None,
        7 => drop(territory.exchanges.pop()),
        _ => drop(territory.sites.swap_remove(thrown % sites)),
    }
}

#[test]
fn after_any_edit_the_result_is_that_of_a_full_run() {
    let reference = Reference::embedded().unwrap();
    let classifier = Classifier::new(reference, DAY);
    let options = Options { draws: 20, ..Options::default() };
    let (mut territory, mut memory) = (vallee(reference), Memory::default());
    run_again(territory.clone(), &classifier, &options, &mut memory);
    for kind in 0..=8 {
        edit(&mut territory, kind, 97 * (kind + 3));
        let full = run(territory.clone(), reference, &options, &mut |_| {});
        let again = run_again(territory.clone(), &classifier, &options, &mut memory);
        assert_eq!(again.leads, full.leads, "edit {kind}");
        assert_eq!(again.visits, full.visits, "edit {kind}");
        assert_eq!(again.findings, full.findings, "edit {kind}");
        assert_eq!(again.territory, full.territory, "edit {kind}");
    }
}

#[test]
fn other_draws_or_another_day_owe_nothing_to_memory() {
    let reference = Reference::embedded().unwrap();
    let classifier = Classifier::new(reference, DAY);
    let options = Options { draws: 20, ..Options::default() };
    let (mut territory, mut memory) = (vallee(reference), Memory::default());
    run_again(territory.clone(), &classifier, &options, &mut memory);
    let other = Options { seed: 2, ..options };
    let again = run_again(territory.clone(), &classifier, &other, &mut memory);
    assert_eq!(again.leads, run(territory.clone(), reference, &other, &mut |_| {}).leads);
    territory.day = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
    let later = Classifier::new(reference, territory.day);
    let again = run_again(territory.clone(), &later, &options, &mut memory);
    assert_eq!(again.leads, run(territory, reference, &options, &mut |_| {}).leads);
}
