//! Gives the resources that are read, evaluated: modules in modules, instances by `count` and `for_each`.

mod blocks;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::evaluate::{Evaluator, Instances, Owner};
use super::folder::{Call, Declared, Target};
use super::modules;
use super::syntax::{Attribute, Body, Spot};
use super::value::{ResourceAt, Val};
use crate::formats::import::shapes::{self, Shape};
use crate::formats::import::{NoticeKind, Resource, Source, Value};

use blocks::Reader;

/// How deep modules may lie in each other.
const MODULES: usize = 64;
/// Steps of a module, whatever it holds.
const MODULE: usize = 50;
/// Steps of a value that is handed on.
const COPY: usize = 4;

/// A resource, with the place that it is sorted by.
pub(super) type Placed = (Spot, Resource);

/// The resources of a module and of those that it calls.
pub(super) fn module(evaluator: &mut Evaluator<'_>, number: usize, depth: usize, into: &mut Vec<Placed>) {
    let Some(folder) = evaluator.folder(number) else { return };
    let of_module = MODULE + folder.resources.len() + folder.calls.len();
    if !evaluator.goes_on(of_module, evaluator.call_at(number)) {
        return;
    }
    for (block, declared) in folder.resources.iter().enumerate() {
        if !evaluator.goes_on(1, declared.at) {
            return;
        }
        if let Some(shape) = shapes::shape(&declared.kind) {
            resources(evaluator, number, block, declared, shape, into);
        }
    }
    for (place, call) in folder.calls.iter().enumerate() {
        if !evaluator.goes_on(1, call.at) {
            return;
        }
        match call.target {
            Target::Folder(..) if depth < MODULES => called(evaluator, number, place, call, depth, into),
            Target::Folder(..) => {
                let text = format!(
                    "Modules lie in each other more than {MODULES} deep; module {} is not read.",
                    call.name
                );
                evaluator.notice(NoticeKind::NotUnderstood, call.at, text);
            }
            Target::Missing => {
                let text = format!("The folder of module {} is not among these files; add it.", call.name);
                evaluator.notice(NoticeKind::NotHere, call.at, text);
            }
            Target::Unknown if may_make_a_cluster(&call.body) => {
                let text = format!(
                    "Module {} is not known here and may make a cluster: this module is not known; add its folder.",
                    call.name
                );
                evaluator.notice(NoticeKind::NotUnderstood, call.at, text);
            }
            Target::Unknown => {}
        }
    }
}

fn called(
    evaluator: &mut Evaluator<'_>,
    number: usize,
    place: usize,
    call: &Call,
    depth: usize,
    into: &mut Vec<Placed>,
) {
    if evaluator.folder(number).is_some_and(|folder| !folder.is_known) {
        evaluator.called_at = call.at;
    }
    let instances = evaluator.instances_of(Owner::Call(number, place));
    let before = into.len();
    for instance in instances.all() {
        if !evaluator.goes_on(1, call.at) {
            return;
        }
        if let Some(inner) = evaluator.enter(number, place, instance) {
            module(evaluator, inner, depth + 1, into);
        }
    }
    if instances.all().is_empty() && may_hold_a_cluster(evaluator, call) {
        let name = format!("module.{}", call.name);
        tell_absent(evaluator, number, &name, &call.body, call.at);
    }
    if into.len() > before {
        tell_unknown(evaluator, &instances, call.at, &format!("module.{}", call.name));
        tell_of_known(evaluator, call);
    }
}

/// Says of a well-known module what its resources can't show.
fn tell_of_known(evaluator: &mut Evaluator<'_>, call: &Call) {
    let version = call.body.literal("version").map(|version| &**version);
    let Some(known) = call.body.literal("source").and_then(|source| modules::find(source, version)) else {
        return;
    };
    if known.is_assumed {
        let text = format!(
            "The version of module {} ({}) is not told, or not known here; it is read as version {}.",
            call.name, known.name, known.major
        );
        evaluator.notice(NoticeKind::Taken, call.at, text);
    }
    for name in known.dropped {
        if let Some(attribute) = call.body.attribute(name) {
            let text = format!("{name} of module {} has no place in a design; it is dropped.", call.name);
            evaluator.notice(NoticeKind::Dropped, attribute.at, text);
        }
    }
}

