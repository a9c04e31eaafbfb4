//! Rotation of a secret of one's own, by the Lambda function that AWS publishes for it (SEC-06).

use crate::design::{Credentials, Design, Engine};
use crate::facts::regions::Partition;

use super::super::hcl::{Body, Code, Expr, Slots};
use super::network::{security_group, tcp};
use super::site::Site;
use super::{ignored, resource, skip};

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
        "\"aurora-${var.project_name}-rotation-\"",
        "\"Rotation of the master password of ${var.project_name}\"",
    ));
    let inward = Body::new()
        .set("security_group_id", Expr::code("aws_security_group.cluster.id"))
        .set("referenced_security_group_id", Expr::code("aws_security_group.rotation.id"))
        .with(tcp("\"Rotation of the master password\"", "local.port"));
    let outward = Body::new()
        .set("security_group_id", Expr::code("aws_security_group.rotation.id"))
        .set("referenced_security_group_id", Expr::code("aws_security_group.cluster.id"))
        .with(tcp("\"The cluster\"", "local.port"));
    let service = Body::new().set("security_group_id", Expr::code("aws_security_group.rotation.id"));
    let service = if site.creates_vpc() {
        service.set("referenced_security_group_id", Expr::code("aws_security_group.secrets.id"))
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
            service.with(tcp("\"Secrets Manager\"", "443")),
        ))
}

fn endpoint(site: &Site<'_>) -> Body {
    let group = security_group(
        site,
        "\"aurora-${var.project_name}-secrets-\"",
        "\"Secrets Manager endpoint of ${var.project_name}\"",
    );
    let inward = Body::new()
        .set("security_group_id", Expr::code("aws_security_group.secrets.id"))
        .set("referenced_security_group_id", Expr::code("aws_security_group.rotation.id"))
        .with(tcp("\"The rotation function\"", "443"));
    let endpoint = Body::new()
        .set("private_dns_enabled", Expr::flag(true))
        .set("security_group_ids", Expr::code("[aws_security_group.secrets.id]"))
        .set("service_name", Expr::code("\"com.amazonaws.${var.region}.secretsmanager\""))
        .set("subnet_ids", site.subnet_ids())
        .set("vpc_endpoint_type", Expr::text("Interface"))
        .set("vpc_id", site.vpc_id());
    resource("aws_security_group", "secrets", group)
        .with(resource("aws_vpc_security_group_ingress_rule", "secrets_from_rotation", inward))
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
        Engine::AuroraPostgresql => "\"{p}:applications/SecretsManagerRDSPostgreSQLRotationSingleUser\"",
        Engine::AuroraMysql => "\"{p}:applications/SecretsManagerRDSMySQLRotationSingleUser\"",
    };
    let mut parameters = vec![
        (
            "endpoint",
            Expr::code("\"https://secretsmanager.${var.region}.${data.aws_partition.current.dns_suffix}\""),
        ),
        ("functionName", Expr::code("\"${var.project_name}-rotation\"")),
    ];
    parameters.extend(site.key().map(|key| ("kmsKeyArn", key)));
    parameters.push(("vpcSecurityGroupIds", Expr::code("aws_security_group.rotation.id")));
    let subnets = if site.creates_vpc() {
        "join(\",\", [for zone in var.availability_zones : aws_subnet.database[zone].id])"
    } else {
        "join(\",\", var.subnet_ids)"
    };
    parameters.push(("vpcSubnetIds", Expr::code(subnets)));
    let stack = Body::new()
        .set("name", Expr::code("\"${var.project_name}-rotation\""))
        .set("application_id", Expr::of(Code::filled(template, &Slots::new([("{p}", publisher)]))))
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
        .set("secret_id", Expr::code("aws_secretsmanager_secret.master.id"))
        .set(
            "rotation_lambda_arn",
            Expr::code("aws_serverlessapplicationrepository_cloudformation_stack.rotation.outputs[\"RotationLambdaARN\"]"),
        )
        .block("rotation_rules", [], Body::new().set("automatically_after_days", Expr::number(days)));
    // The first rotation comes at once, and needs a running database and a way to both.
    let mut on = vec![
        Expr::code("aws_rds_cluster_instance.writer"),
        Expr::code("aws_secretsmanager_secret_version.master"),
        Expr::code("aws_vpc_security_group_egress_rule.rotation_to_cluster"),
        Expr::code("aws_vpc_security_group_egress_rule.rotation_to_secrets"),
        Expr::code("aws_vpc_security_group_ingress_rule.cluster_from_rotation"),
    ];
    if site.creates_vpc() {
        on.push(Expr::code("aws_vpc_endpoint.secrets"));
        on.push(Expr::code("aws_vpc_security_group_ingress_rule.secrets_from_rotation"));
    }
    debug_assert_eq!(
        design.cluster.credentials,
        Credentials::SecretsManager,
        "only a secret of one's own rotates so"
    );
    resource("aws_secretsmanager_secret_rotation", "master", super::depends_on(body, on))
}
