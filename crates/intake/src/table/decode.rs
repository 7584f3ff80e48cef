//! Bytes of any encoding as UTF-8, a block at a time, with a limit on what one line of the table may take.

use encoding_rs::{CoderResult, Decoder, Encoding};
use std::cell::Cell;
use std::io::{Error, ErrorKind, Read, Result};
use std::rc::Rc;

/// Bytes read at a time.
const CHUNK: usize = 64 * 1024;

/// Bytes given out since the last complete line, shared with whoever cuts lines.
pub(super) type Meter = Rc<Cell<usize>>;

/// A reader of UTF-8 over a reader of any encoding: a byte-order mark is dropped, what cannot be decoded becomes `�`, every line ends with
/// one LF, the last one too, so that lines can be counted.
pub(super) struct Decoded<R> {
    inner: R,
    decoder: Decoder,
    chunk: Vec<u8>,
    start: usize,
    end: usize,
    at_end: bool,
    state: State,
    lines: LineEnds,
    meter: Meter,
    limit: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Decoding,
    /// All is decoded; the last line may still lack its end.
    Closing,
    Done,
}

impl<R: Read> Decoded<R> {
    /// `lone_cr`: CR alone ends a line. Reading fails once more than `limit` bytes were given out since `meter` was reset.
    pub(super) fn new(
        inner: R,
        encoding: &'static Encoding,
        lone_cr: bool,
        meter: Meter,
        limit: usize,
    ) -> Self {
        Self {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            chunk: vec![0; CHUNK],
            start: 0,
            end: 0,
            at_end: false,
            state: State::Decoding,
            lines: LineEnds { lone_cr, waiting: false, last: b'\n' },
            meter,
            limit,
        }
    }

    /// Decodes a block into `out`; gives the number of bytes, which may be 0 without being the end.
    fn decode(&mut self, out: &mut [u8]) -> Result<usize> {
        if self.start == self.end && !self.at_end {
            self.start = 0;
            self.end = self.inner.read(&mut self.chunk)?;
            self.at_end = self.end == 0;
        }
        let input = &self.chunk[self.start..self.end];
        // One byte is left free in front, for a CR that waited for its LF.
        let (result, taken, written, _) = self.decoder.decode_to_utf8(input, &mut out[1..], self.at_end);
        self.start += taken;
        if self.at_end && matches!(result, CoderResult::InputEmpty) {
            self.state = State::Closing;
        } else if taken == 0 && written == 0 && matches!(result, CoderResult::OutputFull) {
            return Err(Error::from(ErrorKind::InvalidInput));
        }
        Ok(self.lines.unify(out, written))
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        if out.len() < 16 {
            return Err(Error::from(ErrorKind::InvalidInput));
        }
        while self.state == State::Decoding {
            let written = self.decode(out)?;
            self.meter.set(self.meter.get() + written);
            if self.meter.get() > self.limit {
                return Err(Error::from(ErrorKind::FileTooLarge));
            }
            if written > 0 {
                return Ok(written);
            }
        }
        if self.state == State::Closing {
            self.state = State::Done;
            if self.lines.waiting || self.lines.last != b'\n' {
                out[0] = b'\n';
                return Ok(1);
            }
        }
        Ok(0)
    }
}

/// Makes LF of CR LF, and of CR where that alone ends lines.
struct LineEnds {
    lone_cr: bool,
    /// A CR was read; what it is depends on the next byte.
    waiting: bool,
    last: u8,
}

impl LineEnds {
    /// Works on `out[1..=length]`, leaves the result at the start of `out` and gives its length.
    fn unify(&mut self, out: &mut [u8], length: usize) -> usize {
        let mut to = 0;
        for from in 1..=length {
            let byte = out[from];
            if self.waiting && byte != b'\n' {
                out[to] = b'\r';
                to += 1;
            }
            self.waiting = byte == b'\r' && !self.lone_cr;
            if !self.waiting {
                out[to] = if byte == b'\r' { b'\n' } else { byte };
                self.last = out[to];
                to += 1;
            }
        }
        to
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// Gives one byte at a time, so that every border is met.
    struct Slow(Cursor<Vec<u8>>);

    impl Read for Slow {
        fn read(&mut self, out: &mut [u8]) -> Result<usize> {
            let one = out.len().min(1);
            self.0.read(&mut out[..one])
        }
    }

    fn decode(bytes: &[u8], encoding: &'static Encoding, lone_cr: bool) -> String {
        let slow = Slow(Cursor::new(bytes.to_vec()));
        let mut reader = Decoded::new(slow, encoding, lone_cr, Meter::default(), 1000);
        let mut out = Vec::new();
        let mut block = [0; 16];
        loop {
            match reader.read(&mut block).unwrap() {
                0 => return String::from_utf8(out).unwrap(),
                read => out.extend_from_slice(&block[..read]),
            }
        }
    }

    #[test]
    fn every_line_ends_with_one_line_feed() {
        for (text, lone_cr, wanted) in [
            ("a\r\nb\r\n", false, "a\nb\n"),
            ("a\nb", false, "a\nb\n"),
            ("a\rb\r", true, "a\nb\n"),
            ("a\rb\r\r\nc\r", false, "a\rb\r\nc\n"),
            ("\u{FEFF}é€\r\n", false, "é€\n"),
            ("", false, ""),
        ] {
            assert_eq!(decode(text.as_bytes(), encoding_rs::UTF_8, lone_cr), wanted, "{text:?}");
        }
        assert_eq!(decode(b"caf\xE9 \x80", encoding_rs::WINDOWS_1252, false), "café €\n");
        assert_eq!(decode(b"\xFF\xFEa\0\r\0\n\0", encoding_rs::UTF_16LE, false), "a\n");
    }

    #[test]
    fn a_line_has_its_limit() {
        let mut reader =
            Decoded::new(Cursor::new(vec![b'a'; 5000]), encoding_rs::UTF_8, false, Meter::default(), 1000);
        assert_eq!(
            std::io::copy(&mut reader, &mut std::io::sink()).unwrap_err().kind(),
            ErrorKind::FileTooLarge
        );
    }
}
