//! What a remedy sets: the nearest legal value, nothing beside it, and none where it would harm.

use aurora_designer::design::{
    AuthScheme, Cidr, Client, Credentials, DailyWindow, Design, Edit, Engine, Environment, Field,
    InsightsMode, Instance, Member, Proxy, Secondary, Vpc, WeeklyWindow, Zone,
};
use aurora_designer::estimate::Usd;
use aurora_designer::facts::regions::{AP_NORTHEAST_1, EU_WEST_1, REGIONS, US_EAST_1, US_EAST_2};
use aurora_designer::facts::{Acu, Day, Decimal};
use aurora_designer::rules::{Finding, Severity, fixed};

use super::boundaries::{global, holds, range};
use super::properties::counts_badly;
use super::{findings, findings_on, with};

fn found(id: &str, design: &Design) -> Finding {
    findings(design).into_iter().find(|it| it.rule.id == id).expect(id)
}

/// The finding's message in a design.
fn said(id: &str, change: impl FnOnce(&mut Design)) -> String {
    found(id, &with(change)).message
}

/// The title of the remedy, and what it sets; nothing where the finding offers none.
fn remedy(id: &str, change: impl FnOnce(&mut Design)) -> Option<(String, Vec<Edit>)> {
    found(id, &with(change)).fix.map(|fix| (fix.title, fix.edits))
}

/// A title without the end that says what the remedy costs.
fn unpriced(title: &str) -> &str {
    [" (idle month +$", " (typical month +$"]
        .iter()
        .find_map(|end| title.split_once(end))
        .map_or(title, |it| it.0)
}

/// The remedy is this one edit, under this title.
fn sets(id: &str, title: &str, edit: Edit, change: impl FnOnce(&mut Design)) {
    let said = remedy(id, change).map(|(title, edits)| (unpriced(&title).to_owned(), edits));
    assert_eq!(said, Some((title.to_owned(), vec![edit])), "{id}");
}

#[test]
fn numbers_go_to_the_nearest_that_aws_takes() {
    for (days, nearest) in [(0, 7), (36, 35)] {
        let title = format!("Keep backups for {nearest} days");
        let edit = Edit::set(Field::BackupRetention, nearest);
        sets("backup/retention-out-of-range", &title, edit, |it| it.cluster.backup_retention = days);
    }
    for (days, nearest) in [
        (0, 7),
        (6, 7),
        (18, 7),
        (19, 31),
        (30, 31),
        (100, 93),
        (110, 124),
        (730, 731),
        (732, 731),
        (9_999, 731),
    ] {
        let title = format!("Keep {nearest} days");
        let edit = Edit::set(Field::InsightsRetentionDays, nearest);
        sets("monitoring/odd-insights-retention", &title, edit, |it| {
            it.cluster.performance_insights.retention_days = days;
        });
    }
    for (days, next) in [(2, 3), (4, 5), (3_654, 3_653)] {
        let title = format!("Keep logs for {next} days");
        let edit = Edit::set(Field::LogRetentionDays, next);
        sets("monitoring/odd-log-retention", &title, edit, |it| it.cluster.log_retention_days = days);
    }
    for (seconds, next) in [(2, 5), (7, 10), (61, 60)] {
        let title = format!("Use {next} seconds");
        let edit = Edit::set(Field::EnhancedMonitoringSeconds, next);
        sets("monitoring/odd-monitoring-interval", &title, edit, |it| {
            it.cluster.enhanced_monitoring_seconds = seconds;
        });
    }
    for (days, nearest, title) in [(0, 1, "Rotate every day"), (1_001, 1_000, "Rotate every 1000 days")] {
        let edit = Edit::set(Field::RotationDays, nearest);
        sets("credentials/rotation-out-of-range", title, edit, |it| {
            it.cluster.credentials = Credentials::SecretsManager;
            it.cluster.rotation_days = Some(days);
        });
    }
    let idles = |seconds| {
        move |it: &mut Design| {
            it.proxy = Some(Proxy { idle_client_timeout: seconds, ..Proxy::default() });
        }
    };
    let (usual, most) = (Edit::Reset(Field::IdleClientTimeout), Edit::set(Field::IdleClientTimeout, 28_800));
    sets("proxy/unusual-idle-timeout", "Use 1800 seconds", usual, idles(0));
    sets("proxy/idle-timeout-out-of-range", "Use 28800 seconds", most, idles(28_801));
}

