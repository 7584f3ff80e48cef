//! The words beside a quantity.

use super::cursor::Cursor;
use super::token::Token;
use super::words::FILLERS;

/// Words not needed to read the quantity.
#[derive(Default)]
pub(super) struct About(String);

impl About {
    /// Passes one word; articles and « de » at the beginning are dropped. False when no word comes next.
    pub(super) fn take(&mut self, cursor: &mut Cursor<'_>) -> bool {
        if self.0.is_empty() && cursor.phrase(FILLERS).is_some() {
            return true;
        }
        let Some(Token::Word { shown, glue, .. }) = cursor.peek() else { return false };
        self.push(glue, shown);
        cursor.bump(1);
        true
    }

    /// Adds a word.
    pub(super) fn push(&mut self, glue: &str, word: &str) {
        if !self.0.is_empty() {
            self.0.push_str(glue);
        }
        self.0.push_str(word);
    }

    /// True after « et », « plus »: what follows is as important as what came before.
    pub(super) fn is_joining(&self) -> bool {
        matches!(self.0.rsplit(' ').next(), Some("et" | "plus" | "ou" | "and" | "or" | "und" | "oder"))
    }

    /// The words, if any.
    pub(super) fn text(self) -> Option<String> {
        (!self.0.is_empty()).then_some(self.0)
    }
}
