//! No error is raised for anything the facts call accepted.

use aurora_designer::design::{
    Cidr, ClientPasswordAuthType, Credentials, Design, Engine, GlobalCluster, InsightsMode, Instance, KmsKey,
    LogExport, Network, Proxy, Secondary, StorageType, Vpc, Word, Zone,
};
use aurora_designer::facts::engines::EngineVersion;
use aurora_designer::facts::limits::{ENHANCED_MONITORING_SECONDS, LOG_RETENTION_DAYS, offered};
use aurora_designer::facts::regions::{REGIONS, US_EAST_1};
use aurora_designer::facts::{Acu, Day};
use aurora_designer::rules::Severity;

use super::{errors, findings_on, with};

fn accepted(fact: &str, change: impl FnOnce(&mut Design)) {
    let design = with(change);
    assert_eq!(errors(&design), [""; 0], "{fact}");
}

fn parameter(name: &str, value: &str) -> impl Fn(&mut Design) {
    move |it| {
        it.cluster.min_capacity = Acu::ZERO;
        it.cluster.parameters.insert(name.to_owned(), value.to_owned());
    }
}

fn mysql(it: &mut Design) {
    it.cluster.engine = Engine::AuroraMysql;
}

fn proxied(change: impl Fn(&mut Proxy)) -> impl Fn(&mut Design) {
    move |it| change(it.proxy.get_or_insert_default())
}

fn global(it: &mut Design, regions: usize) {
    it.cluster.credentials = Credentials::SecretsManager;
    let others = REGIONS.iter().copied().filter(|region| region.code != it.region.code);
    let others = others.filter(|region| region.partition == it.region.partition).take(regions);
    it.global = Some(GlobalCluster {
        secondaries: others.map(Secondary::in_region).collect(),
        ..GlobalCluster::default()
    });
}

fn existing(network: &mut Network) {
    network.vpc = Vpc::Existing;
    network.vpc_id = Some("vpc-0a1b2c3d4e5f60718".to_owned());
    network.subnet_ids = ["subnet-0a1b2c3d", "subnet-0b1c2d3e4f5061728"].map(str::to_owned).into();
    network.client_security_group_ids = vec!["sg-0a1b2c3d".to_owned()];
}

#[test]
fn capacity_is_accepted_to_its_ends() {
    for (min, max) in [(0, 2), (1, 2), (0, 512), (512, 512), (4, 4), (1, 512)] {
        accepted("ACU-03 ACU-04 ACU-05 ACU-05b", |it| {
            it.cluster.min_capacity = Acu::halves(min);
            it.cluster.max_capacity = Acu::halves(max);
        });
    }
    for seconds in [300, 301, 86_399, 86_400] {
        accepted("ACU-14", |it| {
            it.cluster.min_capacity = Acu::ZERO;
            it.cluster.seconds_until_auto_pause = Some(seconds);
        });
    }
    for tier in 0..=15 {
        accepted("ACU-42", |it| it.cluster.readers = vec![Instance::in_tier(tier)]);
    }
    for readers in 0..=15 {
        accepted("LIM-01 LIM-06", |it| it.cluster.readers = vec![Instance::in_tier(2); readers]);
    }
}

#[test]
fn what_prevents_a_pause_is_accepted() {
    accepted("ACU-16 ACU-21", |it| {
        it.cluster.min_capacity = Acu::ZERO;
        it.proxy = Some(Proxy::default());
    });
    accepted("ACU-17 ACU-21", |it| {
        it.cluster.min_capacity = Acu::ZERO;
        global(it, 1);
    });
    accepted("ACU-18 ACU-21", parameter("rds.logical_replication", "1"));
    accepted("ACU-24b", parameter("shared_preload_libraries", "pg_cron"));
    accepted("ACU-41b", parameter("shared_buffers", "16384"));
    accepted("ACU-12", parameter("max_connections", "4294967295"));
}

