//! From a tree of values to a design: every key known, every value of its setting's type.

use crate::design::values::nearest_word;
use crate::design::{
    Design, GlobalCluster, Instance, Positions, Proxy, Secondary, Setting, Shape, Suppression, ValueError,
    read,
};
use crate::facts::Day;
use crate::facts::prices::{FIELDS, PriceField};

use super::keys::{CLUSTER_TYPE, GLOBAL_TYPE, KEYS, Key, PROXY_TYPE, Slot};
use super::place::Step;
use super::tree::Node;
use super::value::{entries, fixed, found, items, missing, refusal, setting, text, unknown, unknown_of};
use super::{Fault, Spec};

/// Most instances or secondaries a file may list: far beyond AWS' 16 and 10, and still quick to lay out.
const MOST: usize = 100;

/// Reads a whole file.
pub(super) fn spec(root: &Node) -> Result<Spec, Fault> {
    match root {
        Node::Map(_) => {}
        Node::Null(_) => return Err(Fault::value("The file is empty. A spec starts with project_name.")),
        other => {
            let message = format!("Expected a map that starts with project_name, found {}.", found(other));
            return Err(Fault::value(message));
        }
    }
    let design = Design::default();
    let positions = Positions { cluster: 0, proxy: 1, global: 1, instances: Vec::new() };
    let mut reader = Reader { design, positions };
    reader.map(&KEYS.spec, 0, root)?;
    for name in ["project_name", "resources"] {
        if root.get(name).is_none() {
            return Err(missing(name));
        }
    }
    Ok(Spec { design: reader.design.normalized(), positions: reader.positions })
}

struct Reader {
    design: Design,
    positions: Positions,
}

impl Reader {
    /// Reads a map of settings; `index` is the place of the part they belong to.
    fn map(&mut self, keys: &[Key], index: usize, node: &Node) -> Result<(), Fault> {
        for (name, value) in entries(node)? {
            let step = || Step::Key(name.clone());
            let known = keys.iter().find(|key| key.name == name);
            let key = known.ok_or_else(|| unknown(name, keys).within(step()))?;
            self.slot(&key.slot, index, value).map_err(|fault| fault.within(step()))?;
        }
        Ok(())
    }

    fn slot(&mut self, slot: &Slot, index: usize, value: &Node) -> Result<(), Fault> {
        match slot {
            Slot::Setting(field) => {
                let field = field(index);
                setting(&mut self.design, &field, field.row().kind(), value)
            }
            Slot::Named(row) => named(&mut self.design, row, value),
            Slot::Fixed(word) => fixed(word, value),
            Slot::Map(keys) => self.map(keys, index, value),
            Slot::Version => match value {
                Node::Number { digits, .. } if digits == "1" => Ok(()),
                Node::Number { digits, .. } if digits.parse::<u32>().is_ok_and(|it| it > 1) => {
                    let message = format!(
                        "This program reads spec_version 1, found {digits}. Open the file with a newer one."
                    );
                    Err(Fault::value(message))
                }
                other => Err(refusal(&ValueError::expected("1").nearest(Some("1".to_owned())), other)),
            },
            Slot::Resources => self.resources(value),
            Slot::Instances => self.instances(value),
            // The list has read it already.
            Slot::Role => Ok(()),
            Slot::Secondaries => self.secondaries(value),
            Slot::Suppress => {
                self.design.suppress = items(value)?
                    .iter()
                    .enumerate()
                    .map(|(place, item)| suppression(item).map_err(|fault| fault.within(Step::Item(place))))
                    .collect::<Result<_, _>>()?;
                Ok(())
            }
        }
    }

    fn resources(&mut self, value: &Node) -> Result<(), Fault> {
        let list = items(value)?;
        let mut places = [None; 3];
        for (place, item) in list.iter().enumerate() {
            let within = |fault: Fault| fault.within(Step::Item(place));
            let (name, keys, seen) = kind_of(item, &mut places).map_err(within)?;
            if seen.is_some() {
                let message = format!("This is a second {name}. A spec has {} of them.", how_many(name));
                return Err(within(Fault::value(message).within(Step::Key("type".to_owned()))));
            }
            *seen = Some(place);
            match name {
                PROXY_TYPE => self.design.proxy = Some(Proxy::default()),
                GLOBAL_TYPE => self.design.global = Some(GlobalCluster::default()),
                _ => {}
            }
            self.map(keys, 0, item).map_err(within)?;
        }
        let [cluster, proxy, global] = places;
        let Some(cluster) = cluster else {
            return Err(Fault::value(format!("No resource is of type {CLUSTER_TYPE}. Add the cluster.")));
        };
        self.positions.cluster = cluster;
        self.positions.proxy = proxy.unwrap_or(list.len());
        self.positions.global = global.unwrap_or(list.len());
        Ok(())
    }

