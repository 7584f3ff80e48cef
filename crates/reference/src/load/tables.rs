//! The tables of `data/**/*.toml`: each may stand in any file.

use crate::activities::Activity;
use crate::cues::Cue;
use crate::gathering::Gathering;
use crate::habits::{Giver, Matter, Taker};
use crate::legal::{Family, Level, Route, Rubric, Tracking};
use crate::pathways::Pathway;
use crate::plants::Plant;
use crate::presence::Presence;
use crate::resources::Resource;
use crate::rules::Forbid;
use crate::sense::{Apart, Heat, Sense};
use crate::sharing::Sharing;
use crate::sources::Source;
use crate::specialties::Specialty;
use crate::speech::{Caution, Figurative, Light, Ordinary, Same, Term, Twin, Usual};
use crate::weights::Weights;
use serde::Deserialize;

/// Declares the tables once: lists grow with every file, the others are taken from the first file that has them.
macro_rules! tables {
    (lists { $($list:ident: $row:ty,)* } single { $($single:ident: $one:ty,)* }) => {
        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub(super) struct Tables {
            $(pub(super) $list: Vec<$row>,)*
            $(pub(super) $single: Option<$one>,)*
        }

        impl Tables {
            pub(super) fn extend(&mut self, file: Tables) {
                // Kept as long as the program runs: no room is left for what does not come.
                $(self.$list.reserve_exact(file.$list.len());)*
                $(self.$list.extend(file.$list);)*
                $(self.$single = self.$single.take().or(file.$single);)*
            }
        }
    };
}

tables! {
    lists {
        source: Source,
        resource: Resource,
        pathway: Pathway,
        activity: Activity,
        taker: Taker,
        giver: Giver,
        matter: Matter,
        specialty: Specialty,
        sharing: Sharing,
        plant: Plant,
        gathering: Gathering,
        forbid: Forbid,
        sense: Sense,
        apart: Apart,
        heat: Heat,
        regime: Level,
        rubric: Rubric,
        route: Route,
        tracking: Tracking,
        family: Family,
        cue: Cue,
        term: Term,
        same: Same,
        light: Light,
        ordinary: Ordinary,
        figurative: Figurative,
        twin: Twin,
        usual: Usual,
        caution: Caution,
    }
    single {
        weights: Weights,
        presence: Presence,
    }
}
