//! Reads single values out of text. Every refusal names what was expected and the nearest text that would do.

use enumset::{EnumSet, EnumSetType};

use super::Word;
use super::values::{ValueError, nearest_word};
use crate::facts::regions::{REGIONS, Region};
use crate::facts::{Acu, Decimal};

/// Reads one word of a closed set.
///
/// # Errors
/// Names the set and the nearest word.
pub fn word<T: Word>(text: &str) -> Result<T, ValueError> {
    T::from_word(text)
        .ok_or_else(|| unknown(text, &T::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>()))
}

fn unknown(text: &str, all: &[&str]) -> ValueError {
    ValueError::expected(one_of(all)).nearest(nearest_word(text, all.iter().copied()).map(str::to_owned))
}

fn one_of(words: &[&str]) -> String {
    match words {
        [only] => (*only).to_owned(),
        [start @ .., last] => format!("{} or {last}", start.join(", ")),
        [] => String::new(),
    }
}

/// Reads words of a closed set, parted by commas.
///
/// # Errors
/// As [`word`] does, for the first that is none.
pub fn words<T: Word + EnumSetType>(text: &str) -> Result<EnumSet<T>, ValueError> {
    let mut words = EnumSet::new();
    for item in list(text) {
        words.insert(word(&item)?);
    }
    Ok(words)
}

/// The items of a text, parted by commas; blanks around them and empty ones are dropped.
pub fn list(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

/// The longest name of the user's own, in bytes as YAML writes them: it reads no key back that is longer than 1024.
const NAME: usize = 1000;

/// Checks the name of a tag or a parameter. What AWS thinks of it is the rules' matter.
///
/// # Errors
/// Where no file could hold it.
pub fn name(text: &str) -> Result<(), ValueError> {
    // Quotes and signs that YAML has to write by their numbers take more than they are.
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_.:/=+@ ".contains(letter);
    let width = |letter: char| if is_plain(letter) { letter.len_utf8() } else { 10 };
    if text.chars().map(width).sum::<usize>() <= NAME {
        return Ok(());
    }
    Err(ValueError::expected(format!("a name of at most {NAME} letters, fewer where it has other signs")))
}

/// Reads a Region's code.
///
/// # Errors
/// Names the nearest known Region.
pub fn region(text: &str) -> Result<&'static Region, ValueError> {
    Region::find(text).ok_or_else(|| {
        let nearest = nearest_word(text, REGIONS.iter().map(|region| region.code)).map(str::to_owned);
        ValueError::expected("an AWS Region such as us-east-1").nearest(nearest)
    })
}

/// Reads a capacity on the half step.
///
/// # Errors
/// Offers the next half step up.
pub fn acu(text: &str) -> Result<Acu, ValueError> {
    Acu::parse(text).ok_or_else(|| {
        // ACU-04: no version goes further.
        let nearest =
            Decimal::parse(text).map(|amount| Acu::at_least(amount).min(Acu::whole(256)).to_string());
        ValueError::expected("ACUs in steps of 0.5").nearest(nearest)
    })
}

/// Reads a number not below zero with at most six places.
///
/// # Errors
/// For anything else.
pub fn decimal(text: &str) -> Result<Decimal, ValueError> {
    Decimal::parse(text).ok_or_else(|| ValueError::expected("a number of 0 or more, with at most six places"))
}

/// Reads a budget in USD.
///
/// # Errors
/// For anything but a number above zero.
pub fn budget(text: &str) -> Result<Decimal, ValueError> {
    let error = || ValueError::expected("an amount above 0 in USD");
    Decimal::parse(text).filter(|amount| *amount > Decimal::ZERO).ok_or_else(error)
}

/// Reads a whole number not below zero.
///
/// # Errors
/// For anything else.
pub fn number(text: &str) -> Result<u32, ValueError> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or_else(|| ValueError::expected("a whole number of 0 or more"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_as_long_as_a_file_can_hold() {
        assert!(name(&"k".repeat(1000)).is_ok() && name(&"k".repeat(1001)).is_err());
        assert!(name(&"データ".repeat(100)).is_ok());
        assert!(name(&"ü".repeat(500)).is_ok() && name(&"ü".repeat(501)).is_err());
        assert!(name(&"😀".repeat(100)).is_ok() && name(&"\u{1}".repeat(101)).is_err());
    }
}
