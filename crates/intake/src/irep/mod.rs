//! Reader of the pollutant-release register (IREP, Géorisques): `etablissements.csv`.
//!
//! The register lists installations; those with one SIRET at one point are one site. A SIRET that stands at several points is a head
//! office lent to several sites: it cannot name them, so they keep the register's own number. Coordinates are metres in Lambert II étendu
//! (Lambert-93 in recent editions); the register most often gives the commune's point for all its sites, and precision says so.
//! Findings: `intake-irep-installations-merged`, `intake-irep-siret-shared`, `intake-irep-siret-invalid`, `intake-irep-place-unknown`,
//! `intake-irep-places-disagree`, `intake-irep-activity-unknown`, `intake-irep-commune-points`, `intake-irep-vintage`, `intake-irep-no-vintage`.

mod columns;
mod points;
mod sites;

use crate::table::Table;
use crate::{IntakeError, Options, Progress};
use columns::Columns;
use model::{Batch, Message};
use points::Points;
use sites::Installation;

/// True for the headings of such a table.
pub fn recognise(headings: &[String]) -> bool {
    Columns::new(headings).is_register()
}

/// Reads the rows. The register holds some ten thousand installations: they are kept until all are known, since a site may stand on several
/// lines.
pub fn read(
    mut table: Table,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    let columns = Columns::new(&table.headings);
    let points = Points::default();
    let mut batch = Batch { report: table.report("irep"), ..Batch::default() };
    let rows = table.rows(progress).collect::<Result<Vec<_>, _>>()?;
    let mut installations = Vec::new();
    let mut elsewhere = 0;
    for row in &rows {
        if table.swallowed_lines(row) {
            batch.report.rejects.push(table.reject(row, None, Message::new(crate::parts::OPEN_QUOTE)));
            continue;
        }
        match Installation::read(row, &columns, &points, &table) {
            Ok(found) if found.is_in(options) => installations.push(found),
            Ok(_) => elsewhere += 1,
            Err((column, reason)) => batch.report.rejects.push(table.reject(row, column, reason)),
        }
    }
    if elsewhere > 0 {
        batch.report.skipped.push(("skip-elsewhere".to_owned(), elsewhere));
    }
    batch.report.records = installations.len();
    sites::build(&installations, &table.path, options, &mut batch);
    Ok(batch)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, options, quiet, table};
    use proptest::prelude::*;
    use reference::Reference;

    const HEADINGS: &str = "Identifiant;Nom_Etablissement;Numero_SIRET;Adresse;Code_Postal;Commune;Coordonnees_X;Coordonnees_Y;Code_APE;lon;lat\n";

    fn read_text(rows: &str) -> Batch {
        let reference = Reference::default();
        read(table(&format!("{HEADINGS}{rows}")), &options(&reference, day(2026, 11, 1)), &mut quiet).unwrap()
    }

    fn keys(batch: &Batch) -> Vec<&str> {
        batch.findings.iter().map(|finding| finding.key.as_str()).collect()
    }

    #[test]
    fn installations_of_one_siret_at_one_point_are_one_site() {
        let batch = read_text(
            "1;Fonderie;73282932000074;;57000;METZ;879979;2464744;;;\n2;FONDERIE (four 2);73282932000074;;57000;METZ;879979;2464744;;;\n",
        );
        assert_eq!((batch.sites.len(), batch.actors.len(), batch.report.records), (1, 1, 2));
        assert_eq!(batch.sites[0].id.as_str(), "siret:73282932000074");
        assert!(keys(&batch).contains(&"intake-irep-installations-merged"));
    }

    #[test]
    fn a_siret_at_several_points_names_none_of_them() {
        let batch = read_text(
            "1;Ferme A;73282932000074;;57000;METZ;879979;2464744;;;\n2;Ferme B;73282932000074;;57640;SAINTE-BARBE;889569;2469811;;;\n",
        );
        let ids: Vec<_> = batch.sites.iter().map(|site| site.id.as_str()).collect();
        assert_eq!(ids, ["irep:1", "irep:2"]);
        assert!(batch.sites.iter().all(|site| site.siret.is_none()) && batch.actors.len() == 1);
        assert!(keys(&batch).contains(&"intake-irep-siret-shared"));
    }

    #[test]
    fn a_place_overseas_or_zero_is_unknown_and_said() {
        let batch = read_text(
            "1;A;;;97410;Saint-Pierre;157130.6;31031.4;;;\n2;B;;;57000;METZ;0;0;;;\n3;C;;;;;;;;;\n",
        );
        assert!(batch.sites.iter().all(|site| site.place.is_none()));
        let unknown = batch.findings.iter().find(|f| f.key == "intake-irep-place-unknown").unwrap();
        assert_eq!(unknown.args[0], ("count".to_owned(), model::Said::Text("3".to_owned())));
    }

    #[test]
    fn degrees_that_disagree_with_metres_are_said() {
        let near = read_text("1;A;;;57000;METZ;879979;2464744;;6.17077;49.11919\n");
        assert!(!keys(&near).contains(&"intake-irep-places-disagree"));
        let far = read_text("1;A;;;57000;METZ;879979;2464744;;6.19;49.13\n");
        assert!(keys(&far).contains(&"intake-irep-places-disagree"));
    }

    #[test]
    fn the_list_says_its_year_or_that_it_has_none() {
        let none = read_text("1;A;;;57000;METZ;879979;2464744;;;\n");
        assert!(keys(&none).contains(&"intake-irep-no-vintage") && none.sites[0].evidence.date.is_none());
        let text = "Identifiant;Nom;Commune;Coordonnees_X;Coordonnees_Y;Code_APE;Annee\n1;A;METZ;879979;2464744;;2021\n";
        let reference = Reference::default();
        let dated = read(table(text), &options(&reference, day(2026, 11, 1)), &mut quiet).unwrap();
        assert!(keys(&dated).contains(&"intake-irep-vintage"));
        assert_eq!(dated.sites[0].evidence.date, Some(day(2021, 1, 1)));
    }

    proptest! {
        #[test]
        fn any_row_is_read_without_panic(cells in proptest::collection::vec("[^\0\"\n\r]{0,14}", 0..13)) {
            read_text(&cells.join(";"));
        }
    }
}
