//! Sizing: AWS' vectors, grades, refusals, and what the advice is made of.

use aurora_designer::facts::{Acu, Decimal};
use aurora_designer::simulate::measured::{Grade, Metric, Origin, Reading, Series, Statistic, measured};
use aurora_designer::simulate::search::{Limits, search};
use aurora_designer::simulate::sizing::{Demands, Wish, aws_for_load, question, size};
use aurora_designer::simulate::{Class, Load, Platform, Point, Used, aws_for_class};

use super::{acu, json};

#[test]
fn aws_vectors_come_out_exactly() {
    let examples = json("simulator-examples.json");
    let x6 = examples["examples"].as_array().unwrap().iter().find(|it| it["id"] == "X6").unwrap().clone();
    let (given, expected) = (x6["input"]["aws"].as_array().unwrap(), x6["expect"]["aws"].as_array().unwrap());
    for (given, expected) in given.iter().zip(expected) {
        let number = |key: &str| given[key].as_u64().unwrap();
        let class = Class::parse(given["instance"].as_str().unwrap()).unwrap();
        assert_eq!((u64::from(class.vcpu), u64::from(class.ratio)), (number("vcpu"), number("ratio")));
        let used = Used {
            p95: number("cpu_p95") * 100,
            max: number("cpu_max") * 100,
            average: None,
            connections: number("connections"),
        };
        let found = aws_for_class(class, used);
        for (key, found) in [
            ("min", found.min),
            ("typical", found.typical),
            ("peak", found.peak),
            ("max", found.max),
            ("avg", found.average),
            ("conn", found.connections),
        ] {
            assert_eq!(found, acu(&expected[key]), "{given}: {key}");
        }
        assert_eq!(Some(found.exceeds), expected["exceeds"].as_bool());
    }
}

/// Values of every minute, from 2026-11-01 on.
fn minutes(count: i64, value: impl Fn(i64) -> u64) -> Vec<Reading> {
    (0..count).map(|it| Reading { at: 1_793_491_200 + it * 60, micros: value(it) * 1_000_000 }).collect()
}

fn series(metric: Metric, statistic: Statistic, readings: Vec<Reading>) -> Series {
    Series { metric, statistic, of: "orders-1".to_owned(), readings }
}

fn cpu(count: i64) -> Vec<Series> {
    let readings = minutes(count, |it| if it % 60 < 5 { 60 } else { 20 });
    vec![
        series(Metric::Cpu, Statistic::Average, readings.clone()),
        series(Metric::Cpu, Statistic::Maximum, readings),
    ]
}

const SIXTEEN: Origin = Origin::Serverless(Acu::whole(16));

fn refused(all: &[Series], origin: Origin) -> String {
    measured(all, origin).unwrap_err().to_string()
}

#[test]
fn three_days_are_needed_and_two_weeks_are_good() {
    assert_eq!(
        refused(&cpu(72 * 60 - 1), SIXTEEN),
        "the data span 71 h 59 min; fetch 72 hours or more, best 14 days"
    );
    let short = measured(&cpu(72 * 60), SIXTEEN).unwrap();
    assert_eq!((short.grade, short.reasons.len()), (Grade::Provisional, 1));
    let good = measured(&cpu(336 * 60), SIXTEEN).unwrap();
    assert_eq!((good.grade, good.reasons), (Grade::Good, Vec::new()));
    // 20 % of 16 is 3.2 busy ACU, of 0.78 4.1; 60 % is 12.3.
    assert_eq!((good.load.series(0).unwrap()[30].acu(), good.highest), (Acu::halves(9), Acu::halves(25)));
}

#[test]
fn the_order_of_points_and_repeated_ones_do_not_matter() {
    let mut all = cpu(5000);
    let before = measured(&all, SIXTEEN).unwrap();
    all[0].readings.reverse();
    let again = all[0].readings[100];
    all[0].readings.push(again);
    assert_eq!(measured(&all, SIXTEEN).unwrap(), before);
    all[0].readings.push(Reading { micros: again.micros + 1, ..again });
    assert!(refused(&all, SIXTEEN).contains("two different values for the same time"));
}

