//! Documents as answers, to be saved under their name.

use crate::problem::{Answer, Problem};
use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::Response;
use std::fmt::Write;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use store::TempFolder;
use tokio::sync::mpsc::channel;
use tokio_stream::wrappers::ReceiverStream;

/// The media type of a workbook.
pub(crate) const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Bytes of a file read ahead of the network, in pieces.
const PIECE: usize = 64 * 1024;

/// A document to be saved under a name.
pub(crate) fn download(name: &str, media: &str, content: impl Into<Body>) -> Answer<Response> {
    let value = |text: &str| HeaderValue::from_str(text).map_err(|error| Problem::internal(&error));
    let mut response = Response::new(content.into());
    response.headers_mut().insert(CONTENT_TYPE, value(media)?);
    response.headers_mut().insert(CONTENT_DISPOSITION, value(&disposition(name))?);
    Ok(response)
}

/// The same from a file of a folder that goes away once it is sent: a backup may be larger than the memory.
pub(crate) fn download_file(name: &str, media: &str, folder: TempFolder, path: &Path) -> Answer<Response> {
    let mut file = File::open(path).map_err(|error| Problem::internal(&error))?;
    let (to, pieces) = channel::<std::io::Result<Vec<u8>>>(4);
    tokio::task::spawn_blocking(move || {
        loop {
            let mut piece = vec![0; PIECE];
            let read = file.read(&mut piece).map(|length| {
                piece.truncate(length);
                piece
            });
            let last = read.as_ref().map_or(true, Vec::is_empty);
            // Whoever asked may have gone.
            if to.blocking_send(read).is_err() || last {
                break;
            }
        }
        drop(folder);
    });
    download(name, media, Body::from_stream(ReceiverStream::new(pieces)))
}

/// RFC 6266: plain letters for old programs, and all letters.
fn disposition(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_ ".contains(c);
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    let mut text = format!("attachment; filename=\"{plain}\"");
    if plain != name {
        text.push_str("; filename*=UTF-8''");
        for byte in name.bytes() {
            if byte.is_ascii_alphanumeric() || b".-_".contains(&byte) {
                text.push(char::from(byte));
            } else {
                // Writing into a text cannot fail.
                let _ = write!(text, "%{byte:02X}");
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn every_name_is_kept_and_none_ends_the_header() {
        assert_eq!(disposition("sites.csv"), "attachment; filename=\"sites.csv\"");
        assert_eq!(
            disposition("reçu d'été.pdf"),
            "attachment; filename=\"re_u d__t_.pdf\"; filename*=UTF-8''re%C3%A7u%20d%27%C3%A9t%C3%A9.pdf"
        );
        let odd = disposition("a\"\r\nx: 1");
        assert_eq!(odd, "attachment; filename=\"a___x_ 1\"; filename*=UTF-8''a%22%0D%0Ax%3A%201");
    }
}
