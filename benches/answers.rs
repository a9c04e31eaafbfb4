//! How long an answer takes: `cargo bench`. A bill must take 20 µs at most, all rules 100 µs, a `main.tf` 300 µs, all
//! answers of a design together 1 ms. The 300 µs hold for the largest design there is: a Global Database in eleven
//! Regions with everything switched on.

use aurora_designer::design::{
    Credentials, Design, GlobalCluster, InsightsMode, Instance, Network, Proxy, Secondary, Vpc,
};
use aurora_designer::estimate::budget::fits;
use aurora_designer::estimate::regions::in_every_region;
use aurora_designer::estimate::{Bill, bill};
use aurora_designer::facts::regions::{AP_NORTHEAST_1, EU_CENTRAL_1, EU_WEST_1, REGIONS};
use aurora_designer::facts::{Decimal, FACTS_DATE};
use aurora_designer::formats::charts::{EXPORTED_WIDTH, charts};
use aurora_designer::formats::{bundle, terraform, yaml};
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

/// The longest `main.tf` there is: ten secondaries, as many readers as they leave room for, and everything switched on.
fn eleven_regions() -> Design {
    let mut design = sixteen();
    design.cluster.readers.truncate(5);
    design.cluster.credentials = Credentials::SecretsManager;
    design.cluster.rotation_days = Some(30);
    design.cluster.aws_backup = true;
    design.cluster.alarms.dashboard = true;
    design.tags = (0..46).map(|tag| (format!("tag {tag}"), "a value of some length".to_owned())).collect();
    let others = REGIONS.iter().filter(|region| region.partition == design.region.partition);
    let others = others.filter(|region| region.code != design.region.code).take(10);
    let client_security_group_ids = vec!["sg-0a1b2c3d4e5f60718".to_owned()];
    let secondaries = others.map(|region| Secondary {
        readers: 2,
        network: Network {
            vpc: Vpc::Create,
            client_security_group_ids: client_security_group_ids.clone(),
            ..Network::default()
        },
        ..Secondary::in_region(region)
    });
    design.global = Some(GlobalCluster { secondaries: secondaries.collect(), ..GlobalCluster::default() });
    design
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
fn every_region_of_16_instances(bencher: Bencher<'_, '_>) {
    let design = sixteen();
    bencher.bench_local(|| in_every_region(black_box(&design), FACTS_DATE));
}

#[divan::bench]
fn fit_of_a_budget_for_16_instances(bencher: Bencher<'_, '_>) {
    let design = sixteen();
    bencher.bench_local(|| fits(black_box(&design), Decimal::whole(3000), FACTS_DATE));
}

#[divan::bench]
fn charts_of_16_instances(bencher: Bencher<'_, '_>) {
    let design = sixteen();
    let bill = bill(&design, FACTS_DATE);
    bencher.bench_local(|| charts(black_box(&design), &bill, FACTS_DATE, EXPORTED_WIDTH));
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
fn terraform_of_eleven_regions(bencher: Bencher<'_, '_>) {
    let design = eleven_regions();
    bencher.bench_local(|| terraform::main_tf(black_box(&design)));
}

#[divan::bench]
fn bundle_of_eleven_regions(bencher: Bencher<'_, '_>) {
    let design = eleven_regions();
    bencher.bench_local(|| bundle::bundle(black_box(&design)));
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
