# solo (staging): aurora-postgresql 17.7, 0.5 to 2 ACU, a writer, in us-east-1
# Made by Aurora Designer 0.1.0 with the prices of 2026-10-10.
#
# A month costs $50.60 idle, $100.18 typical, $187.78 with everything at its maximum (USD, before tax).
#
# IAM roles and dashboards carry the Region in their names, so that a project can stand in several: over the state of an older file the next apply makes them anew, once, under these names.
#
# Open the design: append this to the address of Aurora Designer.
# #v=1&p=2026-10&name=solo&env=staging&min=0.5&max=2&nodes=c0&k=f930

terraform {
  required_version = ">= 1.11.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.28"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.7"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = merge(var.tags, { Project = var.project_name, Environment = var.environment, ManagedBy = "terraform" })
  }
}

# ------------------------------------------------------------------------------
# Variables: what a team changes
# ------------------------------------------------------------------------------

variable "region" {
  description = "AWS Region of the cluster. Its zones and its key must be changed with it."
  type        = string
  default     = "us-east-1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "The Region must look like us-east-1."
  }
}

variable "project_name" {
  description = "Prefix of the names; changing it replaces the cluster."
  type        = string
  default     = "solo"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z](-?[a-z0-9])*$", var.project_name)) && length(var.project_name) <= 40
    error_message = "The name must be 1 to 40 lower-case letters, digits or single hyphens, start with a letter and not end with a hyphen."
  }
}

variable "environment" {
  description = "Tag of every resource."
  type        = string
  default     = "staging"
  nullable    = false

  validation {
    condition     = length(var.environment) >= 1 && length(var.environment) <= 256
    error_message = "The environment must have 1 to 256 letters."
  }
}

variable "tags" {
  description = "Further tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.tags) <= 46
    error_message = "AWS takes 50 tags a resource, and the configuration adds up to four."
  }
}

variable "vpc_cidr" {
  description = "IPv4 range of the VPC."
  type        = string
  default     = "10.0.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.vpc_cidr)) && try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0], false)
    error_message = "The range must be written as a network address, for example 10.0.0.0/16."
  }

  validation {
    condition     = try(tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 26, false)
    error_message = "The range must be a /16 to a /26: a smaller one has no room for the subnets."
  }
}

variable "availability_zones" {
  description = "Availability Zones of the database subnets, in order. Their letters differ from account to account."
  type        = list(string)
  default     = ["us-east-1a", "us-east-1b", "us-east-1c"]
  nullable    = false

  validation {
    condition     = length(distinct(var.availability_zones)) == length(var.availability_zones)
    error_message = "Name every Availability Zone once."
  }

  validation {
    condition     = length(var.availability_zones) >= 3
    error_message = "Give 3 Availability Zones at least: the instances stand in them."
  }
}

variable "engine_version" {
  description = "Version of the engine, in full. A new minor waits for the maintenance window; a new major needs allow_major_version_upgrade as well."
  type        = string
  default     = "17.7"
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]+([.][0-9]+)?$", var.engine_version))
    error_message = "An Aurora PostgreSQL version looks like 17.7."
  }
}

variable "allow_major_version_upgrade" {
  description = "Let a change of engine_version be a major upgrade. Try it on a clone and take a snapshot first: there is no way back. Set it back afterwards."
  type        = bool
  default     = false
  nullable    = false
}

variable "min_acu" {
  description = "Smallest capacity of each instance in ACU; 0 lets it pause."
  type        = number
  default     = 0.5
  nullable    = false

  validation {
    condition     = var.min_acu >= 0 && var.min_acu <= 256 && floor(var.min_acu * 2) == var.min_acu * 2
    error_message = "The minimum must be 0 to 256 ACU, in steps of 0.5."
  }
}

variable "max_acu" {
  description = "Largest capacity of each instance in ACU."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = var.max_acu >= 1 && var.max_acu <= 256 && floor(var.max_acu * 2) == var.max_acu * 2
    error_message = "The maximum must be 1 to 256 ACU, in steps of 0.5."
  }

  validation {
    condition     = var.max_acu >= var.min_acu
    error_message = "The maximum must not be below the minimum."
  }
}

variable "backup_retention_days" {
  description = "Days of automated backups."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35 && floor(var.backup_retention_days) == var.backup_retention_days
    error_message = "Aurora keeps automated backups for 1 to 35 days."
  }
}

