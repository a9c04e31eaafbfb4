//! Credentials: passwords, keys, logins and their secrecy.

pub(super) mod cleartext_clients;
pub(super) mod foreign_key;
pub(super) mod key_alias;
pub(super) mod malformed_key;
pub(super) mod managed_in_global;
pub(super) mod passwords_only;
pub(super) mod rotation_gap;
pub(super) mod rotation_out_of_range;
pub(super) mod useless_rotation;

use super::members::places;
use crate::design::{Design, KmsKey, Member};
use crate::facts::regions::Region;

/// A key that a member names by an ARN.
struct NamedKey<'a> {
    member: Member,
    region: &'static Region,
    arn: &'a str,
}

/// Every key that is named by an ARN and used: without encryption none is, which is storage/unused-key (BAK-09d).
fn keys(design: &Design) -> Vec<NamedKey<'_>> {
    if design.cluster.encryption { named(design) } else { Vec::new() }
}

/// Whether AWS would take every key that is named, were the cluster encrypted (REF-03, REF-04).
pub(super) fn keys_fit(design: &Design) -> bool {
    let fits = |key: &NamedKey<'_>| {
        read(key.arn).is_some_and(|arn| (arn.well_formed || arn.is_alias) && !arn.is_foreign(key.region))
    };
    named(design).iter().all(fits)
}

/// Every key that is named by an ARN.
fn named(design: &Design) -> Vec<NamedKey<'_>> {
    let named = places(design).into_iter().filter_map(|place| match place.kms_key {
        KmsKey::Arn(arn) => Some(NamedKey { member: place.member, region: place.region, arn }),
        KmsKey::Create | KmsKey::AwsManaged => None,
    });
    named.collect()
}

/// What an ARN of KMS says.
struct Arn<'a> {
    partition: &'a str,
    region: &'a str,
    is_alias: bool,
    well_formed: bool,
}

impl Arn<'_> {
    /// Whether the key is of another Region or partition (REF-04).
    fn is_foreign(&self, region: &Region) -> bool {
        self.partition != region.partition.word() || self.region != region.code
    }
}

/// Reads `arn:aws:kms:us-east-1:111122223333:key/…`; `None` for an ARN of anything else.
fn read(arn: &str) -> Option<Arn<'_>> {
    let mut parts = arn.splitn(6, ':');
    let head = (parts.next()?, parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let ("arn", partition @ ("aws" | "aws-cn" | "aws-us-gov"), "kms", region, account) = head else {
        return None;
    };
    let resource = parts.next()?;
    let account = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    let is_alias = account && resource.strip_prefix("alias/").is_some_and(|name| !name.is_empty());
    let well_formed = account && resource.strip_prefix("key/").is_some_and(is_key_id);
    Some(Arn { partition, region, is_alias, well_formed })
}

/// `mrk-` and 32 hexadecimal digits, or a UUID.
fn is_key_id(id: &str) -> bool {
    let hex = |text: &str| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if let Some(digits) = id.strip_prefix("mrk-") {
        return digits.len() == 32 && hex(digits);
    }
    let lengths: Vec<usize> = id.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && id.split('-').all(hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_a_uuid_or_a_multi_region_id() {
        let start = "arn:aws:kms:us-east-1:111122223333:";
        for (end, good) in [
            ("key/1234abcd-12ab-34cd-56ef-1234567890ab", true),
            ("key/mrk-1234abcd12ab34cd56ef1234567890ab", true),
            ("key/1234ABCD-12ab-34cd-56ef-1234567890ab", false),
            ("key/1234abcd-12ab-34cd-56ef-1234567890", false),
            ("key/1234abcd", false),
            ("key/mrk-1234abcd12ab34cd56ef1234567890", false),
            ("key/mrk-1234abcd12ab34cd56ef1234567890zz", false),
            ("alias/orders", false),
        ] {
            assert_eq!(read(&format!("{start}{end}")).map(|arn| arn.well_formed), Some(good), "{end}");
        }
        assert!(read(&format!("{start}alias/orders")).is_some_and(|arn| arn.is_alias));
        for end in ["alias/orders", "key/1234abcd-12ab-34cd-56ef-1234567890ab"] {
            let nobodys = format!("arn:aws:kms:us-east-1:1111:{end}");
            assert!(read(&nobodys).is_some_and(|arn| !arn.is_alias && !arn.well_formed), "{end}");
        }
        assert!(read(&format!("{start}alias/")).is_some_and(|arn| !arn.is_alias));
        for wrong in ["arn:", "arn:aws:s3:::bucket", "arn:aws:kms:us-east-1"] {
            assert!(read(wrong).is_none(), "{wrong}");
        }
    }
}
