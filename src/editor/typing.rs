//! What a text comes to that somebody types into a setting: a value, or why it is none and which one may be meant.
//!
//! People write numbers as they are used to, and paste them with what stood around them. None of that is taken for a
//! value unasked, because `1.000` and `1,5` mean different numbers to different people; all of it is read, and offered.

mod numbers;
mod windows;

use crate::design::{Control, Design, Edit, Field, Group, Kind, ValueError};
use crate::facts::{Acu, Decimal};

use super::settings::bounds;

/// How much of a text a sentence repeats, in letters.
const SHOWN: usize = 40;

/// The design with what was typed.
///
/// # Errors
/// Where the text is no value of the setting; then with the value nearest to what was meant, if there is one that the
/// setting takes.
pub fn typed(field: &Field, text: &str, design: &Design) -> Result<Design, ValueError> {
    let error = match outside(field, text, design) {
        Some(error) => error,
        None => match design.with(&Edit::set(field.clone(), text)) {
            Ok(next) => return Ok(next),
            Err(error) => error,
        },
    };
    let nearest = offer(field, text, design).or_else(|| error.nearest.clone());
    Err(error.nearest(nearest))
}

/// What no rule looks at, because only a person at a field writes it: an id that no Terraform could name, a day of more
/// than 24 hours.
fn outside(field: &Field, text: &str, design: &Design) -> Option<ValueError> {
    match field {
        Field::ClusterId | Field::ProxyId | Field::GlobalId => (!is_id(text)).then(|| {
            ValueError::expected("1 to 63 letters, digits, - and _, starting with a letter")
                .nearest(id_of(text))
        }),
        Field::IdleHoursPerDay => {
            let (_, most) = bounds(field, design)?;
            Decimal::parse(text)
                .filter(|hours| *hours > most)
                .map(|_| ValueError::expected(format!("at most {most} hours")))
        }
        _ => None,
    }
}

fn is_id(text: &str) -> bool {
    let sign = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && text.len() <= 63
        && text.chars().all(sign)
}

fn id_of(text: &str) -> Option<String> {
    let signs =
        text.chars().map(|letter| if letter.is_ascii_alphanumeric() || letter == '_' { letter } else { '-' });
    let id: String = signs.skip_while(|letter| !letter.is_ascii_alphabetic()).take(63).collect();
    let id = id.trim_end_matches('-').to_owned();
    is_id(&id).then_some(id)
}

/// The value that a text means which is none, as far as the setting takes it.
fn offer(field: &Field, text: &str, design: &Design) -> Option<String> {
    let takes = |text: &str| {
        outside(field, text, design).is_none() && design.with(&Edit::set(field.clone(), text)).is_ok()
    };
    let plain = numbers::bare(text);
    if plain.is_empty() {
        return None;
    }
    if plain != text && takes(plain) {
        return Some(plain.to_owned());
    }
    if is_number(field) {
        let meant = numbers::loosely(text)?;
        let (least, most) = limits(field, design);
        let amount = match (meant.negative, field) {
            (false, _) => meant.amount.clamp(least, most),
            // No budget is below nothing, and the least above it is none that anybody means.
            (true, Field::Budget) => meant.amount,
            (true, _) => least,
        };
        // Off the step of the setting, the next one up.
        let steps = [amount, half_up(amount), whole_up(amount)];
        return steps.into_iter().map(|step| step.to_string()).find(|text| takes(text));
    }
    let written = match field {
        Field::BackupWindow | Field::MaintenanceWindow => windows::window(plain),
        Field::Cidr(_) => windows::cidr(plain),
        _ => None,
    };
    written.filter(|text| takes(text))
}

/// The least and the most that is offered, also where nobody draws a line: no instance is larger than 256 ACU (ACU-04), and
/// no number is read beyond 13 digits.
fn limits(field: &Field, design: &Design) -> (Decimal, Decimal) {
    let most = if field.unit() == "ACU" { 256 } else { 9_999_999_999_999 };
    bounds(field, design).unwrap_or((Decimal::ZERO, Decimal::whole(most)))
}

fn half_up(amount: Decimal) -> Decimal {
    Acu::at_least(amount).as_decimal()
}

fn whole_up(amount: Decimal) -> Decimal {
    Decimal::whole(amount.as_micros().div_ceil(1_000_000))
}

/// Whether the setting is a number that is typed.
pub fn is_number(field: &Field) -> bool {
    field.control() == Control::Number && matches!(field.row().kind(), Kind::Whole | Kind::Exact)
}

/// Why a text is not used, and what is used in its place: `0.3 is below the minimum of 0.5. The bill still uses 2.`
pub fn refused(field: &Field, text: &str, error: &ValueError, design: &Design) -> String {
    let why = if is_number(field) { why_no_number(field, text, design) } else { None };
    let why = why.unwrap_or_else(|| format!("{} is not used: {}.", quoted(text), error.expected_sentence()));
    format!("{why} {}", kept(field, design))
}

