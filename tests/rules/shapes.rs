//! Texts that have a form of their own: what is accepted and what is not, letter by letter.

use aurora_designer::design::{Design, Engine, GlobalCluster, Proxy, Vpc};

use super::{findings, with};

/// Whether the rule finds something in the design.
fn found(id: &str, change: impl FnOnce(&mut Design)) -> bool {
    findings(&with(change)).iter().any(|finding| finding.rule.id == id)
}

fn split(good: &[&str], bad: &[&str], id: &str, set: impl Fn(&mut Design, &str)) {
    for text in good {
        assert!(!found(id, |it| set(it, text)), "{id} finds {text:?}");
    }
    for text in bad {
        assert!(found(id, |it| set(it, text)), "{id} does not find {text:?}");
    }
}

#[test]
fn tags() {
    split(
        &["team", "cost center", "a_.:/=+-@b", "Käse", "команда", "aw:s", "1", "arn:aws:x"],
        &["", "a#b", "a,b", "a\tb", "a\nb", "aws:x", "AWS:x", "rds:x", "Rds:", "🦀", "a;b", "(a)"],
        "names/malformed-tag",
        |it, key| {
            it.tags.insert(key.to_owned(), "value".to_owned());
        },
    );
    split(
        &["", "a b", "ä", "x:aws:y"],
        &["a#b", "aws:x", "rds:x", "a*"],
        "names/malformed-tag",
        |it, value| {
            it.tags.insert("key".to_owned(), value.to_owned());
        },
    );
    split(
        &["team", "Projects"],
        &["project", "ENVIRONMENT", "managedby"],
        "names/ambiguous-tags",
        |it, key| {
            it.tags.insert(key.to_owned(), String::new());
        },
    );
}

#[test]
fn addresses() {
    let bad = ["a", "@", "a@", "@b.c", "a@b", "a@b.", "a@.c", "a@b@c.d", "a b@c.d", "a@b c.d", "a@b.c ", ""];
    split(
        &["a@b.c", "a+b@c.d.example", "ä@b.c"],
        &bad[..bad.len() - 1],
        "monitoring/malformed-email",
        |it, email| {
            it.cluster.alarms.notify_email = Some(email.to_owned());
        },
    );
    split(&["a@b.c"], &[""], "monitoring/alarms-unheard", |it, email| {
        it.cluster.alarms.notify_email = Some(email.to_owned());
    });
}

#[test]
fn ids_of_a_vpc() {
    let existing = |it: &mut Design, vpc: &str, subnet: &str, group: &str| {
        let network = &mut it.cluster.network;
        network.vpc = Vpc::Existing;
        network.vpc_id = Some(vpc.to_owned());
        network.subnet_ids = vec![subnet.to_owned(), "subnet-0a1b2c3d".to_owned()];
        network.client_security_group_ids = vec![group.to_owned()];
    };
    let (vpc, subnet, group) = ("vpc-0a1b2c3d", "subnet-0a1b2c3e", "sg-0a1b2c3d");
    let id = "network/malformed-id";
    let long = "0a1b2c3d4e5f60718";
    let wrong = |kind: &str| {
        ["0a1b2c3", "0a1b2c3d4", "0A1B2C3D", "0a1b2c3g", "0a1b2c3d4e5f6071", "0a1b2c3d4e5f607180", ""]
            .map(|hex| format!("{kind}-{hex}"))
    };
    for text in wrong("vpc").iter().chain([&subnet.to_owned(), &"vpc".to_owned()]) {
        assert!(found(id, |it| existing(it, text, subnet, group)), "{text}");
    }
    for text in wrong("subnet").iter().chain([&vpc.to_owned(), &"subnet-0a1b2c3d".to_owned()]) {
        assert!(found(id, |it| existing(it, vpc, text, group)), "{text}: twice or no id");
    }
    for text in wrong("sg").iter().chain([&vpc.to_owned()]) {
        assert!(found(id, |it| existing(it, vpc, subnet, text)), "{text}");
    }
    assert!(!found(id, |it| existing(it, vpc, subnet, group)));
    assert!(!found(id, |it| existing(
        it,
        &format!("vpc-{long}"),
        &format!("subnet-{long}"),
        &format!("sg-{long}")
    )));
}

