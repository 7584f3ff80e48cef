//! `fe2i template`: an empty workbook to fill in.

use crate::output;
use anyhow::Context;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Args {
    /// Fichier à écrire
    #[arg(default_value = "territoire.xlsx")]
    file: PathBuf,
    /// Écrire un dossier de CSV plutôt qu'un classeur
    #[arg(long)]
    csv: bool,
    /// Remplacer un fichier qui existe déjà
    #[arg(long)]
    force: bool,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let shown = args.file.display();
    if args.file.exists() && !args.force {
        anyhow::bail!("{shown} existe déjà ; donnez un autre nom, ou --force pour le remplacer");
    }
    if args.csv {
        fs::create_dir_all(&args.file).with_context(|| format!("{shown} : dossier impossible à créer"))?;
        for path in intake::write_template_folder(&args.file)? {
            output::note(&format!("écrit {}", path.display()));
        }
    } else {
        let file = File::create(&args.file).with_context(|| format!("{shown} : écriture impossible"))?;
        let mut file = BufWriter::new(file);
        intake::write_template(&mut file).with_context(|| format!("{shown} : écriture impossible"))?;
        file.flush().with_context(|| format!("{shown} : écriture impossible"))?;
        output::note(&format!("écrit {shown} ; remplissez-le, puis : fe2i diagnose {shown}"));
    }
    Ok(ExitCode::SUCCESS)
}
