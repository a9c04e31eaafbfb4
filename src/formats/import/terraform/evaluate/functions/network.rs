//! Address ranges.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::super::super::value::Val;
use super::{Answer, Fault, index_of, text_of};

pub(super) fn call(name: &str, arguments: &[Val]) -> Answer {
    match (name, arguments) {
        ("cidrsubnet", [prefix, bits, number]) => {
            let range = Range::read(&text_of(prefix)?)?;
            let number = u128::try_from(index_of(number)?).map_err(|_| Fault::Misfit)?;
            range.part(index_of(bits)?, number).map(|part| Val::text(part.to_string()))
        }
        ("cidrsubnets", [prefix, bits @ ..]) => {
            let range = Range::read(&text_of(prefix)?)?;
            let mut next = range.base;
            let mut parts = Vec::new();
            for bits in bits {
                let length = range.length + u32::try_from(index_of(bits)?).map_err(|_| Fault::Misfit)?;
                let size = range.size(length)?;
                // The next part begins where its own size divides.
                let base = next.checked_next_multiple_of(size).ok_or(Fault::Misfit)?;
                let part = Range { base, length, ..range };
                next = base.checked_add(size).ok_or(Fault::Misfit)?;
                if !range.holds(base) {
                    return Err(Fault::Misfit);
                }
                parts.push(Val::text(part.to_string()));
            }
            Ok(Val::list(parts))
        }
        ("cidrhost", [prefix, number]) => {
            let range = Range::read(&text_of(prefix)?)?;
            let host = range.base + u128::try_from(index_of(number)?).map_err(|_| Fault::Misfit)?;
            if range.holds(host) {
                Ok(Val::text(range.address(host).to_string()))
            } else {
                Err(Fault::Misfit)
            }
        }
        _ => Err(Fault::NoFunction),
    }
}

/// An address range: its first address and the length of its prefix.
#[derive(Clone, Copy)]
struct Range {
    base: u128,
    length: u32,
    /// 32 or 128.
    width: u32,
}

impl Range {
    fn read(text: &str) -> Result<Self, Fault> {
        let (address, length) = text.split_once('/').ok_or(Fault::Misfit)?;
        let length: u32 = length.parse().map_err(|_| Fault::Misfit)?;
        let (base, width) = match address.parse().map_err(|_| Fault::Misfit)? {
            IpAddr::V4(address) => (u128::from(u32::from(address)), 32),
            IpAddr::V6(address) => (u128::from(address), 128),
        };
        if length > width {
            return Err(Fault::Misfit);
        }
        let range = Self { base, length, width };
        let rest = range.rest(length);
        Ok(Self { base: if rest >= 128 { 0 } else { base >> rest << rest }, ..range })
    }

    fn rest(self, length: u32) -> u32 {
        self.width.saturating_sub(length)
    }

    fn size(self, length: u32) -> Result<u128, Fault> {
        if length > self.width {
            return Err(Fault::Misfit);
        }
        1_u128.checked_shl(self.rest(length)).ok_or(Fault::Misfit)
    }

    fn holds(self, address: u128) -> bool {
        let rest = self.rest(self.length);
        rest >= 128 || address >> rest == self.base >> rest
    }

    fn part(self, bits: usize, number: u128) -> Result<Self, Fault> {
        let bits = u32::try_from(bits).map_err(|_| Fault::Misfit)?;
        let length =
            self.length.checked_add(bits).filter(|length| *length <= self.width).ok_or(Fault::Misfit)?;
        if bits < 128 && number >> bits != 0 {
            return Err(Fault::Misfit);
        }
        let shifted = number.checked_shl(self.rest(length)).ok_or(Fault::Misfit)?;
        Ok(Self { base: self.base | shifted, length, ..self })
    }

    fn address(self, number: u128) -> IpAddr {
        match u32::try_from(number) {
            Ok(number) if self.width == 32 => IpAddr::V4(Ipv4Addr::from(number)),
            _ => IpAddr::V6(Ipv6Addr::from(number)),
        }
    }
}

impl std::fmt::Display for Range {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.address(self.base), self.length)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::value;

    #[test]
    fn ranges() {
        for (expr, expected) in [
            ("cidrsubnet(\"10.40.0.0/16\", 8, 20)", "\"10.40.20.0/24\""),
            ("cidrsubnet(\"10.0.0.0/8\", 4, 15)", "\"10.240.0.0/12\""),
            ("cidrsubnet(\"fd00::/48\", 16, 1)", "\"fd00:0:0:1::/64\""),
            ("cidrsubnet(\"10.0.0.0/16\", 4, 16)", "!cidrsubnet(…)"),
            ("cidrsubnet(\"10.0.0.0/30\", 4, 0)", "!cidrsubnet(…)"),
            ("cidrsubnet(\"x\", 4, 0)", "!cidrsubnet(…)"),
            (
                "cidrsubnets(\"10.1.0.0/16\", 4, 4, 8, 4)",
                "[\"10.1.0.0/20\",\"10.1.16.0/20\",\"10.1.32.0/24\",\"10.1.48.0/20\"]",
            ),
            ("cidrhost(\"10.0.0.0/24\", 5)", "\"10.0.0.5\""),
            ("cidrhost(\"10.0.0.0/30\", 5)", "!cidrhost(…)"),
        ] {
            assert_eq!(value(expr), expected, "{expr}");
        }
    }
}
