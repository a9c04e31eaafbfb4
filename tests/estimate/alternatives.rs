//! Break-evens, worked by hand from the Region's own prices; the wrong ones that circulate do not come out.

use aurora_designer::design::{Design, Engine, InsightsMode, Instance, Proxy, StorageType};
use aurora_designer::estimate::alternatives::{
    Fit, average, average_acu, provisioned, savings_plan, storage_types,
};
use aurora_designer::estimate::{Month, Usd, bill};
use aurora_designer::facts::prices::PriceField;
use aurora_designer::facts::regions::{AP_EAST_2, AP_NORTHEAST_1, EU_WEST_2};
use aurora_designer::facts::{Acu, Decimal};
use proptest::prelude::*;

use super::properties::designs;
use super::{TODAY, decimal, design, some};

/// One writer at an average, in Virginia on Standard.
fn writer(acu: &str, max: u32) -> Design {
    design(|d| {
        (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::HALF, Acu::whole(max));
        d.cluster.readers.clear();
        d.usage.writer_acu = some(acu);
    })
}

fn usd(text: &str) -> Usd {
    Usd::product(decimal(text), &[])
}

#[test]
fn io_optimized_pays_from_the_exact_number_of_requests_on() {
    let mut design = writer("8", 16);
    design.usage.storage_gb = some("200");
    design.usage.io_requests_millions = some("1000");
    let both = storage_types(&design, TODAY).unwrap();
    // (8 × 730 × (0.16 − 0.12) + 200 × (0.225 − 0.10)) / 0.20 = (233.60 + 25) / 0.20
    assert_eq!(both.break_even.unwrap().x.to_string(), "1293");
    assert_eq!(both.cheaper(), StorageType::Aurora);
    // 700.80 + 20 + 200 and, on the other type, 934.40 + 45; both + 0.45 + 1 + 0.40 + 8.65
    assert_eq!((both.own.usd.to_string(), both.other.to_string()), ("$931.30".into(), "$989.90".into()));
    design.usage.io_requests_millions = some("1293");
    let even = storage_types(&design, TODAY).unwrap();
    assert_eq!(even.own.usd, even.other);
    design.usage.io_requests_millions = some("1293.000001");
    assert_eq!(storage_types(&design, TODAY).unwrap().cheaper(), StorageType::AuroraIopt1);
}

#[test]
fn published_rules_of_thumb_for_io_optimized_do_not_come_out() {
    let mut design = writer("8", 16);
    design.usage.storage_gb = some("200");
    let exact = storage_types(&design, TODAY).unwrap().break_even.unwrap().x;
    let wrong = [
        "1176.2",    // 0.30 × compute + 1.25 × storage: (210.24 + 25) / 0.20, with an ACU at 0.156
        "1168",      // storage at the price of Standard
        "1201.3333", // requests at 25 % of the bill: 720.80 / 3 / 0.20
    ];
    assert!(wrong.iter().all(|it| exact > decimal(it).into()));
    design.cluster.storage_type = StorageType::AuroraIopt1;
    let line = bill(&design, TODAY).lines.into_iter().next().unwrap();
    assert_eq!(line.unit_price, Some(decimal("0.16").into()));
}

#[test]
fn the_break_even_counts_every_instance_and_follows_the_region() {
    let mut design = design(|d| {
        d.region = &EU_WEST_2;
        d.usage.writer_acu = some("4");
        d.usage.readers_acu = some("4");
        d.cluster.readers = vec![Instance::in_tier(1); 2];
    });
    // (12 × 730 × 0.05 + 100 × 0.125) / 0.20 = 450.50 / 0.20
    assert_eq!(storage_types(&design, TODAY).unwrap().break_even.unwrap().x.to_string(), "2252.5");
    design.region = &AP_NORTHEAST_1;
    // (12 × 730 × 0.05 + 100 × 0.15) / 0.24 = 453 / 0.24
    assert_eq!(storage_types(&design, TODAY).unwrap().break_even.unwrap().x.to_string(), "1887.5");
    design.prices.insert(PriceField::IoPerMillionStandard, Decimal::ZERO);
    assert_eq!(storage_types(&design, TODAY).unwrap().break_even, None);
    design.region = aurora_designer::facts::regions::Region::find("cn-north-1").unwrap();
    assert_eq!(storage_types(&design, TODAY), None);
}

