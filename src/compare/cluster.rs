//! Verdicts on the cluster that depend on more than the setting: its version, its range, its logs.

use std::cmp::Ordering;

use super::change::Change;
use super::sources as at;
use super::verdict::{Row, Verdict};
use crate::design::read::list;
use crate::design::{Credentials, Design, Engine, Field, InsightsMode};
use crate::estimate::{chosen_connections, connections_of};
use crate::facts::Acu;
use crate::facts::engines::numbers;
use crate::formats::terraform::own_parameters;

/// What of a version is its major: one number of PostgreSQL's, two of MySQL's.
fn major(engine: Engine, version: &str) -> Vec<u32> {
    let parts = if engine == Engine::AuroraPostgresql { 1 } else { 2 };
    numbers(version).into_iter().take(parts).collect()
}

pub(super) fn engine_version(change: &Change<'_>) -> Row {
    let (a, b) = (&change.a.cluster, &change.b.cluster);
    if a.engine != b.engine {
        return Row::new(
            Verdict::DataLoss,
            "It comes with the other engine, which is another database.",
            at::PROVIDER_CLUSTER,
        );
    }
    let (from, to) = (change.a.exported_version(), change.b.exported_version());
    let down = numbers(to).cmp(&numbers(from)) == Ordering::Less;
    if change.stays_global() {
        return if down {
            Row::new(
                Verdict::Refused,
                "Aurora never goes back a version; restore into a new cluster.",
                at::GLOBAL_UPGRADE,
            )
        } else {
            Row::new(Verdict::Outage, "In a Global Database the upgrade starts during the apply, in every Region, window or not; apply the version alone.", at::GLOBAL_UPGRADE).forever()
        };
    }
    if major(a.engine, from) != major(b.engine, to) {
        let why = if change.b.auto_minor_version_upgrade() {
            "A major upgrade is an act of its own: main.tf leaves the version to AWS while automatic upgrades are on, and its check stops the apply. Take engine_version out of ignore_changes or switch automatic upgrades off, and set allow_major_version_upgrade; better, make a blue/green deployment."
        } else {
            "A major upgrade needs the variable allow_major_version_upgrade of main.tf, which is off by default, and better a blue/green deployment; as it is AWS refuses it."
        };
        return Row::new(Verdict::Refused, why, at::MAJOR);
    }
    if change.b.auto_minor_version_upgrade() {
        return Row::new(
            Verdict::None,
            "With automatic upgrades on main.tf leaves the version to AWS: this figure moves nothing now, up or down.",
            at::VERSIONS,
        );
    }
    if down {
        return Row::new(
            Verdict::Refused,
            "Aurora never goes back a version; restore into a new cluster.",
            at::NO_DOWNGRADE,
        );
    }
    Row::new(
        Verdict::Window,
        "Waits for the window, then the instances restart or pause briefly; there is no way back.",
        at::MINOR,
    )
    .forever()
}

/// The range of the primary or of a secondary.
pub(super) fn range(field: &Field, change: &Change<'_>) -> Row {
    let acu = |text: &str| Acu::parse(text).unwrap_or(Acu::ZERO);
    let (from, to) = (acu(change.from), acu(change.to));
    let engine = change.b.cluster.engine;
    let is_max = matches!(field, Field::MaxCapacity | Field::SecondaryMaxCapacity(_));
    let large = is_max && to > Acu::whole(128) && from <= Acu::whole(128);
    let platform = if large {
        " An older platform refuses more than 128 ACU until the cluster was stopped and started."
    } else {
        ""
    };
    let fixed = match (chosen_connections(change.a), chosen_connections(change.b)) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    };
    if is_max {
        let full = Acu::whole(192);
        let same = engine == Engine::AuroraMysql && (fixed || (from >= full && to >= full));
        return if same {
            Row::new(
                Verdict::Live,
                format!("Works at once; the number of connections stays.{platform}"),
                at::CAPACITY,
            )
        } else {
            let waits = match engine {
                Engine::AuroraPostgresql => "connections and memory settings keep",
                Engine::AuroraMysql => "the number of connections keeps",
            };
            Row::new(
                Verdict::Reboot,
                format!(
                    "The new ceiling works at once; {waits} the old size until you reboot each instance.{platform}"
                ),
                at::CAPACITY,
            )
        };
    }
    let capped = |min: Acu| min <= Acu::HALF;
    let maximum = maximum_in_a(field, change);
    let above = connections_of(change.a, Acu::whole(1), maximum).is_none_or(|(all, _)| all > 2000);
    if engine == Engine::AuroraPostgresql && capped(from) != capped(to) && above {
        return Row::new(
            Verdict::Reboot,
            "The floor works at once; the number of connections, which a minimum of 0 or 0.5 caps at 2,000, follows after a reboot.",
            at::CAPACITY,
        );
    }
    Row::new(Verdict::Live, "Works at once, and changes the bill at once.", at::CAPACITY)
}

/// The maximum of the same member in the design that runs; a secondary is told by its Region.
fn maximum_in_a(field: &Field, change: &Change<'_>) -> Acu {
    let usual = change.a.cluster.max_capacity;
    let Field::SecondaryMinCapacity(index) = field else { return usual };
    let Some(wanted) = change.b.secondaries().get(*index) else { return usual };
    let twin = change.a.secondaries().iter().find(|it| it.region.code == wanted.region.code);
    twin.map_or(usual, |it| change.a.secondary_max(it))
}

