//! The cluster's own settings: one row an attribute, with what stands in the design where the source leaves it out.

use enumset::EnumSet;

use super::super::{Block, NoticeKind, Resource, Source, Value};
use super::candidates::Member;
use super::{Got, Mapper, shown, spelled, truth, whole, written};
use crate::design::{Field, LogExport, Word};
use crate::facts::{Acu, Decimal};

/// How a value becomes the text of its setting.
#[derive(Clone, Copy)]
enum How {
    Text,
    /// Text in lower case: windows, words.
    Lower,
    Truth,
    /// The opposite of a truth.
    Not,
    Whole,
}

/// What stands in the design where the source leaves the attribute out.
#[derive(Clone, Copy)]
enum Left {
    /// What AWS or the provider makes of it.
    Is(&'static str),
    /// What the spec makes of it, because AWS draws lots or the engine decides.
    Ours,
    /// As `Ours`, and the reason is said.
    Said(&'static str),
}

/// A row of the mapping.
struct Row {
    attribute: &'static str,
    field: Field,
    how: How,
    left: Left,
}

const fn row(attribute: &'static str, field: Field, how: How, left: Left) -> Row {
    Row { attribute, field, how, left }
}

/// Settings that one attribute alone decides.
static ROWS: &[Row] = &[
    row(
        "database_name",
        Field::DatabaseName,
        How::Text,
        Left::Said(
            "no database was made; the export would make app, and over the old state replace the cluster",
        ),
    ),
    row(
        "master_username",
        Field::MasterUsername,
        How::Text,
        Left::Said("the engine's usual name stands in the design"),
    ),
    row("port", Field::Port, How::Whole, Left::Ours),
    row(
        "iam_database_authentication_enabled",
        Field::IamDatabaseAuthentication,
        How::Truth,
        Left::Is("false"),
    ),
    row("enable_http_endpoint", Field::DataApi, How::Truth, Left::Is("false")),
    row("storage_encrypted", Field::Encryption, How::Truth, Left::Is("false")),
    row("storage_type", Field::StorageType, How::Lower, Left::Is("aurora")),
    row("backup_retention_period", Field::BackupRetention, How::Whole, Left::Is("1")),
    row("preferred_backup_window", Field::BackupWindow, How::Lower, Left::Ours),
    row("preferred_maintenance_window", Field::MaintenanceWindow, How::Lower, Left::Ours),
    row("deletion_protection", Field::DeletionProtection, How::Truth, Left::Is("false")),
    row("skip_final_snapshot", Field::FinalSnapshot, How::Not, Left::Is("true")),
];

/// The block of the capacity range.
pub(super) fn scaling(cluster: &Resource) -> Option<&Block> {
    cluster.body.blocks.get("serverlessv2_scaling_configuration").and_then(|it| it.first())
}

impl<'a> Mapper<'a> {
    pub(super) fn cluster(&mut self, member: &Member<'a>, global: &[&'a Resource]) {
        // A primary may leave to its Global Database what both have.
        let mut layers = member.layers.clone();
        self.engine(&layers, global);
        self.version(&layers, global);
        for row in ROWS {
            let mut got = self.world.get(&layers, row.attribute);
            if matches!(got, Got::Left) && row.attribute == "database_name" {
                got = self.world.get(global, row.attribute);
            }
            self.row(row, got, &layers);
        }
        self.backtrack(&layers);
        self.log_exports(&layers);
        layers.retain(|it| scaling(it).is_some());
        self.capacity(&layers, member);
    }

    fn row(&mut self, row: &Row, got: Got<'a>, layers: &[&'a Resource]) {
        let attribute = row.attribute;
        match got {
            Got::Known(known) => {
                let text = match row.how {
                    How::Text => self.world.text(known.value),
                    How::Lower => self.world.text(known.value).map(|it| it.trim().to_ascii_lowercase()),
                    How::Truth => truth(&self.world, known.value).map(|it| it.to_string()),
                    How::Not => truth(&self.world, known.value).map(|it| (!it).to_string()),
                    How::Whole => whole(&self.world, known.value).map(|it| it.to_string()),
                };
                let read = text.is_some_and(|text| row.field.set(&mut self.design, &text).is_ok());
                if read {
                    self.took(row.field.clone(), &known.argument.place);
                } else {
                    let instead = self.default_of(&row.field);
                    self.misread(&known, attribute, &instead);
                }
            }
            Got::Unknown(unknown) => {
                let instead = self.default_of(&row.field);
                self.unresolved(&unknown, attribute, &instead);
            }
            Got::Left => match (row.left, layers.first()) {
                // Describe output never leaves out by choice: its version of the API didn't know the field.
                (Left::Is(_), Some(top)) if top.source == Source::Describe => {}
                (Left::Is(text), _) => {
                    // The table's own words are values of their settings.
                    let _ = row.field.set(&mut self.design, text);
                }
                (Left::Said(why), Some(top)) => {
                    let text = format!("{} of {} is left out: {why}", spelled(attribute, top), top.address);
                    self.say(NoticeKind::NotHere, &top.body.place, text);
                }
                _ => {}
            },
        }
    }

