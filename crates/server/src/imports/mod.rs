//! A file that came in, read in a folder of its own: the readers open files, and give rejected lines back as files.

pub(crate) mod memory;
mod preview;

pub(crate) use memory::Said;
pub(crate) use preview::preview;

use crate::app::App;
use crate::http::aside;
use crate::problem::{Answer, Problem};
use classify::Classifier;
use intake::IntakeError;
use intake::guided::{self, Draft, Help};
use model::{Batch, FileReport, Message, SiteId, Territory};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use store::TempFolder;
use wording::Lang;

/// What was understood.
pub(crate) struct Read {
    /// What would enter: what is new, and what the file adds to what is there.
    pub(crate) territory: Territory,
    /// What became of the lines.
    pub(crate) files: Vec<FileReport>,
    /// Rejected lines in the file's own format: name and bytes.
    pub(crate) rejects: Vec<(String, Vec<u8>)>,
    /// Why nothing could be read.
    pub(crate) error: Option<String>,
    /// What the columns are taken for; none for files of fixed origin.
    pub(crate) draft: Option<Draft>,
}

/// A file, and what is said of it.
pub(crate) struct File {
    /// Its name.
    pub(crate) name: String,
    /// Its content.
    pub(crate) bytes: Vec<u8>,
    /// The actors and sites there are: lines may name them.
    pub(crate) known: Territory,
    /// What a person said of its columns.
    pub(crate) help: Help,
    /// The language its refusals are told in.
    pub(crate) lang: Lang,
}

/// Reads a file that was sent.
pub(crate) async fn read(app: &App, file: File) -> Answer<Read> {
    let app = app.clone();
    aside(move || {
        let folder = TempFolder::new(&app.config().entropy)?;
        read_in(&app, folder.path(), &file).map_err(|error| Problem::internal(&error))
    })
    .await
}

fn read_in(app: &App, folder: &Path, file: &File) -> std::io::Result<Read> {
    std::fs::create_dir_all(folder.join("rejets"))?;
    let path = folder.join(plain_name(&file.name));
    std::fs::write(&path, &file.bytes)?;
    let options = intake::Options {
        reference: app.reference(),
        communes: None,
        keep_sole_traders: false,
        day: app.now().date_naive(),
    };
    let draft = guided::draft(&path, &file.help).ok().flatten();
    let (batches, error) = batches(&path, file, &options);
    let told = |fault: IntakeError| wording::said(file.lang, &fault.message());
    let error = error.map(|fault| told(fault).replace(&format!("{}/", folder.display()), ""));
    let classifier = app.classifier(options.day);
    let (territory, reports) = completed(batches, &file.known, &options, &classifier);
    let rejects = rejects(&reports, &folder.join("rejets"), file.lang)?;
    Ok(Read { territory, files: reports, rejects, error, draft })
}

/// What the readers give, by the columns as told where somebody can tell them; the last fault.
fn batches(path: &Path, file: &File, options: &intake::Options<'_>) -> (Vec<Batch>, Option<IntakeError>) {
    match guided::read(path, &file.help, options, &mut |_| {}) {
        Ok(Some(batches)) => return (batches, None),
        Ok(None) => {}
        Err(error) => return (Vec::new(), Some(error)),
    }
    let (mut batches, mut error) = (Vec::new(), None);
    for result in intake::read_path(path, options, &mut |_| {}) {
        match result {
            Ok(batch) => batches.push(batch),
            Err(fault) => error = Some(fault),
        }
    }
    (batches, error)
}

/// One territory of what is there and what comes, then only what comes: lines may name actors of the territory by id, SIRET or name.
fn completed(
    mut batches: Vec<Batch>,
    known: &Territory,
    options: &intake::Options<'_>,
    classifier: &Classifier<'_>,
) -> (Territory, Vec<FileReport>) {
    let mut mentioned: HashSet<SiteId> = HashSet::new();
    for batch in &mut batches {
        guided::recognise_sites(batch, &known.sites);
        mentioned.extend(batch.sites.iter().map(|site| site.id.clone()));
        let sirets = batch.sites.iter().filter_map(|site| site.siret.as_ref());
        let same = |siret| known.sites.iter().find(|site| site.siret.as_ref() == Some(siret));
        mentioned.extend(sirets.filter_map(same).map(|site| site.id.clone()));
    }
    let there = Batch { actors: known.actors.clone(), sites: known.sites.clone(), ..Batch::default() };
    batches.insert(0, there);
    let (territory, _) = intake::assemble(&mut batches, options);
    let (mut territory, _) = classify::apart(territory, classifier);
    let sites: HashMap<&SiteId, &model::Site> = known.sites.iter().map(|site| (&site.id, site)).collect();
    territory.sites.retain(|site| match sites.get(&site.id) {
        Some(there) => mentioned.contains(&site.id) && *there != site,
        None => true,
    });
    territory.actors.retain(|actor| !known.actors.iter().any(|there| there.id == actor.id));
    (territory, batches.into_iter().skip(1).map(|batch| batch.report).collect())
}

fn rejects(files: &[FileReport], folder: &Path, lang: Lang) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let say = |what: &Message| wording::said(lang, what);
    let written_by =
        |file: &FileReport| intake::rejects::write_rejects(file, folder, &say).unwrap_or_default();
    let mut written = Vec::new();
    for file in files.iter().filter(|file| !file.rejects.is_empty()) {
        // A reject file that cannot be written is not worth failing for: the lines are in the preview.
        for path in written_by(file).into_iter().map(|file| file.path) {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            written.push((name, std::fs::read(&path)?));
        }
    }
    Ok(written)
}

/// The last part of a name, without anything that is not a letter, a digit, a dot or a hyphen.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String =
        last.chars().map(|c| if c.is_alphanumeric() || matches!(c, '.' | '-') { c } else { '_' }).collect();
    let kept = kept.trim_start_matches('.').to_owned();
    if kept.is_empty() { "fichier".to_owned() } else { kept.chars().take(120).collect() }
}
