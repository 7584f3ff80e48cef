//! What must hold whatever the numbers.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod support;

use appraisal::appraise;
use model::{Appraisal, Direction, Estimate, Lead, LeadKind, Party, Role, Territory};
use proptest::prelude::*;
use reference::Reference;
use std::sync::OnceLock;
use support::*;
use units::Range;

/// The knowledge base with honest spreads.
fn spread() -> &'static Reference {
    static SPREAD: OnceLock<Reference> = OnceLock::new();
    SPREAD.get_or_init(|| {
        knowledge(
            &[],
            &[
                ("price.treatment.landfill", 125.0, 150.0, 190.0),
                ("price.material.chips", 30.0, 60.0, 100.0),
                ("price.transport.skip-rotation", 90.0, 150.0, 260.0),
                ("price.transport.skip", 0.2, 0.3, 0.5),
                ("transport.detour-factor", 1.2, 1.3, 1.45),
                ("transport.usual-km", 10.0, 35.0, 120.0),
                ("facilitator.lasting", 2.0, 4.0, 8.0),
            ],
        )
    })
}

fn appraised(territory: &Territory, lead: Lead) -> Appraisal {
    let (leads, _) = appraise(vec![lead], territory, spread(), &options());
    leads.into_iter().next().unwrap().appraisal.unwrap()
}

fn estimates(appraisal: &Appraisal) -> impl Iterator<Item = &Estimate> {
    let gains = &appraisal.gains;
    [&gains.euros, &gains.co2, &gains.co2_credit, &gains.mass, &gains.energy, &gains.water, &gains.work]
        .into_iter()
        .flatten()
}

fn tonnes() -> impl Strategy<Value = Range> {
    (1.0..500.0_f64, 0.0..1.0_f64, 0.0..2.0_f64)
        .prop_map(|(mid, down, up)| range(mid * (1.0 - 0.9 * down), mid, mid * (1.0 + up)))
}

