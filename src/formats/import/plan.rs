//! A plan as `terraform show -json` prints it: the values that are planned, and what refers to what where a value is not
//! known before it is applied. Variables, prior values and outputs are never read.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::value::RawValue;

use super::shapes::{Shape, shape};
use super::state::{Values, odd, shown};
use super::{
    Block, Edge, Found, Input, Notice, NoticeKind, Place, Refusal, Resource, Source, Value, json, limits,
};

#[derive(Deserialize)]
struct Plan<'a> {
    #[serde(borrow)]
    planned_values: Option<Values<'a>>,
    #[serde(borrow, default)]
    resource_changes: Vec<Change<'a>>,
    #[serde(borrow)]
    configuration: Option<Configuration<'a>>,
}

/// What happens to a resource. What it was and becomes is skipped: sensitive values stand there in clear text.
#[derive(Deserialize)]
struct Change<'a> {
    #[serde(borrow)]
    address: Cow<'a, str>,
    #[serde(borrow, rename = "type", default)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    #[serde(rename = "change")]
    what: Actions<'a>,
}

#[derive(Deserialize)]
struct Actions<'a> {
    #[serde(borrow, default)]
    actions: Vec<Cow<'a, str>>,
    #[serde(borrow)]
    after_unknown: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Configuration<'a> {
    #[serde(borrow, default)]
    provider_config: BTreeMap<String, Provider<'a>>,
    #[serde(borrow)]
    root_module: Option<Module<'a>>,
}

#[derive(Deserialize)]
struct Provider<'a> {
    #[serde(borrow)]
    expressions: Option<&'a RawValue>,
}

/// A module's configuration: what its resources refer to, never what its arguments say.
#[derive(Deserialize, Default)]
struct Module<'a> {
    #[serde(borrow, default)]
    resources: Vec<Configured<'a>>,
    #[serde(borrow, default)]
    #[serde(rename = "module_calls")]
    calls: BTreeMap<String, Call<'a>>,
    #[serde(borrow, default)]
    outputs: BTreeMap<String, Output<'a>>,
}

#[derive(Deserialize)]
struct Configured<'a> {
    #[serde(borrow)]
    address: Cow<'a, str>,
    #[serde(borrow, default)]
    provider_config_key: Cow<'a, str>,
    #[serde(borrow)]
    expressions: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Call<'a> {
    #[serde(borrow)]
    expressions: Option<&'a RawValue>,
    #[serde(borrow)]
    module: Option<Module<'a>>,
}

#[derive(Deserialize)]
struct Output<'a> {
    #[serde(borrow)]
    expression: Option<Expression<'a>>,
}

/// An expression: only what it refers to.
#[derive(Deserialize, Default)]
struct Expression<'a> {
    #[serde(borrow, default)]
    references: Vec<Cow<'a, str>>,
}

/// Reads plans.
///
/// # Errors
/// Where a text has not the form of a plan.
pub(super) fn read(inputs: &[&Input]) -> Result<Found, Refusal> {
    let mut found = Found::default();
    for input in inputs {
        let text = std::str::from_utf8(limits::bare(&input.bytes)).unwrap_or_default();
        let plan: Plan<'_> = serde_json::from_str(text).map_err(|error| odd(input, "plan", &error))?;
        one(&plan, &input.name, text, &mut found);
    }
    Ok(found)
}

