//! What `fe2i classify` shows: the answer first, then what else it may be, then the one question; no line wider than a phone.

use classify::{Ask, Classification, RankedCode};
use reference::Catalogue;
use wording::{Arg, Lang, message};

/// Characters of a line.
const WIDTH: usize = 48;

/// An answer to be shown.
pub struct Page<'a> {
    pub text: &'a str,
    pub found: &'a Classification,
    pub catalogue: &'a Catalogue,
    pub lang: Lang,
}

impl Page<'_> {
    /// Its lines.
    pub fn lines(&self) -> Vec<String> {
        if self.found.resources.is_empty() && self.found.codes.is_empty() {
            return vec![self.say("classify-unknown", &[("text", self.text.into())])];
        }
        let mut lines = self.first();
        lines.extend(self.others());
        lines.extend(self.question());
        lines
    }

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        message(self.lang, key, args)
    }

    fn label<'c>(&self, code: &'c RankedCode) -> &'c str {
        if self.lang == Lang::En { &code.label_en } else { &code.label_fr }
    }

    /// The resource, its code, the words that decided and, when they left the hazard open, what was assumed.
    fn first(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(best) = self.found.resources.first() {
            let label = self.catalogue.get(best.resource.as_str()).map_or("", |r| r.label(self.lang.code()));
            lines.push(format!("{label}  [{}]", best.resource));
        }
        if let Some(best) = self.found.codes.first() {
            let hazard = if best.code.hazardous() {
                self.say("classify-hazardous", &[])
            } else {
                self.say("classify-harmless", &[])
            };
            lines.push(format!("{}  {hazard}", best.code));
            lines.extend(wrapped(self.label(best), "  "));
        }
        let words = self.found.codes.first().map(|c| &c.words);
        if let Some(words) = words.or(self.found.resources.first().map(|r| &r.words)) {
            let words: Vec<String> = words.iter().map(|word| self.word(word)).collect();
            lines.extend(wrapped(&self.say("classify-decided", &[("words", words.join(", ").into())]), ""));
        }
        if let Some(assumed) = &self.found.assumed {
            let why = if self.lang == Lang::En { &assumed.en } else { &assumed.fr };
            lines.extend(wrapped(&self.say("classify-assumed", &[("why", why.as_str().into())]), ""));
        }
        if let Some(caution) = &self.found.caution {
            let what = if self.lang == Lang::En { &caution.en } else { &caution.fr };
            lines.extend(wrapped(&self.say("classify-caution", &[("what", what.as_str().into())]), ""));
        }
        lines
    }

    fn word(&self, word: &str) -> String {
        match word.strip_prefix('!') {
            Some(denied) => self.say("classify-denied", &[("word", denied.into())]),
            None => word.to_owned(),
        }
    }

    /// The other codes, then the other resources, a line each.
    fn others(&self) -> Vec<String> {
        let code = |c: &RankedCode| short(&format!("  {:<9}  {}", c.code.to_string(), self.label(c)));
        let mut lines: Vec<String> = self.found.codes.iter().skip(1).map(code).collect();
        if !lines.is_empty() {
            lines.insert(0, self.say("classify-or", &[]));
        }
        let names = self.found.resources.iter().skip(1);
        let names =
            names.filter_map(|r| Some(self.catalogue.get(r.resource.as_str())?.label(self.lang.code())));
        let names: Vec<&str> = names.collect();
        if !names.is_empty() {
            lines.extend(wrapped(&self.say("classify-near", &[("names", names.join(" ; ").into())]), ""));
        }
        lines
    }

    fn question(&self) -> Vec<String> {
        let Some(Ask::Hazardous { yes, no }) = self.found.question else { return Vec::new() };
        let codes = [("yes", yes.to_string().into()), ("no", no.to_string().into())];
        let mut lines = wrapped(&format!("? {}", self.say("classify-ask", &[])), "  ");
        lines.push(format!("  {}", self.say("classify-choices", &codes)));
        lines.push(format!("  {}", self.say("classify-answer", &[])));
        lines
    }
}

/// A text in lines no wider than the page, the ones after the first indented; `indent` also opens the first when it is not a heading.
fn wrapped(text: &str, indent: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = if text.starts_with('?') { String::new() } else { indent.to_owned() };
    for word in text.split_whitespace() {
        let gap = usize::from(!line.trim().is_empty());
        if gap == 1 && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, format!("  {word}")));
        } else {
            line.push_str(if gap == 1 { " " } else { "" });
            line.push_str(word);
        }
    }
    lines.push(line);
    lines
}

/// A line cut to the page.
fn short(line: &str) -> String {
    if line.chars().count() <= WIDTH {
        return line.to_owned();
    }
    let cut: String = line.chars().take(WIDTH - 1).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_a_phone() {
        let long =
            "absorbants, matériaux filtrants, chiffons d'essuyage et vêtements de protection contaminés";
        let lines = wrapped(long, "  ");
        assert!(lines.len() > 1 && lines.iter().all(|line| line.chars().count() <= WIDTH), "{lines:?}");
        assert_eq!(lines.concat().split_whitespace().count(), long.split_whitespace().count());
        assert_eq!(short(long).chars().count(), WIDTH);
        assert_eq!(short("béton"), "béton");
    }
}
