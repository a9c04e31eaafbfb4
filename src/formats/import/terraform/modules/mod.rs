//! Well-known modules, read by their inputs and never fetched. What each makes of them, its own defaults included, is
//! written down beside this in Terraform's language, and evaluated like any module.

use super::folder::Folder;
use super::syntax::crowded::Budget;
use super::syntax::hcl;

/// A well-known module as a call names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Known {
    pub(super) name: &'static str,
    pub(super) text: &'static str,
    /// The version it is read as.
    pub(super) major: u8,
    /// Whether that is only assumed: no version is written, or none that tells, or one that is not known here.
    pub(super) is_assumed: bool,
    /// Inputs that are dropped, and that no resource of it shows.
    pub(super) dropped: &'static [&'static str],
}

struct Entry {
    name: &'static str,
    owner: &'static str,
    /// In a registry.
    registry: &'static str,
    /// At GitHub.
    repository: &'static str,
    text: &'static str,
    /// The versions that are told apart; one for a module whose versions are alike.
    majors: (u8, u8),
    dropped: &'static [&'static str],
}

static ENTRIES: [Entry; 4] = [
    Entry {
        name: "rds-aurora",
        owner: "terraform-aws-modules",
        registry: "rds-aurora",
        repository: "terraform-aws-rds-aurora",
        text: include_str!("rds_aurora.tf"),
        majors: (7, 10),
        dropped: &[],
    },
    Entry {
        name: "vpc",
        owner: "terraform-aws-modules",
        registry: "vpc",
        repository: "terraform-aws-vpc",
        text: include_str!("vpc.tf"),
        majors: (0, 0),
        dropped: &[],
    },
    Entry {
        name: "rds-proxy",
        owner: "terraform-aws-modules",
        registry: "rds-proxy",
        repository: "terraform-aws-rds-proxy",
        text: include_str!("rds_proxy.tf"),
        majors: (0, 0),
        dropped: &[],
    },
    Entry {
        name: "rds-cluster",
        owner: "cloudposse",
        registry: "rds-cluster",
        repository: "terraform-aws-rds-cluster",
        text: include_str!("cloudposse_rds_cluster.tf"),
        majors: (0, 0),
        dropped: &["zone_id"],
    },
];

/// The module that a source names, in a registry or at GitHub; none for all others.
pub(super) fn find(source: &str, version: Option<&str>) -> Option<Known> {
    let (address, query) = source.split_once('?').unwrap_or((source, ""));
    let reference = query.split('&').find_map(|pair| pair.strip_prefix("ref="));
    let address =
        address.strip_prefix("git::").unwrap_or(address).trim_end_matches(".git").trim_end_matches('/');
    let entry = ENTRIES.iter().find(|entry| entry.is_at(address))?;
    let (first, last) = entry.majors;
    let told = reference.map_or_else(|| version.and_then(major_of_constraint), major_of_tag);
    let major = told.unwrap_or(last).clamp(first, last);
    let is_assumed = first != last && told != Some(major);
    Some(Known { name: entry.name, text: entry.text, major, is_assumed, dropped: entry.dropped })
}

impl Entry {
    fn is_at(&self, address: &str) -> bool {
        let registry = |address: &str| address == format!("{}/{}/aws", self.owner, self.registry);
        if registry(address) || address.strip_prefix("registry.terraform.io/").is_some_and(registry) {
            return true;
        }
        if let Some(private) = address.strip_prefix("app.terraform.io/") {
            return self.name == "rds-aurora" && private.ends_with("/rds-aurora/aws");
        }
        let repository = format!("{}/{}", self.owner, self.repository);
        ["github.com/", "github.com:"].iter().any(|host| address.ends_with(&format!("{host}{repository}")))
    }
}

/// `v9.1.0` is 9; a commit or a branch tells nothing.
fn major_of_tag(tag: &str) -> Option<u8> {
    let digits = tag.strip_prefix('v').unwrap_or(tag);
    let major = digits.split('.').next()?;
    // A commit may be all digits.
    if major.len() > 2 { None } else { major.parse().ok() }
}

