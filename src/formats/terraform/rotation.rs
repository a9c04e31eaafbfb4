//! Rotation of a secret of one's own, by the Lambda function that AWS publishes for it (SEC-06).

use crate::design::{Credentials, Design, Engine, InterfaceEndpoint};
use crate::facts::regions::Partition;

use super::super::hcl::{Body, Code, Expr};
use super::network::{between, security_group, tcp};
use super::site::Site;
use super::{ignored, resource, skip};

/// Whether the design rotates a secret of its own.
pub(super) fn is_there(design: &Design) -> bool {
    design.cluster.credentials == Credentials::SecretsManager && design.cluster.rotation_days.is_some()
}

/// Function, its way to database and Secrets Manager, and the schedule.
pub(super) fn rotation(design: &Design, site: &Site<'_>) -> Body {
    let Some(days) =
        design.cluster.rotation_days.filter(|_| design.cluster.credentials == Credentials::SecretsManager)
    else {
        return Body::new();
    };
    let body = group(site);
    let body = if site.creates_vpc() { body.with(endpoint(site)) } else { body };
    body.with(function(design, site)).with(schedule(design, site, days))
}

fn group(site: &Site<'_>) -> Body {
    let group = skip("CKV2_AWS_5", "Attached to the function of the stack below").with(security_group(
        site,
        "aurora-${var.project_name}-rotation-",
        "Rotation of the master password of ${var.project_name}",
    ));
    let inward = between(
        ["aws_security_group.cluster.id", "aws_security_group.rotation.id"],
        "Rotation of the master password",
        Expr::reference("local.port"),
    );
    let outward = between(
        ["aws_security_group.rotation.id", "aws_security_group.cluster.id"],
        "The cluster",
        Expr::reference("local.port"),
    );
    let service = Body::new().set("security_group_id", Expr::reference("aws_security_group.rotation.id"));
    let service = if site.creates_vpc() {
        service.set("referenced_security_group_id", Expr::reference("aws_security_group.secrets.id"))
    } else {
        service.set("cidr_ipv4", Expr::text("0.0.0.0/0"))
    };
    resource("aws_security_group", "rotation", group)
        .with(resource("aws_vpc_security_group_ingress_rule", "cluster_from_rotation", inward))
        .with(resource("aws_vpc_security_group_egress_rule", "rotation_to_cluster", outward))
        .when(!site.creates_vpc(), |body| {
            body.comment("The subnets need a way to Secrets Manager: an interface endpoint or a NAT gateway.")
                .with(ignored("AVD-AWS-0104", "Its addresses are not fixed; only port 443 is open"))
        })
        .with(resource(
            "aws_vpc_security_group_egress_rule",
            "rotation_to_secrets",
            service.with(tcp("Secrets Manager", Expr::number(443u32))),
        ))
}

fn endpoint(site: &Site<'_>) -> Body {
    let group = security_group(
        site,
        "aurora-${var.project_name}-secrets-",
        "Secrets Manager endpoint of ${var.project_name}",
    );
    let inward = between(
        ["aws_security_group.secrets.id", "aws_security_group.rotation.id"],
        "The rotation function",
        Expr::number(443u32),
    );
    let shared = site.network.interface_endpoints.contains(InterfaceEndpoint::Secretsmanager);
    let from_vpc = Body::new()
        .set("security_group_id", Expr::reference("aws_security_group.secrets.id"))
        .set("cidr_ipv4", site.vpc_range())
        .with(tcp("Everyone in the VPC", Expr::number(443u32)));
    let endpoint = Body::new()
        .set("private_dns_enabled", Expr::flag(true))
        .set("security_group_ids", Expr::list([Expr::reference("aws_security_group.secrets.id")]))
        .set("service_name", Expr::template("com.amazonaws.${var.region}.secretsmanager"))
        .set("subnet_ids", site.subnet_ids())
        .set("vpc_endpoint_type", Expr::text("Interface"))
        .set("vpc_id", site.vpc_id());
    resource("aws_security_group", "secrets", group)
        .with(resource("aws_vpc_security_group_ingress_rule", "secrets_from_rotation", inward))
        .when(shared, |body| {
            body.with(resource("aws_vpc_security_group_ingress_rule", "secrets_from_vpc", from_vpc))
        })
        .comment("The VPC has no way to the internet, so the function reaches Secrets Manager from inside.")
        .with(resource("aws_vpc_endpoint", "secrets", endpoint))
}

