//! Names and Region.

use super::super::{NoticeKind, Resource, Source};
use super::candidates::{Candidate, Member, region};
use super::{Got, Mapper, shown, spelled};
use crate::design::{Field, read};

impl<'a> Mapper<'a> {
    pub(super) fn names(&mut self, member: &Member<'a>) {
        let Some(top) = member.top() else { return };
        match self.world.get(&member.layers, "cluster_identifier") {
            Got::Known(known) if self.world.text(known.value).is_some() => {
                let name = self.world.text(known.value).unwrap_or_default().to_lowercase();
                self.design.project_name = project_name(&name);
                self.design.cluster.name = Some(name);
                self.took(Field::ClusterName, &known.argument.place);
            }
            got => {
                self.design.project_name = project_name(&from_label(top));
                let name = spelled("cluster_identifier", top);
                let instead = format!(
                    "the design takes project_name {} from the label, and its usual name",
                    self.design.project_name
                );
                match got {
                    Got::Unknown(unknown) => self.unresolved(&unknown, "cluster_identifier", &instead),
                    Got::Known(known) => self.misread(&known, "cluster_identifier", &instead),
                    Got::Left => {
                        let text =
                            format!("{} has no {name}, so its name is not known; {instead}", top.address);
                        self.say(NoticeKind::NotHere, &top.body.place, text);
                    }
                }
            }
        }
    }

    pub(super) fn region_of(&mut self, candidate: &Candidate<'a>) {
        let primary = &candidate.primary;
        self.region = region(&self.world, primary);
        if let Some(region) = self.region {
            self.design.region = region;
            if let Some(top) = primary.top() {
                self.took(Field::Region, &top.body.place);
            }
            return;
        }
        let Some(top) = primary.top() else { return };
        let code = top.region.as_ref().and_then(|it| self.world.text(it));
        let waits = top.region.as_ref().and_then(|it| self.world.waits(it));
        let why = match (code, waits) {
            (Some(code), _) => match read::region(&code) {
                Ok(_) => String::new(),
                Err(_) => format!(": {} is none that is known here", shown(&code)),
            },
            (None, Some(waits)) => format!(": it waits for {}", shown(&waits)),
            (None, None) => String::new(),
        };
        let text =
            format!("the input does not tell the region of {}{why}; us-east-1 is assumed", top.address);
        self.say(NoticeKind::NotHere, &top.body.place, text);
    }
}

/// The project's name out of an identifier: its rules are those of the spec (NAM-10).
pub(super) fn project_name(identifier: &str) -> String {
    const MOST: usize = 40;
    let lower = identifier.to_lowercase();
    let stripped = lower.strip_suffix("-cluster").unwrap_or(&lower);
    let mut name = String::new();
    for letter in stripped.chars() {
        if letter.is_ascii_lowercase() || letter.is_ascii_digit() {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let mut name = name.trim_end_matches('-').to_owned();
    if name.is_empty() {
        return "db".to_owned();
    }
    if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
        name.insert_str(0, "db-");
    }
    name.truncate(MOST);
    name.trim_end_matches('-').to_owned()
}

/// What a resource's label says of its name: Terraform's with hyphens, CloudFormation's in parts, without CDK's hash.
fn from_label(resource: &Resource) -> String {
    if resource.source != Source::CloudFormation {
        return resource.label.replace('_', "-");
    }
    let label = &resource.label;
    let hashed =
        label.len().checked_sub(8).and_then(|at| label.split_at_checked(at)).filter(|(start, hash)| {
            !start.is_empty() && hash.bytes().all(|it| it.is_ascii_digit() || (b'A'..=b'F').contains(&it))
        });
    let plain = hashed.map_or(label.as_str(), |(start, _)| start);
    let letters: Vec<char> = plain.chars().collect();
    let mut name = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|it| letters.get(it));
        let after = letters.get(index + 1);
        // A new word begins at a capital after a small letter, and at the last capital of an abbreviation.
        let begins = letter.is_ascii_uppercase()
            && before
                .is_some_and(|it| !it.is_ascii_uppercase() || after.is_some_and(char::is_ascii_lowercase));
        if begins {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::super::super::{Block, Place};
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_project_name_keeps_to_its_rules() {
        for (identifier, name) in [
            ("harbour-bookings", "harbour-bookings"),
            ("Tide_Tables--prod-cluster", "tide-tables-prod"),
            ("42-answers", "db-42-answers"),
            ("-a.b-", "a-b"),
            ("cluster", "cluster"),
            ("ünïcode", "n-code"),
            ("___", "db"),
            ("a23456789-b23456789-c23456789-d23456789-e", "a23456789-b23456789-c23456789-d23456789"),
        ] {
            assert_eq!(project_name(identifier), name);
        }
    }

    #[test]
    fn a_label_gives_a_name_where_there_is_no_identifier() {
        let named = |source, label: &str| {
            let body = Block::at(Place::file("it"));
            from_label(&Resource {
                source,
                data: false,
                kind: "aws_rds_cluster".to_owned(),
                address: label.to_owned(),
                module: String::new(),
                label: label.to_owned(),
                key: None,
                region: None,
                default_tags: BTreeMap::new(),
                body,
            })
        };
        assert_eq!(named(Source::Terraform, "main_db"), "main-db");
        assert_eq!(named(Source::CloudFormation, "LogbookCluster4D3C2B1A"), "logbook-cluster");
        assert_eq!(named(Source::CloudFormation, "RDSCluster"), "rds-cluster");
        assert_eq!(named(Source::CloudFormation, "OrdersDB"), "orders-db");
        assert_eq!(named(Source::CloudFormation, "DEADBEEF"), "deadbeef");
    }
}
