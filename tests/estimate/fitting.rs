//! Regions side by side and what fits a budget.

use aurora_designer::design::{GlobalCluster, Instance, Proxy, Secondary};
use aurora_designer::estimate::budget::{budget_fit, fits};
use aurora_designer::estimate::regions::in_every_region;
use aurora_designer::estimate::{Month, Usd, bill};
use aurora_designer::facts::prices::{PRICES, PriceField};
use aurora_designer::facts::regions::EU_CENTRAL_1;
use aurora_designer::facts::{Acu, Decimal};
use proptest::prelude::*;

use super::properties::designs;
use super::{TODAY, decimal, design, some};

#[test]
fn regions_stand_side_by_side_cheapest_first() {
    let all = in_every_region(&design(|_| ()), TODAY);
    assert_eq!(all.len(), PRICES.len());
    let shown = |code: &str| {
        let it = all.iter().find(|it| it.region.code == code).unwrap();
        (it.months.typical.usd.to_string(), it.months.typical.complete)
    };
    assert_eq!(shown("us-east-1"), ("$1,004.50".to_owned(), true));
    // 2 × 5.5 × 730 × 0.14 = 1124.20; 11.90 + 22 + 0.45 + 1 + 0.80 + 6.30 + 10 × 0.3942
    assert_eq!(shown("eu-central-1"), ("$1,170.59".to_owned(), true));
    assert!(all.is_sorted_by_key(|it| (!it.months.typical.complete, it.months.typical.usd)));
    assert_eq!(all.iter().filter(|it| it.own).count(), 1);
    // Three Regions have the same prices; their codes decide.
    let first: Vec<&str> = all.iter().take(3).map(|it| it.region.code).collect();
    assert_eq!(first, ["us-east-1", "us-east-2", "us-west-2"]);
}

#[test]
fn a_region_with_an_unknown_price_comes_last_as_at_least() {
    let all = in_every_region(&design(|d| d.proxy = Some(Proxy::default())), TODAY);
    let known = all.iter().take_while(|it| it.months.typical.complete).count();
    assert!(all[..known].iter().all(|it| it.unknown.is_empty()));
    let unknown: Vec<_> = all[known..].iter().map(|it| (it.region.code, it.unknown.join(", "))).collect();
    let expected = [("ap-east-2", "RDS Proxy".to_owned()), ("ap-southeast-6", "KMS key".to_owned())];
    assert_eq!(unknown, expected);
}

#[test]
fn own_prices_count_in_their_region_alone() {
    let design = design(|d| {
        d.region = &EU_CENTRAL_1;
        d.prices.insert(PriceField::AcuHourStandard, decimal("0.01"));
    });
    let all = in_every_region(&design, TODAY);
    assert!(all[0].own && all[0].region.code == "eu-central-1");
    let elsewhere = all.iter().find(|it| it.region.code == "us-east-1").unwrap();
    assert_eq!(elsewhere.months.typical.usd.to_string(), "$1,004.50");
}

#[test]
fn the_largest_maximum_within_a_budget_is_exact() {
    let mut design = design(|d| {
        d.budget_monthly_usd = some("900");
        d.usage.writer_acu = some("2");
        d.usage.readers_acu = some("2");
    });
    // (900 − 10 − 20 − 0.45 − 1 − 0.80 − 8.65) / (2 × 87.60) = 859.10 / 175.20 = 4.9; without the reader 859.50 / 87.60 = 9.8
    let fit = budget_fit(&design, TODAY).unwrap();
    let shown: Vec<String> =
        fit.fits.iter().map(|it| format!("{} {} {}", it.readers, it.max_capacity, it.ceiling)).collect();
    assert_eq!(shown, ["1 4.5 $829.30", "0 9.5 $872.70"]);
    assert_eq!((fit.cap.to_string(), fit.ceiling.usd.to_string()), ("$900.00".into(), "$2,844.10".into()));
    // To the cent: 2 × 4.5 × 87.60 + 40.90.
    design.budget_monthly_usd = some("829.3");
    assert_eq!(budget_fit(&design, TODAY).unwrap().fits[0].max_capacity, Acu::halves(9));
    design.budget_monthly_usd = some("829.299999");
    assert_eq!(budget_fit(&design, TODAY).unwrap().fits[0].max_capacity, Acu::whole(4));
    // The minimum of 2 ACU is not given up.
    design.budget_monthly_usd = some("300");
    let fit = budget_fit(&design, TODAY).unwrap().fits;
    assert_eq!((fit.len(), fit[0].readers, fit[0].max_capacity), (1, 0, Acu::halves(5)));
    design.budget_monthly_usd = some("200");
    assert!(budget_fit(&design, TODAY).unwrap().fits.is_empty());
    design.budget_monthly_usd = None;
    assert_eq!(budget_fit(&design, TODAY), None);
}

#[test]
fn a_version_ends_what_a_budget_would_allow() {
    let mut design = design(|d| d.budget_monthly_usd = some("1000000"));
    assert_eq!(budget_fit(&design, TODAY).unwrap().fits[0].max_capacity, Acu::whole(256));
    design.cluster.engine_version = Some("14.6".to_owned());
    assert_eq!(budget_fit(&design, TODAY).unwrap().fits[0].max_capacity, Acu::whole(128));
}

#[test]
fn a_secondary_that_follows_the_range_counts() {
    let design = design(|d| {
        d.cluster.readers = vec![Instance::in_tier(1); 2];
        let secondaries = vec![Secondary::in_region(&EU_CENTRAL_1)];
        d.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
    });
    // 3 × 87.60 + 102.20 = 365 an ACU; 54.60 + 11.90 + 1 + 0.40 for the rest: 67.80 with 12 alarms.
    let found = fits(&design, decimal("3000"), TODAY);
    assert_eq!(found[0].max_capacity, Acu::whole(8)); // 2920 + 54.20
}

proptest! {
    #[test]
    fn what_fits_is_never_above_the_cap_and_nothing_larger_fits(design in designs(), cap in 0u64..20_000_000_000) {
        let cap = Decimal::from_micros(cap);
        let limit = Usd::product(cap, &[]);
        let found = fits(&design, cap, TODAY);
        for fit in &found {
            let changed = design.with_all(&fit.edits(&design)).unwrap();
            prop_assert_eq!(changed.cluster.readers.len(), fit.readers);
            let ceiling = bill(&changed, TODAY).total(Month::Ceiling).usd;
            prop_assert_eq!(ceiling, fit.ceiling);
            prop_assert!(ceiling <= limit);
            let mut larger = changed;
            larger.cluster.max_capacity = Acu::halves(fit.max_capacity.as_halves() + 1);
            let beyond = bill(&larger, TODAY).total(Month::Ceiling).usd > limit;
            prop_assert!(beyond || [128, 256].contains(&(fit.max_capacity.as_halves() / 2)));
        }
        prop_assert!(found.is_sorted_by(|one, two| one.readers > two.readers && one.max_capacity <= two.max_capacity));
    }
}
