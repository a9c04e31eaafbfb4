//! The network: subnets that stand in the source or that the input makes, and who may connect.

use super::super::{Argument, Block, NoticeKind, Resource, Source, Value};
use super::candidates::{Member, region};
use super::{Got, Mapper, Unknown, spelled, written};
use crate::design::{Cidr, Field, Member as Place, Network, Vpc};

/// A rule that lets somebody in: its group's block, or a resource of its own.
struct Rule<'r> {
    resource: &'r Resource,
    body: &'r Block,
}

impl<'a> Mapper<'a> {
    /// The network of a cluster; `secondary` is its place where it is one.
    pub(super) fn network(&mut self, member: &Member<'a>, secondary: Option<usize>) -> Network {
        let place = secondary.map_or(Place::Primary, Place::Secondary);
        let mut network = Network { vpc: Vpc::Existing, ..Network::default() };
        let Some(top) = member.top() else { return network };
        let code =
            region(&self.world, member).map_or_else(String::new, |region| format!(" in {}", region.code));
        let groups = self.own_groups(member);
        let known = self.subnets(member, top, place, &code, &mut network);
        if network.vpc == Vpc::Existing {
            let said = self.notices.len();
            network.vpc_id = network.vpc_id.or_else(|| self.vpc_of(&groups, place));
            if network.vpc_id.is_none() && known && self.notices.len() == said {
                let text = format!(
                    "the input does not tell vpc_id of {}{code}; the design's network waits for it",
                    top.address
                );
                self.say(NoticeKind::NotHere, &top.body.place, text);
            }
        }
        network.client_security_group_ids = self.clients(member, top, &groups, network.cidr, place);
        network
    }

    /// The subnets; whether any are known.
    fn subnets(
        &mut self,
        member: &Member<'a>,
        top: &'a Resource,
        place: Place,
        code: &str,
        network: &mut Network,
    ) -> bool {
        const NAME: &str = "db_subnet_group_name";
        let waits = format!("the design's network{code} waits for its ids");
        let Some((argument, resource)) = self.world.argument(&member.layers, NAME) else {
            let text = format!(
                "{} of {} is left out, so its subnets{code} are not known; {waits}",
                spelled(NAME, top),
                top.address
            );
            self.say(NoticeKind::NotHere, &top.body.place, text);
            return false;
        };
        let group = member.layers.iter().find_map(|layer| {
            let argument = layer.body.arguments.get(NAME)?;
            self.world.target(&argument.value, "aws_db_subnet_group", layer)
        });
        let Some(group) = group else {
            let what = self.world.waits(&argument.value).map_or_else(
                || "is a group that is not in the input".to_owned(),
                |what| format!("waits for {}, which the input does not tell", super::shown(&what)),
            );
            let text =
                format!("{} of {} {what}; {waits}", written(argument, resource, NAME), resource.address);
            self.say(NoticeKind::NotHere, &argument.place, text);
            return false;
        };
        network.vpc_id = self.world.text_of_one(group, "vpc_id");
        let Some(subnets) = group.body.arguments.get("subnet_ids") else {
            let text = format!("{} of {} is left out; {waits}", spelled("subnet_ids", group), group.address);
            self.say(NoticeKind::NotHere, &group.body.place, text);
            return false;
        };
        let value = self.world.follow(&subnets.value);
        let made = self.world.targets(value, "aws_subnet", group);
        if made.iter().any(|it| !it.data && self.is_new(it)) {
            return self.made(&made, network, subnets, place);
        }
        let items = match value {
            Value::List(items) => items.as_slice(),
            single => std::slice::from_ref(single),
        };
        let ids: Vec<String> = items
            .iter()
            .filter_map(|it| self.world.text(it))
            .filter(|it| it.starts_with("subnet-"))
            .collect();
        if ids.len() < items.len() || items.is_empty() {
            let what = self.world.waits(value).unwrap_or_else(|| "ids of subnets".to_owned());
            let unknown = Unknown { argument: subnets, resource: group, waits: what };
            self.unresolved(&unknown, "subnet_ids", &waits);
        }
        if !ids.is_empty() {
            self.took(Field::SubnetIds(place), &subnets.place);
        }
        network.subnet_ids = ids;
        !network.subnet_ids.is_empty()
    }

