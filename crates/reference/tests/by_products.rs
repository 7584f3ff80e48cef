//! What is sold beside a product, and what is a product.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use reference::Reference;

fn is_one(class: &str, resource: &str, wording: &str) -> bool {
    let reference = Reference::embedded().unwrap();
    let resource = reference.catalogue.index_of(resource).unwrap();
    reference.is_by_product(&[class.to_owned()], resource, wording)
}

#[test]
fn what_falls_off_beside_the_product_is_one() {
    for (class, resource, wording) in [
        ("16.10", "bark", "écorces"),
        ("16.10", "sawdust", "sciure de résineux"),
        ("35.21", "digestate", "digestat"),
        ("35.21", "biogenic-carbon-dioxide", "CO2 (épuration biogaz)"),
        ("11.05", "spent-grain", "drêches"),
        ("10.51", "whey", "petit-lait"),
        ("10.71", "bread-waste", "pain invendu"),
        // Nobody makes bark for sale, whatever the trade.
        ("62.01", "bark", "écorces"),
    ] {
        assert!(is_one(class, resource, wording), "{wording} of {class}");
    }
}

#[test]
fn a_product_is_none_even_where_the_catalogue_knows_only_its_waste() {
    for (class, resource, wording) in [
        ("10.71", "bread-waste", "pain"),
        ("43.32", "wood-window", "fenêtres bois"),
        ("43.32", "window-product", "fenêtres neuves"),
        ("20.30", "paint", "peinture"),
        ("20.11", "oxygen", "oxygène"),
        ("16.10", "sawn-timber", "sciages"),
    ] {
        assert!(!is_one(class, resource, wording), "{wording} of {class}");
    }
}
