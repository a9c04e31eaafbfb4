//! Whether serverless fits: every signal, every verdict, every alternative.

use aurora_designer::design::{
    Design, Engine, Environment, FirstQuery, GlobalCluster, Instance, Proxy, Traits, Variability, Vpc,
};
use aurora_designer::estimate::{Fit, FitVerdict, fit};
use aurora_designer::facts::{Acu, Decimal};

const PROVISIONED: &str = "Provisioned Aurora instances";
const RDS: &str = "RDS on a small instance";
const DSQL: &str = "Aurora DSQL";
const EXPRESS: &str = "Aurora PostgreSQL's express configuration";
const HALF: &str = "A minimum of 0.5 ACU";

/// What stands before the colon of each alternative.
fn instead(fit: &Fit) -> Vec<&'static str> {
    fit.instead.iter().map(|text| text.split_once(':').map_or(*text, |(name, _)| name)).collect()
}
fn with(change: impl FnOnce(&mut Design)) -> Fit {
    let mut design = Design::default();
    change(&mut design);
    fit(&design)
}

fn answers(fit: &Fit) -> Vec<&'static str> {
    fit.signals.iter().map(|signal| signal.answer.word()).collect()
}

fn load(variability: Variability) -> impl Fn(&mut Design) {
    move |it| it.traits.variability = Some(variability)
}

#[test]
fn without_traits_it_may_fit_and_says_what_to_tell() {
    let fit = with(|_| ());
    assert_eq!(fit.verdict.word(), "perhaps");
    assert_eq!(answers(&fit), ["open", "open", "open", "open", "for", "for"]);
    assert!(fit.signals[0].because.contains("traits.variability") && instead(&fit).is_empty());
}

#[test]
fn a_load_that_varies_fits_and_a_steady_one_does_not() {
    for (variability, first, second, word) in [
        (Variability::Daily, "for", "open", "yes"),
        (Variability::Spiky, "for", "for", "yes"),
        (Variability::Unpredictable, "for", "for", "yes"),
        (Variability::Steady, "against", "against", "no"),
    ] {
        let fit = with(load(variability));
        assert_eq!((answers(&fit)[0], answers(&fit)[1], fit.verdict.word()), (first, second, word));
    }
    assert_eq!(instead(&with(load(Variability::Steady))), [PROVISIONED]);
}

#[test]
fn a_steady_load_elsewhere_than_in_production_may_fit_until_cost_comes_first() {
    let staging = |cost_first| {
        with(|it| {
            it.environment = Environment::Staging;
            it.cluster.engine = Engine::AuroraMysql;
            it.traits.variability = Some(Variability::Steady);
            it.traits.cost_first = cost_first;
        })
    };
    assert_eq!((staging(None).verdict, instead(&staging(None))), (FitVerdict::Perhaps, vec![PROVISIONED]));
    assert_eq!(staging(Some(true)).verdict, FitVerdict::FitsNot);
    assert_eq!(answers(&staging(Some(true)))[2..4], ["for", "against"]);
}

#[test]
fn a_small_steady_database_needs_no_cluster() {
    let small = |max| {
        with(|it| {
            it.traits = Traits {
                cost_first: Some(true),
                variability: Some(Variability::Steady),
                ..Traits::default()
            };
            it.cluster.max_capacity = Acu::halves(max);
        })
    };
    assert_eq!(instead(&small(8)), [RDS, PROVISIONED]);
    assert_eq!(instead(&small(9)), [PROVISIONED]);
}

#[test]
fn idle_hours_pay_only_where_it_pauses() {
    let idle = |hours, min| {
        with(|it| {
            it.traits.variability = Some(Variability::Daily);
            it.traits.idle_hours_per_day = Some(Decimal::whole(hours));
            it.cluster.min_capacity = Acu::halves(min);
        })
    };
    assert_eq!((answers(&idle(8, 0))[3], idle(8, 0).verdict), ("for", FitVerdict::Fits));
    assert_eq!((answers(&idle(8, 1))[3], idle(8, 1).verdict), ("against", FitVerdict::Perhaps));
    assert_eq!(answers(&idle(7, 0))[3], "open");
}

