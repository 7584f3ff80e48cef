//! How the time of a plan grows with sources, sites and months: `cargo bench -p planning`.

use planning::instance::{FORMAT, Haul, Instance, Limits, Objective, PlantOption, Serve, Source, Supply};
use planning::{Problem, Progress, Settings, solve};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

fn main() {
    divan::main();
}

/// (sources, sites, by month): a village, a territory, a region.
const CASES: [(usize, usize, bool); 5] =
    [(75, 8, false), (75, 8, true), (300, 30, false), (300, 30, true), (3000, 60, false)];

/// Time to a plan proved within 1 %.
#[divan::bench(args = CASES, sample_count = 3, sample_size = 1)]
fn within_one_percent(bencher: divan::Bencher<'_, '_>, case: (usize, usize, bool)) {
    let problem = Problem::new(&instance(case));
    let settings = Settings { gap: 0.01, ..Settings::default() };
    bencher.bench_local(|| solve(&problem, &settings, &mut |_: &Progress| true));
}

/// Three sizes a site, scale effects, minimum load of half, heat demand by month.
fn instance((sources, sites, monthly): (usize, usize, bool)) -> Instance {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(7);
    let mut share = || (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
    let mut place = || (Some(49.0 + 0.7 * share()), Some(5.6 + share()));
    let season = |n: usize, m: usize| 1.0 + 0.4 * ((n * 4 + m) as f64 / 6.0 * std::f64::consts::PI).cos();
    let list: Vec<Source> = (0..sources)
        .map(|i| {
            let (lat, lon) = place();
            let t = 20.0 + ((i * 37) % 180) as f64;
            let months = std::array::from_fn(|m| t / 12.0 * season(i, m));
            let supply_t = if monthly { Supply::Months(months) } else { Supply::Year(t) };
            let avoided_eur_t = Some(95.0);
            Source { id: format!("s{i}"), supply_t, lat, lon, avoided_eur_t, prepare_eur_t: Some(5.0) }
        })
        .collect();
    let total: f64 = list.iter().map(|s| s.supply_t.year()).sum();
    let mut options = Vec::new();
    for site in 0..sites {
        let (lat, lon) = place();
        for (size, part) in [0.06, 0.14, 0.3].into_iter().enumerate() {
            let capacity = (total * part).round();
            options.push(PlantOption {
                id: format!("o{site}-{size}"),
                site: format!("p{site}"),
                capacity_t: Some(capacity),
                fixed_eur: 230.0 * capacity.powf(0.7),
                variable_eur_t: 14.0 - 2.5 * size as f64,
                lat,
                lon,
                min_t: Some(capacity / 2.0),
                output_per_t: Some(3.0),
                output_unit: Some("MWh".to_owned()),
                output_price_eur: Some(8.0),
                output_demand: monthly
                    .then(|| std::array::from_fn(|m| capacity / 4.0 * (1.0 + 0.7 * season(0, m) - 0.7))),
                co2_kg_t: None,
                work_h_t: None,
                work_h_fixed: None,
                budget_eur: None,
            });
        }
    }
    Instance {
        format: FORMAT.to_owned(),
        name: format!("{sources} x {sites}"),
        objective: Objective::MinCost,
        serve: Serve::Free,
        single_site: false,
        sources: list,
        options,
        haul_eur_t: None,
        haul: Some(Haul { eur_t_km: 0.2, detour: 1.3, fixed_eur_t: 4.0 }),
        limits: Limits::default(),
        weights: None,
    }
}
