//! Sites as dots among the limits of communes, north up, with a scale in km and a legend.

use super::super::document::{Dot, Map, Role};
use super::COLUMN;
use super::font::width;
use super::sheet::{GREY, INK, MARGIN, PALE, SERIES, Sheet};

pub(super) const HIGH: f32 = 260.0;
const EDGE: f32 = 24.0;
/// Km per degree of latitude.
const DEGREE_KM: f64 = 111.2;
/// Limits of communes.
const LINE: [f32; 3] = [0.78, 0.78, 0.78];

/// Where places lie on the page.
struct View {
    left: f32,
    foot: f32,
    /// Points per km.
    scale: f64,
    /// Of the south-west dot, km.
    origin: (f64, f64),
    /// Degrees of longitude shrink by this.
    narrow: f64,
}

pub(super) fn set(sheet: &mut Sheet, map: &Map) {
    if map.dots.is_empty() {
        return;
    }
    sheet.need(HIGH + 24.0);
    let view = View::of(&map.dots, MARGIN, sheet.y - HIGH);
    for ring in &map.outlines {
        outline(sheet, &view, ring);
    }
    map.names.iter().for_each(|(name, place)| commune(sheet, &view, name, view.at(*place)));
    frame(sheet, view.left, view.foot);
    dots(sheet, &view, &map.dots);
    ruler(sheet, &view);
    legend(sheet, &view, &map.legend);
    sheet.y -= HIGH + 8.0;
}

impl View {
    fn of(dots: &[Dot], left: f32, foot: f32) -> Self {
        let narrow = dots[0].lat.to_radians().cos();
        let span = |pick: &dyn Fn(&Dot) -> f64| {
            let (low, high) =
                dots.iter().map(pick).fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(v), h.max(v)));
            (low, (high - low).max(1.0))
        };
        let (x0, wide) = span(&|dot| dot.lon * narrow * DEGREE_KM);
        let (y0, tall) = span(&|dot| dot.lat * DEGREE_KM);
        let scale = (f64::from(COLUMN - 2.0 * EDGE - 60.0) / wide).min(f64::from(HIGH - 3.0 * EDGE) / tall);
        Self { left, foot, scale, origin: (x0, y0), narrow }
    }

    fn at(&self, (lon, lat): (f64, f64)) -> (f32, f32) {
        let x = (lon * self.narrow * DEGREE_KM - self.origin.0) * self.scale;
        let y = (lat * DEGREE_KM - self.origin.1) * self.scale;
        (self.left + EDGE + points(x), self.foot + EDGE + points(y))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "points on a page")]
fn points(value: f64) -> f32 {
    value as f32
}

fn frame(sheet: &mut Sheet, x: f32, y: f32) {
    sheet.stroke(&[(x, y), (x + COLUMN, y), (x + COLUMN, y + HIGH), (x, y + HIGH), (x, y)], 0.6, PALE);
}

/// A commune's name at its middle, where it has room in the frame.
fn commune(sheet: &mut Sheet, view: &View, name: &str, (x, y): (f32, f32)) {
    let room = 30.0;
    let across = (view.left + room..view.left + COLUMN - 2.0 * room).contains(&x);
    if across && (view.foot + room..view.foot + HIGH - room).contains(&y) {
        sheet.write(name, x - 12.0, y, 5.5, false, LINE);
    }
}

/// The sides of a ring, as far as they lie in the frame.
fn outline(sheet: &mut Sheet, view: &View, ring: &[(f64, f64)]) {
    let next = ring.iter().cycle().skip(1);
    for (a, b) in ring.iter().zip(next) {
        if let Some((a, b)) = within(view, view.at(*a), view.at(*b)) {
            sheet.stroke(&[a, b], 0.4, LINE);
        }
    }
}

/// The part of a side that lies in the frame (Liang and Barsky).
fn within(view: &View, a: (f32, f32), b: (f32, f32)) -> Option<((f32, f32), (f32, f32))> {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    let sides = [
        (-dx, a.0 - view.left),
        (dx, view.left + COLUMN - a.0),
        (-dy, a.1 - view.foot),
        (dy, view.foot + HIGH - a.1),
    ];
    for (step, room) in sides {
        if step.abs() < f32::EPSILON {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            from = from.max(room / step);
        } else {
            to = to.min(room / step);
        }
    }
    let point = |share: f32| (a.0 + share * dx, a.1 + share * dy);
    (from < to).then(|| (point(from), point(to)))
}

