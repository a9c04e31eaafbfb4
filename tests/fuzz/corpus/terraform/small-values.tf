locals {
  n = { for k, v in { a = 1, b = 2 } : k => "${v}-%{if v > 1}x%{endif}" if v != 0 }
}
variable "z" {
  type    = list(string)
  default = ["a", "b"]
}
resource "aws_rds_cluster" "a" {
  cluster_identifier = join("-", concat(var.z, values(local.n)[*]))
  engine             = try(var.y, "aurora-mysql")
  availability_zones = [for z in var.z : format("us-east-1%s", z)]
  serverlessv2_scaling_configuration {
    max_capacity = max(1, length(local.n)) * 4
  }
}
