//! IAM documents, as `jsonencode` writes them: a key policy in a data source fails Checkov (terraform.md, section 4).

use super::super::hcl::Expr;

/// A policy of these statements.
pub(super) fn document(statements: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::call(
        "jsonencode",
        [Expr::object([("Version", Expr::text("2012-10-17")), ("Statement", Expr::list(statements))])],
    )
}

/// Lets an AWS service assume the role, for this account alone.
pub(super) fn assumed_by(service: &'static str) -> Expr {
    let account = Expr::reference("data.aws_caller_identity.current.account_id");
    document([Expr::object([
        ("Effect", Expr::text("Allow")),
        ("Action", Expr::text("sts:AssumeRole")),
        ("Principal", Expr::object([("Service", Expr::text(service))])),
        ("Condition", Expr::object([("StringEquals", Expr::object([("aws:SourceAccount", account)]))])),
    ])])
}

/// Allows actions on resources, under a condition.
pub(super) fn allow(actions: &[&'static str], resources: Expr, condition: Option<Expr>) -> Expr {
    let entries = [
        ("Effect", Expr::text("Allow")),
        ("Action", Expr::texts(actions.iter().copied())),
        ("Resource", resources),
    ];
    Expr::object(entries.into_iter().chain(condition.map(|condition| ("Condition", condition))))
}
