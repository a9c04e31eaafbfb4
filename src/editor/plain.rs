//! The words of the spec as people read them: `existing` is an existing VPC, `aurora-iopt1` is I/O-Optimized. Lists show
//! these; files, links and the command line keep the spec's own.

use crate::design::{Design, Field};

/// What a list shows for a value of a setting.
pub fn plain(field: &Field, word: &str) -> String {
    let known = match (field, word) {
        (_, "") => "",
        (Field::Vpc(_), "create") => "New VPC",
        (Field::Vpc(_), "existing") => "Existing VPC",
        (Field::Engine, "aurora-postgresql") | (Field::EngineFamily, "POSTGRESQL") => "PostgreSQL",
        (Field::Engine, "aurora-mysql") | (Field::EngineFamily, "MYSQL") => "MySQL",
        (Field::StorageType, "aurora") => "Standard, I/O billed",
        (Field::StorageType, "aurora-iopt1") => "I/O-Optimized",
        (Field::Credentials, "managed") => "Kept by RDS",
        (Field::Credentials, "secrets_manager") => "A secret of your own",
        (Field::CostFirst, "true") => "yes",
        (Field::CostFirst, "false") => "no",
        (Field::AuthScheme, "SECRETS") => "The secret",
        (Field::AuthScheme, "IAM_AUTH") => "IAM, end to end",
        (Field::IamAuth, "DISABLED") => "off",
        (Field::IamAuth, "REQUIRED") => "required",
        (Field::ClientPasswordAuthType, "MYSQL_CACHING_SHA2_PASSWORD") => "caching_sha2_password",
        (Field::ClientPasswordAuthType, "MYSQL_NATIVE_PASSWORD") => "mysql_native_password",
        (Field::ClientPasswordAuthType, "POSTGRES_SCRAM_SHA_256") => "SCRAM-SHA-256",
        (Field::ClientPasswordAuthType, "POSTGRES_MD5") => "MD5",
        (Field::SessionPinningFilters, "EXCLUDE_VARIABLE_SETS") => "SET statements",
        (Field::Clients, "lambda") => "Lambda",
        (Field::Clients, "ecs") => "ECS",
        (Field::Clients, "eks") => "EKS",
        (Field::Clients, "ec2") => "EC2",
        (Field::InterfaceEndpoints(_), "secretsmanager") => "Secrets Manager",
        (Field::InterfaceEndpoints(_), "rds-data") => "RDS Data API",
        (Field::InterfaceEndpoints(_), "kms") => "KMS",
        (Field::InterfaceEndpoints(_), "logs") => "CloudWatch Logs",
        (Field::InterfaceEndpoints(_), "monitoring") => "CloudWatch",
        (Field::LogExports, "postgresql") => "PostgreSQL",
        (Field::LogExports, "slowquery") => "slow queries",
        (Field::LogExports, "iam-db-auth-error") => "IAM login errors",
        (Field::KmsKey(_), "create") => "a key that is made",
        (Field::KmsKey(_), "aws_managed") => "the key of AWS",
        _ => "",
    };
    if known.is_empty() { unscored(field, word) } else { known.to_owned() }
}

/// Words of a load are parted by blanks for people: `office hours`.
fn unscored(field: &Field, word: &str) -> String {
    let is_words = matches!(field, Field::LoadPreset | Field::FirstQuery | Field::Variability);
    if is_words { word.replace('_', " ") } else { word.to_owned() }
}

/// Engine and version as people say them, `MySQL 8.0 (3.10.6)`: AWS' own name repeats the engine inside the version.
pub fn engine(design: &Design) -> String {
    let (label, version) = (design.cluster.engine.label(), design.engine_version());
    match version.split_once(".mysql_aurora.") {
        Some((major, own)) => format!("{label} {major} ({own})"),
        None => format!("{label} {version}"),
    }
}

/// What a list of a setting offers, each with the words that people read.
pub fn options(field: &Field, design: &Design) -> Vec<(String, String)> {
    let labelled = |(word, label): (String, String)| {
        // A label of its own says more than the word: a Region with its place.
        let label = if label == word { plain(field, &word) } else { label };
        (word, label)
    };
    field.options(design).into_iter().map(labelled).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Control, Edit, Member};

    #[test]
    fn no_list_shows_a_word_of_the_spec_alone() {
        let design = Design::default().with(&Edit::AddProxy).unwrap();
        for field in Field::every(&design).into_iter().filter(|it| it.control() == Control::Choice) {
            for (word, label) in options(&field, &design) {
                assert!(!label.is_empty(), "{field:?} {word}");
                let technical = label.contains('_') && !label.ends_with("_password")
                    || label.chars().all(|it| it.is_ascii_uppercase() || it == '_') && label.len() > 4
                    || matches!(label.as_str(), "create" | "existing" | "true" | "false" | "managed")
                    || label.starts_with("aurora-");
                assert!(!technical, "{field:?} {label}");
            }
        }
        assert_eq!(plain(&Field::Vpc(Member::Primary), "existing"), "Existing VPC");
        let mysql = design.with(&Edit::set(Field::Engine, "aurora-mysql")).unwrap();
        assert!(engine(&mysql).starts_with("MySQL 8.0 (3."), "{}", engine(&mysql));
        assert_eq!(engine(&design), format!("PostgreSQL {}", design.engine_version()));
        assert_eq!(plain(&Field::Environment, "production"), "production");
        assert_eq!(plain(&Field::ProjectName, "create"), "create");
    }
}