fn one(plan: &Plan<'_>, file: &str, text: &str, found: &mut Found) {
    let mut resources = Vec::new();
    if let Some(root) = plan.planned_values.as_ref().and_then(|it| it.root_module.as_ref()) {
        shown(root, Source::Plan, file, &mut resources);
    }
    let changed = plan.resource_changes.iter().map(|it| it.address.to_string());
    let known: BTreeSet<String> = changed.chain(resources.iter().map(|it| it.address.clone())).collect();
    let configuration = plan.configuration.as_ref();
    let root = configuration.and_then(|it| it.root_module.as_ref());
    let tree = Tree { root, known };
    let regions = configuration.map(|it| regions(it, text)).unwrap_or_default();
    let unknown: BTreeMap<&str, &RawValue> = plan
        .resource_changes
        .iter()
        .filter_map(|it| Some((it.address.as_ref(), it.what.after_unknown?)))
        .collect();
    for resource in &mut resources {
        let Some(configured) = tree.configured(&resource.address, &resource.module) else { continue };
        let provider = configured.provider_config_key.as_ref();
        resource.region =
            regions.get(provider).or_else(|| regions.get(provider.rsplit(':').next()?)).cloned();
        if let (Some(shape), Some(unknown)) = (shape(&resource.kind), unknown.get(resource.address.as_str()))
        {
            tree.fill(shape, resource, unknown, configured);
        }
    }
    for change in &plan.resource_changes {
        let gone = change.what.actions.iter().any(|it| it == "delete" || it == "forget");
        if gone
            && matches!(
                change.kind.as_ref(),
                "aws_rds_cluster" | "aws_rds_cluster_instance" | "aws_rds_global_cluster" | "aws_db_proxy"
            )
        {
            let again = change.what.actions.iter().any(|it| it == "create");
            let what = if again { "the plan replaces it (delete, create)" } else { "the plan deletes it" };
            let place = Place::address(file, change.address.as_ref());
            found.notices.push(Notice::new(NoticeKind::Taken, place, format!("{}: {what}", change.address)));
        }
    }
    found.resources.extend(resources);
}

/// The Region of each provider: a constant, or the value of the variable it refers to. No other variable is read.
fn regions(configuration: &Configuration<'_>, text: &str) -> BTreeMap<String, Value> {
    #[derive(Deserialize)]
    struct Constant {
        constant_value: Option<serde_json::Value>,
        #[serde(default)]
        references: Vec<String>,
    }
    let mut regions = BTreeMap::new();
    for (name, provider) in &configuration.provider_config {
        let expressions = provider.expressions.and_then(json::members).unwrap_or_default();
        let Some(region) =
            expressions.get("region").and_then(|it| serde_json::from_str::<Constant>(it.get()).ok())
        else {
            continue;
        };
        let constant = region.constant_value.and_then(|it| it.as_str().map(str::to_owned));
        let variable = region.references.iter().find_map(|it| it.strip_prefix("var."));
        let value = match (constant, variable) {
            (Some(code), _) => Value::Text(code),
            (None, Some(name)) => variable_region(text, name)
                .map_or_else(|| Value::Unresolved(format!("var.{name}")), Value::Text),
            (None, None) => continue,
        };
        regions.insert(name.clone(), value);
    }
    regions
}

/// The value of one variable, where it is the code of a Region: that cannot be a secret.
fn variable_region(text: &str, name: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Variables<'a> {
        #[serde(borrow, default)]
        variables: BTreeMap<Cow<'a, str>, Variable<'a>>,
    }
    #[derive(Deserialize)]
    struct Variable<'a> {
        #[serde(borrow)]
        value: Option<&'a RawValue>,
    }
    let variables: Variables<'_> = serde_json::from_str(text).ok()?;
    let code: String = serde_json::from_str(variables.variables.get(name)?.value?.get()).ok()?;
    crate::facts::regions::Region::find(&code).map(|region| region.code.to_owned())
}

/// The configuration, to find what an unknown value refers to.
struct Tree<'p, 'a> {
    root: Option<&'p Module<'a>>,
    /// Addresses of everything that is planned.
    known: BTreeSet<String>,
}

/// How many variables a reference may lead through.
const DEPTH: usize = 32;

impl<'p, 'a> Tree<'p, 'a> {
    /// The configuration of a resource.
    fn configured(&self, address: &str, module: &str) -> Option<&'p Configured<'a>> {
        let inside = address.strip_prefix(module).map_or(address, |rest| rest.trim_start_matches('.'));
        let plain = without_index(inside);
        self.module(module)?.resources.iter().find(|it| it.address == plain)
    }

    /// A module by its address.
    fn module(&self, address: &str) -> Option<&'p Module<'a>> {
        let mut module = self.root?;
        for name in calls(address) {
            module = module.calls.get(&name)?.module.as_ref()?;
        }
        Some(module)
    }

