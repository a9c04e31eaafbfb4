//! Values that cannot hold nonsense of their own: zones, windows, CIDR blocks, keys. What AWS thinks of them in
//! context is a rule's matter.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a text is not a value: what was expected, and the nearest thing that would be one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ValueError {
    /// `a multiple of 0.5 ACU`.
    pub expected: String,
    /// The nearest legal text, where there is one.
    pub nearest: Option<String>,
}

impl ValueError {
    /// Expected this, without a suggestion.
    pub fn expected(what: impl Into<String>) -> Self {
        Self { expected: what.into(), nearest: None }
    }

    /// What was expected, as the end of a sentence.
    pub fn expected_sentence(&self) -> String {
        format!("expected {}", self.expected)
    }

    /// With the nearest legal text.
    #[must_use]
    pub fn nearest(mut self, text: Option<String>) -> Self {
        self.nearest = text;
        self
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.expected_sentence())?;
        match &self.nearest {
            Some(nearest) => write!(f, "; the nearest is {nearest}"),
            None => Ok(()),
        }
    }
}

/// The known word nearest to what was typed, if any is near enough to be meant.
pub fn nearest_word<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_ascii_lowercase();
    let limit = typed.chars().count().min(40) / 3 + 1;
    known
        .into_iter()
        .map(|word| (edits(&typed, &word.to_ascii_lowercase()), word))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// Letters to insert, drop or change to make one word of the other; words over 64 letters are never near.
fn edits(from: &str, to: &str) -> usize {
    if from.chars().count() > 64 || to.chars().count() > 64 {
        usize::MAX
    } else {
        strsim::levenshtein(from, to)
    }
}

/// The letter of an Availability Zone, `a` to `z` (REG-05).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Zone(u8);

impl Zone {
    /// The first zone of most Regions.
    pub const A: Self = Self(b'a');

    /// Reads one lower-case letter.
    ///
    /// # Errors
    /// For anything but one letter.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        if let [letter @ b'a'..=b'z'] = text.as_bytes() {
            return Ok(Self(*letter));
        }
        let last = text.chars().last().map(|letter| letter.to_ascii_lowercase());
        let nearest = last.filter(char::is_ascii_lowercase).map(String::from);
        Err(ValueError::expected("a zone letter such as a").nearest(nearest))
    }

    /// The zones of a text of letters, `abc`.
    pub fn all(letters: &str) -> impl Iterator<Item = Self> {
        letters.bytes().map(Self)
    }

    /// The letter.
    pub const fn letter(self) -> char {
        self.0 as char
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.letter())
    }
}

/// A time of day in UTC, in minutes after midnight.
fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute) = (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A daily window in UTC, `03:00-04:00`; it may wrap midnight (BAK-02).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct DailyWindow {
    /// Minutes after midnight at which it opens.
    pub start: u16,
    /// Minutes after midnight at which it closes.
    pub end: u16,
}

impl DailyWindow {
    /// Reads `hh:mm-hh:mm`.
    ///
    /// # Errors
    /// For anything else.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        text.split_once('-')
            .and_then(|(start, end)| Some(Self { start: minutes(start)?, end: minutes(end)? }))
            .ok_or_else(|| ValueError::expected("a window such as 03:00-04:00, in UTC"))
    }

    /// Its length in minutes, 0 to 1439.
    pub const fn minutes(self) -> u16 {
        (self.end + 1440 - self.start) % 1440
    }
}

impl fmt::Display for DailyWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", clock(self.start), clock(self.end))
    }
}

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WEEK: u16 = 7 * 1440;

/// A weekly window in UTC, `sun:04:00-sun:05:00`; it may wrap the week (BAK-03).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct WeeklyWindow {
    /// Minutes after Monday midnight at which it opens.
    pub start: u16,
    /// Minutes after Monday midnight at which it closes.
    pub end: u16,
}

impl WeeklyWindow {
    /// Reads `ddd:hh:mm-ddd:hh:mm`, the days in any case: AWS prints `Sun`, Terraform keeps `sun`.
    ///
    /// # Errors
    /// For anything else.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let read = |text: &str| {
            let (day, time) = text.split_once(':')?;
            let day = DAYS.iter().position(|known| known.eq_ignore_ascii_case(day))?;
            Some(u16::try_from(day).ok()? * 1440 + minutes(time)?)
        };
        text.split_once('-')
            .and_then(|(start, end)| Some(Self { start: read(start)?, end: read(end)? }))
            .ok_or_else(|| ValueError::expected("a window such as sun:04:00-sun:05:00, in UTC"))
    }

    /// Its length in minutes, 0 to 10079.
    pub const fn minutes(self) -> u16 {
        (self.end + WEEK - self.start) % WEEK
    }
}

impl fmt::Display for WeeklyWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |at: u16| DAYS.get(usize::from(at / 1440)).copied().unwrap_or("mon");
        let (from, to) = (clock(self.start % 1440), clock(self.end % 1440));
        write!(f, "{}:{from}-{}:{to}", day(self.start), day(self.end))
    }
}

/// An IPv4 CIDR block; host bits are kept as typed, a rule reports them (NET-09).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Cidr {
    /// The address, most significant byte first.
    pub address: u32,
    /// Length of the prefix, 0 to 32.
    pub prefix: u8,
}

