//! Designs that together make every choice the export has a word for, with every other kind of choice.

use aurora_designer::design::{
    AuthScheme, Credentials, Design, Engine, Environment, GlobalCluster, IamAuth, InsightsMode, Instance,
    KmsKey, LogExport, Network, PinningFilter, Proxy, Secondary, StorageType, Vpc, Zone,
};
use aurora_designer::facts::regions::Region;
use aurora_designer::facts::{Acu, Decimal};

/// How many designs there are.
const COUNT: usize = 36;

/// The designs. Each choice turns at its own pace, so that any two meet.
pub(crate) fn designs() -> Vec<(String, Design)> {
    (0..COUNT).map(|turn| (format!("spread-{turn:02}"), design(turn).normalized())).collect()
}

fn design(turn: usize) -> Design {
    let mysql = turn % 2 == 1;
    let mut design = Design { project_name: name(turn), ..Design::default() };
    if mysql {
        design.cluster.engine = Engine::AuroraMysql;
    }
    if turn % 5 == 2 {
        design.region = Region::find("ap-northeast-1").unwrap();
    }
    if turn % 7 == 3 {
        design.region = Region::find("us-west-1").unwrap();
    }
    capacity(&mut design, turn);
    network(&mut design, turn);
    security(&mut design, turn);
    proxy(&mut design, turn);
    watching(&mut design, turn);
    if turn % 6 == 4 {
        global(&mut design, turn);
    }
    design
}

/// The longest and the shortest name, and the traps of NAM-10.
fn name(turn: usize) -> String {
    ["a", "default", "sg", "aws", "abcdefghij-abcdefghij-abcdefghij-abcdefg", "orders"][turn % 6].to_owned()
}

fn capacity(design: &mut Design, turn: usize) {
    let cluster = &mut design.cluster;
    (cluster.min_capacity, cluster.max_capacity) = [
        (Acu::ZERO, Acu::whole(1)),
        (Acu::HALF, Acu::halves(33)),
        (Acu::whole(8), Acu::whole(128)),
        (Acu::whole(2), Acu::whole(16)),
    ][turn % 4];
    cluster.readers = vec![Instance::in_tier(1); [1, 0, 2, 15, 1, 3, 0][turn % 7]];
    if let Some(last) = cluster.readers.last_mut() {
        last.promotion_tier = 15;
        last.availability_zone = Zone::parse("c").ok();
    }
    cluster.auto_minor_version_upgrade = [None, Some(true), Some(false)][turn % 3];
    cluster.storage_type = if turn % 8 == 5 { StorageType::AuroraIopt1 } else { StorageType::Aurora };
    if cluster.engine == Engine::AuroraMysql && turn % 4 == 1 {
        cluster.backtrack_hours = 72;
    }
    design.environment = [Environment::Production, Environment::Staging, Environment::Development][turn % 3];
}

fn network(design: &mut Design, turn: usize) {
    let network = &mut design.cluster.network;
    if turn % 3 == 1 {
        *network = existing("0a1b2c3d4e5f6071");
    }
    if turn % 4 == 1 {
        network.client_security_group_ids = vec!["sg-0a1b2c3d4e5f60718".to_owned(), "sg-0a1b2c3d".to_owned()];
    }
    if network.vpc == Vpc::Create {
        let ranges = ["10.0.0.0/16", "172.16.0.0/26", "192.168.0.0/21", "10.9.0.0/24"];
        network.cidr = aurora_designer::design::Cidr::parse(ranges[turn / 3 % 4]).ok();
    }
    design.cluster.port = (turn % 9 == 4).then_some(6000);
}

fn existing(id: &str) -> Network {
    Network {
        vpc: Vpc::Existing,
        vpc_id: Some(format!("vpc-{id}8")),
        subnet_ids: (0..3).map(|subnet| format!("subnet-{id}{subnet}")).collect(),
        ..Network::default()
    }
}

