//! One's second factor: shown once, kept when a first code of it is right, taken away with a code of it.

use super::session::Origin;
use crate::App;
use crate::http::{Body, Caller};
use crate::otp;
use crate::problem::{Answer, Problem, Refusals};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use qrcodegen::{QrCode, QrCodeEcc};
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use store::people::Person;
use utoipa::ToSchema;

/// A secret to be put into an application of one-time codes.
#[derive(Serialize, ToSchema)]
pub(super) struct Offer {
    /// In base 32, to type.
    secret: String,
    /// For the application: `otpauth://totp/…`.
    uri: String,
    /// The same as a picture (SVG), to scan.
    qr: String,
}

/// The secret, and a code of it.
#[derive(Deserialize, ToSchema)]
pub(super) struct Proof {
    /// As offered.
    #[schema(max_length = 64)]
    secret: String,
    /// Six digits.
    #[schema(max_length = 10)]
    code: String,
}

/// A code.
#[derive(Deserialize, ToSchema)]
pub(super) struct Code {
    /// Six digits.
    #[schema(max_length = 10)]
    code: String,
}

/// Who may change their own account: a person, not a program.
fn person(app: &App, caller: Caller) -> Answer<Person> {
    if caller.scopes.is_some() {
        return Err(Problem::forbidden());
    }
    if app.config().demo {
        return Err(Problem::forbidden().because("refusal-demo-factor"));
    }
    Ok(caller.person)
}

/// Offers a secret; nothing is kept before a code proves that the application has it.
#[utoipa::path(post, path = "/me/totp", tag = "session", responses((status = 200, body = Offer), Refusals))]
pub(super) async fn offer(State(app): State<App>, caller: Caller) -> Answer<Json<Offer>> {
    let person = person(&app, caller)?;
    let secret = otp::base32(&app.config().entropy.bytes::<20>()?);
    let account: String =
        person.email.chars().filter(|c| c.is_ascii_alphanumeric() || "@.-_+".contains(*c)).collect();
    let uri = format!("otpauth://totp/fe2i:{}?secret={secret}&issuer=fe2i", account.replace('+', "%2B"));
    let qr = picture(&uri)?;
    Ok(Json(Offer { secret, uri, qr }))
}

fn picture(text: &str) -> Answer<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|error| Problem::internal(&error))?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // Writing into a text cannot fail.
            let _ = write!(path, "M{},{}h1v1h-1z", x + 4, y + 4);
        }
    }
    let side = code.size() + 8;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\"><path fill=\"#fff\" d=\"M0,0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>"
    ))
}

/// Keeps the secret when the code is one of it: from now on a code is asked at login.
#[utoipa::path(put, path = "/me/totp", tag = "session", request_body = Proof, responses((status = 204), Refusals))]
pub(super) async fn keep(
    State(app): State<App>,
    caller: Caller,
    Origin(origin): Origin,
    Body(proof): Body<Proof>,
) -> Answer<StatusCode> {
    let person = person(&app, caller)?;
    app.limits().take(&format!("totp {origin}"), 10.0, 5.0, app.now())?;
    if person.totp {
        return Err(
            Problem::new(StatusCode::CONFLICT, "refusal-factor-there").because("refusal-factor-there-how")
        );
    }
    let secret = otp::from_base32(&proof.secret).filter(|secret| secret.len() >= 16);
    let secret = secret.ok_or_else(|| Problem::field("secret", "refusal-factor-secret"))?;
    let window = app.now().timestamp() / 30;
    let near = [window, window - 1, window + 1];
    if !near.iter().any(|&window| otp::is_code(&secret, window, proof.code.trim())) {
        return Err(Problem::field("code", "refusal-code-clock"));
    }
    app.store().set_totp(&person.id, Some(&secret)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes the second factor away, with a code of it.
#[utoipa::path(delete, path = "/me/totp", tag = "session", request_body = Code, responses((status = 204), Refusals))]
pub(super) async fn remove(
    State(app): State<App>,
    caller: Caller,
    Origin(origin): Origin,
    Body(proof): Body<Code>,
) -> Answer<StatusCode> {
    let person = person(&app, caller)?;
    app.limits().take(&format!("totp {origin}"), 10.0, 5.0, app.now())?;
    crate::totp::check(&app, &person, Some(&proof.code), &origin).await?;
    app.store().set_totp(&person.id, None).await?;
    Ok(StatusCode::NO_CONTENT)
}