#[test]
fn gaps_are_no_time_and_half_the_points_are_too_few() {
    let mut all = cpu(400 * 60);
    for series in &mut all {
        series
            .readings
            .retain(|it| !(1_793_491_200 + 36_000..1_793_491_200 + 36_000 + 8 * 3600).contains(&it.at));
    }
    let gap = measured(&all, SIXTEEN).unwrap();
    assert_eq!(gap.reasons, ["nothing was measured for 8 h in a row"]);
    assert_eq!(gap.load.span(), 392 * 3600);
    for series in &mut all {
        series
            .readings
            .retain(|it| it.at < 1_793_491_200 + 100 * 3600 || it.at >= 1_793_491_200 + 300 * 3600);
    }
    assert!(refused(&all, SIXTEEN).starts_with("48 % of the points are there"));
}

#[test]
fn a_period_that_changes_half_way_is_no_gap() {
    let old =
        (0..20 * 288).map(|it| Reading { at: 1_793_491_200 - 20 * 86_400 + it * 300, micros: 20_000_000 });
    let mut all = cpu(15 * 1440);
    for series in &mut all {
        series.readings.extend(old.clone());
    }
    let both = measured(&all, SIXTEEN).unwrap();
    assert_eq!((both.grade, both.span, both.load.span()), (Grade::Good, 35 * 86_400, 35 * 86_400));
}

/// Whether a point is there, for about so many in a hundred, without any order.
fn is_there(minute: i64, percent: i64) -> bool {
    (minute * 7919 + minute * minute % 8191 * 31) % 8209 % 100 < percent
}

#[test]
fn points_that_are_missing_here_and_there_are_gaps_and_no_longer_period() {
    // Between two that are missing a point lasts its minute, not two.
    let keep = |percent: i64| {
        let mut all = cpu(400 * 60);
        for series in &mut all {
            series.readings.retain(|it| is_there((it.at - 1_793_491_200) / 60, percent));
        }
        all
    };
    for percent in [90, 75, 65] {
        let all = keep(percent);
        let points = u64::try_from(all[0].readings.len()).unwrap();
        let there = measured(&all, SIXTEEN).unwrap();
        assert_eq!(there.load.span(), points * 60, "{percent}");
        assert_eq!(there.reasons.len(), 1, "{:?}", there.reasons);
    }
    assert!(refused(&keep(55), SIXTEEN).contains("% of the points are there; fetch a stretch"));
}

#[test]
fn a_sum_or_the_least_is_no_load() {
    for statistic in [Statistic::Sum, Statistic::Minimum] {
        for metric in [Metric::Cpu, Metric::Capacity, Metric::AcuUtilization] {
            let said = refused(&[series(metric, statistic, minutes(5000, |_| 8))], SIXTEEN);
            assert_eq!(
                said,
                format!("{} is in the data as neither Average nor Maximum; fetch both", metric.name())
            );
        }
        // Beside what is a load they change nothing.
        let mut all = cpu(5000);
        let before = measured(&all, SIXTEEN).unwrap();
        all.push(series(Metric::Connections, statistic, minutes(5000, |_| 9000)));
        assert_eq!(measured(&all, SIXTEEN).unwrap(), before);
    }
}

