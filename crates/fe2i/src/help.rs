//! What `--help` says, in the language of who asks: `locales/*/help.ftl` holds a message a command and an argument.

use clap::builder::Resettable;
use clap::{Arg, Command};
use wording::{Lang, message};

/// The language asked for, looked up before anything is parsed: help and errors of usage speak it too.
pub fn language(args: impl Iterator<Item = String>, environment: Option<String>) -> Lang {
    let mut asked = environment;
    let mut args = args.peekable();
    while let Some(arg) = args.next() {
        match arg.strip_prefix("--lang") {
            Some("") => asked = args.peek().cloned(),
            Some(rest) if rest.starts_with('=') => asked = Some(rest[1..].to_owned()),
            _ => {}
        }
    }
    asked.and_then(|lang| lang.parse().ok()).unwrap_or_default()
}

/// The command with all it says of itself. It is built first: the `help` that clap adds speaks too.
pub fn speaking(mut command: Command, lang: Lang) -> Command {
    command.build();
    told(command, lang, "help")
}

fn told(command: Command, lang: Lang, key: &str) -> Command {
    let say = |key: &str| message(lang, key, &[]);
    let argument = |arg: Arg| {
        let id = arg.get_id().to_string();
        let help = first(lang, &[format!("{key}-{id}"), format!("help-{id}")]);
        let names: Vec<&'static str> =
            arg.get_value_names().unwrap_or_default().iter().map(|n| value(lang, n)).collect();
        let told = format!("{help}{}", choices(&arg, lang));
        let arg = arg.help(told).long_help(Resettable::Reset).hide_default_value(true).hide_env(true);
        let heading = if arg.is_positional() { "help-heading-arguments" } else { "help-heading-options" };
        let arg = arg.hide_possible_values(true).help_heading(lasting(say(heading)));
        if names.is_empty() { arg } else { arg.value_names(names) }
    };
    let usage = format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}", say("help-heading-usage"));
    let command = command.about(message(lang, key, &[])).mut_args(argument).help_template(usage);
    let command = command.subcommand_help_heading(lasting(say("help-heading-commands")));
    command.mut_subcommands(|sub| match sub.get_name() {
        "help" => sub.about(say("help-help")),
        name => {
            let key = format!("{key}-{name}");
            told(sub, lang, &key)
        }
    })
}

/// « [fr, en ; par défaut : fr ; variable FE2I_LANG] »: what clap would say in English.
fn choices(arg: &Arg, lang: Lang) -> String {
    let (mut possible, mut default) = (String::new(), String::new());
    if arg.get_action().takes_values() {
        let names: Vec<_> =
            arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        possible = names.join(", ");
        let values: Vec<_> = arg.get_default_values().iter().filter_map(|value| value.to_str()).collect();
        default = values.join(", ");
    }
    let of = |key, value: String| (!value.is_empty()).then(|| message(lang, key, &[("value", value.into())]));
    let environment = arg.get_env().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let told = [
        Some(possible).filter(|values| !values.is_empty()),
        of("help-default", default),
        of("help-environment", environment),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    if told.is_empty() { String::new() } else { format!(" [{}]", told.join(" ; ")) }
}

/// Clap wants names that last as long as the program: these few are given to it for good.
fn lasting(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// « FICHIER » where a value is named by a French word; other names are the same in both languages.
fn value(lang: Lang, name: &str) -> &'static str {
    let said = message(lang, &format!("help-value-{}", classify::fold(name).trim().replace(' ', "-")), &[]);
    let said = if said.starts_with('⟦') { name.to_owned() } else { said };
    lasting(said)
}

/// The first message there is.
fn first(lang: Lang, keys: &[String]) -> String {
    let said: Vec<String> = keys.iter().map(|key| message(lang, key, &[])).collect();
    said.iter().find(|text| !text.starts_with('⟦')).unwrap_or(&said[0]).clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_language_is_known_before_the_rest() {
        let asked = |args: &[&str], environment: Option<&str>| {
            language(args.iter().map(|arg| (*arg).to_owned()), environment.map(str::to_owned))
        };
        assert_eq!(asked(&["fe2i", "--lang", "en", "--help"], None), Lang::En);
        assert_eq!(asked(&["fe2i", "classify", "--lang=en"], Some("fr")), Lang::En);
        assert_eq!(asked(&["fe2i", "classify", "bois"], Some("en")), Lang::En);
        assert_eq!(asked(&["fe2i", "--lang", "de"], None), Lang::Fr);
    }

    /// Every command and argument, with what is said of it.
    fn all(command: &Command, said: &mut Vec<String>) {
        said.push(format!("{}: {:?}", command.get_name(), command.get_about().map(ToString::to_string)));
        for arg in command.get_arguments() {
            said.push(format!("{}: {:?}", arg.get_id(), arg.get_help().map(ToString::to_string)));
        }
        // `help` lists the commands again: they are told of where they stand.
        command.get_subcommands().filter(|_| command.get_name() != "help").for_each(|sub| all(sub, said));
    }

    #[test]
    fn every_command_and_argument_says_what_it_is_in_both_languages() {
        for lang in Lang::ALL {
            let mut said = Vec::new();
            all(&speaking(crate::Cli::command(), lang), &mut said);
            let silent: Vec<_> =
                said.iter().filter(|line| line.contains('⟦') || line.ends_with("None")).collect();
            assert!(said.len() > 80 && silent.is_empty(), "{lang:?}: {silent:#?}");
        }
    }
}
