//! One line of a company's own register as a shipment.

use super::amount::{Shipped, shipped};
use super::ledger::Shipment;
use super::own_columns::Columns;
use super::party::Party;
use super::unit_said::unit_said;
use crate::table::{Row, Table};
use crate::value::{Doubt, Hand, ReadCode, code_within, date, fate, known_operation, refused, waste_code};
use crate::{Options, fold, plain};
use chrono::{Datelike, NaiveDate};
use model::{Message, Siret};

/// The column at fault and why.
type Fault = (Option<usize>, Message);

/// What reading the lines needs.
pub(super) struct Reader<'a> {
    pub columns: Columns,
    /// The site of lines that do not say whose waste it is.
    pub owner: Party,
    pub options: &'a Options<'a>,
    /// How its amounts are written.
    pub hand: Hand,
    /// The year of the line before, at first that of the title.
    pub year: Option<i32>,
    /// The unit that a note above the headings says of all amounts.
    pub default_unit: Option<&'static str>,
    /// The table has a column a month, whose unit is that of a note or of one heading for all.
    pub spread: bool,
}

/// A line that entered.
pub(super) struct Taken {
    pub shipment: Shipment,
    /// How its code was read.
    pub code: Option<ReadCode>,
    /// Values of it that go back.
    pub faults: Vec<Fault>,
    /// Its amount may be a thousand times another: the column and both readings.
    pub thousands: Option<(usize, Doubt)>,
}

/// How the amounts of a register are written, by its cells and headings.
pub(super) fn hand(columns: &Columns, table: &Table, rows: &[Row]) -> Hand {
    let places = || columns.quantities.iter().map(|(ix, _)| Some(*ix));
    let cells = rows.iter().flat_map(|row| places().filter_map(|ix| row.cell(ix)));
    Hand::of(cells, &table.headings, table.dialect.is_none())
}

