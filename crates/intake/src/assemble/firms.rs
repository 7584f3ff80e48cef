//! One firm in two files, known by its name: the facilitator's workbook says « Menuiserie du Val », its own register « MENUISERIE DU VAL SARL ».
//!
//! Careful on purpose: a name joins two descriptions of different files only in one commune, or where one file leaves the commune out, the name
//! is that of one place only and that file says what the firm throws away (an outlet may be any agency of its group), or somebody who knows the
//! territory describes that place.

use super::places::commune_of;
use crate::text::fold;
use model::{Basis, Batch, Direction, Finding, Severity, Site, SiteId};
use reference::Reference;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Words of a name that say how a firm is set up, not which firm it is; « et » is as often « & ».
const FORMS: [&str; 25] = [
    "sarl",
    "eurl",
    "sas",
    "sasu",
    "sa",
    "snc",
    "sci",
    "scs",
    "sca",
    "scop",
    "scic",
    "scea",
    "gaec",
    "earl",
    "gie",
    "selarl",
    "ei",
    "eirl",
    "ste",
    "societe",
    "ets",
    "etablissements",
    "entreprise",
    "et",
    "and",
];
/// Farther apart than this, km, two descriptions are of two places, whatever their communes are called.
const FAR_KM: f64 = 40.0;

/// A description: the place of its batch and the id the batch gives it.
pub(super) type At = (usize, SiteId);

/// Descriptions that are of a site an earlier one describes, known by the name.
#[derive(Debug, Default)]
pub(super) struct Firms {
    first: HashMap<At, At>,
}

impl Firms {
    /// The earlier description of the same site; `None` when there is none.
    pub(super) fn earlier(&self, batch: usize, site: &SiteId) -> Option<&At> {
        self.first.get(&(batch, site.clone()))
    }

    /// Compares the names of all files; what joins and what may join is told.
    pub(super) fn of(batches: &[Batch], reference: &Reference, findings: &mut Vec<Finding>) -> Self {
        let mut firms = Self::default();
        for told in namesakes(batches, reference).into_values() {
            firms.join(&told, findings);
        }
        firms
    }

    /// Joins the descriptions under one name, each commune by itself.
    fn join(&mut self, told: &[Told<'_>], findings: &mut Vec<Finding>) {
        let (placed, open): (Vec<_>, Vec<_>) = told.iter().partition(|told| told.commune.is_some());
        let described = placed.iter().any(|told| told.site.evidence.basis == Basis::Declared);
        let mut by_commune: BTreeMap<&str, Vec<&Told<'_>>> = BTreeMap::new();
        for told in placed {
            by_commune.entry(told.commune.as_deref().unwrap_or_default()).or_default().push(told);
        }
        let open: Vec<&Told<'_>> = open.into_iter().filter(|told| told.gives || described).collect();
        match by_commune.values_mut().collect::<Vec<_>>().as_mut_slice() {
            [] => self.unite(&open, Severity::Warning, findings),
            [only] if !open.is_empty() => {
                let mut all = only.clone();
                all.extend(&open);
                all.sort_by_key(|told| (told.batch, told.site.id.clone()));
                self.unite(&all, Severity::Warning, findings);
            }
            several => {
                for one in several.iter() {
                    self.unite(one, Severity::Info, findings);
                }
                let named: Vec<&Told<'_>> = several.iter().filter_map(|one| one.first().copied()).collect();
                findings.extend(open.iter().filter_map(|told| perhaps(told, &named)));
            }
        }
    }

    /// Makes one of several descriptions, unless a file tells two of them apart or they contradict each other.
    fn unite(&mut self, told: &[&Told<'_>], severity: Severity, findings: &mut Vec<Finding>) {
        let Some((first, others)) = told.split_first() else { return };
        if let Some(odd) = others.iter().find(|other| told.iter().any(|one| one.is_other_than(other))) {
            findings.extend(perhaps(odd, told));
            return;
        }
        for other in others.iter().filter(|other| other.batch != first.batch) {
            self.first.insert(other.at(), first.at());
            if first.site.id != other.site.id && !first.same_siret(other) {
                let finding = Finding::new(severity, "intake-site-joined", first.site.id.as_str());
                findings.push(both(finding, first, other).with(
                    "commune",
                    first.site.commune.as_deref().or(other.site.commune.as_deref()).unwrap_or("none"),
                ));
            }
        }
    }
}

/// A description with what it is compared by.
struct Told<'a> {
    batch: usize,
    site: &'a Site,
    commune: Option<String>,
    /// The same file says what it throws away.
    gives: bool,
}

impl Told<'_> {
    fn at(&self) -> At {
        (self.batch, self.site.id.clone())
    }

