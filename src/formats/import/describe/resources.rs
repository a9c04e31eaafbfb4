//! Objects of the API become resources under Terraform's names.

use std::collections::BTreeSet;

use super::names::{CLUSTER, CLUSTER_ENDPOINT, GLOBAL, GLOBAL_MEMBER, INSTANCE, PROXY_ENDPOINT, SCALING};
use super::objects::{Answers, Kind, Object, as_text, block, of_tree, region, resource, set, share_region};
use super::proxy::{proxy, target_group};
use super::tree::Tree;
use crate::formats::import::{Block, Found, Notice, NoticeKind, Place, Resource, Value};

impl Answers {
    /// The resources, instances by identifier, as members and describe output are in no order.
    pub(super) fn resources(mut self) -> Found {
        let by = |object: &Object| match object.kind {
            Kind::Instance => object.tree.text("DBInstanceIdentifier").unwrap_or_default().to_owned(),
            _ => String::new(),
        };
        self.keep_members();
        self.objects.sort_by_cached_key(|object| (object.kind, by(object)));
        for (place, object) in self.objects.iter().enumerate() {
            let name = match object.kind {
                Kind::Cluster => "DBClusterIdentifier",
                Kind::Instance => "DBInstanceIdentifier",
                _ => continue,
            };
            let key = (object.kind, object.tree.text(name).unwrap_or_default().to_owned());
            self.places.entry(key).or_default().push(place);
        }
        let mut found = Found::default();
        let mut groups = BTreeSet::new();
        for object in &self.objects {
            match object.kind {
                Kind::Cluster => self.cluster(object, &mut found),
                Kind::Instance => self.instance(object, &mut groups, &mut found),
                Kind::SubnetGroup => subnet_group(&object.tree, object, None, &mut groups, &mut found),
                Kind::Proxy => proxy(object, &mut found),
                Kind::TargetGroup => target_group(object, &mut found),
                Kind::Target => self.target(object, &mut found),
                Kind::ProxyEndpoint if object.tree.is("IsDefault") => {}
                Kind::ProxyEndpoint => {
                    let name = object.tree.text("DBProxyEndpointName").unwrap_or_default();
                    let arn = object.tree.text("DBProxyEndpointArn");
                    found.resources.push(object.plain("aws_db_proxy_endpoint", name, arn, PROXY_ENDPOINT));
                }
                Kind::ClusterEndpoint => {
                    let name = object.tree.text("DBClusterEndpointIdentifier").unwrap_or_default();
                    if object.tree.text("EndpointType") == Some("CUSTOM") {
                        found.resources.push(object.plain(
                            "aws_rds_cluster_endpoint",
                            name,
                            None,
                            CLUSTER_ENDPOINT,
                        ));
                    }
                }
                Kind::Global => found.resources.push(global(object)),
                Kind::Parameter => {}
            }
        }
        self.parameters(&mut found);
        found
    }

    /// Drops instances of clusters that are not here: an account's list may hold thousands. Where no cluster is here they
    /// stay, as another source may have it.
    fn keep_members(&mut self) {
        let name = |object: &Object| object.tree.text("DBClusterIdentifier").map(str::to_owned);
        let clusters: BTreeSet<String> = self.of(Kind::Cluster).filter_map(name).collect();
        self.objects.retain(|object| {
            object.kind != Kind::Instance
                || object
                    .tree
                    .text("DBClusterIdentifier")
                    .is_some_and(|it| clusters.is_empty() || clusters.contains(it))
        });
    }