    /// Puts references where values are unknown; an unknown value that nobody wrote is AWS' to make up, and left out.
    fn fill(&self, shape: &Shape, resource: &mut Resource, unknown: &RawValue, configured: &Configured<'_>) {
        let unknown = json::members(unknown).unwrap_or_default();
        let expressions = configured.expressions.and_then(json::members).unwrap_or_default();
        let module = resource.module.clone();
        self.body(shape, &mut resource.body, &unknown, &expressions, &module);
    }

    fn body(
        &self,
        shape: &Shape,
        body: &mut Block,
        unknown: &json::Raw<'_>,
        expressions: &json::Raw<'_>,
        module: &str,
    ) {
        for name in shape.arguments {
            let Some(mark) = unknown.get(*name).filter(|it| it.get().contains("true")) else { continue };
            let references = expressions.get(*name).map(|it| references(it)).unwrap_or_default();
            if references.is_empty() {
                if mark.get().trim() == "true" {
                    body.arguments.remove(*name);
                }
                continue;
            }
            let value = self.value(&references, module, 0);
            let partly = body.arguments.get(*name).is_some_and(|it| match &it.value {
                Value::List(items) => items.iter().any(|it| *it != Value::Null),
                Value::Map(items) => items.values().any(|it| *it != Value::Null),
                _ => false,
            });
            if partly {
                // Some items are known: the unknown ones wait for the same references.
                if let Some(argument) = body.arguments.get_mut(*name) {
                    fill_nulls(&mut argument.value, &value);
                }
            } else {
                json::replace(body, name, value);
            }
        }
        for inner in shape.blocks {
            let (Some(mark), Some(expression)) = (unknown.get(inner.name), expressions.get(inner.name))
            else {
                continue;
            };
            let marks: Vec<&RawValue> = serde_json::from_str(mark.get()).unwrap_or_default();
            let wrote: Vec<&RawValue> =
                serde_json::from_str(expression.get()).unwrap_or_else(|_| vec![*expression]);
            let blocks = body.blocks.get_mut(inner.name).map_or(&mut [][..], Vec::as_mut_slice);
            for (index, block) in blocks.iter_mut().enumerate() {
                let Some(mark) = marks.get(index).and_then(|it| json::members(it)) else { continue };
                let wrote = wrote.get(index).or_else(|| wrote.first()).and_then(|it| json::members(it));
                self.body(inner, block, &mark, &wrote.unwrap_or_default(), module);
            }
        }
    }

    /// The value that references stand for: edges to what is planned here, else what they wait for.
    fn value(&self, references: &[String], module: &str, depth: usize) -> Value {
        let mut edges = Vec::new();
        let mut waits = None;
        // Terraform lists a reference and then what it begins with: the longest is the one that was written.
        let longest = references.iter().filter(|it| {
            !references.iter().any(|other| other.len() > it.len() && other.starts_with(it.as_str()))
        });
        for reference in longest {
            match self.leads(reference, module, depth) {
                Some(Value::List(more)) => edges.extend(more),
                Some(value @ Value::Edge(_)) => edges.push(value),
                _ => waits = waits.or_else(|| Some(reference.clone())),
            }
        }
        match (edges.as_slice(), waits) {
            ([], waits) => {
                Value::Unresolved(waits.unwrap_or_else(|| "a value that is known after apply".to_owned()))
            }
            ([edge], _) => edge.clone(),
            _ => Value::List(edges),
        }
    }

