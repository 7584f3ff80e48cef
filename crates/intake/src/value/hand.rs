//! Whether « 8,000 t » is eight tonnes or eight thousand: the other numbers of the file tell.

use std::borrow::Cow;

/// Words that only an English heading has, folded.
const ENGLISH: [&str; 8] = ["quantity", "qty", "weight", "waste", "amount", "what", "january", "december"];

/// What the comma does in the numbers of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Comma {
    /// Nothing tells.
    #[default]
    Unsaid,
    /// Decimal, as « 2,5 » says.
    Decimal,
    /// Of thousands, as « 12,500.5 » or « 1,250,000 » says.
    Groups,
    /// Of thousands, as decimal points or English headings make likely.
    GroupsPerhaps,
}

/// How the numbers of a file are written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hand {
    comma: Comma,
    /// A cell that is a number and no more was written by a spreadsheet, with a point whatever its author's language.
    of_a_sheet: bool,
}

/// A cell as it reads in the hand of its file.
pub struct Written<'t> {
    /// The text, without separators that could be taken for others.
    pub text: Cow<'t, str>,
    /// How « 8,000 » was read when that is not sure.
    pub doubtful: Option<Doubt>,
}

/// A number that could be a thousand times larger or smaller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The number as written.
    pub written: String,
    /// As it was read, with a decimal comma.
    pub read: String,
    /// As it could be read as well.
    pub other: String,
}

impl Hand {
    /// What the cells of amounts and the headings of a table show; `of_a_sheet`: it comes out of a spreadsheet file.
    pub fn of<'t>(cells: impl Iterator<Item = &'t str>, headings: &[String], of_a_sheet: bool) -> Self {
        let (mut decimal, mut groups, mut points) = (false, false, false);
        for cell in cells.filter(|cell| !(of_a_sheet && is_bare(cell))) {
            for number in numbers(cell).map(|(at, end)| &cell[at..end]) {
                match shape(number) {
                    Shape::DecimalComma => decimal = true,
                    Shape::GroupingComma => groups = true,
                    Shape::DecimalPoint => points = true,
                    Shape::Open(_) | Shape::Plain => {}
                }
            }
        }
        let english = headings
            .iter()
            .any(|heading| crate::fold(heading).split(' ').any(|word| ENGLISH.contains(&word)));
        let comma = match (decimal, groups) {
            (true, false) if !points => Comma::Decimal,
            (false, true) => Comma::Groups,
            (false, false) if points || english => Comma::GroupsPerhaps,
            _ => Comma::Unsaid,
        };
        Self { comma, of_a_sheet }
    }

    /// The cell with its numbers made plain.
    pub fn plain<'t>(&self, cell: &'t str) -> Written<'t> {
        let as_it_is = Written { text: Cow::Borrowed(cell), doubtful: None };
        if self.of_a_sheet && is_bare(cell) {
            return as_it_is;
        }
        let mut text = String::with_capacity(cell.len());
        let (mut from, mut doubtful) = (0, None);
        for (at, end) in numbers(cell) {
            let number = &cell[at..end];
            let Shape::Open(separator) = shape(number) else { continue };
            let grouped = number.replace(separator, "");
            // A fourth decimal says that the comma is no comma of thousands.
            let decimal = format!("{}0", number.replace('.', ","));
            let plain = match (separator, self.comma) {
                (',', Comma::Groups | Comma::GroupsPerhaps) | ('.', Comma::Decimal) => grouped.clone(),
                (',', Comma::Decimal) | ('.', Comma::Groups | Comma::GroupsPerhaps) => decimal.clone(),
                _ => number.to_owned(),
            };
            if separator == ',' && matches!(self.comma, Comma::Unsaid | Comma::GroupsPerhaps) {
                let decimal = number.trim_end_matches('0').trim_end_matches(',').to_owned();
                let (read, other) = if plain == grouped { (grouped, decimal) } else { (decimal, grouped) };
                doubtful = Some(Doubt { written: number.to_owned(), read, other });
            }
            text.push_str(&cell[from..at]);
            text.push_str(&plain);
            from = end;
        }
        if from == 0 {
            return as_it_is;
        }
        text.push_str(&cell[from..]);
        Written { text: Cow::Owned(text), doubtful }
    }
}

