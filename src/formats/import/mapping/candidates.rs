//! Which clusters there are to choose from: Aurora, not serverless v1 or limitless, a Global Database counting as one.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::super::{Notice, NoticeKind, Refusal, Resource, Source, Value};
use super::world::{Got, World, arn_region};
use crate::facts::regions::Region;

/// A cluster, as every source shows it; the source that wins is first.
#[derive(Clone, Debug)]
pub(super) struct Member<'a> {
    pub(super) layers: Vec<&'a Resource>,
}

impl<'a> Member<'a> {
    /// The resource that wins.
    pub(super) fn top(&self) -> Option<&'a Resource> {
        self.layers.first().copied()
    }

    /// Whether a value names it.
    pub(super) fn is_named(&self, world: &World<'_>, value: &Value, from: &Resource) -> bool {
        self.layers.iter().any(|layer| world.names(value, layer, from))
    }
}

/// One cluster, or the clusters of one Global Database.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    /// What it is called: the primary's identifier, else its address.
    pub(super) name: String,
    pub(super) primary: Member<'a>,
    pub(super) secondaries: Vec<Member<'a>>,
    /// The Global Database as every source shows it; empty where there is none.
    pub(super) global: Vec<&'a Resource>,
}

impl Candidate<'_> {
    /// Whether somebody who says that name means it.
    pub(super) fn is_called(&self, world: &World<'_>, name: &str) -> bool {
        let members = std::iter::once(&self.primary).chain(&self.secondaries);
        self.name.eq_ignore_ascii_case(name)
            || members
                .flat_map(|member| &member.layers)
                .any(|layer| layer.address == name || world.is_called(layer, name))
    }
}

/// Every candidate, in the order of the input, and what is no candidate.
pub(super) struct Candidates<'a> {
    pub(super) all: Vec<Candidate<'a>>,
    /// A notice for each cluster that a design can't be.
    pub(super) others: Vec<Notice>,
}

/// The most clusters that are told apart; an account has 40 in a Region unless AWS allows more.
const MOST: usize = 500;

/// # Errors
/// Where there are more clusters than can be told apart.
pub(super) fn candidates<'a>(world: &World<'a>) -> Result<Candidates<'a>, Refusal> {
    let count = world.of("aws_rds_cluster").count();
    if count > MOST {
        return Err(Refusal::whole(format!(
            "These are {count} clusters, over the limit of {MOST}; give what is about one of them, such as the folder or the state of its stack."
        )));
    }
    let mut others = Vec::new();
    let mut members: Vec<Member<'a>> = Vec::new();
    for cluster in world.of("aws_rds_cluster") {
        if let Some(reason) = refused(world, cluster) {
            let text = format!("{} is {reason}; it is left out", cluster.address);
            others.push(Notice::new(NoticeKind::Dropped, cluster.body.place.clone(), text));
            continue;
        }
        match members.iter_mut().find(|member| is_same(world, member, cluster)) {
            Some(member) if member.layers.iter().all(|it| it.source != cluster.source) => {
                member.layers.push(cluster);
            }
            // The same answer twice.
            Some(member) if member.layers.iter().any(|it| it.body.arguments == cluster.body.arguments) => {}
            Some(_) if cluster.source == Source::Describe => {}
            _ => members.push(Member { layers: vec![cluster] }),
        }
    }
    for kind in ["aws_docdb_cluster", "aws_neptune_cluster"] {
        others.extend(world.of(kind).map(|cluster| {
            let text = format!("{} is no Aurora cluster but {kind}; it is left out", cluster.address);
            Notice::new(NoticeKind::Dropped, cluster.body.place.clone(), text)
        }));
    }
    for member in &mut members {
        member.layers.sort_by_key(|it| Reverse(it.source));
    }
    Ok(Candidates { all: grouped(world, &members), others })
}

