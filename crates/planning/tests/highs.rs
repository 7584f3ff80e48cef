//! The exported file, read by HiGHS where Python and highspy are there: the same optimum. Skips aloud otherwise; fails when everything
//! is required.

mod common;

use common::with;
use planning::formulation::write_lp;
use planning::{Problem, Progress, Settings, solve};
use serde_json::{Value, json};
use std::process::Command;

const SCRIPT: &str = "import sys, highspy
h = highspy.Highs()
h.setOptionValue('output_flag', False)
h.setOptionValue('mip_rel_gap', 1e-9)
h.readModel(sys.argv[1])
h.run()
print(h.getInfo().objective_function_value)";

#[expect(clippy::print_stdout, reason = "a skip is said aloud")]
fn there() -> bool {
    let there =
        Command::new("python3").args(["-c", "import highspy"]).output().is_ok_and(|o| o.status.success());
    if !there {
        #[expect(clippy::disallowed_methods, reason = "a test asks whether it may skip")]
        let required = std::env::var("FE2I_REQUIRE_ALL").is_ok();
        assert!(!required, "highspy is missing: pip install highspy");
        println!("SKIPPED: highspy is not there (pip install highspy)");
    }
    there
}

fn cases() -> Vec<Vec<(&'static str, Value)>> {
    vec![
        vec![],
        vec![("single_site", json!(true)), ("options/1/capacity_t", json!(130))],
        vec![("serve", json!("free")), ("limits", json!({"max_options": 1, "budget_eur": 31000}))],
        vec![
            ("options/2/min_t", json!(80)),
            ("options/2/output_per_t", json!(2)),
            ("options/2/output_demand", json!([50, 40, 40, 30, 20, 10, 10, 10, 20, 30, 40, 50])),
            ("objective", json!("max_value")),
            ("weights", json!({"co2_eur_t": 100, "work_eur_h": 30})),
        ],
    ]
}

#[test]
fn highs_finds_the_same_optimum_in_the_exported_file() {
    if !there() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (n, changes) in cases().iter().enumerate() {
        let problem = Problem::new(&with(changes));
        let path = folder.path().join(format!("{n}.lp"));
        write_lp(&problem, &mut std::fs::File::create(&path).unwrap()).unwrap();
        let said = Command::new("python3").args(["-c", SCRIPT]).arg(&path).output().unwrap();
        let text = String::from_utf8_lossy(&said.stdout).trim().to_owned();
        let highs: f64 =
            text.parse().unwrap_or_else(|_| panic!("{text} {}", String::from_utf8_lossy(&said.stderr)));
        let outcome = solve(&problem, &Settings::default(), &mut |_: &Progress| true);
        let own = outcome.plan.unwrap().cost;
        assert!((own - highs).abs() <= 1e-5 * highs.abs().max(1.0), "case {n}: {own} against {highs}");
        assert!(
            outcome.bound <= highs + 1e-5 * highs.abs(),
            "case {n}: bound {} above {highs}",
            outcome.bound
        );
    }
}
