//! A small territory for the tests: three suppliers, two sites, two sizes at the first.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use planning::{Instance, read_instance};
use serde_json::{Value, json};

/// The base, as JSON to change.
pub fn base() -> Value {
    json!({
        "format": "fe2i-plan-instance/1", "name": "essai", "objective": "min_cost", "serve": "all", "single_site": false,
        "sources": [
            {"id": "s1", "supply_t": 120, "avoided_eur_t": 90},
            {"id": "s2", "supply_t": 60, "avoided_eur_t": 80},
            {"id": "s3", "supply_t": 24, "avoided_eur_t": 100}
        ],
        "options": [
            {"id": "a-small", "site": "a", "capacity_t": 150, "fixed_eur": 2000, "variable_eur_t": 12, "co2_kg_t": 300, "work_h_t": 1, "budget_eur": 20000},
            {"id": "a-large", "site": "a", "capacity_t": 300, "fixed_eur": 3200, "variable_eur_t": 9, "co2_kg_t": 300, "work_h_t": 0.6, "budget_eur": 34000},
            {"id": "b", "site": "b", "capacity_t": 200, "fixed_eur": 2500, "variable_eur_t": 10, "co2_kg_t": 350, "work_h_t": 3, "budget_eur": 30000}
        ],
        "haul_eur_t": [[4, 4, 20], [9, 9, 6], [15, 15, 3]]
    })
}

/// The base with keys replaced (`options/0/min_t` reaches inside).
pub fn with(changes: &[(&str, Value)]) -> Instance {
    let mut value = base();
    for (path, new) in changes {
        let (parent, key) =
            path.rsplit_once('/').map_or((String::new(), *path), |(p, k)| (format!("/{p}"), k));
        value.pointer_mut(&parent).unwrap()[key] = new.clone();
    }
    read_instance("essai.json", &value.to_string()).unwrap()
}
