//! What the outline's rows say, computed from the design, its bill and its findings.

use crate::design::{Client, Design, Field, Member, Part, StorageType, Word as _};
use crate::estimate::{Bill, LineId, Month, Total, Usd};
use crate::formats::diagram::client_name;
use crate::rules::{Finding, Severity};

use super::parts::{part_label, part_name};
use super::plain::{engine, plain};

/// A group of rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// Region and network.
    Design,
    /// What connects.
    Clients,
    /// Proxy and endpoints.
    Access,
    /// Writer and readers.
    Instances,
    /// Secondaries of a Global Database.
    Regions,
    /// Everything else that costs.
    Services,
}

impl Group {
    /// In the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Design, Self::Clients, Self::Access, Self::Instances, Self::Regions, Self::Services];

    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Design => "Design",
            Self::Clients => "Clients",
            Self::Access => "Access",
            Self::Instances => "Instances",
            Self::Regions => "Regions",
            Self::Services => "Storage and services",
        }
    }
}

/// A row's identity: its part, and which of the part's rows it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Key {
    /// The part it stands for.
    pub part: Part,
    nth: u8,
}

/// What a row's symbol shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// A part of the design.
    Part(Part),
    /// A kind of client.
    Client(Client),
}

/// One row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What tells it apart.
    pub key: Key,
    /// Where it stands.
    pub group: Group,
    /// The symbol before it.
    pub sign: Sign,
    /// What it is.
    pub name: String,
    /// What is to know of it, in small type.
    pub sub: String,
    /// Its typical month; empty where it has no line in the bill.
    pub cost: String,
    /// The worst severity found at it, and how often.
    pub worst: Option<(Severity, usize)>,
    /// Whether it stands for its part: marked when the part is selected.
    pub first: bool,
}

impl Row {
    fn new(group: Group, part: Part, name: impl Into<String>) -> Self {
        Self {
            key: Key { part, nth: 0 },
            group,
            sign: Sign::Part(part),
            name: name.into(),
            sub: String::new(),
            cost: String::new(),
            worst: None,
            first: true,
        }
    }

    /// A row whose part is not there.
    pub fn gone(key: Key) -> Self {
        Self { key, ..Self::new(Group::Design, key.part, "") }
    }

    fn sub(mut self, sub: impl Into<String>) -> Self {
        self.sub = sub.into();
        self
    }

    fn sign(mut self, sign: Sign) -> Self {
        self.sign = sign;
        self
    }

    /// A further row of a part that has one already.
    fn further(mut self, nth: u8) -> Self {
        self.key.nth = nth;
        self.first = false;
        self
    }
}

/// Every row, in the order of the groups.
pub fn rows(design: &Design, bill: &Bill, findings: &[Finding]) -> Vec<Row> {
    let vpc = plain(&Field::Vpc(Member::Primary), design.cluster.network.vpc.word());
    let mut rows = vec![
        Row::new(Group::Design, Part::Design, design.region.code).sub(design.region.place()),
        Row::new(Group::Design, Part::Vpc, "Network").sub(vpc),
    ];
    rows.extend(clients(design));
    rows.extend(access(design));
    rows.extend(instances(design));
    for (index, secondary) in design.secondaries().iter().enumerate() {
        let instances = match secondary.readers {
            0 => "headless".to_owned(),
            1 => "1 instance".to_owned(),
            many => format!("{many} instances"),
        };
        rows.push(Row::new(Group::Regions, Part::Secondary(index), secondary.region.code).sub(instances));
    }
    let storage = match design.cluster.storage_type {
        StorageType::Aurora => "Aurora Standard",
        StorageType::AuroraIopt1 => "I/O-Optimized",
    };
    rows.push(Row::new(Group::Services, Part::Storage, storage));
    for part in [Part::Secret, Part::Kms, Part::Monitoring, Part::Backups, Part::Usage] {
        rows.push(Row::new(Group::Services, part, part_name(part)));
    }
    for row in &mut rows {
        if row.first {
            row.cost = cost(row.key.part, bill);
            row.worst = worst(row.key.part, findings);
        } else if row.key == READ_ONLY {
            row.cost = line_cost(bill, LineId::ProxyEndpoint);
        }
    }
    rows
}

const READ_ONLY: Key = Key { part: Part::Proxy, nth: 1 };

fn clients(design: &Design) -> Vec<Row> {
    if design.clients.is_empty() {
        return vec![Row::new(Group::Clients, Part::Clients, "None chosen")];
    }
    let row = |(nth, client): (u8, Client)| {
        let row = Row::new(Group::Clients, Part::Clients, client_name(client)).sign(Sign::Client(client));
        if nth == 0 { row } else { row.further(nth) }
    };
    (0..).zip(design.clients).map(row).collect()
}

