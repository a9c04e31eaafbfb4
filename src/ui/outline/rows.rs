//! What the outline's rows say, computed from the design, its bill and its findings.

use crate::design::{Client, Design, Part, StorageType, Word as _};
use crate::estimate::{Bill, LineId, Month, Total, Usd};
use crate::rules::{Finding, Severity};

use crate::ui::glyphs::{client_name, client_symbol, part_symbol};

/// A group of rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Group {
    Design,
    Clients,
    Access,
    Instances,
    Regions,
    Services,
}

impl Group {
    pub(crate) const ALL: [Self; 6] =
        [Self::Design, Self::Clients, Self::Access, Self::Instances, Self::Regions, Self::Services];

    pub(crate) const fn title(self) -> &'static str {
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
pub(crate) struct Key {
    pub(crate) part: Part,
    nth: u8,
}

/// One row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Row {
    pub(crate) key: Key,
    pub(crate) group: Group,
    pub(crate) icon: &'static str,
    pub(crate) name: String,
    pub(crate) sub: String,
    pub(crate) cost: String,
    pub(crate) worst: Option<(Severity, usize)>,
    /// Whether it stands for its part: marked when the part is selected.
    pub(crate) first: bool,
}

impl Row {
    fn new(group: Group, part: Part, name: impl Into<String>) -> Self {
        Self {
            key: Key { part, nth: 0 },
            group,
            icon: part_symbol(part),
            name: name.into(),
            sub: String::new(),
            cost: String::new(),
            worst: None,
            first: true,
        }
    }

    /// A row whose part is not there.
    pub(crate) fn gone(key: Key) -> Self {
        Self { key, ..Self::new(Group::Design, key.part, "") }
    }

    fn sub(mut self, sub: impl Into<String>) -> Self {
        self.sub = sub.into();
        self
    }

    fn icon(mut self, icon: &'static str) -> Self {
        self.icon = icon;
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
pub(crate) fn rows(design: &Design, bill: &Bill, findings: &[Finding]) -> Vec<Row> {
    let mut rows = vec![
        Row::new(Group::Design, Part::Design, design.region.code).sub(design.region.place()),
        Row::new(Group::Design, Part::Vpc, "Network").sub(design.cluster.network.vpc.word()),
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
    let row = |(nth, client): (u8, &Client)| {
        let row = Row::new(Group::Clients, Part::Clients, client_name(*client)).icon(client_symbol(*client));
        if nth == 0 { row } else { row.further(nth) }
    };
    (0..).zip(&design.clients).map(row).collect()
}

fn access(design: &Design) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(proxy) = &design.proxy {
        rows.push(Row::new(Group::Access, Part::Proxy, "RDS Proxy"));
        if proxy.read_only_endpoint {
            let row = Row::new(Group::Access, Part::Proxy, "Read-only endpoint").icon("i-endpoint");
            rows.push(row.further(READ_ONLY.nth));
        }
    }
    let label = format!("{} {}", design.cluster.engine.label(), design.engine_version());
    rows.push(Row::new(Group::Access, Part::Cluster, "Cluster").sub(label));
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
            Row::new(Group::Instances, Part::Instance(index), instance_label(index)).sub(format!(
                "{}, tier {}",
                zone.letter(),
                instance.promotion_tier
            ))
        })
        .collect()
}

/// An instance as the outline names it: `Writer`, `Reader 2`.
pub(crate) fn instance_label(index: usize) -> String {
    if index == 0 { "Writer".to_owned() } else { format!("Reader {index}") }
}

/// A part's name.
pub(crate) const fn part_name(part: Part) -> &'static str {
    match part {
        Part::Design => "Design",
        Part::Clients => "Clients",
        Part::Vpc => "Network",
        Part::Cluster => "Cluster",
        Part::ReaderEndpoint => "Reader endpoint",
        Part::Proxy => "RDS Proxy",
        Part::Instance(0) => "Writer",
        Part::Instance(_) => "Reader",
        Part::Storage => "Storage",
        Part::Secret => "Secret",
        Part::Kms => "KMS key",
        Part::Monitoring => "CloudWatch",
        Part::Backups => "Backups",
        Part::Secondary(_) => "Region",
        Part::Usage => "Usage",
    }
}

fn cost(part: Part, bill: &Bill) -> String {
    if part == Part::Proxy { line_cost(bill, LineId::Proxy) } else { super::cost_text(bill, part) }
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
pub(crate) fn total_text(total: Total) -> String {
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