    /// Whether a resource has no id yet: the input makes it.
    fn is_new(&self, resource: &Resource) -> bool {
        self.world.text_of_one(resource, "id").is_none() && resource.source <= Source::Plan
    }

    /// Subnets that the input makes: a VPC of the design's own, where the input makes the VPC too.
    fn made(
        &mut self,
        subnets: &[&'a Resource],
        network: &mut Network,
        argument: &'a Argument,
        place: Place,
    ) -> bool {
        let vpc = subnets.iter().find_map(|subnet| {
            let vpc = subnet.body.arguments.get("vpc_id")?;
            self.world.target(&vpc.value, "aws_vpc", subnet).filter(|it| !it.data)
        });
        let Some(vpc) = vpc else {
            let Some(subnet) = subnets.first() else { return false };
            network.vpc_id = subnet.body.arguments.get("vpc_id").and_then(|it| self.world.text(&it.value));
            let text = format!(
                "{} is made here in a VPC that is not, so its id is not known; the design's network waits for the ids of its subnets",
                super::stem(subnet)
            );
            self.say(NoticeKind::NotHere, &argument.place, text);
            return false;
        };
        network.vpc = Vpc::Create;
        network.vpc_id = None;
        self.took(Field::Vpc(place), &vpc.body.place);
        match self.world.get(&[vpc], "cidr_block") {
            Got::Known(known) => {
                match self.world.text(known.value).and_then(|text| Cidr::parse(&text).ok()) {
                    Some(cidr) => {
                        network.cidr = Some(cidr);
                        self.took(Field::Cidr(place), &known.argument.place);
                    }
                    None => self.misread(&known, "cidr_block", "the design keeps its usual range"),
                }
            }
            Got::Unknown(unknown) => {
                self.unresolved(&unknown, "cidr_block", "the design keeps its usual range");
            }
            Got::Left => {
                let text = format!(
                    "{} of {} is left out; the design keeps its usual range",
                    spelled("cidr_block", vpc),
                    vpc.address
                );
                self.say(NoticeKind::NotHere, &vpc.body.place, text);
            }
        }
        true
    }

    /// The security groups of a cluster that are in the input.
    fn own_groups(&self, member: &Member<'a>) -> Vec<&'a Resource> {
        let groups = member.layers.iter().find_map(|layer| {
            let argument = layer.body.arguments.get("vpc_security_group_ids")?;
            let value = self.world.follow(&argument.value);
            let found = self.world.targets(value, "aws_security_group", layer);
            (!found.is_empty()).then_some(found)
        });
        groups.unwrap_or_default().into_iter().filter(|it| !it.data).collect()
    }

    /// The VPC of the cluster's groups; says where it can't be resolved.
    fn vpc_of(&mut self, groups: &[&'a Resource], place: Place) -> Option<String> {
        for group in groups {
            match self.world.get(&[group], "vpc_id") {
                Got::Known(known) => {
                    let id = self.world.text(known.value).filter(|it| it.starts_with("vpc-"));
                    if id.is_some() {
                        self.took(Field::VpcId(place), &known.argument.place);
                        return id;
                    }
                }
                Got::Unknown(unknown) => {
                    self.unresolved(&unknown, "vpc_id", "the design's network waits for it");
                    return None;
                }
                Got::Left => {}
            }
        }
        None
    }

    /// Groups that may connect on the cluster's port.
    fn clients(
        &mut self,
        member: &Member<'a>,
        top: &'a Resource,
        groups: &[&'a Resource],
        range: Option<Cidr>,
        place: Place,
    ) -> Vec<String> {
        self.foreign_groups(member, top, groups);
        let proxies = self.proxy_groups();
        let mut clients: Vec<String> = Vec::new();
        for rule in self.rules(groups) {
            if !self.holds_port(&rule) {
                continue;
            }
            for (attribute, sources) in
                ["security_groups", "source_security_group_id", "referenced_security_group_id"]
                    .iter()
                    .filter_map(|name| Some((*name, rule.body.arguments.get(*name)?)))
            {
                self.sources(&rule, attribute, sources, &proxies, &mut clients, place);
            }
            self.ranges(&rule, range);
        }
        clients
    }

    /// Every rule of the groups: those inside, then those that are resources of their own, in the order of the input.
    fn rules(&self, groups: &[&'a Resource]) -> Vec<Rule<'a>> {
        let inside = groups.iter().flat_map(|group| {
            let blocks = group.body.blocks.get("ingress").into_iter().flatten();
            blocks.map(|body| Rule { resource: group, body })
        });
        let of_group = |it: &&Resource| {
            let group = it.body.arguments.get("security_group_id");
            group.is_some_and(|group| groups.iter().any(|known| self.world.names(&group.value, known, it)))
        };
        let inward = |it: &&Resource| {
            it.body
                .arguments
                .get("type")
                .is_none_or(|it| self.world.text(&it.value).is_none_or(|it| it == "ingress"))
        };
        let own = self
            .world
            .of("aws_security_group_rule")
            .filter(inward)
            .chain(self.world.of("aws_vpc_security_group_ingress_rule"))
            .filter(of_group)
            .map(|it| Rule { resource: it, body: &it.body });
        inside.chain(own).collect()
    }

    /// Whether a rule lets in on the cluster's port; one whose ports are not known does.
    fn holds_port(&self, rule: &Rule<'_>) -> bool {
        let text = |name: &str| rule.body.arguments.get(name).and_then(|it| self.world.text(&it.value));
        let protocol =
            text("protocol").or_else(|| text("ip_protocol")).unwrap_or_default().to_ascii_lowercase();
        if matches!(protocol.as_str(), "-1" | "all") {
            return true;
        }
        if !matches!(protocol.as_str(), "" | "tcp" | "6") {
            return false;
        }
        let port =
            |name: &str| text(name).and_then(|it| super::cluster::plain_number(&it).parse::<i64>().ok());
        let own = i64::from(self.design.port());
        port("from_port").is_none_or(|from| from <= own) && port("to_port").is_none_or(|to| own <= to)
    }

    /// The groups that an argument of a rule lets in.
    fn sources(
        &mut self,
        rule: &Rule<'a>,
        attribute: &str,
        argument: &'a Argument,
        proxies: &[&'a Resource],
        clients: &mut Vec<String>,
        place: Place,
    ) {
        let value = self.world.follow(&argument.value);
        let items = match value {
            Value::List(items) => items.as_slice(),
            single => std::slice::from_ref(single),
        };
        for item in items {
            let made = self.world.targets(item, "aws_security_group", rule.resource);
            if made.iter().any(|it| proxies.iter().any(|proxy| proxy.address == it.address)) {
                continue;
            }
            if let Some(id) = self.world.text(item).filter(|it| it.starts_with("sg-")) {
                if !clients.contains(&id) {
                    clients.push(id);
                    self.took(Field::ClientSecurityGroupIds(place), &argument.place);
                }
                continue;
            }
            let name = written(argument, rule.resource, attribute);
            if let Some(group) = made.first() {
                let why = if group.data { "looked up" } else { "made here" };
                let text = format!(
                    "{} lets in the security group {}, which is {why} and has no id yet ({name}, {}); client_security_group_ids can't hold it",
                    rule.resource.address,
                    group.address,
                    rule_word(rule.resource),
                );
                self.say(NoticeKind::Dropped, &rule.body.place, text);
            } else if let Some(waits) = self.world.waits(item) {
                let unknown = Unknown { argument, resource: rule.resource, waits };
                self.unresolved(&unknown, attribute, "client_security_group_ids goes without it");
            } else if *item != Value::Null && self.world.text(item).is_none_or(|it| !it.is_empty()) {
                let text = format!(
                    "{name} of {} is no id of a security group; client_security_group_ids goes without it",
                    rule.resource.address
                );
                self.say(NoticeKind::NotUnderstood, &argument.place, text);
            }
        }
    }

    /// Ranges and lists that a rule lets in, which a design can't say; the VPC's own range is what it says anyway.
    fn ranges(&mut self, rule: &Rule<'a>, range: Option<Cidr>) {
        let mut foreign: Vec<String> = Vec::new();
        for name in
            ["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "cidr_ipv4", "cidr_ipv6", "prefix_list_id"]
        {
            let Some(argument) = rule.body.arguments.get(name) else { continue };
            let value = self.world.follow(&argument.value);
            let items = match value {
                Value::List(items) => items.as_slice(),
                single => std::slice::from_ref(single),
            };
            let is_own = |item: &Value| {
                let text = self.world.text(item);
                match (text, item) {
                    (Some(text), _) => text.is_empty() || range.is_some() && Cidr::parse(&text).ok() == range,
                    (None, Value::Edge(edge)) => {
                        edge.attribute == "cidr_block" && edge.address.contains("aws_vpc.")
                    }
                    (None, Value::Unresolved(waits)) => {
                        waits.contains("aws_vpc.") && waits.ends_with(".cidr_block")
                    }
                    (None, it) => *it == Value::Null,
                }
            };
            if items.iter().any(|item| !is_own(item)) {
                foreign.push(written(argument, rule.resource, name));
            }
        }
        if foreign.is_empty() {
            return;
        }
        let text = format!(
            "{} lets in addresses by {} ({}); a design lets in security groups or its whole VPC, so this is left out",
            rule.resource.address,
            foreign.join(" and "),
            rule_word(rule.resource),
        );
        self.say(NoticeKind::Dropped, &rule.body.place, text);
    }

    /// Groups of the cluster that are not in the input: nobody knows whom they let in.
    fn foreign_groups(&mut self, member: &Member<'a>, top: &'a Resource, own: &[&'a Resource]) {
        const NAME: &str = "vpc_security_group_ids";
        let Some((argument, resource)) = self.world.argument(&member.layers, NAME) else { return };
        let value = self.world.follow(&argument.value);
        if let Some(waits) = self.world.waits(value)
            && own.is_empty()
            && !matches!(value, Value::List(_))
        {
            let unknown = Unknown { argument, resource, waits };
            return self.unresolved(&unknown, NAME, "the design lets in its whole VPC");
        }
        let items = match value {
            Value::List(items) => items.as_slice(),
            single => std::slice::from_ref(single),
        };
        let is_own = |item: &Value| own.iter().any(|group| self.world.names(item, group, resource));
        let foreign = items.iter().filter(|item| !is_own(item));
        let names: Vec<String> =
            foreign.filter_map(|it| self.world.text(it).or_else(|| self.world.waits(it))).collect();
        if !names.is_empty() {
            let so = if own.is_empty() {
                "so the design lets in its whole VPC"
            } else {
                "so their clients are left out"
            };
            let text = format!(
                "{} of {} are {}, whose rules are not in the input; they are the cluster's own and no clients, {so}",
                written(argument, resource, NAME),
                top.address,
                super::shown(&names.join(", ")),
            );
            self.say(NoticeKind::NotHere, &argument.place, text);
        }
    }

    /// The groups of every proxy of the input: a proxy is no client that could get lost.
    fn proxy_groups(&self) -> Vec<&'a Resource> {
        self.world
            .of("aws_db_proxy")
            .filter_map(|proxy| Some((proxy, proxy.body.arguments.get("vpc_security_group_ids")?)))
            .flat_map(|(proxy, groups)| {
                self.world.targets(self.world.follow(&groups.value), "aws_security_group", proxy)
            })
            .collect()
    }
}

/// What a source calls a rule that lets in.
fn rule_word(resource: &Resource) -> &'static str {
    match resource.source {
        Source::CloudFormation => "SecurityGroupIngress",
        _ => "ingress",
    }
}