fn why_no_number(field: &Field, text: &str, design: &Design) -> Option<String> {
    let meant = numbers::loosely(text)?;
    let plain = Decimal::parse(text).is_some();
    let (least, most) = limits(field, design);
    let below = |least: Decimal| format!("is below the minimum of {least}.");
    let half = Acu::HALF.as_decimal();
    let outside = if meant.negative || meant.amount < least {
        Some(below(least))
    } else if meant.amount > most {
        Some(format!("is above the maximum of {most}."))
    } else if field.unit() == "ACU" && meant.amount > Decimal::ZERO && meant.amount < half {
        // ACU-03: what does not pause runs on half an ACU at least.
        Some(below(half))
    } else {
        None
    };
    let said = quoted(text);
    match outside {
        Some(outside) if plain => Some(format!("{} {outside}", brief(text))),
        Some(outside) if meant.negative => Some(format!("{said} {outside}")),
        Some(outside) => Some(format!("{said} reads as {}, which {outside}", meant.amount)),
        None if plain => None,
        None => Some(format!("{said} is not used: numbers stand here as {}.", meant.amount)),
    }
}

/// What is used while what was typed is not.
fn kept(field: &Field, design: &Design) -> String {
    let own = field.text(design);
    let billed = matches!(field.group(), Group::Capacity | Group::Usage) && !own.is_empty();
    let own = if own.is_empty() { "none".to_owned() } else { brief(&own) };
    if billed { format!("The bill still uses {own}.") } else { format!("The design still has {own}.") }
}

/// A value that was taken although it may not be meant: `1.000` is one here, and a thousand elsewhere. What it was read
/// as, and the other number where the setting takes it.
pub fn doubtful(field: &Field, text: &str, design: &Design) -> Option<(String, String)> {
    if !is_number(field) || matches!(field, Field::Price(_)) {
        return None;
    }
    let (whole, places) = text.split_once('.')?;
    let grouped = !whole.starts_with('0') && whole.len() <= 3 && places.len() == 3;
    let other = format!("{whole}{places}");
    let (read, amount) = (Decimal::parse(text)?, Decimal::parse(&other)?);
    let most = bounds(field, design).map_or(amount, |(_, most)| most);
    (grouped && amount <= most && typed(field, &other, design).is_ok())
        .then(|| (format!("Read as {read}."), other))
}

/// A text as a sentence repeats it: in quotation marks.
pub fn quoted(text: &str) -> String {
    format!("\u{201c}{}\u{201d}", brief(text))
}

