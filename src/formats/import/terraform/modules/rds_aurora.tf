# What terraform-aws-modules/rds-aurora makes of its inputs, versions 7 to 10, as far as a design can say it.
# var.major is the version that is called.

variable "create" { default = true }
variable "create_cluster" { default = true }
variable "region" { default = null }
variable "name" { default = "" }
variable "cluster_use_name_prefix" { default = false }
variable "engine" { default = null }
variable "engine_mode" { default = "provisioned" }
variable "engine_version" { default = null }
variable "database_name" { default = null }
variable "port" { default = null }
variable "tags" { default = {} }
variable "cluster_tags" { default = {} }
variable "serverlessv2_scaling_configuration" { default = null }
variable "scaling_configuration" { default = null }

variable "is_primary_cluster" { default = true }
variable "global_cluster_identifier" { default = null }
variable "source_region" { default = null }
variable "replication_source_identifier" { default = null }
variable "enable_global_write_forwarding" { default = null }
variable "enable_local_write_forwarding" { default = null }

variable "master_username" { default = null }
variable "master_password" { default = null }
variable "master_password_wo" { default = null }
variable "create_random_password" { default = true }
variable "manage_master_user_password" { default = true }
variable "manage_master_user_password_rotation" { default = false }
variable "master_user_password_rotation_automatically_after_days" { default = null }
variable "master_user_password_rotation_schedule_expression" { default = null }
variable "iam_database_authentication_enabled" { default = null }
variable "enable_http_endpoint" { default = null }

variable "storage_encrypted" { default = true }
variable "kms_key_id" { default = null }
variable "storage_type" { default = null }
variable "backup_retention_period" { default = null }
variable "backtrack_window" { default = null }
variable "preferred_backup_window" { default = null }
variable "preferred_maintenance_window" { default = null }
variable "deletion_protection" { default = null }
variable "skip_final_snapshot" { default = false }
variable "snapshot_identifier" { default = null }
variable "restore_to_point_in_time" { default = null }
variable "s3_import" { default = null }
variable "network_type" { default = null }
variable "domain" { default = null }
variable "cluster_scalability_type" { default = null }

variable "enabled_cloudwatch_logs_exports" { default = [] }
variable "create_cloudwatch_log_group" { default = false }
variable "cloudwatch_log_group_retention_in_days" { default = 7 }
variable "database_insights_mode" { default = null }
variable "cluster_performance_insights_enabled" { default = null }
variable "cluster_performance_insights_retention_period" { default = null }
variable "cluster_monitoring_interval" { default = null }
variable "performance_insights_enabled" { default = null }
variable "performance_insights_retention_period" { default = null }
variable "monitoring_interval" { default = null }

variable "instances" { default = {} }
variable "instance_class" { default = null }
variable "cluster_instance_class" { default = null }
variable "publicly_accessible" { default = null }
variable "auto_minor_version_upgrade" { default = null }
variable "ca_cert_identifier" { default = null }
variable "instances_use_identifier_prefix" { default = false }

variable "create_db_subnet_group" { default = null }
variable "db_subnet_group_name" { default = null }
variable "subnets" { default = [] }
variable "create_security_group" { default = true }
variable "vpc_id" { default = null }
variable "vpc_security_group_ids" { default = [] }
variable "allowed_security_groups" { default = [] }
variable "allowed_cidr_blocks" { default = [] }
variable "security_group_rules" { default = {} }
variable "security_group_ingress_rules" { default = {} }

variable "create_db_cluster_parameter_group" { default = false }
variable "db_cluster_parameter_group_name" { default = null }
variable "db_cluster_parameter_group_family" { default = null }
variable "db_cluster_parameter_group_parameters" { default = [] }
variable "cluster_parameter_group" { default = null }
variable "cluster_parameter_group_name" { default = null }
variable "create_db_parameter_group" { default = false }
variable "db_parameter_group_name" { default = null }
variable "db_parameter_group_parameters" { default = [] }
variable "db_parameter_group" { default = null }

variable "endpoints" { default = {} }
variable "iam_roles" { default = {} }
variable "role_associations" { default = {} }
variable "autoscaling_enabled" { default = false }
variable "create_db_cluster_activity_stream" { default = false }
variable "cluster_activity_stream" { default = null }

