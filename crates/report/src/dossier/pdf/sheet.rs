//! Pages filled from top to bottom.

use super::font::{encoded, width};
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

/// A4, points.
pub(super) const WIDE: f32 = 595.0;
const HIGH: f32 = 842.0;
/// Left, right and top.
pub(super) const MARGIN: f32 = 48.0;
const BOTTOM: f32 = 56.0;

/// Ink.
pub(super) type Colour = [f32; 3];
pub(super) const INK: Colour = [0.12, 0.14, 0.16];
pub(super) const GREY: Colour = [0.45, 0.48, 0.5];
pub(super) const PALE: Colour = [0.87, 0.91, 0.9];
/// Told apart in grey too.
pub(super) const SERIES: [Colour; 3] = [[0.55, 0.72, 0.45], [0.1, 0.38, 0.45], [0.85, 0.5, 0.15]];

/// The pages so far and where the pen is.
pub(super) struct Sheet {
    done: Vec<Content>,
    now: Content,
    /// Points from the bottom.
    pub(super) y: f32,
}

impl Sheet {
    pub(super) fn new() -> Self {
        Self { done: Vec::new(), now: Content::new(), y: HIGH - MARGIN }
    }

    /// Starts a page when less than that is left.
    pub(super) fn need(&mut self, height: f32) -> bool {
        let full = self.y - height < BOTTOM;
        if full {
            self.done.push(std::mem::replace(&mut self.now, Content::new()));
            self.y = HIGH - MARGIN;
        }
        full
    }

    /// One line of text with its foot at a height.
    pub(super) fn write(&mut self, text: &str, x: f32, y: f32, size: f32, bold: bool, colour: Colour) {
        write(&mut self.now, text, (x, y), size, bold, colour);
    }

    pub(super) fn fill(&mut self, x: f32, y: f32, wide: f32, high: f32, [red, green, blue]: Colour) {
        self.now.set_fill_rgb(red, green, blue).rect(x, y, wide, high).fill_nonzero();
    }

    pub(super) fn stroke(&mut self, points: &[(f32, f32)], thick: f32, [red, green, blue]: Colour) {
        let Some((first, rest)) = points.split_first() else { return };
        self.now.set_stroke_rgb(red, green, blue).set_line_width(thick).move_to(first.0, first.1);
        for point in rest {
            self.now.line_to(point.0, point.1);
        }
        self.now.stroke();
    }

    /// A filled disc, by four Bézier arcs.
    pub(super) fn disc(&mut self, x: f32, y: f32, radius: f32, [red, green, blue]: Colour) {
        let k = 0.5523 * radius;
        self.now.set_fill_rgb(red, green, blue).move_to(x + radius, y);
        self.now.cubic_to(x + radius, y + k, x + k, y + radius, x, y + radius);
        self.now.cubic_to(x - k, y + radius, x - radius, y + k, x - radius, y);
        self.now.cubic_to(x - radius, y - k, x - k, y - radius, x, y - radius);
        self.now.cubic_to(x + k, y - radius, x + radius, y - k, x + radius, y);
        self.now.fill_nonzero();
    }

    /// The file: pages numbered, with title and language.
    pub(super) fn finish(mut self, title: &str, lang: &str) -> Vec<u8> {
        self.done.push(self.now);
        let count = self.done.len();
        let mut pdf = Pdf::new();
        let mut next = 0;
        let mut id = || {
            next += 1;
            Ref::new(next)
        };
        let (catalog, tree, plain, bold, info) = (id(), id(), id(), id(), id());
        let pages: Vec<(Ref, Ref)> = (0..count).map(|_| (id(), id())).collect();
        pdf.catalog(catalog).pages(tree).lang(TextStr(lang));
        pdf.document_info(info).title(TextStr(title)).creator(TextStr("fe2i"));
        pdf.pages(tree).kids(pages.iter().map(|page| page.0)).count(i32::try_from(count).unwrap_or(i32::MAX));
        for (font, name) in [(plain, &b"Helvetica"[..]), (bold, b"Helvetica-Bold")] {
            pdf.type1_font(font).base_font(Name(name)).encoding_predefined(Name(b"WinAnsiEncoding"));
        }
        for (ix, ((page_id, content_id), mut content)) in pages.into_iter().zip(self.done).enumerate() {
            foot(&mut content, title, &format!("{} / {count}", ix + 1));
            let mut page = pdf.page(page_id);
            page.media_box(Rect::new(0.0, 0.0, WIDE, HIGH)).parent(tree).contents(content_id);
            page.resources().fonts().pair(Name(b"F"), plain).pair(Name(b"B"), bold);
            page.finish();
            pdf.stream(content_id, &content.finish());
        }
        pdf.finish()
    }
}

fn foot(content: &mut Content, title: &str, number: &str) {
    write(content, title, (MARGIN, 30.0), 8.0, false, GREY);
    write(content, number, (WIDE - MARGIN - width(number, 8.0, false), 30.0), 8.0, false, GREY);
}

fn write(
    content: &mut Content,
    text: &str,
    (x, y): (f32, f32),
    size: f32,
    bold: bool,
    [red, green, blue]: Colour,
) {
    content.set_fill_rgb(red, green, blue).begin_text();
    content.set_font(Name(if bold { b"B" } else { b"F" }), size).next_line(x, y);
    content.show(Str(&encoded(text))).end_text();
}
