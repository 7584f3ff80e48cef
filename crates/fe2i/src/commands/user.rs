//! `fe2i user`: accounts from the command line, so that the first administrator can come in.

use super::database;
use crate::output;
use anyhow::Context;
use chrono::TimeDelta;
use model::{ActorId, MemberRole};
use std::process::ExitCode;
use store::Store;
use store::people::link::LinkKind;
use store::people::membership::Membership;
use store::people::{NewPerson, Person};

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    Add(Add),
    Password {
        email: String,
        #[command(flatten)]
        database: database::Args,
    },
    List(database::Args),
    Disable {
        email: String,
        #[command(flatten)]
        database: database::Args,
    },
}

#[derive(clap::Args)]
struct Add {
    email: String,
    #[arg(long)]
    name: Option<String>,
    #[arg(long)]
    admin: bool,
    #[arg(long, requires = "role")]
    territory: Option<String>,
    #[arg(long)]
    role: Option<MemberRole>,
    #[arg(long)]
    actor: Option<String>,
    #[command(flatten)]
    database: database::Args,
}

/// How long a link of the command line is good.
const DAYS: i64 = 3;

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    database::block_on(async {
        match &args.what {
            What::Add(add) => self::add(add).await,
            What::Password { email, database } => {
                let store = database.open().await?;
                print_link(&store, &person(&store, email).await?).await
            }
            What::List(database) => list(&database.open().await?).await,
            What::Disable { email, database } => {
                let store = database.open().await?;
                let person = Person { active: false, ..person(&store, email).await? };
                Ok(store.update_person(&person, super::now()?).await?)
            }
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

async fn person(store: &Store, email: &str) -> anyhow::Result<Person> {
    store
        .person_by_email(email)
        .await?
        .with_context(|| output::text("cli-no-account", &[("email", email.into())]))
}

async fn add(add: &Add) -> anyhow::Result<()> {
    let store = add.database.open().await?;
    let name = add.name.clone().unwrap_or_else(|| add.email.clone());
    let person = if let Some(person) = store.person_by_email(&add.email).await? {
        person
    } else {
        let new = NewPerson { email: add.email.clone(), name, lang: "fr".into(), admin: add.admin };
        store.create_person(&new, super::now()?).await?
    };
    if let (Some(territory), Some(role)) = (&add.territory, add.role) {
        let actor = add.actor.as_deref().map(ActorId::from);
        let part = Membership { territory: territory.clone(), person: person.id.clone(), role, actor };
        store.set_membership(&part).await?;
    }
    if person.password { Ok(()) } else { print_link(&store, &person).await }
}

async fn print_link(store: &Store, person: &Person) -> anyhow::Result<()> {
    let now = super::now()?;
    let subject = serde_json::json!({ "person": person.id });
    let secret = store.create_link(LinkKind::Reset, &subject, now + TimeDelta::days(DAYS), now).await?;
    output::line(&format!("/password/reset/{secret}"))?;
    output::note(&format!("à ouvrir à l'adresse du serveur d'ici {DAYS} jours"));
    Ok(())
}

async fn list(store: &Store) -> anyhow::Result<()> {
    for person in store.people().await? {
        let parts = store.memberships_of(&person.id).await?;
        let parts: Vec<String> =
            parts.iter().map(|part| format!("{}:{}", part.territory, part.role)).collect();
        let state = if person.active { "" } else { "  fermé" };
        output::line(&format!("{}  {}  {}{state}", person.email, person.name, parts.join(" ")))?;
    }
    Ok(())
}
