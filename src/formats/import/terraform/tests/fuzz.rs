//! Mutations of real configurations: whatever stands there, reading ends and nothing breaks.

use super::*;

/// What is stirred in: pieces of the language, whole and broken.
const PIECES: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "\"",
    "${",
    "%{",
    "~}",
    "...",
    "[*]",
    ".*",
    "=>",
    "<<-EOT\n",
    "EOT\n",
    "\\u12",
    "for x in",
    "if",
    "? 1 :",
    " : ",
    "/*",
    "*/",
    "#",
    "\r\n",
    "\u{feff}",
    "null",
    "each.value",
    "count.index",
    "var.name",
    "local.name",
    "999999999999999999999999999999",
    "-",
    "!",
    "%",
    "0",
    "cidrsubnet(",
    "merge(",
    "ü",
    ",",
];

const SEEDS: [&str; 4] = [
    r#"
variable "name" { default = "tide" }
locals {
  name = lower("${var.name}-${local.other}")
  other = [for k, v in { a = 1, b = 2 } : "${k}${v}" if v > 1][0]
  sub = cidrsubnet("10.0.0.0/16", 8, 3)
  text = <<-EOT
    %{ for x in [1, 2] ~}
    ${x}
    %{ endfor ~}
  EOT
}
resource "aws_rds_cluster" "a" {
  count = 2
  cluster_identifier = "${local.name}-${count.index}"
  engine = try(var.nothing, "aurora-mysql")
  dynamic "serverlessv2_scaling_configuration" {
    for_each = [{ min = 0.5 }]
    content {
      min_capacity = serverlessv2_scaling_configuration.value.min
    }
  }
  tags = merge({ a = local.sub }, { b = format("%04d", 7) })
}
resource "aws_rds_cluster_instance" "i" {
  for_each = toset(["a", "b"])
  cluster_identifier = one(aws_rds_cluster.a[*].id)
  promotion_tier = each.key == "a" ? 0 : 1
}
module "m" { source = "./m" }
"#,
    r#"
module "db" {
  source = "terraform-aws-modules/rds-aurora/aws"
  version = "~> 9.0"
  name = "tide"
  engine = "aurora-postgresql"
  serverlessv2_scaling_configuration = { min_capacity = 1, max_capacity = 2 }
  instances = { one = {}, two = { promotion_tier = 3 } }
  security_group_rules = { a = { cidr_blocks = ["10.0.0.0/8"] } }
}
"#,
    r#"
provider "aws" {
  region = "eu-west-1"
  default_tags { tags = { a = "b" } }
}
data "aws_region" "r" {}
resource "aws_security_group" "s" {
  ingress = [{ from_port = 1, to_port = 2, cidr_blocks = ["0.0.0.0/0"] }]
  name = replace("a-b", "/[a-z]/", "x")
}
output "o" { value = jsonencode(jsondecode("{\"a\": [1]}")) }
"#,
    r#"{"resource": {"aws_rds_cluster": {"a": {"engine": "${upper(\"x\")}", "serverlessv2_scaling_configuration": [{"min_capacity": 1}], "dynamic": {"x": {"for_each": [1], "content": {}}}}}}, "locals": {"a": "${local.a}"}}"#,
];

/// The same numbers in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below.max(1)).unwrap()).unwrap()
    }
}

fn mutated(dice: &mut Dice) -> String {
    let mut letters: Vec<char> = SEEDS[dice.throw(SEEDS.len())].chars().collect();
    for _ in 0..=dice.throw(5) {
        let at = dice.throw(letters.len());
        let length = dice.throw(30).min(letters.len() - at);
        match dice.throw(4) {
            0 => {
                letters.drain(at..at + length);
            }
            1 => {
                let piece = PIECES[dice.throw(PIECES.len())];
                letters.splice(at..at, piece.chars());
            }
            2 => {
                let copied: Vec<char> = letters[at..at + length].to_vec();
                let to = dice.throw(letters.len());
                letters.splice(to..to, copied);
            }
            _ => {
                let piece = PIECES[dice.throw(PIECES.len())];
                letters.splice(at..at + length, piece.chars());
            }
        }
    }
    letters.into_iter().collect()
}

#[test]
fn no_mutation_breaks_the_reading() {
    let mut dice = Dice(0x5eed);
    let mut parsed = 0;
    for round in 0..400 {
        let text = mutated(&mut dice);
        let name = if text.trim_start().starts_with('{') { "a.tf.json" } else { "a.tf" };
        let files = [(name, text.as_str()), ("b.tf", SEEDS[round % 3]), ("x.auto.tfvars", "name = \"tide\"")];
        if let Ok(found) = try_found(&files, &Options::default()) {
            parsed += usize::from(!found.notices.iter().any(|notice| notice.text.contains("syntax")));
        }
    }
    // Not all is refused before it is evaluated.
    assert!(parsed > 20, "{parsed}");
}
