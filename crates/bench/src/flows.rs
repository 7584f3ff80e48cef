//! Flows as people declare them, for measuring a workplace that is in use: what is typical of each site's activity, in the words of the
//! catalogue, with an amount for what is weighed.

use crate::{Firm, below, pick};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::SeedableRng;
use reference::{Kind, Reference, Typical};
use std::fmt::Write;

/// A table of flows in the exchange format, for the sites of [`crate::actors_table`] drawn with the same firms and seed; `each` a site where
/// its activity has as many.
pub fn flows_table(drawn: &[Firm], each: usize, seed: u64, reference: &Reference) -> String {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut table = String::from("site;sens;quoi;quantité\n");
    for (number, firm) in drawn.iter().enumerate() {
        let profile = reference.activities.profile(firm.naf.get(..5).unwrap_or_default());
        let given = profile.gives.iter().map(|typical| ("jette", typical));
        let all: Vec<_> = given.chain(profile.takes.iter().map(|typical| ("achète", typical))).collect();
        let first = below(&mut random, all.len().max(1) as u64);
        let turned = all.iter().cycle().skip(usize::try_from(first).unwrap_or_default());
        for (direction, typical) in turned.take(each.min(all.len())) {
            let amount = amount(typical, &mut random, reference);
            let Some(resource) = reference.catalogue.get(typical.r.as_str()) else { continue };
            // Writing to a String cannot fail.
            let _ = writeln!(table, "S{number};{direction};\"{}\";{amount}", resource.fr.replace('"', "'"));
        }
    }
    table
}

/// « 25 t/an » of a material, nothing of the rest.
fn amount(typical: &Typical, random: &mut Xoshiro256PlusPlus, reference: &Reference) -> String {
    let kind = reference.catalogue.get(typical.r.as_str()).map(|resource| resource.kind);
    if kind == Some(Kind::Material) {
        format!("{} t/an", pick(random, &[2, 8, 25, 60, 150, 400]))
    } else {
        String::new()
    }
}