    fn same_siret(&self, other: &Self) -> bool {
        self.site.siret.is_some() && self.site.siret == other.site.siret
    }

    /// True when the two cannot be one: one file names both, or number, class or place differ.
    fn is_other_than(&self, other: &Self) -> bool {
        fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
            a.zip(b).is_some_and(|(a, b)| a != b)
        }
        let (a, b) = (self.site, other.site);
        let class = |site: &Site| site.activity.as_ref().map(|code| code.class().to_owned());
        let apart = a.place.zip(b.place).is_some_and(|(a, b)| a.km_to(b) > FAR_KM);
        (self.batch == other.batch && a.id != b.id)
            || differ(a.siret.as_ref(), b.siret.as_ref())
            || differ(class(a), class(b))
            || apart
    }
}

/// What several files say under one name, where at least one of them leaves the number out; in the order of the files.
fn namesakes<'a>(batches: &'a [Batch], reference: &Reference) -> BTreeMap<String, Vec<Told<'a>>> {
    let sites =
        || batches.iter().enumerate().flat_map(|(ix, batch)| batch.sites.iter().map(move |s| (ix, s)));
    let unnumbered: HashSet<String> =
        sites().filter(|(_, site)| site.siret.is_none()).filter_map(|(_, site)| firm(&site.name)).collect();
    let mut found: BTreeMap<String, Vec<(usize, &Site)>> = BTreeMap::new();
    for (batch, site) in sites() {
        if let Some(name) = firm(&site.name).filter(|name| unnumbered.contains(name)) {
            found.entry(name).or_default().push((batch, site));
        }
    }
    found.retain(|_, told| told.iter().map(|(batch, _)| batch).collect::<BTreeSet<_>>().len() > 1);
    let givers: HashSet<(usize, &SiteId)> = batches
        .iter()
        .enumerate()
        .flat_map(|(ix, batch)| batch.flows.iter().map(move |flow| (ix, flow)))
        .filter(|(_, flow)| flow.direction == Direction::GivesOut)
        .map(|(ix, flow)| (ix, &flow.site))
        .collect();
    let tell = |(batch, site): (usize, &'a Site)| Told {
        batch,
        site,
        commune: commune_of(site, reference),
        gives: givers.contains(&(batch, &site.id)),
    };
    found.into_iter().map(|(name, sites)| (name, sites.into_iter().map(tell).collect())).collect()
}

/// What tells a firm from another: its name without accents, capitals and legal form; `None` when nothing is left, or a number only.
fn firm(name: &str) -> Option<String> {
    let folded = fold(name);
    let mut words: Vec<String> = Vec::new();
    let mut spelled = false;
    for word in folded.split(' ') {
        // « S.A.R.L. »
        let letter = word.len() == 1 && word.starts_with(char::is_alphabetic);
        match words.last_mut().filter(|_| letter && spelled) {
            Some(last) => last.push_str(word),
            None => words.push(word.to_owned()),
        }
        spelled = letter;
    }
    words.retain(|word| !FORMS.contains(&word.as_str()));
    let name = words.join(" ");
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 2).then_some(name)
}

fn both(finding: Finding, first: &Told<'_>, other: &Told<'_>) -> Finding {
    finding
        .with("first", &first.site.name)
        .with("first_source", &first.site.evidence.source)
        .with("second", &other.site.name)
        .with("second_source", &other.site.evidence.source)
}

/// A description that may be of one of several sites of other files: for a person to say.
fn perhaps(told: &Told<'_>, among: &[&Told<'_>]) -> Option<Finding> {
    let other = among.iter().find(|other| other.batch != told.batch)?;
    let finding = Finding::new(Severity::Warning, "intake-site-perhaps", told.site.id.as_str());
    Some(both(finding, other, told))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_is_its_name_without_its_form() {
        for (one, other) in [
            ("Menuiserie du Val", "MENUISERIE DU VAL SARL"),
            ("S.A.R.L. Forge-Neuve", "forge neuve"),
            ("Sté Mécalor", "MECALOR SAS"),
            ("Ets Bois & Fils", "BOIS ET FILS"),
        ] {
            assert_eq!(firm(one), firm(other), "{one} / {other}");
        }
        assert_ne!(firm("Menuiserie du Val"), firm("Menuiserie du Mont"));
        assert_eq!((firm("SARL"), firm("73282932000074")), (None, None));
    }
}
