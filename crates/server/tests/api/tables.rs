//! Tables and archives as files: what the person may see, and nothing else.

use crate::place::{SECRET_PRICE, STRANGER, Workplace};
use model::MemberRole;

#[tokio::test]
async fn every_table_comes_as_a_file_with_what_its_reader_sees() {
    let place = Workplace::open().await;
    let person = place.enter(MemberRole::Facilitator).await;
    for name in ["sites", "flows", "leads", "visits"] {
        let (status, text) = person.call("GET", &format!("/territories/val/exports/{name}.csv"), None).await;
        assert_eq!(status.as_u16(), 200, "{name}: {text}");
        let headings = text.lines().next().unwrap();
        assert!(text.lines().count() > 1 && !headings.contains("table-"), "{headings}");
        assert!(!text.contains(SECRET_PRICE), "{name}");
        let (status, book) = person.call("GET", &format!("/territories/val/exports/{name}.xlsx"), None).await;
        assert!(status.is_success() && book.starts_with("PK"), "{name}");
    }
    assert_eq!(person.status("GET", "/territories/val/exports/nothing.csv", None).await, 404);
    let company = place.enter(MemberRole::Company).await;
    let (status, text) = company.call("GET", "/territories/val/exports/flows.csv", None).await;
    assert!(status.is_success() && text.contains("palettes") && !text.contains(STRANGER), "{text}");
    let (_, text) = company.call("GET", "/territories/val/exports/sites.csv", None).await;
    assert!(!text.contains(STRANGER) && !text.contains("Mécanique Deux"), "{text}");
    assert_eq!(company.status("GET", "/territories/val/exports/visits.csv", None).await, 403);
}

#[tokio::test]
async fn only_administrators_take_backups_and_archives() {
    let place = Workplace::open().await;
    for role in MemberRole::ALL {
        let person = place.enter(role).await;
        let wanted = if role == MemberRole::Admin { 200 } else { 403 };
        assert_eq!(person.status("GET", "/admin/backup", None).await, wanted, "{role}");
        assert_eq!(person.status("GET", "/admin/territories/val/archive.zip", None).await, wanted, "{role}");
    }
    let admin = place.enter(MemberRole::Admin).await;
    let (_, archive) = admin.call("GET", "/admin/territories/val/archive.zip", None).await;
    for file in ["manifest.json", "records.jsonl", "tables/"] {
        assert!(archive.contains(file), "{file} is not in the archive");
    }
    assert_eq!(admin.status("GET", "/admin/territories/nowhere/archive.zip", None).await, 404);
}
