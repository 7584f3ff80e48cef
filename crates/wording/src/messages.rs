//! The messages of `locales/`, embedded and read once.

use crate::{Lang, number, typography};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use std::sync::OnceLock;

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");

/// An argument of a message: a text, or a whole number that chooses the plural.
pub type Arg<'a> = FluentValue<'a>;

/// A message in a language, with its arguments. An unknown key gives `⟦key⟧`, so that it is seen and reported.
pub fn message(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let bundle = bundle(lang);
    let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else {
        return format!("⟦{key}⟧");
    };
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    let text = bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned();
    typography::spaced(lang, &text)
}

/// The text of every message file of a language, for tests and for the pages that share them. The browser's own messages (`web.ftl`) are a
/// set of their own: their keys may be the same.
pub fn messages_of(lang: Lang) -> Vec<&'static str> {
    let files = LOCALES.get_dir(lang.code()).map(Dir::files).into_iter().flatten();
    let files = files.filter(|file| file.path().file_name().is_none_or(|name| name != "web.ftl"));
    files.filter_map(|file| file.contents_utf8()).collect()
}

fn bundle(lang: Lang) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: OnceLock<[FluentBundle<FluentResource>; 2]> = OnceLock::new();
    let [fr, en] = BUNDLES.get_or_init(|| Lang::ALL.map(read));
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// A file with a fault still gives its other messages; the tests refuse faults.
fn read(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(lang.code().parse().into_iter().collect());
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Fr => |value, _| whole(Lang::Fr, value),
        Lang::En => |value, _| whole(Lang::En, value),
    }));
    for text in messages_of(lang) {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Counts are written with the language's thousands separator.
fn whole(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number::grouped(lang, number.value, 0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_seen_and_harmless() {
        assert_eq!(message(Lang::Fr, "no-such-key", &[]), "⟦no-such-key⟧");
    }

    #[test]
    fn every_file_parses() {
        for text in Lang::ALL.into_iter().flat_map(messages_of) {
            let faults = FluentResource::try_new(text.to_owned()).err().map(|(_, errors)| errors);
            assert_eq!(faults, None, "{text}");
        }
    }
}
