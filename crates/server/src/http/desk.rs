//! A person at a territory: the one way in. Every handler under `/territories/{t}` takes a [`Desk`], and what it reads comes from its page.

use super::{Caller, aside};
use crate::App;
use crate::problem::{Answer, Problem};
use crate::territory::{Holding, Kept, Page};
use access::{Ability, Viewer};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use model::ActorId;
use serde::Serialize;
use std::sync::Arc;
use store::people::Person;
use store::{Change, Edit, Kind};
use wording::{Arg, Lang};

/// A person at a territory.
pub(crate) struct Desk {
    pub(crate) app: App,
    pub(crate) territory: String,
    pub(crate) person: Person,
    pub(crate) viewer: Viewer,
    pub(crate) lang: Lang,
    pub(crate) holding: Arc<Holding>,
    pub(crate) page: Arc<Page>,
    pub(crate) analysing: bool,
    /// Path and query, and whether a compressed answer is taken.
    asked: (String, bool),
}

impl FromRequestParts<App> for Desk {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let caller = Caller::from_request_parts(parts, app).await?;
        let params = RawPathParams::from_request_parts(parts, app).await.map_err(|_| Problem::missing())?;
        let territory = params.iter().find(|(name, _)| *name == "t").map(|(_, value)| value.to_owned());
        let territory = territory.ok_or_else(Problem::missing)?;
        let lang = lang_of(parts);
        Ok(Self { asked: asked(parts), ..Self::sit(app, caller, territory, lang).await? })
    }
}

impl Desk {
    async fn sit(app: &App, caller: Caller, territory: String, lang: Lang) -> Answer<Self> {
        if caller.only.as_ref().is_some_and(|only| *only != territory) {
            return Err(Problem::missing());
        }
        let parts = app.store().memberships_of(&caller.person.id).await?;
        // Whether the territory exists is nobody's business who has no part in it.
        let part = parts.into_iter().find(|part| part.territory == territory).ok_or_else(Problem::missing)?;
        let viewer = Viewer { role: part.role, actor: part.actor };
        let (holding, page, analysing) = crate::territory::page(app, &territory, &viewer).await?;
        Ok(Self {
            app: app.clone(),
            territory,
            person: caller.person,
            viewer,
            lang,
            holding,
            page,
            analysing,
            asked: Default::default(),
        })
    }

    /// The answer to a question about everything this person sees: worked out once for each version, away from the threads that answer.
    pub(crate) async fn once<T: Serialize>(
        self,
        media: &'static str,
        work: impl FnOnce(&Self) -> Answer<T> + Send + 'static,
    ) -> Answer<Response> {
        let (path, gzip) = &self.asked;
        let (gzip, day) = (*gzip, self.today());
        let cell = self.page.answers.cell(format!("{path} {gzip} {day} {}", self.lang.code()));
        let make = async || {
            aside(move || {
                let plain = serde_json::to_vec(&work(&self)?).map_err(|error| Problem::internal(&error))?;
                Kept::new(media, plain, gzip).map_err(|error| Problem::internal(&error))
            })
            .await
        };
        Ok(cell.get_or_try_init(make).await?.clone().into_response())
    }

    /// The desk of a company that came with a link: it has no account, and reads what its people would.
    pub(crate) async fn as_guest(app: &App, territory: &str, viewer: Viewer, lang: Lang) -> Answer<Self> {
        let (holding, page, analysing) = crate::territory::page(app, territory, &viewer).await?;
        let person = Person {
            id: "invite".into(),
            email: String::new(),
            name: String::new(),
            lang: lang.code().to_owned(),
            admin: false,
            active: true,
            totp: false,
            password: false,
        };
        let territory = territory.to_owned();
        let asked = Default::default();
        Ok(Self { app: app.clone(), territory, person, viewer, lang, holding, page, analysing, asked })
    }

    /// Refuses who may not.
    pub(crate) fn needs(&self, ability: Ability) -> Answer<()> {
        if self.viewer.may(ability) { Ok(()) } else { Err(Problem::forbidden()) }
    }

    /// Refuses who may edit neither everything nor this actor's records.
    pub(crate) fn needs_edit(&self, actor: &ActorId) -> Answer<()> {
        if self.viewer.may_edit(actor) { Ok(()) } else { Err(Problem::forbidden()) }
    }

    /// The knowledge, the territory's own figures in it.
    pub(crate) fn reference(&self) -> &reference::Reference {
        self.holding.reference(&self.app)
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.app.now().date_naive()
    }

    /// A message in the reader's language.
    pub(crate) fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        wording::message(self.lang, key, args)
    }

    /// Writes one record; gives its revision and the version.
    pub(crate) async fn put(
        &self,
        kind: Kind,
        id: &str,
        expected: Option<i64>,
        body: &impl Serialize,
    ) -> Answer<crate::shapes::Saved> {
        self.commit(vec![Change::put(kind, id, expected, body)?], id).await
    }

    /// Deletes one record.
    pub(crate) async fn delete(&self, kind: Kind, id: &str, expected: i64) -> Answer<crate::shapes::Saved> {
        self.commit(vec![Change::delete(kind, id, expected)], id).await
    }

    /// Writes several records together; gives the revision of the first.
    pub(crate) async fn commit(&self, changes: Vec<Change>, id: &str) -> Answer<crate::shapes::Saved> {
        let done = self.app.store().commit(self.edit(changes)).await?;
        Ok(saved(id, &done))
    }

    /// Deletes a record of personal data, and what the audit log ever said of it.
    pub(crate) async fn erase(&self, kind: Kind, id: &str, expected: i64) -> Answer<crate::shapes::Saved> {
        let edit = self.edit(vec![Change::delete(kind, id, expected)]);
        Ok(saved(id, &self.app.store().erase(edit).await?))
    }

    fn edit(&self, changes: Vec<Change>) -> Edit {
        Edit {
            territory: self.territory.clone(),
            author: self.person.id.to_string(),
            at: self.app.now(),
            changes,
        }
    }
}

fn saved(id: &str, done: &store::Committed) -> crate::shapes::Saved {
    crate::shapes::Saved {
        id: id.to_owned(),
        revision: done.revisions.first().copied().unwrap_or_default(),
        version: done.version,
    }
}

fn asked(parts: &Parts) -> (String, bool) {
    let path = parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
    let takes = parts.headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    (path, takes.is_some_and(|takes| takes.contains("gzip")))
}

/// The language asked for: `?lang=`, then `Accept-Language`; French unless English is wanted first.
pub(crate) fn lang_of(parts: &Parts) -> Lang {
    let asked = parts.uri.query().unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("lang="));
    let header = parts.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    match asked.or(header) {
        Some(lang) if lang.trim_start().to_ascii_lowercase().starts_with("en") => Lang::En,
        _ => Lang::Fr,
    }
}