fn function(design: &Design, site: &Site<'_>) -> Body {
    // AWS publishes the functions once in each partition; the CDK's `SecretRotationApplication` names the same three.
    let publisher = Code::new(match design.region.partition {
        Partition::Aws => "arn:aws:serverlessrepo:us-east-1:297356227824",
        Partition::AwsCn => "arn:aws-cn:serverlessrepo:cn-north-1:193023089310",
        Partition::AwsUsGov => "arn:aws-us-gov:serverlessrepo:us-gov-west-1:023102451235",
    });
    // One user alone: a second one that takes turns would be unknown to a proxy (SEC-07).
    let template = match design.cluster.engine {
        Engine::AuroraPostgresql => "{p}:applications/SecretsManagerRDSPostgreSQLRotationSingleUser",
        Engine::AuroraMysql => "{p}:applications/SecretsManagerRDSMySQLRotationSingleUser",
    };
    let mut parameters = vec![
        (
            "endpoint",
            Expr::template("https://secretsmanager.${var.region}.${data.aws_partition.current.dns_suffix}"),
        ),
        ("functionName", Expr::template("${var.project_name}-rotation")),
    ];
    parameters.extend(site.key().map(|key| ("kmsKeyArn", key)));
    parameters.push(("vpcSecurityGroupIds", Expr::reference("aws_security_group.rotation.id")));
    parameters.push(("vpcSubnetIds", Expr::call("join", [Expr::text(","), site.subnet_ids()])));
    let stack = Body::new()
        .set("name", Expr::template("${var.project_name}-rotation"))
        .set("application_id", Expr::template(Code::filled(template, &[("{p}", publisher)])))
        .set("capabilities", Expr::texts(["CAPABILITY_IAM", "CAPABILITY_RESOURCE_POLICY"]))
        .gap()
        .set("parameters", Expr::object(parameters));
    resource("aws_serverlessapplicationrepository_cloudformation_stack", "rotation", stack)
}

fn schedule(design: &Design, site: &Site<'_>, days: u32) -> Body {
    let skips = if days > 90 {
        skip("CKV_AWS_304", &format!("The design rotates every {days} days"))
    } else {
        Body::new()
    };
    let body = skips
        .set("secret_id", Expr::reference("aws_secretsmanager_secret.master.id"))
        .set(
            "rotation_lambda_arn",
            Expr::reference("aws_serverlessapplicationrepository_cloudformation_stack.rotation.outputs")
                .at(Expr::text("RotationLambdaARN")),
        )
        .block("rotation_rules", [], Body::new().set("automatically_after_days", Expr::number(days)));
    // The first rotation comes at once, and needs a running database and a way to both.
    let mut on = vec![
        Expr::reference("aws_rds_cluster_instance.writer"),
        Expr::reference("aws_secretsmanager_secret_version.master"),
        Expr::reference("aws_vpc_security_group_egress_rule.rotation_to_cluster"),
        Expr::reference("aws_vpc_security_group_egress_rule.rotation_to_secrets"),
        Expr::reference("aws_vpc_security_group_ingress_rule.cluster_from_rotation"),
    ];
    if site.creates_vpc() {
        on.push(Expr::reference("aws_vpc_endpoint.secrets"));
        on.push(Expr::reference("aws_vpc_security_group_ingress_rule.secrets_from_rotation"));
    }
    debug_assert_eq!(
        design.cluster.credentials,
        Credentials::SecretsManager,
        "only a secret of one's own rotates so"
    );
    resource("aws_secretsmanager_secret_rotation", "master", super::depends_on(body, on))
}
