//! CloudFormation templates: YAML with short tags, JSON, SAM, what CDK prints; parameter files beside them.

mod beside;
mod eval;
mod names;
mod node;
mod resources;
mod scope;
mod template;
mod user;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use super::{Found, Input, Place, Refusal};
use node::Node;
use resources::Reader;
use scope::Scope;
use template::{Document, Template, documents, values};

/// The largest template, in bytes.
const MOST_BYTES: usize = 2 << 20;

/// Reads templates and their parameter files.
///
/// # Errors
/// Where a text is no template, or passes a limit.
pub fn read(inputs: &[&Input]) -> Result<Found, Refusal> {
    let mut templates: Vec<Template> = Vec::new();
    let mut given: BTreeMap<String, Node> = BTreeMap::new();
    for input in inputs {
        let refuse = |line: usize, message: &str| {
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            Refusal::at(Place::line(&input.name, line), message)
        };
        if input.bytes.len() > MOST_BYTES {
            return Err(refuse(1, "the template is larger than 2 MiB; give the part with the cluster alone"));
        }
        let Ok(text) = std::str::from_utf8(&input.bytes) else {
            return Err(refuse(1, "the template is no UTF-8 text; save it as UTF-8"));
        };
        for document in documents(text).map_err(|wrong| refuse(wrong.line, wrong.reason))? {
            match document {
                Document::Template(root, region) => {
                    let before = templates.last_mut().filter(|it| it.file == input.name);
                    let root = match before {
                        Some(template) => template.join(root),
                        None => Some(root),
                    };
                    let file = input.name.clone();
                    templates.extend(root.map(|root| Template { file, root, region, ids: BTreeSet::new() }));
                }
                Document::Values(node) => given.extend(values(&node)),
                Document::Other => {}
            }
        }
    }
    let mut found = Found::default();
    let several = templates.len() > 1;
    let steps = Cell::new(0);
    for (index, template) in templates.iter().enumerate() {
        // Two templates may have the same logical ids.
        let again = templates.iter().take(index).filter(|it| it.file == template.file).count();
        let module = match (several, again) {
            (false, _) => String::new(),
            (true, 0) => template.file.clone(),
            (true, more) => format!("{}#{}", template.file, more + 1),
        };
        let prefix = if several { format!("{module}:") } else { String::new() };
        let scope = Scope::new(&template.root, &given, prefix, &steps);
        Reader { template, scope, module }.read(&mut found);
    }
    Ok(found)
}