/// Whether a module of these files declares a cluster, itself or in those that it calls.
fn may_hold_a_cluster(evaluator: &Evaluator<'_>, call: &Call) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![call.target];
    while let Some(target) = open.pop() {
        let Target::Folder(number, _) = target else { continue };
        let Some(folder) = evaluator.files.folders.get(number).filter(|_| seen.insert(number)) else {
            continue;
        };
        if folder.resources.iter().any(is_cluster) {
            return true;
        }
        open.extend(folder.calls.iter().map(|call| call.target));
    }
    false
}

fn is_cluster(declared: &Declared) -> bool {
    !declared.is_data && &*declared.kind == "aws_rds_cluster"
}

/// Says of a cluster, or of a module that holds one, that none is made of it, and which argument says so.
fn tell_absent(evaluator: &mut Evaluator<'_>, number: usize, name: &str, body: &Body, at: Spot) {
    let Some(argument) = ["count", "for_each"].into_iter().find_map(|name| body.attribute(name)) else {
        return;
    };
    let is_known = evaluator.folder(number).is_some_and(|folder| folder.is_known);
    let (name, at) = if is_known {
        let module = evaluator.module(number).map(|module| module.address.clone()).unwrap_or_default();
        (format!("{module}.{name}"), evaluator.call_at(number))
    } else {
        (name.to_owned(), argument.at.max(at))
    };
    let what = if &*argument.name == "count" { "0" } else { "empty" };
    let text = format!(
        "{name} stands here, but it has no instance, because its {} is {what}; add the values that make one, such as a .tfvars.",
        argument.name
    );
    evaluator.absent(at, text);
}

/// A module's arguments name a serverless block, or a class.
fn may_make_a_cluster(body: &Body) -> bool {
    body.attributes.iter().any(|attribute| {
        let name = attribute.name.to_ascii_lowercase();
        let is_class =
            attribute.expr.text().is_some_and(|text| text.starts_with("db.") || text.starts_with("aurora"));
        name.contains("serverless") || name.contains("instance_class") || is_class
    }) || body.blocks.iter().any(|block| block.kind.contains("serverless"))
}

/// Says that one stands for a number of instances that is not known.
fn tell_unknown(evaluator: &mut Evaluator<'_>, instances: &Instances, call_at: Spot, name: &str) {
    let Instances::Unknown(_, unknown) = instances else { return };
    // A well-known module has no lines of its own.
    let at = if evaluator.place(unknown.at).file.is_empty() { call_at } else { unknown.at };
    let text =
        format!("The {} of {name} waits for {}; one instance is taken.", unknown.argument, unknown.waits_for);
    evaluator.notice(NoticeKind::NotUnderstood, at, text);
}

fn resources(
    evaluator: &mut Evaluator<'_>,
    number: usize,
    block: usize,
    declared: &Declared,
    shape: &Shape,
    into: &mut Vec<Placed>,
) {
    let instances = evaluator.instances_of(Owner::Resource(number, block));
    tell_unknown(evaluator, &instances, evaluator.call_at(number), &declared.name());
    let Some(module) = evaluator.module(number).map(|module| module.address.clone()) else { return };
    let at = spot_of_block(evaluator, number, declared);
    if instances.all().is_empty() && is_cluster(declared) {
        tell_absent(evaluator, number, &declared.name(), &declared.body, declared.at);
    }
    for instance in instances.all() {
        if !evaluator.goes_on(1, at) {
            return;
        }
        let place = ResourceAt { module: number, block, key: instance.key.clone() };
        let cx = evaluator.context(&place);
        let mut reader = Reader { evaluator, cx, number, fallback: for_each_of(&declared.body) };
        let body = reader.block(shape, &declared.body, at);
        let mut cx = reader.cx;
        let region =
            evaluator.region(number, &declared.body, &mut cx).map(|region| exported(evaluator, &region));
        let default_tags = default_tags(evaluator, number, declared);
        let resource = Resource {
            source: Source::Terraform,
            data: declared.is_data,
            kind: declared.kind.to_string(),
            address: evaluator.address(&place),
            module: module.clone(),
            label: declared.label.to_string(),
            key: instance.key.clone(),
            region,
            default_tags,
            body,
        };
        into.push((at, resource));
    }
}

