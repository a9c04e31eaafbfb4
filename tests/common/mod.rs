//! What several tests share: any design there can be.

#![allow(dead_code, unreachable_pub, reason = "every test target uses its own part of this")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests fail as tests do")]
// A setting that is not named below keeps its default there, and gets another value by its row alone.
#![allow(clippy::needless_update, reason = "a new setting must not need a line here")]

use std::collections::BTreeMap;

use aurora_designer::design::{
    Alarms, Cidr, Client, Cluster, DailyWindow, Design, Edit, Field, GlobalCluster, Instance, Kind, KmsKey,
    Network, PerformanceInsights, Proxy, Secondary, Setting, Suppression, Traits, Usage, WeeklyWindow, Word,
    Zone,
};
use aurora_designer::facts::prices::{FIELDS, PriceField};
use aurora_designer::facts::regions::{REGIONS, Region};
use aurora_designer::facts::{Acu, Day, Decimal};
use enumset::{EnumSet, EnumSetType};
use litemap::LiteMap;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Texts that some reader, shell, browser or template would take for something else.
pub const HOSTILE: &[&str] = &[
    "",
    " ",
    "~",
    "null",
    "yes",
    "no",
    "on",
    "true",
    "1.0",
    "017",
    "1_000",
    "0x10",
    "1e3",
    ".inf",
    "12:30:45",
    "2027-01-31",
    "- a",
    "a: b",
    "# no comment",
    "a #b",
    "&a",
    "*a",
    "!a",
    "| a",
    "%YAML",
    "@a",
    "`a`",
    "{a}",
    "[a]",
    "? a",
    "---",
    "...",
    "<<",
    "'",
    "\"",
    "\\",
    "\\n",
    "\n",
    "a\n b\n",
    "\r\n",
    "\t",
    "\u{0}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "\u{ffff}",
    "${var.x}",
    "%{ if true }",
    "$${a}",
    "</script><script>alert(1)</script>",
    "]]>",
    "<!--",
    "&amp;",
    "a&b=c#d",
    "a,b",
    "a+b%20c",
    "🦀",
    "👩‍👩‍👧‍👦",
    "e\u{301}",
    "مرحبا",
    "\u{202e}abc",
];

/// Any text, hostile ones often.
pub fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        select(HOSTILE).prop_map(str::to_owned),
        (select(HOSTILE), select(HOSTILE)).prop_map(|(a, b)| format!("{a}{b}")),
        "[a-z][a-z0-9-]{0,12}",
        "\\PC{0,24}",
        vec(any::<char>(), 0..12).prop_map(String::from_iter),
    ]
}

/// Any text but none at all, where an empty text means that nothing was chosen.
pub fn some_text() -> impl Strategy<Value = String> {
    any_text().prop_filter("not empty", |text| !text.is_empty())
}

/// A text that can stand in a list: not empty, no comma, no space around it.
pub fn list_item() -> impl Strategy<Value = String> {
    prop_oneof!["(subnet|sg)-[0-9a-f]{8,17}", any_text()]
        .prop_map(|text| text.replace(',', "").trim().to_owned())
        .prop_filter("not empty", |text| !text.is_empty())
}

/// Any capacity, mostly one that Aurora has.
pub fn any_acu() -> impl Strategy<Value = Acu> {
    prop_oneof![4 => 0..=512_u32, 1 => any::<u32>()].prop_map(Acu::halves)
}

/// Any decimal that has a text.
pub fn any_decimal() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        4 => (0..=1_000_u64).prop_map(Decimal::whole),
        2 => (0..=2_000_000_000_u64).prop_map(Decimal::from_micros),
        1 => (0..10_000_000_000_000_000_000_u64).prop_map(Decimal::from_micros),
    ]
}

fn any_word<T: Word + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::WORDS).prop_map(|(_, value)| value)
}

fn any_words<T: Word + EnumSetType + Ord + std::fmt::Debug>() -> impl Strategy<Value = EnumSet<T>> {
    btree_set(any_word::<T>(), 0..=T::WORDS.len()).prop_map(EnumSet::from_iter)
}

