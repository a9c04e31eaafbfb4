//! One series, as a file has it.

/// A metric that says something about capacity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Metric {
    /// `ServerlessDatabaseCapacity`, in ACU (MET-01).
    Capacity,
    /// `ACUUtilization`, in percent of the maximum (MET-02).
    AcuUtilization,
    /// `CPUUtilization`, in percent of the CPU at the maximum (MET-03).
    Cpu,
    /// `FreeableMemory`, in bytes, as if at the maximum (MET-05).
    FreeableMemory,
    /// `DatabaseConnections` (MET-04).
    Connections,
    /// `ConnectionAttempts`, which wake.
    ConnectionAttempts,
    /// `VolumeBytesUsed`, in megabytes; the volume's, not an instance's.
    VolumeBytes,
    /// `VolumeReadIOPs`, billed reads of five minutes; the volume's.
    VolumeReadIops,
    /// `VolumeWriteIOPs`, billed writes of five minutes; the volume's.
    VolumeWriteIops,
}

impl Metric {
    /// Every metric of an instance by the name that CloudWatch has for it.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("ServerlessDatabaseCapacity", Self::Capacity),
        ("ACUUtilization", Self::AcuUtilization),
        ("CPUUtilization", Self::Cpu),
        ("FreeableMemory", Self::FreeableMemory),
        ("DatabaseConnections", Self::Connections),
        ("ConnectionAttempts", Self::ConnectionAttempts),
    ];

    /// The metrics of a volume by CloudWatch's names.
    pub const VOLUME_NAMES: [(&'static str, Self); 3] = [
        ("VolumeBytesUsed", Self::VolumeBytes),
        ("VolumeReadIOPs", Self::VolumeReadIops),
        ("VolumeWriteIOPs", Self::VolumeWriteIops),
    ];

    /// How many times ten CloudWatch's unit is smaller than the one that is stored here: bytes are megabytes here.
    pub const fn unit_power(self) -> u8 {
        if matches!(self, Self::VolumeBytes) { 6 } else { 0 }
    }

    /// CloudWatch's name.
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .chain(&Self::VOLUME_NAMES)
            .find(|(_, metric)| *metric == self)
            .map_or("", |(name, _)| name)
    }

    /// The largest value that makes sense, in millionths.
    pub(super) const fn most(self) -> u64 {
        match self {
            Self::Capacity => 256_000_000,
            Self::AcuUtilization | Self::Cpu => 100_000_000,
            Self::FreeableMemory
            | Self::Connections
            | Self::ConnectionAttempts
            | Self::VolumeBytes
            | Self::VolumeReadIops
            | Self::VolumeWriteIops => u64::MAX,
        }
    }
}

/// What CloudWatch makes of the measurements of a period.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Statistic {
    /// Their mean.
    Average,
    /// The largest.
    Maximum,
    /// The smallest.
    Minimum,
    /// All together.
    Sum,
}

impl Statistic {
    /// Every statistic by CloudWatch's name.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("Average", Self::Average),
        ("Maximum", Self::Maximum),
        ("Minimum", Self::Minimum),
        ("Sum", Self::Sum),
    ];

    /// CloudWatch's name.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, statistic)| *statistic == self).map_or("", |(name, _)| name)
    }
}

/// A value at a time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Reading {
    /// Seconds since 1970.
    pub at: i64,
    /// Millionths of the metric's unit.
    pub micros: u64,
}

/// A series, as a file has it: in any order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Series {
    /// What was measured.
    pub metric: Metric,
    /// What was made of it.
    pub statistic: Statistic,
    /// On what, as far as the file says: the words of its label besides metric and statistic.
    pub of: String,
    /// The values.
    pub readings: Vec<Reading>,
}
