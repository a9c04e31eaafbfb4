//! Names: what the user calls things, and tags.

pub(super) mod ambiguous_tags;
pub(super) mod doubtful_database_name;
pub(super) mod doubtful_master_username;
pub(super) mod long_derived_name;
pub(super) mod long_master_username;
pub(super) mod malformed_cluster_name;
pub(super) mod malformed_database_name;
pub(super) mod malformed_global_name;
pub(super) mod malformed_master_username;
pub(super) mod malformed_project_name;
pub(super) mod malformed_proxy_name;
pub(super) mod malformed_tag;
pub(super) mod overwritten_tag;
pub(super) mod reserved_master_username;
pub(super) mod too_many_tags;

use crate::design::Engine;

/// A length from which every derived name fits (NAM-11).
const SAFE_LENGTH: usize = 53;

/// Whether a text is lower-case letters, digits and single hyphens, a letter first and no hyphen last.
fn is_identifier(text: &str, limit: usize) -> bool {
    let known = text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    let edges = text.starts_with(|it: char| it.is_ascii_lowercase()) && !text.ends_with('-');
    known && edges && text.len() <= limit && !text.contains("--")
}

/// The identifier nearest to a text; `None` where nothing of it can be kept.
fn identifier(text: &str, limit: usize) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let parts = lower.split(|it: char| !it.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let joined = parts.collect::<Vec<_>>().join("-");
    let start = joined.trim_start_matches(|it: char| !it.is_ascii_lowercase());
    let short = start.get(..limit).unwrap_or(start).trim_end_matches('-');
    is_identifier(short, limit).then(|| short.to_owned())
}

/// Whether a text is a letter and then letters, digits and underscores.
fn is_word(text: &str, limit: usize) -> bool {
    let known = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    known && text.starts_with(|it: char| it.is_ascii_alphabetic()) && text.len() <= limit
}

/// The word nearest to a text; `None` where nothing of it can be kept.
fn word(text: &str, limit: usize) -> Option<String> {
    let known: String = text.chars().map(|it| if it.is_ascii_alphanumeric() { it } else { '_' }).collect();
    let start = known.trim_start_matches(|it: char| !it.is_ascii_alphabetic());
    let short = start.get(..limit).unwrap_or(start);
    is_word(short, limit).then(|| short.to_owned())
}

/// Whether AWS is known to refuse the user (USR-02 to USR-05).
fn is_refused(engine: Engine, user: &str) -> bool {
    let user = user.to_ascii_lowercase();
    let postgresql = matches!(user.as_str(), "admin" | "user") || user.starts_with("pg_");
    user == "rdsadmin" || (engine == Engine::AuroraPostgresql && postgresql)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_keeps_what_can_be_kept() {
        let cases = [
            ("My_Shop", Some("my-shop")),
            ("1st--shop-", Some("st-shop")),
            ("shop \u{1f6d2} ${x}", Some("shop-x")),
            ("\u{fc}\u{df}", None),
            ("", None),
        ];
        for (text, name) in cases {
            assert_eq!(identifier(text, 40).as_deref(), name, "{text}");
        }
        assert_eq!(identifier(&"a-".repeat(40), 40).map(|name| name.len()), Some(39));
        assert_eq!(word("my-shop", 63).as_deref(), Some("my_shop"));
        assert_eq!(word("-1", 63), None);
    }

    #[test]
    fn users_are_refused_by_engine() {
        assert!(
            is_refused(Engine::AuroraPostgresql, "admin") && is_refused(Engine::AuroraPostgresql, "pg_app")
        );
        assert!(!is_refused(Engine::AuroraMysql, "admin") && is_refused(Engine::AuroraMysql, "rdsadmin"));
        assert!(!is_refused(Engine::AuroraPostgresql, "postgres"));
    }
}