fn any_number() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 0..=1000_u32, 1 => any::<u32>()]
}

/// Any Region.
pub fn any_region() -> impl Strategy<Value = &'static Region> {
    select(REGIONS)
}

fn any_texts() -> impl Strategy<Value = BTreeMap<String, String>> {
    btree_map(any_text(), any_text(), 0..4).prop_map(BTreeMap::from_iter)
}

fn any_prices() -> impl Strategy<Value = LiteMap<PriceField, Decimal>> {
    btree_map(select(FIELDS).prop_map(|(field, _, _)| field), any_decimal(), 0..4)
        .prop_map(LiteMap::from_iter)
}

fn any_instance() -> impl Strategy<Value = Instance> {
    let zone = prop_oneof![3 => "[a-d]", 1 => "[a-z]"];
    let zone = option::of(zone.prop_filter_map("a zone letter", |letter| Zone::parse(&letter).ok()));
    (zone, prop_oneof![4 => 0..=15_u32, 1 => any::<u32>()])
        .prop_map(|(availability_zone, promotion_tier)| Instance { availability_zone, promotion_tier })
}

fn any_key() -> impl Strategy<Value = KmsKey> {
    prop_oneof![
        Just(KmsKey::Create),
        Just(KmsKey::AwsManaged),
        any_text().prop_map(|text| KmsKey::Arn(format!("arn:{text}"))),
    ]
}

fn any_cidr() -> impl Strategy<Value = Cidr> {
    let near = (0..=8_u32).prop_map(|nth| Cidr { address: 0x0a00_0000 + 0x1_0000 * nth, prefix: 16 });
    prop_oneof![near, (any::<u32>(), 0..=32_u8).prop_map(|(address, prefix)| Cidr { address, prefix })]
}

fn any_network() -> impl Strategy<Value = Network> {
    let ids = || vec(list_item(), 0..4);
    (any_word(), option::of(any_cidr()), option::of(some_text()), ids(), ids(), any_words()).prop_map(
        |(vpc, cidr, vpc_id, subnet_ids, client_security_group_ids, interface_endpoints)| Network {
            vpc,
            cidr,
            vpc_id,
            subnet_ids,
            client_security_group_ids,
            interface_endpoints,
            ..Network::default()
        },
    )
}

fn any_traits() -> impl Strategy<Value = Traits> {
    let hours = option::of(any_decimal());
    (option::of(any_word()), hours, option::of(any_word()), option::of(any::<bool>())).prop_map(
        |(variability, idle_hours_per_day, first_query, cost_first)| Traits {
            variability,
            idle_hours_per_day,
            first_query,
            cost_first,
            ..Traits::default()
        },
    )
}

