//! Starting points by intent. Each is a sound design; only the seed's own example is kept as its author wrote it.

use super::{Client, Credentials, Design, Edit, Environment, Field, Variability, Word as _};
use crate::facts::Decimal;
use crate::facts::regions::US_WEST_2;

/// A starting point.
#[derive(Debug)]
pub struct Preset {
    /// What it is for, as people say it.
    pub name: &'static str,
    /// What is special about it, in one line.
    pub hint: &'static str,
    /// Makes it.
    pub design: fn() -> Design,
}

/// Every preset, cheapest intent first.
pub static PRESETS: &[Preset] = &[
    Preset { name: "Dev that sleeps", hint: "One instance that pauses at night", design: dev_that_sleeps },
    Preset { name: "Small team", hint: "Two zones, 2 to 8 ACU, staging figures", design: small_team },
    Preset { name: "Lambda API", hint: "RDS Proxy between functions and cluster", design: lambda_api },
    Preset { name: "Steady production", hint: "Two zones, 4 to 16 ACU", design: steady_production },
    Preset { name: "Spiky production", hint: "Three zones, 2 to 64 ACU", design: spiky_production },
    Preset {
        name: "Multi-region",
        hint: "A second Region within a minute, 8 to 32 ACU",
        design: multi_region,
    },
    Preset {
        name: "Reporting readers",
        hint: "Two readers in tier 2 that scale on their own",
        design: reporting_readers,
    },
    Preset {
        name: "A spec with problems",
        hint: "An old example as it was published: what is found, and how it is mended",
        design: seed_example,
    },
];

/// The default design with changes; a change that could not be made would leave the default, which a test rules out.
fn with(edits: &[Edit]) -> Design {
    let design = Design::default();
    design.with_all(edits).unwrap_or(design)
}

fn dev_that_sleeps() -> Design {
    with(&[
        Edit::set(Field::ProjectName, "dev"),
        Edit::set(Field::Environment, Environment::Development.word()),
        Edit::RemoveReader(1),
        Edit::set(Field::MinCapacity, 0),
        Edit::set(Field::MaxCapacity, 4),
        Edit::set(Field::DeletionProtection, false),
        Edit::set(Field::FinalSnapshot, false),
        Edit::set(Field::EnhancedMonitoringSeconds, 0),
        Edit::set(Field::LogRetentionDays, 30),
    ])
}

fn small_team() -> Design {
    with(&[
        Edit::set(Field::ProjectName, "team"),
        Edit::set(Field::Environment, Environment::Staging.word()),
        Edit::set(Field::MinCapacity, 2),
        Edit::set(Field::MaxCapacity, 8),
        Edit::ToggleClient(Client::Ecs),
        Edit::set(Field::LogRetentionDays, 90),
    ])
}

fn lambda_api() -> Design {
    with(&[
        Edit::set(Field::ProjectName, "api"),
        Edit::ToggleClient(Client::Lambda),
        Edit::AddProxy,
        Edit::set(Field::MinCapacity, 2),
        Edit::set(Field::MaxCapacity, 16),
    ])
}

fn steady_production() -> Design {
    with(&[
        Edit::set(Field::ProjectName, "orders"),
        Edit::set(Field::Variability, Variability::Steady.word()),
        Edit::set(Field::MinCapacity, 4),
        Edit::set(Field::MaxCapacity, 16),
        Edit::ToggleClient(Client::Ecs),
    ])
}

fn spiky_production() -> Design {
    with(&[
        Edit::set(Field::ProjectName, "shop"),
        Edit::set(Field::Variability, Variability::Spiky.word()),
        Edit::set(Field::MinCapacity, 2),
        Edit::set(Field::MaxCapacity, 64),
        Edit::AddReader { zone: None, tier: 1 },
        Edit::set(Field::WriterAcu, 8),
        Edit::set(Field::ReadersAcu, 6),
        Edit::ToggleClient(Client::Ecs),
    ])
}

fn reporting_readers() -> Design {
    with(&[
        Edit::set(Field::ProjectName, "reports"),
        Edit::set(Field::MaxCapacity, 32),
        Edit::AddReader { zone: None, tier: 2 },
        Edit::AddReader { zone: None, tier: 2 },
        Edit::set(Field::StorageGb, 500),
        Edit::set(Field::IoRequestsMillions, 2000),
        Edit::ToggleClient(Client::Ec2),
    ])
}

fn multi_region() -> Design {
    with(&[
        Edit::set(Field::ProjectName, "world"),
        Edit::set(Field::Credentials, Credentials::SecretsManager.word()),
        Edit::set(Field::MinCapacity, 8),
        Edit::set(Field::MaxCapacity, 32),
        Edit::AddSecondary(&US_WEST_2),
        Edit::set(Field::ReplicatedWriteIoMillions, 50),
        Edit::set(Field::CrossRegionTransferGb, 20),
        Edit::ToggleClient(Client::Ecs),
    ])
}

/// The "Example Configuration" of the seed document.
fn seed_example() -> Design {
    with(&[
        Edit::set(Field::ProjectName, "my-aurora-db"),
        Edit::set(Field::ClusterName, "my-db-cluster"),
        Edit::set(Field::EngineVersion, "15.4"),
        Edit::set(Field::MinCapacity, "0.5"),
        Edit::set(Field::MaxCapacity, 16),
        Edit::AddProxy,
        Edit::set(Field::ProxyName, "my-db-proxy"),
    ])
}

/// A row of the seed's "Example Costs": one writer that runs at an average, with a volume, in `us-east-1`.
#[derive(Debug)]
pub struct SeedExample {
    /// As the seed names it.
    pub name: &'static str,
    /// Its average.
    pub average_acu: Decimal,
    /// Its volume in GB; the seed's 1 TB is 1,024.
    pub storage_gb: Decimal,
    /// What the seed says it costs a month, in USD.
    pub seed_usd: Decimal,
    /// The range the average lies in, which the seed does not say: minimum and maximum in ACUs.
    range: (&'static str, u32),
}

/// The seed's four examples.
pub static SEED_EXAMPLES: &[SeedExample] = &[
    seed("Dev", Decimal::from_micros(500_000), 20, 50, ("0.5", 2)),
    seed("Small", Decimal::whole(2), 50, 150, ("0.5", 8)),
    seed("Medium", Decimal::whole(8), 200, 600, ("2", 32)),
    seed("Large", Decimal::whole(32), 1024, 2500, ("8", 128)),
];

const fn seed(
    name: &'static str,
    average_acu: Decimal,
    storage_gb: u64,
    seed_usd: u64,
    range: (&'static str, u32),
) -> SeedExample {
    let (storage_gb, seed_usd) = (Decimal::whole(storage_gb), Decimal::whole(seed_usd));
    SeedExample { name, average_acu, storage_gb, seed_usd, range }
}

impl SeedExample {
    /// The example as a design, with everything around the cluster that a design has.
    pub fn design(&self) -> Design {
        let (min, max) = self.range;
        with(&[
            Edit::set(Field::ProjectName, self.name.to_ascii_lowercase()),
            Edit::RemoveReader(1),
            Edit::set(Field::MinCapacity, min),
            Edit::set(Field::MaxCapacity, max),
            Edit::set(Field::WriterAcu, self.average_acu),
            Edit::set(Field::StorageGb, self.storage_gb),
        ])
    }
}