#[test]
fn the_largest_values_are_those_of_what_the_load_is_drawn_from() {
    let two_weeks = |metric, statistic, value: u64| series(metric, statistic, minutes(20_160, |_| value));
    let unseen = "no Maximum statistic";
    let doubts = |all: &[Series]| measured(all, SIXTEEN).unwrap().reasons;
    // The share of the maximum is a capacity, and its largest values are those of one.
    let share = [
        two_weeks(Metric::AcuUtilization, Statistic::Average, 40),
        two_weeks(Metric::AcuUtilization, Statistic::Maximum, 60),
    ];
    assert!(!doubts(&share).iter().any(|it| it.starts_with(unseen)), "{:?}", doubts(&share));
    // CPU of which only the mean is known hides its peaks, and the capacity says how high they went.
    let mean = [
        two_weeks(Metric::Cpu, Statistic::Average, 40),
        two_weeks(Metric::Capacity, Statistic::Average, 9),
        two_weeks(Metric::Capacity, Statistic::Maximum, 14),
    ];
    assert!(doubts(&mean).iter().any(|it| it.starts_with(unseen)), "{:?}", doubts(&mean));
    assert_eq!(measured(&mean, SIXTEEN).unwrap().highest, Acu::whole(14));
}

#[test]
fn data_that_say_nothing_are_refused_with_what_to_fetch() {
    assert!(
        refused(&cpu(5000), Origin::Unknown).starts_with("the maximum of the measured cluster is not known")
    );
    let connections = [series(Metric::Connections, Statistic::Maximum, minutes(5000, |_| 3))];
    assert!(
        refused(&connections, SIXTEEN).starts_with("neither CPUUtilization nor ServerlessDatabaseCapacity")
    );
    let mut two = cpu(5000);
    two[1].of = "orders-2".to_owned();
    assert_eq!(
        refused(&two, SIXTEEN),
        "the series are of more than one instance (orders-1, orders-2); size one at a time"
    );
    let mut cluster = cpu(5000);
    cluster[0].of = "orders-cluster".to_owned();
    assert!(refused(&cluster, SIXTEEN).contains("is the average over the cluster's instances"));
    let hours = [series(
        Metric::Cpu,
        Statistic::Average,
        (0..100).map(|it| Reading { at: it * 7200, micros: 1 }).collect(),
    )];
    assert!(refused(&hours, SIXTEEN).starts_with("the period is 120 min"));
    let capacity =
        [series(Metric::Capacity, Statistic::Average, minutes(5000, |it| if it == 7 { 20 } else { 8 }))];
    assert!(
        refused(&capacity, SIXTEEN)
            .starts_with("the capacity reached 20 ACU, more than the maximum of 16 ACU")
    );
    let impossible = [series(Metric::Cpu, Statistic::Average, minutes(5000, |_| 101))];
    assert!(refused(&impossible, SIXTEEN).contains("more than there can be"));
    assert!(refused(&[], SIXTEEN).starts_with("neither"));
}

#[test]
fn the_maximum_is_guessed_from_capacity_and_its_share() {
    let all = [
        series(Metric::Capacity, Statistic::Average, minutes(5000, |_| 4)),
        series(Metric::AcuUtilization, Statistic::Average, minutes(5000, |_| 25)),
    ];
    assert!(refused(&all, Origin::Unknown).ends_with("; capacity and ACUUtilization suggest 16 ACU"));
}

#[test]
fn a_paused_instance_has_no_connection_and_capacity_is_an_upper_estimate() {
    let capacity = minutes(5000, |it| if it % 100 < 50 { 0 } else { 4 });
    let all = [
        series(Metric::Capacity, Statistic::Average, capacity.clone()),
        series(Metric::Capacity, Statistic::Maximum, capacity),
    ];
    let paused = measured(&all, SIXTEEN).unwrap();
    let points = paused.load.series(0).unwrap();
    assert_eq!((points[0], points[60]), (Point::NOTHING, Point::wanting(Acu::whole(4))));
    assert!(paused.reasons.last().unwrap().starts_with("drawn from the capacity: an upper estimate"));
}

#[test]
fn memory_is_counted_from_the_maximum() {
    let mut all = cpu(5000);
    let free = minutes(5000, |_| 24 << 30);
    all.push(series(Metric::FreeableMemory, Statistic::Average, free));
    // 16 ACU have 32 GiB; 24 are free: 8 GiB are 4 ACU.
    assert_eq!(measured(&all, SIXTEEN).unwrap().kept_in_memory, Some(Acu::whole(4)));
}

