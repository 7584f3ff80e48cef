//! Seeded instances of growing size: three sizes a site, scale effects, minimum load of half, heat demand by month.

use planning::instance::{FORMAT, Haul, Instance, Limits, Objective, PlantOption, Serve, Source, Supply};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    pub sources: usize,
    pub sites: usize,
    /// Supply by month, and what each plant's heat can be placed in each month.
    pub monthly: bool,
    /// Capacity of the three sizes, as a share of the whole supply.
    pub sizes: [f64; 3],
    /// Heat demand swings by this much around its mean, more or less from site to site.
    pub swing: f64,
    pub seed: u64,
}

impl Case {
    pub const fn new(sources: usize, sites: usize, monthly: bool) -> Self {
        Self { sources, sites, monthly, sizes: [0.06, 0.14, 0.3], swing: 0.4, seed: 7 }
    }

    /// Plants of which a dozen and more open.
    #[allow(dead_code, reason = "not every bench draws them")]
    #[must_use]
    pub const fn many(self) -> Self {
        Self { sizes: [0.02, 0.05, 0.1], ..self }
    }
}

fn season(month: usize, start: usize) -> f64 {
    ((start + month) as f64 / 6.0 * std::f64::consts::PI).cos()
}

struct Draw(Xoshiro256PlusPlus);

impl Draw {
    fn share(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn place(&mut self) -> (Option<f64>, Option<f64>) {
        (Some(49.0 + 0.7 * self.share()), Some(5.6 + self.share()))
    }

    fn source(&mut self, case: &Case, i: usize) -> Source {
        let (lat, lon) = self.place();
        let t = 20.0 + ((i * 37) % 180) as f64;
        let months = std::array::from_fn(|m| t / 12.0 * (1.0 + 0.4 * season(m, i * 4)));
        let supply_t = if case.monthly { Supply::Months(months) } else { Supply::Year(t) };
        let (avoided_eur_t, prepare_eur_t) = (Some(95.0), Some(5.0));
        Source { id: format!("s{i}"), supply_t, lat, lon, avoided_eur_t, prepare_eur_t, strength: None }
    }

    fn site(&mut self, case: &Case, site: usize, total: f64) -> Vec<PlantOption> {
        let place = self.place();
        let swing = case.swing * (0.7 + 0.6 * self.share());
        let of_size = |(size, part): (usize, f64)| {
            let mut option = plant(site, size, (total * part).round(), place);
            let heat = |m| 3.0 * option.capacity_t.unwrap_or(0.0) / 12.0 * (1.1 + swing * season(m, 0));
            option.output_demand = case.monthly.then(|| std::array::from_fn(heat));
            option
        };
        case.sizes.into_iter().enumerate().map(of_size).collect()
    }
}

fn plant(at: usize, size: usize, capacity: f64, (lat, lon): (Option<f64>, Option<f64>)) -> PlantOption {
    PlantOption {
        id: format!("o{at}-{size}"),
        site: format!("p{at}"),
        capacity_t: Some(capacity),
        fixed_eur: 230.0 * capacity.powf(0.7),
        variable_eur_t: 14.0 - 2.5 * size as f64,
        lat,
        lon,
        min_t: Some(capacity / 2.0),
        output_per_t: Some(3.0),
        output_unit: Some("MWh".to_owned()),
        output_price_eur: Some(8.0),
        output_demand: None,
        co2_kg_t: None,
        co2_caused_kg_t: None,
        work_h_t: None,
        work_h_fixed: None,
        budget_eur: None,
    }
}

/// Places in a square of some 75 km, supplies of 20 to 200 t a year, today's treatment at 95 EUR/t.
pub fn instance(case: &Case) -> Instance {
    let mut draw = Draw(Xoshiro256PlusPlus::seed_from_u64(case.seed));
    let sources: Vec<Source> = (0..case.sources).map(|i| draw.source(case, i)).collect();
    let total: f64 = sources.iter().map(|s| s.supply_t.year()).sum();
    Instance {
        format: FORMAT.to_owned(),
        name: format!("{} x {}", case.sources, case.sites),
        objective: Objective::MinCost,
        serve: Serve::Free,
        single_site: false,
        sources,
        options: (0..case.sites).flat_map(|site| draw.site(case, site, total)).collect(),
        haul_eur_t: None,
        haul_co2_kg_t: None,
        haul: Some(Haul { eur_t_km: 0.2, detour: 1.3, fixed_eur_t: 4.0 }),
        limits: Limits::default(),
        weights: None,
    }
}
