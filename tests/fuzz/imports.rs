//! What is imported: Terraform, states and plans, answers of AWS, templates, measured series.

use aurora_designer::formats::import::{Input, Options, import};
use aurora_designer::formats::terraform::main_tf;
use aurora_designer::formats::{link, yaml};

use super::runner::Reader;
use super::secrets::{self, SENSITIVE, guard, leak};
use super::seeds::{case, corpus};
use super::seen::is_new;

/// Imports, and looks through everything that comes out.
fn read(inputs: &[Input]) -> Result<bool, String> {
    let import = match import(inputs, &Options::default()) {
        Ok(import) => import,
        Err(refusal) => {
            return leak(&format!("{refusal}\n{refusal:?}")).map_or(Ok(false), |place| leaked(&place));
        }
    };
    let notices: Vec<String> = import.notices.iter().map(ToString::to_string).collect();
    let design = format!("{:?}", import.design);
    let mut out = format!("{design} {:?} {:?}\n{}", import.taken, import.clusters, notices.join("\n"));
    if is_new(&design) {
        let written = yaml::write(&import.design);
        let again =
            yaml::read(&written).map(|it| it.design).map_err(|error| format!("{error}: {written}"))?;
        if again != import.design {
            return Err(format!("its YAML is read as another design: {written}"));
        }
        out.push_str(&written);
        out.push_str(&main_tf(&import.design));
        out.push_str(&link::encode(&import.design).unwrap_or_default());
    }
    leak(&out).map_or(Ok(true), |place| leaked(&place))
}

fn leaked(place: &str) -> Result<bool, String> {
    Err(format!("a secret gets out: …{place}…"))
}

#[test]
fn terraform() {
    let names =
        ["tf-literals", "tf-variables", "tf-local-module", "tf-module-rds-aurora", "tf-proxy", "tf-global"];
    let cases = names.into_iter().map(case).chain(corpus("terraform")).map(secrets::in_terraform);
    // Read as it is, whatever becomes of the others: `read` adds it.
    let read = |inputs: &[Input]| {
        let folder =
            inputs[0].name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let beside = Input { name: format!("{folder}fuzz_secret.tf"), bytes: SENSITIVE.as_bytes().to_vec() };
        read(&[inputs, &[beside]].concat())
    };
    Reader { name: "terraform", small: 500, seeds: cases.collect(), words: &TERRAFORM, guard, read }.run();
}

const TERRAFORM: [&str; 36] = [
    "${",
    "%{",
    "%{if true}",
    "%{endif}",
    "%{for x in y}",
    "<<-E\n",
    "<<E\n",
    "\nE\n",
    "#",
    "/*",
    "*/",
    "aws_rds_cluster.a.id",
    "each.value",
    "count.index",
    "var.fuzz_secret",
    "local.fuzz_secret",
    "local.fuzz_secrets",
    "random_password.fuzz.result",
    "[for x in ",
    " : x]",
    "{for k, v in ",
    " => v...}",
    "[*]",
    ".*",
    " ? ",
    "merge(",
    "format(\"%s\", ",
    "range(100000)",
    "jsonencode(",
    "nonsensitive(",
    "join(\",\", ",
    "dynamic \"x\" {\n",
    "for_each = ",
    "content {\n",
    "count = 2\n",
    "toset([",
];

#[test]
fn state() {
    let seeds = ["tf-state", "tf-plan"].into_iter().map(case).chain(corpus("state")).map(secrets::in_state);
    Reader { name: "state", small: 1000, seeds: seeds.collect(), words: &STATE, guard, read }.run();
}

const STATE: [&str; 14] = [
    "\"values\": {",
    "\"resources\": [",
    "\"child_modules\": [",
    "\"sensitive_values\": {",
    "\"index\": 0,",
    "\"type\": \"aws_rds_cluster\",",
    "\"address\": \"a.b\",",
    "\"mode\": \"data\",",
    "\"after_unknown\": {",
    "\"planned_values\": {",
    "\"format_version\": \"9.0\",",
    "\"tags\": ",
    "\\u0000",
    "\\ud800",
];

#[test]
fn describe() {
    let names = ["describe-clusters-instances", "describe-global-proxy"];
    let seeds = names.into_iter().map(case).chain(corpus("describe")).map(secrets::in_answer);
    Reader { name: "describe", small: 560, seeds: seeds.collect(), words: &DESCRIBE, guard, read }.run();
}

const DESCRIBE: [&str; 14] = [
    "\"DBClusters\": [",
    "\"DBInstances\": [",
    "\"DBClusterIdentifier\": \"a\",",
    "\"Engine\": \"aurora-mysql\",",
    "\"TagList\": [",
    "\"DBClusterMembers\": [",
    "\"GlobalClusters\": [",
    "\"dbClusterIdentifier\":",
    "- ",
    "&a ",
    "*a",
    "\\u0000",
    "\"PendingModifiedValues\": {",
    "16.0",
];

#[test]
fn cloudformation() {
    let names = ["cfn-yaml", "cfn-cdk-json"];
    let seeds = names.into_iter().map(case).chain(corpus("cloudformation")).map(secrets::in_template);
    Reader {
        name: "cloudformation",
        small: 700,
        seeds: seeds.collect(),
        words: &CLOUDFORMATION,
        guard,
        read,
    }
    .run();
}

const CLOUDFORMATION: [&str; 30] = [
    "!Ref ",
    "!Sub '${",
    "!GetAtt A.B",
    "!If [A, B, C]",
    "!Join ['', [",
    "!Select [0, ",
    "!Split [',', ",
    "!FindInMap [A, B, C]",
    "!Condition A",
    "!And [",
    "!Not [",
    "!Equals [",
    "!ImportValue ",
    "Fn::Transform:",
    "{{resolve:",
    "{{resolve:secretsmanager:a:SecretString:username}}",
    "${AWS::Region}",
    "|\n",
    ">-\n",
    "- ",
    "&a ",
    "*a",
    "<<: ",
    "? ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "```yaml\n",
    "{\"Ref\": \"A\"}",
    "{\"Fn::If\": [\"A\", ",
];

#[test]
fn cloudwatch() {
    let names = ["metrics-data", "metrics-statistics-csv"];
    let seeds = names.into_iter().map(case).chain(corpus("cloudwatch")).map(secrets::in_answer);
    Reader { name: "cloudwatch", small: 700, seeds: seeds.collect(), words: &CLOUDWATCH, guard, read }.run();
}

const CLOUDWATCH: [&str; 16] = [
    "\"MetricDataResults\": [",
    "\"Datapoints\": [",
    "\"Timestamps\": [",
    "\"Values\": [",
    "\"Label\": ",
    "\"Timestamp\": ",
    "\"NextToken\": \"a\",",
    "ServerlessDatabaseCapacity",
    "VolumeBytesUsed",
    "-1e308",
    "1e308",
    "2026-11-01T00:00:00Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "1700000000",
    "NaN",
];