#[test]
fn a_series_at_its_maximum_never_says_that_the_maximum_is_enough() {
    let top = minutes(5000, |it| if it % 50 == 0 { 16 } else { 4 });
    let all = [
        series(Metric::Capacity, Statistic::Average, top.clone()),
        series(Metric::Capacity, Statistic::Maximum, top),
    ];
    let clipped = measured(&all, SIXTEEN).unwrap();
    assert!(clipped.is_clipped && clipped.grade == Grade::Provisional);
    assert!(
        clipped.reasons.iter().any(|it| it.contains("only \"at least\" can be said")),
        "{:?}",
        clipped.reasons
    );
}

fn wish(load: &Load) -> Wish<'_> {
    Wish {
        load,
        highest: load.highest(0),
        aws: aws_for_load(load, 0),
        demands: Demands::default(),
        limits: Limits::default(),
        platform: Platform::V3To4,
    }
}

/// A day of a low load with an hour of a high one.
fn day() -> Load {
    let points =
        (0..1440 * 3).map(|it| Point::wanting(if it % 1440 < 60 { Acu::whole(12) } else { Acu::whole(2) }));
    Load::new(60, vec![points.collect()]).unwrap()
}

#[test]
fn the_advice_is_the_least_minimum_and_a_maximum_with_room() {
    let load = day();
    let wish = wish(&load);
    let advice = size(&wish, &search(&load, &question(&wish))).unwrap();
    // 12 wanted is 9.36 of work: 1.3 times its half-up is 12.5.
    assert_eq!((advice.aws.peak, advice.aws.max), (Acu::halves(19), Acu::halves(25)));
    assert_eq!((advice.min, advice.max), (Acu::HALF, Acu::halves(25)));
    assert!(
        advice.smaller.len() <= 8
            && advice.smaller.iter().all(|it| it.max < advice.max || it.min < advice.min)
    );
    let lost = |it: &&_| {
        let it: &aurora_designer::simulate::sizing::Smaller = it;
        it.max == Acu::whole(2)
    };
    let two = advice.smaller.iter().find(lost).unwrap();
    assert_eq!((two.longest_short_spell_s, two.days_touched), (3600, 3));
}

#[test]
fn every_demand_raises_the_minimum_with_its_reason() {
    let load = day();
    let mut wish = wish(&load);
    wish.demands.working_set_gib = Some(Decimal::whole(5));
    wish.demands.insights = true;
    wish.demands.connections = Some(3000);
    let advice = size(&wish, &search(&load, &question(&wish))).unwrap();
    // 3,000 connections need 14.6 ACU.
    assert_eq!(advice.min, Acu::whole(15));
    let floors: Vec<String> = advice.floors.iter().map(|it| format!("{}: {}", it.acu, it.because)).collect();
    assert_eq!(floors.len(), 5, "{floors:#?}");
    assert!(
        floors.contains(&"2.5: a working set of 5 GiB at 2 GiB an ACU (ACU-01)".to_owned()),
        "{floors:#?}"
    );
    let table = advice.raised.iter().find(|it| it.because.contains("3000 connections")).unwrap();
    assert!(advice.max >= table.acu && table.acu > Acu::whole(14));
    let differences = advice.differences();
    assert!(differences[0].starts_with("AWS' minimum of 2 ACU is the mean load"), "{differences:?}");
    assert!(
        differences[1].starts_with("Our maximum of 15 ACU is the least that carries the load"),
        "{differences:?}"
    );
}

#[test]
fn what_no_instance_carries_is_refused_with_the_limit() {
    let load = Load::new(60, vec![vec![Point::wanting(Acu::whole(400)); 100]]).unwrap();
    let wish = wish(&load);
    let refused = size(&wish, &search(&load, &question(&wish))).unwrap_err().to_string();
    assert!(
        refused.starts_with("no range of Aurora carries this load with 0.1 % unserved at most"),
        "{refused}"
    );
}
