//! Windows of time and ranges of addresses as people write them.

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// The shortest window there is, in minutes (BAK-02).
const SHORTEST: u32 = 30;

/// A window as AWS writes it; `None` where a text is none.
pub(super) fn window(text: &str) -> Option<String> {
    let text = text.to_ascii_lowercase().replace(['\u{2013}', '\u{2014}'], "-").replace(" to ", "-");
    let (from, to) = match text.split_once('-') {
        Some((from, to)) => (moment(from)?, Some(moment(to)?)),
        None => (moment(&text)?, None),
    };
    let to = to.unwrap_or((from.0, (from.1 + SHORTEST) % 1440));
    let written = |day: Option<&str>, minutes: u32| {
        let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
        day.map_or_else(|| time.clone(), |day| format!("{day}:{time}"))
    };
    Some(format!("{}-{}", written(from.0, from.1), written(to.0.or(from.0), to.1)))
}

/// A day, if one is said, and the minutes after midnight.
fn moment(text: &str) -> Option<(Option<&'static str>, u32)> {
    let text = text.trim();
    let word: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    let day = match word.get(..3) {
        Some(start) => Some(*DAYS.iter().find(|day| **day == start)?),
        None if word.is_empty() => None,
        None => return None,
    };
    let time = text.get(word.len()..)?.trim_start_matches([':', ' ', ',', '.']);
    let (hour, minute) = match time.split_once([':', '.', 'h']) {
        Some((hour, minute)) => (hour, if minute.is_empty() { "0" } else { minute }),
        None if time.len() == 4 => time.split_at_checked(2)?,
        None => (time, "0"),
    };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2 && !text.starts_with('+'));
    let (hour, minute) = (number(hour)?, number(minute)?);
    (hour <= 24 && minute < 60).then(|| (day, (hour % 24) * 60 + minute))
}

/// A range of IPv4 addresses with what it lacks: the length of a VPC's prefix is 16 to 28 (NET-09).
pub(super) fn cidr(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let text = text.replace(',', ".");
    let (address, prefix) = text.split_once('/').unwrap_or((&text, "16"));
    let parts: Vec<u32> = address.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let prefix = prefix.parse::<u32>().ok()?.clamp(0, 28);
    let whole = parts.len() == 4 && parts.iter().all(|part| *part <= 255);
    let address: Vec<String> = parts.iter().map(ToString::to_string).collect();
    whole.then(|| format!("{}/{prefix}", address.join(".")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_are_written_out() {
        for (text, meant) in [
            ("3:00-4:00", "03:00-04:00"),
            ("03:00 \u{2013} 04:00", "03:00-04:00"),
            ("0300-0430", "03:00-04:30"),
            ("3-4", "03:00-04:00"),
            ("3:00", "03:00-03:30"),
            ("24:00-01:00", "00:00-01:00"),
            ("sunday 04:00-05:00", "sun:04:00-sun:05:00"),
            ("Sun:04:00 to mon:05:00", "sun:04:00-mon:05:00"),
        ] {
            assert_eq!(window(text).as_deref(), Some(meant), "{text}");
        }
        for text in ["", "abc", "25:00-26:00", "3:60-4:00", "someday:04:00-05:00", "-", "1-2-3"] {
            assert_eq!(window(text), None, "{text}");
        }
    }

    #[test]
    fn a_range_gets_the_length_it_lacks() {
        for (text, meant) in [
            ("10.0.0.0", "10.0.0.0/16"),
            ("010.0.0.0/16", "10.0.0.0/16"),
            ("10.0.0.0 / 16", "10.0.0.0/16"),
            ("10,0,0,0/16", "10.0.0.0/16"),
            ("10.0.0.0/40", "10.0.0.0/28"),
        ] {
            assert_eq!(cidr(text).as_deref(), Some(meant), "{text}");
        }
        for text in ["10.0.0", "10.0.0.256/16", "x", "10.0.0.0/x"] {
            assert_eq!(cidr(text), None, "{text}");
        }
    }
}