/// Givers of scrap 1 km apart and a shredder.
fn chain(amounts: &[Range], likelihood: f32) -> (Territory, Lead) {
    let flows: Vec<_> = amounts
        .iter()
        .enumerate()
        .map(|(ix, tonnes)| {
            fated(flow(&format!("g{ix}"), Direction::GivesOut, "scrap", Some(*tonnes)), "enfoui")
        })
        .collect();
    let mut sites: Vec<_> = (0..amounts.len()).map(|ix| site(&format!("g{ix}"), ix as f64)).collect();
    sites.push(site("plant", 3.0));
    let mut parties: Vec<Party> = flows.iter().map(|flow| party(flow, Role::Giver, likelihood)).collect();
    parties.push(Party {
        site: "plant".into(),
        role: Role::Processor,
        flow: None,
        tonnes: None,
        likelihood: 1.0,
    });
    let lead = lead(LeadKind::Chain, "scrap", parties, &[("scrap-shredding", "scrap", "plant")], Some(5.0));
    (territory(sites, flows), lead)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn more_distance_is_never_more_euros(tonnes in tonnes(), km in 0.0..200.0_f64, further in 0.1..200.0_f64) {
        let euros = |km: f64| {
            let (territory, lead) = scrap_lead(Some(tonnes), Some(km));
            appraised(&territory, lead).gains.euros.unwrap().range
        };
        let (near, far) = (euros(km), euros(km + further));
        prop_assert!(far.mid() <= near.mid() && far.low() <= near.low() && far.high() <= near.high());
    }

    #[test]
    fn the_break_even_distance_is_where_the_median_is_zero(tonnes in tonnes()) {
        let (territory, lead) = scrap_lead(Some(tonnes), Some(10.0));
        let appraisal = appraised(&territory, lead.clone());
        let road = appraisal.break_even_km.unwrap();
        // Break-even is by road; the detour is drawn, so drive as the crow flies with a detour of exactly one.
        let straight = knowledge(&[], &[
            ("price.treatment.landfill", 125.0, 150.0, 190.0),
            ("price.material.chips", 30.0, 60.0, 100.0),
            ("price.transport.skip-rotation", 90.0, 150.0, 260.0),
            ("price.transport.skip", 0.2, 0.3, 0.5),
            ("transport.detour-factor", 1.0, 1.0, 1.0),
            ("transport.usual-km", 10.0, 35.0, 120.0),
        ]);
        let there = Lead { km: Some(road), ..lead };
        let (leads, _) = appraise(vec![there], &territory, &straight, &options());
        let euros = leads[0].appraisal.as_ref().unwrap().gains.euros.as_ref().unwrap().range;
        prop_assert!(euros.mid().abs() <= 0.01 * (euros.high() - euros.low()), "{euros:?} at {road} km");
    }

    #[test]
    fn the_terms_add_up_to_the_total(tonnes in tonnes(), km in 0.0..100.0_f64) {
        let (territory, lead) = scrap_lead(Some(tonnes), Some(km));
        for estimate in estimates(&appraised(&territory, lead)) {
            let sum: f64 = estimate.terms.iter().map(|term| term.range.mid()).sum();
            let width: f64 = estimate.terms.iter().map(|term| term.range.high() - term.range.low()).sum();
            // Medians of skewed terms do not add up exactly; they may part by a fraction of the spread.
            prop_assert!((sum - estimate.range.mid()).abs() <= 0.15 * width + 1e-6, "{estimate:?}");
        }
    }

    #[test]
    fn a_chain_diverts_what_its_givers_give(amounts in prop::collection::vec(tonnes(), 2..6)) {
        let (territory, lead) = chain(&amounts, 1.0);
        let gains = appraised(&territory, lead).gains;
        let sum = amounts.iter().copied().reduce(|a, b| a + b).unwrap();
        let mass = gains.mass.unwrap().range;
        // Independent givers: the sum is narrower than the correlated one, and near its middle.
        prop_assert!(mass.high() <= sum.high() * 1.01 && mass.low() >= sum.low() * 0.99, "{mass:?} {sum:?}");
        // Hours are 2 per tonne of the same draws: the same tonnes in every gain.
        let work = gains.work.unwrap().range;
        prop_assert!((work.mid() - 2.0 * mass.mid()).abs() < 1e-6 * mass.mid());
    }

    #[test]
    fn unlikely_givers_bring_less(amounts in prop::collection::vec(tonnes(), 4..8)) {
        let mass = |likelihood: f32| {
            let (territory, lead) = chain(&amounts, likelihood);
            appraised(&territory, lead).gains.mass.unwrap().range
        };
        prop_assert!(mass(0.3).mid() < mass(1.0).mid());
    }

    #[test]
    fn same_seed_same_result_in_any_company(tonnes in tonnes(), seed: u64) {
        let (territory, lead) = scrap_lead(Some(tonnes), Some(12.0));
        let options = appraisal::Options { seed, ..options() };
        let other = Lead { id: "other".into(), ..lead.clone() };
        let (alone, _) = appraise(vec![lead.clone()], &territory, spread(), &options);
        let (together, _) = appraise(vec![other, lead], &territory, spread(), &options);
        let mut found = together.iter().find(|l| l.id == alone[0].id).unwrap().clone();
        // Both promise the same residue; that is all company changes.
        let appraisal = found.appraisal.as_mut().unwrap();
        prop_assert_eq!(std::mem::take(&mut appraisal.rivals), vec![model::LeadId::from("other")]);
        prop_assert_eq!(std::mem::take(&mut appraisal.rival_count), 1);
        prop_assert_eq!(&found, &alone[0]);
    }
}

#[test]
fn another_seed_gives_another_draw_of_the_same_thing() {
    let (territory, lead) = scrap_lead(Some(range(5.0, 10.0, 30.0)), Some(12.0));
    let euros = |seed| {
        let options = appraisal::Options { seed, ..options() };
        let (leads, _) = appraise(vec![lead.clone()], &territory, spread(), &options);
        leads[0].appraisal.as_ref().unwrap().gains.euros.as_ref().unwrap().range
    };
    let (a, b) = (euros(1), euros(2));
    assert_ne!(a, b);
    assert!((a.mid() - b.mid()).abs() < 0.1 * a.mid(), "{a:?} {b:?}");
}
