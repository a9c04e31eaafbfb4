//! A Region the configuration builds in: the primary's, which the provider names, or a secondary's, which each of its
//! resources names. Resources of a secondary end in its Region, so that adding one renames none.

use std::collections::BTreeSet;

use crate::design::{Cidr, Design, KmsKey, Network, Secondary, Vpc, Zone, spread};
use crate::facts::Acu;
use crate::facts::regions::Region;

use super::super::hcl::{Body, Code, Expr};

/// More instances than any secondary may have; what lies above is no cluster and needs no file.
const MOST_NODES: u32 = 99;

/// As many zones as two bits of a small VPC's range tell apart; more need a third (NET-12).
pub(super) const FOUR_SUBNETS: usize = 4;

/// One Region of the design.
pub(super) struct Site<'a> {
    /// What fills the slots of its templates.
    slots: [(&'static str, Code); 3],
    /// Its Region.
    pub(super) region: &'static Region,
    /// The secondary it is, if it is one.
    pub(super) secondary: Option<&'a Secondary>,
    /// Its network.
    pub(super) network: &'a Network,
    /// Its key.
    kms: &'a KmsKey,
    encrypted: bool,
    /// Range of its created VPC.
    pub(super) cidr: Cidr,
    /// Zones with a subnet; in an existing VPC those with an instance.
    pub(super) zones: Vec<Zone>,
    /// Zone and tier of its instances, in order.
    pub(super) instances: Vec<(Zone, u32)>,
}

/// Every Region, the primary's first.
pub(super) fn sites(design: &Design) -> Vec<Site<'_>> {
    let mut sites = vec![primary(design)];
    for (index, secondary) in design.secondaries().iter().enumerate() {
        let same = sites.iter().filter(|site| site.region == secondary.region).count();
        sites.push(of_secondary(design, index, secondary, same));
    }
    sites
}

fn primary(design: &Design) -> Site<'_> {
    let instances: Vec<(Zone, u32)> =
        design.zones().into_iter().zip(design.instances().map(|instance| instance.promotion_tier)).collect();
    let network = &design.cluster.network;
    Site {
        slots: slots(Code::new(""), Code::new("${var.region}"), Code::new("${local.cluster_name}")),
        region: design.region,
        secondary: None,
        network,
        kms: &design.cluster.kms_key,
        encrypted: design.cluster.encryption,
        cidr: design.cidr(),
        zones: zones(network, design.subnet_zones(), &instances),
        instances,
    }
}

fn of_secondary<'a>(design: &Design, index: usize, secondary: &'a Secondary, same: usize) -> Site<'a> {
    let count = usize::try_from(secondary.readers.min(MOST_NODES)).unwrap_or_default();
    let tiers = (0..count).map(|node| u32::from(node > 0));
    let instances: Vec<(Zone, u32)> =
        spread(secondary.region.zones, &vec![None; count]).into_iter().zip(tiers).collect();
    let mut suffix = Code::new("_").then(&Code::identifier(secondary.region.code));
    if same > 0 {
        // A Region twice is an error (GDB-01); the forced file still names no resource twice.
        let number = u64::try_from(same).unwrap_or_default() + 1;
        suffix = suffix.then(&Code::new("_")).then(&Code::number(number));
    }
    let first = Zone::all(secondary.region.zones).take(3).collect();
    Site {
        slots: slots(suffix, Code::new(secondary.region.code), cluster_name(design, secondary.region.code)),
        region: secondary.region,
        secondary: Some(secondary),
        network: &secondary.network,
        kms: &secondary.kms_key,
        encrypted: design.cluster.encryption,
        cidr: design.secondary_cidr(index),
        zones: zones(&secondary.network, first, &instances),
        instances,
    }
}

/// The name of a secondary's cluster: the project's and its Region's, the other way round where the primary has taken it.
fn cluster_name(design: &Design, code: &'static str) -> Code {
    let taken = design.cluster_name().strip_suffix(code).and_then(|start| start.strip_suffix('-'))
        == Some(&*design.project_name);
    let code = Code::new(code);
    if taken {
        code.then(&Code::new("-${var.project_name}"))
    } else {
        Code::new("${var.project_name}-").then(&code)
    }
}

fn zones(network: &Network, subnets: Vec<Zone>, instances: &[(Zone, u32)]) -> Vec<Zone> {
    match network.vpc {
        Vpc::Create => subnets,
        Vpc::Existing => {
            instances.iter().map(|(zone, _)| *zone).collect::<BTreeSet<_>>().into_iter().collect()
        }
    }
}

