//! Noise without a seed: the same in every run and on every machine.

/// A figure from −100 to 100 for a point, even over that range and without visible period over a month of minutes.
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
    fn it_is_even_and_shows_no_period_over_a_month_of_minutes() {
        let figures: Vec<i64> = (0..43_200).map(|it| i64::from(noise(it))).collect();
        assert!(figures.iter().all(|it| (-100..=100).contains(it)));
        let mean = figures.iter().sum::<i64>();
        assert!(mean.abs() < 43_200, "{mean}");
        let variance: i64 = figures.iter().map(|it| it * it).sum();
        for lag in 1..=1440 {
            let product: i64 =
                figures.iter().zip(figures.iter().skip(lag)).map(|(one, other)| one * other).sum();
            assert!(product.abs() * 1000 < variance * 19, "lag {lag}: {product} of {variance}");
        }
    }
}