#[test]
fn days_that_advanced_insights_lacks_are_told_once() {
    for (days, odd, short) in [(100, false, true), (464, false, true), (470, true, false)] {
        let advanced = |it: &mut Design| {
            it.cluster.performance_insights.mode = InsightsMode::Advanced;
            it.cluster.performance_insights.retention_days = days;
        };
        holds("monitoring/odd-insights-retention", odd, advanced);
        holds("monitoring/short-advanced-insights", short, advanced);
    }
}

#[test]
fn a_maximum_and_a_minimum_meet_where_both_are_legal() {
    let capacity = |field: Field, acu: u32| Edit::set(field, Acu::whole(acu));
    let max = |acu| capacity(Field::MaxCapacity, acu);
    let min = |acu| capacity(Field::MinCapacity, acu);
    // In halves: minimum, maximum.
    sets("capacity/max-below-min", "Raise the maximum to 2 ACU", max(2), range(4, 2));
    holds("capacity/max-below-min", false, range(4, 1));
    sets("capacity/max-below-one", "Raise the maximum to 1 ACU", max(1), range(1, 1));
    sets("capacity/max-below-one", "Raise the maximum to 256 ACU", max(256), range(512, 1));
    assert_eq!(remedy("capacity/max-below-one", range(513, 1)), None);
    assert_eq!(remedy("capacity/max-below-min", range(513, 512)), None);
    sets("capacity/max-below-min", "Raise the maximum to 256 ACU", max(256), range(512, 511));
    sets("capacity/max-above-version", "Lower the maximum to 256 ACU", max(256), range(512, 513));
    let both = Some(("Lower the maximum to 256 ACU".to_owned(), vec![max(256), min(256)]));
    assert_eq!(remedy("capacity/max-above-version", range(513, 513)), both);
    for (most, lower) in [(1, 256), (2, 1), (64, 32), (513, 256)] {
        let title = format!("Lower the minimum to {lower} ACU");
        sets("capacity/min-above-version", &title, min(lower), range(513, most));
    }
    let insights = |most| remedy("capacity/min-low-for-insights", range(2, most)).map(|it| it.1);
    assert_eq!(insights(4), Some(vec![min(2)]));
    assert_eq!(insights(3), Some(vec![min(2), max(2)]));
    assert_eq!(remedy("capacity/min-low-for-insights", range(0, 4)), None);
}

#[test]
fn readers_go_down_to_what_aws_takes() {
    let readers = |count| move |it: &mut Design| it.cluster.readers = vec![Instance::in_tier(2); count];
    let id = "nodes/too-many-readers";
    assert_eq!(said(id, readers(16)), "There are 16 readers; AWS takes 15.");
    sets(id, "Remove readers down to 15", Edit::RemoveReader(16), readers(16));
    let beside = |it: &mut Design| {
        readers(16)(it);
        global(it, vec![Secondary::in_region(&EU_WEST_1)]);
    };
    assert_eq!(said(id, beside), "There are 16 readers; AWS takes 14 beside 1 secondary Region.");
    let removed = vec![Edit::RemoveReader(16), Edit::RemoveReader(15)];
    assert_eq!(remedy(id, beside), Some(("Remove readers down to 14".to_owned(), removed)));
}

#[test]
fn a_secondary_grows_as_the_primary_does_where_its_minimum_allows() {
    let id = "global/small-secondary";
    let secondary = |min, max| {
        move |it: &mut Design| {
            range(2, 32)(it);
            let own = Secondary {
                min_capacity: Some(Acu::whole(min)),
                max_capacity: Some(Acu::whole(max)),
                ..Secondary::in_region(&EU_WEST_1)
            };
            global(it, vec![own]);
        }
    };
    holds(id, false, secondary(8, 16));
    let title = "Let it grow, and cost, up to 16 ACU as the primary does";
    for min in [8, 16] {
        sets(id, title, Edit::Reset(Field::SecondaryMaxCapacity(0)), secondary(min, 15));
    }
    assert_eq!(remedy(id, secondary(17, 15)), None);
}

#[test]
fn a_share_takes_its_idle_share_along_where_it_must() {
    let shares = |share, idle| {
        move |it: &mut Design| {
            it.proxy = Some(Proxy {
                max_connections_percent: share,
                max_idle_connections_percent: idle,
                ..Proxy::default()
            });
        }
    };
    let (share, idle) =
        (Edit::set(Field::MaxConnectionsPercent, 100), Edit::set(Field::MaxIdleConnectionsPercent, 100));
    let id = "proxy/share-out-of-range";
    sets(id, "Use 100 %", share.clone(), shares(101, 100));
    assert_eq!(remedy(id, shares(101, 101)), Some(("Use 100 %".to_owned(), vec![share, idle])));
}

