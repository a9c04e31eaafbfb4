//! Parameters that a user set.

use std::collections::{BTreeMap, BTreeSet};

use super::objects::{Answers, Kind, of_tree, resource, set};
use super::tree::Tree;
use crate::formats::import::shapes::is_secret_name;
use crate::formats::import::{Block, Found, Notice, NoticeKind, Place, Value};

impl Answers {
    /// The parameters that a user set. The answer does not tell its group: it is the one that the clusters name, or the
    /// one the file is called after.
    pub(super) fn parameters(&self, found: &mut Found) {
        let groups: BTreeSet<&str> = self
            .of(Kind::Cluster)
            .filter(|it| it.tree.text("Engine").is_some_and(|engine| engine.starts_with("aurora")))
            .filter_map(|it| it.tree.text("DBClusterParameterGroup"))
            .collect();
        let mut by_file: BTreeMap<&str, Vec<&Tree>> = BTreeMap::new();
        for object in self.of(Kind::Parameter) {
            by_file.entry(&object.file).or_default().push(&object.tree);
        }
        let custom: Vec<&str> = groups.iter().copied().filter(|it| !it.starts_with("default.")).collect();
        let mut by_group: BTreeMap<&str, (Block, BTreeSet<&str>)> = BTreeMap::new();
        for (file, parameters) in by_file {
            let set_by_user: Vec<&Tree> =
                parameters.into_iter().filter(|it| it.text("Source") == Some("user")).collect();
            let in_name = custom.iter().copied().find(|it| file.contains(it));
            let only = custom.first().copied().filter(|_| custom.len() == 1);
            let first = groups.first().copied().filter(|_| groups.len() == 1);
            let Some(group) = in_name.or(only).or(first) else {
                if !set_by_user.is_empty() {
                    let text = "the parameters do not tell their group, and the clusters name none or several; call the \
                                file after its group";
                    found.notices.push(Notice::new(NoticeKind::NotUnderstood, Place::file(file), text));
                }
                continue;
            };
            let place = Place::address(file, group);
            let (body, known) =
                by_group.entry(group).or_insert_with(|| (Block::at(place.clone()), BTreeSet::new()));
            for parameter in set_by_user {
                let Some(name) = parameter.text("ParameterName").filter(|name| known.insert(name)) else {
                    continue;
                };
                let value = match parameter.get("ParameterValue") {
                    _ if is_secret_name(name) => Value::Secret,
                    Some(value) => of_tree(value),
                    None => continue,
                };
                let mut block = Block::at(place.clone());
                set(&mut block, "name", Value::Text(name.to_owned()), "ParameterName");
                set(&mut block, "value", value, "ParameterValue");
                body.blocks.entry("parameter".to_owned()).or_default().push(block);
            }
        }
        for (group, (mut body, _)) in by_group {
            set(&mut body, "name", Value::Text(group.to_owned()), "DBClusterParameterGroup");
            found.resources.push(resource("aws_rds_cluster_parameter_group", group, None, body));
        }
    }
}
