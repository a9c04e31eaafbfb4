//! What a page says of a bill beside its figures: changes with their sign, flags, sentences.

use crate::design::{Design, StorageType};
use crate::estimate::alternatives::{Class, Fit, Provisioned, SavingsPlan, StorageTypes, average};
use crate::estimate::budget::Fits;
use crate::estimate::regions::InRegion;
use crate::estimate::{Arithmetic, Bill, Line, LineKey, Month, Total, Usd, grouped};
use crate::facts::prices::{Confidence, OLD_AFTER_DAYS, Provenance, SOURCES, age_in_days};
use crate::facts::regions::Region;
use crate::facts::{Day, Decimal};

/// A month as the head of its column: `Idle`.
pub const fn month_name(month: Month) -> &'static str {
    match month {
        Month::Idle => "Idle",
        Month::Typical => "Typical",
        Month::Ceiling => "Ceiling",
    }
}

/// A difference with its sign: `+$197.40`; `None` where it rounds to nothing.
pub fn signed(change: Usd) -> Option<String> {
    match change.cents() {
        0 => None,
        cents if cents > 0 => Some(format!("+{change}")),
        _ => Some(change.to_string().replacen('-', "\u{2212}", 1)),
    }
}

/// How the typical month differs from that of another bill: `+$197.40`; `None` where it does not.
pub fn since(now: &Bill, then: &Bill) -> Option<String> {
    signed(now.total(Month::Typical).usd.minus(then.total(Month::Typical).usd))
}

/// How a line's typical month differs from another bill's line of the same key: `new`, `removed`, `+$197.40`; `None`
/// where it does not, or an amount is unknown.
pub fn line_since(now: Option<&Line>, then: Option<&Line>) -> Option<String> {
    match (now, then) {
        (Some(_), None) => Some("new".to_owned()),
        (None, Some(_)) => Some("removed".to_owned()),
        (Some(now), Some(then)) => signed(now.monthly?.typical.minus(then.monthly?.typical)),
        (None, None) => None,
    }
}

/// Every line of a bill, then those that only the other has, each list in its bill's order.
pub fn keys(now: &Bill, then: &Bill) -> Vec<LineKey> {
    let gone = then.lines.iter().map(Line::key).filter(|key| now.line(*key).is_none());
    now.lines.iter().map(Line::key).chain(gone).collect()
}

/// What the figures are: `Per month`, or the least that it is.
pub const fn lead(total: Total) -> &'static str {
    if total.complete { "Per month" } else { "Per month, at least" }
}

/// How many prices are unknown, as words; `None` where all are known.
pub fn unknown_words(bill: &Bill) -> Option<String> {
    match bill.unknown() {
        0 => None,
        1 => Some("1 price unknown".to_owned()),
        many => Some(format!("{many} prices unknown")),
    }
}

/// Of which day the prices are, and how long ago where they are old.
pub fn prices_words(bill: &Bill, today: Day) -> String {
    let days = age_in_days(today);
    let age = if days > OLD_AFTER_DAYS { format!(", {days} days ago") } else { String::new() };
    format!("Prices of {}{age}", day_words(bill.price_date))
}

/// What the figures rest on, under the lines.
pub fn basis(bill: &Bill) -> String {
    format!(
        "730 hours, on-demand rates of {}, without account-wide free tiers, support and taxes.",
        bill.region
    )
}

/// `1 October 2026`.
pub fn day_words(day: Day) -> String {
    let month = match day.month() {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    };
    format!("{} {month} {}", day.day_of_month(), day.year())
}

/// The flag of a line whose price is not read from AWS' own list.
pub fn price_flag(line: &Line) -> Option<&'static str> {
    match line.provenance?.confidence {
        Confidence::Confirmed => None,
        Confidence::Derived => Some("derived price"),
        Confidence::Unconfirmed => Some("unconfirmed price"),
    }
}

/// What one unit of a line costs, how well that is known and since when.
pub fn price_sentence(line: &Line) -> String {
    let unit = line.unit();
    if let Arithmetic::Free { .. } = line.arithmetic {
        return "Nothing is charged on I/O-Optimized.".to_owned();
    }
    match (line.unit_price, line.provenance) {
        (None, _) => format!("The price of one {unit} is unknown here."),
        (Some(price), None) => format!("${price} per {unit}: your own price."),
        (Some(price), Some(it)) => {
            format!("${price} per {unit}, {}, as of {}.", it.confidence.word(), it.as_of)
        }
    }
}

/// The sources of a price, each with its title and date.
pub fn sources(provenance: &Provenance) -> Vec<String> {
    let named = provenance.sources.split_whitespace();
    let source = |id: &str| {
        let found = SOURCES.iter().find(|source| source.id == id);
        found.map_or_else(|| id.to_owned(), |it| format!("{id}: {} ({}).", it.title, it.date))
    };
    named.map(source).collect()
}

/// What is unknown of a design in another Region; `None` where every price is known.
pub fn unknown_there(it: &InRegion) -> Option<String> {
    match it.unknown.as_slice() {
        [] => None,
        [one] => Some(format!("unknown: {one}")),
        many => Some(format!("{} prices unknown", many.len())),
    }
}

