//! The drawing: nothing overlaps, nothing sticks out, no line runs behind a card, whatever the design.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic")]

use aurora_designer::design::{
    Client, Design, GlobalCluster, Instance, Part, Proxy, Secondary, StorageType, Word, Zone,
};
use aurora_designer::estimate::{Arithmetic, Band, Bill, Line, LineId, Quantity, Usd};
use aurora_designer::facts::prices::PRICE_DATE;
use aurora_designer::facts::regions::{AP_NORTHEAST_1, EU_WEST_1, REGIONS};
use aurora_designer::facts::{Acu, Decimal};
use aurora_designer::formats::diagram::{Align, Diagram, Form, Point, Rect, Style, layout, text_width};
use aurora_designer::formats::svg::{Theme, svg};
use aurora_designer::rules::{Finding, Severity};
use proptest::prelude::*;

/// A line of a made-up bill; the drawing is tested apart from the prices.
fn line(id: LineId, part: Part, usd: Option<u64>) -> Line {
    Line {
        id,
        part,
        region: "us-east-1",
        quantity: Quantity::ZERO,
        unit_price: None,
        monthly: usd.map(|usd| Band::flat(Usd::product(Decimal::from_micros(usd * 10_000), &[]))),
        arithmetic: Arithmetic::Free { requests: Decimal::ZERO },
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

/// The pixels a text may cover, from left to right.
fn extent(text: &aurora_designer::formats::diagram::Text) -> (i32, i32) {
    let width = text_width(&text.text, text.style);
    match text.align {
        Align::Start => (text.at.x, text.at.x + width),
        Align::Middle => (text.at.x - width / 2, text.at.x + (width + 1) / 2),
        Align::End => (text.at.x - width, text.at.x),
    }
}

/// Whether a stretch runs through the inside of a card.
fn crosses(from: Point, to: Point, rect: Rect) -> bool {
    let (left, right) = (from.x.min(to.x), from.x.max(to.x));
    let (top, bottom) = (from.y.min(to.y), from.y.max(to.y));
    left < rect.right() && right > rect.x && top < rect.bottom() && bottom > rect.y
}

fn touches(point: Point, rect: Rect) -> bool {
    (rect.x..=rect.right()).contains(&point.x)
        && (rect.y..=rect.bottom()).contains(&point.y)
        && (point.x == rect.x || point.x == rect.right() || point.y == rect.y || point.y == rect.bottom())
}

/// The ink of a text: from the height of its capitals to its baseline.
fn ink(text: &aurora_designer::formats::diagram::Text) -> Rect {
    let (start, end) = extent(text);
    Rect::new(start, text.at.y - 9, end - start, 9)
}

/// What stands on one card keeps apart, and no sign lies on what belongs to another.
fn check_marks(diagram: &Diagram) {
    let canvas = Rect::new(0, 0, diagram.width, diagram.height);
    let badges: Vec<Rect> = diagram
        .nodes
        .iter()
        .filter_map(|node| node.badge)
        .chain(diagram.frames.iter().filter_map(|frame| frame.badge))
        .map(|badge| badge.rect)
        .collect();
    for (place, badge) in badges.iter().enumerate() {
        assert!(canvas.holds(*badge), "a badge lies outside: {badge:?}");
        assert!(
            !badges.iter().skip(place + 1).any(|other| badge.overlaps(*other)),
            "two badges meet: {badge:?}"
        );
        assert!(!diagram.zones.iter().any(|zone| zone.add.overlaps(*badge)), "{badge:?} lies on a button");
        assert!(
            !diagram.zones.iter().any(|zone| ink(&zone.title).overlaps(*badge)),
            "{badge:?} lies on a title"
        );
    }
    for (place, node) in diagram.nodes.iter().enumerate() {
        assert!(node.rect.width >= 24 && node.rect.height >= 24, "{} is too small to hit", node.key);
        assert_eq!(node.worst.is_some(), node.badge.is_some(), "{} hides its findings", node.key);
        let mut things: Vec<(String, Rect)> =
            node.texts.iter().map(|text| (text.text.clone(), ink(text))).collect();
        things.extend(node.glyphs.iter().map(|(glyph, rect)| (format!("{glyph:?}"), *rect)));
        things.extend(node.gauge.map(|gauge| ("the gauge".to_owned(), gauge.track)));
        things.extend(node.copies.iter().map(|copy| ("a copy".to_owned(), *copy)));
        things.extend(node.badge.map(|badge| ("the badge".to_owned(), badge.rect)));
        for (number, (what, rect)) in things.iter().enumerate() {
            for (other, there) in things.iter().skip(number + 1) {
                assert!(!rect.overlaps(*there), "{what:?} meets {other:?} on {}", node.key);
            }
        }
        for (other, card) in diagram.nodes.iter().enumerate().filter(|(other, _)| *other != place) {
            let on = node.badge.is_some_and(|badge| badge.rect.overlaps(card.rect));
            assert!(!on, "the badge of {} lies on {}", node.key, diagram.nodes[other].key);
        }
    }
    for frame in &diagram.frames {
        let Some(badge) = frame.badge else { continue };
        assert!(
            !frame.texts.iter().any(|text| ink(text).overlaps(badge.rect)),
            "a frame's badge lies on a text"
        );
        assert!(
            !diagram.nodes.iter().any(|node| node.rect.overlaps(badge.rect)),
            "a frame's badge lies on a card"
        );
    }
    for slot in &diagram.slots {
        let room = slot.rect.width - 24;
        assert!(text_width(&slot.title, Style::Name) <= room, "{:?} leaves its place", slot.title);
        assert!(text_width(&slot.sentence, Style::Meta) <= room, "{:?} leaves its place", slot.sentence);
    }
    for link in diagram.ties.iter().filter_map(|tie| tie.link) {
        assert!(!diagram.nodes.iter().any(|node| node.rect.overlaps(link)), "a tie's link lies on a card");
    }
}

/// Every part with a finding shows it, as far as the drawing has a place for the part.
fn check_findings(diagram: &Diagram, found: &[Finding], form: Form) {
    for finding in found {
        let part = finding.part();
        let shown = diagram.nodes.iter().any(|node| node.part == part && node.badge.is_some())
            || diagram.frames.iter().any(|frame| frame.part == part && frame.badge.is_some());
        let absent = match part {
            Part::Secondary(_) | Part::Proxy => !diagram.nodes.iter().any(|node| node.part == part),
            Part::Usage => form != Form::Phone,
            _ => false,
        };
        assert!(shown || absent, "{part:?} hides its findings in the form {form:?}");
    }
}

fn check_cards(diagram: &Diagram) {
    let canvas = Rect::new(0, 0, diagram.width, diagram.height);
    for (place, node) in diagram.nodes.iter().enumerate() {
        assert!(canvas.holds(node.rect), "{} lies outside: {:?}", node.key, node.rect);
        for other in diagram.nodes.iter().skip(place + 1) {
            assert!(!node.rect.overlaps(other.rect), "{} overlaps {}", node.key, other.key);
            assert_ne!(node.key, other.key);
        }
        for (number, text) in node.texts.iter().enumerate() {
            let (start, end) = extent(text);
            let inside = node.rect.x + 4 <= start && end <= node.rect.right() - 4;
            let on_card = node.rect.y < text.at.y - 8 && text.at.y < node.rect.bottom();
            assert!(inside && on_card, "{:?} leaves {}", text.text, node.key);
            for other in node.texts.iter().skip(number + 1).filter(|other| other.at.y == text.at.y) {
                let (from, to) = extent(other);
                assert!(end < from || to < start, "{:?} meets {:?} on {}", text.text, other.text, node.key);
            }
            let badge =
                node.badge.filter(|badge| badge.rect.y < text.at.y && text.at.y - 9 < badge.rect.bottom());
            if let Some(badge) = badge.filter(|badge| node.rect.holds(badge.rect)) {
                assert!(end <= badge.rect.x || badge.rect.right() <= start, "{:?} meets a badge", text.text);
            }
        }
        if let Some(gauge) = node.gauge {
            assert!(node.rect.holds(gauge.track));
            assert!(0 <= gauge.min && gauge.min <= gauge.max && gauge.max <= gauge.track.width);
            assert!(0 <= gauge.typical && gauge.typical <= gauge.track.width);
        }
        for copy in &node.copies {
            assert!(node.rect.holds(*copy));
        }
    }
    for frame in &diagram.frames {
        assert!(canvas.holds(frame.rect));
        for (number, text) in frame.texts.iter().enumerate() {
            let (start, end) = extent(text);
            assert!(frame.rect.x < start && end < frame.rect.right(), "{:?} leaves its frame", text.text);
            for other in frame.texts.iter().skip(number + 1).filter(|other| other.at.y == text.at.y) {
                let (from, to) = extent(other);
                assert!(end < from || to < start, "{:?} meets {:?}", text.text, other.text);
            }
            for node in &diagram.nodes {
                let words = Rect::new(start, text.at.y - 9, end - start, 11);
                assert!(!words.overlaps(node.rect), "{:?} runs behind {}", text.text, node.key);
            }
        }
    }
    for slot in &diagram.slots {
        assert!(canvas.holds(slot.rect) && slot.rect.holds(slot.action));
        assert!(!diagram.nodes.iter().any(|node| node.rect.overlaps(slot.rect)));
    }
    for zone in &diagram.zones {
        assert!(canvas.holds(zone.rect) && zone.rect.holds(zone.add));
        let (_, end) = extent(&zone.title);
        assert!(end <= zone.add.x, "{:?} meets its button", zone.title.text);
        for node in &zone.nodes {
            assert!(zone.rect.holds(diagram.nodes[*node].rect));
        }
    }
}

fn check_lines(diagram: &Diagram) {
    let canvas = Rect::new(0, 0, diagram.width, diagram.height);
    for edge in &diagram.edges {
        let (first, last) = (edge.points[0], edge.points[edge.points.len() - 1]);
        let (from, to) = (&diagram.nodes[edge.from], &diagram.nodes[edge.to]);
        assert!(touches(first, from.rect), "{edge:?} does not leave {}", from.key);
        assert!(touches(last, to.rect), "{edge:?} does not reach {}", to.key);
        for pair in edge.points.windows(2) {
            assert!((pair[0].x == pair[1].x) != (pair[0].y == pair[1].y), "{edge:?} is not at right angles");
            assert!(pair.iter().all(|point| canvas.holds(Rect::new(point.x, point.y, 0, 0))), "{edge:?}");
            for node in &diagram.nodes {
                assert!(!crosses(pair[0], pair[1], node.rect), "{edge:?} runs behind {}", node.key);
            }
        }
    }
    for tie in &diagram.ties {
        for pair in tie.points.windows(2) {
            for node in &diagram.nodes {
                assert!(!crosses(pair[0], pair[1], node.rect), "{tie:?} runs behind {}", node.key);
            }
        }
    }
    for line in &diagram.lines {
        for node in &diagram.nodes {
            assert!(!crosses(line.from, line.to, node.rect), "{line:?} runs behind {}", node.key);
        }
    }
    if let Some(globe) = diagram.globe {
        assert!(canvas.holds(globe));
        assert!(!diagram.nodes.iter().any(|node| node.rect.overlaps(globe)));
    }
}

/// Every card can be reached from the first by arrow keys alone.
fn check_keys(diagram: &Diagram) {
    let mut reached = vec![false; diagram.nodes.len()];
    let mut open = vec![0];
    while let Some(place) = open.pop() {
        if std::mem::replace(&mut reached[place], true) {
            continue;
        }
        let ways = diagram.nodes[place].neighbors;
        open.extend([ways.left, ways.right, ways.up, ways.down].into_iter().flatten());
    }
    for (node, reached) in diagram.nodes.iter().zip(reached) {
        assert!(reached, "no arrow leads to {}", node.key);
    }
}

prop_compose! {
    fn designs()(
        instances in prop::collection::vec(("[a-h]", 0u32..16), 1..=16),
        spread in any::<bool>(),
        proxy in prop::option::of(any::<bool>()),
        clients in prop::collection::btree_set(prop::sample::select(Client::WORDS.iter().map(|(_, client)| *client).collect::<Vec<_>>()), 0..=4),
        secondaries in prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec((0usize..REGIONS.len(), 0u32..=16, any::<bool>()), 0..=10)],
        capacity in (0u32..=512, 0u32..=512),
        region in 0usize..REGIONS.len(),
        version in "\\PC{0,40}",
    ) -> Design {
        let mut design = Design { region: REGIONS[region], clients: clients.into_iter().collect(), ..Design::default() };
        let tiers: Vec<u32> = instances.iter().skip(1).map(|(_, tier)| *tier).collect();
        design.cluster.readers = tiers.iter().map(|tier| Instance::in_tier(*tier)).collect();
        if !spread {
            let zones: String = instances.iter().map(|(zone, _)| zone.as_str()).collect();
            design = in_zones(design, &zones);
        }
        design.proxy = proxy.map(|read_only_endpoint| Proxy { read_only_endpoint, ..Proxy::default() });
        design.cluster.min_capacity = Acu::halves(capacity.0);
        design.cluster.max_capacity = Acu::halves(capacity.1);
        if !version.is_empty() {
            design.cluster.engine_version = Some(version);
        }
        if !secondaries.is_empty() {
            let secondaries = secondaries
                .into_iter()
                .map(|(region, readers, write_forwarding)| Secondary { readers, write_forwarding, ..Secondary::in_region(REGIONS[region]) })
                .collect();
            design.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
        }
        design
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_design_is_drawn_without_overlaps(design in designs(), cents in 0u64..4_000_000, found in any::<bool>()) {
        let bill = bill(&design, cents);
        let found = if found { findings(&design) } else { Vec::new() };
        for form in Form::ALL {
            let diagram = layout(&design, &bill, &found, form);
            check_cards(&diagram);
            check_marks(&diagram);
            check_findings(&diagram, &found, form);
            check_lines(&diagram);
            check_keys(&diagram);
            prop_assert_eq!(&diagram, &layout(&design, &bill, &found, form));
        }
    }
}

#[test]
fn every_number_of_instances_and_secondaries_is_drawn_without_overlaps() {
    for instances in 1..=16 {
        let tiers: Vec<u32> = (1..instances).collect();
        for secondaries in 0..=10 {
            let readers: Vec<u32> = (0..secondaries).map(|place| (place * 5 + instances) % 17).collect();
            let plain = with_readers(&tiers);
            let local = if instances % 2 == 0 { proxied(plain, instances % 4 == 0) } else { plain };
            let design = if readers.is_empty() { local } else { global(local, &readers) };
            let (bill, found) = (bill(&design, 35_040), findings(&design));
            for form in Form::ALL {
                let diagram = layout(&design, &bill, &found, form);
                check_cards(&diagram);
                check_marks(&diagram);
                check_findings(&diagram, &found, form);
                check_lines(&diagram);
                check_keys(&diagram);
            }
        }
    }
}

#[test]
fn the_drawing_has_the_sizes_of_the_guide() {
    let size = |design: &Design, form| {
        let diagram = layout(design, &bill(design, 35_040), &[], form);
        (diagram.width, diagram.height)
    };
    assert_eq!(size(&with_readers(&[1, 3]), Form::Wide), (840, 536));
    assert_eq!(size(&with_readers(&[1, 3, 5]), Form::Wide), (840, 664));
    assert_eq!(size(&with_readers(&[1, 1, 3, 4, 5, 6, 7]), Form::Wide), (840, 560));
    assert_eq!(size(&with_readers(&[2; 15]), Form::Wide), (840, 704));
    assert_eq!(size(&with_readers(&[1, 3]), Form::Narrow), (660, 536));
    assert_eq!(size(&with_readers(&[1, 3]), Form::Phone), (358, 352));
    assert_eq!(size(&global(with_readers(&[1, 3]), &[1, 0]), Form::Wide).0, 840);
}

#[test]
fn a_selected_reader_lights_its_way_from_clients_to_storage() {
    let design = proxied(with_readers(&[1, 3]), true);
    let diagram = layout(&design, &bill(&design, 1), &[], Form::Wide);
    let key = |place: usize| diagram.nodes[place].key.as_str();
    let lit: Vec<_> = diagram
        .edges
        .iter()
        .filter(|edge| edge.parts.contains(&Part::Instance(2)))
        .map(|edge| (key(edge.from), key(edge.to)))
        .collect();
    let way =
        [("client-lambda", "proxy"), ("client-ecs", "proxy"), ("proxy", "reader-2"), ("reader-2", "storage")];
    assert_eq!(lit, way);
}

#[test]
fn a_card_says_everything_it_shows() {
    let design = with_readers(&[1, 3]);
    let diagram = layout(&design, &bill(&design, 35_040), &findings(&design), Form::Wide);
    let label = |key: &str| diagram.nodes.iter().find(|node| node.key == key).map(|node| node.label.as_str());
    let reader = "Reader 1, zone b, tier 1, scales with the writer, 2 to 16 ACU, $350.40 a month, 2 notes";
    assert_eq!(label("reader-1"), Some(reader));
    assert_eq!(label("writer"), Some("Writer, zone a, tier 0, 2 to 16 ACU, $350.40 a month, 1 warning"));
    assert_eq!(label("kms"), Some("KMS key, made with the cluster, cost unknown"));
    assert_eq!(
        diagram.nodes.iter().find(|node| node.key == "writer").and_then(|node| node.worst),
        Some(Severity::Warning)
    );
}

#[test]
fn what_a_user_typed_can_not_break_out_of_the_file() {
    let mut design = Design { project_name: "</script>\"'&🚀".to_owned(), ..Design::default() };
    design.cluster.engine_version = Some("<b onload=\"x\">".to_owned());
    design.cluster.name = None;
    let drawn = svg(&layout(&design, &bill(&design, 1), &[], Form::Wide), Theme::Dark);
    assert!(!drawn.contains("</script>") && !drawn.contains("<b "));
    assert!(drawn.contains("&lt;/script&gt;&quot;&apos;&amp;🚀"));
}

#[test]
fn no_version_is_cut() {
    use aurora_designer::design::Engine;
    for engine in [Engine::AuroraPostgresql, Engine::AuroraMysql] {
        for version in engine.versions() {
            let mut design = global(with_readers(&[1]), &[1]);
            design.cluster.engine = engine;
            design.cluster.engine_version = Some(version.version.to_owned());
            design.clients = Client::WORDS.iter().map(|(_, client)| *client).collect();
            for form in Form::ALL {
                let drawn = svg(&layout(&design, &bill(&design, 1), &[], form), Theme::Light);
                assert!(!drawn.contains('…'), "{} is cut", version.version);
            }
        }
    }
}