#[test]
fn windows_move_and_grow_over_midnight_and_the_end_of_the_week() {
    let daily = |text: &str| DailyWindow::parse(text).unwrap();
    let weekly = |text: &str| WeeklyWindow::parse(text).unwrap();
    let windows = |backup: &str, maintenance: &str| {
        let (backup, maintenance) = (daily(backup), weekly(maintenance));
        move |it: &mut Design| {
            (it.cluster.backup_window, it.cluster.maintenance_window) = (backup, maintenance);
        }
    };
    for (backup, maintenance, later) in [
        ("03:50-04:20", "sun:04:00-sun:04:30", "04:30-05:00"),
        ("23:10-23:50", "tue:23:00-tue:23:45", "23:45-00:25"),
        ("23:30-00:10", "wed:23:45-thu:00:15", "00:15-00:55"),
    ] {
        let title = format!("Back up at {later}");
        let edit = Edit::set(Field::BackupWindow, daily(later));
        sets("backup/overlapping-windows", &title, edit, windows(backup, maintenance));
    }
    assert_eq!(remedy("backup/overlapping-windows", windows("03:00-04:00", "mon:03:30-tue:03:00")), None);
    for (backup, longer) in [("10:00-10:10", "10:00-10:30"), ("23:50-00:00", "23:50-00:20")] {
        let edit = Edit::set(Field::BackupWindow, daily(longer));
        let title = format!("Use {longer}");
        sets("backup/short-backup-window", &title, edit, windows(backup, "sun:04:00-sun:05:00"));
    }
    for (maintenance, longer) in [
        ("wed:10:00-wed:10:10", "wed:10:00-wed:10:30"),
        ("sat:23:50-sun:00:00", "sat:23:50-sun:00:20"),
        ("sun:23:50-mon:00:00", "sun:23:50-mon:00:20"),
    ] {
        let edit = Edit::set(Field::MaintenanceWindow, weekly(longer));
        let title = format!("Use {longer}");
        sets("backup/short-maintenance-window", &title, edit, windows("03:00-04:00", maintenance));
    }
}

#[test]
fn backtrack_ends_where_it_is_not_possible() {
    let hours = |engine, hours| {
        move |it: &mut Design| (it.cluster.engine, it.cluster.backtrack_hours) = (engine, hours)
    };
    let id = "backup/impossible-backtrack";
    let off = Edit::set(Field::BacktrackHours, 0);
    sets(id, "Turn Backtrack off", off, hours(Engine::AuroraPostgresql, 24));
    sets(id, "Backtrack 72 hours", Edit::set(Field::BacktrackHours, 72), hours(Engine::AuroraMysql, 73));
}

#[test]
fn what_only_production_needs_is_offered_to_production() {
    let staging = |it: &mut Design| it.environment = Environment::Staging;
    let alone = |it: &mut Design| it.cluster.readers.clear();
    let reader = vec![Edit::AddReader { zone: None, tier: 1 }];
    let id = "nodes/single-instance";
    assert_eq!(remedy(id, alone).map(|it| it.1), Some(reader));
    assert_eq!(remedy(id, |it| (alone(it), staging(it)).0), None);
    // With a reader's ending the name would be too long.
    assert_eq!(remedy(id, |it| (alone(it), it.cluster.name = Some("a".repeat(56))).0), None);

    let id = "storage/aws-owned-key";
    let open = |it: &mut Design| it.cluster.encryption = false;
    assert_eq!(remedy(id, open).map(|it| it.1), Some(vec![Edit::set(Field::Encryption, "true")]));
    assert_eq!(remedy(id, |it| (open(it), staging(it)).0), None);

    let id = "credentials/passwords-only";
    let proxied = |auth_scheme| {
        move |it: &mut Design| {
            it.cluster.iam_database_authentication = false;
            it.proxy = Some(Proxy { auth_scheme, ..Proxy::default() });
        }
    };
    holds(id, true, proxied(AuthScheme::Secrets));
    holds(id, false, proxied(AuthScheme::IamAuth));
}