/// `~> 9.10` is 9, `>= 8.0, < 9.0` is 8; a lower bound alone leads to the newest.
fn major_of_constraint(text: &str) -> Option<u8> {
    let mut upper = None;
    for part in text.split(',') {
        let part = part.trim();
        let digits = part.trim_start_matches(['~', '>', '<', '=', '!', ' ']);
        let mut numbers = digits.trim_start_matches('v').split('.').map(|number| number.parse::<u8>().ok());
        let major = numbers.next().flatten()?;
        let is_whole = numbers.all(|number| number.is_none_or(|number| number == 0));
        match part.trim_end_matches(|letter: char| letter.is_ascii_digit() || ". v".contains(letter)) {
            "" | "=" | "~>" => return Some(major),
            "<=" => upper = Some(major),
            "<" => upper = Some(if is_whole { major.saturating_sub(1) } else { major }),
            _ => {}
        }
    }
    upper
}

/// A well-known module as a folder; what it declares has no place in a file.
pub(super) fn folder(name: &str, text: &str, file: usize) -> Folder {
    let blocks = hcl::read(text, file, &Budget::of_all()).map(|body| body.blocks).unwrap_or_default();
    let mut folder = Folder::of(format!("module {name}"), blocks, Vec::new());
    folder.is_known = true;
    folder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_module_parses_and_declares_what_it_uses() {
        for entry in &ENTRIES {
            let body = hcl::read(entry.text, 0, &Budget::of_all());
            assert!(body.is_ok(), "{}: {body:?}", entry.name);
            let folder = folder(entry.name, entry.text, 0);
            let mut names = Vec::new();
            for resource in &folder.resources {
                names.extend(resource.body.attributes.iter().map(|attribute| &attribute.expr));
                let inner = resource.body.blocks.iter().flat_map(|block| {
                    let content = block.body.blocks.iter().flat_map(|content| &content.body.attributes);
                    block.body.attributes.iter().chain(content)
                });
                names.extend(inner.map(|attribute| &attribute.expr));
            }
            names.extend(folder.locals.values().map(|local| &local.expr));
            names.extend(folder.outputs.values().map(|output| &output.value.expr));
            let mut used = Vec::new();
            for expr in names {
                expr.variables(&mut used);
            }
            for name in used {
                assert!(
                    &*name == "major" || folder.variables.contains_key(&name),
                    "{}: var.{name}",
                    entry.name
                );
            }
        }
    }

    #[test]
    fn a_source_is_known_in_every_form() {
        for source in [
            "terraform-aws-modules/rds-aurora/aws",
            "registry.terraform.io/terraform-aws-modules/rds-aurora/aws",
            "app.terraform.io/acme/rds-aurora/aws",
            "git::https://github.com/terraform-aws-modules/terraform-aws-rds-aurora.git",
            "github.com/terraform-aws-modules/terraform-aws-rds-aurora",
            "git::ssh://git@github.com/terraform-aws-modules/terraform-aws-rds-aurora",
            "git@github.com:terraform-aws-modules/terraform-aws-rds-aurora.git",
        ] {
            assert_eq!(
                find(source, None).map(|known| (known.name, known.major, known.is_assumed)),
                Some(("rds-aurora", 10, true)),
                "{source}"
            );
        }
        for source in [
            "acme/rds-aurora/aws",
            "terraform-aws-modules/rds/aws",
            "git::https://code.example.com/x.git",
            "app.terraform.io/acme/vpc/aws",
        ] {
            assert_eq!(find(source, None), None, "{source}");
        }
        assert_eq!(
            find("cloudposse/rds-cluster/aws", None).map(|known| (known.name, known.is_assumed)),
            Some(("rds-cluster", false))
        );
    }

    #[test]
    fn a_version_tells_the_major() {
        let of = |version: &str| {
            let known = find("terraform-aws-modules/rds-aurora/aws", Some(version)).unwrap();
            (known.major, known.is_assumed)
        };
        for (version, major) in [
            ("~> 9.10", 9),
            ("8.5.0", 8),
            ("= 7.7.1", 7),
            (">= 8.0, < 9.0", 8),
            ("<= 9", 9),
            ("~>10.0", 10),
            ("v9.0", 9),
        ] {
            assert_eq!(of(version), (major, false), "{version}");
        }
        assert_eq!(of(">= 8.0"), (10, true));
        assert_eq!(of("~> 6.0"), (7, true));
        assert_eq!(of("~> 11.0"), (10, true));
        let git = |tag: &str| {
            find(&format!("github.com/terraform-aws-modules/terraform-aws-rds-aurora?ref={tag}"), None)
                .unwrap()
        };
        assert_eq!((git("v9.2.0").major, git("v9.2.0").is_assumed), (9, false));
        assert_eq!((git("0123456789abcdef").major, git("0123456789abcdef").is_assumed), (10, true));
        assert_eq!((git("master").major, git("master").is_assumed), (10, true));
    }
}