locals {
  create        = var.create && var.create_cluster
  create_subnet = var.create_db_subnet_group == null ? var.major == 7 : var.create_db_subnet_group
  port          = var.port != null ? var.port : var.engine == "aurora-postgresql" ? 5432 : 3306
  is_managed    = var.major > 7 && var.global_cluster_identifier == null && var.manage_master_user_password
  subnet_group  = try(coalesce(var.db_subnet_group_name, var.name), null)

  makes_cluster_group = var.major == 10 ? var.cluster_parameter_group != null : var.create_db_cluster_parameter_group
  makes_group         = var.major == 10 ? var.db_parameter_group != null : var.create_db_parameter_group
}

resource "aws_rds_cluster" "this" {
  count  = local.create ? 1 : 0
  region = var.region

  cluster_identifier        = var.cluster_use_name_prefix ? null : var.name
  cluster_identifier_prefix = var.cluster_use_name_prefix ? "${var.name}-" : null
  cluster_scalability_type  = var.cluster_scalability_type
  engine                    = var.engine
  engine_mode               = var.engine_mode
  engine_version            = var.engine_version
  database_name             = var.is_primary_cluster ? var.database_name : null
  port                      = var.port
  tags                      = merge(var.tags, var.cluster_tags)

  global_cluster_identifier      = var.global_cluster_identifier
  source_region                  = var.source_region
  replication_source_identifier  = var.replication_source_identifier
  enable_global_write_forwarding = var.enable_global_write_forwarding
  enable_local_write_forwarding  = var.enable_local_write_forwarding

  master_username             = var.is_primary_cluster ? var.master_username != null ? var.master_username : var.major == 7 ? "root" : null : null
  manage_master_user_password = local.is_managed ? true : null
  master_password             = !var.is_primary_cluster || local.is_managed ? null : var.major == 7 && var.create_random_password ? sensitive("made") : var.major == 10 ? null : var.master_password
  master_password_wo          = var.major == 10 && var.is_primary_cluster && !local.is_managed ? var.master_password_wo : null

  iam_database_authentication_enabled = var.iam_database_authentication_enabled
  enable_http_endpoint                = var.enable_http_endpoint
  storage_encrypted                   = var.storage_encrypted
  kms_key_id                          = var.kms_key_id
  storage_type                        = var.storage_type
  backup_retention_period             = var.backup_retention_period != null ? var.backup_retention_period : var.major < 9 ? 7 : null
  backtrack_window                    = var.engine == "aurora-mysql" ? var.backtrack_window : null
  preferred_backup_window             = var.preferred_backup_window != null ? var.preferred_backup_window : var.major < 10 ? "02:00-03:00" : null
  preferred_maintenance_window        = var.preferred_maintenance_window != null ? var.preferred_maintenance_window : var.major < 10 ? "sun:05:00-sun:06:00" : null
  deletion_protection                 = var.deletion_protection
  skip_final_snapshot                 = var.skip_final_snapshot
  snapshot_identifier                 = var.snapshot_identifier
  network_type                        = var.network_type
  domain                              = var.domain

  enabled_cloudwatch_logs_exports       = var.enabled_cloudwatch_logs_exports
  database_insights_mode                = var.database_insights_mode
  performance_insights_enabled          = var.cluster_performance_insights_enabled
  performance_insights_retention_period = var.cluster_performance_insights_retention_period
  monitoring_interval                   = var.cluster_monitoring_interval

  db_subnet_group_name            = local.create_subnet ? aws_db_subnet_group.this[0].name : local.subnet_group
  vpc_security_group_ids          = compact(concat([try(aws_security_group.this[0].id, "")], var.vpc_security_group_ids))
  db_cluster_parameter_group_name = local.makes_cluster_group ? aws_rds_cluster_parameter_group.this[0].id : var.major == 10 ? var.cluster_parameter_group_name : var.db_cluster_parameter_group_name

  dynamic "serverlessv2_scaling_configuration" {
    for_each = var.serverlessv2_scaling_configuration == null || var.engine_mode != "provisioned" ? [] : length(var.serverlessv2_scaling_configuration) > 0 ? [var.serverlessv2_scaling_configuration] : []

    content {
      min_capacity             = serverlessv2_scaling_configuration.value.min_capacity
      max_capacity             = serverlessv2_scaling_configuration.value.max_capacity
      seconds_until_auto_pause = try(serverlessv2_scaling_configuration.value.seconds_until_auto_pause, null)
    }
  }

  dynamic "scaling_configuration" {
    for_each = var.engine_mode == "serverless" ? [1] : []
    content {}
  }

  dynamic "restore_to_point_in_time" {
    for_each = var.restore_to_point_in_time == null ? [] : length(var.restore_to_point_in_time) > 0 ? [1] : []
    content {}
  }

  dynamic "s3_import" {
    for_each = var.s3_import == null ? [] : length(var.s3_import) > 0 ? [1] : []
    content {}
  }
}

