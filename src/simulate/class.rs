//! Provisioned instance classes as far as sizing needs them: how many vCPUs, and how much memory goes with one.

use serde::{Deserialize, Serialize};

/// A provisioned instance class.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Class {
    /// vCPUs.
    pub vcpu: u32,
    /// ACUs of memory for each vCPU: 4 for memory-optimized classes, 2 for general, 1 for compute (ADV-03).
    pub ratio: u32,
}

impl Class {
    /// Reads `db.r6g.xlarge`; `None` for what is no provisioned class.
    pub fn parse(text: &str) -> Option<Self> {
        let (family, size) = text.strip_prefix("db.")?.split_once('.')?;
        let ratio = match family.chars().next()? {
            'r' | 'x' => 4,
            'm' | 't' => 2,
            'c' => 1,
            _ => return None,
        };
        if !family.contains(|letter: char| letter.is_ascii_digit()) {
            return None;
        }
        let vcpu = match size {
            "micro" | "small" | "medium" | "large" => 2,
            "xlarge" => 4,
            _ => size.strip_suffix("xlarge")?.parse::<u32>().ok().filter(|it| (2..=48).contains(it))? * 4,
        };
        Some(Self { vcpu, ratio })
    }

    /// The capacity in halves of an ACU that all its CPU makes: 1 ACU has a quarter of a vCPU.
    pub(super) const fn cpu_halves(self) -> u64 {
        self.vcpu as u64 * 8
    }

    /// The capacity in halves of an ACU that AWS' figures count in (ADV-03).
    pub(super) const fn advice_halves(self) -> u64 {
        (self.vcpu * self.ratio) as u64 * 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::provisioned::CLASSES;

    #[test]
    fn every_class_of_the_price_book_is_read_as_the_book_has_it() {
        for (name, vcpu, _) in CLASSES {
            assert_eq!(Class::parse(name).map(|it| it.vcpu), Some(u32::from(*vcpu)), "{name}");
        }
        assert_eq!(Class::parse("db.c6gd.large"), Some(Class { vcpu: 2, ratio: 1 }));
        for wrong in ["db.serverless", "r6g.large", "db.r6g", "db.r6g.huge", "db.z9.large", "db.r6g.0xlarge"]
        {
            assert_eq!(Class::parse(wrong), None, "{wrong}");
        }
    }
}
