//! What is true of every bill.

use aurora_designer::design::{
    Design, GlobalCluster, InsightsMode, Instance, Proxy, Secondary, StorageType, Word as _,
};
use aurora_designer::estimate::marginal::{Change, blocked_pause, proxy_cost, tied_reader};
use aurora_designer::estimate::{Band, Bill, LineId, Month, Usd, bill};
use aurora_designer::facts::limits::LOG_RETENTION_DAYS;
use aurora_designer::facts::prices::FIELDS;
use aurora_designer::facts::regions::{EU_WEST_1, REGIONS, Region};
use aurora_designer::facts::{Acu, Decimal};
use proptest::prelude::*;

use super::{TODAY, arithmetic};

/// A figure with up to six places.
fn figure(top: u64) -> impl Strategy<Value = Decimal> {
    prop_oneof![
        Just(Decimal::ZERO),
        (0..=top).prop_map(Decimal::whole),
        (0..=top * 1_000_000).prop_map(Decimal::from_micros),
    ]
}

fn region() -> impl Strategy<Value = &'static Region> {
    prop::sample::select(REGIONS)
}

/// Designs in which every kind of line comes up.
pub(crate) fn designs() -> impl Strategy<Value = Design> {
    let capacity = (0u32..20, 0u32..40, region(), prop::collection::vec(0u32..4, 0..5));
    let figures = (
        prop::option::of(figure(40)),
        prop::option::of(figure(40)),
        prop::option::of(figure(800)),
        figure(20_000),
        [figure(500), figure(30_000), figure(3000), figure(50)],
        figure(35),
    );
    let switches = (any::<[bool; 10]>(), prop::sample::select(LOG_RETENTION_DAYS), 0u32..3, 7u32..80);
    let secondaries = prop::collection::vec((region(), 0u32..4), 0..3);
    let version = prop::sample::select(vec!["17.7", "13.15", "15.5", "13", "99.1"]);
    (capacity, figures, switches, secondaries, version).prop_map(
        |((min, span, region, tiers), figures, (on, days, backup_retention, history), others, version)| {
            let mut d = Design { region, ..Design::default() };
            d.cluster.engine_version = Some(version.to_owned());
            (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::halves(min), Acu::halves(min + span));
            d.cluster.readers = tiers.into_iter().map(Instance::in_tier).collect();
            let (writer, readers, active, storage, [automated, manual, io, logs], plan) = figures;
            (d.usage.writer_acu, d.usage.readers_acu, d.usage.active_hours_per_month) =
                (writer, readers, active);
            (d.usage.storage_gb, d.usage.io_requests_millions, d.usage.log_gb) =
                (Some(storage), Some(io), Some(logs));
            (d.usage.automated_backup_gb, d.usage.manual_snapshot_gb) = (automated, manual);
            let [proxy, endpoint, iopt, planned, api, advanced, aws_backup, global, encryption, alarms] = on;
            d.proxy = proxy.then(|| Proxy { read_only_endpoint: endpoint, ..Proxy::default() });
            d.cluster.storage_type = StorageType::WORDS[usize::from(iopt)].1;
            d.cluster.performance_insights.mode = InsightsMode::WORDS[usize::from(advanced)].1;
            d.cluster.performance_insights.retention_days = history;
            (d.cluster.data_api, d.cluster.aws_backup, d.cluster.encryption) = (api, aws_backup, encryption);
            (d.cluster.alarms.enabled, d.cluster.log_retention_days) = (alarms, days);
            d.cluster.backup_retention = backup_retention;
            d.usage.savings_plan_percent = if planned { plan } else { Decimal::ZERO };
            (d.usage.data_api_millions, d.usage.replicated_write_io_millions) = (logs, io);
            d.usage.cross_region_transfer_gb = manual;
            let secondaries = others
                .into_iter()
                .map(|(region, readers)| Secondary { readers, ..Secondary::in_region(region) })
                .collect();
            d.global = global.then(|| GlobalCluster { secondaries, ..GlobalCluster::default() });
            d
        },
    )
}

fn in_order<T: PartialOrd + Copy>(band: Band<T>) -> bool {
    band.idle <= band.typical && band.typical <= band.ceiling
}

fn never_less(before: &Design, after: &Design) -> Result<(), TestCaseError> {
    let (before, after) = (bill(before, TODAY), bill(after, TODAY));
    for month in Month::ALL {
        prop_assert!(before.total(month).usd <= after.total(month).usd, "{month:?}");
    }
    Ok(())
}

/// The sum by every part of the diagram that a line names.
fn by_part(bill: &Bill, month: Month) -> Usd {
    let mut parts: Vec<_> = bill.lines.iter().map(|line| line.part).collect();
    parts.sort_unstable();
    parts.dedup();
    parts.into_iter().map(|part| bill.of(part, month).usd).sum()
}

