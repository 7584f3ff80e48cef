//! Which lines of a company's own register are shipments, and which are titles, totals, repeated headings.

use crate::fold;
use crate::table::Row;

/// Words that open a line of totals.
const TOTALS: [&str; 9] =
    ["total", "totaux", "sous total", "s total", "stotal", "cumul", "somme", "moyenne", "grand total"];

/// The columns that tell a shipment from a total.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    pub date: Option<usize>,
    pub wording: Option<usize>,
    pub code: Option<usize>,
}

/// Why a line is no shipment; `None` when it may be one.
pub(super) fn left_out(row: &Row, marks: Marks, headings: &[String]) -> Option<&'static str> {
    let filled: Vec<&str> =
        row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    if filled.first().is_some_and(|first| is_total(first)) || row.cell(marks.wording).is_some_and(is_total) {
        return Some("skip-total");
    }
    if repeats(row, headings) {
        return Some("skip-headings");
    }
    if let [only] = filled.as_slice()
        && crate::value::number(only).is_none()
    {
        return Some("skip-title");
    }
    let blank = |column: Option<usize>| row.cell(column).is_none();
    (blank(marks.date) && blank(marks.wording) && blank(marks.code)).then_some("skip-total")
}

fn is_total(cell: &str) -> bool {
    let folded = fold(cell);
    TOTALS.iter().any(|word| folded == *word || folded.starts_with(&format!("{word} ")))
}

/// True when most of the filled cells say their own heading.
pub(super) fn repeats(row: &Row, headings: &[String]) -> bool {
    let filled = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let same = row
        .cells
        .iter()
        .zip(headings)
        .filter(|(cell, heading)| !cell.trim().is_empty() && fold(cell) == fold(heading));
    let same = same.count();
    same >= 2 && same * 2 > filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_totals_and_repeated_headings() {
        let headings: Vec<String> = ["Date", "Déchet", "Code", "Qté"].map(ToOwned::to_owned).to_vec();
        let marks = Marks { date: Some(0), wording: Some(1), code: Some(2) };
        for (cells, wanted) in [
            (["12/01/2025", "bois", "150103", "2"], None),
            (["12/01/2025", "total bois", "", "2"], Some("skip-total")),
            (["TOTAL", "", "", "12"], Some("skip-total")),
            (["Sous-total janvier", "", "", "12"], Some("skip-total")),
            (["", "", "", "12"], Some("skip-total")),
            (["Déchets non dangereux", "", "", ""], Some("skip-title")),
            (["Date", "Déchet", "Code", "Qté"], Some("skip-headings")),
            (["12/01/2025", "totalité du bois", "", "2"], None),
        ] {
            let row = Row { line: 5, cells: cells.map(ToOwned::to_owned).to_vec() };
            assert_eq!(left_out(&row, marks, &headings), wanted, "{cells:?}");
        }
    }
}
