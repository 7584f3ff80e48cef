//! From the model's words to the keys of the locales.

use model::{ActorKind, Basis, CheckKind, Direction, FactKind, LeadKind, Severity, Unknown};
use reference::{Between, Confidence, Hazard, Hierarchy, How, Kind, RouteKind};

/// A word of the model that has a message.
pub trait Keyed: Sized + 'static {
    /// Every value, for the test that each has its message.
    const ALL: &'static [Self];
    /// Its key in `locales/`.
    fn key(&self) -> String;
}

macro_rules! keyed {
    ($($type:ident, $prefix:literal, $alias:ident: $($variant:ident => $key:literal),+ $(,)?;)+) => {$(
        impl Keyed for $type {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn key(&self) -> String {
                match self { $(Self::$variant => concat!($prefix, "-", $key).to_owned()),+ }
            }
        }

        #[doc = concat!("Key of the message that names a `", stringify!($type), "`.")]
        pub fn $alias(value: $type) -> String {
            value.key()
        }
    )+

        /// Every key the model can ask for.
        pub fn every_key() -> Vec<String> {
            let mut keys = Vec::new();
            $(keys.extend($type::ALL.iter().map(Keyed::key));)+
            keys
        }
    };
}

keyed! {
    LeadKind, "kind", of_kind:
        Substitution => "substitution", Sharing => "sharing", LocalPurchase => "local-purchase", Chain => "chain";
    Basis, "basis", of_basis:
        Measured => "measured", Register => "register", Declared => "declared", Documented => "documented", Estimated => "estimated";
    Direction, "direction", of_direction:
        TakesIn => "takes-in", GivesOut => "gives-out", Sells => "sells", CanShare => "can-share", Needs => "needs";
    FactKind, "fact", of_fact:
        Gives => "gives", Takes => "takes", Sells => "sells", Owns => "owns", Needs => "needs", IsA => "is-a", Pathway => "pathway",
        Runs => "runs", Distance => "distance";
    Unknown, "unknown", of_unknown:
        Exists => "exists", Wants => "wants", Quantity => "quantity", Price => "price", Fate => "fate", Quality => "quality",
        Hazard => "hazard", Place => "place", Permit => "permit", Season => "season",
        Supplier => "supplier";
    CheckKind, "check", of_check:
        Hazard => "hazard", Status => "status", Permit => "permit", Tracking => "tracking", Condition => "condition", Border => "border";
    RouteKind, "route", of_route:
        ByProduct => "by-product", EndOfWaste => "end-of-waste", Waste => "waste", Product => "product", Reuse => "reuse";
    Hierarchy, "hierarchy", of_hierarchy:
        Prevention => "prevention", Reuse => "reuse", Recycling => "recycling", Recovery => "recovery", Energy => "energy",
        Disposal => "disposal";
    Confidence, "confidence", of_confidence:
        Low => "low", Medium => "medium", High => "high";
    How, "how", of_how:
        Collection => "collection", Purchase => "purchase", Equipment => "equipment", Service => "service", Energy => "energy",
        Water => "water", Space => "space", Skill => "skill", Logistics => "logistics";
    Kind, "of-kind", of_resource_kind:
        Material => "material", Energy => "energy", Water => "water", Equipment => "equipment", Service => "service",
        Space => "space", Skill => "skill", Logistics => "logistics";
    Hazard, "hazard", of_hazard:
        No => "no", Mirror => "mirror", Yes => "yes";
    Between, "together", of_between:
        Gives => "gives", Takes => "takes", Needs => "needs", OwnsNeeds => "owns-needs";
    Severity, "severity", of_severity:
        Info => "info", Warning => "warning", Error => "error";
    ActorKind, "actor", of_actor:
        Company => "company", Ei => "ei", Aci => "aci", Etti => "etti", Ai => "ai", Eiti => "eiti", LocalAuthority => "local-authority",
        Chamber => "chamber", Association => "association", Lab => "lab", Other => "other";
}
