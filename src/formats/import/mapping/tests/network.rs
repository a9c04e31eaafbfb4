//! Subnets, VPC and clients.

use serde_json::json;

use super::*;

#[test]
fn subnets_that_stand_there_are_an_existing_network() {
    let it = with(
        &json!({ "db_subnet_group_name": "orders", "vpc_security_group_ids": ["edge:aws_security_group.a.id"] }),
        &[
            ("aws_db_subnet_group.a", json!({ "name": "orders", "subnet_ids": ["subnet-1", "subnet-2"] })),
            ("aws_security_group.a", json!({ "vpc_id": "vpc-1" })),
        ],
    );
    let network = &it.design.cluster.network;
    assert_eq!((network.vpc, network.vpc_id.as_deref()), (Vpc::Existing, Some("vpc-1")));
    assert_eq!(network.subnet_ids, ["subnet-1", "subnet-2"]);
}

#[test]
fn subnets_that_are_made_here_are_a_made_network_only_with_their_vpc() {
    let made = |vpc: Json| {
        with(
            &json!({ "db_subnet_group_name": "edge:aws_db_subnet_group.a.name" }),
            &[
                ("aws_db_subnet_group.a", json!({ "subnet_ids": "edge:aws_subnet.a.id" })),
                ("aws_subnet.a[0]", json!({ "vpc_id": vpc.clone() })),
                ("aws_subnet.a[1]", json!({ "vpc_id": vpc })),
                ("aws_vpc.a", json!({ "cidr_block": "10.40.0.0/16" })),
            ],
        )
    };
    let it = made(json!("edge:aws_vpc.a.id"));
    assert_eq!(
        (it.design.cluster.network.vpc, it.design.cidr().to_string()),
        (Vpc::Create, "10.40.0.0/16".to_owned())
    );
    let it = made(json!("vpc-1"));
    assert_eq!(
        (it.design.cluster.network.vpc, it.design.cluster.network.vpc_id.as_deref()),
        (Vpc::Existing, Some("vpc-1"))
    );
    assert_says(&it, "aws_subnet.a ids");
}

#[test]
fn a_network_that_is_not_told_is_existing_and_empty() {
    for (more, words) in [
        (json!({}), "main.tf:100 db_subnet_group_name eu-west-1"),
        (json!({ "db_subnet_group_name": "shared" }), "main.tf:103 db_subnet_group_name eu-west-1"),
        (json!({ "db_subnet_group_name": "wait:var.group" }), "db_subnet_group_name var.group"),
    ] {
        let it = one(&more);
        let network = &it.design.cluster.network;
        assert!(network.vpc == Vpc::Existing && network.subnet_ids.is_empty() && network.vpc_id.is_none());
        assert_says(&it, words);
    }
    let it = with(
        &json!({ "db_subnet_group_name": "edge:aws_db_subnet_group.a.name" }),
        &[("aws_db_subnet_group.a", json!({ "name": "x", "subnet_ids": ["subnet-1", "wait:var.second"] }))],
    );
    assert_eq!(it.design.cluster.network.subnet_ids, ["subnet-1"]);
    assert_says(&it, "subnet_ids var.second");
    assert_says(&it, "vpc_id");
}

#[test]
fn clients_are_groups_with_ids_on_the_clusters_port() {
    let own = json!({ "vpc_security_group_ids": ["edge:aws_security_group.db.id"] });
    let rule = |from: i64, to: i64, more: Json| {
        let mut rule = json!({ "from_port": from, "to_port": to, "protocol": "tcp" });
        rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        rule
    };
    let inside = json!({ "ingress": [
        rule(5432, 5432, json!({ "security_groups": ["sg-1", "edge:aws_security_group.app.id", "wait:var.group"] })),
        rule(22, 22, json!({ "security_groups": ["sg-ssh"] })),
        json!({ "from_port": 0, "to_port": 0, "protocol": "-1", "security_groups": ["sg-all"] }),
        rule(5432, 5432, json!({ "cidr_blocks": ["10.1.0.0/16"], "self": true })),
    ] });
    let alone = json!({
        "type": "ingress", "from_port": 5432, "to_port": 5432, "protocol": "tcp",
        "security_group_id": "edge:aws_security_group.db.id", "source_security_group_id": "sg-2",
    });
    let out = json!({
        "type": "egress", "from_port": 5432, "to_port": 5432, "protocol": "tcp",
        "security_group_id": "edge:aws_security_group.db.id", "source_security_group_id": "sg-out",
    });
    let new = json!({
        "from_port": 5432, "to_port": 5432, "ip_protocol": "tcp",
        "security_group_id": "edge:aws_security_group.db.id", "referenced_security_group_id": "sg-1",
    });
    let it = with(
        &own,
        &[
            ("aws_security_group.db", inside),
            ("aws_security_group.app", json!({})),
            ("aws_security_group_rule.a", alone),
            ("aws_security_group_rule.out", out),
            ("aws_vpc_security_group_ingress_rule.a", new),
        ],
    );
    assert_eq!(it.design.cluster.network.client_security_group_ids, ["sg-1", "sg-all", "sg-2"]);
    assert_says(&it, "aws_security_group.app no id");
    assert_says(&it, "security_groups var.group");
    assert_says(&it, "cidr_blocks");
    assert!(!says(&it, "sg-ssh"));
}

#[test]
fn a_proxys_own_group_is_no_lost_client() {
    let it = with(
        &json!({ "vpc_security_group_ids": ["edge:aws_security_group.db.id"] }),
        &[
            ("aws_security_group.db", json!({})),
            ("aws_security_group.pool", json!({})),
            (
                "aws_security_group_rule.a",
                json!({
                    "type": "ingress", "from_port": 5432, "to_port": 5432, "protocol": "tcp",
                    "security_group_id": "edge:aws_security_group.db.id",
                    "source_security_group_id": "edge:aws_security_group.pool.id",
                }),
            ),
            (
                "aws_db_proxy.a",
                json!({ "name": "pool", "vpc_security_group_ids": ["edge:aws_security_group.pool.id"] }),
            ),
            ("aws_db_proxy_target.a", json!({ "db_proxy_name": "pool", "db_cluster_identifier": "orders" })),
        ],
    );
    assert!(!says(&it, "aws_security_group.pool"));
    assert!(it.design.proxy.is_some());
}
