//! `.tf` and `.tfvars`: what hcl-edit reads, in our form.

use hcl_edit::Span;
use hcl_edit::expr::{self, Expression, ObjectKey, TraversalOperator};
use hcl_edit::structure;
use hcl_edit::template::{Directive, Element, Strip, Template};

use super::crowded::Budget;
use super::{Attribute, Block, Body, Call, Expr, For, ForPart, If, Item, Lines, Part, Spot, Step, Unread};
use crate::formats::import::terraform::number::Number;

/// Reads a file.
///
/// # Errors
/// Where it is not Terraform's syntax, or an object has too many keys.
pub(in super::super) fn read(text: &str, file: usize, budget: &Budget) -> Result<Body, Unread> {
    if let Some(line) = budget.exceeded(text) {
        return Err(Unread::Crowded { line });
    }
    let body = hcl_edit::parser::parse_body(text).map_err(|error| at(error.location()))?;
    Ok(Reader { lines: Lines::of(text, file) }.body(&body))
}

/// Reads one expression on its own, as a type stands in JSON.
pub(in super::super) fn read_expr(text: &str) -> Option<Expr> {
    let fits = Budget::of_a_type().exceeded(text).is_none();
    fits.then(|| hcl_edit::parser::parse_expr(text).ok()).flatten().map(|read| expr(&read))
}

/// Reads a template: what stands in a string of JSON.
pub(super) fn read_template(text: &str, budget: &Budget) -> Option<Expr> {
    if !text.contains("${") && !text.contains("%{") {
        return Some(Expr::Text(text.into()));
    }
    let fits = budget.exceeded_in_template(text).is_none();
    let template = fits.then(|| hcl_edit::parser::parse_template(text).ok()).flatten();
    template.map(|template| Expr::of_template(parts(&template)))
}

fn at(location: &hcl_edit::parser::Location) -> Unread {
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    Unread::Syntax { line: number(location.line()), column: number(location.column()) }
}

struct Reader {
    lines: Lines,
}

impl Reader {
    fn spot(&self, of: &impl Span) -> Spot {
        self.lines.spot(of.span().map_or(0, |span| span.start))
    }

    fn body(&self, body: &structure::Body) -> Body {
        let attributes = body.attributes().map(|attribute| Attribute {
            name: attribute.key.as_str().into(),
            expr: expr(&attribute.value),
            at: self.spot(&attribute.key),
        });
        let blocks = body.blocks().map(|block| Block {
            kind: block.ident.as_str().into(),
            labels: block.labels.iter().map(|label| label.as_str().into()).collect(),
            body: self.body(&block.body),
            at: self.spot(&block.ident),
        });
        Body { attributes: attributes.collect(), blocks: blocks.collect() }
    }
}

fn expr(read: &Expression) -> Expr {
    match read {
        Expression::Null(_) => Expr::Null,
        Expression::Bool(value) => Expr::Bool(*value.value()),
        Expression::Number(number) => number_of(number),
        Expression::String(text) => Expr::Text(text.value().as_str().into()),
        Expression::Array(items) => Expr::List(items.iter().map(expr).collect()),
        Expression::Object(object) => Expr::Object(object.iter().map(item).collect()),
        Expression::StringTemplate(template) => Expr::of_template(elements(template.iter())),
        Expression::HeredocTemplate(heredoc) => heredoc_of(&heredoc.template),
        Expression::Parenthesis(inner) => expr(inner.inner()),
        Expression::Variable(name) => Expr::Name(name.as_str().into()),
        Expression::Conditional(conditional) => Expr::Conditional(Box::new([
            expr(&conditional.cond_expr),
            expr(&conditional.true_expr),
            expr(&conditional.false_expr),
        ])),
        Expression::FuncCall(call) => call_of(call),
        Expression::Traversal(traversal) => traversal_of(traversal),
        Expression::UnaryOp(operation) => {
            Expr::Unary(*operation.operator.value(), Box::new(expr(&operation.expr)))
        }
        Expression::BinaryOp(operation) => Expr::Binary(
            *operation.operator.value(),
            Box::new([expr(&operation.lhs_expr), expr(&operation.rhs_expr)]),
        ),
        Expression::ForExpr(each) => for_of(each),
    }
}

/// By its text where there is one: a binary fraction would turn `0.1` into its nearest neighbour.
fn number_of(number: &hcl_edit::Formatted<hcl_edit::Number>) -> Expr {
    let written = number.as_repr().map(|text| (**text).to_owned());
    let text = written.unwrap_or_else(|| number.value().to_string());
    Number::parse(text.trim()).map_or(Expr::Wrong, Expr::Number)
}

fn item((key, value): (&ObjectKey, &expr::ObjectValue)) -> Item {
    let key = match key {
        ObjectKey::Ident(name) => Expr::Text(name.as_str().into()),
        ObjectKey::Expression(key) => expr(key),
    };
    Item { key, value: expr(value.expr()) }
}

fn call_of(call: &expr::FuncCall) -> Expr {
    let mut name = String::new();
    for space in &call.name.namespace {
        name.push_str(space.as_str());
        name.push_str("::");
    }
    name.push_str(call.name.name.as_str());
    Expr::Call(Box::new(Call {
        name: name.into(),
        arguments: call.args.iter().map(expr).collect(),
        spread: call.args.expand_final(),
    }))
}

fn traversal_of(traversal: &expr::Traversal) -> Expr {
    let steps = traversal.operators.iter().map(|operator| match operator.value() {
        TraversalOperator::AttrSplat(_) => Step::AttributeSplat,
        TraversalOperator::FullSplat(_) => Step::Splat,
        TraversalOperator::GetAttr(name) => Step::Attribute(name.as_str().into()),
        TraversalOperator::Index(index) => Step::Index(expr(index)),
        TraversalOperator::LegacyIndex(index) => {
            Step::Index(Expr::Number(Number::whole(i64::try_from(*index.value()).unwrap_or(i64::MAX))))
        }
    });
    Expr::Traverse(Box::new(expr(&traversal.expr)), steps.collect())
}

