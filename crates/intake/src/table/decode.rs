//! Bytes of any encoding as UTF-8, a block at a time, with a limit on what one line of the table may take.

use encoding_rs::{CoderResult, Decoder, Encoding};
use std::cell::Cell;
use std::io::{Error, ErrorKind, Read, Result};
use std::rc::Rc;

/// Bytes read at a time.
const CHUNK: usize = 64 * 1024;

/// Bytes given out since the last complete line, shared with whoever cuts lines.
pub(super) type Meter = Rc<Cell<usize>>;

/// A reader of UTF-8 over a reader of any encoding; a byte-order mark is dropped, what cannot be decoded becomes `�`.
pub(super) struct Decoded<R> {
    inner: R,
    decoder: Decoder,
    chunk: Vec<u8>,
    start: usize,
    end: usize,
    at_end: bool,
    finished: bool,
    lone_cr: bool,
    meter: Meter,
    limit: usize,
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
            finished: false,
            lone_cr,
            meter,
            limit,
        }
    }

    fn refill(&mut self) -> Result<()> {
        self.start = 0;
        self.end = self.inner.read(&mut self.chunk)?;
        self.at_end = self.end == 0;
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        while !self.finished {
            if self.start == self.end && !self.at_end {
                self.refill()?;
            }
            let input = &self.chunk[self.start..self.end];
            let (result, taken, written, _) = self.decoder.decode_to_utf8(input, out, self.at_end);
            self.start += taken;
            self.finished = self.at_end && matches!(result, CoderResult::InputEmpty);
            if written > 0 {
                if self.lone_cr {
                    out[..written].iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
                }
                self.meter.set(self.meter.get() + written);
                if self.meter.get() > self.limit {
                    return Err(Error::from(ErrorKind::FileTooLarge));
                }
                return Ok(written);
            }
            if taken == 0 && matches!(result, CoderResult::OutputFull) {
                return Err(Error::from(ErrorKind::InvalidInput));
            }
        }
        Ok(0)
    }
}