#[test]
fn names() {
    let good = ["a", "a1", "a-1", "a-b-c"];
    let bad = ["", "1a", "-a", "a-", "a--b", "A", "a_b", "a.b", "ä", "a b"];
    split(&good, &bad, "names/malformed-project-name", |it, name| it.project_name = name.to_owned());
    split(&good, &bad, "names/malformed-cluster-name", |it, name| it.cluster.name = Some(name.to_owned()));
    split(&good, &bad, "names/malformed-proxy-name", |it, name| {
        it.proxy = Some(Proxy { name: Some(name.to_owned()), ..Proxy::default() });
    });
    split(&good, &["", "1a", "-a", "ä", "a b"], "names/malformed-global-name", |it, name| {
        it.global = Some(GlobalCluster { name: Some(name.to_owned()), ..GlobalCluster::default() });
    });
    split(
        &["a", "A_1", "app"],
        &["", "1a", "_a", "a-b", "a b", "ä", "admin", "ADMIN"],
        "names/malformed-database-name",
        |it, name| it.cluster.database_name = name.to_owned(),
    );
    split(
        &["app", "orders"],
        &["postgres", "Template0", "template1", "rdsadmin", "select", "USER"],
        "names/doubtful-database-name",
        |it, name| it.cluster.database_name = name.to_owned(),
    );
    split(
        &["app", "select", "postgres"],
        &["mysql", "SYS", "information_schema", "performance_schema"],
        "names/doubtful-database-name",
        |it, name| {
            it.cluster.engine = Engine::AuroraMysql;
            it.cluster.database_name = name.to_owned();
        },
    );
    split(
        &["a", "dba_1", "Admin1"],
        &["", "1a", "_a", "a-b", "a.b", "ä"],
        "names/malformed-master-username",
        |it, name| it.cluster.master_username = Some(name.to_owned()),
    );
    split(
        &["postgres", "dbadmin", "pgadmin", "users"],
        &["admin", "Admin", "user", "rdsadmin", "pg_a", "PG_a"],
        "names/reserved-master-username",
        |it, name| it.cluster.master_username = Some(name.to_owned()),
    );
    split(
        &["postgres", "dbadmin", "users"],
        &["select", "rds_superuser", "RDSREPLADMIN", "rdsproxyadmin", "order"],
        "names/doubtful-master-username",
        |it, name| it.cluster.master_username = Some(name.to_owned()),
    );
}

#[test]
fn a_range_with_host_bits_is_told_its_network() {
    let said = |cidr: &str| {
        let design = with(|it| it.cluster.network.cidr = aurora_designer::design::Cidr::parse(cidr).ok());
        let found = findings(&design).into_iter().find(|it| it.rule.id == "network/malformed-range");
        found.map(|it| (it.message, it.fix.map(|fix| fix.title)))
    };
    let told = |message: &str, fix: Option<&str>| Some((message.to_owned(), fix.map(str::to_owned)));
    assert_eq!(
        said("10.1.2.3/20"),
        told("10.1.2.3/20 has host bits set; the network is 10.1.0.0/20.", Some("Use 10.1.0.0/20"))
    );
    assert_eq!(
        said("10.0.0.0/8"),
        told("10.0.0.0/8 is a /8; a VPC is a /16 to a /28.", Some("Use 10.0.0.0/16"))
    );
    // What would be reserved is no remedy.
    assert_eq!(said("224.0.0.0/8"), told("224.0.0.0/8 is a /8; a VPC is a /16 to a /28.", None));
}

#[test]
fn a_range_too_small_grows_to_the_block_it_lies_in() {
    let design =
        with(|it| it.cluster.network.cidr = aurora_designer::design::Cidr::parse("10.0.0.96/27").ok());
    let found = findings(&design).into_iter().find(|it| it.rule.id == "network/range-too-small");
    assert_eq!(found.and_then(|it| it.fix).map(|fix| fix.title).as_deref(), Some("Use 10.0.0.64/26"));
}
