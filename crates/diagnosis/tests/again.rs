//! A territory that was edited a little, done again with what the run before has left, is exactly what a full run makes of it.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use chrono::NaiveDate;
use classify::Classifier;
use diagnosis::{Memory, Options, run, run_again};
use intake::Options as Read;
use model::{Flow, Territory};
use proptest::prelude::*;
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
        0 => flow.tonnes = flow.tonnes.map(|tonnes| tonnes.scale(3.0)).or(*other.tonnes).into(),
        1 => flow.wording = other.wording,
        2 => drop(territory.flows.remove(thrown % flows)),
        3 => flow.price = other.price,
        4 => flow.site = other.site,
        5 => territory.sites[thrown % sites].place = territory.sites[(thrown + 1) % sites].place,
        6 => territory.sites[thrown % sites].headcount = None,
        7 => drop(territory.exchanges.pop()),
        8 => {
            let (id, site) = (format!("added-{thrown}-{flows}").into(), flow.site.clone());
            territory.flows.push(Flow { id, site, ..other });
        }
        _ => drop(territory.sites.swap_remove(thrown % sites)),
    }
}

/// The valley analysed once, so that there is something to remember.
fn remembered(options: &Options) -> (Territory, Classifier<'static>, Memory) {
    let reference = Reference::embedded().unwrap();
    let (territory, classifier, mut memory) =
        (vallee(reference), Classifier::new(reference, DAY), Memory::default());
    run_again(territory.clone(), &classifier, options, &mut memory);
    (territory, classifier, memory)
}

/// All that a full run finds is found again, and nothing else.
fn same(territory: &Territory, classifier: &Classifier<'_>, options: &Options, memory: &mut Memory) {
    let full = run(territory.clone(), classifier.reference(), options, &mut |_| {});
    let again = run_again(territory.clone(), classifier, options, memory);
    assert_eq!(again.leads, full.leads);
    assert_eq!(again.visits, full.visits);
    assert_eq!(again.findings, full.findings);
    assert_eq!(again.territory, full.territory);
}

const FEW_DRAWS: usize = 20;

/// As many leads as the valley has, or so few that most are cut: then the pairs far from an edit are not looked for again.
fn all_or_few() -> [Options; 2] {
    let all = Options { draws: FEW_DRAWS, ..Options::default() };
    [all, Options { matching: matching::Options { total: 150, ..all.matching }, ..all }]
}

#[test]
fn after_each_kind_of_edit_the_result_is_that_of_a_full_run() {
    for options in all_or_few() {
        let (mut territory, classifier, mut memory) = remembered(&options);
        for kind in (0..=9).chain([0, 1]) {
            edit(&mut territory, kind, 97 * (kind + 3));
            same(&territory, &classifier, &options, &mut memory);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_the_result_is_that_of_a_full_run(
        few in 0..2_usize,
        edits in proptest::collection::vec((0..10_usize, 0..10_000_usize), 1..6),
    ) {
        let options = all_or_few()[few];
        let (mut territory, classifier, mut memory) = remembered(&options);
        for (kind, thrown) in edits {
            edit(&mut territory, kind, thrown);
            same(&territory, &classifier, &options, &mut memory);
        }
    }
}

#[test]
fn other_draws_or_another_day_owe_nothing_to_memory() {
    let options = Options { draws: FEW_DRAWS, ..Options::default() };
    let (mut territory, classifier, mut memory) = remembered(&options);
    same(&territory, &classifier, &Options { seed: 2, ..options }, &mut memory);
    territory.day = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
    same(&territory, &Classifier::new(classifier.reference(), territory.day), &options, &mut memory);
}
