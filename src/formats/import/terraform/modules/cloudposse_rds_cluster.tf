# What cloudposse/rds-cluster makes of its inputs, as far as a design can say it.

variable "enabled" { default = true }
variable "context" { default = null }
variable "namespace" { default = null }
variable "environment" { default = null }
variable "stage" { default = null }
variable "name" { default = null }
variable "attributes" { default = [] }
variable "tags" { default = {} }
variable "cluster_identifier" { default = "" }

variable "engine" { default = "aurora" }
variable "engine_mode" { default = "provisioned" }
variable "engine_version" { default = null }
variable "db_name" { default = null }
variable "db_port" { default = 3306 }
variable "admin_user" { default = "admin" }
variable "admin_password" { default = null }
variable "manage_admin_user_password" { default = false }
variable "iam_database_authentication_enabled" { default = null }
variable "enable_http_endpoint" { default = null }
variable "iam_roles" { default = [] }

variable "cluster_type" { default = "regional" }
variable "global_cluster_identifier" { default = null }
variable "source_region" { default = null }
variable "replication_source_identifier" { default = null }
variable "enable_global_write_forwarding" { default = null }
variable "enable_local_write_forwarding" { default = null }

variable "storage_encrypted" { default = false }
variable "storage_type" { default = null }
variable "kms_key_arn" { default = null }
variable "retention_period" { default = 5 }
variable "backup_window" { default = "07:00-09:00" }
variable "maintenance_window" { default = "wed:03:00-wed:04:00" }
variable "backtrack_window" { default = null }
variable "deletion_protection" { default = null }
variable "skip_final_snapshot" { default = true }
variable "snapshot_identifier" { default = null }
variable "restore_to_point_in_time" { default = [] }
variable "s3_import" { default = null }
variable "network_type" { default = null }

variable "enabled_cloudwatch_logs_exports" { default = [] }
variable "database_insights_mode" { default = null }
variable "performance_insights_enabled" { default = null }
variable "performance_insights_retention_period" { default = null }
variable "rds_monitoring_interval" { default = null }

variable "cluster_size" { default = 2 }
variable "instance_type" { default = "db.t2.small" }
variable "serverlessv2_scaling_configuration" { default = null }
variable "promotion_tier" { default = null }
variable "publicly_accessible" { default = null }
variable "auto_minor_version_upgrade" { default = null }
variable "instance_availability_zone" { default = "" }
variable "ca_cert_identifier" { default = null }
variable "autoscaling_enabled" { default = false }

variable "vpc_id" { default = null }
variable "subnets" { default = [] }
variable "subnet_group_name" { default = "" }
variable "security_groups" { default = [] }
variable "allowed_cidr_blocks" { default = [] }
variable "vpc_security_group_ids" { default = [] }

variable "cluster_family" { default = null }
variable "cluster_parameters" { default = [] }
variable "instance_parameters" { default = [] }

locals {
  parts      = compact(concat([var.namespace, var.environment, var.stage, var.name], var.attributes))
  label      = length(local.parts) == 0 && var.context != null ? var.context.id : lower(join("-", local.parts))
  identifier = var.cluster_identifier == "" || var.cluster_identifier == null ? local.label : var.cluster_identifier
  # In this label `environment` is mostly a short Region, `stage` what others call the environment.
  stage_tag = var.stage != null ? { Stage = var.stage } : var.environment != null ? { Environment = var.environment } : {}
}

resource "aws_rds_cluster" "this" {
  count = var.enabled ? 1 : 0

  cluster_identifier = local.identifier
  engine             = var.engine
  engine_mode        = var.engine_mode
  engine_version     = var.engine_version
  database_name      = var.db_name == "" ? null : var.db_name
  port               = var.db_port
  tags               = merge(var.tags, local.stage_tag)

  master_username             = var.admin_user
  manage_master_user_password = var.manage_admin_user_password ? true : null
  master_password             = var.manage_admin_user_password ? null : var.admin_password

  iam_database_authentication_enabled = var.iam_database_authentication_enabled
  enable_http_endpoint                = var.enable_http_endpoint
  iam_roles                           = var.iam_roles

  global_cluster_identifier      = var.cluster_type == "regional" ? null : var.global_cluster_identifier
  source_region                  = var.source_region == "" ? null : var.source_region
  replication_source_identifier  = var.replication_source_identifier == "" ? null : var.replication_source_identifier
  enable_global_write_forwarding = var.enable_global_write_forwarding
  enable_local_write_forwarding  = var.enable_local_write_forwarding

  storage_encrypted            = var.storage_encrypted
  storage_type                 = var.storage_type
  kms_key_id                   = var.kms_key_arn == "" ? null : var.kms_key_arn
  backup_retention_period      = var.retention_period
  preferred_backup_window      = var.backup_window
  preferred_maintenance_window = var.maintenance_window
  backtrack_window             = var.backtrack_window
  deletion_protection          = var.deletion_protection
  skip_final_snapshot          = var.skip_final_snapshot
  snapshot_identifier          = var.snapshot_identifier
  network_type                 = var.network_type

  enabled_cloudwatch_logs_exports       = var.enabled_cloudwatch_logs_exports
  database_insights_mode                = var.database_insights_mode
  performance_insights_enabled          = var.performance_insights_enabled
  performance_insights_retention_period = var.performance_insights_retention_period

  db_subnet_group_name            = aws_db_subnet_group.this[0].name
  vpc_security_group_ids          = concat([aws_security_group.this[0].id], var.vpc_security_group_ids)
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this[0].id

  dynamic "serverlessv2_scaling_configuration" {
    for_each = var.serverlessv2_scaling_configuration[*]

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
    for_each = var.restore_to_point_in_time
    content {}
  }

  dynamic "s3_import" {
    for_each = var.s3_import[*]
    content {}
  }
}

