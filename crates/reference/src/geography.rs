//! Communes and their outlines, for placing a site that only gives its commune and for drawing a map without a network.

use crate::{DataError, edits};
use serde::Deserialize;

/// In names longer than this, two letters may be wrong.
const LONG_NAME: usize = 8;

/// A commune.
#[derive(Clone, Debug, Deserialize)]
pub struct Commune {
    /// Insee code.
    pub insee: Box<str>,
    /// Name.
    pub name: Box<str>,
    /// Postcodes, `|` between them.
    pub postcodes: Box<str>,
    /// Centre (of the outline, or of the built-up place), degrees east (WGS 84).
    pub lon: f64,
    /// Centre, degrees north (WGS 84).
    pub lat: f64,
}

/// One ring of a commune's outline.
#[derive(Clone, Debug)]
pub struct Outline {
    /// Insee code.
    pub insee: String,
    /// Points, (lon, lat) in degrees (WGS 84); the last joins the first.
    pub points: Vec<(f64, f64)>,
}

/// The communes the program ships.
#[derive(Clone, Debug, Default)]
pub struct Geography {
    /// By Insee code.
    communes: Vec<Commune>,
    /// Folded names, sorted, each with the place of its commune.
    names: Vec<(Box<str>, usize)>,
    outlines: Vec<Outline>,
}

impl Geography {
    pub(crate) fn new(mut communes: Vec<Commune>, outlines: Vec<Outline>) -> Self {
        communes.sort_by(|a, b| a.insee.cmp(&b.insee));
        let name = |(ix, commune): (usize, &Commune)| (fold(&commune.name).into_boxed_str(), ix);
        let mut names: Vec<_> = communes.iter().enumerate().map(name).collect();
        names.sort();
        Self { communes, names, outlines }
    }

    /// All communes.
    pub fn communes(&self) -> &[Commune] {
        &self.communes
    }

    /// The commune of that Insee code.
    pub fn commune(&self, insee: &str) -> Option<&Commune> {
        let at = self.communes.binary_search_by(|commune| (*commune.insee).cmp(insee)).ok()?;
        Some(&self.communes[at])
    }

    /// The communes of that name, accents, case and hyphens ignored. A postcode keeps those that bear it, else (a « cedex » is nobody's) those of
    /// its department, else none.
    pub fn named(&self, name: &str, postcode: Option<&str>) -> Vec<&Commune> {
        let wanted = fold(name);
        let first = self.names.partition_point(|(known, _)| **known < *wanted);
        let alike = self.names[first..].iter().take_while(|(known, _)| **known == *wanted);
        let all: Vec<&Commune> = alike.map(|&(_, ix)| &self.communes[ix]).collect();
        let Some(wanted) = postcode.map(str::trim) else { return all };
        let bears = |commune: &&Commune| commune.postcodes.split('|').any(|known| known == wanted);
        let there: Vec<&Commune> = all.iter().copied().filter(bears).collect();
        if !there.is_empty() {
            return there;
        }
        let department = wanted.get(..2).unwrap_or(wanted);
        all.into_iter().filter(|commune| commune.insee.starts_with(department)).collect()
    }

    /// The commune of that name and postcode; `None` when nothing or more than one fits.
    pub fn find(&self, name: &str, postcode: Option<&str>) -> Option<&Commune> {
        match self.named(name, postcode)[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Communes that may be meant by a name none bears: those whose names go on where it stops (« St Dié »), else those spelled nearly like it,
    /// one letter away, or two of a long name; the nearest spelling first.
    pub fn spelled_like(&self, name: &str) -> Vec<&Commune> {
        let wanted = fold(name);
        let begun = format!("{wanted} ");
        let first = self.names.partition_point(|(known, _)| **known < *begun);
        let longer = self.names[first..].iter().take_while(|(known, _)| known.starts_with(&begun));
        let longer: Vec<&Commune> = longer.map(|&(_, ix)| &self.communes[ix]).collect();
        if !longer.is_empty() && !wanted.is_empty() {
            return longer;
        }
        // « Saint » is no part of what tells one from another.
        let own = wanted.strip_prefix("saint ").or_else(|| wanted.strip_prefix("sainte ")).unwrap_or(&wanted);
        let most = if own.len() > LONG_NAME { 2 } else { 1 };
        let far = |known: &str| edits(wanted.as_bytes(), known.as_bytes(), most);
        let mut alike: Vec<(usize, usize)> =
            self.names.iter().filter_map(|&(ref known, ix)| Some((far(known)?, ix))).collect();
        alike.sort_unstable();
        let nearest = alike.first().map_or(0, |(far, _)| *far);
        alike.iter().take_while(|(far, _)| *far == nearest).map(|&(_, ix)| &self.communes[ix]).collect()
    }

    /// Outlines of all communes.
    pub fn outlines(&self) -> &[Outline] {
        &self.outlines
    }
}

/// Lower case, without accents, everything but letters and digits as one space, « st » as « saint ».
fn fold(name: &str) -> String {
    let plain: String = name
        .to_lowercase()
        .replace('œ', "oe")
        .replace('æ', "ae")
        .chars()
        .map(|c| match c {
            'à' | 'â' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            c if c.is_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    let words = plain.split_whitespace().map(|word| match word {
        "st" => "saint",
        "ste" => "sainte",
        other => other,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Reads `insee|ring|dx,dy dx,dy …` lines, integers in 1/10 000 degree, differences from the point before.
pub(crate) fn read_outlines(file: &str, text: &str) -> (Vec<Outline>, Vec<DataError>) {
    let mut outlines = Vec::new();
    let mut errors = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        match read_outline(line) {
            Some(outline) => outlines.push(outline),
            None => errors.push(DataError::new(
                file,
                format!("ligne {}", number + 1),
                "attendu « insee|anneau|dx,dy dx,dy … »",
            )),
        }
    }
    (outlines, errors)
}

fn read_outline(line: &str) -> Option<Outline> {
    let mut parts = line.split('|');
    let insee = parts.next()?.to_owned();
    let _ring = parts.next()?;
    let (mut lon, mut lat) = (0_i32, 0_i32);
    let points = parts
        .next()?
        .split_whitespace()
        .map(|pair| {
            let (dx, dy) = pair.split_once(',')?;
            lon += dx.parse::<i32>().ok()?;
            lat += dy.parse::<i32>().ok()?;
            Some((f64::from(lon) / 1e4, f64::from(lat) / 1e4))
        })
        .collect::<Option<Vec<_>>>()?;
    Some(Outline { insee, points })
}

#[cfg(test)]
mod tests {
    use crate::Reference;

    #[test]
    fn a_name_is_found_however_it_is_spelled_and_its_beginning_tells_which() {
        let geography =
            &Reference::embedded().map_err(|e| format!("{e:?}")).unwrap_or_else(|e| panic!("{e}")).geography;
        for name in ["Jœuf", "Joeuf", "JOEUF"] {
            assert_eq!(geography.find(name, None).map(|commune| &*commune.name), Some("Jœuf"), "{name}");
        }
        let like = |name| -> Vec<&str> {
            geography.spelled_like(name).into_iter().map(|commune| &*commune.name).collect()
        };
        assert!(like("St Dié").contains(&"Saint-Dié-des-Vosges"), "{:?}", like("St Dié"));
        assert!(!like("St Dié").contains(&"Saint-Fiel"));
        assert_eq!(like("Florangee"), ["Florange"]);
    }
}