/// The dots, the plant last, and over them as many names as have room.
fn dots(sheet: &mut Sheet, view: &View, dots: &[Dot]) {
    let most = |role: Role| {
        let same = dots.iter().filter(move |dot| dot.role == role);
        same.map(|dot| dot.weight).fold(1e-9, f64::max)
    };
    let at = |dot: &Dot| view.at((dot.lon, dot.lat));
    let mut written: Vec<Name<'_>> = Vec::new();
    // The plant, then its takers, then suppliers, the largest first.
    for role in [Role::Plant, Role::Taker, Role::Supplier] {
        for dot in dots.iter().filter(|dot| dot.role == role && !dot.label.is_empty()) {
            if written.iter().all(|name| name.text != dot.label)
                && let Some(name) = Name::placed(view, dot, at(dot), &written)
            {
                written.push(name);
            }
        }
    }
    for dot in dots {
        mark(
            sheet,
            dot.role,
            view.at((dot.lon, dot.lat)),
            points((dot.weight / most(dot.role)).sqrt().min(1.0)),
        );
    }
    for name in written {
        let ink = if name.bold { INK } else { GREY };
        sheet.write(name.text, name.x, name.y, name.size, name.bold, ink);
    }
}

/// A name on the map, from its left end.
struct Name<'d> {
    text: &'d str,
    x: f32,
    y: f32,
    size: f32,
    bold: bool,
    wide: f32,
}

impl<'d> Name<'d> {
    /// Right of its dot, else left, below or above, where it lies in the frame and on no other name.
    fn placed(view: &View, dot: &'d Dot, (x, y): (f32, f32), others: &[Self]) -> Option<Self> {
        let bold = dot.role == Role::Plant;
        let size = if bold { 8.0 } else { 6.5 };
        let wide = width(&dot.label, size, bold);
        let ways = [
            (x + 9.0, y - 2.5),
            (x - 9.0 - wide, y - 2.5),
            (x - wide / 2.0, y - 15.0),
            (x - wide / 2.0, y + 9.0),
        ];
        let free = |&(x, y): &(f32, f32)| {
            let inside = x > view.left + 2.0
                && x + wide < view.left + COLUMN - 2.0
                && y > view.foot + 18.0
                && y < view.foot + HIGH - 24.0;
            let clear = |other: &Self| {
                (other.y - y).abs() > 8.5 || x > other.x + other.wide + 3.0 || other.x > x + wide + 3.0
            };
            inside && others.iter().all(clear)
        };
        let (x, y) = ways.into_iter().find(free)?;
        Some(Self { text: &dot.label, x, y, size, bold, wide })
    }
}

fn mark(sheet: &mut Sheet, role: Role, (x, y): (f32, f32), share: f32) {
    let radius = 1.5 + 6.0 * share;
    match role {
        Role::Plant => sheet.fill(x - 5.0, y - 5.0, 10.0, 10.0, SERIES[2]),
        Role::Supplier => sheet.disc(x, y, radius, SERIES[1]),
        Role::Taker => sheet.disc(x, y, radius, SERIES[0]),
    }
}

/// A round number of km that takes a sixth to a third of the frame.
fn ruler(sheet: &mut Sheet, view: &View) {
    let km = [50.0, 20.0, 10.0, 5.0, 2.0, 1.0]
        .into_iter()
        .find(|km| km * view.scale < f64::from(COLUMN) / 3.0)
        .unwrap_or(1.0);
    let (x, y, wide) = (view.left + 8.0, view.foot + 8.0, points(km * view.scale));
    sheet.stroke(&[(x, y + 3.0), (x, y), (x + wide, y), (x + wide, y + 3.0)], 0.8, INK);
    sheet.write(&format!("{km} km"), x + 3.0, y + 4.0, 7.5, false, INK);
}

/// Along the upper edge.
fn legend(sheet: &mut Sheet, view: &View, of: &[(Role, String)]) {
    let (mut x, y) = (view.left + 10.0, view.foot + HIGH - 12.0);
    for (role, label) in of {
        mark(sheet, *role, (x, y), 0.5);
        sheet.write(label, x + 9.0, y - 2.5, 7.5, false, INK);
        x += 90.0;
    }
}
