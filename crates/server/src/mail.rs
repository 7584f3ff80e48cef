//! Mails, by SMTP. Without a mail server nothing is sent: the administrator gives the link.

use crate::App;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{Message, SmtpTransport, Transport};
use std::time::Duration;
use store::people::Person;
use wording::{Arg, Lang, message};

/// How long a mail server may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where mails are handed in, and who they are from.
#[derive(Clone, Debug)]
pub struct Mail {
    server: SmtpTransport,
    from: Mailbox,
}

impl Mail {
    /// From an address such as `smtps://name:password@mail.example.org` (or `smtp://…?tls=required`, or `smtp://127.0.0.1:25` without
    /// encryption) and a sender; the error says what would be right.
    pub fn new(server: &str, from: &str) -> Result<Self, String> {
        let from = from.parse().map_err(|error| {
            format!("« {from} » : {error} ; attendu par exemple « fe2i <fe2i@exemple.org> »")
        })?;
        let server = SmtpTransport::from_url(server).map_err(|error| {
            format!("adresse du serveur de courriel : {error} ; attendu par exemple « smtps://nom:motdepasse@mail.exemple.org »")
        })?;
        Ok(Self { server: server.timeout(Some(PATIENCE)).build(), from })
    }

    fn send(&self, to: &Person, subject: String, text: String) -> Result<(), String> {
        let to = to.email.parse().map_err(|error| format!("{error}"))?;
        let mail = Message::builder().from(self.from.clone()).to(Mailbox::new(None, to)).subject(subject);
        let mail = mail.header(ContentType::TEXT_PLAIN).body(text).map_err(|error| error.to_string())?;
        self.server.send(&mail).map(drop).map_err(|error| error.to_string())
    }
}

/// Sends the link to a new password, without making anybody wait: how long it takes would tell whether the address is known.
pub(crate) fn reset(app: &App, person: &Person, path: &str, hours: i64) {
    let (Some(mail), Some(public)) = (app.config().mail.clone(), app.config().public_url.as_deref()) else {
        tracing::info!(person = %person.id, "a password link was asked for; no mail server is set");
        return;
    };
    let lang = if person.lang == "en" { Lang::En } else { Lang::Fr };
    let link = format!("{}{path}", public.trim_end_matches('/'));
    let subject = message(lang, "mail-reset-subject", &[]);
    let args = [
        ("name", Arg::from(person.name.as_str())),
        ("link", Arg::from(link.as_str())),
        ("hours", Arg::from(hours)),
    ];
    let text = message(lang, "mail-reset-text", &args);
    let person = person.clone();
    tokio::task::spawn_blocking(move || {
        if let Err(error) = mail.send(&person, subject, text) {
            tracing::error!(person = %person.id, error, "a password link could not be mailed");
        }
    });
}