/// How the typical month in another Region differs from the design's own.
pub fn against_here(it: &InRegion, here: Usd) -> String {
    let least = if it.months.typical.complete { "" } else { "at least " };
    let change = signed(it.months.typical.usd.minus(here)).unwrap_or_else(|| "same".to_owned());
    format!("{least}{change}")
}

/// What is said once the design has moved to another Region.
pub fn moved(design: &Design, to: &Region) -> String {
    let own = if design.prices.is_empty() { "" } else { ", at its list prices" };
    format!("Moved the design to {}{own}", to.code)
}

/// How a month stands to a budget: `$12.00 left`, `$3.50 over the budget`.
pub fn against_budget(total: Total, cap: Usd) -> String {
    let over = total.usd.minus(cap);
    if over.cents() > 0 {
        format!("{over} over the budget")
    } else {
        format!("{} left", cap.minus(total.usd))
    }
}

/// A share of the whole in tenths of a percent, not below zero.
pub fn tenths_of_percent(part: Usd, whole: Usd) -> i128 {
    part.cents().max(0).saturating_mul(1000) / whole.cents().max(1)
}

/// `Writer alone`, `2 readers`.
pub fn readers_words(it: Fits) -> String {
    match it.readers {
        0 => "Writer alone".to_owned(),
        1 => "1 reader".to_owned(),
        many => format!("{many} readers"),
    }
}

/// An amount, or the least that it is.
pub fn at_least(usd: Usd, complete: bool) -> String {
    if complete { usd.to_string() } else { format!("at least {usd}") }
}

/// A storage type as people call it.
pub const fn storage_name(storage_type: StorageType) -> &'static str {
    match storage_type {
        StorageType::Aurora => "Aurora Standard",
        StorageType::AuroraIopt1 => "Aurora I/O-Optimized",
    }
}

/// The storage type that is not that one.
pub const fn other_storage(storage_type: StorageType) -> StorageType {
    match storage_type {
        StorageType::Aurora => StorageType::AuroraIopt1,
        StorageType::AuroraIopt1 => StorageType::Aurora,
    }
}

/// The design's month on its own storage type and on the other.
pub fn storage_sentence(types: &StorageTypes, own: StorageType) -> String {
    format!(
        "At {} million requests a typical month costs {} on {} and {} on {}.",
        grouped(&types.own.x.to_string()),
        at_least(types.own.usd, types.complete),
        storage_name(own),
        at_least(types.other, types.complete),
        storage_name(other_storage(own)),
    )
}

/// What serverless costs, before the classes that would take its place.
pub fn serverless_sentence(all: &Provisioned) -> String {
    format!(
        "Serverless costs {} in a typical month. Each class below takes the place of every instance of the primary.",
        at_least(all.own.usd, all.complete)
    )
}

/// What a class is large enough for.
pub const fn holds(fit: Fit) -> &'static str {
    match fit {
        Fit::Typical => "the average",
        Fit::Peak => "the maximum",
    }
}

/// Up to which average of an instance serverless costs less than a class: `3.25 ACU`, `always`, `never`.
pub fn serverless_below(all: &Provisioned, class: &Class) -> String {
    match class.break_even {
        Some(even) => format!("{} ACU", rounded_acu(average(even.x, all.instances))),
        None if all.own.usd < class.on_demand => "always".to_owned(),
        None => "never".to_owned(),
    }
}

/// An average with two places at most, rounded half up.
pub fn rounded_acu(average: Decimal) -> Decimal {
    const HUNDREDTH: u64 = 10_000;
    Decimal::from_micros(average.as_micros().saturating_add(HUNDREDTH / 2) / HUNDREDTH * HUNDREDTH)
}

