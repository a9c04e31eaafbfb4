//! IAM documents, as `jsonencode` writes them: a key policy in a data source fails Checkov (TFM-01).

use super::super::hcl::{Body, Code, Expr};

/// A policy of these statements.
pub(super) fn document(statements: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::call(
        "jsonencode",
        [Expr::object([("Version", Expr::text("2012-10-17")), ("Statement", Expr::list(statements))])],
    )
}

/// A role that an AWS service assumes. Under another name it is made before the old one goes, so that nobody is without.
pub(super) fn role(name: &'static str, service: &'static str) -> Body {
    let before = Body::new().set("create_before_destroy", Expr::flag(true));
    Body::new().set("name", Expr::template(name)).set("assume_role_policy", assumed_by(service)).block(
        "lifecycle",
        [],
        before,
    )
}

/// One of AWS' own policies for service roles, attached to a role.
pub(super) fn attachment(role: &'static str, policy: &'static str) -> Body {
    let arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/{p}";
    let arn = Code::filled(arn, &[("{p}", Code::new(policy))]);
    Body::new().set("role", Expr::reference(role)).set("policy_arn", Expr::template(arn))
}

/// Lets an AWS service assume the role, for this account alone.
fn assumed_by(service: &'static str) -> Expr {
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
