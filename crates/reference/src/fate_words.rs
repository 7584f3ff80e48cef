//! What the words of a fate tell: « Enfouissement (ISDND) », « D5 », « rejet en rivière ».

use crate::co2_flows::Uses;
use serde::Deserialize;

/// What becomes of a residue, as the words of its fate tell (`fate_words.csv`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum FateRoute {
    Reuse,
    Recycling,
    Composting,
    AnaerobicDigestion,
    Feed,
    Spreading,
    /// Burnt or gasified for its energy.
    Energy,
    Incineration,
    Landfill,
    Sewer,
    /// Let go into air, river or heap.
    Lost,
    /// Collected in a mixture: what follows is not known.
    Mixed,
    /// Stays where it arises.
    OnSite,
}

impl FateRoute {
    /// Nobody is paid for what goes these ways.
    pub fn is_discarded(self) -> bool {
        matches!(self, Self::Landfill | Self::Incineration | Self::Mixed | Self::Lost | Self::Sewer)
    }

    /// The treatment its emissions are looked up under (`co2.treatment.<flow>.<…>`); `None` for what no factor is of.
    pub fn treatment(self) -> Option<&'static str> {
        match self {
            Self::Mixed => Some("other-than-recycling"),
            Self::Landfill => Some("landfill"),
            Self::Incineration | Self::Energy => Some("incineration"),
            Self::Recycling => Some("recycling"),
            Self::Composting => Some("composting"),
            Self::AnaerobicDigestion => Some("anaerobic-digestion"),
            Self::Reuse | Self::Feed | Self::Spreading | Self::Sewer | Self::Lost | Self::OnSite => None,
        }
    }
}

impl Uses {
    /// By the first word of `fate_words.csv` that tells one; « rejet en rivière » is no sewer: where it ends up
    /// counts; « digesteur maison » is nobody's gate: it stays on site. `None` when no word tells.
    pub fn fate_route<'s>(&self, said: impl IntoIterator<Item = &'s str>) -> Option<FateRoute> {
        let words: Vec<String> = said.into_iter().flat_map(words).collect();
        let told = |at: usize| self.fates.iter().find(|fate| begins(&words[at..], &fate.word));
        let routes: Vec<FateRoute> = (0..words.len()).filter_map(told).map(|fate| fate.route).collect();
        let first = *routes.first()?;
        let says = |route| routes.contains(&route);
        Some(match first {
            _ if says(FateRoute::OnSite) => FateRoute::OnSite,
            FateRoute::Sewer if says(FateRoute::Lost) => FateRoute::Lost,
            _ => first,
        })
    }
}

/// True when the words begin with an entry, of one word or several (« sur place »).
fn begins(said: &[String], entry: &str) -> bool {
    let known = words(entry);
    known.len() <= said.len() && known.iter().zip(said).all(|(known, word)| tells(known, word))
}

/// Lower-case words without the accents of French, letters and digits only.
pub(crate) fn words(text: &str) -> Vec<String> {
    let plain: String = text.to_lowercase().chars().map(unaccented).collect();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn unaccented(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    }
}

/// Short words and operation codes must be met whole: « r1 » is not « r10 », « step » is not « steppe ».
pub(crate) fn tells(known: &str, word: &str) -> bool {
    if known.len() <= 4 { known == word } else { word.starts_with(known) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FateWord;

    #[test]
    fn words_are_met_without_accents_and_codes_whole() {
        assert_eq!(words("Incinération (ISDND), puis R10"), ["incineration", "isdnd", "puis", "r10"]);
        assert!(tells("enfoui", "enfouissement"));
        assert!(!tells("r1", "r10"));
        assert!(tells("r10", "r10"));
    }

    #[test]
    fn what_stays_at_home_is_no_bought_treatment() {
        let rows = [
            ("digest", FateRoute::AnaerobicDigestion),
            ("sur place", FateRoute::OnSite),
            ("maison", FateRoute::OnSite),
            ("broye", FateRoute::Mixed),
        ];
        let fates = rows.map(|(word, route)| FateWord { word: word.into(), route }).to_vec();
        let uses = Uses { fates, ..Uses::default() };
        assert_eq!(uses.fate_route(["digesteur maison"]), Some(FateRoute::OnSite));
        assert_eq!(uses.fate_route(["broyé sur place 1 fois/trim"]), Some(FateRoute::OnSite));
        assert_eq!(uses.fate_route(["digesteur sur la place"]), Some(FateRoute::AnaerobicDigestion));
    }
}
