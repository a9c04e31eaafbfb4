//! Numbers as people write them in a bill: `$0.50`, `1,024`, `0.025`.

use std::fmt;

use super::costs::Rate;
use crate::estimate::Quantity;
use crate::estimate::usd::grouped;
use crate::facts::Decimal;

/// A unit price with at least two places, or the words for none.
pub(super) struct Price(pub(super) Option<Rate>);

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(rate) = self.0 else {
            return f.write_str("an unknown price");
        };
        let (whole, places) = split(rate.usd);
        let mut end = 6;
        let mut left = places;
        while end > 2 && left % 10 == 0 {
            left /= 10;
            end -= 1;
        }
        write!(f, "${}.{left:0end$}", Whole(whole))
    }
}

/// A number with its thousands grouped.
pub(in crate::estimate) struct Count(pub(in crate::estimate) Decimal);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, places) = split(self.0);
        Whole(whole).fmt(f)?;
        let mut end = 6;
        let mut left = places;
        while end > 0 && left % 10 == 0 {
            left /= 10;
            end -= 1;
        }
        if end == 0 { Ok(()) } else { write!(f, ".{left:0end$}") }
    }
}

/// ACU-hours, grouped like a count.
pub(super) struct Amount(pub(super) Quantity);

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        match text.split_once('.') {
            Some((whole, places)) => write!(f, "{}.{places}", grouped(whole)),
            None => f.write_str(&grouped(&text)),
        }
    }
}

struct Whole(u64);

impl fmt::Display for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 1000 { self.0.fmt(f) } else { f.write_str(&grouped(&self.0.to_string())) }
    }
}

const fn split(number: Decimal) -> (u64, u64) {
    (number.as_micros() / 1_000_000, number.as_micros() % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_have_two_places_or_more() {
        let price = |text| Price(Decimal::parse(text).map(|usd| Rate { usd, provenance: None })).to_string();
        assert_eq!(price("0.5"), "$0.50");
        assert_eq!(price("0.003125"), "$0.003125");
        assert_eq!(price("1"), "$1.00");
        assert_eq!(price("1234.567"), "$1,234.567");
        assert_eq!(Price(None).to_string(), "an unknown price");
    }

    #[test]
    fn counts_are_grouped_and_end_where_they_end() {
        let count = |text| Count(Decimal::parse(text).unwrap()).to_string();
        assert_eq!(count("0"), "0");
        assert_eq!(count("0.05"), "0.05");
        assert_eq!(count("10000"), "10,000");
        assert_eq!(count("1024.5"), "1,024.5");
        let hours =
            |acu, hours| Quantity::product(Decimal::parse(acu).unwrap(), Decimal::parse(hours).unwrap());
        assert_eq!(Amount(hours("5.5", "730")).to_string(), "4,015");
        assert_eq!(Amount(hours("5.5", "200.3")).to_string(), "1,101.65");
    }
}
