//! What the words of a fate tell: « Enfouissement (ISDND) », « D5 », « rejet en rivière ».

use crate::co2_flows::Uses;

impl Uses {
    /// `landfill`, `recycling` … of `fate_words.csv`, by the first word that tells one; « rejet en rivière » is no sewer: where it ends up
    /// counts. `None` when no word tells.
    pub fn fate_route<'s>(&self, said: impl IntoIterator<Item = &'s str>) -> Option<&str> {
        let words: Vec<String> = said.into_iter().flat_map(words).collect();
        let told = |word: &String| self.fates.iter().find(|fate| tells(&fate.word, word));
        let mut routes = words.iter().filter_map(told).map(|fate| fate.route.as_str());
        let first = routes.next()?;
        if first == "sewer" && routes.any(|route| route == "lost") { Some("lost") } else { Some(first) }
    }
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

    #[test]
    fn words_are_met_without_accents_and_codes_whole() {
        assert_eq!(words("Incinération (ISDND), puis R10"), ["incineration", "isdnd", "puis", "r10"]);
        assert!(tells("enfoui", "enfouissement"));
        assert!(!tells("r1", "r10"));
        assert!(tells("r10", "r10"));
    }
}
