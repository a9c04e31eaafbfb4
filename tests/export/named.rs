//! Forty-eight designs whose names say what they choose: engine, pause, proxy, network, readers, password.

use aurora_designer::design::{
    Credentials, Design, Engine, GlobalCluster, Instance, InterfaceEndpoint, Network, Proxy, Secondary, Vpc,
    Zone,
};
use aurora_designer::facts::Acu;
use aurora_designer::facts::regions::Region;

/// How many readers there are, in turn; two other Regions leave room for 13 (LIM-01).
const READERS: [usize; 4] = [0, 1, 2, 15];

/// Names at the edge of what is legal (NAM-10), in turn.
const PROJECTS: [&str; 6] =
    ["a", "default", "sg-1", "aws", "abcdefghij-abcdefghij-abcdefghij-abcdefg", "x9-9-9"];

/// Who keeps the password, and whether there are other Regions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Password {
    Managed,
    Own,
    /// An own secret too: a Global Database takes no other (SEC-03).
    Global,
}

/// Both engines, asleep at times or never, with a proxy or without, in a new VPC or their own, with each password.
pub(crate) fn designs() -> Vec<(String, Design)> {
    let mut designs = Vec::new();
    for engine in [Engine::AuroraPostgresql, Engine::AuroraMysql] {
        for pauses in [true, false] {
            for proxied in [true, false] {
                for vpc in [Vpc::Create, Vpc::Existing] {
                    for password in [Password::Managed, Password::Own, Password::Global] {
                        let turn = designs.len();
                        // With every third step another start, so that each number meets each password.
                        let readers = READERS[(turn + turn / 12) % READERS.len()];
                        let most = if password == Password::Global { 13 } else { 15 };
                        let readers = readers.min(most);
                        let choice = (engine, pauses, proxied, vpc, readers, password);
                        designs.push((name(choice), design(choice, turn).normalized()));
                    }
                }
            }
        }
    }
    designs
}

type Choice = (Engine, bool, bool, Vpc, usize, Password);

fn name((engine, pauses, proxied, vpc, readers, password): Choice) -> String {
    let engine = if engine == Engine::AuroraMysql { "mysql" } else { "postgresql" };
    let pauses = if pauses { "pauses" } else { "awake" };
    let proxied = if proxied { "proxy" } else { "direct" };
    let vpc = if vpc == Vpc::Create { "new" } else { "existing" };
    let password = match password {
        Password::Managed => "managed",
        Password::Own => "own",
        Password::Global => "global",
    };
    format!("{engine}-{pauses}-{proxied}-{vpc}-{readers}-{password}")
}

fn design((engine, pauses, proxied, vpc, readers, password): Choice, turn: usize) -> Design {
    let project_name = PROJECTS[turn % PROJECTS.len()].to_owned();
    let mut design = Design { project_name, ..Design::default() };
    let cluster = &mut design.cluster;
    cluster.engine = engine;
    // What upgrades itself beside what stays.
    cluster.engine_version = (turn % 4 == 1).then(|| {
        let version = if engine == Engine::AuroraMysql { "8.4.mysql_aurora.8.4.8" } else { "18.4" };
        version.to_owned()
    });
    (cluster.min_capacity, cluster.max_capacity) =
        if pauses { (Acu::ZERO, Acu::whole(8)) } else { (Acu::whole(8), Acu::halves(129)) };
    cluster.readers = (0..readers).map(|reader| Instance::in_tier(u32::try_from(reader).unwrap())).collect();
    if let Some(last) = cluster.readers.last_mut().filter(|_| readers > 2) {
        // A fourth zone, in which no instance would be by itself.
        last.availability_zone = Zone::parse("d").ok();
    }
    if vpc == Vpc::Existing {
        cluster.network = existing("0a1b2c3d4e5f6071");
    }
    if turn % 3 == 1 {
        cluster.network.client_security_group_ids = vec!["sg-0a1b2c3d4e5f60718".to_owned()];
    }
    if turn.is_multiple_of(2) && vpc == Vpc::Create {
        cluster.network.interface_endpoints =
            [InterfaceEndpoint::Secretsmanager, InterfaceEndpoint::RdsData].into();
    }
    if password != Password::Managed {
        cluster.credentials = Credentials::SecretsManager;
        cluster.rotation_days = (turn.is_multiple_of(2)).then_some(30);
    }
    cluster.alarms.notify_email = Some("team+db@example.com".to_owned());
    if proxied {
        design.proxy = Some(Proxy { read_only_endpoint: readers > 0, ..Proxy::default() });
    }
    if password == Password::Global {
        let mut near = Secondary::in_region(Region::find("eu-west-1").unwrap());
        near.readers = 2;
        near.network.interface_endpoints = [InterfaceEndpoint::Kms].into();
        let mut far = Secondary::in_region(Region::find("ca-central-1").unwrap());
        far.readers = u32::from(turn.is_multiple_of(2));
        far.network = existing("0b1b2c3d4e5f6071");
        design.global = Some(GlobalCluster { secondaries: vec![near, far], ..GlobalCluster::default() });
    }
    // Everything that a tag may hold (TAG-02, TAG-03), and what looks like something else.
    let tags = [("größe 数", "a:b=c+d-e@f/g_h. i"), ("on", "null"), ("é", ""), ("+=@", "1e3")];
    design.tags = tags.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    design
}

fn existing(id: &str) -> Network {
    Network {
        vpc: Vpc::Existing,
        vpc_id: Some(format!("vpc-{id}8")),
        subnet_ids: (0..4).map(|subnet| format!("subnet-{id}{subnet}")).collect(),
        ..Network::default()
    }
}
