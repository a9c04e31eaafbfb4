//! The answers of `aws rds describe-…`, as JSON or YAML: whole, a page, a bare list or a single object.

mod members;
mod names;
mod objects;
mod parameters;
mod proxy;
mod resources;
mod tree;

use serde::de::DeserializeSeed;

use super::{Found, Input, Notice, NoticeKind, Place, Refusal};
use crate::formats::aliases::too_many;
use objects::{Answers, Kind, Object};
use tree::{ByMembers, Tree};

/// The largest file, in bytes.
const MOST_BYTES: usize = 64 << 20;

/// Reads every answer as one: an instance knows its subnets, a Global Database its members.
///
/// # Errors
/// Where a text is neither JSON nor YAML, or passes a limit.
pub fn read(inputs: &[&Input]) -> Result<Found, Refusal> {
    let mut answers = Answers::default();
    let mut notices = Vec::new();
    for input in inputs {
        let documents = documents(input)?;
        for document in documents {
            if [document.get("NextToken"), document.get("Marker")].iter().any(Option::is_some) {
                let text = "there is a NextToken: the answer has more pages, which are not in the file";
                notices.push(Notice::new(NoticeKind::NotHere, Place::file(&input.name), text));
            }
            take(document, &input.name, &mut answers.objects);
        }
    }
    let mut found = answers.resources();
    found.notices.splice(0..0, notices);
    Ok(found)
}

/// The documents of a file; pages that were appended to each other are several.
fn documents(input: &Input) -> Result<Vec<Tree>, Refusal> {
    let refuse = |line: usize, message: &str| {
        let line = u32::try_from(line.max(1)).unwrap_or(u32::MAX);
        Refusal::at(Place::line(&input.name, line), message)
    };
    if input.bytes.len() > MOST_BYTES {
        return Err(refuse(1, "the file is larger than 64 MiB; describe fewer clusters at a time"));
    }
    let bytes = input.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&input.bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let mut documents = Vec::new();
    if matches!(first, Some(b'{' | b'[')) {
        let mut json = serde_json::Deserializer::from_slice(bytes);
        loop {
            documents.push(ByMembers(members::DOCUMENT).deserialize(&mut json).map_err(|error| {
                refuse(error.line(), "this is no JSON from here on; save the whole answer again")
            })?);
            if json.end().is_ok() {
                break;
            }
        }
        return Ok(documents);
    }
    if let Some(line) = std::str::from_utf8(bytes).ok().and_then(too_many) {
        return Err(refuse(line, "its aliases repeat more than an answer holds; write them out"));
    }
    for yaml in serde_yaml::Deserializer::from_slice(bytes) {
        documents.push(ByMembers(members::DOCUMENT).deserialize(yaml).map_err(|error| {
            let line = error.location().map_or(1, |it| it.line());
            refuse(line, "this is no YAML from here on; save the whole answer again")
        })?);
    }
    Ok(documents)
}

/// Takes the objects out of a document, each as what its list or its members say it is.
fn take(tree: Tree, file: &str, objects: &mut Vec<Object>) {
    match tree {
        Tree::List(elements) => elements.into_iter().for_each(|it| take(it, file, objects)),
        Tree::Object(mut members) => {
            for wrapper in members::ANSWER {
                if let Some(inner @ (Tree::List(_) | Tree::Object(_))) = members.remove(wrapper.name) {
                    take(inner, file, objects);
                }
            }
            let tree = Tree::Object(members);
            if let Some(kind) = Kind::of(&tree) {
                objects.push(Object { kind, tree, file: file.to_owned() });
            }
        }
        _ => {}
    }
}
