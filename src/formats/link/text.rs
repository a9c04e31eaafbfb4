//! The letters of a link: percent-encoding and the checksum.

use std::borrow::Cow;

/// Keeps letters, digits, `-._~` and the characters of `keep`; writes every other byte as `%2F`.
pub(super) fn escape<'a>(text: &'a str, keep: &str) -> Cow<'a, str> {
    let is_kept = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || b"-._~".contains(&byte)
            || (byte.is_ascii() && keep.as_bytes().contains(&byte))
    };
    if text.bytes().all(is_kept) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if is_kept(byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from(if digit < 10 { b'0' + digit } else { b'A' - 10 + digit }));
            }
        }
    }
    Cow::Owned(out)
}

/// Reads what [`escape`] wrote; `None` where a percent sign or the UTF-8 behind it is broken.
pub(super) fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let code = digit()? * 16 + digit()?;
            bytes.push(u8::try_from(code).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Four hexadecimal digits of 32-bit FNV-1a, folded to 16 bits. Not a protection: it only tells whole from cut.
pub(super) fn checksum(text: &str) -> String {
    let hash =
        text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{:04x}", (hash >> 16) ^ (hash & 0xffff))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_becomes_plain_letters_and_comes_back() {
        for text in ["", "a b", "${x}\"'</script>&#%", "\u{1f980} ü\n\0", ":,/"] {
            let escaped = escape(text, ":,/");
            assert!(
                escaped.chars().all(|it| it.is_ascii_alphanumeric() || "-._~:,/%".contains(it)),
                "{escaped}"
            );
            assert_eq!(unescape(&escaped).as_deref(), Some(text));
            assert_eq!(unescape(&escape(text, "")).as_deref(), Some(text));
        }
    }

    #[test]
    fn broken_escapes_are_told() {
        for text in ["%", "%2", "%zz", "a%", "%ff", "%c3%28", "%+1"] {
            assert_eq!(unescape(text), None, "{text}");
        }
    }

    #[test]
    fn the_checksum_is_fnv_1a() {
        // 32-bit FNV-1a of the empty text is its offset basis, of "a" 0xe40c292c.
        assert_eq!(checksum(""), format!("{:04x}", 0x811c_u32 ^ 0x9dc5));
        assert_eq!(checksum("a"), format!("{:04x}", 0xe40c_u32 ^ 0x292c));
    }
}