#[test]
fn every_creatable_version_is_accepted_with_its_whole_range_where_it_is_offered() {
    for engine in [Engine::AuroraPostgresql, Engine::AuroraMysql] {
        let usable = |it: &&EngineVersion| it.creatable && it.serverless_v2;
        for version in engine.versions().iter().filter(usable) {
            for region in REGIONS.iter().copied().filter(|region| offered(region.code, version.version)) {
                // The narrowest range, where nothing scales, once is enough.
                let narrow =
                    (region.code == US_EAST_1.code).then_some((version.max_acu(), version.max_acu()));
                for (min, max) in [(version.min_acu(), version.max_acu())].into_iter().chain(narrow) {
                    accepted(version.version, |it| {
                        it.region = region;
                        it.cluster.engine = engine;
                        it.cluster.engine_version = Some(version.version.to_owned());
                        (it.cluster.min_capacity, it.cluster.max_capacity) = (min, max);
                        it.cluster.data_api = region.data_api && version.data_api != Some(false);
                        if version.io_optimized != Some(false) {
                            it.cluster.storage_type = StorageType::AuroraIopt1;
                        }
                        if region.rds_proxy {
                            it.proxy = Some(Proxy::default());
                        }
                        if engine == Engine::AuroraMysql && region.backtrack {
                            it.cluster.backtrack_hours = 72;
                        }
                    });
                }
            }
        }
    }
}

#[test]
fn a_version_that_is_a_prefix_unknown_or_old_is_accepted() {
    for version in ["17", "18", "16", "17.99", "19.1", "99"] {
        accepted("ENG-19 ENG-24", |it| it.cluster.engine_version = Some(version.to_owned()));
    }
    for version in ["8.0", "8.4", "8.0.mysql_aurora.3", "8.0.mysql_aurora.3.10", "8.0.mysql_aurora.3.99.0"] {
        accepted("ENG-19 ENG-24", |it| {
            mysql(it);
            it.cluster.engine_version = Some(version.to_owned());
        });
    }
    accepted("ENG-10", |it| it.cluster.auto_minor_version_upgrade = Some(true));
    // Support ends with a surcharge and not with a refusal, on any day.
    for version in ["13.23", "14.24", "17.4", "17.7"] {
        let design = with(|it| it.cluster.engine_version = Some(version.to_owned()));
        for year in [2026, 2028, 2030, 2035] {
            let found = findings_on(&design, Day::new(year, 6, 1));
            assert!(found.iter().all(|it| it.severity != Severity::Error), "{version} {year}");
        }
    }
}

#[test]
fn names_users_and_tags_are_accepted_to_their_ends() {
    for name in ["a", "a-b", "a1", &"a".repeat(40)] {
        accepted("NAM-10", |it| it.project_name = name.to_owned());
    }
    for name in ["a", &"a".repeat(53)] {
        accepted("NAM-01 NAM-11", |it| it.cluster.name = Some(name.to_owned()));
        accepted("NAM-09 NAM-11", |it| {
            proxied(|proxy| (proxy.name, proxy.read_only_endpoint) = (Some(name.to_owned()), true))(it);
        });
    }
    for name in ["app", "A_1", "postgres", "template0", "order", &"a".repeat(63)] {
        accepted("NAM-08 NAM-08b", |it| it.cluster.database_name = name.to_owned());
    }
    for user in ["postgres", "dbadmin", "a_1", "select", "rds_superuser", &"a".repeat(63)] {
        accepted("USR-01 USR-01b USR-06 USR-07", |it| it.cluster.master_username = Some(user.to_owned()));
    }
    for user in ["admin", "user", "pg_admin", &"a".repeat(16)] {
        accepted("USR-03 USR-05", |it| {
            mysql(it);
            it.cluster.master_username = Some(user.to_owned());
        });
    }
    accepted("TAG-01 TAG-02 TAG-03 TAG-04", |it| {
        it.tags = (0..44).map(|number| (format!("k{number}"), String::new())).collect();
        it.tags.insert("Project".to_owned(), "Ä _.:/=+-@ 1".to_owned());
        it.tags.insert(format!("ключ{}", "k".repeat(124)), "v".repeat(256));
    });
}