proptest! {
    #[test]
    fn idle_is_at_most_typical_and_typical_at_most_the_ceiling(design in designs()) {
        let bill = bill(&design, TODAY);
        for line in &bill.lines {
            prop_assert!(line.monthly.is_none_or(in_order), "{line:?}");
        }
    }

    #[test]
    fn lines_sum_to_the_total_by_kind_and_by_part(design in designs()) {
        let bill = bill(&design, TODAY);
        for month in Month::ALL {
            let total = bill.total(month);
            let sum: Usd = bill.lines.iter().filter_map(|line| line.monthly).map(|band| band.of(month)).sum();
            prop_assert_eq!(total.usd, sum);
            prop_assert_eq!(by_part(&bill, month), sum);
            prop_assert_eq!(total.complete, bill.lines.iter().all(|line| line.monthly.is_some()));
        }
        let ids: Vec<LineId> = bill.lines.iter().map(|line| line.id).collect();
        prop_assert!(ids.is_sorted());
        for line in &bill.lines {
            prop_assert_eq!(bill.line(line.key()), Some(line), "two lines of one key");
        }
    }

    #[test]
    fn quantity_times_unit_price_is_the_typical_amount(design in designs()) {
        for line in bill(&design, TODAY).lines {
            if let (Some(price), Some(monthly)) = (line.unit_price, line.monthly) {
                let product = line.quantity.as_picos() * price.as_sixteenth_places();
                let cents = i128::try_from((product + 5 * 10u128.pow(25)) / 10u128.pow(26)).unwrap();
                // Only what logs cost a GB can have no end.
                let off = i128::from(line.id == LineId::Logs);
                prop_assert!((cents - monthly.typical.cents()).abs() <= off, "{line:?}");
            }
        }
    }

    #[test]
    fn the_arithmetic_gives_the_typical_amount(design in designs()) {
        for line in bill(&design, TODAY).lines {
            if let (Some(_), Some(monthly)) = (line.unit_price, line.monthly) {
                let read = arithmetic::value(&line).unwrap();
                let cents: f64 = monthly.typical.cents().to_string().parse().unwrap();
                prop_assert!((read * 100.0 - cents).abs() < 0.51, "{} = {read}, {cents}", line.arithmetic);
            }
        }
    }

    #[test]
    fn entering_the_missing_price_makes_the_amount_known(design in designs()) {
        for line in bill(&design, TODAY).lines {
            let Some(field) = line.missing_price() else { continue };
            prop_assert!(line.monthly.is_none());
            let mut priced = design.clone();
            // A line of two prices may lack both.
            for _ in 0..2 {
                let now = bill(&priced, TODAY);
                let same = now.lines.into_iter().find(|it| (it.id, it.part) == (line.id, line.part)).unwrap();
                if let Some(field) = same.missing_price() {
                    priced.prices.insert(field, Decimal::ONE);
                }
            }
            let known = bill(&priced, TODAY).lines.into_iter().find(|it| (it.id, it.part) == (line.id, line.part));
            let known = known.unwrap();
            prop_assert!(priced.prices.contains_key(&field) && known.monthly.is_some(), "{known:?}");
            prop_assert_eq!(known.missing_price(), None);
        }
    }

    #[test]
    fn every_figure_is_a_json_number(design in designs()) {
        for line in bill(&design, TODAY).lines {
            let price = line.unit_price.map(|price| price.to_string());
            for text in std::iter::once(line.quantity.to_string()).chain(price) {
                let number: serde_json::Number = serde_json::from_str(&text).unwrap();
                prop_assert_eq!(number.to_string(), text);
            }
            prop_assert!(line.unit_price.is_some() || line.monthly.is_none_or(|band| band == Band::default()));
        }
    }

    #[test]
    fn more_of_anything_never_costs_less(design in designs(), more in 1u32..20) {
        let with = |change: &dyn Fn(&mut Design)| {
            let mut changed = design.clone();
            change(&mut changed);
            changed
        };
        let up = |acu: Acu| Acu::halves(acu.as_halves() + more);
        never_less(&design, &with(&|d| d.cluster.max_capacity = up(d.cluster.max_capacity)))?;
        never_less(&design, &with(&|d| {
            (d.cluster.min_capacity, d.cluster.max_capacity) =
                (up(d.cluster.min_capacity), up(d.cluster.max_capacity));
        }))?;
        never_less(&design, &with(&|d| {
            d.usage.storage_gb = Some(d.storage_gb().plus(Decimal::whole(more.into())));
        }))?;
        never_less(&design, &with(&|d| d.cluster.readers.push(Instance::in_tier(more))))?;
        never_less(&design, &with(&|d| {
            d.usage.writer_acu = Some(d.writer_acu().plus(Decimal::whole(more.into())));
        }))?;
        let plus = |figure: Decimal| figure.plus(Decimal::whole(more.into()));
        never_less(&design, &with(&|d| d.usage.readers_acu = Some(plus(d.readers_acu()))))?;
        never_less(&design, &with(&|d| {
            d.usage.active_hours_per_month = Some(plus(d.active_hours_per_month()));
        }))?;
        never_less(&design, &with(&|d| d.usage.io_requests_millions = Some(plus(d.io_requests_millions()))))?;
        never_less(&design, &with(&|d| d.usage.log_gb = Some(plus(d.log_gb()))))?;
        never_less(&design, &with(&|d| d.usage.secret_calls = Some(plus(d.secret_calls()))))?;
        never_less(&design, &with(&|d| {
            d.usage.automated_backup_gb = plus(d.usage.automated_backup_gb);
            d.usage.manual_snapshot_gb = plus(d.usage.manual_snapshot_gb);
            d.usage.replicated_write_io_millions = plus(d.usage.replicated_write_io_millions);
        }))?;
        never_less(&design, &with(&|d| d.proxy = Some(d.proxy.clone().unwrap_or_default())))?;
        never_less(&design, &with(&|d| {
            let mut global = d.global.clone().unwrap_or_default();
            global.secondaries.push(Secondary::in_region(&EU_WEST_1));
            d.global = Some(global);
        }))?;
    }

    #[test]
    fn a_tier_a_proxy_and_a_pause_that_never_comes_never_cost_less(design in designs()) {
        let at_least_nothing = |change: Change| Month::ALL.iter().all(|month| change.by.of(*month) >= Usd::ZERO);
        for instance in 0..=design.cluster.readers.len() {
            if let Some(tied) = tied_reader(&design, instance, TODAY) {
                prop_assert!(at_least_nothing(tied.against_alone) && at_least_nothing(tied.tied_up));
                prop_assert!(tied.tied_up.by.typical >= tied.against_alone.by.typical);
            }
        }
        if let Some(cost) = proxy_cost(&design, TODAY) {
            prop_assert!(at_least_nothing(cost.own) && at_least_nothing(cost.awake));
        }
        if let Some(blocked) = blocked_pause(&design, TODAY) {
            prop_assert!(at_least_nothing(blocked.cost) && !blocked.reasons.is_empty());
        }
    }

    #[test]
    fn a_bill_exists_for_any_figure(size in any::<u64>(), price in any::<u64>(), acu in any::<u32>()) {
        let huge = Decimal::from_micros(size);
        let mut d = Design::default();
        (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::halves(acu), Acu::halves(u32::MAX));
        d.usage.storage_gb = Some(huge);
        d.usage.log_gb = Some(huge);
        d.usage.secret_calls = Some(huge);
        d.usage.automated_backup_gb = huge;
        d.usage.manual_snapshot_gb = huge;
        d.usage.savings_plan_percent = huge;
        d.usage.writer_acu = Some(huge);
        d.cluster.log_retention_days = u32::MAX;
        d.prices = FIELDS.iter().map(|(field, _, _)| (*field, Decimal::from_micros(price))).collect();
        d.proxy = Some(Proxy::default());
        let bill = bill(&d, TODAY);
        prop_assert!(bill.total(Month::Ceiling).usd >= Usd::ZERO);
    }
}

#[test]
fn what_can_not_be_counted_is_unknown_and_never_a_wrong_amount() {
    let stored = |gigabytes: &str| {
        let mut design = Design::default();
        design.usage.storage_gb = Decimal::parse(gigabytes);
        bill(&design, TODAY)
    };
    let line = |bill: &Bill| bill.lines.iter().find(|line| line.id == LineId::Storage).copied().unwrap();
    let large = stored("1000000000000");
    assert_eq!(line(&large).monthly.unwrap().typical.to_string(), "$100,000,000,000.00");
    assert!(large.total(Month::Typical).complete);
    let vast = stored("9999999999999");
    assert_eq!(line(&vast).monthly, None);
    assert!(line(&vast).note.unwrap().contains("more than a bill can count"));
    let total = vast.total(Month::Typical);
    assert_eq!((total.usd.to_string().as_str(), total.complete), ("$994.50", false));
    // Sums that leave the range are no less than what they are held at.
    let mut many = stored("5000000000000");
    let one = line(&many);
    assert!(one.monthly.is_some());
    many.lines.extend([one, one]);
    assert_eq!(many.total(Month::Typical).usd, Usd::MOST);
    assert!(!many.total(Month::Typical).complete);
}
