//! A distance said in words: « ISDND à 45 km », « gravière hors territoire 90 km ».

use crate::case::Case;
use crate::draws::drawn::Drawn;
use model::{Direction, Flow};
use units::Range;

impl Case<'_> {
    /// The road to where a flow goes or comes from today: to who is known to have it, else as somebody said it, else what is usual.
    pub(crate) fn road_today(&self, flow: Option<&Flow>) -> Option<Drawn> {
        let known = flow.and_then(|flow| self.road_to_holder(flow).or_else(|| self.said_road(flow)));
        known.or_else(|| self.usual_road())
    }

    /// The road to today's outlet or supplier, when somebody said how far it is.
    pub(crate) fn said_road(&self, flow: &Flow) -> Option<Drawn> {
        // « thermolaquage de nos pièces, fait à 140 km » says it in the name of what is bought.
        let named = (flow.direction == Direction::TakesIn).then_some(flow.wording.as_str());
        let said = [flow.fate.stated.as_deref(), flow.fate.who.as_deref(), named];
        let range = said.into_iter().flatten().find_map(km_in)?;
        Some(self.draw(&format!("road:{}", flow.id), range))
    }
}

/// Words of a distance that is of a part only: how far the rest goes is unknown, and no average can be made of it.
const PARTS: &[&str] =
    &["dont", "partie", "certains", "certaines", "parfois", "including", "incl", "some", "davon"];

/// The kilometres a text names: one number, or two with « à », « - » or « to » between them. `None` when they are those of a part:
/// « 2 carrières dont une à 80 km ».
fn km_in(text: &str) -> Option<Range> {
    let spaced =
        text.to_lowercase().replace(['\u{a0}', '\u{202f}', '(', ')', ';'], " ").replace("km", " km ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    if words.iter().any(|word| PARTS.contains(word)) {
        return None;
    }
    let at = words.iter().position(|word| *word == "km")?;
    let high = number(words.get(at.checked_sub(1)?)?)?;
    let low = at
        .checked_sub(3)
        .filter(|low| matches!(words[low + 1], "à" | "a" | "-" | "to"))
        .and_then(|low| number(words[low]));
    Range::between(low.unwrap_or(high), high)
        .ok()
        .filter(|range| range.low() > 0.0 && range.high() < 20_000.0)
}

fn number(word: &str) -> Option<f64> {
    let word = word.trim_start_matches(['~', '≈', '<', '>']);
    word.starts_with(|c: char| c.is_ascii_digit()).then(|| word.replace(',', ".").parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kilometres_are_read_where_they_are_said() {
        let mid = |text: &str| km_in(text).map(Range::mid);
        assert_eq!(mid("gravière hors territoire 90 km"), Some(90.0));
        assert_eq!(mid("ISDND à 45 km"), Some(45.0));
        assert_eq!(mid("prestataire d'Alsace (190km)"), Some(190.0));
        assert_eq!(mid("60 à 80 km"), Some(70.0));
        assert_eq!(mid("12,5 km"), Some(12.5));
        for text in
            ["enfouissement", "R3", "km", "loin, beaucoup de km", "0 km", "2 carrières dont une à 80 km"]
        {
            assert_eq!(mid(text), None, "{text}");
        }
    }
}