impl Cidr {
    /// The spec's default, `10.0.0.0/16`.
    pub const DEFAULT: Self = Self { address: 0x0a00_0000, prefix: 16 };

    /// Reads `10.0.0.0/16`.
    ///
    /// # Errors
    /// For anything that is no IPv4 range.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        Self::read(text).ok_or_else(|| ValueError::expected("an IPv4 range such as 10.0.0.0/16"))
    }

    fn read(text: &str) -> Option<Self> {
        let plain = |part: &str| {
            let digits =
                !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
            digits && (part == "0" || !part.starts_with('0'))
        };
        let (address, prefix) = text.split_once('/')?;
        let parts: Vec<&str> = address.split('.').collect();
        if parts.len() != 4 || !parts.iter().all(|part| plain(part)) || !plain(prefix) {
            return None;
        }
        let mut bits = 0u32;
        for part in parts {
            bits = bits << 8 | u32::from(part.parse::<u8>().ok()?);
        }
        let prefix = prefix.parse::<u8>().ok().filter(|prefix| *prefix <= 32)?;
        Some(Self { address: bits, prefix })
    }

    /// First and last address of the block.
    pub fn range(self) -> (u32, u32) {
        let host = u32::MAX.checked_shr(u32::from(self.prefix)).unwrap_or(0);
        (self.address & !host, self.address | host)
    }

    /// Whether the two blocks share an address.
    pub fn overlaps(self, other: Self) -> bool {
        let ((start, end), (from, to)) = (self.range(), other.range());
        start <= to && from <= end
    }

    /// The `nth` /16 after this block, wrapping inside the IPv4 space.
    #[must_use]
    pub fn next_16(self, nth: u32) -> Self {
        let next = self.range().1.wrapping_add(1).wrapping_add(0x1_0000 * nth) & 0xffff_0000;
        Self { address: next, prefix: 16 }
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", std::net::Ipv4Addr::from(self.address), self.prefix)
    }
}

/// Which KMS key encrypts (BAK-09).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum KmsKey {
    /// A key the export makes.
    Create,
    /// `aws/rds`.
    AwsManaged,
    /// An ARN, as typed (REF-03).
    Arn(String),
}

impl KmsKey {
    /// Reads `create`, `aws_managed` or an ARN; whether the ARN is right is a rule's matter.
    ///
    /// # Errors
    /// For anything else.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        match text {
            "create" => Ok(Self::Create),
            "aws_managed" => Ok(Self::AwsManaged),
            _ if text.starts_with("arn:") => Ok(Self::Arn(text.to_owned())),
            _ => {
                let nearest = nearest_word(text, ["create", "aws_managed"]).map(str::to_owned);
                Err(ValueError::expected("create, aws_managed or the ARN of a key").nearest(nearest))
            }
        }
    }
}

impl fmt::Display for KmsKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Create => "create",
            Self::AwsManaged => "aws_managed",
            Self::Arn(arn) => arn,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_the_one_that_was_meant() {
        assert_eq!(nearest_word("min_capcity", ["min_capacity", "max_capacity"]), Some("min_capacity"));
        assert_eq!(
            nearest_word("aurora-postgres", ["aurora-postgresql", "aurora-mysql"]),
            Some("aurora-postgresql")
        );
        assert_eq!(nearest_word("zebra", ["min_capacity"]), None);
    }

    #[test]
    fn windows_print_as_they_read() {
        assert_eq!(
            DailyWindow::parse("23:30-00:30").map(|w| (w.minutes(), w.to_string())),
            Ok((60, "23:30-00:30".to_owned()))
        );
        assert_eq!(
            WeeklyWindow::parse("sun:23:30-mon:00:30").map(|w| (w.minutes(), w.to_string())),
            Ok((60, "sun:23:30-mon:00:30".to_owned()))
        );
        for wrong in ["3:00-04:00", "03:00", "24:00-01:00", "03:00-04:60", "03:00-04:00-05:00"] {
            assert!(DailyWindow::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(
            WeeklyWindow::parse("Sun:04:00-SUN:05:00").map(|it| it.to_string()),
            Ok("sun:04:00-sun:05:00".to_owned())
        );
        assert!(WeeklyWindow::parse("Sunday:04:00-Sunday:05:00").is_err());
    }

    #[test]
    fn a_cidr_keeps_what_was_typed() {
        let block = Cidr::parse("10.0.0.5/16").unwrap();
        assert_eq!(block.to_string(), "10.0.0.5/16");
        assert_eq!(block.range(), (0x0a00_0000, 0x0a00_ffff));
        assert_eq!(Cidr::DEFAULT.next_16(0).to_string(), "10.1.0.0/16");
        for wrong in ["10.0.0/16", "10.0.0.0", "10.0.0.256/16", "10.0.0.0/33", "010.0.0.0/16"] {
            assert!(Cidr::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_zone_is_one_letter() {
        assert_eq!(Zone::parse("c").map(Zone::letter), Ok('c'));
        assert_eq!(Zone::parse("us-east-1a").unwrap_err().nearest, Some("a".to_owned()));
        assert!(Zone::parse("").is_err());
    }
}
