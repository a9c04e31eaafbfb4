//! Noise without a seed: the same in every run and on every machine.

/// A figure from −100 to 100 for a point, even over that range and with hardly a
/// period: its autocorrelation is 0.06 at most up to a day of minutes.
pub fn noise(point: u32) -> i32 {
    let first = (u64::from(point) * 40_503 + 977) % 65_536;
    let mixed = first ^ (first >> 7);
    let second = mixed * 31_153 % 65_536;
    let figure = (second ^ (second >> 9)) % 201;
    i32::try_from(figure).unwrap_or(0) - 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_figures_are_the_published_ones() {
        assert_eq!([0, 1, 2, 3, 4, 5].map(noise), [8, 76, -88, -79, 69, 10]);
    }

    #[test]
    fn it_is_even_and_shows_hardly_a_period_over_a_month_of_minutes() {
        let figures: Vec<i64> = (0..43_200).map(|it| i64::from(noise(it))).collect();
        assert!(figures.iter().all(|it| (-100..=100).contains(it)));
        let mean = figures.iter().sum::<i64>();
        assert!(mean.abs() < 43_200, "{mean}");
        let variance: i64 = figures.iter().map(|it| it * it).sum();
        let product = |lag: usize| -> i64 {
            figures.iter().zip(figures.iter().skip(lag)).map(|(one, other)| one * other).sum()
        };
        let (worst, lag) = (1..=1440).map(|lag| (product(lag).abs() * 1000 / variance, lag)).max().unwrap();
        assert_eq!((worst, lag), (61, 112), "per 1000, at its worst lag");
    }
}
