variable "stage" { default = "prod" }
variable "sizes" {
  type    = map(object({ min = number, max = optional(number, 8) }))
  default = { prod = { min = 0, max = 16 }, dev = { min = 0.5 } }
}
locals {
  name  = format("%s-%s", "orders", var.stage)
  ports = [for p in range(5432, 5434) : p if p % 2 == 0]
  tags  = merge({ Team = "db" }, { for k, v in { a = 1, b = 2 } : upper(k) => tostring(v) })
  note  = <<-EOT
    ${var.stage == "prod" ? "kept" : "thrown away"} %{for p in local.ports~}
    ${p}
    %{endfor~}
  EOT
}
provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { Environment = var.stage }
  }
}
resource "aws_rds_cluster" "it" {
  cluster_identifier = lower(replace(local.name, "/[^a-z]+/", "-"))
  engine             = "aurora-postgresql"
  engine_version     = element(split(",", "16.4,15.8"), 0)
  database_name      = try(local.nothing, "orders")
  port               = one(local.ports)
  tags               = local.tags
  dynamic "serverlessv2_scaling_configuration" {
    for_each = var.sizes[var.stage][*]
    content {
      min_capacity             = serverlessv2_scaling_configuration.value.min
      max_capacity             = serverlessv2_scaling_configuration.value["max"]
      seconds_until_auto_pause = 300
    }
  }
}
resource "aws_rds_cluster_instance" "it" {
  for_each           = toset(["reader", "writer"])
  cluster_identifier = aws_rds_cluster.it.id
  identifier         = "${local.name}-${each.key}"
  instance_class     = "db.serverless"
  engine             = aws_rds_cluster.it.engine
  promotion_tier     = each.key == "writer" ? 0 : 1
}
