//! The drawing: nothing overlaps, nothing sticks out, no line runs behind a card, whatever the design.

use aurora_designer::design::{
    Client, Design, GlobalCluster, Instance, Part, Proxy, Secondary, StorageType, Word, Zone,
};
use aurora_designer::estimate::{Band, Bill, Line, LineId, Usd};
use aurora_designer::facts::prices::PRICE_DATE;
use aurora_designer::facts::regions::{AP_NORTHEAST_1, EU_WEST_1, REGIONS};
use aurora_designer::facts::{Acu, Decimal};
use aurora_designer::formats::diagram::{Align, Diagram, Form, Point, Rect, layout, text_width};
use aurora_designer::formats::svg::{Theme, svg};
use aurora_designer::rules::{Finding, Severity};
use proptest::prelude::*;

/// A line of a made-up bill; the drawing is tested apart from the prices.
fn line(id: LineId, part: Part, usd: Option<u64>) -> Line {
    Line {
        id,
        item: String::new(),
        part,
        quantity: String::new(),
        unit: "",
        unit_price: None,
        monthly: usd.map(|usd| Band::flat(Usd::product(Decimal::from_micros(usd * 10_000), &[]))),
        arithmetic: String::new(),
        note: None,
        provenance: None,
    }
}

/// A bill of made-up amounts in cents: so much for each instance, small ones for the rest.
fn bill(design: &Design, cents: u64) -> Bill {
    let mut lines = Vec::new();
    for index in 0..=design.cluster.readers.len() {
        let id = if index == 0 { LineId::WriterAcu } else { LineId::ReaderAcu };
        lines.push(line(id, Part::Instance(index), Some(cents)));
    }
    lines.push(line(LineId::Storage, Part::Storage, Some(1200)));
    lines.push(line(LineId::Secret, Part::Secret, Some(45)));
    lines.push(line(LineId::Kms, Part::Kms, None));
    lines.push(line(LineId::Alarms, Part::Monitoring, Some(355)));
    lines.push(line(LineId::Backup, Part::Backups, Some(63)));
    if design.proxy.is_some() {
        lines.push(line(LineId::Proxy, Part::Proxy, Some(10_950)));
        lines.push(line(
            LineId::ProxyEndpoint,
            Part::Proxy,
            design.proxy.as_ref().and_then(|proxy| (!proxy.read_only_endpoint).then_some(0)),
        ));
    }
    for (index, secondary) in design.secondaries().iter().enumerate() {
        let acu = cents * u64::from(secondary.readers);
        if acu > 0 {
            lines.push(line(LineId::SecondaryAcu, Part::Secondary(index), Some(acu)));
        }
        lines.push(line(LineId::SecondaryStorage, Part::Secondary(index), Some(1320)));
        lines.push(line(LineId::Transfer, Part::Secondary(index), None));
    }
    Bill { region: design.region.code, price_date: PRICE_DATE, lines }
}

/// The default cluster with so many readers in turn, in tiers 1, 2, 3 …
fn with_readers(tiers: &[u32]) -> Design {
    let mut design = Design::default();
    design.cluster.readers = tiers.iter().map(|tier| Instance::in_tier(*tier)).collect();
    design
}

fn proxied(mut design: Design, read_only_endpoint: bool) -> Design {
    design.clients = [Client::Lambda, Client::Ecs].into();
    design.proxy = Some(Proxy { read_only_endpoint, ..Proxy::default() });
    design
}

fn global(mut design: Design, readers: &[u32]) -> Design {
    let regions = REGIONS.iter().filter(|region| region.code != design.region.code);
    let mut secondaries: Vec<Secondary> =
        regions.zip(readers).map(|(region, _)| Secondary::in_region(region)).collect();
    for (secondary, readers) in secondaries.iter_mut().zip(readers) {
        secondary.readers = *readers;
    }
    if let [first, second] = secondaries.as_mut_slice() {
        (first.region, second.region) = (&EU_WEST_1, &AP_NORTHEAST_1);
    }
    design.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
    design
}

fn in_zones(mut design: Design, zones: &str) -> Design {
    let mut letters = zones.chars().map(|letter| Zone::parse(&letter.to_string()).ok());
    design.cluster.writer.availability_zone = letters.next().flatten();
    for (reader, zone) in design.cluster.readers.iter_mut().zip(letters) {
        reader.availability_zone = zone;
    }
    design
}

