# What terraform-aws-modules/vpc makes of its inputs, as far as a design can say it.

variable "create_vpc" { default = true }
variable "region" { default = null }
variable "name" { default = "" }
variable "cidr" { default = "10.0.0.0/16" }
variable "azs" { default = [] }
variable "private_subnets" { default = [] }
variable "public_subnets" { default = [] }
variable "intra_subnets" { default = [] }
variable "database_subnets" { default = [] }
variable "create_database_subnet_group" { default = true }
variable "database_subnet_group_name" { default = null }

resource "aws_vpc" "this" {
  count  = var.create_vpc ? 1 : 0
  region = var.region

  cidr_block = var.cidr
}

resource "aws_subnet" "private" {
  count  = var.create_vpc ? length(var.private_subnets) : 0
  region = var.region

  vpc_id            = aws_vpc.this[0].id
  cidr_block        = var.private_subnets[count.index]
  availability_zone = element(var.azs, count.index)
}

resource "aws_subnet" "public" {
  count  = var.create_vpc ? length(var.public_subnets) : 0
  region = var.region

  vpc_id            = aws_vpc.this[0].id
  cidr_block        = var.public_subnets[count.index]
  availability_zone = element(var.azs, count.index)
}

resource "aws_subnet" "intra" {
  count  = var.create_vpc ? length(var.intra_subnets) : 0
  region = var.region

  vpc_id            = aws_vpc.this[0].id
  cidr_block        = var.intra_subnets[count.index]
  availability_zone = element(var.azs, count.index)
}

resource "aws_subnet" "database" {
  count  = var.create_vpc ? length(var.database_subnets) : 0
  region = var.region

  vpc_id            = aws_vpc.this[0].id
  cidr_block        = var.database_subnets[count.index]
  availability_zone = element(var.azs, count.index)
}

resource "aws_db_subnet_group" "database" {
  count  = var.create_vpc && var.create_database_subnet_group && length(var.database_subnets) > 0 ? 1 : 0
  region = var.region

  name       = lower(coalesce(var.database_subnet_group_name, var.name))
  subnet_ids = aws_subnet.database[*].id
}

output "vpc_id" { value = aws_vpc.this[0].id }
output "vpc_arn" { value = aws_vpc.this[0].arn }
output "vpc_cidr_block" { value = var.cidr }
output "name" { value = var.name }
output "azs" { value = var.azs }
output "private_subnets" { value = aws_subnet.private[*].id }
output "public_subnets" { value = aws_subnet.public[*].id }
output "intra_subnets" { value = aws_subnet.intra[*].id }
output "database_subnets" { value = aws_subnet.database[*].id }
output "private_subnets_cidr_blocks" { value = var.private_subnets }
output "public_subnets_cidr_blocks" { value = var.public_subnets }
output "intra_subnets_cidr_blocks" { value = var.intra_subnets }
output "database_subnets_cidr_blocks" { value = var.database_subnets }
output "database_subnet_group" { value = one(aws_db_subnet_group.database[*].id) }
output "database_subnet_group_name" { value = one(aws_db_subnet_group.database[*].name) }
