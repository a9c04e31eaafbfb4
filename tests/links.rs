//! Every published link opens what it must; any text at all opens something.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use std::collections::BTreeMap;

use aurora_designer::design::{
    Client, ClientPasswordAuthType, Credentials, Design, Edit, Engine, Environment, Field, FirstQuery,
    GlobalCluster, Instance, KmsKey, LogExport, Network, PinningFilter, Proxy, Secondary, Suppression,
    Variability, Vpc, Word, Zone,
};
use aurora_designer::facts::prices::FIELDS;
use aurora_designer::facts::regions::REGIONS;
use aurora_designer::facts::{Acu, Day, Decimal};
use aurora_designer::formats::link::{LONGEST, decode, encode};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};

const PUBLISHED: &str = include_str!("links.txt");

fn open(link: &str) -> Design {
    let (design, notices) = decode(link);
    assert_eq!(notices, [], "{link}");
    design
}

fn said(link: &str) -> Vec<String> {
    decode(link).1.into_iter().map(|notice| notice.message).collect()
}

#[test]
fn every_published_link_opens_the_design_it_must() {
    for line in PUBLISHED.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (link, expected) = line.split_once('\t').expect("a link, a tab and what it must give");
        let given = encode(&decode(link).0).expect("short enough");
        // The month of the price book is the sender's, not a part of the design.
        let content = |link: &str| {
            let pairs = link.split('&').filter(|pair| !pair.starts_with("p=") && !pair.starts_with("k="));
            pairs.collect::<Vec<_>>().join("&")
        };
        assert_eq!(content(&given), content(expected), "{link}");
        if content(link) == content(expected) {
            assert_eq!(said(link), [""; 0], "{link}");
        }
    }
}

#[test]
fn a_whole_address_a_fragment_and_nothing_open_alike() {
    let design = Design::default().with(&Edit::set(Field::ProjectName, "orders")).unwrap();
    let link = encode(&design).unwrap();
    let addresses = [
        link.clone(),
        format!("#{link}"),
        format!("https://example.com/app/?x=1#{link}"),
        format!(" {link}\n"),
    ];
    for text in &addresses {
        assert_eq!(decode(text), (design.clone(), Vec::new()), "{text}");
    }
    assert_eq!(decode("#"), (Design::default(), Vec::new()));
    assert_eq!(said("https://example.com/app/").len(), 1);
}

/// A design as an ordinary team has one: proxy, two readers, names, a budget, tags.
fn preset() -> Design {
    let mut design = Design {
        project_name: "orders".to_owned(),
        environment: Environment::Staging,
        clients: [Client::Lambda, Client::Ecs].into(),
        tags: [("team".to_owned(), "payments".to_owned()), ("env".to_owned(), "prod".to_owned())].into(),
        proxy: Some(Proxy::default()),
        budget_monthly_usd: Decimal::parse("900"),
        ..Design::default()
    };
    design.cluster.min_capacity = Acu::HALF;
    design.cluster.readers = vec![Instance::in_tier(1), Instance::in_tier(15)];
    design.usage.storage_gb = Some(Decimal::whole(200));
    design.usage.writer_acu = Some(Decimal::whole(4));
    design
}

fn largest() -> Design {
    let mut design = preset();
    let zones = ["a", "b", "c", "d", "e", "f"].map(|letter| Zone::parse(letter).ok());
    let readers = (0..15_usize).map(|place| Instance {
        availability_zone: zones[place * 5 % 6],
        promotion_tier: u32::try_from(place).unwrap(),
    });
    design.cluster.readers = readers.collect();
    let secondaries =
        REGIONS.iter().filter(|region| region.code != "us-east-1").take(10).map(|region| Secondary {
            readers: 2,
            write_forwarding: true,
            min_capacity: Some(Acu::whole(1)),
            max_capacity: Some(Acu::whole(32)),
            kms_key: KmsKey::AwsManaged,
            ..Secondary::in_region(region)
        });
    design.global = Some(GlobalCluster { secondaries: secondaries.collect(), ..GlobalCluster::default() });
    design.tags = (0..10).map(|nth| (format!("tag-{nth}"), "value".to_owned())).collect();
    design
}

#[test]
fn links_are_short() {
    assert!(encode(&Design::default()).unwrap().len() < 40);
    let length = encode(&preset()).unwrap().len();
    assert!(length < 300, "{length}");
    let length = encode(&largest()).unwrap().len();
    assert!(length < 2000, "{length}");
    assert_eq!(open(&encode(&largest()).unwrap()), largest().normalized());
}