#[test]
fn a_proxy_is_offered_where_it_exists_and_ends_no_pause() {
    let id = "proxy/lambda-without-pool";
    let lambda = |it: &mut Design| {
        it.clients = [Client::Lambda].into();
        it.cluster.data_api = false;
    };
    assert_eq!(remedy(id, lambda).map(|it| it.1), Some(vec![Edit::AddProxy]));
    assert_eq!(remedy(id, |it| (lambda(it), range(0, 32)(it)).0), None);
    let without = REGIONS.iter().copied().find(|it| !it.rds_proxy).unwrap();
    assert_eq!(remedy(id, |it| (lambda(it), it.region = without).0), None);
}

#[test]
fn an_address_without_alarms_is_nothing_to_confirm() {
    for (enabled, found) in [(true, true), (false, false)] {
        holds("monitoring/unconfirmed-email", found, |it| {
            it.cluster.alarms.enabled = enabled;
            it.cluster.alarms.notify_email = Some("team@example.com".to_owned());
        });
    }
}

#[test]
fn the_name_of_a_proxy_leaves_room_for_its_endpoint() {
    let named = |length: usize, read_only_endpoint| {
        move |it: &mut Design| {
            let name = Some("a".repeat(length));
            it.proxy = Some(Proxy { name, read_only_endpoint, ..Proxy::default() });
        }
    };
    let id = "names/long-derived-name";
    for (length, endpoint, found) in [(53, true, false), (54, true, true), (63, false, false)] {
        holds(id, found, named(length, endpoint));
    }
    let shorter = "a".repeat(53);
    let title = format!("Shorten it to {shorter}");
    sets(id, &title, Edit::set(Field::ProxyName, &shorter), named(54, true));
}

#[test]
fn addresses_are_counted_where_the_subnets_are_ours() {
    let proxied = |cidr: &str, vpc, read_only_endpoint| {
        let cidr = Cidr::parse(cidr).ok();
        move |it: &mut Design| {
            it.proxy = Some(Proxy { read_only_endpoint, ..Proxy::default() });
            (it.cluster.network.cidr, it.cluster.network.vpc) = (cidr, vpc);
            it.cluster.max_capacity = Acu::whole(256);
            it.cluster.readers = vec![Instance::in_tier(1); 2];
        }
    };
    let id = "proxy/few-addresses";
    // Three instances may each need 75 addresses, of which AWS never takes more than 215 in all (PRX-09).
    let small = "The proxy may need 215 addresses; the subnets of 10.0.0.0/26 leave 27.";
    assert_eq!(said(id, proxied("10.0.0.0/26", Vpc::Create, false)), small);
    holds(id, false, proxied("10.0.0.0/27", Vpc::Create, false));
    holds(id, false, proxied("10.0.0.0/26", Vpc::Existing, false));
    let with_endpoint = said(id, |it| {
        proxied("10.0.0.0/26", Vpc::Create, true)(it);
        it.cluster.max_capacity = Acu::whole(32);
    });
    assert_eq!(with_endpoint, "The proxy may need 48 addresses; the subnets of 10.0.0.0/26 leave 27.");
}

#[test]
fn five_zones_share_eight_parts_of_the_range() {
    let proxied = |cidr: &'static str, zones: usize, read_only_endpoint| {
        move |it: &mut Design| {
            it.region = &US_EAST_1;
            it.proxy = Some(Proxy { read_only_endpoint, ..Proxy::default() });
            it.cluster.network.cidr = Cidr::parse(cidr).ok();
            it.cluster.max_capacity = Acu::whole(64);
            let reader =
                |letter| Instance { availability_zone: Zone::parse(letter).ok(), ..Instance::in_tier(1) };
            it.cluster.readers = ["b", "c", "d", "e"][..zones - 1].iter().copied().map(reader).collect();
        }
    };
    let id = "proxy/few-addresses";
    // Five /27 have 27 addresses each, less one spare a subnet and five instances.
    holds(id, false, proxied("10.0.0.0/24", 5, false));
    let eighths = "The proxy may need 128 addresses; the subnets of 10.0.0.0/24 leave 125.";
    assert_eq!(said(id, proxied("10.0.0.0/24", 5, true)), eighths);
    holds(id, false, proxied("10.0.0.0/24", 4, true));
    // A /21 is cut in /24, and a /22 in /25.
    holds(id, false, proxied("10.0.0.0/22", 5, true));
    // The subnets would be /29, which is network/too-many-zones.
    holds(id, false, proxied("10.0.0.0/26", 5, true));
    holds("network/too-many-zones", true, proxied("10.0.0.0/26", 5, true));
}