/// Any cluster, with up to 17 readers.
pub fn any_cluster() -> impl Strategy<Value = Cluster> {
    let version =
        prop_oneof![any_text(), select(&["17.7", "15.4", "17.10", "8.0"][..]).prop_map(str::to_owned)];
    let named = (
        (any_text(), option::of(any_text()), any_word(), option::of(version)),
        (any_text(), option::of(any_text()), option::of(any_number())),
        (any_acu(), any_acu(), option::of(any_number())),
        (any_instance(), vec(any_instance(), 0..=17)),
        (
            any_word(),
            option::of(any_number()),
            any::<bool>(),
            any::<bool>(),
            any::<bool>(),
            any_key(),
            any_word(),
        ),
    );
    let window = (0..1440_u16, 0..1440_u16).prop_map(|(start, end)| DailyWindow { start, end });
    let week = (0..10_080_u16, 0..10_080_u16).prop_map(|(start, end)| WeeklyWindow { start, end });
    let insights = (any::<bool>(), any_word(), any_number())
        .prop_map(|(enabled, mode, retention_days)| PerformanceInsights { enabled, mode, retention_days });
    let alarms = (any::<bool>(), option::of(some_text()), any::<bool>())
        .prop_map(|(enabled, notify_email, dashboard)| Alarms { enabled, notify_email, dashboard });
    let kept = (
        (any_number(), window, week, any_number()),
        (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), option::of(any::<bool>())),
        (option::of(any_words()), any_number(), insights, any_number(), any::<bool>()),
        (any_texts(), alarms, any_network()),
    );
    (named.boxed(), kept.boxed()).prop_map(|(named, kept)| {
        let ((id, name, engine, engine_version), user, capacity, instances, security) = named;
        let (backup, switches, monitoring, (parameters, alarms, network)) = kept;
        Cluster {
            id,
            name,
            engine,
            engine_version,
            database_name: user.0,
            master_username: user.1,
            port: user.2,
            min_capacity: capacity.0,
            max_capacity: capacity.1,
            seconds_until_auto_pause: capacity.2,
            writer: instances.0,
            readers: instances.1,
            credentials: security.0,
            rotation_days: security.1,
            iam_database_authentication: security.2,
            data_api: security.3,
            encryption: security.4,
            kms_key: security.5,
            storage_type: security.6,
            backup_retention: backup.0,
            backup_window: backup.1,
            maintenance_window: backup.2,
            backtrack_hours: backup.3,
            aws_backup: switches.0,
            deletion_protection: switches.1,
            final_snapshot: switches.2,
            publicly_accessible: switches.3,
            auto_minor_version_upgrade: switches.4,
            log_exports: monitoring.0,
            log_retention_days: monitoring.1,
            performance_insights: monitoring.2,
            enhanced_monitoring_seconds: monitoring.3,
            force_tls: monitoring.4,
            parameters,
            alarms,
            network,
            ..Cluster::default()
        }
    })
}

/// Any proxy.
pub fn any_proxy() -> impl Strategy<Value = Proxy> {
    let named = (any_text(), option::of(any_text()), option::of(any_word()));
    let login = (any::<bool>(), any_word(), any_word(), option::of(any_word()));
    let numbers = (any_number(), any_number(), any_number(), any_number());
    (named, login, numbers, any_words(), any::<bool>(), any::<bool>()).prop_map(
        |(named, login, numbers, session_pinning_filters, read_only_endpoint, debug_logging)| Proxy {
            id: named.0,
            name: named.1,
            engine_family: named.2,
            require_tls: login.0,
            auth_scheme: login.1,
            iam_auth: login.2,
            client_password_auth_type: login.3,
            idle_client_timeout: numbers.0,
            connection_borrow_timeout: numbers.1,
            max_connections_percent: numbers.2,
            max_idle_connections_percent: numbers.3,
            session_pinning_filters,
            read_only_endpoint,
            debug_logging,
            ..Proxy::default()
        },
    )
}

fn any_secondary() -> impl Strategy<Value = Secondary> {
    let capacity = (option::of(any_acu()), option::of(any_acu()));
    (any_region(), any_number(), any::<bool>(), capacity, any_network(), any_key()).prop_map(
        |(region, readers, write_forwarding, (min_capacity, max_capacity), network, kms_key)| Secondary {
            region,
            readers,
            write_forwarding,
            min_capacity,
            max_capacity,
            network,
            kms_key,
            ..Secondary::in_region(region)
        },
    )
}

/// Any Global Database, with up to 11 secondaries.
pub fn any_global() -> impl Strategy<Value = GlobalCluster> {
    (any_text(), option::of(any_text()), vec(any_secondary().boxed(), 0..=11)).prop_map(
        |(id, name, secondaries)| GlobalCluster { id, name, secondaries, ..GlobalCluster::default() },
    )
}

