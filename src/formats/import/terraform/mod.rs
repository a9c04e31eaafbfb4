//! Terraform's configuration: `.tf`, `.tf.json`, `.tfvars`, as folders with the modules they call.
//!
//! Read from left to right: `syntax` makes one tree of both notations, `folder` what a folder declares, `files` what is
//! what, `evaluate` the values, `emit` the resources. Only what the allow list names is evaluated, and what leads there.

mod emit;
mod evaluate;
mod files;
mod folder;
mod kind;
mod modules;
mod number;
mod syntax;
#[cfg(test)]
mod tests;
mod value;
mod variables;
mod work;

use super::{Found, Input, Notice, Options, Refusal, Resource};
use evaluate::Evaluator;
use files::Files;

/// Reads a configuration: every `.tf`, `.tf.json` and `.tfvars` of the input, in all its folders.
///
/// # Errors
/// Where several files of variables could be meant, or two providers are the default.
pub fn read(inputs: &[&Input], options: &Options) -> Result<Found, Refusal> {
    let files = Files::read(inputs);
    let roots = files.roots();
    let mut read = Vec::new();
    for root in &roots {
        read.push(read_root(&files, *root, &roots, options));
    }
    // Where some roots have a cluster, the others are of something else.
    let has_cluster =
        |one: &One| one.resources.iter().any(|(_, resource)| resource.kind == "aws_rds_cluster");
    if read.iter().any(has_cluster) {
        read.retain(has_cluster);
    }
    if let Some(refusal) = read.iter().find_map(|one| one.refusal.clone()) {
        return Err(refusal);
    }
    let are_several = read.len() > 1;
    let mut found = Found { notices: files.notices.clone(), ..Found::default() };
    let mut placed = Vec::new();
    for one in read {
        found.notices.extend(one.notices);
        found.absent.extend(one.absent);
        let prefix = format!("{}/", one.path);
        placed.extend(one.resources.into_iter().map(|(at, mut resource)| {
            if are_several {
                in_folder(&mut resource, &prefix);
            }
            (at, resource)
        }));
    }
    placed.sort_by_key(|(at, _)| *at);
    found.resources = placed.into_iter().map(|(_, resource)| resource).collect();
    Ok(found)
}

/// What a root gives.
#[derive(Default)]
struct One {
    path: String,
    resources: Vec<emit::Placed>,
    notices: Vec<Notice>,
    /// Clusters that stand there and have no instance.
    absent: Vec<Notice>,
    /// Why it can't be taken, if it is the one that is meant.
    refusal: Option<Refusal>,
}

fn read_root(files: &Files, root: usize, roots: &[usize], options: &Options) -> One {
    let mut one = One::default();
    let Some(folder) = files.folders.get(root) else { return one };
    one.path.clone_from(&folder.path);
    let (values, refusal) = variables::values(files, root, roots, options, &mut one.notices);
    one.refusal = refusal;
    let Some(mut evaluator) = Evaluator::new(files, root, values) else { return one };
    if let Some(second) = folder.second_provider() {
        one.refusal = Some(Refusal::at(
            evaluator.place(second.at),
            "Two provider blocks for aws have the same alias, or none; Terraform takes only one. Give one of them an alias of its own.",
        ));
    }
    emit::module(&mut evaluator, 0, 0, &mut one.resources);
    let (notices, absent) = evaluator.into_notices();
    one.notices.extend(notices);
    one.absent.extend(absent);
    one
}

/// Two roots may call the same things by the same names.
fn in_folder(resource: &mut Resource, prefix: &str) {
    resource.address.insert_str(0, prefix);
    resource.module.insert_str(0, prefix);
    block_in_folder(&mut resource.body, prefix);
}

fn block_in_folder(block: &mut super::Block, prefix: &str) {
    for argument in block.arguments.values_mut() {
        value_in_folder(&mut argument.value, prefix);
    }
    for inner in block.blocks.values_mut().flatten() {
        block_in_folder(inner, prefix);
    }
}

fn value_in_folder(value: &mut super::Value, prefix: &str) {
    match value {
        super::Value::Edge(edge) => edge.address.insert_str(0, prefix),
        super::Value::List(items) => items.iter_mut().for_each(|item| value_in_folder(item, prefix)),
        super::Value::Map(map) => map.values_mut().for_each(|value| value_in_folder(value, prefix)),
        _ => {}
    }
}