#[test]
fn a_design_too_large_gets_no_link() {
    let mut design = Design::default();
    design.tags.insert("note".to_owned(), "x".repeat(LONGEST));
    let error = encode(&design).unwrap_err();
    assert!(error.length > LONGEST && error.to_string().contains("send the file instead"), "{error}");
    let mut design = Design::default();
    design.cluster.readers = vec![Instance::in_tier(1); 64];
    assert!(encode(&design).unwrap_err().to_string().contains("64 instances"));
    design.cluster.readers.truncate(20);
    assert_eq!(open(&encode(&design).unwrap()).cluster.readers.len(), 20);
}

#[test]
fn what_is_not_understood_is_said_and_the_rest_is_read() {
    let orders = |link: &str| assert_eq!(decode(link).0.project_name, "orders", "{link}");
    let cases = [
        ("v=9&name=orders&k=0000", "newer version"),
        ("v=one&name=orders", "v=one in the link can't be read"),
        ("name=orders", "does not say which version"),
        ("v=1&name=orders&colour=red", "colour=red in the link means nothing"),
        ("v=1&name=orders&min=0.3", "the nearest is 0.5"),
        ("v=1&name=orders&engine=oracle", "expected aurora-postgresql or aurora-mysql"),
        ("v=1&name=orders&name=other", "more than once"),
        ("v=1&name=orders&db=a%zz", "whole %-escapes"),
        ("v=1&name=orders&db=a%ff", "whole %-escapes"),
        ("v=1&name=orders&ptls=false", "expected a design with RDS Proxy"),
        ("v=1&name=orders&proxy=yes", "expected 1"),
        ("v=1&name=orders&nodes=0,zz1", "zz1"),
        ("v=1&name=orders&sec=mars-1", "an AWS Region"),
        ("v=1&name=orders&sec=eu-west-1,color:red", "color:red"),
        ("v=1&name=orders&price=gold:1", "the name of a price"),
        ("v=1&name=orders&suppress=pause/x", "a rule, a colon and a reason"),
        ("v=1&name=orders&tag=a:1&tag=a:2", "twice"),
        ("v=1&name=orders&p=soon", "expected a month"),
        ("v=1&name=orders", "The end of the link is missing"),
        ("v=1&name=orders&k=0000", "edited or damaged"),
        ("v=1&&&&name=orders&=&%=%", "means nothing"),
    ];
    for (link, part) in cases {
        orders(link);
        assert!(said(link).iter().any(|message| message.contains(part)), "{link}: {:?}", said(link));
    }
}

#[test]
fn a_flood_is_read_fast_and_told_shortly() {
    let floods = [
        "a&".repeat(LONGEST / 2),
        format!("nodes={}", "0,".repeat(LONGEST / 2 - 4)),
        "sec=eu-west-1&".repeat(LONGEST / 14),
        "tag=a:%zz&".repeat(LONGEST / 10),
        "%".repeat(LONGEST),
        "#".repeat(LONGEST),
    ];
    for flood in &floods {
        let (design, notices) = decode(flood);
        assert!(design.cluster.readers.len() < 64 && design.secondaries().len() <= 64);
        assert!((1..=21).contains(&notices.len()) && notices.iter().all(|notice| notice.message.len() < 400));
    }
    let (design, notices) = decode(&"v=1&name=orders&".repeat(LONGEST));
    assert_eq!((design, notices.len()), (Design::default(), 1));
}

#[test]
fn a_link_is_safe_where_it_is_put() {
    let mut design = Design::default();
    let hostile = "${x} %{y} \"'<!-- </script> */ \n\r\0 # & = + \u{1f980} \u{202e}";
    design.project_name = hostile.to_owned();
    design.tags.insert(hostile.to_owned(), hostile.to_owned());
    design.suppress.push(Suppression { rule: hostile.to_owned(), reason: hostile.to_owned(), until: None });
    let link = encode(&design).unwrap();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~:,/%=&".contains(letter);
    assert!(link.chars().all(plain) && link.ends_with(|last: char| last.is_ascii_alphanumeric()), "{link}");
    assert_eq!(open(&link), design.normalized());
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[a-z][a-z0-9-]{0,8}", 1 => any::<String>().prop_map(|text| text.chars().take(8).collect())]
}

