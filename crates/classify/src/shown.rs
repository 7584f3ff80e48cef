//! What people are shown: the answer, and of the others only those that somebody who knows the field might mean.

use crate::resources::RankedResource;
use crate::wording::Wording;
use crate::{Classification, Classifier, WHOLE};
use reference::{Hazard, Kind, Resource, WasteCode};

/// Other readings are shown that come this near the first, as a share of its score.
const NEAR: f64 = 0.65;
/// What is named less well than this may be something else altogether.
const NAMED: f64 = 0.6;

impl Classifier<'_> {
    /// What a wording may be, without noise: a service, heat or power bears no waste code; another reading is nearly as well named, or is the
    /// twin, the parent or the child of the first.
    pub fn shown(&self, text: &str, count: usize, hazardous: Option<bool>) -> Classification {
        let mut found = self.classify_told(text, count, hazardous);
        let all = self.reference.catalogue.all();
        let Some(best) = found.resources.first() else { return found };
        let (resource, score) = (&all[best.index], best.score);
        if !Wording::read(&self.lexicon, text).waste {
            let first = found.codes.first().map_or(0.0, |code| code.score);
            if is_no_matter(resource) && (score >= NAMED || score > first) {
                found.codes.clear();
            } else if resource.kind == Kind::Equipment {
                // « chariot 3 t libre le mardi »: a machine that works bears no code but those of the machine.
                found.codes.retain(|code| resource.codes.contains(&code.code));
            }
            if found.codes.is_empty() {
                (found.question, found.assumed) = (None, None);
            }
        }
        // What is hazardous whatever it touched leaves nothing to ask of that.
        if resource.hazard == Hazard::Yes
            && score >= NAMED
            && found.codes.first().is_some_and(|c| c.code.hazardous())
        {
            found.question = None;
        }
        let index = best.index;
        let related = |other: usize| self.is_a(index, other) || self.is_a(other, index);
        found.resources.retain(|other| other.score >= NEAR * score || related(other.index));
        self.pair(&mut found);
        self.sift_codes(&mut found, index);
        found
    }

    /// Puts the code first that goes with the thing named: « sciure, copeaux » is no plastic because turning chips are. What is told or taken
    /// to be hazardous stays.
    fn pair(&self, found: &mut Classification) {
        let Some(best) = found.codes.first() else { return };
        let least = NEAR * best.score;
        if best.code.hazardous() {
            return;
        }
        let goes_with = |resource: usize, code: WasteCode| {
            self.reference.catalogue.all()[resource].codes.iter().any(|own| own.digits() == code.digits())
        };
        let near = |ix: usize| found.codes[ix].score >= least && !found.codes[ix].code.hazardous();
        let of = |resource: usize| {
            (0..found.codes.len()).find(|&ix| near(ix) && goes_with(resource, found.codes[ix].code))
        };
        match found.resources.iter().find_map(|named| of(named.index)) {
            Some(0) => return,
            Some(first) => found.codes[..=first].rotate_right(1),
            // « litière »: a product that no entry lists, named whole.
            None if found.resources.first().is_some_and(|named| self.is_product(named)) => {
                found.codes.clear();
            }
            None => return,
        }
        (found.question, found.assumed) = (None, None);
    }

    fn is_product(&self, named: &RankedResource) -> bool {
        named.score >= WHOLE && self.reference.catalogue.all()[named.index].codes.is_empty()
    }

    fn sift_codes(&self, found: &mut Classification, resource: usize) {
        let Some(best) = found.codes.first() else { return };
        let (code, score, mirror) = (best.code, best.score, best.mirror);
        let own = &self.reference.catalogue.all()[resource].codes;
        let related = |other: WasteCode| other == code || mirror == Some(other) || own.contains(&other);
        found
            .codes
            .retain(|other| other.score >= NEAR * score || related(other.code) || other.mirror == Some(code));
    }

    fn is_a(&self, child: usize, parent: usize) -> bool {
        self.reference.catalogue.ancestors(child).iter().any(|(ix, _)| *ix == parent)
    }
}

/// Work, room, heat: nobody puts it into a skip.
fn is_no_matter(resource: &Resource) -> bool {
    let never = matches!(resource.kind, Kind::Service | Kind::Skill | Kind::Space | Kind::Logistics);
    never
        || (resource.kind != Kind::Material && resource.kind != Kind::Equipment && resource.codes.is_empty())
}