#[test]
fn keys_zones_and_networks_are_accepted_to_their_ends() {
    let key = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";
    for key in [KmsKey::Create, KmsKey::AwsManaged, KmsKey::Arn(key.to_owned())] {
        for encryption in [true, false] {
            accepted("BAK-09 BAK-09b BAK-09c BAK-09d REF-03", |it| {
                it.cluster.kms_key = key.clone();
                it.cluster.encryption = encryption;
            });
        }
    }
    let alias = "arn:aws:kms:us-east-1:111122223333:alias/orders".to_owned();
    accepted("REF-05", |it| it.cluster.kms_key = KmsKey::Arn(alias));
    for letter in ["a", "b", "c", "d", "e", "f"] {
        for region in REGIONS.iter().copied() {
            accepted("REG-04 REG-05 CLM-09", |it| {
                it.region = region;
                it.cluster.writer.availability_zone = Zone::parse(letter).ok();
            });
        }
    }
    for port in [1150, 5432, 65_535] {
        accepted("NET-01 PRX-19", |it| {
            proxied(|_| ())(it);
            it.cluster.port = Some(port);
        });
    }
    for cidr in ["10.0.0.0/16", "10.0.0.0/26", "172.17.0.0/16", "8.8.8.0/24", "192.168.0.0/20"] {
        accepted("NET-09 NET-11 NET-13", |it| it.cluster.network.cidr = Cidr::parse(cidr).ok());
    }
    accepted("NET-05b NET-15 NET-16 REF-06 REF-07", |it| {
        existing(&mut it.cluster.network);
        it.cluster.network.cidr = Cidr::parse("10.9.0.0/16").ok();
        it.cluster.publicly_accessible = true;
    });
    accepted("REF-08", |it| it.cluster.network.client_security_group_ids = vec!["sg-0a1b2c3d".to_owned()]);
}

#[test]
fn backups_logs_and_insights_are_accepted_to_their_ends() {
    for days in 1..=35 {
        accepted("BAK-01 BAK-11", |it| it.cluster.backup_retention = days);
    }
    accepted("BAK-05 BAK-06b BAK-12", |it| {
        it.cluster.deletion_protection = false;
        it.cluster.final_snapshot = false;
    });
    for days in LOG_RETENTION_DAYS {
        accepted("LOG-02 LOG-04", |it| it.cluster.log_retention_days = *days);
    }
    for seconds in ENHANCED_MONITORING_SECONDS {
        accepted("MON-04", |it| it.cluster.enhanced_monitoring_seconds = *seconds);
    }
    for days in [7, 31, 62, 465, 713, 731] {
        accepted("MON-01 MON-06", |it| it.cluster.performance_insights.retention_days = days);
        accepted("MON-02b", |it| {
            it.cluster.performance_insights.retention_days = days.max(465);
            it.cluster.performance_insights.mode = InsightsMode::Advanced;
        });
    }
    for export in [LogExport::Instance, LogExport::Postgresql, LogExport::IamDbAuthError] {
        accepted("LOG-01", |it| it.cluster.log_exports = Some([export].into()));
    }
    let ours =
        [LogExport::Audit, LogExport::Error, LogExport::General, LogExport::Instance, LogExport::Slowquery];
    accepted("LOG-01 LOG-03", |it| {
        mysql(it);
        it.cluster.log_exports = Some(ours.into());
        it.cluster.parameters.insert("slow_query_log".to_owned(), "0".to_owned());
    });
    accepted("LOG-04 CW-03", |it| {
        it.cluster.log_exports = Some([].into());
        it.cluster.alarms.enabled = false;
        it.cluster.force_tls = false;
        it.cluster.iam_database_authentication = false;
        it.cluster.performance_insights.enabled = false;
    });
    accepted("REF-01 REF-02", |it| it.cluster.alarms.notify_email = Some("a+b@c.example".to_owned()));
    for days in [1, 30, 1000] {
        accepted("SEC-11", |it| {
            it.cluster.credentials = Credentials::SecretsManager;
            it.cluster.rotation_days = Some(days);
        });
        accepted("SEC-10", |it| it.cluster.rotation_days = Some(days));
    }
}

