terraform {
  required_version = ">= 1.11.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.28"
    }
  }
}

resource "aws_secretsmanager_secret" "this" {
  name = "demo"
}

output "secret_arn" {
  value     = aws_secretsmanager_secret.this.arn
  sensitive = true
}

output "token" {
  value     = "hush"
  sensitive = true
}