#[test]
fn who_cannot_wait_and_will_not_pay_is_sent_elsewhere() {
    let hurried = |engine, min, cost_first| {
        with(|it| {
            it.cluster.engine = engine;
            it.cluster.min_capacity = Acu::halves(min);
            it.traits.variability = Some(Variability::Spiky);
            it.traits.idle_hours_per_day = Some(Decimal::whole(20));
            it.traits.first_query = Some(FirstQuery::Instant);
            it.traits.cost_first = cost_first;
        })
    };
    let fit = hurried(Engine::AuroraPostgresql, 0, Some(true));
    assert_eq!((fit.verdict, instead(&fit)), (FitVerdict::FitsNot, vec![HALF, DSQL]));
    assert_eq!(instead(&hurried(Engine::AuroraMysql, 1, Some(true))), [""; 0]);
    let fit = hurried(Engine::AuroraPostgresql, 0, None);
    assert_eq!((fit.verdict, instead(&fit)), (FitVerdict::Fits, vec![HALF]));
}

#[test]
fn an_average_above_the_break_even_speaks_for_provisioned_instances() {
    let busy = |halves: u64| {
        with(|it| {
            it.traits.variability = Some(Variability::Daily);
            it.cluster.max_capacity = Acu::whole(100);
            it.usage.writer_acu = Some(Decimal::from_micros(halves * 500_000));
        })
    };
    assert_eq!((answers(&busy(58))[3], instead(&busy(58))), ("open", Vec::new()));
    assert_eq!((answers(&busy(59))[3], instead(&busy(59))), ("against", vec![PROVISIONED]));
    assert!(busy(59).signals[3].because.starts_with("The writer averages 29.5 of 100 ACU"));
    assert_eq!(busy(59).verdict, FitVerdict::Perhaps);
}

#[test]
fn a_range_that_hardly_scales_is_no_reason() {
    let range = |min, max| {
        let fit = with(|it| {
            (it.cluster.min_capacity, it.cluster.max_capacity) = (Acu::halves(min), Acu::halves(max));
        });
        answers(&fit)[4]
    };
    assert_eq!(
        [range(0, 2), range(4, 8), range(4, 7), range(4, 4), range(4, 2)],
        ["for", "for", "open", "against", "against"]
    );
}

#[test]
fn availability_asks_for_a_reader_elsewhere_that_follows() {
    let readers = |tiers: &[u32]| {
        let fit = with(|it| {
            it.cluster.readers = tiers.iter().map(|tier| Instance::in_tier(*tier)).collect();
        });
        (answers(&fit)[5], fit.signals[5].because.contains("none is kept"))
    };
    assert_eq!(
        [readers(&[1]), readers(&[2]), readers(&[])],
        [("for", false), ("open", true), ("open", false)]
    );
}

#[test]
fn a_plain_trial_may_need_nothing_of_this() {
    let trial = |change: fn(&mut Design)| {
        with(|it| {
            it.environment = Environment::Development;
            change(it);
        })
    };
    assert_eq!(instead(&trial(|_| ())), [EXPRESS]);
    assert_eq!(instead(&trial(|it| it.proxy = Some(Proxy::default()))), [""; 0]);
    assert_eq!(instead(&trial(|it| it.cluster.network.vpc = Vpc::Existing)), [""; 0]);
    assert_eq!(instead(&trial(|it| it.global = Some(GlobalCluster::default()))), [""; 0]);
    assert_eq!(instead(&trial(|it| it.cluster.engine = Engine::AuroraMysql)), [""; 0]);
}

#[test]
fn every_verdict_has_its_sentence() {
    let all = [FitVerdict::Fits, FitVerdict::Perhaps, FitVerdict::FitsNot];
    assert_eq!(all.map(FitVerdict::word), ["yes", "perhaps", "no"]);
    assert!(all.iter().all(|verdict| verdict.says().starts_with("Aurora Serverless v2 ")));
}
