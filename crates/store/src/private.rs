//! Files and folders that nobody but the account of the process reads: they hold password hashes, contacts, what companies wrote.

use crate::{Entropy, Result, StoreError};
use std::fs::{DirBuilder, File, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A folder for what is on its way (mode 0700, a name nobody can guess), gone with this value.
#[derive(Debug)]
pub struct TempFolder(PathBuf);

impl TempFolder {
    /// Among the system's temporary files.
    pub fn new(entropy: &Entropy) -> Result<Self> {
        Self::under(&std::env::temp_dir(), entropy)
    }

    /// In a folder that is there.
    pub fn under(parent: &Path, entropy: &Entropy) -> Result<Self> {
        let path = parent.join(format!("fe2i-{}", entropy.id()?));
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        // Not « create_all »: a folder that somebody else made is refused.
        builder.create(&path).map_err(|error| StoreError::file(&path, error))?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        // A database's own thread may still be making its file when the rest has stopped.
        for _ in 0..40 {
            if std::fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }
}

/// A new file (mode 0600); refused when there is one of that name.
pub(crate) fn new_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn only_its_owner_enters_and_it_goes_with_its_value() {
        let folder = TempFolder::new(&Entropy::system()).unwrap();
        let path = folder.path().to_owned();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o700);
        std::fs::write(path.join("a"), "b").unwrap();
        drop(folder);
        assert!(!path.exists());
        let same = Entropy::new(|bytes| {
            bytes.fill(7);
            Ok(())
        });
        let parent = TempFolder::new(&Entropy::system()).unwrap();
        let _first = TempFolder::under(parent.path(), &same).unwrap();
        assert!(TempFolder::under(parent.path(), &same).is_err(), "what is there is never taken over");
    }
}
