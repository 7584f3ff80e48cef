//! Registers with a column a month: the year is the sum of the months, whatever else stands beside them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use model::Batch;
use proptest::prelude::*;
use support::read_bytes;

const MONTHS: [&str; 12] = [
    "Janvier",
    "Février",
    "Mars",
    "Avril",
    "Mai",
    "Juin",
    "Juillet",
    "Août",
    "Septembre",
    "Octobre",
    "Novembre",
    "Décembre",
];

fn read(text: &str) -> Batch {
    read_bytes("registre.csv", text.as_bytes()).remove(0).unwrap()
}

fn tonnes(batch: &Batch, wording: &str) -> f64 {
    let of = batch.flows.iter().find(|flow| *flow.wording == wording);
    let of = of.unwrap_or_else(|| panic!("{wording}: {:?} {:?}", batch.flows, batch.report));
    of.tonnes.unwrap_or_else(|| panic!("{:?}", of.quantity)).mid()
}

fn keys(batch: &Batch) -> Vec<&str> {
    batch.findings.iter().map(|finding| finding.key.as_str()).collect()
}

#[test]
fn months_in_columns_are_added_and_the_totals_are_not() {
    let text = format!(
        "Suivi des déchets 2025 - Menuiserie du Val;;;;\n\
         Déchet;Code déchet;Exutoire;{};Total (t)\n\
         Palettes cassées;15 01 03;Scierie du Val;1;1;1;1;1;1;1;0;1;1;1;2;12\n\
         Cartons;;Papeterie;0,5;;-;0,5;;;néant;;;;;;1\n\
         Sciure;;Scierie du Val;;;;;;;;;;;;;\n\
         TOTAL;;;1,5;1;1;1,5;1;1;1;0;1;1;1;2;13\n",
        MONTHS.join(";")
    );
    let batch = read(&text);
    assert!((tonnes(&batch, "Palettes cassées") - 12.0).abs() < 1e-9);
    assert!((tonnes(&batch, "Cartons") - 1.0).abs() < 1e-9);
    assert_eq!(batch.report.records, 2);
    let skipped = |key: &str| batch.report.skipped.iter().any(|(why, count)| why == key && *count == 1);
    assert!(skipped("skip-total") && skipped("skip-no-month"), "{:?}", batch.report.skipped);
    assert!(batch.sites.iter().any(|site| site.name == "Menuiserie du Val"), "{:?}", batch.sites);
    let stated = batch.flows[0].stated.as_deref().unwrap();
    assert_eq!(stated, "12 t/an (2025, 11 relevés mensuels)");
    assert!(!keys(&batch).contains(&"intake-register-partial-year"), "{:?}", keys(&batch));
}

#[test]
fn half_a_year_of_dated_months_is_brought_to_twelve() {
    let text = "Nature du déchet;Unité;01/2026;02/2026;03/2026;04/2026;05/2026;06/2026\nbois;kg;500;500;500;500;500;500\n";
    let batch = read(text);
    assert!((tonnes(&batch, "bois") - 6.0).abs() < 1e-6, "{}", tonnes(&batch, "bois"));
    assert!(keys(&batch).contains(&"intake-register-partial-year"));
}

#[test]
fn months_without_a_year_are_taken_for_the_last_one_and_said() {
    let text = format!(
        "Déchet;Code;{}\nbois;15 01 03;{}\n",
        MONTHS.map(|m| format!("{m} (t)")).join(";"),
        ["1"; 12].join(";")
    );
    let batch = read(&text);
    assert!((tonnes(&batch, "bois") - 12.0).abs() < 1e-9);
    assert!(keys(&batch).contains(&"intake-register-year-assumed"), "{:?}", keys(&batch));
}

#[test]
fn a_month_that_cannot_be_read_goes_back_with_the_line_as_it_was() {
    let text = format!(
        "Registre 2025;;\nDéchet;Code;{};Total (t)\nbois;15 01 03;beaucoup;{};11\n",
        MONTHS.join(";"),
        ["1"; 11].join(";")
    );
    let batch = read(&text);
    assert!((tonnes(&batch, "bois") - 11.0).abs() < 1e-9);
    let [reject] = batch.report.rejects.as_slice() else { panic!("{:?}", batch.report.rejects) };
    assert_eq!((reject.column.as_deref(), reject.kept, reject.cells.len()), (Some("Janvier"), true, 15));
    assert_eq!(
        (batch.report.refused_lines(), batch.report.values_to_correct(), batch.report.records),
        (0, 1, 1)
    );
    assert_eq!(batch.report.headings.len(), 15);
}