variable "log_retention_days" {
  description = "Days for which logs are kept; 0 keeps them for ever."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = contains([0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "CloudWatch Logs keeps logs for 0 (for ever), 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days."
  }
}

variable "deletion_protection" {
  description = "Refuse to delete the cluster."
  type        = bool
  default     = true
  nullable    = false
}

variable "alarm_email" {
  description = "Address that receives the alarms, null for none. It must be confirmed from the mailbox."
  type        = string
  default     = null

  validation {
    condition     = var.alarm_email == null || can(regex("^[^@[:space:]]+@[^@[:space:]]+$", var.alarm_email))
    error_message = "The address must look like team@example.com."
  }
}

# ------------------------------------------------------------------------------
# Names, zones and the account
# ------------------------------------------------------------------------------

locals {
  cluster_name = "${var.project_name}-cluster"
  port         = 5432
  log_types    = ["postgresql"]
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_availability_zones" "this" {
  state = "available"

  filter {
    name   = "zone-name"
    values = var.availability_zones
  }

  lifecycle {
    postcondition {
      condition     = length(self.names) == length(var.availability_zones)
      error_message = "This account does not have every Availability Zone named in the variable."
    }
  }
}

# ------------------------------------------------------------------------------
# Encryption
# ------------------------------------------------------------------------------

# A destroy deletes the key 30 days later, and then nobody can read the final snapshot: copy it under another key before.
resource "aws_kms_key" "this" {
  description             = "Encrypts storage, master secret, insights, logs and alarms of ${var.project_name}"
  deletion_window_in_days = 30
  enable_key_rotation     = true

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountAdministration"
        Effect    = "Allow"
        Action    = "kms:*"
        Resource  = "*"
        Principal = { AWS = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root" }
      },
      {
        Sid       = "Logs"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
        Resource  = "*"
        Principal = { Service = "logs.${var.region}.${data.aws_partition.current.dns_suffix}" }
        Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:${data.aws_partition.current.partition}:logs:${var.region}:${data.aws_caller_identity.current.account_id}:log-group:*" } }
      },
      {
        Sid       = "Alarms"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
        Principal = { Service = "cloudwatch.amazonaws.com" }
        Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
      },
    ]
  })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.project_name}-aurora"
  target_key_id = aws_kms_key.this.key_id
}

# ------------------------------------------------------------------------------
# Network
# ------------------------------------------------------------------------------

resource "aws_vpc" "this" {
  cidr_block           = var.vpc_cidr
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = {
    Name = "${var.project_name}-database"
  }
}

# Without rules: nothing works by belonging to the VPC alone.
resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_cloudwatch_log_group" "flow_logs" {
  name              = "/aws/vpc/${var.project_name}/flow-logs"
  kms_key_id        = aws_kms_key.this.arn
  retention_in_days = var.log_retention_days
}

resource "aws_iam_role" "flow_logs" {
  name = "${var.project_name}-${var.region}-flows"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "vpc-flow-logs.amazonaws.com" }
        Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
      },
    ]
  })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_iam_role_policy" "flow_logs" {
  name = "write-flow-logs"
  role = aws_iam_role.flow_logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.flow_logs.arn}:*"]
      },
    ]
  })
}

resource "aws_flow_log" "this" {
  iam_role_arn    = aws_iam_role.flow_logs.arn
  log_destination = aws_cloudwatch_log_group.flow_logs.arn
  traffic_type    = "ALL"
  vpc_id          = aws_vpc.this.id

  depends_on = [aws_iam_role_policy.flow_logs]
}

resource "aws_subnet" "database" {
  for_each = toset(data.aws_availability_zones.this.names)

  availability_zone       = each.value
  cidr_block              = cidrsubnet(var.vpc_cidr, max(2, 24 - tonumber(split("/", var.vpc_cidr)[1])), index(var.availability_zones, each.value))
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.this.id

  tags = {
    Name = "${var.project_name}-database-${each.value}"
  }
}

resource "aws_db_subnet_group" "this" {
  name        = "${var.project_name}-database"
  description = "Database subnets of ${var.project_name}"
  subnet_ids  = [for zone in var.availability_zones : aws_subnet.database[zone].id]
}

