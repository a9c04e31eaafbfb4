//! The letters of a link: percent-encoding and the checksum.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but letters, digits and `-._~`, which stand in any address.
const ALL: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
const BUT_SLASH: &AsciiSet = &ALL.remove(b'/');
const BUT_COMMA_AND_SLASH: &AsciiSet = &BUT_SLASH.remove(b',');
const BUT_COLON_AND_SLASH: &AsciiSet = &BUT_SLASH.remove(b':');
const BUT_READABLE: &AsciiSet = &BUT_COMMA_AND_SLASH.remove(b':');

/// Which signs stay readable in a value; a sign that parts values must not stay in one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Keep {
    /// `/`
    Slash,
    /// `,` and `/`
    CommaAndSlash,
    /// `:` and `/`
    ColonAndSlash,
    /// `:`, `,` and `/`: lists and pairs use these, and none of them ends a link in a chat.
    Readable,
}

/// Keeps letters, digits, `-._~` and what is to be kept; writes every other byte as `%2F`.
pub(super) fn escape(text: &str, keep: Keep) -> Cow<'_, str> {
    let escaped = match keep {
        Keep::Slash => BUT_SLASH,
        Keep::CommaAndSlash => BUT_COMMA_AND_SLASH,
        Keep::ColonAndSlash => BUT_COLON_AND_SLASH,
        Keep::Readable => BUT_READABLE,
    };
    utf8_percent_encode(text, escaped).into()
}

/// Reads what [`escape`] wrote; `None` where a percent sign or the UTF-8 behind it is broken.
pub(super) fn unescape(text: &str) -> Option<String> {
    // The library lets a broken sign stand, and a link that was cut there would open as if it were whole.
    let whole =
        |rest: &str| matches!(rest.as_bytes(), [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
    if !text.split('%').skip(1).all(whole) {
        return None;
    }
    percent_decode_str(text).decode_utf8().ok().map(Cow::into_owned)
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
            let escaped = escape(text, Keep::Readable);
            assert!(
                escaped.chars().all(|it| it.is_ascii_alphanumeric() || "-._~:,/%".contains(it)),
                "{escaped}"
            );
            assert_eq!(unescape(&escaped).as_deref(), Some(text));
            assert_eq!(unescape(&escape(text, Keep::Slash)).as_deref(), Some(text));
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