/// `{s}` what ends the names of its resources, nothing or `_eu_west_1`, `{r}` the Region inside a template, `{c}` the cluster's name inside a template.
const fn slots(suffix: Code, region: Code, cluster: Code) -> [(&'static str, Code); 3] {
    [("{s}", suffix), ("{r}", region), ("{c}", cluster)]
}

impl Site<'_> {
    /// The name of something of this Region.
    pub(super) fn named(&self, name: &'static str) -> Code {
        let [(_, suffix), ..] = &self.slots;
        Code::new(name).then(suffix)
    }

    /// A name, and what it leads to, with `{s}` where the suffix stands: `aws_vpc.this{s}.id`.
    pub(super) fn reference(&self, path: &'static str) -> Expr {
        let [(_, suffix), ..] = &self.slots;
        Expr::reference_ending(path, suffix)
    }

    /// A quoted template with its slots filled: `{s}` the suffix, `{r}` the Region, `{c}` the cluster's name.
    pub(super) fn template(&self, template: &'static str) -> Expr {
        Expr::template(Code::filled(template, &self.slots))
    }

    /// One of this Region's variables.
    pub(super) fn variable(&self, name: &'static str) -> Expr {
        Expr::variable(&self.named(name))
    }

    /// A resource of this Region.
    pub(super) fn resource(&self, kind: &'static str, name: &'static str, body: Body) -> Body {
        self.placed("resource", kind, name, body)
    }

    /// A data source of this Region.
    pub(super) fn data(&self, kind: &'static str, name: &'static str, body: Body) -> Body {
        self.placed("data", kind, name, body)
    }

    fn placed(&self, block: &'static str, kind: &'static str, name: &'static str, body: Body) -> Body {
        let name = self.named(name);
        let body = match self.secondary {
            Some(secondary) => body.first("region", Expr::text(secondary.region.code)),
            None => body,
        };
        Body::new().block(block, [Code::new(kind), name], body)
    }

    /// The cluster's identifier. A secondary's differs from the primary's (NAM-03) and stays legal with its instances'
    /// endings for every legal project name.
    pub(super) fn cluster_name(&self) -> Expr {
        match self.secondary {
            None => Expr::reference("local.cluster_name"),
            Some(_) => self.template("{c}"),
        }
    }

    /// The customer managed key, if the design has one here (BAK-09).
    pub(super) fn key(&self) -> Option<Expr> {
        match (self.kms, self.encrypted) {
            (_, false) | (KmsKey::AwsManaged, _) => None,
            (KmsKey::Create, true) => Some(self.reference("aws_kms_key.this{s}.arn")),
            (KmsKey::Arn(_), true) => Some(self.variable("kms_key_arn")),
        }
    }

    /// Whether the configuration makes the key.
    pub(super) fn creates_key(&self) -> bool {
        self.encrypted && *self.kms == KmsKey::Create
    }

    /// The ARN of a given key, if it is used.
    pub(super) fn given_key(&self) -> Option<&str> {
        match self.kms {
            KmsKey::Arn(arn) if self.encrypted => Some(arn),
            _ => None,
        }
    }

    /// Why resources here have no customer managed key.
    pub(super) fn keyless_reason(&self) -> &'static str {
        if self.encrypted {
            "The design uses the keys that AWS manages"
        } else {
            "The design uses the key that AWS owns"
        }
    }

    /// Whether the configuration makes the VPC.
    pub(super) fn creates_vpc(&self) -> bool {
        self.network.vpc == Vpc::Create
    }

    /// The VPC.
    pub(super) fn vpc_id(&self) -> Expr {
        self.reference(if self.creates_vpc() { "aws_vpc.this{s}.id" } else { "var.vpc_id{s}" })
    }

    /// Its database subnets.
    pub(super) fn subnet_ids(&self) -> Expr {
        if !self.creates_vpc() {
            return self.variable("subnet_ids");
        }
        let subnet = self.reference("aws_subnet.database{s}").at(Expr::reference("zone"));
        Expr::for_each("zone", self.variable("availability_zones"), subnet.attribute("id"))
    }

    /// The zone, by its id, in which RDS Proxy takes no subnet (PRX-08). Only a created VPC tells which of its zones that is.
    pub(super) fn zone_without_proxy(&self) -> Option<&'static str> {
        match self.region.code {
            "us-east-1" if self.creates_vpc() => Some("use1-az3"),
            "us-west-1" if self.creates_vpc() => Some("usw1-az2"),
            _ => None,
        }
    }

    /// The subnets of a proxy.
    pub(super) fn proxy_subnet_ids(&self) -> Expr {
        if self.zone_without_proxy().is_some() {
            return Expr::reference("local.proxy_subnet_ids");
        }
        self.subnet_ids()
    }

    /// The range of the VPC.
    pub(super) fn vpc_range(&self) -> Expr {
        let existing = "data.aws_vpc.this{s}.cidr_block";
        self.reference(if self.creates_vpc() { "aws_vpc.this{s}.cidr_block" } else { existing })
    }

    /// Every IPv4 range of a VPC that exists.
    pub(super) fn vpc_ranges(&self) -> Expr {
        let associated = Expr::reference("range.state").equals(Expr::text("associated"));
        Expr::for_each_where(
            "range",
            self.reference("data.aws_vpc.this{s}.cidr_block_associations"),
            Expr::reference("range.cidr_block"),
            associated,
        )
    }

    /// The zone of an instance, as the variable names it.
    pub(super) fn zone(&self, zone: Zone) -> Expr {
        let place = self.zones.iter().position(|known| *known == zone).unwrap_or_default();
        self.variable("availability_zones").at(Expr::number(u64::try_from(place).unwrap_or_default()))
    }

    /// The capacity variables: a secondary has its own only where it differs.
    pub(super) fn capacity(&self) -> (Expr, Expr) {
        let (min, max) = self.own_capacity();
        let own = |own: bool, name, common| if own { self.variable(name) } else { Expr::reference(common) };
        (own(min.is_some(), "min_acu", "var.min_acu"), own(max.is_some(), "max_acu", "var.max_acu"))
    }

    /// What a secondary sets itself.
    pub(super) fn own_capacity(&self) -> (Option<Acu>, Option<Acu>) {
        self.secondary.map_or((None, None), |secondary| (secondary.min_capacity, secondary.max_capacity))
    }

    /// The banner of a secondary's section.
    pub(super) fn title(&self) -> &'static str {
        self.region.name
    }
}
