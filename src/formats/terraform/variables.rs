//! The variables: what a team changes without coming back here, typed, described and validated.

use crate::design::{Design, Engine, Word, Zone};
use crate::facts::Acu;
use crate::facts::limits::{AUTO_PAUSE_SECONDS, LOG_RETENTION_DAYS};

use super::super::hcl::{Body, Code, Expr};
use super::site::{FOUR_SUBNETS, Site};

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

/// One variable under construction.
struct Variable<'a> {
    site: Option<&'a Site<'a>>,
    name: &'static str,
    body: Body,
}

impl<'a> Variable<'a> {
    fn new(name: &'static str, description: &'static str, kind: &'static str) -> Self {
        let body = Body::new().set("description", Expr::text(description)).set("type", Expr::code(kind));
        Self { site: None, name, body }
    }

    fn at(mut self, site: &'a Site<'a>) -> Self {
        self.site = Some(site);
        self
    }

    fn default(mut self, value: Expr) -> Self {
        self.body = self.body.set("default", value).set("nullable", Expr::flag(false));
        self
    }

    fn required(mut self) -> Self {
        self.body = self.body.set("nullable", Expr::flag(false));
        self
    }

    fn optional(mut self, value: Option<Expr>) -> Self {
        self.body = self.body.set("default", value.unwrap_or_else(|| Expr::code("null")));
        self
    }

    fn must(self, condition: &'static str, message: &'static str) -> Self {
        let condition = self.site.map_or_else(|| Expr::code(condition), |site| site.expr(condition));
        self.must_be(condition, Expr::text(message))
    }

    fn must_be(mut self, condition: Expr, message: Expr) -> Self {
        let validation = Body::new().set("condition", condition).set("error_message", message);
        self.body = self.body.block("validation", [], validation);
        self
    }

    fn done(self) -> Body {
        let name = self.site.map_or_else(|| Code::new(self.name), |site| site.named(self.name));
        Body::new().block("variable", [name], self.body)
    }
}