/// Only clusters take tags from them.
fn default_tags(
    evaluator: &mut Evaluator<'_>,
    number: usize,
    declared: &Declared,
) -> BTreeMap<String, Value> {
    if &*declared.kind != "aws_rds_cluster" || declared.is_data {
        return BTreeMap::new();
    }
    let Some((tags, at)) = evaluator.default_tags(number, &declared.body) else { return BTreeMap::new() };
    match exported(evaluator, &tags) {
        Value::Map(tags) => tags,
        Value::Unresolved(what) => {
            let text = format!("The default_tags of the provider wait for {what}; they are left out.");
            evaluator.notice(NoticeKind::NotUnderstood, at, text);
            BTreeMap::new()
        }
        _ => BTreeMap::new(),
    }
}

/// A value as the mapping takes it.
fn exported(evaluator: &mut Evaluator<'_>, value: &Val) -> Value {
    match value {
        Val::Null => Value::Null,
        Val::Bool(value) => Value::Bool(*value),
        Val::Number(number) => Value::Number(number.to_string()),
        Val::Text(text) => Value::Text(text.to_string()),
        Val::List(items) | Val::Set(items) => {
            if !evaluator.goes_on(COPY * items.len(), evaluator.at()) {
                return Value::Unresolved("more steps".to_owned());
            }
            Value::List(items.iter().map(|item| exported(evaluator, item)).collect())
        }
        Val::Map(map) => {
            if !evaluator.goes_on(COPY * map.len(), evaluator.at()) {
                return Value::Unresolved("more steps".to_owned());
            }
            let pairs = map.iter().map(|(key, value)| (key.to_string(), exported(evaluator, value)));
            Value::Map(pairs.collect())
        }
        Val::Edge(edge) => Value::Edge((**edge).clone()),
        Val::Resource(at) => Value::Unresolved(evaluator.address(at)),
        Val::Module(number) => Value::Unresolved(
            evaluator.module(*number).map(|module| module.address.clone()).unwrap_or_default(),
        ),
        Val::Unresolved(what) | Val::Wrong(what) => Value::Unresolved(what.to_string()),
        Val::Secret => Value::Secret,
    }
}

/// The variables of `count` and `for_each`: what `each` stands for.
fn for_each_of(body: &Body) -> Vec<Rc<str>> {
    let mut names = Vec::new();
    for name in ["for_each", "count"] {
        if let Some(attribute) = body.attribute(name) {
            attribute.expr.variables(&mut names);
        }
    }
    names
}

/// Where a block stands; in a well-known module, the argument that its instances come from, or its call.
fn spot_of_block(evaluator: &Evaluator<'_>, number: usize, declared: &Declared) -> Spot {
    let is_known = evaluator.folder(number).is_some_and(|folder| folder.is_known);
    if !is_known {
        return declared.at;
    }
    let mut names = Vec::new();
    if let Some(each) = declared.body.attribute("for_each") {
        each.expr.variables(&mut names);
    }
    written_in_call(evaluator, number, &names)
        .map_or_else(|| evaluator.call_at(number), |attribute| attribute.at)
}

/// The first of these variables that a module's call writes.
fn written_in_call<'a>(evaluator: &Evaluator<'a>, number: usize, names: &[Rc<str>]) -> Option<&'a Attribute> {
    let call = evaluator.call_of(number)?;
    names.iter().find_map(|name| call.body.attribute(name))
}
