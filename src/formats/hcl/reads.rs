//! Whether an expression reads a data source.

use hcl::Expression;
use hcl::expr::{ObjectKey, Operation, TemplateExpr, Traversal, TraversalOperator};

/// Whether the expression, or a template in it, begins a reference with `data.kind`.
pub(super) fn reads_data(expr: &Expression, kind: &str) -> bool {
    let reads = |expr| reads_data(expr, kind);
    match expr {
        Expression::Traversal(traversal) => {
            begins(traversal, kind)
                || reads(&traversal.expr)
                || traversal.operators.iter().any(|operator| {
                    if let TraversalOperator::Index(index) = operator { reads(index) } else { false }
                })
        }
        Expression::TemplateExpr(template) => match &**template {
            TemplateExpr::QuotedString(text) => interpolates(text, kind),
            TemplateExpr::Heredoc(heredoc) => interpolates(&heredoc.template, kind),
        },
        Expression::Array(items) => items.iter().any(reads),
        Expression::Object(entries) => entries.iter().any(|(key, value)| {
            reads(value) || if let ObjectKey::Expression(key) = key { reads(key) } else { false }
        }),
        Expression::FuncCall(call) => call.args.iter().any(reads),
        Expression::Parenthesis(inner) => reads(inner),
        Expression::Conditional(choice) => {
            [&choice.cond_expr, &choice.true_expr, &choice.false_expr].into_iter().any(reads)
        }
        Expression::Operation(operation) => match &**operation {
            Operation::Unary(operation) => reads(&operation.expr),
            Operation::Binary(operation) => reads(&operation.lhs_expr) || reads(&operation.rhs_expr),
        },
        Expression::ForExpr(each) => {
            let always = [&each.collection_expr, &each.value_expr];
            always.into_iter().chain(&each.key_expr).chain(&each.cond_expr).any(reads)
        }
        _ => false,
    }
}

fn begins(traversal: &Traversal, kind: &str) -> bool {
    let (Expression::Variable(first), Some(TraversalOperator::GetAttr(second))) =
        (&traversal.expr, traversal.operators.first())
    else {
        return false;
    };
    first.as_str() == "data" && second.as_str() == kind
}

/// A doubled sign stands for itself: what a user typed opens nothing.
fn interpolates(template: &str, kind: &str) -> bool {
    template.match_indices("${data.").any(|(at, opening)| {
        let (before, after) = (template.get(..at), template.get(at + opening.len()..));
        let opens = before.is_some_and(|before| !before.ends_with('$'));
        opens && after.and_then(|after| after.strip_prefix(kind)).is_some_and(|rest| rest.starts_with('.'))
    })
}
