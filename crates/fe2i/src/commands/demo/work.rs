//! Some work under way on the invented territory, so that its first day is not empty.

use chrono::TimeDelta;
use model::{Answer, Consent, Contact, ContactId, Lead, LeadKind, Move, Stage, Synergy, Territory};
use store::{Change, Edit, Kind, Store};

/// Stage, days from today to the next step, what it is.
const STEPS: [(Stage, i64, &str); 6] = [
    (Stage::Proposed, 0, "Rappeler : il manque l'humidité"),
    (Stage::Discussed, -2, "Proposer deux dates pour une visite croisée"),
    (Stage::Proposed, 1, "Demander la quantité par mois"),
    (Stage::Studied, 5, "Relire la fiche de droit avec le preneur"),
    (Stage::Discussed, 12, "Attendre l'échantillon"),
    (Stage::Running, 30, "Contrôle annuel"),
];

/// Moves some leads on, all by the demonstration's facilitator.
pub async fn fill(store: &Store, territory: &str, leads: &[Lead]) -> anyhow::Result<()> {
    let at = crate::commands::now()?;
    let address = server::demo_address(model::MemberRole::Facilitator);
    let Some(person) = store.person_by_email(&address).await? else { return Ok(()) };
    let exchanges = leads.iter().filter(|lead| lead.kind == LeadKind::Substitution && !lead.known);
    let mut changes = Vec::new();
    for (lead, (stage, days, step)) in exchanges.step_by(3).zip(STEPS) {
        let mut synergy = begun(lead, stage, person.id.as_str(), at - TimeDelta::days(3));
        synergy.owner = Some(person.id.clone());
        synergy.next_step = Some(step.to_owned());
        synergy.due = Some(at.date_naive() + TimeDelta::days(days));
        changes.push(Change::put(Kind::Synergy, synergy.id.as_str(), None, &synergy)?);
    }
    let read = store.snapshot(territory, false).await?.territory;
    changes.extend(contacts(&read, leads)?);
    changes.extend(super::project::changes(&read, leads, &person.id, at)?);
    store
        .commit(Edit { territory: territory.to_owned(), author: person.id.to_string(), at, changes })
        .await?;
    Ok(())
}

/// A synergy that went its way up to a stage.
fn begun(lead: &Lead, stage: Stage, by: &str, at: chrono::DateTime<chrono::Utc>) -> Synergy {
    let mut synergy = Synergy::from_lead(lead.clone());
    let way = [Stage::Proposed, Stage::Discussed, Stage::Studied, Stage::Agreed, Stage::Running];
    for to in way {
        if to.needs_introduction() && synergy.consents.is_empty() {
            let yes = |site| Consent { site, answer: Answer::Yes, at, by: by.to_owned() };
            synergy.consents = synergy.parties.iter().cloned().map(yes).collect();
        }
        // A lead of one site only cannot be discussed; it stays where it is.
        let step = Move { to, reason: None, text: String::new(), by: by.to_owned(), at };
        if synergy.go(step).is_err() || to == stage {
            break;
        }
    }
    synergy
}

/// An invented contact for the first parties.
fn contacts(read: &Territory, leads: &[Lead]) -> anyhow::Result<Vec<Change>> {
    let mut changes = Vec::new();
    let mut seen = Vec::new();
    for party in leads.iter().take(30).flat_map(|lead| &lead.parties) {
        let Some(site) = read.sites.iter().find(|site| site.id == party.site) else { continue };
        if seen.contains(&site.actor) {
            continue;
        }
        seen.push(site.actor.clone());
        let id = ContactId::from(format!("demo-{}", site.actor));
        let contact = Contact {
            id: id.clone(),
            actor: site.actor.clone(),
            site: None,
            name: format!("Contact {} (inventé)", seen.len()),
            role: Some("responsable de site".to_owned()),
            email: None,
            phone: Some("03 00 00 00 00".to_owned()),
            note: None,
            obtained: Some("inventé pour la démonstration".to_owned()),
            keep_until: None,
        };
        changes.push(Change::put(Kind::Contact, id.as_str(), None, &contact)?);
    }
    Ok(changes)
}