fn security(design: &mut Design, turn: usize) {
    let cluster = &mut design.cluster;
    cluster.kms_key = match turn / 2 % 4 {
        1 => KmsKey::AwsManaged,
        2 => KmsKey::Arn(
            "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab".to_owned(),
        ),
        _ => KmsKey::Create,
    };
    cluster.encryption = turn % 9 != 7;
    if turn % 5 > 2 {
        cluster.credentials = Credentials::SecretsManager;
        cluster.rotation_days = [None, Some(30), Some(180)][turn % 3];
    }
    cluster.iam_database_authentication = turn % 6 != 2;
    cluster.force_tls = turn % 10 != 9;
    cluster.deletion_protection = turn % 4 != 3;
    cluster.final_snapshot = turn % 5 != 1;
    cluster.data_api = turn.is_multiple_of(3);
    let texts = ["${var.region}", "%{ if true }", "a\"b\\c\nd\te", "größe 🦀 e\u{301}", ""];
    design.tags = texts.iter().map(|text| (format!("key {text}"), (*text).to_owned())).collect();
}

fn proxy(design: &mut Design, turn: usize) {
    if turn % 3 == 2 || turn.is_multiple_of(4) {
        let postgresql = design.cluster.engine == Engine::AuroraPostgresql;
        let read_only_endpoint = turn % 8 > 3 && !design.cluster.readers.is_empty();
        design.proxy = Some(Proxy {
            read_only_endpoint,
            iam_auth: if turn % 6 == 5 { IamAuth::Required } else { IamAuth::Disabled },
            session_pinning_filters: if postgresql {
                [].into()
            } else {
                [PinningFilter::ExcludeVariableSets].into()
            },
            debug_logging: turn % 12 == 8,
            ..Proxy::default()
        });
    }
    if let Some(proxy) = design.proxy.as_mut().filter(|_| turn.is_multiple_of(5)) {
        proxy.auth_scheme = AuthScheme::IamAuth;
        design.cluster.iam_database_authentication = true;
    }
}

fn watching(design: &mut Design, turn: usize) {
    let cluster = &mut design.cluster;
    cluster.alarms.enabled = turn % 7 != 6;
    cluster.alarms.dashboard = turn.is_multiple_of(2);
    cluster.alarms.notify_email = (turn.is_multiple_of(3)).then(|| "team+db@example.com".to_owned());
    cluster.aws_backup = turn % 4 == 2;
    cluster.log_retention_days = [365, 0, 7, 400][turn % 4];
    cluster.enhanced_monitoring_seconds = [60, 0, 1][turn % 3];
    cluster.performance_insights.enabled = turn % 5 != 3;
    if turn % 5 == 4 {
        cluster.performance_insights.mode = InsightsMode::Advanced;
        cluster.performance_insights.retention_days = 465;
    }
    cluster.log_exports = match turn % 6 {
        3 => Some([].into()),
        5 => Some([LogExport::Instance, LogExport::IamDbAuthError].into()),
        _ => None,
    };
    if turn % 4 == 3 {
        cluster.parameters = [("max_connections".to_owned(), "500".to_owned())].into();
    }
    design.budget_monthly_usd = Some(Decimal::whole(900));
}

/// Two other Regions, one with a VPC of its own choosing, the other headless.
fn global(design: &mut Design, turn: usize) {
    design.cluster.credentials = Credentials::SecretsManager;
    design.cluster.backtrack_hours = 0;
    let mut near = Secondary::in_region(Region::find("eu-west-1").unwrap());
    near.readers = 2;
    near.write_forwarding = turn.is_multiple_of(4);
    near.min_capacity = Some(Acu::whole(1));
    let mut far = Secondary::in_region(Region::find("ca-central-1").unwrap());
    far.readers = 0;
    far.network = existing("0b1b2c3d4e5f6071");
    far.kms_key = KmsKey::AwsManaged;
    design.global = Some(GlobalCluster { secondaries: vec![near, far], ..GlobalCluster::default() });
}
