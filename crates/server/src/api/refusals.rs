//! Refusals in the OpenAPI document: each is told once, and operations refer to it.

use utoipa::openapi::{OpenApi, Ref, RefOr};

const MEDIA: &str = "application/problem+json";

/// The document where every refusal is the one component of its status.
pub(crate) fn shared(mut document: OpenApi) -> OpenApi {
    let components = document.components.get_or_insert_default();
    for item in document.paths.paths.values_mut() {
        let methods = [&mut item.get, &mut item.post, &mut item.put, &mut item.delete];
        let responses =
            methods.into_iter().flatten().flat_map(|operation| &mut operation.responses.responses);
        for (status, response) in responses {
            if !matches!(response, RefOr::T(told) if told.content.contains_key(MEDIA)) {
                continue;
            }
            let name = format!("Refused{status}");
            let told = std::mem::replace(response, RefOr::Ref(Ref::from_response_name(&name)));
            components.responses.insert(name, told);
        }
    }
    document
}
