//! Terraform's language as it is evaluated: one form for `.tf` and `.tf.json`, with the line of every argument.
//!
//! hcl-edit reads it, not hcl-rs: it alone tells where things stand. Its tree is turned into this smaller one, which
//! JSON becomes as well, and which carries lines instead of spans and comments.

pub(super) mod crowded;
pub(super) mod hcl;
pub(super) mod json;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::number::Number;

pub(super) use hcl_edit::expr::{BinaryOperator, UnaryOperator};

/// An expression.
#[derive(Clone, Debug)]
pub(super) enum Expr {
    Null,
    Bool(bool),
    Number(Number),
    Text(Rc<str>),
    Template(Vec<Part>),
    List(Vec<Self>),
    Object(Vec<Item>),
    /// A name on its own: `var`, `each`, `true` it is not.
    Name(Rc<str>),
    Traverse(Box<Self>, Vec<Step>),
    Call(Box<Call>),
    Conditional(Box<[Self; 3]>),
    Unary(UnaryOperator, Box<Self>),
    Binary(BinaryOperator, Box<[Self; 2]>),
    For(Box<For>),
    /// Something that is read and can't be meant, such as a number out of range.
    Wrong,
}

/// `key = value` in an object.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) key: Expr,
    pub(super) value: Expr,
}

/// A function with its arguments.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub(super) name: Rc<str>,
    pub(super) arguments: Vec<Expr>,
    /// Whether the last argument is a list of arguments: `merge(var.all...)`.
    pub(super) spread: bool,
}

/// `[for k, v in list : value if condition]`, or `{for … : key => value}`.
#[derive(Clone, Debug)]
pub(super) struct For {
    pub(super) key_name: Option<Rc<str>>,
    pub(super) value_name: Rc<str>,
    pub(super) collection: Expr,
    pub(super) key: Option<Expr>,
    pub(super) value: Expr,
    pub(super) condition: Option<Expr>,
    /// Whether values of one key are gathered in a list: `…`.
    pub(super) grouping: bool,
}

/// One step into a value.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Attribute(Rc<str>),
    Index(Expr),
    /// `.*`, which takes attributes alone with it.
    AttributeSplat,
    /// `[*]`, which takes all that follows with it.
    Splat,
}

/// A part of a template.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Text(Rc<str>),
    Expr(Expr),
    If(Box<If>),
    For(Box<ForPart>),
}

/// `%{ if … }…%{ else }…%{ endif }`.
#[derive(Clone, Debug)]
pub(super) struct If {
    pub(super) condition: Expr,
    pub(super) then: Vec<Part>,
    pub(super) otherwise: Vec<Part>,
}

/// `%{ for … in … }…%{ endfor }`.
#[derive(Clone, Debug)]
pub(super) struct ForPart {
    pub(super) key_name: Option<Rc<str>>,
    pub(super) value_name: Rc<str>,
    pub(super) collection: Expr,
    pub(super) body: Vec<Part>,
}

/// A line of a file, the file by its number in the list of all that are read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Spot {
    pub(super) file: usize,
    /// From 1.
    pub(super) line: u32,
}

/// Where the lines of a text end.
struct Lines {
    newlines: Vec<usize>,
    file: usize,
}

impl Lines {
    fn of(text: &str, file: usize) -> Self {
        let newlines = text.bytes().enumerate().filter_map(|(place, byte)| (byte == b'\n').then_some(place));
        Self { newlines: newlines.collect(), file }
    }

    fn spot(&self, start: usize) -> Spot {
        let line = self.newlines.partition_point(|newline| *newline < start) + 1;
        Spot { file: self.file, line: u32::try_from(line).unwrap_or(u32::MAX) }
    }
}

/// `name = expression`.
#[derive(Clone, Debug)]
pub(super) struct Attribute {
    pub(super) name: Rc<str>,
    pub(super) expr: Expr,
    pub(super) at: Spot,
}

/// What stands in a file or a block, in its order.
#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    pub(super) attributes: Vec<Attribute>,
    pub(super) blocks: Vec<Block>,
}

/// `kind "label" { … }`.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) kind: Rc<str>,
    pub(super) labels: Vec<Rc<str>>,
    pub(super) body: Body,
    pub(super) at: Spot,
}