#[test]
fn four_zones_fit_into_the_smallest_range() {
    let zones = |count: usize| {
        move |it: &mut Design| {
            it.region = &US_EAST_1;
            it.cluster.network.cidr = Cidr::parse("10.0.0.0/27").ok();
            let letters = ["a", "b", "c", "d", "e"];
            let reader = |letter: &&str| Instance {
                availability_zone: Zone::parse(letter).ok(),
                ..Instance::in_tier(1)
            };
            it.cluster.readers = letters.iter().take(count).map(reader).collect();
        }
    };
    for (count, wanted) in [(4, "10.0.0.0/26"), (5, "10.0.0.0/25")] {
        let edit = Edit::set(Field::Cidr(Member::Primary), wanted);
        assert_eq!(remedy("network/range-too-small", zones(count)).map(|it| it.1), Some(vec![edit]));
    }
}

#[test]
fn an_instance_is_named_as_people_call_it() {
    let id = "nodes/unusual-zone";
    let placed = |writer: Option<&str>, reader: Option<&str>| {
        let [writer, reader] = [writer, reader].map(|zone| zone.and_then(|it| Zone::parse(it).ok()));
        said(id, |it| {
            it.region = &US_EAST_2;
            it.cluster.writer.availability_zone = writer;
            it.cluster.readers = vec![Instance { availability_zone: reader, ..Instance::in_tier(1) }];
        })
    };
    let seen = "is in zone f, but most accounts see a, b and c in us-east-2.";
    assert_eq!(placed(Some("f"), Some("a")), format!("The writer {seen}"));
    assert_eq!(placed(Some("a"), Some("f")), format!("Reader 1 {seen}"));
}

#[test]
fn a_budget_that_is_met_to_the_last_digit_is_not_exceeded() {
    use aurora_designer::estimate::Month::{Ceiling, Typical};

    let bill = aurora_designer::estimate::bill(&Design::default(), aurora_designer::facts::FACTS_DATE);
    let micros = |month| {
        let total = bill.total(month).usd;
        let near = u64::try_from(total.cents()).unwrap() * 10_000;
        let exact = |micros: &u64| Usd::product(Decimal::from_micros(*micros), &[]) == total;
        (near - 10_000..near + 10_000).find(exact).expect("the month has no broken millionth")
    };
    for (budget, over, ceiling_over) in [
        (micros(Typical) - 1, true, false),
        (micros(Typical), false, true),
        (micros(Ceiling) - 1, false, true),
        (micros(Ceiling), false, false),
    ] {
        let budget = |it: &mut Design| it.budget_monthly_usd = Some(Decimal::from_micros(budget));
        holds("money/over-budget", over, budget);
        holds("money/ceiling-over-budget", ceiling_over, budget);
    }
}

#[test]
fn a_sum_that_lacks_a_price_is_at_least_that_much() {
    let budget = |usd, aws_backup| {
        move |it: &mut Design| {
            it.budget_monthly_usd = Some(Decimal::whole(usd));
            it.cluster.aws_backup = aws_backup;
        }
    };
    for (id, usd) in [("money/over-budget", 100), ("money/ceiling-over-budget", 2_000)] {
        for (aws_backup, costs) in [(false, " costs $"), (true, " costs at least $")] {
            let said = said(id, budget(usd, aws_backup));
            assert!(said.contains(costs), "{said}");
        }
    }
}

#[test]
fn a_month_of_hours_is_possible_where_fewer_are_usual() {
    for (hours, found) in [(730, false), (731, true)] {
        holds("money/impossible-hours", found, |it| {
            it.environment = Environment::Development;
            it.usage.active_hours_per_month = Some(Decimal::whole(hours));
        });
    }
}

#[test]
fn what_the_network_does_not_use_is_told_by_its_name() {
    let made = |it: &mut Design| it.cluster.network.vpc_id = Some("vpc-0a1b2c3d".to_owned());
    let existing = |it: &mut Design| {
        it.cluster.network.vpc = Vpc::Existing;
        it.cluster.network.cidr = Cidr::parse("10.1.0.0/16").ok();
    };
    let neither = |it: &mut Design| it.cluster.network.cidr = Cidr::parse("10.1.0.0/16").ok();
    let id = "network/unused-vpc-settings";
    assert_eq!(said(id, made), "vpc_id has no effect where the VPC is made.");
    assert_eq!(said(id, existing), "cidr has no effect where the VPC is an existing one.");
    holds(id, false, neither);
}