resource "aws_rds_cluster_instance" "this" {
  for_each = { for k, v in var.instances : k => v if local.create && var.engine_mode != "serverless" }
  region   = var.region

  identifier                            = var.instances_use_identifier_prefix ? null : try(each.value.identifier, null) != null ? each.value.identifier : "${var.name}-${each.key}"
  cluster_identifier                    = aws_rds_cluster.this[0].id
  instance_class                        = try(each.value.instance_class, null) != null ? each.value.instance_class : var.major == 10 ? var.cluster_instance_class : var.instance_class
  availability_zone                     = try(each.value.availability_zone, null)
  promotion_tier                        = try(each.value.promotion_tier, null)
  publicly_accessible                   = try(each.value.publicly_accessible, var.publicly_accessible)
  auto_minor_version_upgrade            = try(each.value.auto_minor_version_upgrade, var.auto_minor_version_upgrade)
  ca_cert_identifier                    = try(each.value.ca_cert_identifier, var.ca_cert_identifier)
  monitoring_interval                   = try(each.value.monitoring_interval, var.major == 10 ? null : var.monitoring_interval)
  performance_insights_enabled          = try(each.value.performance_insights_enabled, var.major == 10 ? null : var.performance_insights_enabled)
  performance_insights_retention_period = try(each.value.performance_insights_retention_period, var.major == 10 ? null : var.performance_insights_retention_period)
  db_parameter_group_name               = local.makes_group ? aws_db_parameter_group.this[0].id : try(each.value.db_parameter_group_name, var.db_parameter_group_name)
}

resource "aws_db_subnet_group" "this" {
  count  = local.create && local.create_subnet ? 1 : 0
  region = var.region

  name       = local.subnet_group
  subnet_ids = var.subnets
}

resource "aws_security_group" "this" {
  count  = local.create && var.create_security_group ? 1 : 0
  region = var.region

  vpc_id = var.vpc_id
}

resource "aws_security_group_rule" "groups" {
  for_each = var.major == 7 && local.create ? { for k, v in var.allowed_security_groups : k => v } : {}

  type                     = "ingress"
  from_port                = local.port
  to_port                  = local.port
  protocol                 = "tcp"
  security_group_id        = aws_security_group.this[0].id
  source_security_group_id = each.value
}

resource "aws_security_group_rule" "ranges" {
  for_each = var.major == 7 && local.create && length(var.allowed_cidr_blocks) > 0 ? { all = var.allowed_cidr_blocks } : {}

  type              = "ingress"
  from_port         = local.port
  to_port           = local.port
  protocol          = "tcp"
  security_group_id = aws_security_group.this[0].id
  cidr_blocks       = each.value
}

resource "aws_security_group_rule" "this" {
  for_each = { for k, v in var.security_group_rules : k => v if local.create && var.create_security_group }

  type                     = try(each.value.type, "ingress")
  from_port                = try(each.value.from_port, local.port)
  to_port                  = try(each.value.to_port, local.port)
  protocol                 = try(each.value.protocol, "tcp")
  security_group_id        = aws_security_group.this[0].id
  cidr_blocks              = lookup(each.value, "cidr_blocks", null)
  ipv6_cidr_blocks         = lookup(each.value, "ipv6_cidr_blocks", null)
  prefix_list_ids          = lookup(each.value, "prefix_list_ids", null)
  self                     = lookup(each.value, "self", null)
  source_security_group_id = lookup(each.value, "source_security_group_id", null)
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = { for k, v in var.security_group_ingress_rules : k => v if local.create && var.create_security_group }

  security_group_id            = aws_security_group.this[0].id
  from_port                    = try(each.value.from_port, local.port)
  to_port                      = try(each.value.to_port, local.port)
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  cidr_ipv4                    = lookup(each.value, "cidr_ipv4", null)
  cidr_ipv6                    = lookup(each.value, "cidr_ipv6", null)
  prefix_list_id               = lookup(each.value, "prefix_list_id", null)
  referenced_security_group_id = lookup(each.value, "referenced_security_group_id", null)
}

