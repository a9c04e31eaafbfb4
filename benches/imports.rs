//! How long an import takes: `cargo bench --bench imports`. 60 KB of Terraform must take 10 ms in the browser, where all
//! takes about three times as long as here; a state of 50 MB half a second.

use std::fmt::Write as _;

use aurora_designer::formats::import::{Input, Options, import};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

fn input(name: &str, text: String) -> Vec<Input> {
    vec![Input { name: name.to_owned(), bytes: text.into_bytes() }]
}

/// 57 KB as dense as people write them: resources, objects, templates, and a cluster at the end.
fn configuration() -> Vec<Input> {
    let mut text = String::new();
    for at in 0..130 {
        let _ = write!(
            text,
            "resource \"aws_security_group\" \"s{at}\" {{\n  name        = \"${{var.name}}-{at}\"\n  description = \"Lets in ${{upper(var.name)}}\"\n  tags        = merge(local.tags, {{ Name = \"s{at}\", Tier = var.stage == \"prod\" ? \"a\" : \"b\" }})\n\n  ingress {{\n    from_port   = 5432\n    to_port     = 5432\n    protocol    = \"tcp\"\n    cidr_blocks = [for n in range(3) : cidrsubnet(\"10.0.0.0/16\", 8, n)]\n  }}\n}}\n\n"
        );
    }
    text.push_str("variable \"name\" {\n  default = \"orders\"\n}\nvariable \"stage\" {\n  default = \"prod\"\n}\nlocals {\n  tags = { Team = \"db\" }\n}\nresource \"aws_rds_cluster\" \"it\" {\n  cluster_identifier = var.name\n  engine             = \"aurora-postgresql\"\n  engine_version     = \"16.4\"\n}\n");
    input("main.tf", text)
}

/// 50 MB of which one resource matters.
fn state() -> Vec<Input> {
    let mut text = "{\"format_version\": \"1.0\", \"terraform_version\": \"1.9.0\", \"values\": {\"root_module\": {\"resources\": [{\"address\": \"aws_rds_cluster.it\", \"mode\": \"managed\", \"type\": \"aws_rds_cluster\", \"name\": \"it\", \"values\": {\"cluster_identifier\": \"orders\", \"engine\": \"aurora-postgresql\"}}".to_owned();
    for at in 0..20_000 {
        let data = "0123456789abcdef".repeat(150);
        let _ = write!(
            text,
            ", {{\"address\": \"aws_instance.x[{at}]\", \"mode\": \"managed\", \"type\": \"aws_instance\", \"name\": \"x\", \"index\": {at}, \"values\": {{\"user_data\": \"{data}\"}}}}"
        );
    }
    text.push_str("]}}}");
    input("state.json", text)
}

fn run(bencher: Bencher<'_, '_>, inputs: &[Input]) {
    bencher.bench_local(|| import(black_box(inputs), &Options::default()).is_ok());
}

#[divan::bench]
fn terraform_57_kb(bencher: Bencher<'_, '_>) {
    run(bencher, &configuration());
}

#[divan::bench(sample_count = 10)]
fn state_50_mb(bencher: Bencher<'_, '_>) {
    run(bencher, &state());
}
