#![allow(clippy::all, clippy::pedantic, clippy::restriction)]
use std::io::BufRead;
fn main() {
    let reference = reference::Reference::embedded().unwrap();
    let c = classify::Classifier::new(&reference, chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap());
    for l in std::io::stdin().lock().lines() {
        let t: String = serde_json::from_str(&l.unwrap()).unwrap();
        let r = c.industry(&t, 8);
        let c12: Vec<_> = c.classify(&t, 16).resources.iter().map(|r| (r.resource.as_str().to_owned(), r.score)).collect();
        println!("{}", serde_json::json!({"t": t, "ind": r.iter().map(|x| (x.naf.clone(), x.score)).collect::<Vec<_>>(), "res": c12}));
    }
}
