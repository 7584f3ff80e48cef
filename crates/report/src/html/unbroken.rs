//! Text that must not be cut where a line ends.

use maud::{Markup, html};

/// « 85 000 t » as somebody typed it must not be cut at the end of a line: digits stay with the three that follow them.
pub(super) fn whole_numbers(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let digit = |ix: usize| chars.get(ix).is_some_and(char::is_ascii_digit);
    let groups =
        |ix: usize| ix > 0 && digit(ix - 1) && (1..=3).all(|next| digit(ix + next)) && !digit(ix + 4);
    chars.iter().enumerate().map(|(ix, &c)| if c == ' ' && groups(ix) { '\u{202f}' } else { c }).collect()
}

/// An id such as « substitution.ratio.secondary »: cut after a point where a line must be, never within a word.
pub(super) fn id(id: &str) -> Markup {
    html! { @for (ix, part) in id.split('.').enumerate() { @if ix > 0 { "." wbr; } (part) } }
}

#[cfg(test)]
mod tests {
    use super::{id, whole_numbers};

    #[test]
    fn ids_break_after_their_points() {
        assert_eq!(id("a.b-c.d").into_string(), "a.<wbr>b-c.<wbr>d");
        assert_eq!(id("alone").into_string(), "alone");
    }

    #[test]
    fn thousands_stay_together_and_codes_are_left_alone() {
        assert_eq!(whole_numbers("(85 000 t/an)"), "(85\u{202f}000 t/an)");
        assert_eq!(whole_numbers("15 01 03, 12 palettes, 2 2026"), "15 01 03, 12 palettes, 2 2026");
    }
}