impl Reader<'_> {
    /// A shipment. A day that does not exist goes back; what left is counted in its year, or in that of the line before.
    pub(super) fn shipment(&mut self, row: &Row, source: String) -> Result<Taken, Fault> {
        let (day, mut faults) = match self.day(row) {
            Ok(day) => (day, Vec::new()),
            Err((column, reason)) => {
                let year = row.cell(column).and_then(|stated| self.year_in(stated));
                let Some(year) = year else { return Err((column, reason)) };
                self.year = Some(year);
                let kept = Message::new("refused-date-kept").saying("reason", reason).with("year", year);
                (None, vec![(column, kept)])
            }
        };
        self.year = day.map(|day| day.year()).or(self.year);
        let columns = &self.columns;
        let text = |column| row.cell(column).map(plain);
        let (listed, beside) = self.code(row, day)?;
        let (within, words) = self.words(row, listed, beside, day);
        let code = listed.or(within);
        let label = code.and_then(|code| {
            let entry =
                self.options.reference.waste_list.on(code.code.digits(), day.unwrap_or(self.options.day));
            entry.map(|entry| entry.label_fr.clone())
        });
        let wording =
            words.or(label).ok_or_else(|| (columns.marks.wording, Message::new("refused-nothing-named")))?;
        let (amount, thousands) = self.amount(row)?;
        let shipment = Shipment {
            line: row.line,
            source,
            date: day,
            year: self.year.filter(|_| columns.marks.date.is_some()).unwrap_or(0),
            from: self.emitter(row)?,
            to: self.destination(row)?,
            carrier: text(columns.carrier),
            wording,
            code: code.map(|read| read.code),
            fate: fate(text(columns.operation).as_deref(), None, self.options.reference),
            shipped: amount,
            months: 0,
            estimated: false,
            paid: None,
        };
        if let Err(reason) =
            known_operation(row.cell(columns.operation).unwrap_or_default(), self.options.reference)
        {
            faults.push((columns.operation, reason));
        }
        Ok(Taken { shipment, code, faults, thousands })
    }

    /// The year that a date names which is none (« 2025-13-45 »), else that of the line before.
    fn year_in(&self, stated: &str) -> Option<i32> {
        let years = stated.split(|sign: char| !sign.is_ascii_digit()).filter(|digits| digits.len() == 4);
        let mut years = years.filter_map(|digits| digits.parse().ok());
        years.find(|year| (2000..=self.options.day.year()).contains(year)).or(self.year)
    }

    /// The day; `None` only when the register has no column of days.
    pub(super) fn day(&self, row: &Row) -> Result<Option<NaiveDate>, Fault> {
        let column = self.columns.marks.date;
        if column.is_none() {
            return Ok(None);
        }
        let stated = row.cell(column).ok_or_else(|| (column, Message::new("refused-no-date")))?;
        let day = date(stated).map_err(|reason| (column, reason))?;
        if day > self.options.day {
            let reason = Message::new("refused-future").with("day", day).with("today", self.options.day);
            return Err((column, reason));
        }
        Ok(Some(day))
    }

    /// The code, and the words that stand in one cell with it (« Déchet (code) » : « Ferrailles acier 17 04 05 »). Where no other cell names the
    /// waste, words alone are its name.
    fn code(&self, row: &Row, day: Option<NaiveDate>) -> Result<(Option<ReadCode>, Option<String>), Fault> {
        let column = self.columns.marks.code;
        let Some(stated) = row.cell(column).filter(|text| text.chars().any(char::is_alphanumeric)) else {
            return Ok((None, None));
        };
        let (day, reference) = (day.unwrap_or(self.options.day), self.options.reference);
        let named = || row.cell(self.columns.marks.wording).is_some();
        match waste_code(stated, day, reference) {
            Ok(code) => Ok((Some(code), None)),
            Err(reason) => match code_within(stated, day, reference) {
                Some((code, rest)) => Ok((Some(code), Some(rest).filter(|rest| !rest.is_empty()))),
                None if !named() && is_words(stated) => Ok((None, Some(plain(stated)))),
                None => Err((column, reason)),
            },
        }
    }

    /// The wording, without the code that may stand in it; that code, unless the column of codes says another.
    fn words(
        &self,
        row: &Row,
        listed: Option<ReadCode>,
        beside: Option<String>,
        day: Option<NaiveDate>,
    ) -> (Option<ReadCode>, Option<String>) {
        let words = row.cell(self.columns.marks.wording).map(plain).or(beside);
        let day = day.unwrap_or(self.options.day);
        let within = words.as_deref().and_then(|words| code_within(words, day, self.options.reference));
        match within.filter(|(code, _)| listed.is_none_or(|listed| listed.code == code.code)) {
            Some((code, rest)) => (Some(code), Some(rest).filter(|rest| !rest.is_empty())),
            None => (None, words),
        }
    }

    /// The first quantity that is filled in; with its column when it can be read in two ways.
    fn amount(&self, row: &Row) -> Result<(Shipped, Option<(usize, Doubt)>), Fault> {
        let filled = self.columns.quantities.iter().find_map(|(ix, unit)| {
            let cell = row.cell(Some(*ix)).filter(|cell| !says_unknown(cell))?;
            Some((*ix, unit, cell))
        });
        let Some((ix, unit, cell)) = filled else {
            let column = self.columns.quantities.first().map(|(ix, _)| *ix);
            return Err((column, Message::new("refused-no-quantity")));
        };
        let unit = self.unit(row, unit.as_deref());
        let written = self.hand.plain(cell);
        let amount = shipped(&written.text, unit, self.options).map_err(|reason| (Some(ix), reason))?;
        Ok((amount, written.doubtful.map(|doubt| (ix, doubt))))
    }

    /// The unit of an amount: the line's own (in its column, else in its wording), else that of the heading, else that of the note above. What a
    /// heading says for itself holds before « en bennes », which may be how it is packed.
    fn unit<'r>(&'r self, row: &'r Row, heading: Option<&'r str>) -> Option<&'r str> {
        let cell = row.cell(self.columns.unit);
        let names = [self.columns.marks.wording, self.columns.marks.code];
        let one_amount =
            || self.columns.quantities.iter().filter(|(ix, _)| row.cell(Some(*ix)).is_some()).count() == 1;
        let said = names.into_iter().find_map(|column| unit_said(row.cell(column)?));
        let said = said.filter(|said| {
            cell.is_none() && one_amount() && (said.surely || heading.is_none() || self.spread)
        });
        said.map(|said| said.unit).or(heading).or(cell).or(self.default_unit)
    }

    fn emitter(&self, row: &Row) -> Result<Party, Fault> {
        let column = self.columns.emitter_siret;
        let siret = row.cell(column).map(str::parse::<Siret>).transpose();
        let siret = siret.map_err(|error| (column, refused::siret(&error)))?;
        let name = row.cell(self.columns.emitter).map(plain);
        Ok(match (siret, name) {
            (None, None) => self.owner.clone(),
            (siret, name) => {
                let name = name.or_else(|| siret.as_ref().map(ToString::to_string)).unwrap_or_default();
                Party { siret, name, ..Party::default() }
            }
        })
    }

    fn destination(&self, row: &Row) -> Result<Option<Party>, Fault> {
        let columns = &self.columns;
        let text = |column| row.cell(column).map(plain);
        let column = columns.destination_siret;
        let siret = row.cell(column).map(str::parse::<Siret>).transpose();
        let siret = siret.map_err(|error| (column, refused::siret(&error)))?;
        let name = text(columns.destination).or_else(|| siret.as_ref().map(ToString::to_string));
        Ok(name.map(|name| Party {
            siret,
            number: None,
            name,
            street: text(columns.street),
            postcode: text(columns.postcode),
            commune: text(columns.commune),
        }))
    }
}

/// « n.c. », « - », « ? »: a cell filled in to say that nothing is known.
fn says_unknown(cell: &str) -> bool {
    ["", "nc", "n c", "nd", "n d", "na", "n a", "inconnu", "non connu", "non pese"]
        .contains(&fold(cell).as_str())
}

/// True when a cell for codes names the waste and holds no code, not even one with a digit missing: « palettes bois (en m3) ».
fn is_words(cell: &str) -> bool {
    const LETTERS: usize = 3;
    const DIGITS_OF_A_CODE: usize = 4;
    let count = |is: fn(char) -> bool| cell.chars().filter(|c| is(*c)).count();
    count(char::is_alphabetic) >= LETTERS && count(|c| c.is_ascii_digit()) < DIGITS_OF_A_CODE
}
