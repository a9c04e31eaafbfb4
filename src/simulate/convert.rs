//! From what people know of a load to the capacity it wants, in ACU, rounded up to a half.

use super::class::Class;
use super::platform::WORK_PERCENT;
use crate::facts::{Acu, Decimal};

/// Of busy vCPUs: 1 ACU has a quarter of one, and is used to 78 % at rest.
pub fn of_busy_vcpu(vcpu: Decimal) -> Acu {
    acu((u128::from(vcpu.as_micros()) * 800).div_ceil(u128::from(WORK_PERCENT) * 1_000_000))
}

/// Of `CPUUtilization` in percent of a serverless instance's maximum (MET-03).
pub fn of_serverless_cpu(percent: Decimal, max: Acu) -> Acu {
    acu(u128::from(of_cpu(percent.as_micros(), u64::from(max.as_halves()))))
}

/// Of `CPUUtilization` in percent of a provisioned class.
pub fn of_class_cpu(percent: Decimal, class: Class) -> Acu {
    acu(u128::from(of_cpu(percent.as_micros(), class.cpu_halves())))
}

/// Of a working set in GiB that shall stay in memory: 2 GiB an ACU (ACU-01).
pub fn of_working_set(gib: Decimal) -> Acu {
    acu(u128::from(gib.as_micros()).div_ceil(1_000_000))
}

/// Of connections: 10 MiB each (ADV-03).
pub fn of_connections(count: u32) -> Acu {
    acu(u128::from(connections_need(count.into())))
}

/// Halves of an ACU, of a share in millionths of a percent of so many halves.
pub(super) fn of_cpu(micros: u64, whole: u64) -> u64 {
    let wanted = (u128::from(micros) * u128::from(whole)).div_ceil(u128::from(WORK_PERCENT) * 1_000_000);
    u64::try_from(wanted).unwrap_or(u64::MAX)
}

/// What so many connections need, in halves.
pub(super) const fn connections_need(connections: u64) -> u64 {
    connections.saturating_mul(20).div_ceil(2048)
}

fn acu(halves: u128) -> Acu {
    Acu::halves(u32::try_from(halves).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eight_points_of_f1_come_out_on_their_acu() {
        // Sessions that burn CPU at a maximum of 32: percent of the maximum, and where Aurora settled.
        let rows = [(14, 6), (26, 11), (39, 16), (50, 21), (63, 26), (75, 31), (89, 32), (97, 32)];
        for (percent, settled) in rows {
            let wanted = of_serverless_cpu(Decimal::whole(percent), Acu::whole(32)).min(Acu::whole(32));
            assert_eq!(wanted.as_halves().div_ceil(2), settled, "{percent} %");
        }
    }

    #[test]
    fn the_same_percent_of_four_times_the_maximum_is_four_times_as_much() {
        let of = |max| of_serverless_cpu(Decimal::whole(39), Acu::whole(max));
        assert_eq!((of(16), of(4)), (Acu::whole(8), Acu::whole(2)));
    }

    #[test]
    fn vcpus_classes_memory_and_connections_have_their_acus() {
        let class = Class::parse("db.r6g.xlarge").unwrap();
        assert_eq!(of_busy_vcpu(Decimal::whole(4)), of_class_cpu(Decimal::whole(100), class));
        assert_eq!(of_busy_vcpu(Decimal::from_micros(780_000)), Acu::whole(4));
        assert_eq!(of_working_set(Decimal::whole(12)), Acu::whole(6));
        assert_eq!(of_working_set(Decimal::from_micros(12_000_001)), Acu::halves(13));
        assert_eq!((of_connections(0), of_connections(200)), (Acu::ZERO, Acu::whole(1)));
    }
}
