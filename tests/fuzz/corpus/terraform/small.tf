resource "aws_rds_cluster" "a" {
  engine         = "aurora-postgresql"
  engine_version = "16.4"
  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 4
  }
}
resource "aws_rds_cluster_instance" "a" {
  count              = 2
  cluster_identifier = aws_rds_cluster.a.id
  instance_class     = "db.serverless"
}
