//! How large the sheets of an old XLS become once its parser writes out every cell of the rectangle between the first and the last filled one.

use super::guard::MAX_CELLS;
use super::ole::{u16_at, u32_at};

/// More sheets than this are not looked at.
const MAX_SHEETS: usize = 1_000;
/// Records looked at, all sheets together: sheets may overlap in a file made for that.
const MAX_RECORDS: usize = 50_000_000;

const BOUND_SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const MANY_NUMBERS: u16 = 0x00BD;
/// Records of one cell, which begin with its row and column.
const CELLS: [u16; 8] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, 0x0006, MANY_NUMBERS];

/// What the sheets would take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// It fits.
    Fits,
    /// More cells than are read.
    TooLarge,
    /// Dimensions that the format does not have.
    Impossible,
}

/// Looks at the workbook stream.
pub(super) fn size(stream: &[u8]) -> Size {
    let mut left = MAX_RECORDS;
    let sheets: Vec<usize> = records(stream)
        .take_while(|(kind, _)| *kind != END)
        .filter(|(kind, _)| *kind == BOUND_SHEET)
        .filter_map(|(_, data)| Some(u32_at(data, 0)? as usize))
        .collect();
    if sheets.len() > MAX_SHEETS {
        return Size::TooLarge;
    }
    let mut cells = 0_usize;
    for start in sheets {
        let Some(rest) = stream.get(start..) else { return Size::Impossible };
        match sheet(rest, &mut left) {
            Some(found) => cells = cells.saturating_add(found),
            None => return Size::Impossible,
        }
        if cells > MAX_CELLS || left == 0 {
            return Size::TooLarge;
        }
    }
    Size::Fits
}

/// Cells of the rectangle that a sheet fills; `None` for dimensions outside the format.
fn sheet(stream: &[u8], left: &mut usize) -> Option<usize> {
    let mut filled: Option<[u16; 4]> = None;
    let mut depth = 0_usize;
    for (kind, data) in records(stream) {
        *left = left.saturating_sub(1);
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            _ if *left == 0 => break,
            DIMENSIONS if is_wild(data)? => return None,
            _ if depth <= 1 && CELLS.contains(&kind) => {
                let (row, column) = (u16_at(data, 0)?, u16_at(data, 2)?);
                let last =
                    if kind == MANY_NUMBERS { u16_at(data, data.len().checked_sub(2)?)? } else { column };
                let [top, bottom, first, right] = filled.unwrap_or([row, row, column, last]);
                filled = Some([top.min(row), bottom.max(row), first.min(column), right.max(last)]);
            }
            _ => {}
        }
    }
    let area = |[top, bottom, first, right]: [u16; 4]| {
        (usize::from(bottom - top) + 1).saturating_mul(usize::from(right.max(first) - first) + 1)
    };
    Some(filled.map_or(0, area))
}

/// True when a DIMENSIONS record announces more rows or columns than the format has: its parser reserves memory for all of them.
fn is_wild(data: &[u8]) -> Option<bool> {
    let (rows, columns) = match data.len() {
        10 => (u32::from(u16_at(data, 2)?), u16_at(data, 6)?),
        14 | 16 => (u32_at(data, 4)?, u16_at(data, 10)?),
        // The parser refuses any other length itself.
        _ => return Some(false),
    };
    Some(rows > 65_536 || columns > 256)
}

/// Kind and data of each record, until the stream ends or breaks.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(rest, 0)?, usize::from(u16_at(rest, 2)?));
        let data = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some((kind, data))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
    }

    /// A workbook stream whose sheets all are the one with cells at these places.
    fn workbook(sheets: usize, cells: &[(u16, u16)], dimensions: (u32, u16)) -> Vec<u8> {
        let globals = 20 + sheets * 12 + 4;
        let mut stream = record(BEGIN, &[0; 16]);
        for _ in 0..sheets {
            stream.extend(record(
                BOUND_SHEET,
                &[u32::try_from(globals).unwrap().to_le_bytes().as_slice(), &[0; 4]].concat(),
            ));
        }
        stream.extend(record(END, &[]));
        assert_eq!(stream.len(), globals);
        stream.extend(record(BEGIN, &[0; 16]));
        let (rows, columns) = dimensions;
        let size =
            [&[0; 4], rows.to_le_bytes().as_slice(), &[0; 2], &columns.to_le_bytes(), &[0; 2]].concat();
        stream.extend(record(DIMENSIONS, &size));
        for (row, column) in cells {
            stream.extend(record(0x0203, &[row.to_le_bytes(), column.to_le_bytes()].concat()));
        }
        stream.extend(record(END, &[]));
        stream
    }

    #[test]
    fn only_what_fits_is_let_through() {
        assert_eq!(size(&workbook(3, &[(0, 0), (999, 9)], (1000, 10))), Size::Fits);
        assert_eq!(size(&workbook(1, &[(0, 0), (65_535, 255)], (65_536, 256))), Size::TooLarge);
        assert_eq!(
            size(&workbook(200, &[(0, 0), (999, 99)], (1000, 100))),
            Size::TooLarge,
            "all sheets together"
        );
        assert_eq!(size(&workbook(1, &[(0, 0)], (4_000_000_000, 1))), Size::Impossible);
        assert_eq!(size(&workbook(1001, &[], (1, 1))), Size::TooLarge);
        assert_eq!(size(&[1, 2, 3]), Size::Fits);
    }
}