resource "aws_rds_cluster_parameter_group" "this" {
  count  = local.create && local.makes_cluster_group ? 1 : 0
  region = var.region

  name   = var.major == 10 ? try(var.cluster_parameter_group.name, null) : try(coalesce(var.db_cluster_parameter_group_name, var.name), null)
  family = var.major == 10 ? var.cluster_parameter_group.family : var.db_cluster_parameter_group_family

  dynamic "parameter" {
    for_each = var.major == 10 ? [for p in try(var.cluster_parameter_group.parameters, []) : p] : var.db_cluster_parameter_group_parameters

    content {
      name  = parameter.value.name
      value = parameter.value.value
    }
  }
}

resource "aws_db_parameter_group" "this" {
  count  = local.create && local.makes_group ? 1 : 0
  region = var.region

  name = var.major == 10 ? try(var.db_parameter_group.name, null) : try(coalesce(var.db_parameter_group_name, var.name), null)

  dynamic "parameter" {
    for_each = var.major == 10 ? [for p in try(var.db_parameter_group.parameters, []) : p] : var.db_parameter_group_parameters

    content {
      name = parameter.value.name
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = toset([for log in var.enabled_cloudwatch_logs_exports : log if local.create && var.create_cloudwatch_log_group])

  name              = "/aws/rds/cluster/${var.name}/${each.value}"
  retention_in_days = var.cloudwatch_log_group_retention_in_days
}

resource "aws_secretsmanager_secret_rotation" "this" {
  count = local.create && local.is_managed && var.manage_master_user_password_rotation ? 1 : 0

  secret_id = aws_rds_cluster.this[0].master_user_secret[0].secret_arn

  rotation_rules {
    automatically_after_days = var.master_user_password_rotation_automatically_after_days
    schedule_expression      = var.master_user_password_rotation_schedule_expression
  }
}

resource "aws_rds_cluster_endpoint" "this" {
  for_each = var.endpoints

  cluster_endpoint_identifier = try(each.value.identifier, each.key)
  cluster_identifier          = aws_rds_cluster.this[0].id
  custom_endpoint_type        = each.value.type
}

resource "aws_rds_cluster_role_association" "this" {
  for_each = var.major == 10 ? var.role_associations : var.iam_roles

  db_cluster_identifier = aws_rds_cluster.this[0].id
  feature_name          = try(each.value.feature_name, each.key)
}

resource "aws_rds_cluster_activity_stream" "this" {
  for_each = var.create_db_cluster_activity_stream || var.cluster_activity_stream != null ? toset(["this"]) : toset([])

  resource_arn = aws_rds_cluster.this[0].arn
}

resource "aws_appautoscaling_target" "this" {
  for_each = var.autoscaling_enabled ? toset(["this"]) : toset([])

  resource_id        = "cluster:${aws_rds_cluster.this[0].cluster_identifier}"
  scalable_dimension = "rds:cluster:ReadReplicaCount"
  service_namespace  = "rds"
}

output "cluster_id" { value = aws_rds_cluster.this[0].id }
output "cluster_arn" { value = aws_rds_cluster.this[0].arn }
output "cluster_resource_id" { value = aws_rds_cluster.this[0].cluster_resource_id }
output "cluster_endpoint" { value = aws_rds_cluster.this[0].endpoint }
output "cluster_reader_endpoint" { value = aws_rds_cluster.this[0].reader_endpoint }
output "cluster_engine_version_actual" { value = aws_rds_cluster.this[0].engine_version_actual }
output "cluster_database_name" { value = var.database_name }
output "cluster_port" { value = aws_rds_cluster.this[0].port }
output "cluster_master_username" { value = aws_rds_cluster.this[0].master_username }
output "cluster_master_password" { value = sensitive("made") }
output "cluster_master_user_secret" { value = aws_rds_cluster.this[0].master_user_secret }
output "cluster_instances" { value = aws_rds_cluster_instance.this }
output "security_group_id" { value = aws_security_group.this[0].id }
output "db_subnet_group_name" { value = local.create_subnet ? aws_db_subnet_group.this[0].name : local.subnet_group }
