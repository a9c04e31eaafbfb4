//! The graph of modules: which file names which other, where the circles are, and a drawing.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

use super::source::Source;

/// What names what, and the first place that does. A parent and what lies below it belong together, so what they say
/// to each other is no part of it.
pub(crate) struct Graph {
    edges: BTreeMap<(String, String), String>,
}

impl Graph {
    /// File by file.
    pub(crate) fn of_files(sources: &[Source]) -> Self {
        Self::new(sources, |from, to| (from.path.clone(), to.path.clone()))
    }

    /// As its parent sees it: whatever lies below a module speaks for the module. So a circle is found that goes into a
    /// folder by one file and out of it by another.
    pub(crate) fn of_siblings(sources: &[Source]) -> Self {
        Self::new(sources, |from, to| {
            let shared = from.module.iter().zip(&to.module).take_while(|(one, other)| one == other).count();
            let sibling = |source: &Source| source.module[..=shared].join("/");
            (sibling(from), sibling(to))
        })
    }

    fn new(sources: &[Source], key: impl Fn(&Source, &Source) -> (String, String)) -> Self {
        let files: BTreeMap<&[String], &Source> =
            sources.iter().map(|source| (source.module.as_slice(), source)).collect();
        let mut edges = BTreeMap::new();
        for source in sources {
            for name in source.names.iter().filter(|name| !name.in_test) {
                let longest = (0..=name.path.len()).rev().find_map(|length| files.get(&name.path[..length]));
                let Some(other) = longest else { continue };
                if !source.module.starts_with(&other.module) && !other.module.starts_with(&source.module) {
                    let place = || format!("src/{}:{} names {}", source.path, name.line, other.path);
                    edges.entry(key(source, other)).or_insert_with(place);
                }
            }
        }
        Self { edges }
    }

    /// Every circle as the places that make it, one line an edge.
    pub(crate) fn circles(&self) -> Vec<String> {
        let edges = self.edges.keys().map(|(from, to)| (from.as_str(), to.as_str()));
        let graph: DiGraphMap<&str, ()> = DiGraphMap::from_edges(edges);
        let mut circles: Vec<_> = tarjan_scc(&graph).into_iter().filter(|it| it.len() > 1).collect();
        for circle in &mut circles {
            circle.sort_unstable();
        }
        circles.sort_unstable();
        let told = circles.into_iter().map(|circle| {
            let inside = |name: &String| circle.contains(&name.as_str());
            let mut text = format!("{} name each other in a circle: {}", circle.len(), circle.join(", "));
            for (_, place) in self.edges.iter().filter(|((from, to), _)| inside(from) && inside(to)) {
                write!(text, "\n  {place}").unwrap();
            }
            text
        });
        told.collect()
    }

    /// The graph in the language of Graphviz, a box each folder.
    pub(crate) fn dot(&self) -> String {
        let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for file in self.edges.keys().flat_map(|(from, to)| [from, to]) {
            let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
            folders.entry(folder).or_default().push(file);
        }
        let mut text = "digraph modules {\n  rankdir = RL\n  node [shape = box]\n".to_owned();
        for (folder, mut files) in folders {
            files.sort_unstable();
            files.dedup();
            let files: Vec<_> = files.iter().map(|file| format!("\"{file}\"")).collect();
            writeln!(
                text,
                "  subgraph \"cluster {folder}\" {{ label = \"{folder}\"; {} }}",
                files.join("; ")
            )
            .unwrap();
        }
        for (from, to) in self.edges.keys() {
            writeln!(text, "  \"{from}\" -> \"{to}\"").unwrap();
        }
        text + "}\n"
    }
}