fn amount() -> impl Strategy<Value = Decimal> {
    (0..2_000_000_000_u64).prop_map(Decimal::from_micros)
}

fn capacity() -> impl Strategy<Value = Acu> {
    (0..600_u32).prop_map(Acu::halves)
}

fn one_of<T: Word + std::fmt::Debug>() -> impl Strategy<Value = T> {
    (0..T::WORDS.len()).prop_map(|place| T::WORDS[place].1)
}

fn instance() -> impl Strategy<Value = Instance> {
    (of(select(vec!["a", "b", "c", "d"])), 0..18_u32).prop_map(|(zone, promotion_tier)| Instance {
        availability_zone: zone.and_then(|letter| Zone::parse(letter).ok()),
        promotion_tier,
    })
}

fn network() -> impl Strategy<Value = Network> {
    let parts = (one_of::<Vpc>(), of((0..6_u32, 8..25_u8)), of(text()), vec(text(), 0..3), vec(text(), 0..3));
    parts.prop_map(|(vpc, cidr, vpc_id, subnet_ids, client_security_group_ids)| Network {
        vpc,
        cidr: cidr.map(|(block, prefix)| aurora_designer::design::Cidr {
            address: 0x0a00_0000 + (block << 16),
            prefix,
        }),
        vpc_id,
        subnet_ids,
        client_security_group_ids,
    })
}

fn key() -> impl Strategy<Value = KmsKey> {
    prop_oneof![
        Just(KmsKey::Create),
        Just(KmsKey::AwsManaged),
        text().prop_map(|rest| KmsKey::Arn(format!("arn:aws:kms:{rest}"))),
    ]
}

fn proxy() -> impl Strategy<Value = Proxy> {
    let words = (one_of(), one_of(), one_of(), of(one_of::<ClientPasswordAuthType>()), of(one_of()));
    let rest = (text(), of(text()), 0..90_000_u32, 0..400_u32, btree_set(one_of::<PinningFilter>(), 0..2));
    (words, rest, any::<[bool; 2]>()).prop_map(
        |((require_tls, auth_scheme, iam_auth, password, family), (id, name, idle, borrow, pins), flags)| {
            Proxy {
                id,
                name,
                engine_family: family,
                require_tls,
                auth_scheme,
                iam_auth,
                client_password_auth_type: password,
                idle_client_timeout: idle,
                connection_borrow_timeout: borrow,
                session_pinning_filters: pins,
                read_only_endpoint: flags[0],
                debug_logging: flags[1],
                ..Proxy::default()
            }
        },
    )
}

fn secondary() -> impl Strategy<Value = Secondary> {
    let range = (of(capacity()), of(capacity()));
    (0..REGIONS.len(), 0..17_u32, any::<bool>(), range, network(), key()).prop_map(
        |(region, readers, write_forwarding, (min_capacity, max_capacity), network, kms_key)| Secondary {
            region: REGIONS[region],
            readers,
            write_forwarding,
            min_capacity,
            max_capacity,
            network,
            kms_key,
        },
    )
}

/// What stands once outside the cluster's own settings.
fn frame() -> impl Strategy<Value = Design> {
    let traits = (of(one_of::<Variability>()), of(amount()), of(one_of::<FirstQuery>()), of(any::<bool>()));
    let maps = (btree_map(text(), text(), 0..4), btree_map(0..FIELDS.len(), amount(), 0..3));
    let usage = (of(amount()), of(amount()), of(amount()), of(amount()), amount(), of(0..9000_u32));
    let global = of((text(), of(text()), vec(secondary(), 0..4)));
    let suppress = vec((text(), text(), of(1..28_u8)), 0..3);
    let heads = (text(), 0..REGIONS.len(), one_of(), btree_set(one_of(), 0..4));
    (heads, traits, maps, usage, global, of(proxy()), suppress).prop_map(
        |(
            (project_name, region, environment, clients),
            traits,
            (tags, prices),
            usage,
            global,
            proxy,
            suppress,
        )| {
            let mut design = Design {
                project_name,
                region: REGIONS[region],
                environment,
                clients,
                tags,
                proxy,
                ..Design::default()
            };
            (design.traits.variability, design.traits.idle_hours_per_day) = (traits.0, traits.1);
            (design.traits.first_query, design.traits.cost_first) = (traits.2, traits.3);
            design.prices = prices.into_iter().map(|(place, price)| (FIELDS[place].0, price)).collect();
            (design.usage.writer_acu, design.usage.readers_acu, design.usage.secondaries_acu) =
                (usage.0, usage.1, usage.2);
            (design.usage.storage_gb, design.usage.cross_region_transfer_gb) = (usage.3, usage.4);
            design.usage.peak_connections = usage.5;
            design.global = global.map(|(id, name, secondaries)| GlobalCluster { id, name, secondaries });
            design.suppress = suppress
                .into_iter()
                .map(|(rule, reason, day)| Suppression {
                    rule,
                    reason,
                    until: day.map(|day| Day::new(2027, 1, day)),
                })
                .collect();
            design
        },
    )
}