#[test]
fn a_proxy_is_accepted_to_its_ends() {
    for seconds in [0, 1, 1800, 28_800] {
        accepted("PRX-10", proxied(|proxy| proxy.idle_client_timeout = seconds));
    }
    for seconds in [0, 120, 300] {
        accepted("PRX-11", proxied(|proxy| proxy.connection_borrow_timeout = seconds));
    }
    for (share, idle) in [(1, 0), (1, 1), (19, 19), (100, 100), (100, 0)] {
        accepted(
            "PRX-12 PRX-13",
            proxied(|proxy| {
                (proxy.max_connections_percent, proxy.max_idle_connections_percent) = (share, idle);
            }),
        );
    }
    for (_, kind) in ClientPasswordAuthType::WORDS {
        let of_mysql = kind.word().starts_with("MYSQL");
        accepted("PRX-04 PRX-04b TLS-02", |it| {
            if of_mysql {
                mysql(it);
            }
            proxied(|proxy| (proxy.client_password_auth_type, proxy.require_tls) = (Some(*kind), false))(it);
        });
    }
    accepted("PRX-05b", |it| {
        proxied(|proxy| {
            proxy.auth_scheme = aurora_designer::design::AuthScheme::IamAuth;
            proxy.require_tls = false;
        })(it);
        it.cluster.iam_database_authentication = false;
    });
    accepted("PRX-09 PRX-26", |it| {
        proxied(|proxy| (proxy.debug_logging, proxy.read_only_endpoint) = (true, true))(it);
        it.cluster.network.cidr = Cidr::parse("10.0.0.0/26").ok();
        it.cluster.max_capacity = Acu::whole(256);
    });
}

#[test]
fn a_global_database_is_accepted_to_its_ends() {
    for regions in 1..=10 {
        accepted("GDB-01 GDB-08b NET-14", |it| global(it, regions));
    }
    for readers in [0, 1, 16] {
        accepted("GDB-06 LIM-01", |it| {
            global(it, 1);
            let secondary = &mut it.global.as_mut().unwrap().secondaries[0];
            (secondary.readers, secondary.write_forwarding) = (readers, true);
            secondary.max_capacity = Some(Acu::whole(4));
        });
    }
    accepted("GDB-01", |it| {
        global(it, 0);
        it.global.as_mut().unwrap().secondaries = REGIONS
            .iter()
            .copied()
            .filter(|region| region.code == "eu-west-1")
            .map(Secondary::in_region)
            .collect();
        proxied(|_| ())(it);
        assert_eq!(it.region.code, US_EAST_1.code);
    });
}

#[test]
fn what_the_export_does_not_write_is_accepted() {
    // Without encryption no key is named to AWS (BAK-09d), and one of another Region is harmless.
    for key in ["arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", "arn:none"] {
        accepted("BAK-09d REF-03 REF-04", |it| {
            global(it, 1);
            it.cluster.encryption = false;
            it.cluster.kms_key = KmsKey::Arn(key.to_owned());
            it.global.as_mut().unwrap().secondaries[0].kms_key = KmsKey::Arn(key.to_owned());
        });
    }
    // A proxy that logs in with IAM has no entry for passwords (PRX-05).
    for (_, kind) in ClientPasswordAuthType::WORDS {
        accepted("PRX-04 PRX-05", |it| {
            proxied(|proxy| {
                proxy.auth_scheme = aurora_designer::design::AuthScheme::IamAuth;
                proxy.client_password_auth_type = Some(*kind);
            })(it);
        });
    }
    // Without a log group nothing is kept (LOG-02).
    accepted("LOG-02 LOG-04", |it| {
        existing(&mut it.cluster.network);
        it.cluster.log_exports = Some([].into());
        it.cluster.log_retention_days = 2;
    });
    // A secondary without instances has none that could be public.
    accepted("NET-05 NET-05b GDB-06", |it| {
        global(it, 1);
        it.global.as_mut().unwrap().secondaries[0].readers = 0;
        existing(&mut it.cluster.network);
        it.cluster.publicly_accessible = true;
    });
}