resource "aws_security_group" "cluster" {
  name_prefix            = "aurora-${var.project_name}-cluster-"
  description            = "Aurora cluster of ${var.project_name}"
  revoke_rules_on_delete = true
  vpc_id                 = aws_vpc.this.id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "cluster_from_vpc" {
  security_group_id = aws_security_group.cluster.id
  cidr_ipv4         = aws_vpc.this.cidr_block
  description       = "Everyone in the VPC: the design names no client security group"
  from_port         = local.port
  ip_protocol       = "tcp"
  to_port           = local.port
}

# ------------------------------------------------------------------------------
# Parameters and logs
# ------------------------------------------------------------------------------

resource "aws_rds_cluster_parameter_group" "this" {
  name_prefix = "${var.project_name}-cluster-"
  description = "Cluster parameters of ${var.project_name}"
  family      = "aurora-postgresql${split(".", var.engine_version)[0]}"

  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }

  parameter {
    name  = "log_statement"
    value = "ddl"
  }

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# Made before RDS would make them itself, without an end to their retention.
resource "aws_cloudwatch_log_group" "cluster" {
  for_each = toset(local.log_types)

  name              = "/aws/rds/cluster/${local.cluster_name}/${each.value}"
  kms_key_id        = aws_kms_key.this.arn
  retention_in_days = var.log_retention_days

  lifecycle {
    create_before_destroy = true
  }
}

# ------------------------------------------------------------------------------
# Aurora cluster
# ------------------------------------------------------------------------------

# A destroyed cluster leaves its final snapshot behind: the next one's needs another name.
resource "random_id" "final_snapshot" {
  byte_length = 4

  keepers = {
    cluster  = local.cluster_name
    project  = var.project_name
    region   = var.region
    engine   = "aurora-postgresql"
    database = "app"
    user     = "postgres"
    key      = "create"
  }
}

resource "aws_rds_cluster" "this" {
  # checkov:skip=CKV2_AWS_8:The design has no AWS Backup here
  cluster_identifier = local.cluster_name

  engine                      = "aurora-postgresql"
  engine_mode                 = "provisioned"
  engine_version              = var.engine_version
  port                        = local.port
  allow_major_version_upgrade = var.allow_major_version_upgrade

  database_name                       = "app"
  iam_database_authentication_enabled = true
  master_username                     = "postgres"
  manage_master_user_password         = true
  master_user_secret_kms_key_id       = aws_kms_key.this.arn

  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this.name
  db_subnet_group_name            = aws_db_subnet_group.this.name
  vpc_security_group_ids          = [aws_security_group.cluster.id]

  kms_key_id        = aws_kms_key.this.arn
  storage_encrypted = true
  storage_type      = "aurora"

  apply_immediately            = false
  backup_retention_period      = var.backup_retention_days
  copy_tags_to_snapshot        = true
  preferred_backup_window      = "03:00-04:00"
  preferred_maintenance_window = "sun:04:00-sun:05:00"

  deletion_protection       = var.deletion_protection
  final_snapshot_identifier = "${local.cluster_name}-final-${random_id.final_snapshot.hex}"
  skip_final_snapshot       = false

  enabled_cloudwatch_logs_exports       = local.log_types
  database_insights_mode                = "standard"
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = aws_kms_key.this.arn
  performance_insights_retention_period = 7

  serverlessv2_scaling_configuration {
    max_capacity = var.max_acu
    min_capacity = var.min_acu
  }

  depends_on = [aws_cloudwatch_log_group.cluster]
}

# ------------------------------------------------------------------------------
# Instances
# ------------------------------------------------------------------------------

resource "aws_iam_role" "monitoring" {
  name = "${var.project_name}-${var.region}-monitor"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "monitoring.rds.amazonaws.com" }
        Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
      },
    ]
  })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  role       = aws_iam_role.monitoring.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

# The first instance of a cluster becomes its writer, so the readers wait for it.
resource "aws_rds_cluster_instance" "writer" {
  # checkov:skip=CKV_AWS_226:An LTS version stays LTS only without automatic minor upgrades
  identifier         = "${local.cluster_name}-writer"
  cluster_identifier = aws_rds_cluster.this.id
  instance_class     = "db.serverless"
  engine             = aws_rds_cluster.this.engine
  engine_version     = aws_rds_cluster.this.engine_version

  availability_zone    = var.availability_zones[2]
  db_subnet_group_name = aws_db_subnet_group.this.name
  promotion_tier       = 0
  publicly_accessible  = false

  auto_minor_version_upgrade = false
  ca_cert_identifier         = "rds-ca-rsa2048-g1"
  copy_tags_to_snapshot      = true

  monitoring_interval                   = 60
  monitoring_role_arn                   = aws_iam_role.monitoring.arn
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = aws_kms_key.this.arn
  performance_insights_retention_period = 7

  depends_on = [aws_iam_role_policy_attachment.monitoring]
}

# ------------------------------------------------------------------------------
# Alarms
# ------------------------------------------------------------------------------

resource "aws_sns_topic" "alarms" {
  name              = "${var.project_name}-alarms"
  kms_master_key_id = aws_kms_key.this.arn
}

resource "aws_sns_topic_subscription" "email" {
  count = var.alarm_email == null ? 0 : 1

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = var.alarm_email
}

check "alarms_have_a_receiver" {
  assert {
    condition     = var.alarm_email != null
    error_message = "No alarm_email is set: alarms are raised and nobody is told."
  }
}