/// Who keeps the password; RDS does not keep that of a Global Database (SEC-03).
pub(super) fn credentials(change: &Change<'_>) -> Row {
    if change.to == "managed" && change.b.global.is_some() {
        return Row::new(
            Verdict::Refused,
            "RDS manages no master password in a Global Database.",
            at::SECRETS,
        );
    }
    let row = if change.to == "managed" {
        Row::new(
            Verdict::Live,
            "Password and secret ARN change at once, and the own secret is deleted, with 30 days to restore it; whoever reads it can't sign in any more.",
            at::SECRETS,
        )
    } else {
        Row::new(
            Verdict::Live,
            "Password and secret ARN change at once; whoever reads the old secret can't sign in any more.",
            at::SECRETS,
        )
    };
    row.forever()
}

/// How often an own secret is rotated; beside a managed password nothing of it is exported.
pub(super) fn rotation(change: &Change<'_>) -> Row {
    let rotates = |design: &Design| {
        design.cluster.rotation_days.is_some() && design.cluster.credentials == Credentials::SecretsManager
    };
    match (rotates(change.a), rotates(change.b)) {
        (false, false) => Row::new(Verdict::None, "RDS rotates a managed password itself.", at::TRIAL),
        (_, true) => Row::new(
            Verdict::Live,
            "The password is rotated during the apply, not only after the first days.",
            at::ROTATION,
        ),
        (true, false) => Row::new(
            Verdict::Resource,
            "The function that rotates goes; the password stays as it is.",
            at::TRIAL,
        ),
    }
}

pub(super) fn logs(field: &Field, change: &Change<'_>) -> Row {
    if *field == Field::LogRetentionDays {
        let days = |text: &str| text.parse::<u32>().ok().filter(|days| *days > 0).unwrap_or(u32::MAX);
        let shorter = days(change.to) < days(change.from);
        let why = if shorter { "Shorter: older lines are deleted." } else { "Works at once." };
        return Row::new(Verdict::Live, why, at::RETENTION).forever_if(shorter);
    }
    let kept = list(change.to);
    if list(change.from).iter().all(|log| kept.contains(log)) {
        return Row::new(
            Verdict::Live,
            "The log group is made first, then the export starts.",
            at::MODIFYING,
        );
    }
    Row::new(Verdict::Resource, "The export stops, then the log group and its lines are deleted. If RDS writes once more meanwhile, an endless group stays, and adding the log again later fails.", at::LOGS).forever()
}

pub(super) fn insights(field: &Field, change: &Change<'_>) -> Row {
    let new = change.b.cluster.performance_insights;
    let silent = |design: &Design| {
        let insights = design.cluster.performance_insights;
        !insights.enabled && insights.mode == InsightsMode::Standard
    };
    if *field == Field::InsightsRetentionDays && silent(change.a) && silent(change.b) {
        return Row::new(Verdict::None, "Without insights nothing is kept.", at::TRIAL);
    }
    if matches!(field, Field::InsightsEnabled | Field::InsightsMode)
        && new.mode == InsightsMode::Advanced
        && !new.enabled
    {
        let needs = "Advanced mode needs insights: go to standard in the same apply.";
        return Row::new(Verdict::Refused, needs, at::INSIGHTS);
    }
    if *field == Field::InsightsEnabled && !new.enabled {
        // main.tf names the mode, so it goes to standard in the same call.
        let lost = "Works at once; whether the history is lost is unconfirmed.";
        return Row::new(Verdict::Live, lost, at::INSIGHTS);
    }
    Row::new(Verdict::Live, "Works at once, without an interruption.", at::INSIGHTS)
}

/// A parameter: those that main.tf sets itself are applied at once, all others wait.
pub(super) fn parameter(name: &str, change: &Change<'_>) -> Row {
    let own = |design: &Design| own_parameters(design).contains(&name);
    if own(change.a) && own(change.b) {
        return Row::new(Verdict::Live, "Counts at once.", at::TRIAL);
    }
    Row::new(Verdict::Reboot, "Stored, but old until you reboot each instance.", at::PARAMETERS)
}

pub(super) fn monitoring(field: &Field, change: &Change<'_>) -> Row {
    let alarms = |design: &Design| design.cluster.alarms.enabled;
    match field {
        Field::AlarmsEnabled if !change.on() => Row::new(
            Verdict::Resource,
            "Deletes topic and alarms: other subscribers of that topic lose it.",
            at::TRIAL,
        ),
        Field::AlarmsEnabled => Row::new(Verdict::Live, "Alarms and their topic are added.", at::TRIAL),
        Field::NotifyEmail if !alarms(change.a) && !alarms(change.b) => {
            Row::new(Verdict::None, "There are no alarms to be sent.", at::TRIAL)
        }
        Field::NotifyEmail if change.from.is_empty() || !alarms(change.a) => {
            Row::new(Verdict::Live, "No mail until the address has confirmed.", at::SUBSCRIPTION)
        }
        Field::NotifyEmail if change.to.is_empty() => Row::new(
            Verdict::Resource,
            "The subscription goes; nobody gets the alarms by mail any more.",
            at::SUBSCRIPTION,
        ),
        Field::NotifyEmail => Row::new(
            Verdict::Resource,
            "The subscription is made anew: no mail until the new address has confirmed.",
            at::SUBSCRIPTION,
        ),
        _ if !change.on() => Row::new(Verdict::Resource, "The dashboard goes.", at::TRIAL),
        _ => Row::new(Verdict::Live, "The dashboard is added.", at::TRIAL),
    }
}
