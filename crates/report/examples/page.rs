//! Writes the sample's documents into a folder, to look at them: `cargo run -p report --example page -- DIR [fr|en] [members]`.

#![expect(clippy::unwrap_used, reason = "the sample is shared with the tests")]

#[path = "../tests/sample/mod.rs"]
mod sample;

use report::{Audience, write_geojson, write_html, write_xlsx};
use std::fs::File;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("quel dossier ?")?);
    let lang = arguments.next().unwrap_or_else(|| "fr".into()).parse()?;
    let audience = if arguments.next().is_some() { Audience::Members } else { Audience::Facilitator };
    let sample = sample::sample();
    let view = sample.view(lang, audience);
    write_html(&view, &mut File::create(folder.join("report.html"))?)?;
    write_xlsx(&view, &mut File::create(folder.join("report.xlsx"))?)?;
    write_geojson(&view, &mut File::create(folder.join("map.geojson"))?)?;
    Ok(())
}
