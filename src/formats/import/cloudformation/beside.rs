//! What stands beside a cluster: a proxy's targets, rotation, alarms with their topics, a backup selection.

use super::names::{METRIC, SELECTION_TAG, SUBSCRIPTION};
use super::node::{Entry, Node};
use super::resources::{Reader, pairs};
use crate::formats::import::{Block, Found, Resource, Value};

impl Reader<'_> {
    /// The clusters and instances that a target group names.
    pub(super) fn targets(&self, group: &Resource, properties: &[Entry], found: &mut Found) {
        for (name, argument) in [
            ("DBClusterIdentifiers", "db_cluster_identifier"),
            ("DBInstanceIdentifiers", "db_instance_identifier"),
        ] {
            let Some(entry) = properties.iter().find(|it| it.key == name) else { continue };
            let targets = match self.scope.value(&entry.value, 0) {
                Some(Value::List(elements)) => elements,
                Some(single) => vec![single],
                None => Vec::new(),
            };
            for value in targets {
                let mut target = self.empty(&group.label, "aws_db_proxy_target", self.place(entry.line));
                self.set(&mut target.body, argument, value, entry);
                for shared in ["db_proxy_name", "name"] {
                    let Some(known) = group.body.arguments.get(shared) else { continue };
                    let own = if shared == "name" { "target_group_name" } else { shared };
                    target.body.arguments.insert(own.to_owned(), known.clone());
                }
                found.resources.push(target);
            }
        }
    }

    /// Which secret a schedule rotates; an attachment stands for the secret that it attaches.
    pub(super) fn rotated(&self, body: &mut Block, secret: Option<&Entry>) {
        let Some(entry) = secret else { return };
        let Some(value) = self.scope.value(&entry.value, 0) else { return };
        let attached = match &value {
            Value::Edge(edge) => self.scope.secret_id(edge.address.rsplit(':').next().unwrap_or_default()),
            _ => None,
        };
        let value = attached.map_or(value, |id| self.scope.edge(&id, "id"));
        self.set(body, "secret_id", value, entry);
    }

    pub(super) fn alarm(
        &self,
        body: &mut Block,
        dimensions: Option<&Entry>,
        metrics: Option<&Entry>,
        found: &mut Found,
    ) {
        if let Some(entry) = dimensions
            && let Some(value) = self.scope.value(&entry.value, 0)
        {
            self.set(body, "dimensions", pairs(value, "Name", "Value"), entry);
        }
        let Some(entry) = metrics else { return };
        let mut queries = Vec::new();
        for (line, node) in self.objects(entry, "an alarm", found) {
            let Some(metric) = node.get("MetricStat").and_then(|it| it.get("Metric")) else { continue };
            let mut inner = Block::at(self.place(line));
            self.fill(&mut inner, metric.entries(), METRIC, &[]);
            if let Some(own) = metric.entry("Dimensions")
                && let Some(value) = self.scope.value(&own.value, 0)
            {
                self.set(&mut inner, "dimensions", pairs(value, "Name", "Value"), own);
            }
            let mut query = Block::at(self.place(line));
            query.blocks.insert("metric".to_owned(), vec![inner]);
            queries.push(query);
        }
        body.blocks.insert("metric_query".to_owned(), queries);
    }

    /// Subscriptions that stand inside their topic.
    pub(super) fn subscriptions(&self, topic: &str, inside: &Entry, found: &mut Found) {
        for (line, node) in self.objects(inside, topic, found) {
            let mut one = self.empty(topic, "aws_sns_topic_subscription", self.place(line));
            self.fill(&mut one.body, node.entries(), SUBSCRIPTION, &[]);
            self.set(&mut one.body, "topic_arn", self.scope.edge(topic, "id"), inside);
            found.resources.push(one);
        }
    }

    pub(super) fn selection(&self, body: &mut Block, node: &Node, of: &str, found: &mut Found) {
        let names = [("Resources", "resources"), ("SelectionName", "name")];
        self.fill(body, node.entries(), &names, &[]);
        let Some(entry) = node.entry("ListOfTags") else { return };
        let mut tags = Vec::new();
        for (line, tag) in self.objects(entry, of, found) {
            let mut block = Block::at(self.place(line));
            self.fill(&mut block, tag.entries(), SELECTION_TAG, &[]);
            tags.push(block);
        }
        body.blocks.insert("selection_tag".to_owned(), tags);
    }
}