#[test]
fn findings_are_equal_where_everything_is() {
    let one = found("capacity/max-below-min", &with(range(4, 2)));
    assert_eq!(one, one.clone());
    let other = found("capacity/max-below-one", &with(range(1, 1)));
    for different in [
        Finding { rule: other.rule, ..one.clone() },
        Finding { severity: Severity::Note, ..one.clone() },
        Finding { message: String::new(), ..one.clone() },
        Finding { field: Field::Port, ..one.clone() },
        Finding { fix: None, ..one.clone() },
    ] {
        assert_ne!(one, different);
    }
}

#[test]
fn one_is_not_said_as_many() {
    let counts = |id: &str, wanted: &str, change: &dyn Fn(&mut Design)| {
        let message = said(id, change);
        assert!(message.contains(wanted) && !counts_badly(&message), "{id}: {message}");
    };
    counts("nodes/too-many-readers", "AWS takes 14 beside 1 secondary Region.", &|it| {
        it.cluster.readers = vec![Instance::in_tier(1); 15];
        global(it, vec![Secondary::in_region(&EU_WEST_1)]);
    });
    counts("nodes/too-many-readers", "AWS takes 13 beside 2 secondary Regions.", &|it| {
        it.cluster.readers = vec![Instance::in_tier(1); 15];
        global(it, vec![Secondary::in_region(&EU_WEST_1), Secondary::in_region(&US_EAST_2)]);
    });
    counts("network/incomplete-vpc", "1 subnet is named", &|it| {
        it.cluster.network.vpc = Vpc::Existing;
        it.cluster.network.vpc_id = Some("vpc-0a1b2c3d".to_owned());
        it.cluster.network.subnet_ids = vec!["subnet-0a1b2c3d".to_owned()];
    });
    counts("backup/short-backup-window", "has 1 minute;", &|it| {
        it.cluster.backup_window = DailyWindow { start: 60, end: 61 };
    });
    counts("backup/short-maintenance-window", "has 1 minute;", &|it| {
        it.cluster.maintenance_window = WeeklyWindow { start: 600, end: 601 };
    });
    counts("credentials/useless-rotation", "after 1 day has", &|it| it.cluster.rotation_days = Some(1));
    counts("pause/seconds-out-of-range", "after 1 second is", &|it| {
        range(0, 32)(it);
        it.cluster.seconds_until_auto_pause = Some(1);
    });
    counts("monitoring/odd-insights-retention", "for 1 day;", &|it| {
        it.cluster.performance_insights.retention_days = 1;
    });
    counts("monitoring/unused-insights-retention", "for 1 day has", &|it| {
        it.cluster.performance_insights.retention_days = 1;
        it.cluster.performance_insights.enabled = false;
    });
    counts("capacity/peak-over-connections", "1 connection;", &|it| {
        it.usage.peak_connections = Some(1);
        it.proxy = Some(Proxy { max_connections_percent: 0, ..Proxy::default() });
    });
    let version = with(|it| it.cluster.engine_version = Some("17.4".to_owned()));
    for (day, wanted) in [(28, "in 2 days."), (29, "in 1 day."), (30, "today.")] {
        let found = findings_on(&version, Day::new(2026, 11, day));
        let message = found.iter().find(|it| it.rule.id == "engine/expiring-version").map(|it| &it.message);
        assert!(message.is_some_and(|it| it.ends_with(wanted)), "{message:?}");
    }
}

#[test]
fn secondaries_beyond_the_last_take_no_reader_away() {
    let secondaries = |count: usize| {
        let others = REGIONS
            .iter()
            .copied()
            .filter(|it| it.code != "us-east-1" && it.partition == US_EAST_1.partition);
        others.take(count).map(Secondary::in_region).collect::<Vec<_>>()
    };
    for (readers, found) in [(5, false), (6, true)] {
        holds("nodes/too-many-readers", found, |it| {
            it.cluster.readers = vec![Instance::in_tier(1); readers];
            global(it, secondaries(11));
        });
    }
}

