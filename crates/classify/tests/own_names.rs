//! Every name the catalogue gives a resource, in three languages, is read as that resource or as one above or below it.

use chrono::NaiveDate;
use classify::Classifier;
use reference::{Reference, Resource};

/// Its labels and words, without those it shares with another on purpose.
fn names(resource: &Resource) -> impl Iterator<Item = &String> {
    let labels = [&resource.fr, &resource.en].into_iter().chain(&resource.de);
    labels.chain(&resource.words_fr).chain(&resource.words_en).chain(&resource.words_de)
}

/// Names read as something else: the name, whose it is, what it is read as.
fn exceptions(classifier: &Classifier<'_>) -> (usize, Vec<String>) {
    let catalogue = &classifier.reference().catalogue;
    let mut asked = 0;
    let mut wrong = Vec::new();
    for (ix, resource) in catalogue.all().iter().enumerate() {
        let kin = |other: &str| {
            let near = catalogue.ancestors(ix).iter().chain(catalogue.descendants(ix));
            other == resource.id.as_str()
                || near.into_iter().any(|(kin, _)| catalogue.all()[*kin].id.as_str() == other)
        };
        for name in names(resource) {
            asked += 1;
            let found = classifier.classify(name, 1).resources;
            let read = found.first().map_or("nothing", |first| first.resource.as_str());
            if !kin(read) {
                wrong.push(format!("« {name} » of {} is read as {read}", resource.id));
            }
        }
    }
    (asked, wrong)
}

#[test]
fn every_name_of_the_catalogue_is_read_as_what_it_names() {
    let reference = Reference::embedded().expect("data/");
    let classifier = Classifier::new(reference, NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day"));
    let (asked, wrong) = exceptions(&classifier);
    assert!(asked > 10_000, "only {asked} names were asked");
    insta::assert_snapshot!(format!("{} of {asked} names\n{}", wrong.len(), wrong.join("\n")));
}