/// A finding of each severity, at a few parts.
fn findings(design: &Design) -> Vec<Finding> {
    use aurora_designer::design::{Field, Member};
    let rule = aurora_designer::rules::ALL[0];
    let mut found = vec![
        rule.finding(Field::InstanceTier(0), "").severity(Severity::Warning),
        rule.finding(Field::Vpc(Member::Primary), "").severity(Severity::Note),
        rule.finding(Field::Region, "").severity(Severity::Error),
        rule.finding(Field::Clients, "").severity(Severity::Note),
        rule.finding(Field::MinCapacity, "").severity(Severity::Error),
        rule.finding(Field::Proxy, "").severity(Severity::Note),
        rule.finding(Field::BackupRetention, "").severity(Severity::Warning),
        rule.finding(Field::StorageType, "").severity(Severity::Note),
        rule.finding(Field::SecondaryReaders(0), "").severity(Severity::Warning),
    ];
    if !design.cluster.readers.is_empty() {
        found.push(rule.finding(Field::InstanceTier(1), "").severity(Severity::Note));
        found.push(rule.finding(Field::InstanceTier(1), "").severity(Severity::Note));
    }
    found
}

fn goldens() -> Vec<(&'static str, Design, Form, bool)> {
    let orders = proxied(with_readers(&[1, 3]), true);
    let mut vast = orders.clone();
    vast.cluster.max_capacity = Acu::whole(256);
    vast.cluster.min_capacity = Acu::halves(257);
    vast.cluster.storage_type = StorageType::AuroraIopt1;
    vast.clients = [Client::Lambda, Client::Ecs, Client::Eks, Client::Ec2].into();
    let tiers: Vec<u32> = [1, 1].into_iter().chain(2..15).collect();
    let sixteen = proxied(with_readers(&tiers), true);
    let plain = with_readers(&[1, 3]);
    vec![
        ("default", Design::default(), Form::Wide, false),
        ("orders", orders.clone(), Form::Wide, true),
        ("orders-narrow", orders.clone(), Form::Narrow, true),
        ("orders-phone", orders.clone(), Form::Phone, true),
        ("four-writer-in-b", in_zones(proxied(with_readers(&[1, 3, 5]), false), "baca"), Form::Wide, false),
        ("writer-in-c", in_zones(proxied(with_readers(&[2, 1]), true), "cba"), Form::Wide, false),
        ("eight", proxied(with_readers(&[1, 1, 3, 4, 5, 6, 7]), true), Form::Wide, true),
        ("sixteen", sixteen.clone(), Form::Wide, true),
        ("sixteen-narrow", sixteen.clone(), Form::Narrow, true),
        ("sixteen-phone", sixteen.clone(), Form::Phone, true),
        ("six-zones", in_zones(proxied(with_readers(&[1, 2, 3, 4, 5]), true), "abcdef"), Form::Wide, false),
        ("vast-narrow", vast, Form::Narrow, true),
        ("writer-only", with_readers(&[]), Form::Wide, false),
        ("global", global(plain.clone(), &[1, 0]), Form::Wide, true),
        ("global-phone", global(plain.clone(), &[1, 0]), Form::Phone, false),
        (
            "global-five",
            global(in_zones(with_readers(&[1, 1, 2, 2, 2, 2]), "abcabca"), &[1, 3, 0, 2, 1]),
            Form::Wide,
            false,
        ),
        ("global-three", global(orders, &[4, 2, 1]), Form::Narrow, false),
        ("global-ten", global(plain, &[1; 10]), Form::Wide, false),
    ]
}

#[test]
fn every_golden_drawing_is_as_it_was() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    for (name, design, form, with_findings) in goldens() {
        let found = if with_findings { findings(&design) } else { Vec::new() };
        let diagram = layout(&design, &bill(&design, 35_040), &found, form);
        for (theme, suffix) in [(Theme::Light, ""), (Theme::Dark, "-dark")] {
            if theme == Theme::Dark && name != "orders" && name != "global" {
                continue;
            }
            let path = folder.join(format!("{name}{suffix}.svg"));
            let drawn = svg(&diagram, theme);
            if update {
                std::fs::write(&path, &drawn).unwrap();
            }
            let golden = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(drawn == golden, "{} differs; UPDATE_GOLDEN=1 rewrites it", path.display());
        }
    }
}
