//! Walking through tokens.

use super::token::Token;

/// Phrases with their meaning: alternatives apart by `|`, words by spaces, lower case without accents, singular.
pub(super) type Table<T> = &'static [(&'static str, T)];

/// A place in a row of tokens.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    tokens: &'a [Token],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(tokens: &'a [Token]) -> Self {
        Self { tokens, at: 0 }
    }

    pub(super) fn done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub(super) fn at_start(&self) -> bool {
        self.at == 0
    }

    pub(super) fn peek(&self) -> Option<&'a Token> {
        self.ahead(0)
    }

    pub(super) fn ahead(&self, by: usize) -> Option<&'a Token> {
        self.tokens.get(self.at + by)
    }

    pub(super) fn bump(&mut self, by: usize) {
        self.at += by;
    }

    /// Passes the sign, if it comes next.
    pub(super) fn mark(&mut self, sign: char) -> bool {
        let found = matches!(self.peek(), Some(Token::Mark(next)) if *next == sign);
        self.at += usize::from(found);
        found
    }

    /// Passes a figure, if it comes next.
    pub(super) fn number(&mut self) -> Option<f64> {
        let Some(Token::Number { value, .. }) = self.peek() else { return None };
        self.at += 1;
        Some(*value)
    }

    /// Passes the longest phrase of the table that comes next.
    pub(super) fn phrase<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        let (length, meaning) = self.longest(table)?;
        self.at += length;
        Some(meaning)
    }

    /// True when a phrase of the table comes next.
    pub(super) fn sees<T: Copy>(&self, table: &[(&str, T)]) -> bool {
        self.longest(table).is_some()
    }

    fn longest<T: Copy>(&self, table: &[(&str, T)]) -> Option<(usize, T)> {
        let matches = table.iter().flat_map(|(phrases, meaning)| {
            phrases.split('|').filter_map(|phrase| self.length(phrase)).map(|length| (length, *meaning))
        });
        matches.max_by_key(|(length, _)| *length)
    }

    /// How many tokens the phrase takes here; `None` when it is not here.
    fn length(&self, phrase: &str) -> Option<usize> {
        let mut length = 0;
        for wanted in phrase.split(' ') {
            let Some(Token::Word { fold, .. }) = self.ahead(length) else { return None };
            if !same(fold, wanted) {
                return None;
            }
            length += 1;
        }
        Some(length)
    }

    /// The rest as one writes it, for a message.
    pub(super) fn rest(&self) -> String {
        let mut out = String::new();
        for token in self.tokens.iter().skip(self.at) {
            let (glue, shown) = match token {
                Token::Number { value, .. } | Token::Fraction(value) => {
                    (" ", value.to_string().replace('.', ","))
                }
                Token::Word { shown, glue, .. } => (*glue, shown.clone()),
                Token::Mark(sign) => (" ", sign.to_string()),
            };
            out.push_str(if out.is_empty() { "" } else { glue });
            out.push_str(&shown);
        }
        out
    }
}

/// Equal, or the plural of it in `-s`, `-x` (French) for words of three letters and more.
fn same(fold: &str, wanted: &str) -> bool {
    let plural = || wanted.len() >= 3 && matches!(fold.strip_prefix(wanted), Some("s" | "x"));
    fold == wanted || plural()
}