/// The design's month by the list price and under a savings plan, and whose discount that is.
pub fn plan_sentences(plan: &SavingsPlan) -> [String; 2] {
    let idea = if plan.supposed {
        "The design has none; this supposes the largest discount that AWS names. Enter yours in Usage and prices."
    } else {
        "The discount is your figure."
    };
    let figures = format!(
        "At the design's average a typical month costs {} by the list price and {} under the plan, which is paid in every hour, paused or not.",
        at_least(plan.on_demand.at(plan.own.x), plan.complete),
        at_least(plan.planned.at(plan.own.x), plan.complete)
    );
    [figures, idea.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{GlobalCluster, Instance, Secondary};
    use crate::estimate::{alternatives, bill};
    use crate::facts::prices::{PRICE_DATE, PriceField};
    use crate::facts::regions::EU_WEST_1;

    fn usd(text: &str) -> Usd {
        Usd::product(Decimal::parse(text).unwrap(), &[])
    }

    #[test]
    fn a_change_has_a_sign_and_nothing_has_none() {
        assert_eq!(signed(usd("197.4")).as_deref(), Some("+$197.40"));
        assert_eq!(signed(Usd::ZERO.minus(usd("0.5"))).as_deref(), Some("\u{2212}$0.50"));
        assert_eq!(signed(usd("0.004")), None);
    }

    #[test]
    fn a_day_is_written_out() {
        assert_eq!(day_words(Day::new(2026, 10, 1)), "1 October 2026");
        assert_eq!(day_words(Day::new(2027, 12, 31)), "31 December 2027");
        let now = bill(&Design::default(), PRICE_DATE);
        assert_eq!(prices_words(&now, PRICE_DATE), "Prices of 10 October 2026");
        assert_eq!(prices_words(&now, Day::new(2027, 2, 8)), "Prices of 10 October 2026, 121 days ago");
    }

    #[test]
    fn lines_that_came_went_and_changed_are_told() {
        let small = Design::default();
        let mut large = small.clone();
        large.cluster.readers.push(Instance::in_tier(1));
        large.usage.storage_gb = Decimal::parse("200");
        let (now, then) = (bill(&large, PRICE_DATE), bill(&small, PRICE_DATE));
        let told = |now: &Bill, then: &Bill| -> Vec<String> {
            let all = keys(now, then).into_iter();
            all.filter_map(|key| line_since(now.line(key), then.line(key))).collect()
        };
        let reader = now.lines.iter().filter_map(Line::instance).max();
        assert_eq!(reader, Some(large.cluster.readers.len()));
        assert!(told(&now, &then).contains(&"new".to_owned()));
        assert!(told(&now, &then).contains(&"+$10.00".to_owned()));
        assert!(told(&then, &now).contains(&"removed".to_owned()));
        assert_eq!(told(&now, &now), Vec::<String>::new());
        assert_eq!(since(&now, &now), None);
        assert!(since(&now, &then).is_some_and(|it| it.starts_with('+')));
    }

    #[test]
    fn a_price_says_whose_it_is() {
        let mut design = Design::default();
        let storage = |design: &Design| {
            let bill = bill(design, PRICE_DATE);
            bill.lines.into_iter().find(|line| line.id == crate::estimate::LineId::Storage).unwrap()
        };
        let line = storage(&design);
        assert_eq!(price_sentence(&line), "$0.1 per GB-month, confirmed, as of 2026-10-01.");
        assert!(sources(line.provenance.unwrap()).iter().all(|it| it.ends_with(").")));
        design.prices.insert(PriceField::StorageGbMonthStandard, Decimal::ONE);
        assert_eq!(price_sentence(&storage(&design)), "$1 per GB-month: your own price.");
    }

    #[test]
    fn a_price_of_a_secondarys_region_can_not_be_entered() {
        let beijing = Region::find("cn-north-1").unwrap();
        let mut design = Design { region: beijing, ..Design::default() };
        let bill_of = |design: &Design| bill(design, PRICE_DATE);
        assert!(bill_of(&design).lines.iter().any(|line| line.missing_price().is_some()));
        design.region = &EU_WEST_1;
        let secondaries = vec![Secondary::in_region(beijing)];
        design.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
        let bill = bill_of(&design);
        let there: Vec<&Line> = bill.lines.iter().filter(|line| line.region == beijing.code).collect();
        assert!(there.iter().any(|line| line.monthly.is_none()), "{there:?}");
        assert!(there.iter().all(|line| line.missing_price().is_none()));
        assert!(unknown_words(&bill).is_some());
    }

    #[test]
    fn what_else_would_pay_is_told_with_the_designs_own_figures() {
        let design = Design::default();
        let types = alternatives::storage_types(&design, PRICE_DATE).unwrap();
        let sentence = storage_sentence(&types, design.cluster.storage_type);
        let typical = bill(&design, PRICE_DATE).total(Month::Typical).usd.to_string();
        assert!(sentence.contains(&format!("costs {typical} on Aurora Standard and $")), "{sentence}");
        let all = alternatives::provisioned(&design, PRICE_DATE).unwrap();
        assert!(serverless_sentence(&all).starts_with(&format!("Serverless costs {typical} in")));
        let class = all.classes.first().unwrap();
        let below = serverless_below(&all, class);
        assert!(below.ends_with(" ACU"), "{below}");
        let never = Class { break_even: None, on_demand: Usd::ZERO, ..class.clone() };
        assert_eq!(serverless_below(&all, &never), "never");
        assert_eq!(serverless_below(&all, &Class { on_demand: Usd::MOST, ..never }), "always");
        let plan = alternatives::savings_plan(&design, PRICE_DATE).unwrap();
        let [figures, idea] = plan_sentences(&plan);
        assert!(figures.contains(&format!("{typical} by the list price")), "{figures}");
        assert!(idea.starts_with("The design has none"));
    }

    #[test]
    fn a_budget_is_kept_or_passed() {
        let total = |text| Total { usd: usd(text), complete: true };
        assert_eq!(against_budget(total("90"), usd("100")), "$10.00 left");
        assert_eq!(against_budget(total("100"), usd("100")), "$0.00 left");
        assert_eq!(against_budget(total("100.01"), usd("100")), "$0.01 over the budget");
        assert_eq!(tenths_of_percent(usd("1"), usd("3")), 333);
        assert_eq!(rounded_acu(Decimal::parse("1.235").unwrap()).to_string(), "1.24");
    }
}