resource "aws_cloudwatch_metric_alarm" "acu_utilization" {
  for_each = toset(["writer"])

  alarm_name          = "${local.cluster_name}-${each.key}-acu-utilization"
  alarm_description   = "${each.key} uses 90 % of its ${var.max_acu} ACU or more"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 5
  metric_name         = "ACUUtilization"
  namespace           = "AWS/RDS"
  period              = 60
  statistic           = "Average"
  threshold           = 90
  treat_missing_data  = "notBreaching"

  alarm_actions = [aws_sns_topic.alarms.arn]
  ok_actions    = [aws_sns_topic.alarms.arn]

  dimensions = {
    DBInstanceIdentifier = "${local.cluster_name}-${each.key}"
  }
}

# max_connections follows max_acu: a change there needs another threshold here.
resource "aws_cloudwatch_metric_alarm" "connections" {
  for_each = toset(["writer"])

  alarm_name          = "${local.cluster_name}-${each.key}-connections"
  alarm_description   = "Over 90 % of the 400 connections that an instance takes"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 5
  metric_name         = "DatabaseConnections"
  namespace           = "AWS/RDS"
  period              = 60
  statistic           = "Average"
  threshold           = 360
  treat_missing_data  = "notBreaching"

  alarm_actions = [aws_sns_topic.alarms.arn]
  ok_actions    = [aws_sns_topic.alarms.arn]

  dimensions = {
    DBInstanceIdentifier = "${local.cluster_name}-${each.key}"
  }
}

resource "aws_cloudwatch_metric_alarm" "freeable_memory" {
  for_each = toset(["writer"])

  alarm_name          = "${local.cluster_name}-${each.key}-freeable-memory"
  alarm_description   = "${each.key} has less than 5 % of the memory free that ${var.max_acu} ACU have"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 15
  metric_name         = "FreeableMemory"
  namespace           = "AWS/RDS"
  period              = 60
  statistic           = "Average"
  threshold           = floor(var.max_acu * 2 * 1024 * 1024 * 1024 * 5 / 100)
  treat_missing_data  = "notBreaching"

  alarm_actions = [aws_sns_topic.alarms.arn]
  ok_actions    = [aws_sns_topic.alarms.arn]

  dimensions = {
    DBInstanceIdentifier = "${local.cluster_name}-${each.key}"
  }
}

resource "aws_cloudwatch_metric_alarm" "deadlocks" {
  alarm_name          = "${local.cluster_name}-deadlocks"
  alarm_description   = "The writer sees more than one deadlock in 10 seconds"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 5
  metric_name         = "Deadlocks"
  namespace           = "AWS/RDS"
  period              = 60
  statistic           = "Average"
  threshold           = 0.1
  treat_missing_data  = "notBreaching"

  alarm_actions = [aws_sns_topic.alarms.arn]
  ok_actions    = [aws_sns_topic.alarms.arn]

  dimensions = {
    DBClusterIdentifier = local.cluster_name
    Role                = "WRITER"
  }
}

# ------------------------------------------------------------------------------
# Outputs
# ------------------------------------------------------------------------------

output "cluster_endpoint" {
  description = "Host of the writer."
  value       = aws_rds_cluster.this.endpoint
}

output "reader_endpoint" {
  description = "Host of the readers; of the writer where there are none."
  value       = aws_rds_cluster.this.reader_endpoint
}

output "port" {
  description = "Port of the cluster."
  value       = aws_rds_cluster.this.port
}

output "database_name" {
  description = "The first database."
  value       = aws_rds_cluster.this.database_name
}

output "secret_arn" {
  description = "Secret with the master user and its password."
  value       = aws_rds_cluster.this.master_user_secret[0].secret_arn
  sensitive   = true
}

output "cluster_arn" {
  description = "The cluster."
  value       = aws_rds_cluster.this.arn
}

output "cluster_resource_id" {
  description = "Id of the cluster in the ARNs of rds-db:connect, to log in with IAM."
  value       = aws_rds_cluster.this.cluster_resource_id
}

output "security_group_id" {
  description = "Security group of the cluster."
  value       = aws_security_group.cluster.id
}

output "kms_key_arn" {
  description = "The key; who reads the secret must decrypt with it."
  value       = aws_kms_key.this.arn
}

output "vpc_id" {
  description = "The VPC, to peer with. It has no way to the internet, and to services of AWS none but its interface endpoints."
  value       = aws_vpc.this.id
}

output "alarm_topic_arn" {
  description = "Topic of the alarms, for further receivers."
  value       = aws_sns_topic.alarms.arn
}
