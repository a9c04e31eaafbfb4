//! The language: where values come from, and how many of a thing there are.

use super::Answer::{Asked, Passed, Refused, Taken, Told};
use super::{
    CLUSTER, Group, INSTANCE, PROVIDER, RANGE, arguments, beside, cluster, files, instance, provided, ranged,
    row, whole,
};

const SIXTEEN_EIGHT: &[&str] = &["engine_version: \"16.8\""];
const THREE: &[&str] = &["- type: writer", "- type: reader", "promotion_tier: 0"];

fn by_variable(declared: &str) -> Vec<(String, String)> {
    cluster(&[("engine_version", "var.pg")], declared)
}

fn with_variables(name: &str) -> Vec<(String, String)> {
    beside(by_variable("variable \"pg\" {}"), &[(name, "pg = \"16.8\"\n")])
}

fn many(count: &str, more: &str) -> Vec<(String, String)> {
    instance(&[("count", count)], more)
}

/// The range by a dynamic block over this.
fn dynamic(each: &str, content: &str, more: &str) -> Vec<(String, String)> {
    let range = format!(
        "dynamic \"serverlessv2_scaling_configuration\" {{\n    for_each = {each}\n    content {{\n{content}    }}\n  }}"
    );
    ranged(&range, more)
}

const FIXED: &str = "      min_capacity = 1\n      max_capacity = 32\n";
const OF_VALUE: &str = "      min_capacity = serverlessv2_scaling_configuration.value.min\n      max_capacity = serverlessv2_scaling_configuration.value.max\n";
const VARIABLE: &str = "variable \"range\" {\n  default = { min = 1, max = 32 }\n}";
const THIRTY_TWO: &[&str] = &["min_capacity: 1", "max_capacity: 32"];

/// A root that calls a folder.
fn called(call: &str, folder: &str, more: &str) -> Vec<(String, String)> {
    let module = format!(
        "{}variable \"pg\" {{\n  default = \"16.4\"\n}}\n{more}\n",
        whole(
            &arguments(&CLUSTER, &[("engine_version", "var.pg")]),
            RANGE,
            &arguments(&INSTANCE, &[]),
            "",
            ""
        )[0]
        .1
    );
    files(&[("main.tf", &format!("{PROVIDER}{call}\n")), (folder, &module)])
}