/// Why a file can't be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Unread {
    /// It is not Terraform's syntax; both from 1, the column in characters.
    Syntax { line: u32, column: u32 },
    /// An object that begins in this line has too many keys.
    Crowded { line: u32 },
    /// What begins in this line lies so deep in other objects that too much is read too often.
    Nested { line: u32 },
}

impl Body {
    /// The argument of this name.
    pub(super) fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| &*attribute.name == name)
    }

    /// The text that stands under this name, if it is a literal.
    pub(super) fn literal(&self, name: &str) -> Option<&Rc<str>> {
        match self.attribute(name).map(|attribute| &attribute.expr) {
            Some(Expr::Text(text)) => Some(text),
            _ => None,
        }
    }
}

impl Block {
    /// Takes what override files say in place of what stands here, the last one last: arguments by name, nested blocks
    /// by kind.
    pub(super) fn override_by(&mut self, others: Vec<Self>) {
        let mut arguments: BTreeMap<Rc<str>, Attribute> = BTreeMap::new();
        let mut blocks: BTreeMap<Rc<str>, Vec<Self>> = BTreeMap::new();
        for other in others {
            arguments.extend(other.body.attributes.into_iter().map(|it| (it.name.clone(), it)));
            let mut kinds: BTreeMap<Rc<str>, Vec<Self>> = BTreeMap::new();
            for block in other.body.blocks {
                kinds.entry(block.kind.clone()).or_default().push(block);
            }
            blocks.append(&mut kinds);
        }
        self.body.attributes.retain(|mine| !arguments.contains_key(&mine.name));
        self.body.attributes.extend(arguments.into_values());
        self.body.blocks.retain(|mine| !blocks.contains_key(&mine.kind));
        self.body.blocks.extend(blocks.into_values().flatten());
    }
}

impl Expr {
    /// Whether a template is nothing but one expression, which then keeps its type.
    fn of_template(mut parts: Vec<Part>) -> Self {
        match parts.as_mut_slice() {
            [] => Self::Text("".into()),
            [Part::Text(text)] => Self::Text(std::mem::replace(text, "".into())),
            [Part::Expr(expr)] => std::mem::replace(expr, Self::Null),
            _ => Self::Template(parts),
        }
    }

    /// Literal text, unlike a name that is evaluated.
    pub(super) fn text(&self) -> Option<&Rc<str>> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// `aws.eu` or `"aws.eu"` as it stands: a name and what follows it.
    pub(super) fn as_reference(&self) -> Option<Vec<Rc<str>>> {
        match self {
            Self::Name(name) => Some(vec![name.clone()]),
            Self::Text(text) => Some(text.split('.').map(Rc::from).collect()),
            Self::Traverse(head, steps) => {
                let Self::Name(name) = &**head else { return None };
                let rest = steps.iter().map(|step| match step {
                    Step::Attribute(name) => Some(name.clone()),
                    Step::Index(_) | Step::AttributeSplat | Step::Splat => None,
                });
                std::iter::once(Some(name.clone())).chain(rest).collect()
            }
            _ => None,
        }
    }

    /// The names of the variables in it, in their order, `var.x` as `x`.
    pub(super) fn variables(&self, into: &mut Vec<Rc<str>>) {
        match self {
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) | Self::Name(_) | Self::Wrong => {}
            Self::Template(parts) => parts.iter().for_each(|part| part.variables(into)),
            Self::List(items) => items.iter().for_each(|item| item.variables(into)),
            Self::Object(items) => items.iter().for_each(|item| item.value.variables(into)),
            Self::Traverse(head, steps) => {
                if let (Self::Name(name), Some(Step::Attribute(variable))) = (&**head, steps.first())
                    && &**name == "var"
                {
                    into.push(variable.clone());
                }
                head.variables(into);
            }
            Self::Call(call) => call.arguments.iter().for_each(|argument| argument.variables(into)),
            Self::Conditional(sides) => sides.iter().for_each(|side| side.variables(into)),
            Self::Unary(_, operand) => operand.variables(into),
            Self::Binary(_, sides) => sides.iter().for_each(|side| side.variables(into)),
            Self::For(each) => {
                each.collection.variables(into);
                each.value.variables(into);
            }
        }
    }
}

impl Part {
    fn variables(&self, into: &mut Vec<Rc<str>>) {
        if let Self::Expr(expr) = self {
            expr.variables(into);
        }
    }
}