    fn instances(&mut self, value: &Node) -> Result<(), Fault> {
        let list = items(value)?;
        at_most(list, "instances")?;
        let mut writer = None;
        for (place, item) in list.iter().enumerate() {
            let role = role(item).map_err(|fault| fault.within(Step::Item(place)))?;
            if role == "writer" && writer.replace(place).is_some() {
                let fault = Fault::value("This is a second writer. A cluster has exactly one.");
                return Err(fault.within(Step::Key("type".to_owned())).within(Step::Item(place)));
            }
        }
        let Some(writer) = writer else {
            return Err(Fault::value("No instance is of type writer. A cluster has exactly one."));
        };
        let mut order: Vec<usize> = (0..list.len()).filter(|place| *place != writer).collect();
        order.insert(0, writer);
        self.design.cluster.writer = Instance::in_tier(0);
        self.design.cluster.readers = vec![Instance::in_tier(1); list.len() - 1];
        for (index, place) in order.iter().enumerate() {
            if let Some(item) = list.get(*place) {
                self.map(&KEYS.instance, index, item).map_err(|fault| fault.within(Step::Item(*place)))?;
            }
        }
        if !order.is_sorted() {
            self.positions.instances = order;
        }
        Ok(())
    }

    fn secondaries(&mut self, value: &Node) -> Result<(), Fault> {
        let list = items(value)?;
        at_most(list, "secondaries")?;
        for (index, item) in list.iter().enumerate() {
            let within = |fault: Fault| fault.within(Step::Item(index));
            entries(item).map_err(within)?;
            let code = item.get("region").ok_or_else(|| within(missing("region")))?;
            let region = text(code, "an AWS Region such as us-east-1")
                .and_then(|word| read::region(word).map_err(|error| refusal(&error, code)))
                .map_err(|fault| within(fault.within(Step::Key("region".to_owned()))))?;
            if let Some(global) = &mut self.design.global {
                global.secondaries.push(Secondary::in_region(region));
            }
            self.map(&KEYS.secondary, index, item).map_err(within)?;
        }
        Ok(())
    }
}

type Seen<'a> = (&'static str, &'static [Key], &'a mut Option<usize>);

/// The type of a resource, its keys, and where it was seen before.
fn kind_of<'a>(item: &Node, places: &'a mut [Option<usize>]) -> Result<Seen<'a>, Fault> {
    entries(item)?;
    let value = item.get("type").ok_or_else(|| missing("type"))?;
    let within = |fault: Fault| fault.within(Step::Key("type".to_owned()));
    let word = text(value, "a resource type").map_err(within)?;
    let known = KEYS.resources().into_iter().zip(places).find(|((name, _), _)| *name == word);
    let ((name, keys), seen) = known.ok_or_else(|| {
        let names = KEYS.resources().map(|(name, _)| name);
        let error = ValueError::expected(format!("{CLUSTER_TYPE}, {PROXY_TYPE} or {GLOBAL_TYPE}"))
            .nearest(nearest_word(word, names).map(str::to_owned));
        within(refusal(&error, value))
    })?;
    Ok((name, keys, seen))
}

fn how_many(resource: &str) -> &'static str {
    if resource == CLUSTER_TYPE { "exactly one" } else { "at most one" }
}

fn role(item: &Node) -> Result<&str, Fault> {
    entries(item)?;
    let value = item.get("type").ok_or_else(|| missing("type"))?;
    let within = |fault: Fault| fault.within(Step::Key("type".to_owned()));
    let word = text(value, "writer or reader").map_err(within)?;
    if word == "writer" || word == "reader" {
        return Ok(word);
    }
    let nearest = nearest_word(word, ["writer", "reader"]).map(str::to_owned);
    Err(within(refusal(&ValueError::expected("writer or reader").nearest(nearest), value)))
}

fn at_most(list: &[Node], what: &str) -> Result<(), Fault> {
    if list.len() <= MOST {
        return Ok(());
    }
    Err(Fault::value(format!("There are {} {what}. A spec holds at most {MOST}.", list.len())))
}

fn suppression(item: &Node) -> Result<Suppression, Fault> {
    const KNOWN: [&str; 3] = ["rule", "reason", "until"];
    for (name, value) in entries(item)? {
        let fault = if KNOWN.contains(&name.as_str()) {
            text(value, "a text").err()
        } else {
            Some(unknown_of(name, KNOWN))
        };
        if let Some(fault) = fault {
            return Err(fault.within(Step::Key(name.clone())));
        }
    }
    let of = |name: &str| item.get(name).and_then(Node::written).map(str::to_owned);
    let until = of("until").map(|day| {
        Day::parse(&day).ok_or_else(|| {
            let message = format!("Expected a day such as 2027-01-31, found {day:?}.");
            Fault::value(message).within(Step::Key("until".to_owned()))
        })
    });
    Ok(Suppression {
        rule: of("rule").ok_or_else(|| missing("rule"))?,
        reason: of("reason").ok_or_else(|| missing("reason"))?,
        until: until.transpose()?,
    })
}

/// Reads a map whose keys are the user's own.
fn named(design: &mut Design, row: &Setting, node: &Node) -> Result<(), Fault> {
    for (name, value) in entries(node)? {
        let field = match row.shape() {
            Shape::Price(field) => price(name).map(field),
            Shape::Named(field) => Ok(field(name.clone())),
            _ => Err(unknown_of(name, [])),
        };
        field
            .and_then(|field| setting(design, &field, row.kind(), value))
            .map_err(|fault| fault.within(Step::Key(name.clone())))?;
    }
    Ok(())
}

fn price(name: &str) -> Result<PriceField, Fault> {
    PriceField::find(name).ok_or_else(|| unknown_of(name, FIELDS.iter().map(|(_, name, _)| *name)))
}
