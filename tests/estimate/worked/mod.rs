//! Whole bills worked by hand from the price book: each line as a product of plain numbers, each month as a sum.

mod extras;
mod production;
mod small;

use aurora_designer::design::{Design, Engine};
use aurora_designer::estimate::{Month, Usd, bill};
use aurora_designer::facts::Acu;

use super::{TODAY, some};

/// A bill on paper.
struct Worked {
    name: &'static str,
    change: fn(&mut Design),
    /// `writer_acu 4 * 730 * 0.12 = 350.40`: id, arithmetic, cents.
    lines: &'static [&'static str],
    /// Arithmetic and cents.
    idle: &'static str,
    /// Cents; its arithmetic is that of the lines.
    typical: &'static str,
    /// Arithmetic and cents.
    ceiling: &'static str,
}

/// In halves of an ACU.
fn capacity(design: &mut Design, min: u32, max: u32) {
    (design.cluster.min_capacity, design.cluster.max_capacity) = (Acu::halves(min), Acu::halves(max));
}

fn average(design: &mut Design, writer: &str, readers: &str) {
    (design.usage.writer_acu, design.usage.readers_acu) = (some(writer), some(readers));
}

fn mysql(design: &mut Design) {
    design.cluster.engine = Engine::AuroraMysql;
}

#[test]
fn every_bill_worked_by_hand_comes_out_to_the_cent() {
    let all = || [small::BILLS, production::BILLS, extras::BILLS].into_iter().flatten();
    assert!(all().count() >= 25);
    all().for_each(check);
}

fn check(worked: &Worked) {
    let mut design = Design::default();
    (worked.change)(&mut design);
    let bill = bill(&design, TODAY);
    let months = bill.lines.iter().map(|line| (line.id.name(), line.monthly.unwrap()));
    let lines: Vec<String> =
        months.map(|(id, band)| format!("{id} {}", plain(band.typical.cents()))).collect();
    let mut sum = Ratio::whole(0);
    let by_hand: Vec<String> = worked
        .lines
        .iter()
        .map(|line| {
            let (id, sums) = line.split_once(' ').unwrap();
            let (value, cents) = agreed(sums);
            sum = sum.plus(value);
            format!("{id} {cents}")
        })
        .collect();
    assert_eq!(lines, by_hand, "{}", worked.name);
    let typical = plain(sum.cents());
    assert_eq!(typical, worked.typical, "{}", worked.name);
    for (month, cents) in [
        (Month::Idle, agreed(worked.idle).1),
        (Month::Typical, worked.typical),
        (Month::Ceiling, agreed(worked.ceiling).1),
    ] {
        let total = bill.total(month);
        assert!(total.complete && total.usd < Usd::MOST);
        assert_eq!(plain(total.usd.cents()), cents, "{} {month:?}", worked.name);
    }
}

/// The exact value of `4 * 730 * 0.12 = 350.40` and its cents, which must agree.
fn agreed(text: &'static str) -> (Ratio, &'static str) {
    let (sums, cents) = text.split_once(" = ").unwrap();
    let value = value(sums);
    assert_eq!(plain(value.cents()), cents, "{text}");
    (value, cents)
}

fn plain(cents: i128) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// An exact fraction.
#[derive(Clone, Copy)]
struct Ratio(i128, i128);

impl Ratio {
    const fn whole(number: i128) -> Self {
        Self(number, 1)
    }

    fn decimal(text: &str) -> Self {
        let (whole, places) = text.split_once('.').unwrap_or((text, ""));
        let digits = i128::try_from(places.len()).unwrap();
        Self(format!("{whole}{places}").parse().unwrap(), 10_i128.pow(digits.try_into().unwrap()))
    }

    fn reduced(self) -> Self {
        let (mut one, mut other) = (self.0.abs(), self.1);
        while other != 0 {
            (one, other) = (other, one % other);
        }
        Self(self.0 / one.max(1), self.1 / one.max(1))
    }

    fn plus(self, other: Self) -> Self {
        Self(self.0 * other.1 + other.0 * self.1, self.1 * other.1).reduced()
    }

    fn times(self, other: Self) -> Self {
        Self(self.0 * other.0, self.1 * other.1).reduced()
    }

    /// Rounded half up.
    fn cents(self) -> i128 {
        (self.0 * 200 + self.1).div_euclid(self.1 * 2)
    }
}

/// The value of sums and products of decimals, with parentheses.
fn value(text: &str) -> Ratio {
    let text = text.replace('(', "( ").replace(')', " )");
    let mut tokens = text.split(' ').peekable();
    let value = sum(&mut tokens);
    assert_eq!(tokens.next(), None, "{text}");
    value
}

type Tokens<'a> = std::iter::Peekable<std::str::Split<'a, char>>;

fn sum(tokens: &mut Tokens<'_>) -> Ratio {
    let mut value = product(tokens);
    while let Some(sign) = tokens.next_if(|token| ["+", "-"].contains(token)) {
        let next = product(tokens);
        value = value.plus(if sign == "-" { Ratio(-next.0, next.1) } else { next });
    }
    value
}

fn product(tokens: &mut Tokens<'_>) -> Ratio {
    let mut value = atom(tokens);
    while let Some(sign) = tokens.next_if(|token| ["*", "/"].contains(token)) {
        let next = atom(tokens);
        value = value.times(if sign == "/" { Ratio(next.1, next.0) } else { next });
    }
    value
}

fn atom(tokens: &mut Tokens<'_>) -> Ratio {
    let token = tokens.next().unwrap();
    if token != "(" {
        return Ratio::decimal(token);
    }
    let value = sum(tokens);
    assert_eq!(tokens.next(), Some(")"));
    value
}
