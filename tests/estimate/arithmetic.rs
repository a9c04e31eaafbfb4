//! Reckons a line's typical month from its factors, as a person with a pocket calculator does.

use aurora_designer::estimate::{Arithmetic, Charge, Line};
use aurora_designer::facts::Decimal;

fn number(decimal: Decimal) -> f64 {
    decimal.to_string().parse().unwrap()
}

fn usd(charge: Charge) -> Option<f64> {
    charge.usd.map(number)
}

/// USD a month; `None` where a factor is unknown.
pub(crate) fn value(line: &Line) -> Option<f64> {
    let price = |charge: Option<Charge>| charge.and_then(usd);
    Some(match line.arithmetic {
        Arithmetic::Acus { each, acu, hours, price: per_hour, percent, as_writer: _ } => {
            let share = percent.map_or(1.0, |percent| number(percent) / 100.0);
            f64::from(each.unwrap_or(1)) * number(acu) * number(hours) * price(per_hour)? * share
        }
        Arithmetic::AcuHours { hours, price: per_hour } => {
            hours.to_string().parse::<f64>().unwrap() * price(per_hour)?
        }
        Arithmetic::AtLeast { floor, acu, hours, price } => {
            number(floor).max(number(acu)) * number(hours) * usd(price)?
        }
        Arithmetic::Zones { zones, hours, price } => f64::from(zones) * number(hours) * usd(price)?,
        Arithmetic::Of { amount, unit, price: each } => {
            assert_eq!(unit, line.unit(), "{line:?}");
            number(amount) * price(each)?
        }
        Arithmetic::Free { .. } => 0.0,
        Arithmetic::Backup { automated, free, manual, price } => {
            let beyond = free.map_or(0.0, |free| (number(automated) - number(free)).max(0.0));
            (beyond + number(manual)) * usd(price)?
        }
        Arithmetic::Backtrack { .. } => return None,
        Arithmetic::Secret { month, calls, per_10_000 } => {
            usd(month)? + number(calls) * usd(per_10_000)? / 10_000.0
        }
        Arithmetic::Logs { gb, comes_in, kept, days } => {
            number(gb) * (usd(comes_in)? + usd(kept)? * f64::from(days) / 30.0)
        }
    })
}
