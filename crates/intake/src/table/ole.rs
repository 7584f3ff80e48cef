//! The container of old Office files (compound file binary): just enough to find a stream in it, and to be sure that no chain of sectors runs in
//! circles. The XLS parser follows chains without looking.

/// Sector ids from here on are marks, not sectors.
const FIRST_MARK: u32 = 0xFFFF_FFFA;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
/// Streams shorter than this lie in the small sectors.
const SMALL: u64 = 4096;
const SMALL_SECTOR: usize = 64;
const ENTRY: usize = 128;

/// A compound file whose chains have been followed.
pub(super) struct Ole<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    small_fat: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    length: u64,
}

impl<'a> Ole<'a> {
    /// Reads the directory; `None` when the structure is broken.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut ole = Self {
            bytes,
            sector,
            fat: Vec::new(),
            small_fat: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        ole.fat = ole.read_fat()?;
        let directory = ole.chain(u32_at(bytes, 48)?)?;
        ole.entries = directory.chunks_exact(ENTRY).filter_map(|entry| Entry::read(entry, sector)).collect();
        let root = ole.entries.first()?.start;
        if u32_at(bytes, 64)? > 0 {
            ole.small = ole.chain(root)?;
            ole.small_fat = words(&ole.chain(u32_at(bytes, 60)?)?);
        }
        Some(ole)
    }

    /// True when a stream or storage has this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The content of a stream; `None` when there is none of this name or its chain is broken.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        let mut content =
            if entry.length < SMALL { self.small_chain(entry.start)? } else { self.chain(entry.start)? };
        content.truncate(usize::try_from(entry.length).ok()?);
        Some(content)
    }

    /// The table of next sectors: its own sectors are listed in the header, and further on in a chain of their own.
    fn read_fat(&self) -> Option<Vec<u32>> {
        let mut listed = words(self.bytes.get(76..512)?);
        let mut next = u32_at(self.bytes, 68)?;
        for _ in 0..=self.bytes.len() / self.sector {
            if next >= FIRST_MARK {
                let table = listed.iter().filter(|id| **id < FIRST_MARK).map(|id| self.sector_at(*id));
                return Some(words(&table.collect::<Option<Vec<_>>>()?.concat()));
            }
            listed.extend(words(self.sector_at(next)?));
            next = listed.pop()?;
        }
        None
    }

    /// A sector; the last one of a file may be cut short.
    fn sector_at(&self, id: u32) -> Option<&'a [u8]> {
        let start = (id as usize).checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(start..self.bytes.len().min(start + self.sector))
    }

    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        follow(start, &self.fat, |id| self.sector_at(id))
    }

    fn small_chain(&self, start: u32) -> Option<Vec<u8>> {
        follow(start, &self.small_fat, |id| {
            let start = (id as usize).checked_mul(SMALL_SECTOR)?;
            self.small.get(start..self.small.len().min(start + SMALL_SECTOR))
        })
    }
}

/// The sectors of a chain put together; `None` when it leaves the file or runs in circles.
fn follow<'b>(start: u32, next: &[u32], sector: impl Fn(u32) -> Option<&'b [u8]>) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    let mut id = start;
    for _ in 0..=next.len() {
        if id == END_OF_CHAIN {
            return Some(content);
        }
        content.extend_from_slice(sector(id)?);
        id = *next.get(id as usize)?;
    }
    None
}

impl Entry {
    fn read(bytes: &[u8], sector: usize) -> Option<Self> {
        let name = char::decode_utf16(
            bytes.chunks_exact(2).take(32).map(|pair| u16::from_le_bytes([pair[0], pair[1]])),
        )
        .map_while(Result::ok)
        .take_while(|sign| *sign != '\0')
        .collect();
        let low = u64::from(u32_at(bytes, 120)?);
        // With small sectors the upper half of the length is not used, and may hold anything.
        let high = if sector == 512 { 0 } else { u64::from(u32_at(bytes, 124)?) };
        Some(Self { name, start: u32_at(bytes, 116)?, length: high << 32 | low })
    }
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])).collect()
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: &[u8] = include_bytes!("../../tests/files/flux.xls");

    #[test]
    fn a_stream_is_found() {
        let ole = Ole::open(REAL).unwrap();
        assert!(ole.has("workbook") && !ole.has("EncryptedPackage"));
        let stream = ole.stream("Workbook").unwrap();
        assert_eq!(u16_at(&stream, 0), Some(0x0809), "it begins with a BOF record");
        assert!(ole.stream("Autre").is_none());
    }

    #[test]
    fn broken_structures_are_refused_without_harm() {
        for length in [0, 8, 511, 512, 600, 1024] {
            assert!(Ole::open(&REAL[..length]).is_none(), "{length}");
        }
        // Every sector is followed by itself: any chain runs in circles.
        let mut circle = REAL.to_vec();
        let fat = 512 * (u32_at(REAL, 76).unwrap() as usize + 1);
        for id in 0..128_u32 {
            let at = fat + 4 * id as usize;
            circle[at..at + 4].copy_from_slice(&id.to_le_bytes());
        }
        assert!(Ole::open(&circle).is_none());
    }
}
