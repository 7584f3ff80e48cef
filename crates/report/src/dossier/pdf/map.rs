//! Sites as dots, north up, with a scale in km.

use super::super::document::Dot;
use super::COLUMN;
use super::sheet::{GREY, INK, MARGIN, PALE, SERIES, Sheet};

pub(super) const HIGH: f32 = 230.0;
const EDGE: f32 = 22.0;
/// Km per degree of latitude.
const DEGREE_KM: f64 = 111.2;

pub(super) fn set(sheet: &mut Sheet, dots: &[Dot]) {
    let Some(first) = dots.first() else { return };
    sheet.need(HIGH + 20.0);
    let (left, foot) = (MARGIN, sheet.y - HIGH);
    frame(sheet, left, foot);
    let narrow = first.lat.to_radians().cos();
    let places: Vec<(f64, f64)> =
        dots.iter().map(|dot| (dot.lon * narrow * DEGREE_KM, dot.lat * DEGREE_KM)).collect();
    let span = |pick: fn(&(f64, f64)) -> f64| {
        let (low, high) =
            places.iter().map(pick).fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(v), h.max(v)));
        (low, (high - low).max(1.0))
    };
    let ((x0, wide), (y0, tall)) = (span(|p| p.0), span(|p| p.1));
    let scale = (f64::from(COLUMN - 2.0 * EDGE - 60.0) / wide).min(f64::from(HIGH - 2.0 * EDGE) / tall);
    let most = dots.iter().filter(|dot| !dot.plant).map(|dot| dot.weight).fold(1e-9, f64::max);
    let mut written: Vec<(f32, f32)> = Vec::new();
    for (dot, (x, y)) in dots.iter().zip(&places).rev() {
        let at = (left + EDGE + points((x - x0) * scale), foot + EDGE + points((y - y0) * scale));
        let free = written.iter().all(|(x, y)| (at.1 - y).abs() > 9.0 || (at.0 - x).abs() > 130.0);
        mark(sheet, dot, at, points((dot.weight / most).sqrt().min(1.0)), free);
        if free && !dot.label.is_empty() {
            written.push(at);
        }
    }
    ruler(sheet, left, foot, scale);
    sheet.y -= HIGH + 8.0;
}

#[expect(clippy::cast_possible_truncation, reason = "points on a page")]
fn points(value: f64) -> f32 {
    value as f32
}

fn frame(sheet: &mut Sheet, x: f32, y: f32) {
    sheet.stroke(&[(x, y), (x + COLUMN, y), (x + COLUMN, y + HIGH), (x, y + HIGH), (x, y)], 0.6, PALE);
}

fn mark(sheet: &mut Sheet, dot: &Dot, (x, y): (f32, f32), share: f32, free: bool) {
    if dot.plant {
        sheet.fill(x - 5.0, y - 5.0, 10.0, 10.0, SERIES[2]);
        sheet.write(&dot.label, x + 8.0, y + 4.0, 8.0, true, INK);
        return;
    }
    let radius = 1.5 + 6.0 * share;
    sheet.disc(x, y, radius, SERIES[1]);
    if free && !dot.label.is_empty() {
        sheet.write(&dot.label, x + radius + 2.0, y - 2.5, 6.5, false, GREY);
    }
}

/// A round number of km that takes a sixth to a third of the frame.
fn ruler(sheet: &mut Sheet, left: f32, foot: f32, scale: f64) {
    let km = [50.0, 20.0, 10.0, 5.0, 2.0, 1.0]
        .into_iter()
        .find(|km| km * scale < f64::from(COLUMN) / 3.0)
        .unwrap_or(1.0);
    let (x, y, wide) = (left + 8.0, foot + 8.0, points(km * scale));
    sheet.stroke(&[(x, y + 3.0), (x, y), (x + wide, y), (x + wide, y + 3.0)], 0.8, INK);
    sheet.write(&format!("{km} km"), x + 3.0, y + 4.0, 7.5, false, INK);
}