#[test]
fn logs_that_nobody_keeps_neither_pile_up_nor_are_refused() {
    let silent = |days: u32, proxy: bool| {
        move |it: &mut Design| {
            it.cluster.network.vpc = Vpc::Existing;
            it.cluster.log_exports = Some([].into());
            it.cluster.log_retention_days = days;
            it.clients = [Client::Lambda].into();
            it.proxy = proxy.then(Proxy::default);
        }
    };
    for (days, id) in [(0, "monitoring/endless-logs"), (2, "monitoring/odd-log-retention")] {
        holds(id, false, silent(days, false));
        holds(id, true, silent(days, true));
        holds(id, true, |it| {
            silent(days, false)(it);
            it.cluster.network.vpc = Vpc::Create;
        });
        holds(id, true, |it| {
            silent(days, false)(it);
            global(it, vec![Secondary::in_region(&EU_WEST_1)]);
        });
        holds(id, true, |it| {
            silent(days, false)(it);
            it.cluster.log_exports = None;
        });
    }
    // Either remedy makes the first log group, whose days CloudWatch would refuse.
    for id in ["monitoring/unexported-logs", "proxy/lambda-without-pool"] {
        for (days, offered) in [(2, false), (3, true)] {
            assert_eq!(remedy(id, silent(days, false)).is_some(), offered, "{id} {days}");
        }
    }
}

#[test]
fn tls_is_as_the_parameter_says() {
    let id = "credentials/cleartext-clients";
    let name = "rds.force_ssl";
    let forced = |force_tls, value: Option<&'static str>| {
        move |it: &mut Design| {
            it.cluster.force_tls = force_tls;
            it.cluster.parameters.extend(value.map(|value| (name.to_owned(), value.to_owned())));
        }
    };
    for (force, value, found) in [
        (true, None, false),
        (false, None, true),
        (true, Some("0"), true),
        (false, Some("Off"), true),
        (false, Some("1"), false),
        (true, Some("on"), false),
    ] {
        holds(id, found, forced(force, value));
    }
    let parameter = Field::Parameter(name.to_owned());
    let title = "Remove rds.force_ssl, so that TLS is forced".to_owned();
    let edits = vec![Edit::Reset(parameter), Edit::set(Field::ForceTls, "true")];
    assert_eq!(remedy(id, forced(false, Some("0"))), Some((title, edits)));
}

#[test]
fn a_switch_is_on_or_off_in_every_spelling() {
    let mysql = |name: &'static str, value: &'static str| {
        move |it: &mut Design| {
            range(0, 32)(it);
            it.cluster.engine = Engine::AuroraMysql;
            it.cluster.parameters.insert(name.to_owned(), value.to_owned());
        }
    };
    for (value, on) in
        [("1", true), ("ON", true), ("true", true), ("0", false), ("OFF", false), ("false", false)]
    {
        holds("pause/sleeping-scheduler", on, mysql("event_scheduler", value));
        holds("monitoring/silenced-log", !on, mysql("slow_query_log", value));
        holds("pause/replication-keeps-awake", on, |it| {
            range(0, 32)(it);
            it.cluster.parameters.insert("rds.logical_replication".to_owned(), value.to_owned());
        });
    }
    for (value, found) in [("ROW", true), ("OFF", false), ("off", false)] {
        holds("pause/replication-keeps-awake", found, mysql("binlog_format", value));
    }
}

#[test]
fn a_global_database_stays_on_its_long_term_version() {
    let upgraded = |it: &mut Design| it.cluster.auto_minor_version_upgrade = Some(true);
    holds("engine/upgrade-leaves-lts", true, upgraded);
    holds("engine/upgrade-leaves-lts", false, |it| {
        upgraded(it);
        global(it, vec![Secondary::in_region(&EU_WEST_1)]);
    });
}

#[test]
fn averages_are_those_of_instances_there_are() {
    let id = "money/average-out-of-range";
    let all = |readers: usize, nodes: u32| {
        let design = with(|it| {
            it.cluster.readers = vec![Instance::in_tier(1); readers];
            global(it, vec![Secondary { readers: nodes, ..Secondary::in_region(&EU_WEST_1) }]);
            it.usage.writer_acu = Some(Decimal::whole(20));
            it.usage.readers_acu = Some(Decimal::whole(20));
            it.usage.secondaries_acu = Some(Decimal::whole(20));
        });
        let found = findings(&design).into_iter().filter(|it| it.rule.id == id);
        found
            .map(|it| it.message.replace(" 20 ACU is outside 2 to 16 ACU; the bill takes the nearest.", ""))
            .collect::<Vec<_>>()
    };
    assert_eq!(all(0, 0), ["The writer's average of"]);
    assert_eq!(
        all(1, 1),
        ["The writer's average of", "The readers' average of", "eu-west-1: The average of"]
    );
}

