//! What must be said beside the figures of a simulation.

use super::load::Load;
use super::platform::Platform;
use crate::design::Design;
use crate::estimate::{Awake, Pause, acu_hour, pause};
use crate::facts::{Acu, Decimal};

/// What no simulation of ours knows.
pub const NOT_SIMULATED: &str = "Not simulated: a cold cache after a climb or a resume, locks, limits of I/O, replica lag, \
     failover, wake-ups by maintenance, and features that keep capacity above the minimum.";

/// The largest capacity that anybody measured over time, in ACU (K7).
const MEASURED_TO: Acu = Acu::whole(13);

/// The notes to a design under a load, in the order of their weight.
pub fn notes(design: &Design, load: &Load, platform: Platform) -> Vec<String> {
    let mut notes = load.notes.clone();
    notes.push(match platform {
        Platform::V1To2 => {
            "Platform version 1 or 2: times to a capacity are within 10 % of one study, from a minute on, \
             and within 7 s before."
                .to_owned()
        }
        Platform::V3To4 => {
            "Platform version 3 or 4: AWS says that 16 ACU are added within a second and does not say what \
             follows; nobody has measured it."
                .to_owned()
        }
    });
    if (0..load.instances()).any(|instance| load.highest(instance) > MEASURED_TO) {
        notes.push(format!("Above {MEASURED_TO} ACU there is no public measurement."));
    }
    if design.cluster.engine == crate::design::Engine::AuroraMysql {
        notes.push("On Aurora MySQL there is no public measurement over time.".to_owned());
    }
    if design.cluster.min_capacity == Acu::ZERO {
        match pause(design, 0) {
            Pause::After(_) => notes.push(
                "After a resume there is no public measurement: a wake was seen to cost 310 to 1,200 ACU-seconds."
                    .to_owned(),
            ),
            Pause::Never(reasons) => {
                let told: Vec<&str> = reasons.iter().map(|it| reason(*it)).collect();
                notes.push(format!("The minimum is 0, and yet the writer never pauses: {}.", told.join(", ")));
            }
        }
    }
    if load.instances() == 1 && !design.cluster.readers.is_empty() {
        notes.push("The load is the writer's; readers have none of their own.".to_owned());
    }
    notes.push(
        "Unserved work is at least that: it is lost here, and real clients wait and come again.".to_owned(),
    );
    notes.push(NOT_SIMULATED.to_owned());
    if acu_hour(design).is_none() {
        notes.push(format!("The price of an ACU-hour in {} is not known.", design.region.code));
    }
    if design.usage.savings_plan_percent > Decimal::ZERO {
        notes.push("The cost is at list price, without the savings plan.".to_owned());
    }
    notes
}

const fn reason(awake: Awake) -> &'static str {
    match awake {
        Awake::Minimum => "the minimum is above 0 ACU",
        Awake::Version => "the version can't pause",
        Awake::Proxy => "RDS Proxy keeps a connection open",
        Awake::GlobalDatabase => "a Global Database keeps it awake",
        Awake::Replication => "replication keeps it awake",
    }
}
