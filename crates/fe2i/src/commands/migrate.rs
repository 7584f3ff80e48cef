//! `fe2i migrate`: brings the tables of a database up to date and says what is in it.

use super::database;
use crate::output;
use std::process::ExitCode;

pub fn run(args: &database::Args) -> anyhow::Result<ExitCode> {
    database::block_on(async {
        let store = args.open().await?;
        for territory in store.territories().await? {
            let (id, name, version) = (&territory.id, &territory.meta.name, territory.version);
            output::line(&format!("{id}  {name}  version {version}"))?;
        }
        output::say("cli-migrated", &[]);
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}