#[test]
fn a_window_that_has_no_room_to_grow_moves_behind_the_other() {
    let weekly = |start, end| WeeklyWindow { start, end };
    let windows = |backup: (u16, u16), maintenance: (u16, u16)| {
        move |it: &mut Design| {
            it.cluster.backup_window = DailyWindow { start: backup.0, end: backup.1 };
            it.cluster.maintenance_window = weekly(maintenance.0, maintenance.1);
        }
    };
    // Tuesday is day 1: 23:50 to 00:30 on Wednesday, and a backup that begins ten minutes before.
    let (late, wrapped) = (1440 + 1430, 2 * 1440 + 30);
    let edit = Edit::set(Field::BackupWindow, "00:30-01:00");
    sets("backup/short-backup-window", "Use 00:30-01:00", edit, windows((1420, 1430), (late, wrapped)));
    let edit = Edit::set(Field::MaintenanceWindow, "tue:04:00-tue:04:30");
    let before = windows((180, 240), (1440 + 170, 1440 + 180));
    sets("backup/short-maintenance-window", "Use tue:04:00-tue:04:30", edit, before);
    // A week without a gap leaves no room.
    assert_eq!(remedy("backup/short-backup-window", windows((60, 70), (0, 10_079))), None);
}

#[test]
fn one_remedy_is_enough_for_what_advanced_insights_keep() {
    let odd = |it: &mut Design| {
        it.cluster.performance_insights.mode = InsightsMode::Advanced;
        it.cluster.performance_insights.retention_days = 600;
    };
    let edit = Edit::set(Field::InsightsRetentionDays, 465);
    sets("monitoring/odd-insights-retention", "Keep 465 days", edit, odd);
    holds("monitoring/long-advanced-insights", false, odd);
}

#[test]
fn messages_say_what_is_wrong_and_what_would_be_right() {
    let key = |arn: &str| {
        let arn = aurora_designer::design::KmsKey::Arn(arn.to_owned());
        said("credentials/foreign-key", |it| it.cluster.kms_key = arn)
    };
    let id = "111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    assert_eq!(
        key(&format!("arn:aws:kms:eu-west-1:{id}")),
        "The key is one of eu-west-1, but the cluster is in us-east-1; name a key of us-east-1 (aws)."
    );
    assert_eq!(
        key(&format!("arn:aws-cn:kms:us-east-1:{id}")),
        "The key is one of us-east-1, partition aws-cn, but the cluster is in us-east-1; name a key of us-east-1 (aws)."
    );
    let tag = |key: &str, value: &str| {
        said("names/malformed-tag", |it| {
            it.tags.insert(key.to_owned(), value.to_owned());
        })
    };
    assert_eq!(
        tag("team", "a;b"),
        "The value of the tag \"team\" holds ';', which AWS refuses; use letters, digits, spaces and _ . : / = + - @."
    );
    assert_eq!(
        tag("k", &"ä".repeat(257)),
        "The value of the tag \"k\" has 257 characters; AWS takes 256 at most."
    );
    let idle = said("proxy/unusual-idle-timeout", |it| {
        it.proxy = Some(Proxy { idle_client_timeout: 0, ..Proxy::default() });
    });
    assert_eq!(idle, "Terraform does not send an idle timeout of 0, so AWS takes 1800 seconds.");
}

#[test]
fn a_version_that_is_refused_says_nothing_more_of_itself() {
    holds("engine/version-prefix", false, |it| {
        it.region = REGIONS.iter().copied().find(|it| it.code == "mx-central-1").unwrap();
        it.cluster.engine_version = Some("13".to_owned());
    });
    holds("storage/io-optimized-is-dearer", false, |it| {
        it.cluster.engine_version = Some("13.9".to_owned());
        it.cluster.storage_type = aurora_designer::design::StorageType::AuroraIopt1;
    });
}

#[test]
fn an_instance_that_leaves_its_zone_goes_where_the_others_are_not() {
    for (rule, region, zone) in
        [("nodes/impossible-zone", &US_EAST_1, "z"), ("nodes/unusual-zone", &AP_NORTHEAST_1, "b")]
    {
        let mut design = Design { region, ..Design::default() };
        design.cluster.writer.availability_zone = Zone::parse(zone).ok();
        let after = fixed(&design, Some(rule), Day::new(2026, 11, 28));
        let zones = after.zones();
        assert_ne!(zones[0], zones[1], "{rule}");
        assert!(region.zones.contains(zones[0].letter()), "{rule}");
    }
}