pub(super) fn group() -> Group {
    let rows = vec![
        row("one file only", "0 + 0", cluster(&[("engine_version", "\"16.8\"")], ""), Taken(SIXTEEN_EIGHT)),
        row(
            "variable with a default",
            "27 + 11",
            by_variable("variable \"pg\" {\n  default = \"16.8\"\n}"),
            Taken(SIXTEEN_EIGHT),
        ),
        row(
            "variable without a value",
            "25 + 10",
            by_variable("variable \"pg\" {}"),
            Told(&[], &["main.tf:4 engine_version var.pg"]),
        ),
        row(
            "`terraform.tfvars`, `*.auto.tfvars`",
            "6 + 2",
            with_variables("terraform.tfvars"),
            Taken(SIXTEEN_EIGHT),
        ),
        row(
            "one `*.tfvars` of another name",
            "",
            with_variables("prod.tfvars"),
            Told(SIXTEEN_EIGHT, &["prod.tfvars"]),
        ),
        row(
            "several `*.tfvars` of other names",
            "",
            beside(with_variables("prod.tfvars"), &[("dev.tfvars", "pg = \"15.4\"\n")]),
            Asked(&["dev.tfvars", "prod.tfvars"]),
        ),
        row(
            "locals",
            "18 + 9",
            cluster(
                &[("engine_version", "local.pg")],
                "locals {\n  pg = local.newest\n  newest = \"16.8\"\n}",
            ),
            Taken(SIXTEEN_EIGHT),
        ),
        row(
            "string template",
            "28 + 10",
            cluster(&[("engine_version", "\"16.${local.minor}\"")], "locals {\n  minor = 8\n}"),
            Taken(SIXTEEN_EIGHT),
        ),
        row(
            "`cluster_identifier` a template",
            "19",
            cluster(
                &[("cluster_identifier", "\"${var.app}-${var.stage}-cluster\"")],
                "variable \"app\" {\n  default = \"tide\"\n}\nvariable \"stage\" {\n  default = \"dev\"\n}",
            ),
            Taken(&["project_name: tide-dev", "name: tide-dev-cluster"]),
        ),
        row(
            "`cluster_identifier` a variable",
            "5",
            cluster(&[("cluster_identifier", "var.name")], "variable \"name\" {\n  default = \"tide\"\n}"),
            Taken(&["project_name: tide"]),
        ),
        row(
            "`cluster_identifier` a literal",
            "3",
            cluster(&[("cluster_identifier", "\"Tide\"")], ""),
            Taken(&["project_name: tide", "name: tide"]),
        ),
        row(
            "`cluster_identifier` a local",
            "1",
            cluster(&[("cluster_identifier", "local.name")], "locals {\n  name = \"tide\"\n}"),
            Taken(&["project_name: tide"]),
        ),
        row(
            "`cluster_identifier` that waits",
            "",
            cluster(&[("cluster_identifier", "\"${var.name}-db\"")], "variable \"name\" {}"),
            Told(&["project_name: db"], &["main.tf:2 cluster_identifier var.name"]),
        ),
        row(
            "conditional, `var.x == \"prod\" ? …`",
            "10 + 11",
            cluster(
                &[("engine_version", "var.stage == \"prod\" ? \"16.8\" : var.unset")],
                "variable \"stage\" {\n  default = \"prod\"\n}\nvariable \"unset\" {}",
            ),
            Taken(SIXTEEN_EIGHT),
        ),
        row(
            "conditional that waits",
            "",
            cluster(
                &[("engine_version", "var.stage == \"prod\" ? \"16.8\" : \"16.4\"")],
                "variable \"stage\" {}",
            ),
            Told(&[], &["main.tf:4 engine_version var.stage"]),
        ),
        row(
            "`for` expression",
            "13 + 6",
            cluster(
                &[(
                    "enabled_cloudwatch_logs_exports",
                    "[for log in [\"POSTGRESQL\"] : lower(log) if log != \"\"]",
                )],
                "",
            ),
            Taken(&["!log_exports: []"]),
        ),
        row(
            "splat",
            "7 + 6",
            cluster(
                &[("engine_version", "(local.all[*].version)[0]")],
                "locals {\n  all = [{ version = \"16.8\" }]\n}",
            ),
            Taken(SIXTEEN_EIGHT),
        ),
        row(
            "heredoc",
            "6 + 2",
            cluster(&[("engine_version", "trimspace(<<-PG\n    16.8\n  PG\n  )")], ""),
            Taken(SIXTEEN_EIGHT),
        ),
        row(
            "`jsonencode` of policies and secrets",
            "23",
            cluster(
                &[],
                "resource \"aws_iam_policy\" \"p\" {\n  policy = jsonencode({ Statement = [{ Resource = aws_rds_cluster.db.arn }] })\n}",
            ),
            Passed,
        ),
        row(
            "`jsonencode`, `jsondecode` around a value",
            "3",
            cluster(&[("engine_version", "jsondecode(jsonencode({ pg = \"16.8\" })).pg")], ""),
            Taken(SIXTEEN_EIGHT),
        ),
        row(
            "`lifecycle`",
            "15 + 7",
            ranged(
                &format!(
                    "{RANGE}\n  lifecycle {{\n    ignore_changes = [engine_version]\n    prevent_destroy = true\n  }}"
                ),
                "",
            ),
            Passed,
        ),
        row(
            "own local module, called by path",
            "16 + 6",
            called(
                "module \"db\" {\n  source = \"./modules/db\"\n  pg = \"16.8\"\n}",
                "modules/db/main.tf",
                "",
            ),
            Taken(SIXTEEN_EIGHT),
        ),
        row(
            "local module whose folder is not here",
            "",
            cluster(&[], "module \"more\" {\n  source = \"../more\"\n}"),
            Told(&[], &["main.tf:22 folder more add"]),
        ),
        row(
            "`for_each` over modules, one of them made",
            "",
            called(
                "module \"db\" {\n  source = \"./db\"\n  for_each = { main = \"16.8\" }\n  pg = each.value\n}",
                "db/main.tf",
                "",
            ),
            Taken(SIXTEEN_EIGHT),
        ),
        row(
            "`provider` with a Region",
            "30 + 5",
            provided("provider \"aws\" {\n  region = \"eu-north-1\"\n}\n", ""),
            Taken(&["region: eu-north-1"]),
        ),
        row(
            "`provider` with an alias",
            "9 + 2",
            provided(
                "provider \"aws\" {\n  region = \"eu-north-1\"\n}\nprovider \"aws\" {\n  alias = \"certificates\"\n  region = \"us-east-1\"\n}\n",
                "",
            ),
            Taken(&["region: eu-north-1"]),
        ),
        row(
            "`default_tags`",
            "20",
            provided(
                "provider \"aws\" {\n  region = \"eu-west-1\"\n  default_tags {\n    tags = { Environment = \"dev\", team = \"moorings\" }\n  }\n}\n",
                "",
            ),
            Taken(&["environment: development", "team: moorings"]),
        ),
        row(
            "no `provider`",
            "3",
            provided("", ""),
            Told(&["!region: eu-west-1"], &["region us-east-1 assumed"]),
        ),
        row("`dynamic` range over `[1]`", "2 + 8", dynamic("[1]", FIXED, ""), Taken(THIRTY_TWO)),
        row("… over `[var.x]`", "", dynamic("[var.range]", OF_VALUE, VARIABLE), Taken(THIRTY_TWO)),
        row("… over `{ create : null }`", "", dynamic("{ create : null }", FIXED, ""), Taken(THIRTY_TWO)),
        row("… over `[null]`", "", dynamic("[null]", FIXED, ""), Taken(THIRTY_TWO)),
        row("… over `var.x[*]`", "", dynamic("var.range[*]", OF_VALUE, VARIABLE), Taken(THIRTY_TWO)),
        row(
            "… over a value that waits",
            "",
            dynamic("var.unset[*]", OF_VALUE, "variable \"unset\" {}"),
            Told(&["max_capacity: 16"], &["var.unset"]),
        ),
        row(
            "instances: plain",
            "18 + 1",
            instance(&[("promotion_tier", "3")], ""),
            Taken(&["promotion_tier: 3"]),
        ),
        row("… by a literal `count`", "3 + 1", many("3", ""), Taken(THREE)),
        row(
            "… by a variable `count`, a text too",
            "5 + 3",
            many("var.count_of", "variable \"count_of\" {\n  default = \"2\"\n}"),
            Taken(&["- type: reader"]),
        ),
        row(
            "… by a conditional `count`",
            "2 + 1",
            many("var.stage == \"prod\" ? 2 : 1", "variable \"stage\" {\n  default = \"prod\"\n}"),
            Taken(&["- type: reader"]),
        ),
        row(
            "… by `for_each` over a map of objects",
            "0 + 5",
            instance(
                &[
                    ("for_each", "{ a = { tier = 1 }, b = { tier = 4 } }"),
                    ("promotion_tier", "each.value.tier"),
                ],
                "",
            ),
            Taken(&["- type: reader", "promotion_tier: 4"]),
        ),
        row(
            "… by a `count` that waits",
            "",
            many("var.unset", "variable \"unset\" {}"),
            Told(&["- type: writer"], &["main.tf count var.unset one instance"]),
        ),
        row(
            "`instance_class` by a variable",
            "2 + 9",
            instance(
                &[("instance_class", "var.class")],
                "variable \"class\" {\n  default = \"db.r6g.large\"\n}",
            ),
            Told(&["- type: writer"], &["db.r6g.large serverless"]),
        ),
        row(
            "`terraform.workspace`",
            "1",
            cluster(&[("engine_version", "terraform.workspace == \"default\" ? \"16.8\" : \"16.4\"")], ""),
            Told(SIXTEEN_EIGHT, &["main.tf:4 workspace default"]),
        ),
        row(
            "Terragrunt's `inputs`",
            "4 by eye",
            files(&[(
                "terragrunt.hcl",
                "terraform {\n  source = \"tfr:///terraform-aws-modules/rds-aurora/aws?version=9.0.0\"\n}\ninputs = {\n  engine = \"aurora-postgresql\"\n  serverlessv2_scaling_configuration = { min_capacity = 1, max_capacity = 4 }\n}\n",
            )]),
            Refused("no Aurora cluster"),
        ),
        row(
            "a module of a registry that is not known",
            "",
            files(&[(
                "main.tf",
                "module \"db\" {\n  source = \"acme/aurora/aws\"\n  serverlessv2_min = 1\n}\n",
            )]),
            Refused("main.tf:1"),
        ),
    ];
    Group {
        title: "Terraform's language",
        of: "33 configurations + 11 published modules",
        is_list: false,
        rows,
    }
}
