//! The second factor: six digits that change every 30 seconds (RFC 6238, HMAC-SHA-1 as the usual applications use it).

use crate::App;
use crate::problem::{Answer, Problem};
use axum::http::StatusCode;
use store::people::Person;

/// Asks for the code of the present window, the one before or the one after; each opens one session only.
pub(crate) async fn check(app: &App, person: &Person, code: Option<&str>, origin: &str) -> Answer<()> {
    let missing = || Problem {
        field: Some("totp".to_owned()),
        ..Problem::new(StatusCode::UNAUTHORIZED, "refusal-factor")
    };
    let Some(code) = code.map(str::trim).filter(|code| !code.is_empty()) else { return Err(missing()) };
    let secret = app.store().totp(&person.id).await?.ok_or_else(missing)?;
    let present = app.now().timestamp() / 30;
    for window in [present, present - 1, present + 1] {
        if crate::otp::is_code(&secret, window, code)
            && app.store().use_totp_window(&person.id, window).await?
        {
            app.store().factor_tried(&person.email, origin, true, app.now()).await?;
            return Ok(());
        }
    }
    app.store().factor_tried(&person.email, origin, false, app.now()).await?;
    Err(missing().because("refusal-code-wrong"))
}
