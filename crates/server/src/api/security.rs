//! How programs and people come in, for the OpenAPI document.

use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};

/// Beginnings of the paths that nobody must log in for.
const OPEN: [&str; 6] =
    ["/healthz", "/api/v1/session", "/api/v1/oidc", "/api/v1/password", "/api/v1/invite", "/api/v1/openapi"];

/// The document with its ways in: a token of scopes read and write, or the cookie of a session.
pub(crate) fn told(mut document: OpenApi) -> OpenApi {
    let token = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("Jeton de « Mon compte », de portée read ou write / token of scope read or write"))
        .build();
    let session = ApiKey::Cookie(ApiKeyValue::new(crate::http::COOKIE));
    let components = document.components.get_or_insert_default();
    components.add_security_scheme("token", SecurityScheme::Http(token));
    components.add_security_scheme("session", SecurityScheme::ApiKey(session));
    let needed = |name: &str| SecurityRequirement::new(name, Vec::<String>::new());
    document.security = Some(vec![needed("token"), needed("session")]);
    let open = document.paths.paths.iter_mut().filter(|(path, _)| OPEN.iter().any(|o| path.starts_with(o)));
    for (_, item) in open {
        let methods = [&mut item.get, &mut item.post, &mut item.put, &mut item.delete];
        for operation in methods.into_iter().flatten() {
            operation.security = Some(Vec::new());
        }
    }
    document
}