fn common(design: &Design) -> Body {
    let tags = design.tags.iter().map(|(key, value)| (key, Expr::typed(value)));
    Variable::new("region", "AWS Region of the cluster. Its zones and its key must be changed with it.", "string")
        .default(Expr::text(design.region.code))
        .must("can(regex(\"^[a-z]{2}(-[a-z]+)+-[0-9]$\", var.region))", "The Region must look like us-east-1.")
        .done()
        .with(
            Variable::new("project_name", "Prefix of the names; changing it replaces the cluster.", "string")
                .default(Expr::typed(&design.project_name))
                .must(
                    "can(regex(\"^[a-z](-?[a-z0-9])*$\", var.project_name)) && length(var.project_name) <= 40",
                    "The name must be 1 to 40 lower-case letters, digits or single hyphens, start with a letter and not end with a hyphen.",
                )
                .done(),
        )
        .with(
            Variable::new("environment", "Tag of every resource.", "string")
                .default(Expr::text(design.environment.word()))
                .must(
                    "length(var.environment) >= 1 && length(var.environment) <= 256",
                    "The environment must have 1 to 256 letters.",
                )
                .done(),
        )
        .with(
            Variable::new("tags", "Further tags of every resource.", "map(string)")
                .default(Expr::map(tags))
                .must(
                    "length(var.tags) <= 46",
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
        let (fits, said) = if site.zones.len() <= FOUR_SUBNETS {
            (
                "try(tonumber(split(\"/\", var.vpc_cidr{s})[1]) >= 16 && tonumber(split(\"/\", var.vpc_cidr{s})[1]) <= 26, false)",
                "The range must be a /16 to a /26: a smaller one has no room for the subnets.",
            )
        } else {
            (
                "try(tonumber(split(\"/\", var.vpc_cidr{s})[1]) >= 16 && tonumber(split(\"/\", var.vpc_cidr{s})[1]) <= 25, false)",
                "The range must be a /16 to a /25: a smaller one has no room for this many subnets.",
            )
        };
        body = body.with(
            Variable::new("vpc_cidr", "IPv4 range of the VPC.", "string")
                .at(site)
                .default(Expr::text(site.cidr.to_string()))
                .must(
                    "can(cidrnetmask(var.vpc_cidr{s})) && try(cidrhost(var.vpc_cidr{s}, 0) == split(\"/\", var.vpc_cidr{s})[0], false)",
                    "The range must be written as a network address, for example 10.0.0.0/16.",
                )
                .must(fits, said)
                .done(),
        );
    } else {
        let ids = Expr::texts(site.network.subnet_ids.iter().cloned());
        let vpc = Variable::new("vpc_id", "The VPC.", "string").at(site);
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
        let subnets = Variable::new("subnet_ids", description, "list(string)");
        body = body
            .with(vpc.must("can(regex(\"^vpc-[0-9a-f]+$\", var.vpc_id{s}))", "The id must look like vpc-0a1b2c3d4e5f60718.").done())
            .with(
                subnets
                    .at(site)
                    .default(ids)
                    .must(
                        "length(distinct(var.subnet_ids{s})) == length(var.subnet_ids{s}) && length(var.subnet_ids{s}) >= 2 && length(var.subnet_ids{s}) <= 20",
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
                "set(string)",
            )
            .at(site)
            .default(ids)
            .must(
                "alltrue([for id in var.client_security_group_ids{s} : can(regex(\"^sg-[0-9a-f]+$\", id))])",
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
    let variable =
        Variable::new("availability_zones", description, "list(string)").at(site).default(zones).must(
            "length(distinct(var.availability_zones{s})) == length(var.availability_zones{s})",
            "Name every Availability Zone once.",
        );
    let least = least_zones(site);
    let message = match least {
        1 => Expr::text("Name the Availability Zone of the instances."),
        2 if site.creates_vpc() => {
            Expr::text("Give two Availability Zones at least: a DB subnet group must span two.")
        }
        _ => Expr::text(format!("Give {least} Availability Zones at least: the instances stand in them.")),
    };
    let length = site.code("length(var.availability_zones{s}) >= ").then(&Code::number(least));
    let variable = variable.must_be(Expr::of(length), message);
    variable.done()
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
        .with(min_acu(design.cluster.min_capacity, site))
        .with(max_acu(design.cluster.max_capacity, site, "var.max_acu >= var.min_acu"))
        .with(auto_pause(design))
        .with(
            Variable::new("backup_retention_days", "Days of automated backups.", "number")
                .default(Expr::number(design.cluster.backup_retention))
                .must(
                    "var.backup_retention_days >= 1 && var.backup_retention_days <= 35 && floor(var.backup_retention_days) == var.backup_retention_days",
                    "Aurora keeps automated backups for 1 to 35 days.",
                )
                .done(),
        )
        .with(log_retention(design))
        .with(
            Variable::new("deletion_protection", "Refuse to delete the cluster.", "bool")
                .default(Expr::flag(design.cluster.deletion_protection))
                .done(),
        )
        .with(email(design))
        .with(password_version(design))
}

fn version(design: &Design) -> Body {
    // A prefix stands for the version AWS would choose; the file names that one (ENG-19).
    let full = design.resolved_version();
    let version = full.map_or_else(|| design.engine_version(), |known| known.version);
    let upgraded = design.auto_minor_version_upgrade() && design.global.is_none();
    let description = if upgraded {
        "Version of the engine that a new cluster starts with, in full. AWS upgrades minors by itself; a change here upgrades nothing."
    } else {
        "Version of the engine, in full."
    };
    let variable = Variable::new("engine_version", description, "string").default(Expr::typed(version));
    match design.cluster.engine {
        Engine::AuroraPostgresql => variable.must(
            "can(regex(\"^[0-9]+([.][0-9]+)?$\", var.engine_version))",
            "An Aurora PostgreSQL version looks like 17.7.",
        ),
        Engine::AuroraMysql => variable.must(
            "can(regex(\"^[0-9]+[.][0-9]+([.]mysql_aurora[.][0-9.]+)?$\", var.engine_version))",
            "An Aurora MySQL version looks like 8.0.mysql_aurora.3.10.6.",
        ),
    }
    .done()
}

fn min_acu(value: Acu, site: &Site<'_>) -> Body {
    Variable::new("min_acu", "Smallest capacity of each instance in ACU; 0 lets it pause.", "number")
        .at(site)
        .default(Expr::decimal(value.as_decimal()))
        .must(
            "var.min_acu{s} >= 0 && var.min_acu{s} <= 256 && floor(var.min_acu{s} * 2) == var.min_acu{s} * 2",
            "The minimum must be 0 to 256 ACU, in steps of 0.5.",
        )
        .done()
}

fn max_acu(value: Acu, site: &Site<'_>, minimum: &'static str) -> Body {
    Variable::new("max_acu", "Largest capacity of each instance in ACU.", "number")
        .at(site)
        .default(Expr::decimal(value.as_decimal()))
        .must(
            "var.max_acu{s} >= 1 && var.max_acu{s} <= 256 && floor(var.max_acu{s} * 2) == var.max_acu{s} * 2",
            "The maximum must be 1 to 256 ACU, in steps of 0.5.",
        )
        .must(minimum, "The maximum must not be below the minimum.")
        .done()
}

fn own_capacity(site: &Site<'_>) -> Body {
    let (min, max) = site.own_capacity();
    let order =
        if min.is_some() { "var.max_acu{s} >= var.min_acu{s}" } else { "var.max_acu{s} >= var.min_acu" };
    let min = min.map(|min| min_acu(min, site));
    let max = max.map(|max| max_acu(max, site, order));
    min.into_iter().chain(max).fold(Body::new(), Body::with)
}

fn auto_pause(design: &Design) -> Body {
    let Some(seconds) = design.seconds_until_auto_pause() else { return Body::new() };
    debug_assert_eq!(AUTO_PAUSE_SECONDS, 300..=86_400, "the validation below says the same");
    Variable::new(
        "seconds_until_auto_pause",
        "Idle seconds after which an instance pauses; counts only where the minimum is 0.",
        "number",
    )
    .default(Expr::number(seconds))
    .must(
        "var.seconds_until_auto_pause >= 300 && var.seconds_until_auto_pause <= 86400",
        "An instance pauses after 300 to 86400 idle seconds.",
    )
    .done()
}

fn log_retention(design: &Design) -> Body {
    if !design.keeps_logs() {
        return Body::new();
    }
    debug_assert_eq!(LOG_RETENTION_DAYS.len(), 23, "the list below is the same");
    Variable::new("log_retention_days", "Days for which logs are kept; 0 keeps them for ever.", "number")
        .default(Expr::number(design.cluster.log_retention_days))
        .must(
            "contains([0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)",
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
        "string",
    )
    .optional(address)
    .must(
        "var.alarm_email == null || can(regex(\"^[^@[:space:]]+@[^@[:space:]]+$\", var.alarm_email))",
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
        "number",
    )
    .default(Expr::number(1u32))
    .must(
        "var.master_password_version >= 1 && floor(var.master_password_version) == var.master_password_version",
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
    Variable::new("kms_key_arn", description, "string")
        .at(site)
        .default(Expr::typed(arn))
        .must("can(regex(\"^arn:[^:]+:kms:\", var.kms_key_arn{s}))", "The key must be given by its ARN.")
        .done()
}
