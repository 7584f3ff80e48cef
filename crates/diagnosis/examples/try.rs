#![allow(clippy::all, clippy::pedantic, clippy::restriction, missing_docs)]
use std::path::Path;
fn main() {
    let reference = reference::Reference::embedded().unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let options = intake::Options { reference, communes: None, keep_sole_traders: false, day };
    let mut batches = vec![];
    for a in std::env::args().skip(1) {
        for r in intake::read_path(Path::new(&a), &options, &mut |_| {}) {
            match r {
                Ok(b) => {
                    println!("{} {} {} rejects", b.report.path, b.report.records, b.report.rejects.len());
                    for x in b.report.rejects.iter().take(8) {
                        println!("  {} {:?} {}", x.line, x.value, x.reason)
                    }
                    for x in b.findings.iter().take(10) {
                        println!("  {x:?}")
                    }
                    batches.push(b)
                }
                Err(e) => println!("ERR {e}"),
            }
        }
    }
    let (t, f) = intake::assemble(batches, &options);
    println!("{} sites {} flows {} findings", t.sites.len(), t.flows.len(), f.len());
    let start = std::time::Instant::now();
    let d = diagnosis::run(t, reference, &diagnosis::Options::default(), &mut |s| {
        eprintln!("{s:?} {:?}", start.elapsed())
    });
    eprintln!("done {:?}", start.elapsed());
    println!("{} leads {} findings", d.leads.len(), d.findings.len());
    let name = |id: &str| {
        d.territory.sites.iter().find(|s| s.id.as_str() == id).map(|s| s.name.clone()).unwrap_or_default()
    };
    let mut by = std::collections::BTreeMap::new();
    for l in &d.leads {
        *by.entry(format!("{:?}", l.kind)).or_insert(0) += 1;
    }
    println!("{by:?}");
    for l in d.leads.iter().take(120) {
        let p: Vec<_> =
            l.parties.iter().take(6).map(|p| format!("{:?}:{}", p.role, name(p.site.as_str()))).collect();
        let w = l.facts.iter().filter_map(|f| f.wording.clone()).next().unwrap_or_default();
        println!(
            "{:.2} {:?} {} [{}] {:?} km {:.1?} | {} | {} {:?}",
            l.score,
            l.kind,
            l.resource,
            w,
            l.rule,
            l.km,
            p.join(" > "),
            l.parties.len(),
            l.steps.iter().map(|s| s.pathway.as_str()).collect::<Vec<_>>()
        );
    }
    for f in d.findings.iter().take(30) {
        println!("{} {:?} {}", f.key, f.args, f.about)
    }
}