    /// What the notices say of a setting that keeps its default.
    pub(super) fn default_of(&self, field: &Field) -> String {
        let text = field.text(&self.design);
        if text.is_empty() { "it is left out".to_owned() } else { format!("the design keeps {text}") }
    }

    fn engine(&mut self, layers: &[&'a Resource], global: &[&'a Resource]) {
        let mut got = self.world.get(layers, "engine");
        if matches!(got, Got::Left) {
            got = self.world.get(global, "engine");
        }
        match got {
            Got::Known(known) => {
                let text = self.world.text(known.value).unwrap_or_default().to_ascii_lowercase();
                if Field::Engine.set(&mut self.design, &text).is_ok() {
                    self.took(Field::Engine, &known.argument.place);
                }
            }
            Got::Unknown(unknown) => self.unresolved(&unknown, "engine", "aurora-postgresql is assumed"),
            Got::Left => {
                if let Some(top) = layers.first() {
                    let text = format!(
                        "{} of {} is left out; aurora-postgresql is assumed",
                        spelled("engine", top),
                        top.address
                    );
                    self.say(NoticeKind::NotHere, &top.body.place, text);
                }
            }
        }
    }

    fn version(&mut self, layers: &[&'a Resource], global: &[&'a Resource]) {
        let mut got = self.world.get(layers, "engine_version");
        if matches!(got, Got::Left) {
            got = self.world.get(global, "engine_version");
        }
        let keeps = format!("the design keeps {}", self.design.engine_version());
        match got {
            Got::Known(known) => {
                let Some(text) = self.world.text(known.value) else {
                    return self.misread(&known, "engine_version", &keeps);
                };
                let mut version = text.trim().to_owned();
                let name = written(known.argument, known.resource, "engine_version");
                let address = known.resource.address.clone();
                if let Value::Number(number) = known.value {
                    let kept = plain_number(number);
                    if kept.contains('.') || kept != *number {
                        let text = format!(
                            "{name} of {address} is a number, so it says {kept}: a zero at the end is lost; quote it"
                        );
                        self.say(NoticeKind::Taken, &known.argument.place, text);
                    }
                    version = kept;
                }
                // A state tells what a prefix came to.
                if let Some(actual) = self.world.text_of(layers, "engine_version_actual")
                    && actual != version
                    && actual.starts_with(&version)
                {
                    let text = format!(
                        "{name} of {address} is the prefix {version}; the version that runs, {actual}, is taken"
                    );
                    self.say(NoticeKind::Taken, &known.argument.place, text);
                    version = actual;
                }
                self.design.cluster.engine_version = Some(version);
                self.took(Field::EngineVersion, &known.argument.place);
            }
            Got::Unknown(unknown) => match self.world.text_of(layers, "engine_version_actual") {
                Some(actual) => self.design.cluster.engine_version = Some(actual),
                None => self.unresolved(&unknown, "engine_version", &keeps),
            },
            Got::Left => {
                if let Some(top) = layers.first() {
                    let text =
                        format!("{} of {} is left out; {keeps}", spelled("engine_version", top), top.address);
                    self.say(NoticeKind::NotHere, &top.body.place, text);
                }
            }
        }
    }

