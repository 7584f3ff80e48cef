//! The command line of fe2i.

mod commands;
mod knowledge;
mod output;
mod study;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// fe2i : les flux d'un territoire, qui pourrait en faire quoi, et ce que cela vaut.
#[derive(Parser)]
#[command(name = "fe2i", version, about, propagate_version = true)]
struct Cli {
    /// Langue des réponses
    #[arg(long, global = true, default_value = "fr", value_parser = ["fr", "en"], env = "FE2I_LANG")]
    lang: String,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Voir un territoire de démonstration : lit, analyse, et affiche l'adresse d'une page à ouvrir
    Demo(commands::demo::Args),
    /// Servir le lieu de travail sur la base configurée
    Serve(commands::serve::Args),
    /// Comptes : en ajouter, les lister, donner un lien de mot de passe
    User(commands::user::Args),
    /// Mettre la base à jour et dire où elle en est
    Migrate(commands::database::Args),
    /// Mettre des fichiers dans un territoire de la base
    Import(commands::import::Args),
    /// Écrire tout un territoire en fichiers ouverts, que « import » relit à l'identique
    Export(commands::backup::ExportArgs),
    /// Sauvegarder la base dans un fichier, pendant que l'on travaille
    Backup(commands::backup::BackupArgs),
    /// Refaire une base à partir d'une sauvegarde
    Restore(commands::backup::RestoreArgs),
    /// Lire des fichiers, trouver et évaluer des pistes, écrire la page, le classeur et la carte
    Diagnose(commands::diagnose::Args),
    /// Écrire un classeur vide à remplir, avec listes déroulantes et exemples
    Template(commands::template::Args),
    /// Dire ce qu'est un déchet ou une ressource : ressource et codes déchets, avec les mots qui ont décidé
    Classify(commands::classify::Args),
    /// Planifier des installations partagées : quoi ouvrir, où, de quelle taille, qui fournit
    Plan(commands::plan::Args),
    /// Répondre aux questions du banc d'essai (tâches A à E) : JSON par ligne sur l'entrée standard
    Evaluate(commands::evaluate::Args),
    /// Chercher et imprimer ce que fe2i sait, avec ses sources
    Reference(commands::reference::Args),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    output::speak(cli.lang.parse().unwrap_or_default());
    let done = match cli.command {
        Command::Demo(args) => commands::demo::run(&args),
        Command::Serve(args) => commands::serve::run(&args),
        Command::User(args) => commands::user::run(&args),
        Command::Migrate(args) => commands::migrate::run(&args),
        Command::Import(args) => commands::import::run(&args),
        Command::Export(args) => commands::backup::export(&args),
        Command::Backup(args) => commands::backup::backup(&args),
        Command::Restore(args) => commands::backup::restore(&args),
        Command::Diagnose(args) => commands::diagnose::run(&args, &cli.lang),
        Command::Template(args) => commands::template::run(&args),
        Command::Classify(args) => commands::classify::run(&args, &cli.lang),
        Command::Plan(args) => commands::plan::run(&args, &cli.lang),
        Command::Evaluate(args) => commands::evaluate::run(&args),
        Command::Reference(args) => commands::reference::run(&args, &cli.lang),
    };
    match done {
        Ok(code) => code,
        Err(error) => output::fail(&error),
    }
}
