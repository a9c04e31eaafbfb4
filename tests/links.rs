//! Every published link opens what it must; any text at all opens something.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod common;

use std::collections::BTreeMap;

use aurora_designer::design::presets::PRESETS;
use aurora_designer::design::{
    Client, Design, Edit, Environment, Field, GlobalCluster, Instance, KmsKey, Proxy, Secondary, Suppression,
    Zone,
};
use aurora_designer::facts::regions::REGIONS;
use aurora_designer::facts::{Acu, Decimal};
use aurora_designer::formats::link::{LONGEST, decode, encode};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

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
fn team() -> Design {
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
    let mut design = team();
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
    let designs = PRESETS.iter().map(|preset| (preset.design)()).chain([team()]);
    for design in designs {
        let link = encode(&design).unwrap();
        assert!(link.len() < 300, "{link}");
        assert_eq!(open(&link), design.normalized());
    }
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

#[test]
fn items_of_lists_are_kept_whatever_they_hold() {
    let mut design = Design::default();
    design.cluster.network.subnet_ids = ["a,b", "", "c:d", " e "].map(str::to_owned).to_vec();
    design.cluster.network.client_security_group_ids = vec![String::new()];
    let mut secondary = Secondary::in_region(REGIONS[0]);
    secondary.network = design.cluster.network.clone();
    secondary.kms_key = KmsKey::Arn("arn:aws:kms:eu-west-1:1:key/a,b".to_owned());
    design.global = Some(GlobalCluster { secondaries: vec![secondary], ..GlobalCluster::default() });
    assert_eq!(open(&encode(&design).unwrap()), design.normalized());
}

proptest! {
    #[test]
    fn a_link_opens_the_design_it_was_made_of(design in common::any_design()) {
        let link = match encode(&design) {
            Ok(link) => link,
            Err(error) => {
                prop_assert!(error.length > LONGEST);
                return Ok(());
            }
        };
        let (opened, notices) = decode(&link);
        prop_assert_eq!(&notices, &[], "{}", link);
        prop_assert_eq!(&opened, &design.clone().normalized(), "{}", link);
        prop_assert_eq!(encode(&opened).unwrap(), encode(&design.normalized()).unwrap());
    }

    #[test]
    fn a_cut_or_edited_link_opens_something_and_says_so(
        design in common::any_design(), place in any::<Index>(), cut in any::<bool>(), letter in any::<char>(),
    ) {
        let Ok(link) = encode(&design) else { return Ok(()) };
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
