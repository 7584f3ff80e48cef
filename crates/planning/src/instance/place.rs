//! Where a value stands in a JSON text: a fault is looked for where it is written.

/// Line and column, from 1, of what `path` names, as `options[4].min_t`; of what holds it where the key itself is not there. The text is JSON.
pub fn of(text: &str, path: &str) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut at = blank(bytes, 0);
    for step in path.split(['.', '[']).map(|step| step.trim_end_matches(']')) {
        match child(bytes, at, step) {
            Some(next) => at = next,
            None => break,
        }
    }
    let before = text.get(..at).unwrap_or(text);
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    (before.matches('\n').count() + 1, column)
}

/// Where a member's value, or an element, starts.
fn child(text: &[u8], at: usize, step: &str) -> Option<usize> {
    let object = match text.get(at)? {
        b'{' => true,
        b'[' => false,
        _ => return None,
    };
    let mut at = blank(text, at + 1);
    let mut count = 0_usize;
    while !matches!(text.get(at)?, b'}' | b']') {
        let mut key = at..at;
        if object {
            key = at + 1..past(text, at) - 1;
            at = blank(text, blank(text, key.end + 1) + 1);
        }
        let here = if object { text.get(key)? == step.as_bytes() } else { step == count.to_string() };
        if here {
            return Some(at);
        }
        at = blank(text, past(text, at));
        if text.get(at)? == &b',' {
            at = blank(text, at + 1);
        }
        count += 1;
    }
    None
}

/// The next place that is no space.
fn blank(text: &[u8], from: usize) -> usize {
    text.iter().skip(from).position(|byte| !byte.is_ascii_whitespace()).map_or(text.len(), |more| from + more)
}

/// Just past the value that starts there.
fn past(text: &[u8], from: usize) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.iter().enumerate().skip(from) {
        if quoted {
            quoted = escaped || *byte != b'"';
            escaped = !escaped && *byte == b'\\';
            if !quoted && depth == 0 {
                return at + 1;
            }
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => return at + usize::from(depth == 1),
            b'}' | b']' => depth -= 1,
            b',' if depth == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_value_is_found_by_its_path() {
        let text = "{\"a\": \"}, \\\"\",\n \"b\": [1, {\"c\": -2}, [3, 4]]}";
        for (path, place) in
            [("a", (1, 7)), ("b", (2, 7)), ("b[1].c", (2, 17)), ("b[2][1]", (2, 26)), ("b[1].d", (2, 11))]
        {
            assert_eq!(of(text, path), place, "{path}");
        }
    }
}
