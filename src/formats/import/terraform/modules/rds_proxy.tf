# What terraform-aws-modules/rds-proxy makes of its inputs, versions 2 to 4, as far as a design can say it.
# var.major is the version that is called.

variable "create" { default = true }
variable "create_proxy" { default = true }
variable "region" { default = null }
variable "name" { default = "" }
variable "engine_family" { default = "" }
variable "require_tls" { default = true }
variable "debug_logging" { default = false }
variable "idle_client_timeout" { default = 1800 }
variable "default_auth_scheme" { default = null }
variable "auth" { default = {} }
variable "auth_scheme" { default = "SECRETS" }
variable "iam_auth" { default = null }
variable "secrets" { default = {} }

variable "connection_borrow_timeout" { default = 120 }
variable "init_query" { default = null }
variable "max_connections_percent" { default = 90 }
variable "max_idle_connections_percent" { default = 50 }
variable "session_pinning_filters" { default = [] }

variable "target_db_cluster" { default = false }
variable "target_db_instance" { default = false }
variable "db_cluster_identifier" { default = null }
variable "db_instance_identifier" { default = null }
variable "endpoints" { default = {} }
variable "db_proxy_endpoints" { default = {} }

locals {
  create = var.create && var.create_proxy
}

resource "aws_db_proxy" "this" {
  count  = local.create ? 1 : 0
  region = var.region

  name                = var.name
  engine_family       = var.engine_family
  require_tls         = var.require_tls
  debug_logging       = var.debug_logging
  idle_client_timeout = var.idle_client_timeout
  default_auth_scheme = var.default_auth_scheme

  dynamic "auth" {
    for_each = var.auth

    content {
      auth_scheme               = lookup(auth.value, "auth_scheme", "SECRETS")
      client_password_auth_type = lookup(auth.value, "client_password_auth_type", null)
      iam_auth                  = lookup(auth.value, "iam_auth", null)
    }
  }

  dynamic "auth" {
    for_each = var.secrets

    content {
      auth_scheme = var.auth_scheme
      iam_auth    = coalesce(var.iam_auth, "REQUIRED")
    }
  }

  # Of whatever reads its secrets, all that counts is how it is asked.
  dynamic "auth" {
    for_each = try(length(var.auth) + length(var.secrets), 1) == 0 ? compact([var.iam_auth]) : []

    content {
      auth_scheme = var.auth_scheme
      iam_auth    = auth.value
    }
  }
}

resource "aws_db_proxy_default_target_group" "this" {
  count  = local.create ? 1 : 0
  region = var.region

  db_proxy_name = aws_db_proxy.this[0].name

  connection_pool_config {
    connection_borrow_timeout    = var.connection_borrow_timeout
    init_query                   = var.init_query == "" ? null : var.init_query
    max_connections_percent      = var.max_connections_percent
    max_idle_connections_percent = var.max_idle_connections_percent
    session_pinning_filters      = var.session_pinning_filters
  }
}

resource "aws_db_proxy_target" "cluster" {
  count  = local.create && var.target_db_cluster ? 1 : 0
  region = var.region

  db_proxy_name         = aws_db_proxy.this[0].name
  target_group_name     = aws_db_proxy_default_target_group.this[0].name
  db_cluster_identifier = var.db_cluster_identifier
}

resource "aws_db_proxy_target" "instance" {
  count  = local.create && var.target_db_instance ? 1 : 0
  region = var.region

  db_proxy_name          = aws_db_proxy.this[0].name
  target_group_name      = aws_db_proxy_default_target_group.this[0].name
  db_instance_identifier = var.db_instance_identifier
}

resource "aws_db_proxy_endpoint" "this" {
  for_each = local.create ? merge(var.db_proxy_endpoints, var.endpoints) : {}

  db_proxy_name          = aws_db_proxy.this[0].name
  db_proxy_endpoint_name = try(each.value.name, each.key)
  target_role            = lookup(each.value, "target_role", null)
}

output "proxy_id" { value = aws_db_proxy.this[0].id }
output "proxy_arn" { value = aws_db_proxy.this[0].arn }
output "proxy_endpoint" { value = aws_db_proxy.this[0].endpoint }
