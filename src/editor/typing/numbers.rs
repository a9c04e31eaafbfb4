//! Numbers as people write them: with blanks, groups of thousands, a comma for the point, an exponent, a unit behind.

use crate::facts::Decimal;

/// What a text reads as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Loose {
    /// Whether a minus stands before it.
    pub(super) negative: bool,
    /// The number without its sign; the largest there is where it is larger.
    pub(super) amount: Decimal,
}

/// Blanks, what breaks or turns a line, and what has no width.
pub(super) fn is_unseen(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Without what a paste brings along: blanks and quotation marks around.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|letter| {
        is_unseen(letter) || matches!(letter, '"' | '\'' | '`' | '\u{201c}' | '\u{201d}')
    })
}

/// The number a text means; `None` where it means none.
pub(super) fn loosely(text: &str) -> Option<Loose> {
    let text: String = bare(text).chars().map(narrow).collect();
    let (negative, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let text =
        text.trim_start_matches(|letter| is_unseen(letter) || matches!(letter, '$' | '\u{20ac}' | '\u{a3}'));
    let end = text.find(|letter| !is_of_number(letter)).unwrap_or(text.len());
    let (number, behind) = text.split_at_checked(end)?;
    let (exponent, unit) = exponent(number, behind);
    // Behind a number stands a unit, or it is no number.
    if !unit.chars().all(|letter| letter.is_alphabetic() || is_unseen(letter) || matches!(letter, '%' | '/'))
    {
        return None;
    }
    let (whole, places) = parted(number)?;
    let amount = shifted(&whole, &places, exponent)?;
    Some(Loose { negative, amount })
}

/// Full-width digits and signs, as some keyboards send them.
fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter).wrapping_sub(0xfee0)).unwrap_or(letter),
        _ => letter,
    }
}

fn is_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | ',' | '\'' | '\u{2019}' | '_') || is_unseen(letter)
}

/// The power of ten behind a number, and what is left behind it.
fn exponent<'a>(number: &str, behind: &'a str) -> (i32, &'a str) {
    let Some(rest) = behind.strip_prefix(['e', 'E']).filter(|_| !number.ends_with(is_unseen)) else {
        return (0, behind);
    };
    let end = rest
        .char_indices()
        .find(|(at, letter)| !(letter.is_ascii_digit() || *at == 0 && matches!(letter, '-' | '+')));
    let (power, unit) = rest.split_at_checked(end.map_or(rest.len(), |(at, _)| at)).unwrap_or((rest, ""));
    power.parse().map_or((0, behind), |power| (power, unit))
}

/// The digits before and behind the point, whichever sign stands for it.
fn parted(number: &str) -> Option<(String, String)> {
    let bare: String = number.chars().filter(|letter| matches!(letter, '0'..='9' | '.' | ',')).collect();
    let point = match (bare.rfind('.'), bare.rfind(',')) {
        (Some(point), Some(comma)) => Some(point.max(comma)),
        // A comma before three digits parts thousands, and so do several signs of one kind.
        (Some(point), None) => (bare.matches('.').count() == 1).then_some(point),
        (None, Some(comma)) => {
            let thousands = comma + 4 == bare.len() && !bare.starts_with("0,") && comma > 0;
            (bare.matches(',').count() == 1 && !thousands).then_some(comma)
        }
        (None, None) => None,
    };
    let (whole, places) = match point {
        Some(point) => (bare.get(..point)?, bare.get(point + 1..)?),
        None => (bare.as_str(), ""),
    };
    let mut groups = whole.split(['.', ',']);
    let first = groups.next()?;
    let grouped = groups.all(|group| group.len() == 3) && (first.len() <= 3 || !whole.contains(['.', ',']));
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    (grouped && !(whole.is_empty() && places.is_empty())).then(|| (whole, places.to_owned()))
}

/// The number of these digits, times a power of ten; rounded to six places.
fn shifted(whole: &str, places: &str, exponent: i32) -> Option<Decimal> {
    let digits = format!("{whole}{places}");
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Some(Decimal::ZERO);
    }
    // How many of the digits, with zeros behind them, are millionths.
    let micros = i32::try_from(digits.len()).ok()? - i32::try_from(places.len()).ok()? + 6;
    let length = micros.checked_add(exponent)?;
    if length > 19 {
        return Some(Decimal::from_micros(u64::MAX));
    }
    let length = usize::try_from(length.max(0)).ok()?;
    let padded: String = digits.chars().chain(std::iter::repeat('0')).take(length).collect();
    if padded.is_empty() {
        return Some(Decimal::ZERO);
    }
    Some(Decimal::from_micros(padded.parse().unwrap_or(u64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_mean_them() {
        let read = |text: &str| {
            loosely(text).map(|it| format!("{}{}", if it.negative { "-" } else { "" }, it.amount))
        };
        for (text, meant) in [
            ("8", "8"),
            (" 8 ", "8"),
            ("1,5", "1.5"),
            ("0,125", "0.125"),
            ("1,000", "1000"),
            ("12,500", "12500"),
            ("1,000,000", "1000000"),
            ("1.000.000", "1000000"),
            ("1,234.56", "1234.56"),
            ("1.234,56", "1234.56"),
            ("1 000", "1000"),
            ("1\u{202f}000", "1000"),
            ("1'000", "1000"),
            ("1_000", "1000"),
            ("1e3", "1000"),
            ("1.5E3", "1500"),
            ("1e-1", "0.1"),
            ("25e-1", "2.5"),
            ("$100", "100"),
            ("100 GB", "100"),
            ("35%", "35"),
            ("-5", "-5"),
            ("\u{2212}5", "-5"),
            ("+5", "5"),
            (".5", "0.5"),
            ("\u{ff18}", "8"),
            ("0", "0"),
        ] {
            assert_eq!(read(text).as_deref(), Some(meant), "{text}");
        }
        for text in ["", " ", "abc", "1,00,0", "1..2", "<b>", "3:00", "10.0.0.0", "1-2", "-", ",", "e3"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert!(loosely("1e30").is_some_and(|it| it.amount > Decimal::whole(1_000_000_000)));
        assert_eq!(loosely("1e99999999999"), None);
    }
}