    fn cluster(&self, object: &Object, found: &mut Found) {
        let tree = &object.tree;
        let Some(name) = tree.text("DBClusterIdentifier") else { return };
        let kind = match tree.text("Engine") {
            Some("docdb") => "aws_docdb_cluster",
            Some("neptune") => "aws_neptune_cluster",
            _ => "aws_rds_cluster",
        };
        if kind != "aws_rds_cluster" {
            let own = [("DBClusterIdentifier", "cluster_identifier")];
            found.resources.push(object.plain(kind, name, tree.text("DBClusterArn"), &own));
            return;
        }
        let mut resource = object.plain(kind, name, tree.text("DBClusterArn"), CLUSTER);
        let place = resource.body.place.clone();
        let body = &mut resource.body;
        let has_secret = tree.get("MasterUserSecret").is_some();
        set(body, "manage_master_user_password", Value::Bool(has_secret), "MasterUserSecret");
        if has_secret {
            set(body, "master_user_secret", Value::Secret, "MasterUserSecret");
        }
        if tree.text("StorageEncryptionType") == Some("sse-rds") {
            set(body, "storage_encrypted", Value::Bool(false), "StorageEncryptionType");
        }
        // Describe never leaves out by choice: no list is an empty one.
        if tree.get("EnabledCloudwatchLogsExports").is_none() {
            let none = Value::List(Vec::new());
            set(body, "enabled_cloudwatch_logs_exports", none, "EnabledCloudwatchLogsExports");
        }
        if tree.text("LocalWriteForwardingStatus").is_some_and(|it| it.starts_with("enabl")) {
            set(body, "enable_local_write_forwarding", Value::Bool(true), "LocalWriteForwardingStatus");
        }
        let named = |list: &str, member: &str| -> Vec<Value> {
            let each = tree.list(list).iter();
            each.map(|it| it.text(member).map_or(Value::Null, |text| Value::Text(text.to_owned()))).collect()
        };
        for (list, member, argument) in [
            ("AssociatedRoles", "FeatureName", "iam_roles"),
            ("VpcSecurityGroups", "VpcSecurityGroupId", "vpc_security_group_ids"),
        ] {
            let values = named(list, member);
            if !values.is_empty() {
                set(body, argument, Value::List(values), list);
            }
        }
        if let Some(domain) = named("DomainMemberships", "Domain").into_iter().next() {
            set(body, "domain", domain, "DomainMemberships");
        }
        set(body, "tags", tags(tree), "TagList");
        if let Some(scaling) = tree.get("ServerlessV2ScalingConfiguration") {
            let block = block(scaling, SCALING, &place);
            body.blocks.insert("serverlessv2_scaling_configuration".to_owned(), vec![block]);
        }
        if tree.get("ScalingConfigurationInfo").is_some() {
            body.blocks.insert("scaling_configuration".to_owned(), vec![Block::at(place.clone())]);
        }
        let started = tree.text("ActivityStreamStatus").is_some_and(|it| it.starts_with("start"));
        let arn = tree.text("DBClusterArn").map(str::to_owned);
        found.resources.push(resource);
        if started && let Some(arn) = arn {
            let mut stream = object.plain("aws_rds_cluster_activity_stream", name, Some(&arn), &[]);
            set(&mut stream.body, "resource_arn", Value::Text(arn), "ActivityStreamStatus");
            found.resources.push(stream);
        }
        self.members(object, name, found);
    }

    /// A cluster's own list of members, for those that no file describes.
    fn members(&self, object: &Object, cluster: &str, found: &mut Found) {
        let mut members: Vec<&Tree> = object.tree.list("DBClusterMembers").iter().collect();
        members.sort_by_key(|it| it.text("DBInstanceIdentifier"));
        let unseen: Vec<&Tree> = members
            .into_iter()
            .filter(|it| self.described(object, it.text("DBInstanceIdentifier")).is_none())
            .collect();
        if unseen.is_empty() {
            return;
        }
        let place = Place::address(&object.file, cluster);
        let count = unseen.len();
        let text = format!(
            "{count} of the DBClusterMembers of {cluster} are not in these files, so class, zone, insights, monitoring and \
             network are not known; add the answer of aws rds describe-db-instances"
        );
        found.notices.push(Notice::new(NoticeKind::NotHere, place, text));
        for member in unseen {
            let name = member.text("DBInstanceIdentifier").unwrap_or_default();
            let own = [("DBInstanceIdentifier", "identifier"), ("PromotionTier", "promotion_tier")];
            let one = Object { kind: Kind::Instance, tree: member.clone(), file: object.file.clone() };
            let mut resource =
                one.plain("aws_rds_cluster_instance", name, object.tree.text("DBClusterArn"), &own);
            let body = &mut resource.body;
            set(body, "cluster_identifier", Value::Text(cluster.to_owned()), "DBClusterMembers");
            set(body, "writer", Value::Bool(member.is("IsClusterWriter")), "IsClusterWriter");
            found.resources.push(resource);
        }
    }