/// Any use.
pub fn any_usage() -> impl Strategy<Value = Usage> {
    let some = || option::of(any_decimal());
    let given = (some(), some(), some(), some(), some(), some(), some(), some());
    let amounts = (any_decimal(), any_decimal(), any_decimal(), any_decimal(), any_decimal(), any_decimal());
    (given, amounts, option::of(any_number())).prop_map(|(given, amounts, peak_connections)| Usage {
        writer_acu: given.0,
        readers_acu: given.1,
        secondaries_acu: given.2,
        active_hours_per_month: given.3,
        storage_gb: given.4,
        io_requests_millions: given.5,
        automated_backup_gb: amounts.0,
        manual_snapshot_gb: amounts.1,
        replicated_write_io_millions: amounts.2,
        cross_region_transfer_gb: amounts.3,
        log_gb: given.6,
        secret_calls: given.7,
        data_api_millions: amounts.4,
        peak_connections,
        savings_plan_percent: amounts.5,
        ..Usage::default()
    })
}

fn any_suppression() -> impl Strategy<Value = Suppression> {
    let day = (1..=9999_u16, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| Day::new(year, month, day));
    (any_text(), any_text(), option::of(day)).prop_map(|(rule, reason, until)| Suppression {
        rule,
        reason,
        until,
    })
}

/// Any design: every setting, far beyond what AWS takes, with up to 17 readers and 11 secondaries.
pub fn any_design() -> impl Strategy<Value = Design> {
    let budget = any_decimal().prop_filter("above 0", |amount| *amount > Decimal::ZERO);
    let head = (any_text(), any_region(), any_word(), any_words::<Client>(), any_texts(), option::of(budget))
        .boxed();
    // Boxed, because values of this size side by side are more than a test thread's stack holds.
    let body =
        (any_cluster().boxed(), option::of(any_proxy().boxed()), option::of(any_global().boxed())).boxed();
    let tail = (any_traits(), any_prices(), any_usage().boxed(), vec(any_suppression(), 0..3)).boxed();
    let design =
        (head, body, tail).prop_map(|(head, (cluster, proxy, global), (traits, prices, usage, suppress))| {
            Design {
                project_name: head.0,
                region: head.1,
                environment: head.2,
                clients: head.3,
                tags: head.4,
                budget_monthly_usd: head.5,
                traits,
                prices,
                cluster,
                proxy,
                global,
                usage,
                suppress,
                ..Design::default()
            }
        });
    (design.boxed(), vec((any::<Index>(), any::<Index>()), 0..3)).prop_map(|(design, picks)| {
        picks.iter().fold(design, |design, (row, sample)| {
            let fields: Vec<Field> = Setting::all().flat_map(|setting| setting.fields(&design)).collect();
            let field = row.get(&fields);
            let edit = Edit::set(field.clone(), sample.get(&samples(field, &design)));
            design.with(&edit).unwrap_or(design)
        })
    })
}

/// Texts of which at least one is a value of the setting, whatever its type.
pub fn samples(field: &Field, design: &Design) -> Vec<String> {
    let offered = field.options(design).into_iter().map(|(value, _)| value).filter(|value| !value.is_empty());
    let known: &[&str] = match field.row().kind() {
        Kind::Text | Kind::Loose => &["sample"],
        Kind::Word => &["05:00-06:00", "tue:01:00-tue:02:00", "10.77.0.0/20", "aws_managed"],
        Kind::Whole => &["3", "9"],
        Kind::Exact => &["3.5"],
        Kind::Switch => &["true", "false"],
        Kind::List => &["subnet-1,subnet-2"],
    };
    offered.chain(known.iter().map(|text| (*text).to_owned())).collect()
}

/// The list between two marks of the README is this one; with `UPDATE_GOLDEN` set it becomes this one. `target` is the
/// test that prints it.
pub fn is_the_readmes(list: &str, [start, end]: [&str; 2], target: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let (head, rest) = readme.split_once(start).expect("the list's start");
    let (old, tail) = rest.split_once(end).expect("the list's end");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, format!("{head}{start}{list}{end}{tail}")).unwrap();
        return;
    }
    assert!(
        old == list,
        "The README's list of {target} is not current: UPDATE_GOLDEN=1 cargo test --test {target}"
    );
}
