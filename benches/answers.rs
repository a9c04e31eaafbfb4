//! How long an answer takes: `cargo bench`. A bill must take 20 µs at most, all
//! rules 100 µs, all answers of a design together 1 ms.

use aurora_designer::design::{Design, GlobalCluster, InsightsMode, Instance, Proxy, Secondary};
use aurora_designer::estimate::{Bill, bill};
use aurora_designer::facts::FACTS_DATE;
use aurora_designer::facts::regions::{AP_NORTHEAST_1, EU_CENTRAL_1, EU_WEST_1};
use aurora_designer::formats::{terraform, yaml};
use aurora_designer::rules;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// A writer and 15 readers behind a proxy.
fn sixteen() -> Design {
    let mut design =
        Design { proxy: Some(Proxy { read_only_endpoint: true, ..Proxy::default() }), ..Design::default() };
    design.cluster.readers = (0..15).map(|place| Instance::in_tier(place % 4)).collect();
    design.cluster.performance_insights.mode = InsightsMode::Advanced;
    design.cluster.performance_insights.retention_days = 465;
    design
}

/// The same with three secondaries: the longest bill there is in practice.
fn global() -> Design {
    let secondaries = [&EU_WEST_1, &EU_CENTRAL_1, &AP_NORTHEAST_1].map(Secondary::in_region).into();
    Design { global: Some(GlobalCluster { secondaries, ..GlobalCluster::default() }), ..sixteen() }
}

fn bench_bill(bencher: Bencher<'_, '_>, design: &Design) {
    bencher.bench_local(|| -> Bill { bill(black_box(design), FACTS_DATE) });
}

#[divan::bench]
fn bill_of_the_default(bencher: Bencher<'_, '_>) {
    bench_bill(bencher, &Design::default());
}

#[divan::bench]
fn bill_of_16_instances(bencher: Bencher<'_, '_>) {
    bench_bill(bencher, &sixteen());
}

#[divan::bench]
fn bill_of_16_instances_and_3_secondaries(bencher: Bencher<'_, '_>) {
    bench_bill(bencher, &global());
}

#[divan::bench]
fn check_of_16_instances(bencher: Bencher<'_, '_>) {
    let design = sixteen();
    let bill = bill(&design, FACTS_DATE);
    bencher.bench_local(|| rules::check(black_box(&design), &bill, FACTS_DATE));
}

#[divan::bench]
fn check_of_16_instances_and_3_secondaries(bencher: Bencher<'_, '_>) {
    let design = global();
    let bill = bill(&design, FACTS_DATE);
    bencher.bench_local(|| rules::check(black_box(&design), &bill, FACTS_DATE));
}

#[divan::bench]
fn terraform_of_16_instances(bencher: Bencher<'_, '_>) {
    let design = sixteen();
    bencher.bench_local(|| terraform::main_tf(black_box(&design)));
}

#[divan::bench]
fn yaml_of_16_instances(bencher: Bencher<'_, '_>) {
    let design = sixteen();
    bencher.bench_local(|| yaml::write(black_box(&design)));
}

fn bench_all(bencher: Bencher<'_, '_>, design: &Design) {
    bencher.bench_local(|| {
        let design = black_box(design);
        let bill = bill(design, FACTS_DATE);
        let findings = rules::check(design, &bill, FACTS_DATE);
        (findings, terraform::main_tf(design), yaml::write(design))
    });
}

#[divan::bench]
fn all_answers_for_16_instances(bencher: Bencher<'_, '_>) {
    bench_all(bencher, &sixteen());
}

#[divan::bench]
fn all_answers_for_16_instances_and_3_secondaries(bencher: Bencher<'_, '_>) {
    bench_all(bencher, &global());
}
