//! How usual each pathway is for each class of a territory.

use crate::index::number;
use reference::{Pathway, Reference};
use std::collections::HashMap;

/// How usual each pathway is for each class of the territory: a table, because it is asked millions of times.
pub(crate) struct Usual {
    classes: Vec<String>,
    pathways: usize,
    table: Vec<Option<f64>>,
    /// Whether a class of the same group of the nomenclature runs the pathway.
    akin: Vec<bool>,
}

impl Usual {
    /// The numbers of each site's classes, and the table over them.
    pub(crate) fn of(classes: &[Vec<String>], reference: &Reference) -> (Vec<Vec<u32>>, Self) {
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        let mut known: Vec<&str> = Vec::new();
        for class in classes.iter().flatten() {
            numbers.entry(class).or_insert_with(|| {
                known.push(class);
                number(known.len() - 1)
            });
        }
        let ids = classes
            .iter()
            .map(|of_site| of_site.iter().map(|class| numbers[class.as_str()]).collect())
            .collect();
        let pathways = reference.pathways.all();
        let table = known.iter().flat_map(|class| pathways.iter().map(move |p| p.usual_for(class))).collect();
        let akin = known.iter().flat_map(|class| pathways.iter().map(move |p| is_akin(class, p))).collect();
        let classes = known.into_iter().map(ToOwned::to_owned).collect();
        (ids, Self { classes, pathways: pathways.len(), table, akin })
    }

    /// The classes of the territory, by number.
    pub(crate) fn classes(&self) -> &[String] {
        &self.classes
    }

    pub(crate) fn get(&self, class: u32, pathway: usize) -> Option<f64> {
        self.table[class as usize * self.pathways + pathway]
    }

    /// A class of the same group runs the pathway.
    pub(crate) fn akin(&self, class: u32, pathway: usize) -> bool {
        self.akin[class as usize * self.pathways + pathway]
    }
}

fn is_akin(class: &str, pathway: &Pathway) -> bool {
    /// « 16.2 »: the group within the class.
    const GROUP: usize = 4;
    let group = class.get(..GROUP);
    pathway.run_by.iter().any(|runner| group.is_some() && runner.naf.get(..GROUP) == group)
}