resource "aws_rds_cluster_instance" "this" {
  count = var.enabled ? var.cluster_size : 0

  identifier                            = "${local.identifier}-${count.index + 1}"
  cluster_identifier                    = aws_rds_cluster.this[0].id
  instance_class                        = var.serverlessv2_scaling_configuration != null ? "db.serverless" : var.instance_type
  availability_zone                     = var.instance_availability_zone == "" ? null : var.instance_availability_zone
  promotion_tier                        = var.promotion_tier
  publicly_accessible                   = var.publicly_accessible
  auto_minor_version_upgrade            = var.auto_minor_version_upgrade
  ca_cert_identifier                    = var.ca_cert_identifier
  monitoring_interval                   = var.rds_monitoring_interval
  performance_insights_enabled          = var.performance_insights_enabled
  performance_insights_retention_period = var.performance_insights_retention_period
  db_parameter_group_name               = length(var.instance_parameters) > 0 ? aws_db_parameter_group.this[0].id : null
}

resource "aws_db_subnet_group" "this" {
  count = var.enabled ? 1 : 0

  name       = var.subnet_group_name == "" || var.subnet_group_name == null ? local.label : var.subnet_group_name
  subnet_ids = var.subnets
}

resource "aws_security_group" "this" {
  count = var.enabled ? 1 : 0

  vpc_id = var.vpc_id
}

resource "aws_security_group_rule" "groups" {
  for_each = { for k, v in var.security_groups : k => v if var.enabled }

  type                     = "ingress"
  from_port                = var.db_port
  to_port                  = var.db_port
  protocol                 = "tcp"
  security_group_id        = aws_security_group.this[0].id
  source_security_group_id = each.value
}

resource "aws_security_group_rule" "ranges" {
  for_each = length(var.allowed_cidr_blocks) > 0 ? { all = var.allowed_cidr_blocks } : {}

  type              = "ingress"
  from_port         = var.db_port
  to_port           = var.db_port
  protocol          = "tcp"
  security_group_id = aws_security_group.this[0].id
  cidr_blocks       = each.value
}

resource "aws_rds_cluster_parameter_group" "this" {
  count = var.enabled ? 1 : 0

  name   = local.label
  family = var.cluster_family

  dynamic "parameter" {
    for_each = var.cluster_parameters

    content {
      name  = parameter.value.name
      value = parameter.value.value
    }
  }
}

resource "aws_db_parameter_group" "this" {
  count = var.enabled && length(var.instance_parameters) > 0 ? 1 : 0

  name = local.label

  dynamic "parameter" {
    for_each = var.instance_parameters

    content {
      name = parameter.value.name
    }
  }
}

resource "aws_appautoscaling_target" "this" {
  for_each = var.autoscaling_enabled ? toset(["this"]) : toset([])

  resource_id        = "cluster:${aws_rds_cluster.this[0].cluster_identifier}"
  scalable_dimension = "rds:cluster:ReadReplicaCount"
  service_namespace  = "rds"
}

output "cluster_identifier" { value = aws_rds_cluster.this[0].cluster_identifier }
output "arn" { value = aws_rds_cluster.this[0].arn }
output "endpoint" { value = aws_rds_cluster.this[0].endpoint }
output "reader_endpoint" { value = aws_rds_cluster.this[0].reader_endpoint }
output "database_name" { value = var.db_name }
output "master_username" { value = aws_rds_cluster.this[0].master_username }
output "security_group_id" { value = aws_security_group.this[0].id }