fn access(design: &Design) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(proxy) = &design.proxy {
        rows.push(Row::new(Group::Access, Part::Proxy, "RDS Proxy"));
        if proxy.read_only_endpoint {
            let row = Row::new(Group::Access, Part::Proxy, "Read-only endpoint")
                .sign(Sign::Part(Part::ReaderEndpoint));
            rows.push(row.further(READ_ONLY.nth));
        }
    }
    rows.push(Row::new(Group::Access, Part::Cluster, "Cluster").sub(engine(design)));
    if !design.cluster.readers.is_empty() {
        rows.push(Row::new(Group::Access, Part::ReaderEndpoint, "Reader endpoint"));
    }
    rows
}

fn instances(design: &Design) -> Vec<Row> {
    let zones = design.zones();
    (0..)
        .zip(design.instances())
        .zip(zones)
        .map(|((index, instance), zone)| {
            Row::new(Group::Instances, Part::Instance(index), part_label(Part::Instance(index))).sub(format!(
                "{}, tier {}",
                zone.letter(),
                instance.promotion_tier
            ))
        })
        .collect()
}

fn cost(part: Part, bill: &Bill) -> String {
    if part == Part::Proxy { line_cost(bill, LineId::Proxy) } else { cost_text(bill, part) }
}

/// A month's figure of a part, as rows show it; empty where it has no line in the bill.
pub fn cost_text(bill: &Bill, part: Part) -> String {
    let any = bill.lines.iter().any(|line| line.part == part);
    if any { total_text(bill.of(part, Month::Typical)) } else { String::new() }
}

/// The typical month as a section's head shows it: `at least $1,038.13`.
pub fn total_words(bill: &Bill) -> String {
    let total = bill.total(Month::Typical);
    if total.complete { total.usd.to_string() } else { format!("at least {}", total.usd) }
}

fn line_cost(bill: &Bill, id: LineId) -> String {
    let lines: Vec<_> = bill.lines.iter().filter(|line| line.id == id).collect();
    if lines.is_empty() {
        return String::new();
    }
    let known = lines.iter().filter_map(|line| line.monthly.map(|band| band.of(Month::Typical)));
    total_text(Total { usd: known.sum(), complete: lines.iter().all(|line| line.monthly.is_some()) })
}

/// `$48.00`, `unknown`, or `$12.00 +` where a part of it is unknown.
pub fn total_text(total: Total) -> String {
    match (total.complete, total.usd == Usd::ZERO) {
        (true, _) => total.usd.to_string(),
        (false, true) => "unknown".to_owned(),
        (false, false) => format!("{} +", total.usd),
    }
}

fn worst(part: Part, findings: &[Finding]) -> Option<(Severity, usize)> {
    let here = || findings.iter().filter(|finding| finding.part() == part);
    let worst = here().map(|finding| finding.severity).min()?;
    Some((worst, here().filter(|finding| finding.severity == worst).count()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Edit, Field};
    use crate::estimate::bill;
    use crate::facts::prices::PRICE_DATE;
    use crate::rules::check;

    fn of(design: &Design) -> Vec<Row> {
        let bill = bill(design, PRICE_DATE);
        rows(design, &bill, &check(design, &bill, PRICE_DATE))
    }

    #[test]
    fn every_instance_has_a_row_with_zone_tier_and_cost() {
        let design = Design::default();
        let rows = of(&design);
        let instances: Vec<&Row> = rows.iter().filter(|row| row.group == Group::Instances).collect();
        assert_eq!(instances.len(), 1 + design.cluster.readers.len());
        assert_eq!((instances[0].name.as_str(), instances[0].sub.as_str()), ("Writer", "a, tier 0"));
        assert!(instances[0].cost.starts_with('$'), "{}", instances[0].cost);
    }

    #[test]
    fn a_part_shows_its_worst_finding_and_how_often() {
        let design = Design::default().with(&Edit::set(Field::BackupRetention, 99)).unwrap();
        let rows = of(&design);
        let backups = rows.iter().find(|row| row.key.part == Part::Backups).unwrap();
        assert_eq!(backups.worst, Some((Severity::Error, 1)));
    }

    #[test]
    fn no_two_rows_are_taken_for_each_other() {
        let design = Design::default().with_all(&[Edit::AddProxy]).unwrap();
        let rows = of(&design);
        for (at, row) in rows.iter().enumerate() {
            assert!(!rows[..at].iter().any(|other| other.key == row.key), "{row:?}");
        }
    }
}
