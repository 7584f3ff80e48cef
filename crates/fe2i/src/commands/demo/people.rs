//! One account per role, on every territory of the demonstration.

use model::{Actor, ActorId, ActorKind, MemberRole, Territory};
use store::Store;
use store::people::NewPerson;
use store::people::membership::Membership;

/// Invented people: what they are called in the demonstration.
const NAMES: [(MemberRole, &str); 7] = [
    (MemberRole::Admin, "Administration (démonstration)"),
    (MemberRole::Facilitator, "Animatrice (démonstration)"),
    (MemberRole::Company, "Acheteur d'une entreprise (démonstration)"),
    (MemberRole::Insertion, "Structure d'insertion (démonstration)"),
    (MemberRole::Authority, "Collectivité (démonstration)"),
    (MemberRole::Funder, "Financeur (démonstration)"),
    (MemberRole::Lab, "Laboratoire (démonstration)"),
];

/// Makes the accounts and their parts.
pub async fn fill(store: &Store, territories: &[(String, Territory)]) -> anyhow::Result<()> {
    let at = crate::commands::now()?;
    for (role, name) in NAMES {
        let new = NewPerson {
            email: server::demo_address(role),
            name: name.to_owned(),
            lang: "fr".to_owned(),
            admin: role == MemberRole::Admin,
        };
        let person = store.create_person(&new, at).await?;
        for (id, territory) in territories {
            let actor = actor_of(role, territory);
            let needs_one = matches!(role, MemberRole::Company | MemberRole::Insertion);
            if needs_one && actor.is_none() {
                continue;
            }
            let part = Membership { territory: id.clone(), person: person.id.clone(), role, actor };
            store.set_membership(&part).await?;
        }
    }
    Ok(())
}

/// Whom the account speaks for: the company, or the insertion structure, with the most stated flows.
fn actor_of(role: MemberRole, territory: &Territory) -> Option<ActorId> {
    let wanted = |actor: &&Actor| match role {
        MemberRole::Company => actor.kind == ActorKind::Company,
        MemberRole::Insertion => actor.kind.is_insertion(),
        _ => false,
    };
    let flows = |actor: &Actor| {
        let here =
            |site: &model::SiteId| territory.sites.iter().any(|s| &s.id == site && s.actor == actor.id);
        territory.flows.iter().filter(|flow| here(&flow.site)).count()
    };
    territory.actors.iter().filter(wanted).max_by_key(|actor| flows(actor)).map(|actor| actor.id.clone())
}