/// As much of a text as a sentence has room for, without what would break or turn the line.
fn brief(text: &str) -> String {
    let visible = |letter: char| if numbers::is_unseen(letter) && letter != ' ' { '\u{b7}' } else { letter };
    let mut letters = text.chars().map(visible);
    let start: String = letters.by_ref().take(SHOWN).collect();
    if letters.next().is_some() { format!("{start}\u{2026}") } else { start }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Member;

    fn said(field: &Field, text: &str) -> (String, Option<String>) {
        let design = Design::default();
        let error = typed(field, text, &design).expect_err(text);
        (refused(field, text, &error, &design), error.nearest)
    }

    fn offered(field: &Field, text: &str) -> Option<String> {
        said(field, text).1
    }

    #[test]
    fn a_capacity_below_the_least_says_so_in_the_words_of_the_guide() {
        let (why, nearest) = said(&Field::MinCapacity, "0.3");
        assert_eq!(why, "0.3 is below the minimum of 0.5. The bill still uses 2.");
        assert_eq!(nearest.as_deref(), Some("0.5"));
        let (why, nearest) = said(&Field::MaxCapacity, "32.3");
        assert_eq!(
            why,
            "\u{201c}32.3\u{201d} is not used: expected ACUs in steps of 0.5. The bill still uses 16."
        );
        assert_eq!(nearest.as_deref(), Some("32.5"));
    }

    #[test]
    fn the_nearest_is_never_beyond_what_aws_takes() {
        let (why, nearest) = said(&Field::MinCapacity, "999999999999");
        assert_eq!(why, "999999999999 is above the maximum of 256. The bill still uses 2.");
        assert_eq!(nearest.as_deref(), Some("256"));
        assert_eq!(offered(&Field::Port, "99999999999").as_deref(), Some("65535"));
        assert_eq!(offered(&Field::Port, "-5").as_deref(), Some("1150"));
        assert_eq!(offered(&Field::IdleHoursPerDay, "999999999999").as_deref(), Some("24"));
        assert_eq!(offered(&Field::StorageGb, "99999999999999999999").as_deref(), Some("262144"));
        assert_eq!(offered(&Field::LoadBase, "999999999999").as_deref(), Some("256"));
        let (why, nearest) = said(&Field::SecretCalls, "1,5");
        assert_eq!(nearest.as_deref(), Some("1.5"));
        assert!(why.starts_with("\u{201c}1,5\u{201d} is not used: numbers stand here as 1.5."), "{why}");
        let (why, _) = said(&Field::IdleHoursPerDay, "30");
        assert_eq!(why, "30 is above the maximum of 24. The design still has none.");
    }

    #[test]
    fn a_number_is_read_as_people_write_it_and_offered() {
        for (text, meant) in [
            (" 8 ", "8"),
            ("\u{a0}8\t", "8"),
            ("1,5", "1.5"),
            ("1e2", "100"),
            ("1 00", "100"),
            ("+4", "4"),
            ("8 ACU", "8"),
            ("-4", "1"),
        ] {
            assert_eq!(offered(&Field::MaxCapacity, text).as_deref(), Some(meant), "{text}");
        }
        for (text, meant) in [
            ("12,500", "12500"),
            ("1 000", "1000"),
            ("1e3", "1000"),
            ("1'000", "1000"),
            ("1.000.000", "262144"),
            ("1,234.5", "1234.5"),
            ("1.234,5", "1234.5"),
        ] {
            assert_eq!(offered(&Field::StorageGb, text).as_deref(), Some(meant), "{text}");
        }
        assert_eq!(
            said(&Field::MaxCapacity, "1,000").0,
            "\u{201c}1,000\u{201d} reads as 1000, which is above the maximum of 256. The bill still uses 16."
        );
        assert_eq!(offered(&Field::BackupRetention, "1,5").as_deref(), Some("2"));
        assert_eq!(offered(&Field::Budget, "-5").as_deref(), Some("5"));
        for text in ["   ", "abc", "e", ",", "\u{200d}", "17.7\"\n}", "--1"] {
            let nearest = offered(&Field::StorageGb, text);
            assert!(nearest.is_none_or(|nearest| nearest == "17.7"), "{text:?}");
        }
    }

    #[test]
    fn what_is_offered_is_always_taken() {
        let texts = [
            " 8 ",
            "1,5",
            "1 000",
            "1,000",
            "1e3",
            "1.000",
            "-5",
            "0.3",
            "999999999999",
            "abc",
            "<b>",
            "",
            "1e30",
            "3:00-4:00",
            "10.0.0.0",
            "\u{ff18}",
        ];
        let design = Design::default();
        for field in Field::every(&design).into_iter().filter(|field| field.is_there(&design)) {
            for text in texts {
                if let Err(ValueError { nearest: Some(nearest), .. }) = typed(&field, text, &design) {
                    assert!(typed(&field, &nearest, &design).is_ok(), "{field:?} {text} {nearest}");
                }
            }
        }
    }

    #[test]
    fn windows_and_ranges_are_offered_as_aws_writes_them() {
        assert_eq!(offered(&Field::BackupWindow, "3:00 - 4:00").as_deref(), Some("03:00-04:00"));
        assert_eq!(offered(&Field::BackupWindow, "abc"), None);
        assert_eq!(
            offered(&Field::MaintenanceWindow, "Sunday 4:00-5:30").as_deref(),
            Some("sun:04:00-sun:05:30")
        );
        let cidr = Field::Cidr(Member::Primary);
        assert_eq!(offered(&cidr, " 10.0.0.0/16").as_deref(), Some("10.0.0.0/16"));
        assert_eq!(offered(&cidr, "10.1.0.0").as_deref(), Some("10.1.0.0/16"));
        assert_eq!(offered(&cidr, "10.1.0.0/33").as_deref(), Some("10.1.0.0/28"));
    }

    #[test]
    fn an_id_is_one_that_a_file_can_name() {
        let design = Design::default();
        for (text, meant) in [("", None), ("<b>", Some("b")), ("my cluster", Some("my-cluster")), ("7", None)]
        {
            assert_eq!(offered(&Field::ClusterId, text).as_deref(), meant, "{text}");
        }
        assert!(typed(&Field::ClusterId, "aurora_main-2", &design).is_ok());
    }

    #[test]
    fn a_thousand_with_a_point_is_said_to_be_read_as_one() {
        let design = Design::default();
        let said = |text| doubtful(&Field::StorageGb, text, &design);
        assert_eq!(said("1.000"), Some(("Read as 1.".to_owned(), "1000".to_owned())));
        assert_eq!(said("12.500"), Some(("Read as 12.5.".to_owned(), "12500".to_owned())));
        for text in ["1", "1.5", "0.125", "1.0", "1.00", "x.000"] {
            assert_eq!(said(text), None, "{text}");
        }
        assert_eq!(doubtful(&Field::MaxCapacity, "1.000", &design), None);
    }

    #[test]
    fn a_sentence_repeats_no_more_than_it_has_room_for() {
        let long = "x".repeat(300);
        assert!(said(&Field::Port, &long).0.chars().count() < 160);
        assert_eq!(quoted("a\u{200d}\nb"), "\u{201c}a\u{b7}\u{b7}b\u{201d}");
    }
}
