//! Templates as people have them: whole files, the `resources:` of a Serverless Framework file, resources alone, and
//! pieces between the fences of a Markdown page.

use std::collections::BTreeSet;

use super::node::{Kind, Node, Wrong, parse, parse_from};

/// A template and the file it stands in.
#[derive(Debug)]
pub(super) struct Template {
    pub(super) file: String,
    /// A map with `Resources`, as CloudFormation has it.
    pub(super) root: Node,
    /// The Region that a file of the Serverless Framework names.
    pub(super) region: Option<String>,
    /// Its logical ids, as soon as another piece asks.
    pub(super) ids: BTreeSet<String>,
}

impl Template {
    /// Takes in another piece of the same file; gives it back where both have the same logical ids.
    pub(super) fn join(&mut self, other: Node) -> Option<Node> {
        let ids = |node: &Node| {
            node.get("Resources")
                .map_or(&[][..], Node::entries)
                .iter()
                .map(|it| it.key.clone())
                .collect::<Vec<_>>()
        };
        if self.ids.is_empty() {
            self.ids.extend(ids(&self.root));
        }
        let more = ids(&other);
        if more.iter().any(|id| self.ids.contains(id)) {
            return Some(other);
        }
        self.ids.extend(more);
        let (Kind::Map(sections), Kind::Map(more)) = (&mut self.root.kind, other.kind) else { return None };
        for section in more {
            match sections.iter_mut().find(|it| it.key == section.key) {
                Some(known) => {
                    if let (Kind::Map(known), Kind::Map(more)) = (&mut known.value.kind, section.value.kind) {
                        known.extend(more);
                    }
                }
                None => sections.push(section),
            }
        }
        None
    }
}

/// What a file is.
#[derive(Debug)]
pub(super) enum Document {
    /// A template, and the Region that the Serverless Framework's own part names.
    Template(Node, Option<String>),
    /// Values of parameters.
    Values(Node),
    /// Neither.
    Other,
}

/// Reads every piece of a text.
///
/// # Errors
/// Where nothing of it parses.
pub(super) fn documents(text: &str) -> Result<Vec<Document>, Wrong> {
    let text = text.trim_start_matches('\u{feff}');
    let pieces = fenced(text);
    if pieces.is_empty() {
        return parse(text).map(|node| vec![sort(node)]);
    }
    let mut documents = Vec::new();
    let mut wrong = None;
    for (before, piece) in pieces {
        match parse_from(&piece, before) {
            Ok(node) => documents.push(sort(node)),
            Err(error) => wrong = wrong.or(Some(error)),
        }
    }
    let any = documents.iter().any(|it| !matches!(it, Document::Other));
    match wrong {
        Some(wrong) if !any => Err(wrong),
        _ => Ok(documents),
    }
}

/// What stands between fences, each piece with the number of lines before it; nothing where there is no fence.
fn fenced(text: &str) -> Vec<(usize, String)> {
    let mut pieces: Vec<(usize, String)> = Vec::new();
    let mut open: Option<(char, usize, String)> = None;
    for (index, line) in text.lines().enumerate() {
        let trimmed = line.trim();
        let fence =
            ['`', '~'].into_iter().find(|sign| trimmed.chars().take_while(|it| it == sign).count() >= 3);
        open = match (fence, open) {
            (Some(sign), None) => Some((sign, index + 1, String::new())),
            (Some(sign), Some((own, before, piece)))
                if sign == own && trimmed.chars().all(|it| it == sign) =>
            {
                pieces.push((before, piece));
                None
            }
            (_, Some((own, before, mut piece))) => {
                piece.push_str(line);
                piece.push('\n');
                Some((own, before, piece))
            }
            (None, None) => None,
        };
    }
    // The end of the page was not copied.
    pieces.extend(open.map(|(_, before, piece)| (before, piece)));
    pieces
}

fn sort(node: Node) -> Document {
    if is_resources(node.get("Resources")) {
        return Document::Template(node, None);
    }
    // The Serverless Framework.
    if let Some(inner) = node.get("resources").filter(|inner| is_resources(inner.get("Resources"))) {
        return Document::Template(inner.clone(), region(&node));
    }
    if let Some(several) = node.get("resources").filter(|inner| !inner.elements().is_empty()) {
        let line = several.line;
        let lists = several.elements().iter().filter_map(|it| it.get("Resources"));
        let entries: Vec<_> = lists.flat_map(Node::entries).cloned().collect();
        return match of_resources(Node { line, kind: Kind::Map(entries) }) {
            Document::Template(root, _) => Document::Template(root, region(&node)),
            other => other,
        };
    }
    if is_values(&node) {
        return Document::Values(node);
    }
    of_resources(node)
}