    /// The instance of a name in the Region of a cluster.
    fn described(&self, cluster: &Object, name: Option<&str>) -> Option<&Object> {
        self.named(Kind::Instance, name?).find(|it| share_region(cluster, it))
    }

    fn instance(&self, object: &Object, groups: &mut BTreeSet<(String, String)>, found: &mut Found) {
        let tree = &object.tree;
        let (Some(name), Some(cluster)) =
            (tree.text("DBInstanceIdentifier"), tree.text("DBClusterIdentifier"))
        else {
            // Plain RDS: describe-db-instances lists everything.
            return;
        };
        let arn = tree.text("DBInstanceArn");
        let mut resource = object.plain("aws_rds_cluster_instance", name, arn, INSTANCE);
        let body = &mut resource.body;
        let member = self
            .named(Kind::Cluster, cluster)
            .filter(|it| share_region(it, object))
            .flat_map(|it| it.tree.list("DBClusterMembers"))
            .find(|it| it.text("DBInstanceIdentifier") == Some(name));
        if let Some(member) = member {
            set(body, "writer", Value::Bool(member.is("IsClusterWriter")), "IsClusterWriter");
        }
        let mut parameters =
            tree.list("DBParameterGroups").iter().filter_map(|it| it.text("DBParameterGroupName"));
        if let Some(group) = parameters.find(|it| !it.starts_with("default.")) {
            set(body, "db_parameter_group_name", Value::Text(group.to_owned()), "DBParameterGroupName");
        }
        let pending: Vec<&str> = tree.list("PendingModifiedValues").iter().filter_map(as_text).collect();
        if !pending.is_empty() {
            let text = format!(
                "PendingModifiedValues of {name}: {} will change; the present value is taken",
                pending.join(", ")
            );
            found.notices.push(Notice::new(NoticeKind::Taken, body.place.clone(), text));
        }
        if let Some(group @ Tree::Object(_)) = tree.get("DBSubnetGroup") {
            if let Some(group) = group.text("DBSubnetGroupName") {
                set(body, "db_subnet_group_name", Value::Text(group.to_owned()), "DBSubnetGroup");
            }
            subnet_group(group, object, arn, groups, found);
        }
        found.resources.push(resource);
    }
}

/// Tags without AWS' own.
fn tags(tree: &Tree) -> Value {
    let each = tree.list("TagList").iter().filter_map(|tag| Some((tag.text("Key")?, tag.get("Value"))));
    let kept = each.filter(|(key, _)| !key.starts_with("aws:"));
    Value::Map(kept.map(|(key, value)| (key.to_owned(), value.map_or(Value::Null, of_tree))).collect())
}

/// A subnet group, once for each Region and name.
fn subnet_group(
    tree: &Tree,
    object: &Object,
    arn: Option<&str>,
    known: &mut BTreeSet<(String, String)>,
    found: &mut Found,
) {
    let Some(name) = tree.text("DBSubnetGroupName") else { return };
    let arn = tree.text("DBSubnetGroupArn").or(arn);
    let of = arn.and_then(region).unwrap_or_default().to_owned();
    if !known.insert((of, name.to_owned())) {
        return;
    }
    let place = Place::address(&object.file, name);
    let own = [("DBSubnetGroupName", "name"), ("VpcId", "vpc_id")];
    let mut body = block(tree, &own, &place);
    let subnets = tree.list("Subnets").iter().filter_map(|it| it.text("SubnetIdentifier"));
    let subnets: Vec<Value> = subnets.map(|it| Value::Text(it.to_owned())).collect();
    if !subnets.is_empty() {
        set(&mut body, "subnet_ids", Value::List(subnets), "SubnetIdentifier");
    }
    found.resources.push(resource("aws_db_subnet_group", name, arn, body));
}

fn global(object: &Object) -> Resource {
    let tree = &object.tree;
    let name = tree.text("GlobalClusterIdentifier").unwrap_or_default();
    let mut resource = object.plain("aws_rds_global_cluster", name, None, GLOBAL);
    let place = resource.body.place.clone();
    let each = tree.list("GlobalClusterMembers").iter();
    let members: Vec<Block> = each.map(|it| block(it, GLOBAL_MEMBER, &place)).collect();
    resource.body.blocks.insert("global_cluster_members".to_owned(), members);
    resource
}