    /// Where one reference leads: through variables and outputs to a resource.
    fn leads(&self, reference: &str, module: &str, depth: usize) -> Option<Value> {
        if depth > DEPTH {
            return None;
        }
        if let Some(variable) = reference.strip_prefix("var.") {
            let name = variable.split(['.', '[']).next().unwrap_or_default();
            let (outer, call) = outer(module)?;
            let expressions = self.module(&outer)?.calls.get(&call)?.expressions.and_then(json::members)?;
            let further = references(expressions.get(name)?);
            return Some(self.value(&further, &outer, depth + 1));
        }
        if let Some(rest) = reference.strip_prefix("module.") {
            let (call, output) = rest.split_once('.')?;
            let call = call.split('[').next().unwrap_or_default();
            let output = output.split(['.', '[']).next().unwrap_or_default();
            let inner =
                if module.is_empty() { format!("module.{call}") } else { format!("{module}.module.{call}") };
            let further = self.module(&inner)?.outputs.get(output)?.expression.as_ref()?;
            let further: Vec<String> = further.references.iter().map(ToString::to_string).collect();
            return Some(self.value(&further, &inner, depth + 1));
        }
        let mut parts = reference.splitn(3, '.');
        let mut kind = parts.next()?.to_owned();
        let mut name = parts.next()?.to_owned();
        let mut attribute = parts.next().unwrap_or("id").to_owned();
        if kind == "data" {
            let (label, rest) = attribute.split_once('.').map_or((attribute.as_str(), "id"), |it| it);
            let (data, inner, rest) = (name.clone(), label.to_owned(), rest.to_owned());
            (kind, name, attribute) = (format!("data.{data}"), inner, rest);
        }
        let prefix = if module.is_empty() { String::new() } else { format!("{module}.") };
        let address = format!("{prefix}{kind}.{name}");
        let planned = self.known.iter().any(|it| {
            let rest = it.strip_prefix(address.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
        });
        let attribute = attribute.split(['.', '[']).next().unwrap_or("id").to_owned();
        planned.then_some(Value::Edge(Edge { address, attribute }))
    }
}

/// Puts a value where a list or a map holds nothing yet.
fn fill_nulls(value: &mut Value, with: &Value) {
    match value {
        Value::List(items) => {
            items.iter_mut().filter(|it| **it == Value::Null).for_each(|it| *it = with.clone());
        }
        Value::Map(items) => {
            items.values_mut().filter(|it| **it == Value::Null).for_each(|it| *it = with.clone());
        }
        _ => {}
    }
}

/// What an expression refers to, blocks and lists of expressions included. Its constants are not read.
fn references(raw: &RawValue) -> Vec<String> {
    if let Ok(expression) = serde_json::from_str::<Expression<'_>>(raw.get()) {
        return expression.references.iter().map(ToString::to_string).collect();
    }
    Vec::new()
}

/// An address without its last `[…]`.
fn without_index(address: &str) -> &str {
    match address.rfind('[') {
        Some(at) if address.ends_with(']') => address.get(..at).unwrap_or(address),
        _ => address,
    }
}

/// The names of the calls that lead to a module: `module.a["x"].module.b` gives `a` and `b`.
fn calls(address: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = address;
    while let Some(after) = rest.strip_prefix("module.") {
        let end = after.find(['.', '[']).unwrap_or(after.len());
        names.push(after.get(..end).unwrap_or_default().to_owned());
        rest = after.get(end..).unwrap_or_default();
        if rest.starts_with('[') {
            // A key may hold a dot or a bracket in quotes.
            let mut quoted = false;
            let close = rest.char_indices().find(|(_, letter)| {
                quoted ^= *letter == '"';
                *letter == ']' && !quoted
            });
            rest = close.and_then(|(at, _)| rest.get(at + 1..)).unwrap_or_default();
        }
        rest = rest.strip_prefix('.').unwrap_or(rest);
    }
    names
}

/// The module around a module, and the name of the call.
fn outer(module: &str) -> Option<(String, String)> {
    let names = calls(module);
    let (last, before) = names.split_last()?;
    let outer: Vec<String> = before.iter().map(|name| format!("module.{name}")).collect();
    Some((outer.join("."), last.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_found_in_addresses_with_keys() {
        assert_eq!(calls("module.a[\"x.y]\"].module.b[0]"), ["a", "b"]);
        assert_eq!(calls(""), Vec::<String>::new());
        assert_eq!(outer("module.a.module.b"), Some(("module.a".to_owned(), "b".to_owned())));
    }
}
