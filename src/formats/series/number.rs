//! Numbers as files write them, in millionths: exact up to six places, rounded half up beyond.

/// Why a text is no number that can be measured.
pub(super) fn micros(text: &str) -> Result<u64, String> {
    let text = text.trim();
    if ["nan", "inf", "+inf", "infinity", "-inf", "-infinity"].contains(&text.to_ascii_lowercase().as_str()) {
        return Err(format!("{text} is no number; leave the point out"));
    }
    let (sign, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let unsigned = unsigned.strip_prefix('+').filter(|_| !sign).unwrap_or(unsigned);
    let value = positive(unsigned).ok_or_else(|| format!("{text:?} is no number"))?;
    let micros = value.ok_or_else(|| format!("{text} is too large"))?;
    if sign && micros > 0 {
        return Err(format!("{text} is below 0, which no metric is"));
    }
    Ok(micros)
}

/// `None` for no number, `Some(None)` for one too large.
fn positive(text: &str) -> Option<Option<u64>> {
    let (mantissa, exponent) =
        text.split_once(['e', 'E']).map_or((text, "0"), |(it, exponent)| (it, exponent));
    let (whole, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() && places.is_empty() || !digits(whole) || !digits(places) {
        return None;
    }
    let exponent: i32 = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    // The number is digits × 10^(shift − 6) millionths; what lies beyond is cut digit by digit.
    let all = format!("{whole}{places}");
    let all = all.trim_start_matches('0');
    let places = i32::try_from(places.len()).ok()?;
    let shift = i64::from(exponent) - i64::from(places) + 6;
    if all.is_empty() {
        return Some(Some(0));
    }
    if shift >= 0 {
        let zeros = usize::try_from(shift).ok()?;
        let fits = all.len() + zeros <= 19;
        return Some(fits.then(|| format!("{all}{:0<zeros$}", "").parse().ok()).flatten());
    }
    let cut = usize::try_from(-shift).ok()?;
    let kept = all.len().checked_sub(cut);
    let up = kept.and_then(|at| all.as_bytes().get(at)).is_some_and(|digit| *digit >= b'5');
    let head = all.get(..kept.unwrap_or(0)).unwrap_or_default();
    let head = if head.is_empty() { Some(0) } else { head.parse::<u64>().ok() };
    Some(head.and_then(|head| head.checked_add(u64::from(up))))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn what_is_no_measured_number_is_said() {
        assert_eq!(micros("NaN"), Err("NaN is no number; leave the point out".to_owned()));
        assert_eq!(micros("-3"), Err("-3 is below 0, which no metric is".to_owned()));
        assert_eq!(micros("1e30"), Err("1e30 is too large".to_owned()));
        for wrong in ["", ".", "1,5", "0x10", "1e", "--1", "1 000", "1e999999999999"] {
            assert!(micros(wrong).is_err(), "{wrong}");
        }
    }
}