/// True for what a spreadsheet writes of a number cell.
fn is_bare(cell: &str) -> bool {
    cell.trim().parse::<f64>().is_ok()
}

/// What one number shows.
#[derive(Debug, PartialEq)]
enum Shape {
    DecimalComma,
    GroupingComma,
    DecimalPoint,
    /// `8,000` or `8.000`: with its sign.
    Open(char),
    Plain,
}

fn shape(number: &str) -> Shape {
    let grouped = |text: &str, sign: char| {
        let mut groups = text.split(sign);
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3)
    };
    let count = |sign: char| number.matches(sign).count();
    match (count(','), count('.')) {
        (0, 0) => Shape::Plain,
        (1, 0) if grouped(number, ',') => Shape::Open(','),
        (0, 1) if grouped(number, '.') => Shape::Open('.'),
        (1, 0) => Shape::DecimalComma,
        (0, 1) => Shape::DecimalPoint,
        (_, 0) if grouped(number, ',') => Shape::GroupingComma,
        (0, _) if grouped(number, '.') => Shape::DecimalComma,
        (_, 1) if number.rfind(',') < number.rfind('.') => Shape::GroupingComma,
        (1, _) if number.rfind('.') < number.rfind(',') => Shape::DecimalComma,
        _ => Shape::Plain,
    }
}

/// Where the numbers of a cell stand: digits with points and commas between them. What goes on after a space (« 1 200,500 ») is no number of
/// its own.
fn numbers(cell: &str) -> impl Iterator<Item = (usize, usize)> {
    let part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + cell.get(from..)?.find(|c: char| c.is_ascii_digit())?;
            let rest = &cell[at..];
            let length = rest.find(|c| !part(c)).unwrap_or(rest.len());
            let end = at + rest[..length].trim_end_matches([',', '.']).len();
            from = at + length;
            let before = cell[..at].trim_end();
            let goes_on = before.len() < at && before.ends_with(|c: char| c.is_ascii_digit());
            let within_a_word = cell[..at].ends_with(char::is_alphanumeric);
            if !goes_on && !within_a_word {
                return Some((at, end));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cells: &[&str], headings: &[&str], cell: &str) -> (String, bool) {
        let headings: Vec<String> = headings.iter().map(|&heading| heading.to_owned()).collect();
        let hand = Hand::of(cells.iter().copied(), &headings, false);
        let written = hand.plain(cell);
        (written.text.into_owned(), written.doubtful.is_some())
    }

    #[test]
    fn the_other_cells_say_what_a_comma_does() {
        for (others, headings, cell, text, doubtful) in [
            (&["12,500.5 t"][..], &[][..], "8,000 t", "8000 t", false),
            (&["1,250,000 kg"], &[], "8,000 t", "8000 t", false),
            (&["2.5 t"], &[], "8,000 t", "8000 t", true),
            (&[], &["Quantity"], "8,000 t", "8000 t", true),
            (&["2,5 t"], &["Quantité"], "8,000 t", "8,0000 t", false),
            (&["2,5 t"], &[], "1.200 kg", "1200 kg", false),
            (&["2,5 t"], &[], "1 200,500 kg", "1 200,500 kg", false),
            (&["8,240 t"], &["Quantité"], "8,000 t", "8,000 t", true),
            (&["2,5 t", "12,500.5 t"], &[], "8,000 t", "8,000 t", true),
            (&["12,500.5 t"], &[], "2 bennes de 30 m3, 1,200 kg", "2 bennes de 30 m3, 1200 kg", false),
            (&[], &[], "12 t", "12 t", false),
        ] {
            assert_eq!(read(others, headings, cell), (text.to_owned(), doubtful), "{others:?} {cell}");
        }
    }

    #[test]
    fn a_number_cell_of_a_spreadsheet_shows_nothing() {
        let hand = Hand::of(["2.5", "1.234"].into_iter(), &[], true);
        assert_eq!(hand.plain("8,000 t").doubtful.map(|doubt| doubt.read), Some("8".to_owned()));
        let french = Hand::of(["2,5 t"].into_iter(), &[], true);
        assert_eq!(french.plain("1.234").text, "1.234");
    }
}