/// Why a cluster can't be a design; none where it can.
fn refused(world: &World<'_>, cluster: &Resource) -> Option<String> {
    let text = |name: &str| match world.get(&[cluster], name) {
        Got::Known(known) => world.text(known.value).filter(|it| !it.is_empty()),
        _ => None,
    };
    let engine = text("engine").unwrap_or_default().to_ascii_lowercase();
    let mode = text("engine_mode").unwrap_or_default();
    let sharded = world.of("aws_rds_shard_group").any(|it| {
        it.body
            .arguments
            .get("db_cluster_identifier")
            .is_some_and(|value| world.names(&value.value, cluster, it))
    });
    let scaling_v1 = cluster.body.blocks.get("scaling_configuration").is_some_and(|it| !it.is_empty());
    match (engine.as_str(), mode.as_str()) {
        ("postgres" | "mysql", _) => Some(format!("a Multi-AZ DB cluster of engine {engine}")),
        ("docdb" | "neptune", _) => Some(format!("a cluster of engine {engine}")),
        ("aurora", _) => {
            Some("of engine aurora, which is Aurora MySQL 1 and can't be created any more".to_owned())
        }
        ("", _) if text("db_cluster_instance_class").is_some() => Some("a Multi-AZ DB cluster".to_owned()),
        ("" | "aurora-postgresql" | "aurora-mysql", "serverless") => {
            Some("Aurora Serverless v1 (engine_mode serverless)".to_owned())
        }
        ("" | "aurora-postgresql" | "aurora-mysql", "parallelquery" | "multimaster") => {
            Some(format!("of engine_mode {mode}"))
        }
        ("" | "aurora-postgresql" | "aurora-mysql", _)
            if sharded || text("cluster_scalability_type").as_deref() == Some("limitless") =>
        {
            Some("an Aurora Limitless Database".to_owned())
        }
        ("aurora-postgresql" | "aurora-mysql", "") if scaling_v1 && cluster.source == Source::Describe => {
            Some("Aurora Serverless v1".to_owned())
        }
        ("" | "aurora-postgresql" | "aurora-mysql", _) => None,
        _ => Some(format!("a cluster of engine {}", super::shown(&engine))),
    }
}

/// Whether a resource is another source's view of a cluster.
fn is_same(world: &World<'_>, member: &Member<'_>, cluster: &Resource) -> bool {
    let identifier = |it: &Resource| match world.get(&[it], "cluster_identifier") {
        Got::Known(known) => world.text(known.value).map(|text| text.to_ascii_lowercase()),
        _ => None,
    };
    member.layers.iter().any(|layer| {
        let apart = matches!((world.own_region(layer), world.own_region(cluster)), (Some(one), Some(other)) if one != other);
        match (identifier(layer), identifier(cluster)) {
            (Some(one), Some(other)) => one == other && !apart,
            _ => layer.source != cluster.source && layer.address == cluster.address,
        }
    })
}

/// Puts the members of one Global Database together.
fn grouped<'a>(world: &World<'a>, members: &[Member<'a>]) -> Vec<Candidate<'a>> {
    let mut globals: Vec<Vec<&'a Resource>> = Vec::new();
    for global in world.of("aws_rds_global_cluster") {
        let name = |it: &Resource| world.text_of_one(it, "global_cluster_identifier");
        let known = globals.iter_mut().find(|group| {
            group
                .iter()
                .any(|it| it.source != global.source && name(it).is_some() && name(it) == name(global))
        });
        match known {
            Some(group) => group.push(global),
            None => globals.push(vec![global]),
        }
    }
    for group in &mut globals {
        group.sort_by_key(|it| Reverse(it.source));
    }
    // The Global Database of each member: its place in `globals`, or its name where it is not in the input.
    let of = |member: &Member<'a>| {
        let listed = globals.iter().position(|group| group.iter().any(|it| lists(world, it, member)));
        listed
            .map(|place| format!("#{place}"))
            .or_else(|| world.text_of(&member.layers, "global_cluster_identifier"))
    };
    let ids: Vec<Option<String>> = members.iter().map(of).collect();
    let mut done = BTreeSet::new();
    let mut all = Vec::new();
    for (index, member) in members.iter().enumerate() {
        let Some(id) = ids.get(index).cloned().flatten() else {
            all.push(candidate(world, vec![member.clone()], Vec::new()));
            continue;
        };
        if !done.insert(id.clone()) {
            continue;
        }
        let same = members.iter().zip(&ids).filter(|(_, other)| other.as_ref() == Some(&id));
        let place = id.strip_prefix('#').and_then(|it| it.parse::<usize>().ok());
        let global = place.and_then(|place| globals.get(place)).cloned().unwrap_or_default();
        all.push(candidate(world, same.map(|(member, _)| member.clone()).collect(), global));
    }
    all
}

/// Whether a Global Database holds a cluster.
fn lists(world: &World<'_>, global: &Resource, member: &Member<'_>) -> bool {
    let asks = member.layers.iter().any(|layer| {
        let argument = layer.body.arguments.get("global_cluster_identifier");
        argument.is_some_and(|it| {
            world.names(world.follow(&it.value), global, global) || world.names(&it.value, global, global)
        })
    });
    let source = global.body.arguments.get("source_db_cluster_identifier");
    asks || source.is_some_and(|it| is_cluster(world, &it.value, member, global))
        || listed_arns(world, global).any(|(arn, _)| is_arn_of(world, &arn, member))
}

