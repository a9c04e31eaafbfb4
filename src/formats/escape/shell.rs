//! Any POSIX shell, and the addresses in its commands.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the letters that RFC 3986 leaves unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A text as one word of a shell, quoted only where it must be. A NUL, which no argument can hold, is left out.
pub fn word(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:=@,+".contains(&byte);
    if !text.is_empty() && text.bytes().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\0', "").replace('\'', "'\\''"))
}

/// A text as one part of an address: a name, a path's step.
pub fn url_part(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_quoted_where_it_must_be() {
        assert_eq!(word("orders-1"), "orders-1");
        assert_eq!(word(""), "''");
        assert_eq!(word("$(rm -rf /)`x`'\0"), "'$(rm -rf /)`x`'\\'''");
    }

    #[test]
    fn an_address_keeps_its_parts() {
        assert_eq!(url_part("a-b_c.~"), "a-b_c.~");
        assert_eq!(url_part("p@ss/ö?&"), "p%40ss%2F%C3%B6%3F%26");
    }
}
