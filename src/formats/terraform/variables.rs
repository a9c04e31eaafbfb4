//! The variables: what a team changes without coming back here, typed, described and validated.

use std::borrow::Cow;

use crate::design::{Design, Engine, Word, Zone};
use crate::facts::Acu;
use crate::facts::limits::{AUTO_PAUSE_SECONDS, BACKUP_RETENTION_DAYS, LOG_RETENTION_DAYS};

use super::super::hcl::{Body, Expr};
use super::network::prefix_length;
use super::site::{FOUR_SUBNETS, Site};
use super::variable::{
    Kind, Variable, at_least, at_most, between, holds, is_capacity, is_distinct, is_network_address,
    is_whole, length, matches,
};

/// Every variable, the account's first, then the network's, the cluster's and the secondaries'.
pub(super) fn variables(design: &Design, sites: &[Site<'_>]) -> Body {
    let mut body = common(design);
    for site in sites {
        body = body.with(network(design, site));
        if site.secondary.is_none() {
            body = body.with(cluster(design, site));
        } else {
            body = body.with(own_capacity(site));
        }
        body = body.with(key(design, site));
    }
    body
}

fn common(design: &Design) -> Body {
    let tags = design.tags.iter().map(|(key, value)| (key, Expr::typed(value)));
    Variable::new("region", "AWS Region of the cluster. Its zones and its key must be changed with it.", Kind::Text)
        .default(Expr::text(design.region.code))
        .must(|region| matches(region, "^[a-z]{2}(-[a-z]+)+-[0-9]$"), "The Region must look like us-east-1.")
        .done()
        .with(
            Variable::new("project_name", "Prefix of the names; changing it replaces the cluster.", Kind::Text)
                .default(Expr::typed(&design.project_name))
                .must(
                    |name| matches(name.clone(), "^[a-z](-?[a-z0-9])*$").and(at_most(length(name), 40u32)),
                    "The name must be 1 to 40 lower-case letters, digits or single hyphens, start with a letter and not end with a hyphen.",
                )
                .done(),
        )
        .with(
            Variable::new("environment", "Tag of every resource.", Kind::Text)
                .default(Expr::text(design.environment.word()))
                .must(
                    |environment| between(&length(environment), 1u32..=256),
                    "The environment must have 1 to 256 letters.",
                )
                .done(),
        )
        .with(
            Variable::new("tags", "Further tags of every resource.", Kind::Texts("map"))
                .default(Expr::map(tags))
                .must(
                    |tags| at_most(length(tags), 46u32),
                    "AWS takes 50 tags a resource, and the configuration adds up to four.",
                )
                .done(),
        )
}

fn network(design: &Design, site: &Site<'_>) -> Body {
    let names: Vec<String> = site.zones.iter().map(|zone| zone_name(site, *zone)).collect();
    let zones = Expr::texts(names);
    let mut body = Body::new();
    if site.creates_vpc() {
        // Four subnets fit into a /26, the eight of more zones into a /25: AWS takes no subnet under a /28 (NET-11).
        let (longest, said) = if site.zones.len() <= FOUR_SUBNETS {
            (26u32, "The range must be a /16 to a /26: a smaller one has no room for the subnets.")
        } else {
            (25, "The range must be a /16 to a /25: a smaller one has no room for this many subnets.")
        };
        body = body.with(
            Variable::new("vpc_cidr", "IPv4 range of the VPC.", Kind::Text)
                .at(site)
                .default(Expr::text(site.cidr.to_string()))
                .must(
                    is_network_address,
                    "The range must be written as a network address, for example 10.0.0.0/16.",
                )
                .must(|range| holds(between(&prefix_length(&range), 16..=longest)), said)
                .done(),
        );
    } else {
        let ids = Expr::texts(site.network.subnet_ids.iter().cloned());
        let vpc = Variable::new("vpc_id", "The VPC.", Kind::Text).at(site);
        let vpc = match &site.network.vpc_id {
            Some(id) => vpc.default(Expr::typed(id)),
            None => vpc.required(),
        };
        // Who is reachable from the internet stands in public subnets alone (NET-05b).
        let description = if design.cluster.publicly_accessible {
            "Public subnets of the VPC, in two zones at least."
        } else {
            "Private subnets of the VPC, in two zones at least."
        };
        let subnets = Variable::new("subnet_ids", description, Kind::Texts("list"));
        body = body
            .with(
                vpc.must(|id| matches(id, "^vpc-[0-9a-f]+$"), "The id must look like vpc-0a1b2c3d4e5f60718.")
                    .done(),
            )
            .with(
                subnets
                    .at(site)
                    .default(ids)
                    .must(
                        |ids| {
                            let count = length(ids.clone());
                            is_distinct(&ids).and(at_least(count.clone(), 2u32)).and(at_most(count, 20u32))
                        },
                        "Give 2 to 20 different subnets: a DB subnet group must span two zones.",
                    )
                    .done(),
            );
    }
    if site.creates_vpc() || !site.zones.is_empty() {
        body = body.with(zones_variable(site, zones));
    }
    if !site.network.client_security_group_ids.is_empty() {
        let ids = Expr::texts(site.network.client_security_group_ids.iter().cloned());
        body = body.with(
            Variable::new(
                "client_security_group_ids",
                "Security groups whose members may connect to the database.",
                Kind::Texts("set"),
            )
            .at(site)
            .default(ids)
            .must(
                |ids| {
                    let each = matches(Expr::reference("id"), "^sg-[0-9a-f]+$");
                    Expr::call("alltrue", [Expr::for_each("id", ids, each)])
                },
                "Every id must look like sg-0a1b2c3d4e5f60718.",
            )
            .done(),
        );
    }
    body
}

fn zones_variable(site: &Site<'_>, zones: Expr) -> Body {
    let description = if site.creates_vpc() {
        "Availability Zones of the database subnets, in order. Their letters differ from account to account."
    } else {
        "Availability Zones of the instances, in order; the subnets must cover them."
    };
    let variable = Variable::new("availability_zones", description, Kind::Texts("list"))
        .at(site)
        .default(zones)
        .must(|zones| is_distinct(&zones), "Name every Availability Zone once.");
    let least = least_zones(site);
    let message = match least {
        1 => Cow::Borrowed("Name the Availability Zone of the instances."),
        2 if site.creates_vpc() => {
            Cow::Borrowed("Give two Availability Zones at least: a DB subnet group must span two.")
        }
        _ => format!("Give {least} Availability Zones at least: the instances stand in them.").into(),
    };
    variable.must(|zones| at_least(length(zones), least), message).done()
}

/// As many zones as the instances count up to, and in a created VPC two for its subnet group.
fn least_zones(site: &Site<'_>) -> u64 {
    let places = site.instances.iter().filter_map(|(zone, _)| site.zones.iter().position(|it| it == zone));
    let least = places.max().map_or(0, |last| last + 1).max(if site.creates_vpc() { 2 } else { 1 });
    u64::try_from(least).unwrap_or(2)
}

fn zone_name(site: &Site<'_>, zone: Zone) -> String {
    format!("{}{zone}", site.region.code)
}

fn cluster(design: &Design, site: &Site<'_>) -> Body {
    version(design)
        .with(major_upgrade(design))
        .with(min_acu(design.cluster.min_capacity, site))
        .with(max_acu(design.cluster.max_capacity, site, Expr::reference("var.min_acu")))
        .with(auto_pause(design))
        .with(
            Variable::new("backup_retention_days", "Days of automated backups.", Kind::Number)
                .default(Expr::number(design.cluster.backup_retention))
                .must(
                    |days| between(&days, BACKUP_RETENTION_DAYS).and(is_whole(days)),
                    "Aurora keeps automated backups for 1 to 35 days.",
                )
                .done(),
        )
        .with(log_retention(design))
        .with(
            Variable::new("deletion_protection", "Refuse to delete the cluster.", Kind::Flag)
                .default(Expr::flag(design.cluster.deletion_protection))
                .done(),
        )
        .with(email(design))
        .with(password_version(design))
}

fn version(design: &Design) -> Body {
    // A prefix stands for the version AWS would choose; the file names that one (ENG-19).
    let version = design.exported_version();
    let upgraded = design.auto_minor_version_upgrade() && design.global.is_none();
    let description = if upgraded {
        "Version of the engine that a new cluster starts with, in full. AWS upgrades minors by itself; a change here upgrades nothing. For a new major take engine_version out of the ignore_changes of the cluster, or switch automatic minor upgrades off in the design, and set allow_major_version_upgrade."
    } else if design.global.is_some() {
        "Version of the engine, in full. A change starts the upgrade in every Region during the apply."
    } else {
        "Version of the engine, in full. A new minor waits for the maintenance window; a new major needs allow_major_version_upgrade as well."
    };
    let variable = Variable::new("engine_version", description, Kind::Text).default(Expr::typed(version));
    match design.cluster.engine {
        Engine::AuroraPostgresql => variable.must(
            |version| matches(version, "^[0-9]+([.][0-9]+)?$"),
            "An Aurora PostgreSQL version looks like 17.7.",
        ),
        Engine::AuroraMysql => variable.must(
            |version| matches(version, "^[0-9]+[.][0-9]+([.]mysql_aurora[.][0-9.]+)?$"),
            "An Aurora MySQL version looks like 8.0.mysql_aurora.3.10.6.",
        ),
    }
    .done()
}

/// A Global Database is upgraded as a whole, and the provider allows a major there by itself.
fn major_upgrade(design: &Design) -> Body {
    if design.global.is_some() {
        return Body::new();
    }
    let description = "Let a change of engine_version be a major upgrade. Try it on a clone and take a snapshot first: there is no way back. Set it back afterwards.";
    Variable::new("allow_major_version_upgrade", description, Kind::Flag).default(Expr::flag(false)).done()
}

fn min_acu(value: Acu, site: &Site<'_>) -> Body {
    Variable::new("min_acu", "Smallest capacity of each instance in ACU; 0 lets it pause.", Kind::Number)
        .at(site)
        .default(Expr::decimal(value.as_decimal()))
        .must(|capacity| is_capacity(&capacity, 0), "The minimum must be 0 to 256 ACU, in steps of 0.5.")
        .done()
}

fn max_acu(value: Acu, site: &Site<'_>, minimum: Expr) -> Body {
    Variable::new("max_acu", "Largest capacity of each instance in ACU.", Kind::Number)
        .at(site)
        .default(Expr::decimal(value.as_decimal()))
        .must(|capacity| is_capacity(&capacity, 1), "The maximum must be 1 to 256 ACU, in steps of 0.5.")
        .must(|capacity| capacity.at_least(minimum), "The maximum must not be below the minimum.")
        .done()
}

fn own_capacity(site: &Site<'_>) -> Body {
    let (min, max) = site.own_capacity();
    let (minimum, _) = site.capacity();
    let min = min.map(|min| min_acu(min, site));
    let max = max.map(|max| max_acu(max, site, minimum));
    min.into_iter().chain(max).fold(Body::new(), Body::with)
}

fn auto_pause(design: &Design) -> Body {
    let Some(seconds) = design.seconds_until_auto_pause() else { return Body::new() };
    Variable::new(
        "seconds_until_auto_pause",
        "Idle seconds after which an instance pauses; counts only where the minimum is 0.",
        Kind::Number,
    )
    .default(Expr::number(seconds))
    .must(
        |seconds| between(&seconds, AUTO_PAUSE_SECONDS),
        "An instance pauses after 300 to 86400 idle seconds.",
    )
    .done()
}

fn log_retention(design: &Design) -> Body {
    if !design.keeps_logs() {
        return Body::new();
    }
    Variable::new("log_retention_days", "Days for which logs are kept; 0 keeps them for ever.", Kind::Number)
        .default(Expr::number(design.cluster.log_retention_days))
        .must(
            |days| {
                let known = LOG_RETENTION_DAYS.iter().map(|days| Expr::number(*days));
                Expr::call("contains", [Expr::list(known), days])
            },
            "CloudWatch Logs keeps logs for 0 (for ever), 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days.",
        )
        .done()
}

fn email(design: &Design) -> Body {
    if !design.cluster.alarms.enabled {
        return Body::new();
    }
    let address = design.cluster.alarms.notify_email.as_deref().map(Expr::typed);
    Variable::new(
        "alarm_email",
        "Address that receives the alarms, null for none. It must be confirmed from the mailbox.",
        Kind::Text,
    )
    .optional(address)
    .must(
        |address| {
            let none = address.clone().equals(Expr::null());
            none.or(matches(address, "^[^@[:space:]]+@[^@[:space:]]+$"))
        },
        "The address must look like team@example.com.",
    )
    .done()
}

fn password_version(design: &Design) -> Body {
    if design.cluster.credentials == crate::design::Credentials::Managed {
        return Body::new();
    }
    Variable::new(
        "master_password_version",
        "Raise it by one to set a new random master password in the cluster and in the secret.",
        Kind::Number,
    )
    .default(Expr::number(1u32))
    .must(
        |version| at_least(version.clone(), 1u32).and(is_whole(version)),
        "The version must be a whole number from 1 on.",
    )
    .done()
}

fn key(design: &Design, site: &Site<'_>) -> Body {
    let Some(arn) = site.given_key() else { return Body::new() };
    let description = match (site.secondary, design.cluster.alarms.enabled) {
        (Some(_), _) => "KMS key for storage, insights and logs. Its policy must admit CloudWatch Logs.",
        (None, false) => {
            "KMS key for storage, secret, insights and logs. Its policy must admit CloudWatch Logs."
        }
        (None, true) => {
            "KMS key for storage, secret, insights, logs and alarms. Its policy must admit CloudWatch Logs, and CloudWatch for the alarms."
        }
    };
    Variable::new("kms_key_arn", description, Kind::Text)
        .at(site)
        .default(Expr::typed(arn))
        .must(|arn| matches(arn, "^arn:[^:]+:kms:"), "The key must be given by its ARN.")
        .done()
}