    /// Backtrack is in seconds, the design's in hours.
    fn backtrack(&mut self, layers: &[&'a Resource]) {
        match self.world.get(layers, "backtrack_window") {
            Got::Known(known) => match whole(&self.world, known.value) {
                Some(seconds) => {
                    let hours = seconds.div_ceil(3600);
                    if seconds % 3600 != 0 {
                        let name = written(known.argument, known.resource, "backtrack_window");
                        let text = format!(
                            "{name} of {} is {seconds} seconds; {hours} hours are taken",
                            known.resource.address
                        );
                        self.say(NoticeKind::Taken, &known.argument.place, text);
                    }
                    self.design.cluster.backtrack_hours = hours;
                    self.took(Field::BacktrackHours, &known.argument.place);
                }
                None => self.misread(&known, "backtrack_window", "Backtrack stays off"),
            },
            Got::Unknown(unknown) => self.unresolved(&unknown, "backtrack_window", "Backtrack stays off"),
            Got::Left => {}
        }
    }

    fn log_exports(&mut self, layers: &[&'a Resource]) {
        const NAME: &str = "enabled_cloudwatch_logs_exports";
        let engine = self.design.cluster.engine;
        let mut logs = EnumSet::new();
        match self.world.get(layers, NAME) {
            Got::Known(known) => {
                let items = match known.value {
                    Value::List(items) => items.as_slice(),
                    single => std::slice::from_ref(single),
                };
                for item in items {
                    let Some(text) = self.world.text(item) else {
                        if let Some(waits) = self.world.waits(item) {
                            let unknown =
                                super::Unknown { argument: known.argument, resource: known.resource, waits };
                            self.unresolved(&unknown, NAME, "this log is left out");
                        }
                        continue;
                    };
                    if let Some(log) = LogExport::from_word(&text).filter(|log| engine.writes(*log)) {
                        logs.insert(log);
                    } else {
                        let name = written(known.argument, known.resource, NAME);
                        let text = format!(
                            "{name} of {} exports {}, which {} can't say; it is left out",
                            known.resource.address,
                            shown(&text),
                            engine.word()
                        );
                        self.say(NoticeKind::Dropped, &known.argument.place, text);
                    }
                }
                self.took(Field::LogExports, &known.argument.place);
            }
            Got::Unknown(unknown) => {
                let instead = self.default_of(&Field::LogExports);
                self.unresolved(&unknown, NAME, &instead);
                return;
            }
            Got::Left => {}
        }
        self.design.cluster.log_exports = Some(logs);
    }

    /// The capacity range, rounded up to the half step.
    fn capacity(&mut self, layers: &[&'a Resource], member: &Member<'a>) {
        let (Some(top), Some(cluster)) = (layers.first(), member.top()) else {
            if let Some(cluster) = member.top() {
                let name = spelled("serverlessv2_scaling_configuration", cluster);
                let text = format!("{} has no {name}; the design's range is 2 to 16 ACU", cluster.address);
                self.say(NoticeKind::NotHere, &cluster.body.place, text);
            }
            return;
        };
        for (attribute, field) in [
            ("min_capacity", Field::MinCapacity),
            ("max_capacity", Field::MaxCapacity),
            ("seconds_until_auto_pause", Field::SecondsUntilAutoPause),
        ] {
            let Some((block, resource)) = self.in_block(layers, attribute) else {
                if attribute != "seconds_until_auto_pause" {
                    let instead = self.default_of(&field);
                    let block = scaling(top).map_or(&cluster.body.place, |it| &it.place);
                    let text =
                        format!("{} of {} is left out; {instead}", spelled(attribute, top), top.address);
                    self.say(NoticeKind::NotHere, &block.clone(), text);
                }
                continue;
            };
            let Some(argument) = block.arguments.get(attribute) else { continue };
            let value = self.world.follow(&argument.value);
            let instead = self.default_of(&field);
            if let Some(waits) = self.world.waits(value) {
                self.unresolved(&super::Unknown { argument, resource, waits }, attribute, &instead);
                continue;
            }
            let known = super::Known { value, argument, resource };
            let read = match attribute {
                "seconds_until_auto_pause" => whole(&self.world, value).map(|it| it.to_string()),
                _ => self.acu(value, &known, attribute).map(|it| it.to_string()),
            };
            match read {
                // Seconds mean something only where the cluster can pause.
                Some(_)
                    if attribute == "seconds_until_auto_pause"
                        && self.design.cluster.min_capacity > Acu::ZERO => {}
                Some(text) if field.set(&mut self.design, &text).is_ok() => self.took(field, &argument.place),
                _ => self.misread(&known, attribute, &instead),
            }
        }
    }

    /// The first range that has the attribute.
    pub(super) fn in_block(
        &self,
        layers: &[&'a Resource],
        attribute: &str,
    ) -> Option<(&'a Block, &'a Resource)> {
        layers.iter().find_map(|layer| {
            let block = scaling(layer)?;
            let argument = block.arguments.get(attribute)?;
            (*self.world.follow(&argument.value) != Value::Null).then_some((block, *layer))
        })
    }

    /// A capacity, rounded up to the half step with a notice.
    pub(super) fn acu(&mut self, value: &Value, known: &super::Known<'_>, attribute: &str) -> Option<Acu> {
        let amount = Decimal::parse(plain_number(self.world.text(value)?.trim()).as_str())?;
        let acu = Acu::at_least(amount);
        if acu.as_decimal() != amount {
            let name = written(known.argument, known.resource, attribute);
            let text =
                format!("{name} of {} is off the half step; {acu} ACU is taken", known.resource.address);
            self.say(NoticeKind::Taken, &known.argument.place, text);
        }
        Some(acu)
    }

    /// What describe output can't tell, and what a design is not: said once.
    pub(super) fn said_once(&mut self, member: &Member<'a>) {
        let Some(top) = member.top() else { return };
        if member.layers.iter().all(|it| it.source == Source::Describe) {
            let text = "describe output does not tell alarms, log_retention_days, final_snapshot, aws_backup and rotation_days; the spec's defaults stand";
            self.say(NoticeKind::NotHere, &top.body.place, text);
        }
        let text = "this is a design, not an adoption: its export names instances and groups anew; beside the old stack it builds a second cluster, over the old state it replaces instances";
        self.say(NoticeKind::Taken, &top.body.place, text);
    }
}

/// A number without the zeros at its end, as Terraform prints it: `16.0` is `16`, `15.10` is `15.1`.
pub(super) fn plain_number(text: &str) -> String {
    match text.split_once('.') {
        Some((whole, places)) if places.bytes().all(|it| it.is_ascii_digit()) => {
            let places = places.trim_end_matches('0');
            if places.is_empty() { whole.to_owned() } else { format!("{whole}.{places}") }
        }
        _ => text.to_owned(),
    }
}
