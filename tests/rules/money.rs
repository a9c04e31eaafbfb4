//! What costs more than it should: budgets, the storage types, and what a remedy adds.

use aurora_designer::design::{Design, StorageType};
use aurora_designer::facts::{Acu, Decimal};

use super::boundaries::holds;
use super::{findings, with};

#[test]
fn money() {
    // What a month costs is on the bill; one cent below it is over the budget.
    let bill = aurora_designer::estimate::bill(&Design::default(), aurora_designer::facts::FACTS_DATE);
    let cents = |month| u64::try_from(bill.total(month).usd.cents()).unwrap() * 10_000;
    let (typical, ceiling) =
        (cents(aurora_designer::estimate::Month::Typical), cents(aurora_designer::estimate::Month::Ceiling));
    for (budget, over, ceiling_over) in [
        (typical - 10_000, true, false),
        (typical + 10_000, false, true),
        (ceiling - 10_000, false, true),
        (ceiling + 10_000, false, false),
    ] {
        let budget = |it: &mut Design| it.budget_monthly_usd = Some(Decimal::from_micros(budget));
        holds("money/over-budget", over, budget);
        holds("money/ceiling-over-budget", ceiling_over, budget);
    }
    for (hours, found) in [(730, false), (731, true)] {
        holds("money/impossible-hours", found, |it| {
            it.usage.active_hours_per_month = Some(Decimal::whole(hours));
        });
    }
    for (percent, found) in [(35, false), (36, true)] {
        holds("money/impossible-discount", found, |it| {
            it.usage.savings_plan_percent = Decimal::whole(percent);
        });
    }
    for (average, found) in [(1, true), (2, false), (16, false), (17, true)] {
        holds("money/average-out-of-range", found, |it| it.usage.writer_acu = Some(Decimal::whole(average)));
    }
}

#[test]
fn the_storage_types_part_where_the_bills_are_equal() {
    use StorageType::{Aurora, AuroraIopt1};

    // Both at 5.5 ACU an instance and 100 GB: ACUs cost $0.04 more an hour, storage $0.125 more a GB, requests $0.20 a
    // million: 2 × 5.5 × 730 × 0.04 + 100 × 0.125 = 333.7, which is 1668.5 million requests.
    let with_io = |storage_type, tenths: u64| {
        move |it: &mut Design| {
            it.cluster.storage_type = storage_type;
            it.usage.io_requests_millions = Some(Decimal::from_micros(tenths * 100_000));
        }
    };
    for (storage_type, tenths, id, found) in [
        (Aurora, 16_684, "storage/io-optimized-is-cheaper", false),
        (Aurora, 16_685, "storage/io-optimized-is-cheaper", false),
        (Aurora, 16_686, "storage/io-optimized-is-cheaper", true),
        (AuroraIopt1, 16_684, "storage/io-optimized-is-dearer", true),
        (AuroraIopt1, 16_685, "storage/io-optimized-is-dearer", false),
        (AuroraIopt1, 16_686, "storage/io-optimized-is-dearer", false),
    ] {
        holds(id, found, with_io(storage_type, tenths));
    }
    let busy = with(with_io(Aurora, 26_685));
    let said =
        findings(&busy).into_iter().find(|it| it.rule.id == "storage/io-optimized-is-cheaper").unwrap();
    assert!(said.message.contains("it saves $200.00 in a typical month"), "{}", said.message);
    // Where a price is not known, or AWS does not list the version, nobody can tell.
    holds("storage/io-optimized-is-cheaper", false, |it| {
        with_io(Aurora, 90_000)(it);
        it.region = &aurora_designer::facts::regions::CN_NORTH_1;
    });
    holds("storage/io-optimized-is-cheaper", false, |it| {
        with_io(Aurora, 90_000)(it);
        it.cluster.engine_version = Some("18.3".to_owned());
    });
}

#[test]
fn a_remedy_says_what_it_adds_to_an_idle_month() {
    let title = |id: &str, change: fn(&mut Design)| {
        let found = findings(&with(change)).into_iter().find(|it| it.rule.id == id).unwrap();
        found.fix.unwrap().title
    };
    // Half an ACU more, an hour at $0.12, in two instances: 0.5 × 730 × 0.12 × 2 = 87.60; a reader: 2 × 730 × 0.12.
    assert_eq!(
        title("capacity/connections-capped", |it| (it.cluster.min_capacity, it.cluster.max_capacity) =
            (Acu::HALF, Acu::whole(16))),
        "Raise the minimum to 1 ACU (idle month +$87.60)"
    );
    let lonely = title("nodes/single-instance", |it| it.cluster.readers.clear());
    assert_eq!(lonely, "Add a reader in another zone (idle month +$175.60)");
    let free = title("backup/unprotected-deletion", |it| it.cluster.deletion_protection = false);
    assert_eq!(free, "Turn deletion protection on");
}

#[test]
fn no_storage_type_is_cheaper_where_a_price_of_its_own_is_unknown() {
    use aurora_designer::facts::prices::PriceField::{
        AcuHourIoOptimized, AcuHourStandard, IoPerMillionStandard, StorageGbMonthIoOptimized,
        StorageGbMonthStandard,
    };

    let all = [
        AcuHourStandard,
        AcuHourIoOptimized,
        StorageGbMonthStandard,
        StorageGbMonthIoOptimized,
        IoPerMillionStandard,
    ];
    // With the price of requests alone, ACUs and storage are unknown under both types, and as many lines lack.
    for (known, found) in [(&all[4..], false), (&all[2..], false), (&all[..], true)] {
        holds("storage/io-optimized-is-cheaper", found, |it| {
            it.region = &aurora_designer::facts::regions::CN_NORTH_1;
            it.prices = known.iter().map(|field| (*field, Decimal::ONE)).collect();
        });
    }
}