fn any_design() -> impl Strategy<Value = Design> {
    let names = (text(), of(text()), text(), of(text()), of(text()));
    let engine =
        (one_of::<Engine>(), of(0..6_usize), of(btree_set(one_of::<LogExport>(), 0..3)), of(any::<bool>()));
    let figures = (capacity(), capacity(), of(0..90_000_u32), of(0..70_000_u32), 0..40_u32, of(0..1100_u32));
    let nodes = (instance(), vec(instance(), 0..18));
    let rest =
        (any::<[bool; 6]>(), one_of::<Credentials>(), key(), network(), btree_map(text(), text(), 0..3));
    (frame(), names, engine, figures, nodes, rest).prop_map(
        |(mut design, names, engine, figures, nodes, rest)| {
            let cluster = &mut design.cluster;
            (
                cluster.id,
                cluster.name,
                cluster.database_name,
                cluster.master_username,
                cluster.alarms.notify_email,
            ) = names;
            cluster.engine = engine.0;
            let versions = engine.0.versions();
            cluster.engine_version =
                engine.1.map(|nth| versions[nth * 7 % versions.len()].version.to_owned());
            (cluster.log_exports, cluster.auto_minor_version_upgrade) = (engine.2, engine.3);
            (cluster.min_capacity, cluster.max_capacity, cluster.seconds_until_auto_pause) =
                (figures.0, figures.1, figures.2);
            (cluster.port, cluster.backup_retention, cluster.rotation_days) =
                (figures.3, figures.4, figures.5);
            (cluster.writer, cluster.readers) = nodes;
            let [iam, data_api, encryption, protection, public, insights] = rest.0;
            (cluster.iam_database_authentication, cluster.data_api, cluster.encryption) =
                (iam, data_api, encryption);
            (cluster.deletion_protection, cluster.publicly_accessible) = (protection, public);
            cluster.performance_insights.enabled = insights;
            (cluster.credentials, cluster.kms_key, cluster.network, cluster.parameters) =
                (rest.1, rest.2, rest.3, rest.4);
            design
        },
    )
}

proptest! {
    #[test]
    fn a_link_opens_the_design_it_was_made_of(design in any_design()) {
        let link = encode(&design).unwrap();
        let (opened, notices) = decode(&link);
        prop_assert_eq!(&notices, &[], "{}", link);
        prop_assert_eq!(&opened, &design.clone().normalized(), "{}", link);
        prop_assert_eq!(encode(&opened).unwrap(), encode(&design.normalized()).unwrap());
    }

    #[test]
    fn a_cut_or_edited_link_opens_something_and_says_so(
        design in any_design(), place in any::<Index>(), cut in any::<bool>(), letter in any::<char>(),
    ) {
        let link = encode(&design).unwrap();
        let at = place.index(link.len());
        let (before, after) = link.split_at(at);
        let rest = if cut { String::new() } else { format!("{letter}{}", &after[1..]) };
        let edited = format!("{before}{rest}");
        let (opened, notices) = decode(&edited);
        // A # makes what stands before it an address, and white space at the end is nobody's.
        if !edited.trim().is_empty() && edited.trim() != link {
            let (chance, _) = decode(&link);
            prop_assert!(!notices.is_empty() || opened == chance || edited.contains('#'), "{}", edited);
        }
        prop_assert!(encode(&opened).is_ok());
    }

    #[test]
    fn any_text_opens_something(text in any::<String>(), pairs in vec(("[a-z]{1,6}", any::<String>()), 0..6)) {
        let pairs: BTreeMap<String, String> = pairs.into_iter().collect();
        let link: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
        for text in [text, link.join("&")] {
            let (design, _) = decode(&text);
            prop_assert_eq!(decode(&encode(&design).unwrap()).0, design);
        }
    }
}