fn is_cluster(world: &World<'_>, value: &Value, member: &Member<'_>, from: &Resource) -> bool {
    match world.text(value) {
        Some(text) if text.starts_with("arn:") => is_arn_of(world, &text, member),
        _ => member.is_named(world, value, from),
    }
}

/// The ARNs of a Global Database's members, and whether each writes.
fn listed_arns<'w>(world: &'w World<'_>, global: &'w Resource) -> impl Iterator<Item = (String, bool)> + 'w {
    global.body.blocks.get("global_cluster_members").into_iter().flatten().filter_map(|it| {
        let arn = world.text(&it.arguments.get("db_cluster_arn")?.value)?;
        let writes = it.arguments.get("is_writer").is_some_and(|it| it.value == Value::Bool(true));
        Some((arn, writes))
    })
}

/// Whether an ARN is a member's: the same Region and identifier.
fn is_arn_of(world: &World<'_>, arn: &str, member: &Member<'_>) -> bool {
    let name = arn.rsplit(':').next().unwrap_or_default();
    member.layers.iter().any(|layer| {
        let identifier = world.text_of_one(layer, "cluster_identifier");
        let region = world.own_region(layer);
        identifier.is_some_and(|it| it.eq_ignore_ascii_case(name))
            && (region.is_none() || arn_region(arn).is_none() || region == arn_region(arn))
    })
}

/// Chooses the primary among the members: the writer, the source, the one with a master user, the one without a source.
fn candidate<'a>(world: &World<'a>, members: Vec<Member<'a>>, global: Vec<&'a Resource>) -> Candidate<'a> {
    let writes = |member: &Member<'a>| {
        global
            .iter()
            .any(|it| listed_arns(world, it).any(|(arn, writes)| writes && is_arn_of(world, &arn, member)))
    };
    let feeds = |member: &Member<'a>| {
        global.iter().any(|it| {
            let source = it.body.arguments.get("source_db_cluster_identifier");
            source.is_some_and(|source| is_cluster(world, &source.value, member, it))
        })
    };
    let has = |member: &Member<'a>, name: &str| world.argument(&member.layers, name).is_some();
    let owns = |member: &Member<'a>| {
        !has(member, "source_region")
            && !has(member, "replication_source_identifier")
            && (has(member, "master_username") || has(member, "master_password"))
    };
    let first =
        |member: &Member<'a>| !has(member, "source_region") && !has(member, "replication_source_identifier");
    let primary = members
        .iter()
        .position(writes)
        .or_else(|| members.iter().position(feeds))
        .or_else(|| members.iter().position(owns))
        .or_else(|| members.iter().position(first))
        .unwrap_or(0);
    let mut secondaries = members;
    let primary =
        if primary < secondaries.len() { secondaries.remove(primary) } else { Member { layers: Vec::new() } };
    if secondaries.iter().all(|it| it.top().is_some_and(|top| top.source == Source::Describe)) {
        secondaries.sort_by_key(|it| region(world, it).map_or("", |region| region.code));
    }
    let name = world.text_of(&primary.layers, "cluster_identifier");
    let address = || primary.top().map_or_else(String::new, |top| top.address.clone());
    Candidate { name: name.unwrap_or_else(address), primary, secondaries, global }
}

/// The Region of a cluster: what it tells itself, else what its instances and subnets tell.
pub(super) fn region(world: &World<'_>, member: &Member<'_>) -> Option<&'static Region> {
    let own = member.layers.iter().find_map(|layer| world.own_region(layer));
    let instances = || {
        world.of("aws_rds_cluster_instance").find_map(|it| {
            let cluster = it.body.arguments.get("cluster_identifier")?;
            member.is_named(world, &cluster.value, it).then(|| world.own_region(it)).flatten()
        })
    };
    let key = || world.text_of(&member.layers, "kms_key_id").and_then(|arn| arn_region(&arn));
    let subnets = || {
        member.layers.iter().find_map(|layer| {
            let group = world.target(
                &layer.body.arguments.get("db_subnet_group_name")?.value,
                "aws_db_subnet_group",
                layer,
            )?;
            let subnets = group.body.arguments.get("subnet_ids")?;
            let told = world.targets(&subnets.value, "aws_subnet", group);
            world.own_region(group).or_else(|| told.into_iter().find_map(|it| world.own_region(it)))
        })
    };
    own.or_else(instances).or_else(key).or_else(subnets)
}