fn for_of(each: &expr::ForExpr) -> Expr {
    Expr::For(Box::new(For {
        key_name: each.intro.key_var.as_ref().map(|name| name.as_str().into()),
        value_name: each.intro.value_var.as_str().into(),
        collection: expr(&each.intro.collection_expr),
        key: each.key_expr.as_ref().map(expr),
        value: expr(&each.value_expr),
        condition: each.cond.as_ref().map(|condition| expr(&condition.expr)),
        grouping: each.grouping,
    }))
}

/// A heredoc is text even where one expression is all of it, since a line's end follows.
fn heredoc_of(template: &Template) -> Expr {
    Expr::of_template(parts(template))
}

fn parts(template: &Template) -> Vec<Part> {
    elements(template.iter())
}

/// Parts, with the spaces gone that `~` strips.
fn elements<'a>(elements: impl Iterator<Item = &'a Element>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut strip_next = false;
    for element in elements {
        let (part, outer) = match element {
            Element::Literal(text) => {
                let text = if strip_next { text.trim_start() } else { text.as_str() };
                strip_next = false;
                if !text.is_empty() {
                    parts.push(Part::Text(text.into()));
                }
                continue;
            }
            Element::Interpolation(inner) => (Part::Expr(expr(&inner.expr)), inner.strip),
            Element::Directive(directive) => directive_of(directive),
        };
        if strips_start(outer) {
            strip_end(&mut parts);
        }
        strip_next = strips_end(outer);
        parts.push(part);
    }
    parts
}

/// The directive, and what it strips around itself.
fn directive_of(directive: &Directive) -> (Part, Strip) {
    match directive {
        Directive::If(it) => {
            let middle = it.else_expr.as_ref().map_or(it.endif_expr.strip, |other| other.strip);
            let then = inner(&it.if_expr.template, it.if_expr.strip, middle);
            let otherwise = it.else_expr.as_ref();
            let otherwise = otherwise
                .map(|other| inner(&other.template, other.strip, it.endif_expr.strip))
                .unwrap_or_default();
            let condition = expr(&it.if_expr.cond_expr);
            let outer = outer(it.if_expr.strip, it.endif_expr.strip);
            (Part::If(Box::new(If { condition, then, otherwise })), outer)
        }
        Directive::For(it) => {
            let part = ForPart {
                key_name: it.for_expr.key_var.as_ref().map(|name| name.as_str().into()),
                value_name: it.for_expr.value_var.as_str().into(),
                collection: expr(&it.for_expr.collection_expr),
                body: inner(&it.for_expr.template, it.for_expr.strip, it.endfor_expr.strip),
            };
            (Part::For(Box::new(part)), outer(it.for_expr.strip, it.endfor_expr.strip))
        }
    }
}

fn inner(template: &Template, before: Strip, after: Strip) -> Vec<Part> {
    let mut parts = parts(template);
    if strips_end(before)
        && let Some(Part::Text(text)) = parts.first_mut()
    {
        *text = text.trim_start().into();
    }
    if strips_start(after) {
        strip_end(&mut parts);
    }
    parts
}

fn strip_end(parts: &mut [Part]) {
    if let Some(Part::Text(text)) = parts.last_mut() {
        *text = text.trim_end().into();
    }
}

fn outer(first: Strip, last: Strip) -> Strip {
    Strip::from((strips_start(first), strips_end(last)))
}

fn strips_start(strip: Strip) -> bool {
    strip.strip_start()
}

fn strips_end(strip: Strip) -> bool {
    strip.strip_end()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    fn read(text: &str, file: usize) -> Result<Body, Unread> {
        super::read(text, file, &Budget::of_all())
    }

    #[test]
    fn every_argument_and_block_knows_its_line() {
        let body =
            read("# one\n/* two\nthree */ a = 1\n\nb \"x\" {\n  c = <<-E\n    d = 1\n  E\n  e = 2\n}\n", 7)
                .unwrap();
        assert_eq!(body.attributes[0].at, Spot { file: 7, line: 3 });
        let block = &body.blocks[0];
        assert_eq!((block.at.line, &*block.labels[0]), (5, "x"));
        let lines: Vec<(&str, u32)> =
            block.body.attributes.iter().map(|attribute| (&*attribute.name, attribute.at.line)).collect();
        assert_eq!(lines, [("c", 6), ("e", 9)]);
    }

    #[test]
    fn a_file_that_does_not_parse_says_where() {
        assert_eq!(read("a = 1\nb = = 2\n", 0).unwrap_err(), Unread::Syntax { line: 2, column: 5 });
    }

    #[test]
    fn windows_line_ends_hyphens_and_letters_of_any_script_are_read() {
        let body = read("größe-min = var.input-min_capacity\r\nb {\r\n  c = \"x\"\r\n}\r\n", 0).unwrap();
        assert_eq!(&*body.attributes[0].name, "größe-min");
        let mut names = Vec::new();
        body.attributes[0].expr.variables(&mut names);
        assert_eq!(names, [Rc::from("input-min_capacity")]);
        assert_eq!(body.blocks[0].body.attributes[0].at.line, 3);
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_crash() {
        let deep = format!("a = {}1{}", "[".repeat(1000), "]".repeat(1000));
        assert!(read(&deep, 0).is_err());
        let blocks = format!("{}{}", "b {\n".repeat(1000), "}\n".repeat(1000));
        assert!(read(&blocks, 0).is_err());
    }
}
