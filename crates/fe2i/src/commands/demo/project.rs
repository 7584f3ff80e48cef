//! An invented project and some ideas, so that the page of projects and an insertion structure's own page have something to show.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use model::{
    Actor, ActorId, Funding, FundingState, Idea, IdeaState, Lead, LeadKind, Milestone, Partner, PersonId,
    Post, Project, ProjectState, Territory,
};
use store::{Change, Kind};
use units::{Quantity, Range};

/// What the wood of the valley's project is called in the catalogue, and the trade of who sorts it (ROME).
const WOOD: [&str; 3] = ["pallet-wood", "untreated-wood", "wooden-packaging"];
const SORTER: &str = "K2304";
/// Days from today and name; a day gone by is done.
const MILESTONES: [(i64, &str); 4] = [
    (-40, "Charte et accord de confidentialité signés"),
    (12, "Pesée d'un mois chez chaque apporteur"),
    (75, "Étude de faisabilité remise"),
    (160, "Décision des partenaires"),
];
/// Invented money: who, euros, how far.
const FUNDING: [(&str, f64, FundingState); 2] = [
    ("Aide aux études (inventée)", 24_000.0, FundingState::Granted),
    ("Participation des partenaires (inventée)", 9_000.0, FundingState::Planned),
];
/// Posts, invented: title, hours a year, days from today.
const POSTS: [(&str, f64, i64); 2] =
    [("Tri et réparation de palettes, deux personnes", 3_200.0, 200), ("Conduite du broyeur", 800.0, 230)];
/// Title and words of some ideas.
const IDEAS: [(&str, &str); 3] = [
    (
        "Un vestiaire commun d'équipements de protection",
        "Trois sites commandent les mêmes gants en petites quantités.",
    ),
    ("Covoiturage de l'équipe du matin", "Prise de poste à 5 h sur la zone : aucun bus."),
    ("Une bourse aux palettes du vendredi", ""),
];

/// The changes that put them there; everything says that it is invented.
pub fn changes(
    territory: &Territory,
    leads: &[Lead],
    by: &PersonId,
    at: DateTime<Utc>,
) -> anyhow::Result<Vec<Change>> {
    let project = project(territory, leads, by, at.date_naive());
    let mut changes = vec![Change::put(Kind::Project, project.id.as_str(), None, &project)?];
    for (number, (title, text)) in (1..).zip(IDEAS) {
        let idea = idea(number, title, text, by, at - TimeDelta::days(number));
        changes.push(Change::put(Kind::Idea, idea.id.as_str(), None, &idea)?);
    }
    Ok(changes)
}

fn project(territory: &Territory, leads: &[Lead], by: &PersonId, today: NaiveDate) -> Project {
    let of_wood: Vec<&Lead> = leads.iter().filter(|lead| WOOD.contains(&lead.resource.as_str())).collect();
    let chain = of_wood.iter().find(|lead| lead.kind == LeadKind::Chain);
    let day = |days: i64| today + TimeDelta::days(days);
    let insertion = territory.actors.iter().find(|actor| actor.kind.is_insertion());
    let givers = chain.into_iter().flat_map(|lead| partners(territory, lead));
    let milestone = |(days, name): (i64, &str)| Milestone {
        name: name.to_owned(),
        due: Some(day(days)),
        done: (days < 0).then(|| day(days)),
    };
    Project {
        id: "demo-palettes".into(),
        name: "Palettes : réparer, puis chauffer (projet inventé)".to_owned(),
        summary: "Réparer ce qui peut l'être, broyer le reste pour une chaufferie de la vallée. Inventé pour la démonstration.".to_owned(),
        state: ProjectState::Preparing,
        owner: Some(by.clone()),
        next_step: Some("Relancer les apporteurs pour la pesée".to_owned()),
        due: Some(day(12)),
        partners: givers.take(4).chain(insertion.map(|actor| partner(actor, "porteur"))).collect(),
        funding: FUNDING.into_iter().map(funding).collect(),
        milestones: MILESTONES.into_iter().map(milestone).collect(),
        posts: POSTS.into_iter().map(|(title, hours, days)| post(title, hours, day(days))).collect(),
        synergies: of_wood.iter().take(3).map(|lead| lead.id.clone()).collect(),
        facilities: Vec::new(),
        log: Vec::new(),
    }
}

/// The actors of a lead's sites, each once.
fn partners<'a>(territory: &'a Territory, lead: &'a Lead) -> impl Iterator<Item = Partner> + 'a {
    let mut seen: Vec<&ActorId> = Vec::new();
    let sites =
        lead.parties.iter().filter_map(|party| territory.sites.iter().find(|site| site.id == party.site));
    let new = sites.map(|site| &site.actor).filter(move |actor| {
        let new = !seen.contains(actor);
        seen.push(actor);
        new
    });
    new.filter_map(|id| territory.actors.iter().find(|actor| &actor.id == id))
        .map(|actor| partner(actor, "apporteur"))
}

fn partner(actor: &Actor, part: &str) -> Partner {
    Partner { actor: Some(actor.id.clone()), name: actor.name.clone(), part: Some(part.to_owned()) }
}

fn quantity(value: f64, unit: &str) -> Option<Quantity> {
    Some(Quantity::new(Range::exact(value).ok()?, unit.parse().ok()?))
}

fn funding((funder, euros, state): (&str, f64, FundingState)) -> Funding {
    Funding { funder: funder.to_owned(), label: None, amount: quantity(euros, "EUR"), state, on: None }
}

fn post(title: &str, hours: f64, from: NaiveDate) -> Post {
    Post {
        title: title.to_owned(),
        rome: Some(SORTER.to_owned()),
        hours: quantity(hours, "h/year"),
        from: Some(from),
        structure: None,
        insertion: true,
    }
}

fn idea(number: i64, title: &str, text: &str, by: &PersonId, at: DateTime<Utc>) -> Idea {
    Idea {
        id: format!("demo-{number}").into(),
        title: title.to_owned(),
        text: text.to_owned(),
        author: Some(by.clone()),
        at: Some(at),
        state: IdeaState::New,
        project: None,
        supporters: std::collections::BTreeSet::new(),
    }
}
