//! Bars and lines with an axis, a zero and a legend.

use super::super::document::{Chart, Shape};
use super::font::width;
use super::sheet::{Colour, GREY, INK, MARGIN, PALE, SERIES, Sheet};
use super::{COLUMN, number};

pub(super) const HIGH: f32 = 150.0;
/// Room for the numbers of the axis.
const AXIS: f32 = 44.0;

/// Where values stand on the page.
struct Scale {
    low: f64,
    high: f64,
    foot: f32,
}

impl Scale {
    #[expect(clippy::cast_possible_truncation, reason = "points on a page")]
    fn y(&self, value: f64) -> f32 {
        self.foot + ((value - self.low) / (self.high - self.low)) as f32 * HIGH
    }
}

pub(super) fn set(sheet: &mut Sheet, chart: &Chart, lang: &str) {
    if chart.shape == Shape::Tornado {
        return super::tornado::set(sheet, chart, lang);
    }
    sheet.need(HIGH + 60.0);
    sheet.write(&chart.title, MARGIN, sheet.y - 10.0, 9.0, true, INK);
    sheet.y -= 16.0;
    legend(sheet, chart);
    let scale = scale(chart, sheet.y - HIGH);
    axis(sheet, chart, &scale, lang);
    match chart.shape {
        Shape::Lines => curves(sheet, chart, &scale),
        Shape::Bars | Shape::Tornado => bars(sheet, chart, &scale),
    }
    sheet.y -= HIGH + 26.0;
}

pub(super) fn colour(ix: usize) -> Colour {
    SERIES[ix % SERIES.len()]
}

pub(super) fn legend(sheet: &mut Sheet, chart: &Chart) {
    let mut x = MARGIN;
    for (ix, series) in chart.series.iter().enumerate() {
        sheet.fill(x, sheet.y - 9.0, 8.0, 6.0, colour(ix));
        sheet.write(&series.name, x + 11.0, sheet.y - 9.0, 8.0, false, INK);
        x += 24.0 + width(&series.name, 8.0, false);
    }
    sheet.y -= 18.0;
}

/// From zero or below to a round number above all.
fn scale(chart: &Chart, foot: f32) -> Scale {
    let all = || chart.series.iter().flat_map(|series| series.values.iter().copied());
    let (low, high) = (all().fold(0.0, f64::min), all().fold(0.0, f64::max));
    let step = step(high - low);
    Scale { low: (low / step).floor() * step, high: ((high / step).ceil() * step).max(step), foot }
}

/// 1, 2 or 5 times a power of ten, four to ten of them in a span.
pub(super) fn step(span: f64) -> f64 {
    let span = span.max(1e-9);
    let ten = 10.0_f64.powf((span / 4.0).log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|times| times * ten).find(|step| span / step >= 4.0).unwrap_or(ten)
}

fn axis(sheet: &mut Sheet, chart: &Chart, scale: &Scale, lang: &str) {
    let step = step(scale.high - scale.low);
    let mut value = scale.low;
    while value <= scale.high + step / 2.0 {
        let y = scale.y(value);
        let zero = value.abs() < step / 2.0;
        sheet.stroke(&[(MARGIN + AXIS, y), (MARGIN + COLUMN, y)], 0.5, if zero { INK } else { PALE });
        let text = number(lang, if zero { 0.0 } else { value });
        sheet.write(&text, MARGIN + AXIS - 5.0 - width(&text, 7.5, false), y - 2.5, 7.5, false, GREY);
        value += step;
    }
    for (ix, label) in chart.labels.iter().enumerate() {
        let x = middle(chart, ix) - width(label, 7.5, false) / 2.0;
        sheet.write(label, x, scale.foot - 11.0, 7.5, false, GREY);
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of labels")]
fn slot(chart: &Chart) -> f32 {
    (COLUMN - AXIS) / chart.labels.len().max(1) as f32
}

#[expect(clippy::cast_precision_loss, reason = "a handful of labels")]
fn middle(chart: &Chart, ix: usize) -> f32 {
    MARGIN + AXIS + slot(chart) * (ix as f32 + 0.5)
}

#[expect(clippy::cast_precision_loss, reason = "a handful of series")]
fn bars(sheet: &mut Sheet, chart: &Chart, scale: &Scale) {
    let wide = slot(chart) * 0.8 / chart.series.len().max(1) as f32;
    for (rank, series) in chart.series.iter().enumerate() {
        for (ix, value) in series.values.iter().enumerate() {
            let left = middle(chart, ix) - slot(chart) * 0.4 + wide * rank as f32;
            let (zero, top) = (scale.y(0.0), scale.y(*value));
            sheet.fill(left, zero.min(top), wide, (top - zero).abs(), colour(rank));
        }
    }
}

fn curves(sheet: &mut Sheet, chart: &Chart, scale: &Scale) {
    for (rank, series) in chart.series.iter().enumerate() {
        let points: Vec<(f32, f32)> = series
            .values
            .iter()
            .enumerate()
            .map(|(ix, value)| (middle(chart, ix), scale.y(*value)))
            .collect();
        sheet.stroke(&points, 1.6, colour(rank));
        for (x, y) in &points {
            sheet.disc(*x, *y, 2.0, colour(rank));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn the_axis_counts_in_round_numbers() {
        for (span, wanted) in [(10.0, 2.0), (900.0, 200.0), (45.0, 10.0), (0.5, 0.1)] {
            assert!((step(span) - wanted).abs() < 1e-9, "{span}: {}", step(span));
        }
    }
}