/// Class, ACUs of the same memory, and the averages at which it costs the same: list price, I/O-Optimized, reserved.
const BREAK_EVENS: [(&str, u32, &str, &str, &str); 11] = [
    ("db.t4g.medium", 2, "0.61", "0.59", "0.48"),
    ("db.t4g.large", 4, "1.22", "1.19", "0.95"),
    ("db.t3.medium", 2, "0.68", "0.67", "0.53"),
    ("db.r6g.large", 8, "2.17", "2.11", "1.42"),
    ("db.r7g.large", 8, "2.30", "2.24", "1.78"),
    ("db.r8g.large", 8, "2.30", "2.24", "1.54"),
    ("db.r6g.xlarge", 16, "4.33", "4.22", "2.83"),
    ("db.r7g.xlarge", 16, "4.61", "4.49", "3.55"),
    ("db.r8g.xlarge", 16, "4.60", "4.49", "3.08"),
    ("db.r7g.2xlarge", 32, "9.22", "8.98", "7.09"),
    ("db.r7g.4xlarge", 64, "18.43", "17.96", "14.19"),
];

/// Rounded half up to two places.
fn two_places(acu: Decimal) -> String {
    let hundredths = (acu.as_micros() + 5000) / 10_000;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[test]
fn serverless_breaks_even_with_each_class_where_the_book_says() {
    for (name, memory_acu, standard, optimized, reserved) in BREAK_EVENS {
        let even = |storage_type| {
            let mut design = writer("0.5", memory_acu);
            design.cluster.storage_type = storage_type;
            let all = provisioned(&design, TODAY).unwrap();
            let class = all.classes.into_iter().find(|class| class.name == name).unwrap();
            assert_eq!((class.fit, u32::from(class.memory_gib)), (Fit::Peak, 2 * memory_acu));
            [class.break_even, class.reserved_break_even].map(|it| two_places(average(it.unwrap().x, 1)))
        };
        assert_eq!(even(StorageType::Aurora), [standard, reserved], "{name}");
        assert_eq!(even(StorageType::AuroraIopt1)[0], optimized, "{name}");
    }
}

#[test]
fn published_break_evens_of_a_db_r6g_large_do_not_come_out() {
    let all = provisioned(&writer("2", 8), TODAY).unwrap();
    let class = all.classes.iter().find(|class| class.name == "db.r6g.large").unwrap();
    let share = |it: Option<aurora_designer::estimate::alternatives::Crossing>| average(it.unwrap().x, 8);
    // 0.26 / 0.12 of the 8 ACU with the same memory: 27 %, not 40 %, and not 0.46 / 0.12.
    assert_eq!(share(class.break_even).to_string(), "0.270833");
    // A reservation lowers the threshold: 0.17 / 0.12 of 8, not 60 %.
    assert_eq!(share(class.reserved_break_even).to_string(), "0.177083");
}

#[test]
fn a_provisioned_month_holds_everything_else_too() {
    let design = design(|d| {
        d.usage.writer_acu = some("6");
        d.usage.readers_acu = some("6");
        d.cluster.performance_insights.mode = InsightsMode::Advanced;
        d.cluster.performance_insights.retention_days = 465;
        d.proxy = Some(Proxy::default());
    });
    let all = provisioned(&design, TODAY).unwrap();
    let class = |name: &str| all.classes.iter().find(|class| class.name == name).unwrap();
    // 6 ACU hold 12 GiB and 16 ACU 32 GiB.
    let (typical, peak) = (class("db.r8g.large"), class("db.r8g.xlarge"));
    assert_eq!((typical.fit, peak.fit), (Fit::Typical, Fit::Peak));
    // 2 × 730 × (0.276 + 2 × 0.0125 + 2 × 0.015) + 10 + 20 + 0.45 + 1 + 0.80 + 8.65
    assert_eq!(typical.on_demand.to_string(), "$524.16"); // 1460 × 0.331 = 483.26
    // 1460 × (0.185 + 0.055) + 40.90
    assert_eq!(typical.reserved.unwrap().to_string(), "$391.30");
    // 1460 × (0.276 × 0.8 + 0.055) + 40.90
    assert_eq!(typical.planned.unwrap().to_string(), "$443.57"); // 1460 × 0.2758 = 402.668
    assert_eq!(class("db.r6g.large").planned, None);
    // Serverless at x ACU-hours, proxy at its floor: x × 0.123125 + 87.60 = 483.26, so 3213.4822 ACU-hours.
    assert_eq!(two_places(average(typical.break_even.unwrap().x, 2)), "2.20");
    assert_eq!(all.own.usd, bill(&design, TODAY).total(Month::Typical).usd);
    assert!(all.classes.iter().all(|class| class.complete));
    assert!(all.classes.is_sorted_by_key(|class| class.on_demand));
}

#[test]
fn a_reservation_buys_1_3_units_on_io_optimized() {
    let mut design = writer("4", 8);
    design.cluster.storage_type = StorageType::AuroraIopt1;
    let all = provisioned(&design, TODAY).unwrap();
    let class = all.classes.iter().find(|class| class.name == "db.r6g.large").unwrap();
    // 730 × 0.338 and 730 × 0.17 × 1.3, both + 22.50 + 0.45 + 1 + 0.40 + 8.65
    assert_eq!(class.on_demand.to_string(), "$279.74");
    assert_eq!(class.reserved.unwrap().to_string(), "$194.33");
}

#[test]
fn what_is_not_known_of_a_class_is_said() {
    let mut design = writer("4", 8);
    design.region = &EU_WEST_2;
    let classes = provisioned(&design, TODAY).unwrap().classes;
    assert!(!classes.is_empty() && classes.iter().all(|class| class.reserved.is_none() && class.complete));
    design.cluster.performance_insights.retention_days = 62;
    assert!(provisioned(&design, TODAY).unwrap().classes.iter().all(|class| !class.complete));
    design.region = &AP_EAST_2;
    design.proxy = Some(Proxy::default());
    let all = provisioned(&design, TODAY).unwrap();
    assert!(!all.complete && all.classes.iter().all(|class| !class.complete));
}

#[test]
fn a_savings_plan_pays_above_its_share_of_the_commitment() {
    let mut design = writer("8", 32);
    let idea = savings_plan(&design, TODAY).unwrap();
    assert!(idea.supposed && idea.percent == decimal("35"));
    // 8 × 65 %, and its cost: 5.2 × 87.60 + 10 + 20 + 0.45 + 1 + 0.40 + 8.65
    let even = idea.break_even.unwrap();
    assert_eq!((average(even.x, 1).to_string(), even.usd.to_string()), ("5.2".into(), "$496.02".into()));
    assert_eq!(idea.own.usd.to_string(), "$741.30"); // 700.80 + 40.50
    assert_eq!(idea.planned.at(idea.own.x).to_string(), "$496.02"); // 8 × 730 × 0.078 + 40.50
    design.usage.savings_plan_percent = decimal("20");
    let chosen = savings_plan(&design, TODAY).unwrap();
    assert!(!chosen.supposed);
    assert_eq!(average(chosen.break_even.unwrap().x, 1).to_string(), "6.4");
    assert_eq!(chosen.own.usd, bill(&design, TODAY).total(Month::Typical).usd);
}

#[test]
fn a_plan_for_a_cluster_that_sleeps_is_paid_all_month() {
    let mut design = writer("2", 8);
    design.cluster.min_capacity = Acu::ZERO;
    design.usage.active_hours_per_month = some("160");
    let plan = savings_plan(&design, TODAY).unwrap();
    // It runs 320 of the 1460 ACU-hours that the plan would commit to, and 949 would have to run.
    assert_eq!((plan.own.x.to_string(), plan.commitment.to_string()), ("320".into(), "1460".into()));
    assert_eq!(plan.break_even.unwrap().x.to_string(), "949");
    assert!(plan.planned.at(plan.own.x) > plan.on_demand.at(plan.own.x));
}

#[test]
fn other_published_figures_do_not_come_out() {
    // 2 ACU cost 0.24 an hour, not 0.12; a month has 730 hours, not 720; an ACU in Virginia 0.12, not 0.14.
    let line = bill(&writer("2", 8), TODAY).lines.into_iter().next().unwrap();
    assert_eq!(line.monthly.unwrap().typical, usd("175.20"));
    // The first vector of AWS' own sizing tool: 6 ACU and 500 GB, 525.60 of it compute.
    let mut design = writer("6", 16);
    design.usage.storage_gb = some("500");
    let lines = bill(&design, TODAY).lines;
    assert_eq!(lines[0].monthly.unwrap().typical, usd("525.60"));
    assert_eq!(lines[1].monthly.unwrap().typical, usd("50"));
}

#[test]
fn an_acu_without_a_price_has_no_comparison() {
    let design = design(|d| {
        d.region = aurora_designer::facts::regions::Region::find("cn-north-1").unwrap();
        d.cluster.engine = Engine::AuroraMysql;
    });
    assert_eq!(average_acu(&design, TODAY), None);
    assert_eq!(provisioned(&design, TODAY), None);
    assert_eq!(savings_plan(&design, TODAY), None);
}

proptest! {
    #[test]
    fn the_designs_own_point_lies_on_its_line(design in designs()) {
        let bill = bill(&design, TODAY);
        if let Some(line) = average_acu(&design, TODAY) {
            let own = line.months.typical;
            prop_assert_eq!(own.usd, bill.total(Month::Typical).usd);
            prop_assert_eq!(line.typical.at(own.x).cents(), own.usd.cents());
            if design.secondaries().is_empty() {
                let ceiling = line.months.ceiling;
                prop_assert_eq!(line.typical.at(ceiling.x).cents(), ceiling.usd.cents());
            }
            prop_assert!(line.typical.points().is_sorted_by(|one, two| one.x < two.x && one.usd <= two.usd));
        }
    }

    #[test]
    fn both_lines_cost_the_same_where_they_cross(design in designs()) {
        let same = |one: Usd, two: Usd| (one.cents() - two.cents()).abs() <= 1;
        if let Some(all) = provisioned(&design, TODAY) {
            for class in &all.classes {
                if let Some(even) = class.break_even {
                    prop_assert!(same(all.serverless.at(even.x), class.on_demand), "{}", class.name);
                }
                if let (Some(list), Some(reserved)) = (class.break_even, class.reserved_break_even) {
                    prop_assert!(reserved.x <= list.x, "a discount lowers the threshold");
                }
            }
        }
        if let Some(both) = storage_types(&design, TODAY)
            && let Some(even) = both.break_even
        {
            prop_assert!(same(both.standard.at(even.x), both.optimized.at(even.x)));
            let own = bill(&design, TODAY).total(Month::Typical).usd;
            prop_assert_eq!(both.own.usd.cents(), own.cents());
        }
        if let Some(plan) = savings_plan(&design, TODAY)
            && let Some(even) = plan.break_even
        {
            prop_assert!(same(plan.planned.at(even.x), plan.on_demand.at(even.x)));
        }
    }
}