/// `provider.region` of the Serverless Framework, where it is written out.
fn region(node: &Node) -> Option<String> {
    node.get("provider")?.get("region")?.text().map(str::to_owned)
}

/// Resources without the key above them, or a single one without its name.
fn of_resources(node: Node) -> Document {
    let line = node.line;
    let resources = if is_resources(Some(&node)) {
        node
    } else if is_resource(&node) {
        let kind = node.get("Type").and_then(Node::text).unwrap_or_default();
        let key = kind.rsplit(':').next().unwrap_or_default().to_owned();
        Node { line, kind: Kind::Map(vec![super::node::Entry { key, line, value: node }]) }
    } else {
        return Document::Other;
    };
    let entry = super::node::Entry { key: "Resources".to_owned(), line, value: resources };
    Document::Template(Node { line, kind: Kind::Map(vec![entry]) }, None)
}

fn is_resources(node: Option<&Node>) -> bool {
    node.is_some_and(|node| node.entries().iter().any(|entry| is_resource(&entry.value)))
}

fn is_resource(node: &Node) -> bool {
    let kind = node.get("Type").and_then(Node::text).unwrap_or_default();
    kind.starts_with("AWS::") || kind.starts_with("Custom::")
}

/// `[{ParameterKey, ParameterValue}]` or `{Parameters: {name: value}}`.
fn is_values(node: &Node) -> bool {
    let is_pair = |it: &Node| it.get("ParameterKey").is_some();
    let is_plain = |it: &Node| matches!(it.kind, Kind::Scalar { .. } | Kind::List(_));
    node.elements().iter().any(is_pair)
        || node.get("Parameters").is_some_and(|it| {
            it.elements().iter().any(is_pair)
                || (!it.entries().is_empty() && it.entries().iter().all(|entry| is_plain(&entry.value)))
        })
}

/// The values of a file of parameters.
pub(super) fn values(node: &Node) -> Vec<(String, Node)> {
    let list = node.get("Parameters").unwrap_or(node);
    let pairs = list.elements().iter().filter_map(|it| {
        Some((it.get("ParameterKey")?.text()?.to_owned(), it.get("ParameterValue")?.clone()))
    });
    let named = list.entries().iter().map(|entry| (entry.key.clone(), entry.value.clone()));
    pairs.chain(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(text: &str) -> Node {
        let all = documents(text).unwrap();
        all.into_iter()
            .find_map(|it| if let Document::Template(node, _) = it { Some(node) } else { None })
            .unwrap()
    }

    #[test]
    fn pieces_of_templates_are_templates_with_their_lines() {
        let line =
            |text: &str| template(text).get("Resources").and_then(|it| it.entry("A")).map(|it| it.line);
        assert_eq!(line("Resources:\n  A:\n    Type: AWS::X\n"), Some(2));
        assert_eq!(line("A:\n  Type: AWS::X\n"), Some(1));
        assert_eq!(line("service: x\nresources:\n  Resources:\n    A:\n      Type: AWS::X\n"), Some(4));
        assert_eq!(
            line("resources:\n  - ${file(x.yml)}\n  - Resources:\n      A:\n        Type: AWS::X\n"),
            Some(4)
        );
        assert_eq!(
            line(
                "# Our base\n\nText: with [signs\n\n```yaml\nResources:\n  A:\n    Type: AWS::X\n```\nmore\n"
            ),
            Some(7)
        );
        assert_eq!(line("```\n  Resources:\n    A:\n      Type: AWS::X\n"), Some(3));
        let single = template("Type: AWS::RDS::DBCluster\nProperties: {}\n");
        assert!(single.get("Resources").and_then(|it| it.entry("DBCluster")).is_some());
    }

    #[test]
    fn files_of_parameters_are_told_from_templates() {
        for text in [
            "[{\"ParameterKey\": \"A\", \"ParameterValue\": \"1\"}]",
            "{\"Parameters\": {\"A\": \"1\"}}",
            "{\"Parameters\": [{\"ParameterKey\": \"A\", \"ParameterValue\": \"1\"}]}",
        ] {
            let all = documents(text).unwrap();
            let [Document::Values(node)] = all.as_slice() else { panic!("{all:?}") };
            let values = values(node);
            assert_eq!((values[0].0.as_str(), values[0].1.text()), ("A", Some("1")));
        }
        let text = "Parameters:\n  A: {Type: String}\n";
        assert!(matches!(documents(text).unwrap().as_slice(), [Document::Other]));
    }
}