proptest! {
    #[test]
    fn the_year_is_the_sum_of_its_months(cells in proptest::collection::vec(0_u32..50_000, 12), total in any::<bool>(), order in any::<bool>()) {
        prop_assume!(cells.iter().any(|kilos| *kilos > 0));
        let sum = f64::from(cells.iter().sum::<u32>()) / 1_000.0;
        let mut columns: Vec<(String, String)> = MONTHS.iter().zip(&cells).map(|(month, kilos)| ((*month).to_owned(), kilos.to_string())).collect();
        if order {
            columns.reverse();
        }
        if total {
            columns.push(("Total annuel".to_owned(), cells.iter().sum::<u32>().to_string()));
        }
        let (headings, values): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let text = format!("Registre des déchets 2025 (kg);;\nDéchet;Code;{}\nbois;15 01 03;{}\n", headings.join(";"), values.join(";"));
        let batch = read(&text);
        prop_assert!((tonnes(&batch, "bois") - sum).abs() < 1e-6, "{} for {sum}", tonnes(&batch, "bois"));
    }
}

#[test]
fn quarters_in_columns_are_a_year() {
    for headings in [
        "T1;T2;T3;T4",
        "1er trimestre;2e trimestre;3e trimestre;4e trimestre",
        "janv.-mars;avr.-juin;juil.-sept.;oct.-déc.",
    ] {
        let text = format!(
            "Registre 2025\nDéchet;Code;{headings};Total (t)\nbois;15 01 03;1,5;2;0;2,5;6\nTOTAL;;1,5;2;0;2,5;6\n"
        );
        let batch = read(&text);
        assert!((tonnes(&batch, "bois") - 6.0).abs() < 1e-9, "{headings}: {}", tonnes(&batch, "bois"));
        assert_eq!(batch.flows[0].stated.as_deref(), Some("6 t/an (2025, 3 relevés trimestriels)"));
        assert!(!keys(&batch).contains(&"intake-register-partial-year"), "{headings}: {:?}", keys(&batch));
    }
}

#[test]
fn quarters_of_two_years_are_averaged_and_half_a_year_is_brought_to_twelve_months() {
    let two = "Déchet;Unité;T1 2024;T2 2024;T3 2024;T4 2024;T1 2025;T2 2025;T3 2025;T4 2025\nbois;t;1;1;1;1;2;2;2;2\n";
    assert!((tonnes(&read(two), "bois") - 6.0).abs() < 1e-9, "{}", tonnes(&read(two), "bois"));
    let half = read("Déchet;Unité;T1 2026;T2 2026\nbois;t;1;1\n");
    assert!((tonnes(&half, "bois") - 4.0).abs() < 1e-6, "{}", tonnes(&half, "bois"));
    assert!(keys(&half).contains(&"intake-register-partial-year"));
}

#[test]
fn quarters_beside_the_months_are_their_totals() {
    let headings = MONTHS.chunks(3).enumerate().map(|(ix, three)| format!("{};T{}", three.join(";"), ix + 1));
    let headings: Vec<String> = headings.collect();
    let text = format!(
        "Registre 2025 (t)\nDéchet;Code;{}\nbois;15 01 03;{}\n",
        headings.join(";"),
        ["1;1;1;3"; 4].join(";")
    );
    assert!((tonnes(&read(&text), "bois") - 12.0).abs() < 1e-9, "{}", tonnes(&read(&text), "bois"));
}

#[test]
fn months_tell_the_season() {
    let of = |amounts: &str| {
        let batch =
            read(&format!("Registre 2025 (t)\nDéchet;Code;{}\nbois;15 01 03;{amounts}\n", MONTHS.join(";")));
        batch.flows[0].season.as_deref().copied()
    };
    let winter = of("3;3;2;;;;;;;;2;2").unwrap();
    assert!((winter.0[0] - 0.25).abs() < 1e-6 && winter.0[6].abs() < 1e-6, "{winter:?}");
    assert_eq!(of("1;1;1;1;1;1;1;1;1;1;1;1"), None);
    assert_eq!(of("6;;;;;;6;;;;;"), None, "two skips a year are no season");
}
