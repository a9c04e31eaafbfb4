//! Numbers as files write them, in millionths: exact up to six places, rounded half up beyond.

/// A number in millionths of a unit, or why it is none. The unit is ten to this power of what the text counts: with 6,
/// bytes are millionths of a megabyte, so that a volume of 256 TiB has its place.
pub(super) fn in_units(text: &str, power: u8) -> Result<u64, String> {
    let text = text.trim();
    if ["nan", "inf", "+inf", "infinity", "-inf", "-infinity"].contains(&text.to_ascii_lowercase().as_str()) {
        return Err(format!("{text} is no number; leave the point out"));
    }
    let (sign, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let unsigned = unsigned.strip_prefix('+').filter(|_| !sign).unwrap_or(unsigned);
    let micros = positive(unsigned, power).map_err(|wrong| match wrong {
        Wrong::Text => format!("{text:?} is no number"),
        Wrong::Size => format!("{text} is too large"),
    })?;
    if sign && micros > 0 {
        return Err(format!("{text} is below 0, which no metric is"));
    }
    Ok(micros)
}

/// What keeps a text from being a number.
enum Wrong {
    Text,
    Size,
}

fn positive(text: &str, power: u8) -> Result<u64, Wrong> {
    let (mantissa, exponent) =
        text.split_once(['e', 'E']).map_or((text, "0"), |(it, exponent)| (it, exponent));
    let (whole, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() && places.is_empty() || !digits(whole) || !digits(places) {
        return Err(Wrong::Text);
    }
    let exponent: i32 = exponent.strip_prefix('+').unwrap_or(exponent).parse().map_err(|_| Wrong::Text)?;
    // The number is digits × 10^(shift − 6) millionths; what lies beyond is cut digit by digit.
    let all = format!("{whole}{places}");
    let all = all.trim_start_matches('0');
    let places = i64::try_from(places.len()).map_err(|_| Wrong::Text)?;
    let shift = i64::from(exponent) - places + 6 - i64::from(power);
    if all.is_empty() {
        return Ok(0);
    }
    if shift >= 0 {
        let zeros = usize::try_from(shift).map_err(|_| Wrong::Size)?;
        let padded = (all.len().saturating_add(zeros) <= 19).then(|| format!("{all}{:0<zeros$}", ""));
        return padded.and_then(|digits| digits.parse().ok()).ok_or(Wrong::Size);
    }
    let cut = usize::try_from(-shift).unwrap_or(usize::MAX);
    let kept = all.len().checked_sub(cut);
    let up = kept.and_then(|at| all.as_bytes().get(at)).is_some_and(|digit| *digit >= b'5');
    let head = all.get(..kept.unwrap_or(0)).unwrap_or_default();
    let head = if head.is_empty() { Some(0) } else { head.parse::<u64>().ok() };
    head.and_then(|head| head.checked_add(u64::from(up))).ok_or(Wrong::Size)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn micros(text: &str) -> Result<u64, String> {
        in_units(text, 0)
    }

    #[test]
    fn numbers_are_exact_to_six_places_and_rounded_beyond() {
        for (text, expected) in [
            ("0", 0),
            ("-0.0", 0),
            ("1", 1_000_000),
            ("12.345678", 12_345_678),
            ("0.0000005", 1),
            ("0.0000004", 0),
            ("1.5E3", 1_500_000_000),
            ("2.5e-1", 250_000),
            ("+7", 7_000_000),
            ("33.33333333333333", 33_333_333),
            ("1.3152714752E10", 13_152_714_752_000_000),
            (".5", 500_000),
            ("1e-9", 0),
            ("0e99", 0),
        ] {
            assert_eq!(micros(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn a_volume_is_counted_in_megabytes() {
        assert_eq!(in_units("281474976710656.0", 6), Ok(281_474_976_710_656));
        assert_eq!(in_units("2.81474976710656E14", 6), Ok(281_474_976_710_656));
        assert_eq!(in_units("0.5", 6), Ok(1));
        assert!(micros("281474976710656").is_err());
    }

    #[test]
    fn what_is_no_measured_number_is_said() {
        assert_eq!(micros("NaN"), Err("NaN is no number; leave the point out".to_owned()));
        assert_eq!(micros("-3"), Err("-3 is below 0, which no metric is".to_owned()));
        assert_eq!(micros("1e30"), Err("1e30 is too large".to_owned()));
        for wrong in ["", ".", "1,5", "0x10", "1e", "--1", "1 000", "1e999999999999"] {
            assert!(micros(wrong).is_err(), "{wrong}");
        }
    }
}
