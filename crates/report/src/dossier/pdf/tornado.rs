//! Bars lying on both sides of what is expected: how far a price moves it.

use super::super::document::Chart;
use super::chart::{colour, legend, step};
use super::font::width;
use super::sheet::{GREY, INK, MARGIN, PALE, Sheet};
use super::{COLUMN, number};

/// Room for the names at the left, points.
const NAMES: f32 = 150.0;
/// A line of the chart, points.
const LINE: f32 = 24.0;

pub(super) fn set(sheet: &mut Sheet, chart: &Chart, lang: &str) {
    #[expect(clippy::cast_precision_loss, reason = "a handful of labels")]
    let high = LINE * chart.labels.len() as f32;
    sheet.need(high + 66.0);
    sheet.write(&chart.title, MARGIN, sheet.y - 10.0, 9.0, true, INK);
    sheet.y -= 16.0;
    legend(sheet, chart);
    let all = || chart.series.iter().flat_map(|series| series.values.iter().copied());
    let (low, top) = (all().fold(chart.base, f64::min), all().fold(chart.base, f64::max));
    let step = step(top - low);
    let (low, top) = ((low / step).floor() * step, (top / step).ceil() * step);
    let x = |value: f64| across(value, low, top);
    axis(sheet, (low, top, step), high, lang);
    for (ix, label) in chart.labels.iter().enumerate() {
        let foot = sheet.y - LINE + 5.0;
        sheet.write(label, MARGIN, foot + 4.0, 8.0, false, INK);
        for (rank, series) in chart.series.iter().enumerate() {
            let Some(value) = series.values.get(ix) else { continue };
            let (from, to) = (x(chart.base), x(*value));
            sheet.fill(from.min(to), foot, (to - from).abs(), LINE - 10.0, colour(rank));
            let text = number(lang, *value);
            let at = if to < from { to - 3.0 - width(&text, 7.0, false) } else { to + 3.0 };
            sheet.write(&text, at, foot + 4.0, 7.0, false, GREY);
        }
        sheet.y -= LINE;
    }
    sheet.stroke(&[(x(chart.base), sheet.y + high), (x(chart.base), sheet.y)], 0.8, INK);
    sheet.y -= 22.0;
}

#[expect(clippy::cast_possible_truncation, reason = "points on a page")]
fn across(value: f64, low: f64, high: f64) -> f32 {
    MARGIN + NAMES + ((value - low) / (high - low).max(1e-9)) as f32 * (COLUMN - NAMES - 30.0)
}

fn axis(sheet: &mut Sheet, (low, top, step): (f64, f64, f64), high: f32, lang: &str) {
    let mut value = low;
    while value <= top + step / 2.0 {
        let x = across(value, low, top);
        sheet.stroke(&[(x, sheet.y), (x, sheet.y - high)], 0.5, PALE);
        let text = number(lang, if value.abs() < step / 2.0 { 0.0 } else { value });
        sheet.write(&text, x - width(&text, 7.5, false) / 2.0, sheet.y - high - 10.0, 7.5, false, GREY);
        value += step;
    }
}
