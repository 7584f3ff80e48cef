//! Who is what on which territory.

use super::{Person, person, person_columns};
use crate::db::{execute, rows};
use crate::time::instant;
use crate::{Result, Store, StoreError};
use chrono::{DateTime, Utc};
use model::{ActorId, MemberRole, PersonId};

/// A person's part on one territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Which territory.
    pub territory: String,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: MemberRole,
    /// For whom, for those who belong to an actor.
    pub actor: Option<ActorId>,
}

type Row = (String, String, String, Option<String>);
/// A person's columns, role, actor, last session, last login.
type Listed = (
    String,
    String,
    String,
    String,
    bool,
    bool,
    bool,
    bool,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
);

fn membership((territory, person, role, actor): Row) -> Result<Membership> {
    let role = role.parse().map_err(|error| StoreError::Damaged(format!("{error}")))?;
    Ok(Membership { territory, person: person.into(), role, actor: actor.map(ActorId::from) })
}

impl Store {
    /// Gives or changes a person's part: one per territory and person.
    pub async fn set_membership(&self, membership: &Membership) -> Result<()> {
        let Membership { territory, person, role, actor } = membership;
        let mut conn = self.inner.write.conn().await?;
        let sql = "INSERT INTO membership (territory, person, role, actor) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (territory, person) DO UPDATE SET role = excluded.role, actor = excluded.actor";
        let actor = actor.as_ref().map(ActorId::as_str);
        execute!(&mut conn, sql, territory, person.as_str(), role.as_str(), actor);
        Ok(())
    }

    /// Takes it away; true when there was one.
    pub async fn remove_membership(&self, territory: &str, person: &PersonId) -> Result<bool> {
        let mut conn = self.inner.write.conn().await?;
        let sql = "DELETE FROM membership WHERE territory = $1 AND person = $2";
        Ok(execute!(&mut conn, sql, territory, person.as_str()) > 0)
    }

    /// The parts of a person, by territory.
    pub async fn memberships_of(&self, person: &PersonId) -> Result<Vec<Membership>> {
        let mut conn = self.inner.read.conn().await?;
        let sql =
            "SELECT territory, person, role, actor FROM membership WHERE person = $1 ORDER BY territory";
        rows!(&mut conn, Row, sql, person.as_str()).into_iter().map(membership).collect()
    }

    /// The people of a territory by name: who, as what, and when they last came in as far as open sessions and the last thirty days of
    /// logins tell.
    pub async fn people_of(
        &self,
        territory: &str,
    ) -> Result<Vec<(Person, Membership, Option<DateTime<Utc>>)>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = concat!(
            "SELECT ",
            person_columns!(),
            ", m.role, m.actor, s.at, a.at FROM membership m JOIN person p ON p.id = m.person \
             LEFT JOIN (SELECT person, MAX(created_at) AS at FROM session GROUP BY person) s ON s.person = p.id \
             LEFT JOIN (SELECT email, MAX(at) AS at FROM login_attempt WHERE good = $1 GROUP BY email) a \
             ON a.email = p.email WHERE m.territory = $2 ORDER BY p.name, p.id"
        );
        let found = rows!(&mut conn, Listed, sql, true, territory);
        let listed = |row: Listed| {
            let (id, email, name, lang, admin, active, totp, password, role, actor, session, login) = row;
            let person = person((id.clone(), email, name, lang, admin, active, totp, password));
            let last = session.max(login).map(|at| instant(&at)).transpose()?;
            Ok((person, membership((territory.to_owned(), id, role, actor))?, last))
        };
        found.into_iter().map(listed).collect()
    }

    /// The parts in a territory.
    pub async fn members(&self, territory: &str) -> Result<Vec<Membership>> {
        let mut conn = self.inner.read.conn().await?;
        let sql =
            "SELECT territory, person, role, actor FROM membership WHERE territory = $1 ORDER BY person";
        rows!(&mut conn, Row, sql, territory).into_iter().map(membership).collect()
    }
}
