//! The settings as the page lists them: which stand where, what a closed group says, what a search finds, and where an id
//! leads.

use crate::design::{Control, Credentials, Design, Field, Group, Positions, Vpc, Word as _};
use crate::estimate::{Bill, alarms};
use crate::facts::Acu;

use super::plain::{engine, plain};
use super::settings::consequence;

/// Where resources stand for an id, so that a setting keeps its own whatever else the design has.
const ANYWHERE: Positions = Positions { cluster: 0, proxy: 1, global: 2, instances: Vec::new() };

/// Id of a setting's control, unique on the page: its path in a spec.
pub fn field_id(field: &Field) -> String {
    if let Field::Price(price) = field {
        return price_id(price.name());
    }
    let path = field.path(&ANYWHERE);
    let safe = path.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' });
    format!("field-{}", safe.collect::<String>())
}

fn price_id(name: &str) -> String {
    format!("price-{name}")
}

/// Id of the button that opens a group.
pub fn head_id(group: Group) -> String {
    format!("group-head-{group:?}").to_ascii_lowercase()
}

/// Id of what a group holds.
pub fn body_id(group: Group) -> String {
    format!("group-{group:?}").to_ascii_lowercase()
}

/// Id of the field that names a new tag or parameter.
pub fn new_id(noun: &str) -> String {
    format!("new-{noun}")
}

/// Id of the list that adds a Region.
pub const ADD_REGION_ID: &str = "add-region";

/// What has to be unfolded for an id to be on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Way {
    /// The group.
    pub group: Group,
    /// Whether it is among the prices, which unfold on their own.
    pub is_price: bool,
}

/// The way to what has that id; `None` where nothing of the settings has it.
pub fn way_to(id: &str, design: &Design) -> Option<Way> {
    let way = |group| Some(Way { group, is_price: false });
    if id.starts_with("price-") {
        return Some(Way { group: Group::Usage, is_price: true });
    }
    if let Some(group) = Group::ALL.into_iter().find(|group| head_id(*group) == id) {
        return way(group);
    }
    match id {
        "new-tag" => way(Group::Design),
        "new-parameter" => way(Group::Engine),
        ADD_REGION_ID => way(Group::Regions),
        _ => {
            let own = [Field::EngineVersion, Field::Proxy, Field::Global, Field::Instances];
            let every = Field::every(design).into_iter().chain(own);
            way(home(&every.into_iter().find(|field| field_id(field) == id)?, design))
        }
    }
}

/// The last part of a setting's path in the spec: the name that people look up in AWS' documentation.
pub fn spec_name(field: &Field, design: &Design) -> String {
    let path = field.path(&Positions::canonical(design));
    let name = path.rsplit_once("config.").map_or(path.as_str(), |(_, tail)| tail);
    let last = ["usage.", "serverless_v2.", "performance_insights.", "traits."]
        .into_iter()
        .find_map(|group| name.strip_prefix(group));
    // What is enabled is said before it.
    last.filter(|last| *last != "enabled").unwrap_or(name).to_owned()
}

/// The group that a setting stands in. How long the cluster is awake belongs to the bill, but where the minimum is 0 it
/// decides what that saves, and stands beside it.
pub fn home(field: &Field, design: &Design) -> Group {
    match field {
        Field::ActiveHoursPerMonth if design.cluster.min_capacity == Acu::ZERO => Group::Capacity,
        _ => field.group(),
    }
}

/// The settings of a group that stand as plain fields; the version, instances, the proxy as a whole, secondaries,
/// tags, parameters and prices have editors of their own.
pub fn plain_fields(group: Group, design: &Design) -> Vec<Field> {
    let mut fields = group.fields(design);
    let guest = Field::ActiveHoursPerMonth;
    if group == home(&guest, design) && !fields.contains(&guest) {
        fields.push(guest);
    }
    fields.retain(|field| {
        let own = matches!(
            field,
            Field::EngineVersion | Field::InstanceZone(_) | Field::InstanceTier(_) | Field::Proxy
        );
        !own && home(field, design) == group
    });
    fields
}

/// Whether a field shows its sentence of help: where a text is free to be written in any way, and where a list counts in
/// a unit. Elsewhere it is read to those who do not see, and shown to a pointer.
pub fn shows_help(field: &Field) -> bool {
    match field.control() {
        Control::Text => true,
        Control::Choice => !field.unit().is_empty(),
        Control::Number | Control::Switch | Control::Several | Control::Own => false,
    }
}

/// What stands below a field: what its value means for the design, else the help that [`shows_help`] wants seen.
pub fn meaning(field: &Field, design: &Design, bill: &Bill) -> String {
    let consequence = consequence(field, design, bill);
    if consequence.is_empty() && shows_help(field) { field.help().to_owned() } else { consequence }
}

/// A setting that a search found and that has an editor of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Elsewhere {
    /// Id of its control.
    pub id: String,
    /// Its label, with what tells it from its like.
    pub title: String,
    /// Its path in the spec.
    pub path: String,
}

/// What a search found: settings to be edited on the spot, and ways to the others.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Hits {
    /// Plain fields.
    pub fields: Vec<Field>,
    /// Settings with an editor of their own.
    pub elsewhere: Vec<Elsewhere>,
}

impl Hits {
    /// Whether nothing has such a name.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.elsewhere.is_empty()
    }
}

/// What a search for everything that differs from its default begins with, as other editors have it.
pub const CHANGED: &str = "@changed";

/// The words of a search without [`CHANGED`], as hits are marked by them; and whether it was there.
pub fn sought(search: &str) -> (String, bool) {
    let changed = search.split_whitespace().any(is_changed);
    let words: Vec<&str> = search.split_whitespace().filter(|word| !is_changed(word)).collect();
    (words.join(" ").to_ascii_lowercase(), changed)
}

/// Other editors call it modified.
fn is_changed(word: &str) -> bool {
    [CHANGED, "@modified"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The settings whose label, group or path in the spec holds a text, whatever its case; with [`CHANGED`] those of them
/// that differ from their defaults.
pub fn hits(search: &str, design: &Design) -> Hits {
    let ((wanted, only_changed), positions) = (sought(search), Positions::canonical(design));
    let holds = |field: &Field, label: &str, path: &str| {
        let group = home(field, design).name().to_ascii_lowercase();
        let said = label.to_ascii_lowercase().contains(&wanted) || path.contains(&wanted) || group == wanted;
        said && (!only_changed || field.is_changed(design))
    };
    let plain: Vec<Field> = Group::ALL.into_iter().flat_map(|group| plain_fields(group, design)).collect();
    let elsewhere = Field::every(design)
        .into_iter()
        .filter(|field| !plain.contains(field) && field.is_there(design))
        .map(|field| (field.title(design), field.path(&positions), field))
        .filter(|(title, path, field)| holds(field, title, path))
        .map(|(title, path, field)| Elsewhere { id: field_id(&field), title, path })
        .collect();
    let fields =
        plain.into_iter().filter(|field| holds(field, field.label(), &field.path(&positions))).collect();
    Hits { fields, elsewhere }
}

/// Settings in their order, each first of a group with the group it is first of.
pub fn by_group(fields: &[Field], design: &Design) -> Vec<(Option<Group>, Field)> {
    let mut last = None;
    let headed = |field: &Field| {
        let group = home(field, design);
        (last.replace(group) != Some(group)).then_some(group)
    };
    fields.iter().map(headed).zip(fields.iter().cloned()).collect()
}

/// What a closed group says about the design.
pub fn summary(group: Group, design: &Design) -> String {
    let cluster = &design.cluster;
    match group {
        Group::Design => format!("{}, {}", design.region.code, design.environment.word()),
        Group::Engine => engine(design),
        Group::Capacity => format!("{} to {} ACU", cluster.min_capacity, cluster.max_capacity),
        Group::Instances => match cluster.readers.len() {
            0 => "1 writer".to_owned(),
            1 => "1 writer, 1 reader".to_owned(),
            readers => format!("1 writer, {readers} readers"),
        },
        Group::Network if cluster.network.vpc == Vpc::Existing => "existing VPC".to_owned(),
        Group::Network => format!("new VPC, {}", design.cidr()),
        Group::Access => {
            let secret = match cluster.credentials {
                Credentials::Managed => "managed secret",
                Credentials::SecretsManager => "own secret",
            };
            format!("{secret}{}", if cluster.iam_database_authentication { ", IAM" } else { "" })
        }
        Group::Proxy => match &design.proxy {
            None => "off".to_owned(),
            Some(proxy) if proxy.read_only_endpoint => "on, read-only endpoint".to_owned(),
            Some(_) => "on".to_owned(),
        },
        Group::Protection => format!("backups {} days", cluster.backup_retention),
        Group::Observability => {
            format!("{} alarms, logs {} days", alarms(design).len(), cluster.log_retention_days)
        }
        Group::Regions => match design.secondaries().len() {
            0 => "one Region".to_owned(),
            1 => "1 secondary".to_owned(),
            secondaries => format!("{secondaries} secondaries"),
        },
        Group::Usage => format!("{} GB, {} M I/O", design.storage_gb(), design.io_requests_millions()),
    }
}

/// What a group says beside its name: its summary, or how many texts in it are not used, which matters more.
pub fn told<'a>(group: Group, design: &Design, drafts: impl IntoIterator<Item = &'a Field>) -> String {
    match drafts.into_iter().filter(|field| home(field, design) == group).count() {
        0 => summary(group, design),
        1 => "1 value not used".to_owned(),
        count => format!("{count} values not used"),
    }
}

/// Whether somebody changed a setting between two designs: its text is another, and a choice made it so in one of them.
pub fn differs(field: &Field, before: &Design, now: &Design) -> bool {
    field.text(before) != field.text(now) && (field.is_changed(before) || field.is_changed(now))
}

/// What somebody is typing into a field, and the text that the design made of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Typed {
    /// As typed.
    pub text: String,
    /// The design's own text after that.
    pub made: String,
}

/// What a field shows. While somebody types, what was typed: the design's own text would jump under the cursor (`0.` is
/// 0). It gives way once the design has another text, as after an undo; then to a draft, which is no value, and without
/// one to the design's own text.
pub fn shown<'a>(typed: Option<&'a Typed>, draft: Option<&'a str>, own: &'a str) -> &'a str {
    typed.filter(|typed| typed.made == own).map(|typed| typed.text.as_str()).or(draft).unwrap_or(own)
}

/// The button that takes a choice back; the default may be no value at all.
pub fn default_name(field: &Field, default: &str) -> String {
    let default = match default {
        "" => "none".to_owned(),
        "true" if field.control() == Control::Switch => "on".to_owned(),
        "false" if field.control() == Control::Switch => "off".to_owned(),
        default if field.control() == Control::Several => {
            items(default).map(|item| plain(field, item)).collect::<Vec<_>>().join(", ")
        }
        default => plain(field, default),
    };
    format!("default {default}")
}

/// The items of a comma list.
pub fn items(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').filter(|item| !item.is_empty())
}

/// A comma list with an item added, or taken away where it was there.
pub fn toggled(list: &str, item: &str) -> String {
    let mut all: Vec<&str> = items(list).collect();
    if all.contains(&item) {
        all.retain(|known| *known != item);
    } else {
        all.push(item);
    }
    all.join(",")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::design::{Edit, Member};
    use crate::estimate::bill;
    use crate::facts::prices::FIELDS;
    use crate::facts::regions::EU_WEST_1;
    use crate::facts::{Acu, FACTS_DATE};

    fn large() -> Design {
        let edits = [
            Edit::AddProxy,
            Edit::AddSecondary(&EU_WEST_1),
            Edit::set(Field::Tag("team".to_owned()), "blue"),
            Edit::set(Field::Parameter("work_mem".to_owned()), "4096"),
        ];
        Design::default().with_all(&edits).unwrap()
    }

    #[test]
    fn every_setting_has_an_id_of_its_own_and_a_way_to_it() {
        let design = large();
        let every = Field::every(&design);
        let ids: BTreeSet<String> = every.iter().map(field_id).collect();
        assert_eq!(ids.len(), every.len());
        for field in &every {
            let way = way_to(&field_id(field), &design);
            let expected = Way { group: field.group(), is_price: matches!(field, Field::Price(_)) };
            assert_eq!(way, Some(expected), "{field:?}");
        }
        assert_eq!(field_id(&Field::MaxCapacity), "field-resources-0--config-serverless-v2-max-capacity");
        let cidr = field_id(&Field::Cidr(Member::Secondary(0)));
        assert_eq!(cidr, "field-resources-2--config-secondaries-0--network-cidr");
        let group = |id: &str| way_to(id, &design).map(|way| way.group);
        assert_eq!(group("new-tag"), Some(Group::Design));
        assert_eq!(group("new-parameter"), Some(Group::Engine));
        assert_eq!(group("add-region"), Some(Group::Regions));
        assert_eq!(group("group-head-proxy"), Some(Group::Proxy));
        assert_eq!(group("nowhere"), None);
        let (price, name, _) = FIELDS[0];
        assert_eq!(field_id(&Field::Price(price)), format!("price-{name}"));
    }

    #[test]
    fn names_are_those_of_aws() {
        let design = large();
        let names = [
            (Field::MaxCapacity, "max_capacity"),
            (Field::StorageGb, "storage_gb"),
            (Field::InsightsMode, "mode"),
            (Field::InsightsEnabled, "performance_insights.enabled"),
            (Field::AlarmsEnabled, "alarms.enabled"),
            (Field::Variability, "variability"),
            (Field::ProjectName, "project_name"),
            (Field::BackupRetention, "backup_retention"),
        ];
        for (field, name) in names {
            assert_eq!(spec_name(&field, &design), name);
        }
    }

    #[test]
    fn plain_fields_have_a_control_and_stand_once() {
        let design = large();
        let all: Vec<Field> = Group::ALL.into_iter().flat_map(|group| plain_fields(group, &design)).collect();
        let once: BTreeSet<&Field> = all.iter().collect();
        assert!(all.len() > 60 && once.len() == all.len());
        assert!(all.iter().all(|field| field.control() != Control::Own));
    }

    #[test]
    fn help_shows_where_a_value_can_be_written_in_many_ways() {
        let design = Design::default();
        let said = |field: Field| meaning(&field, &design, &bill(&design, FACTS_DATE));
        for field in [Field::BackupWindow, Field::KmsKey(Member::Primary), Field::LogRetentionDays] {
            assert!(!field.help().is_empty());
            assert_eq!(said(field.clone()), field.help());
        }
        assert_eq!([said(Field::Port), said(Field::DataApi), said(Field::Environment)], ["", "", ""]);
        assert_eq!(said(Field::ProjectName), "Cluster aurora-cluster");
    }

    #[test]
    fn a_search_finds_by_label_and_by_name() {
        let design = large();
        let found = hits(" MAX_cap", &design);
        assert_eq!(found.fields, [Field::MaxCapacity]);
        assert_eq!(
            found.elsewhere.iter().map(|it| it.title.as_str()).collect::<Vec<_>>(),
            ["Maximum, eu-west-1"]
        );
        let titles = |search: &str| -> Vec<String> {
            hits(search, &design).elsewhere.into_iter().map(|it| it.title).collect()
        };
        assert!(titles("engine_version").contains(&"Version".to_owned()));
        assert!(titles("tier of").contains(&"Tier of writer".to_owned()));
        assert!(titles("team").contains(&"Tag team".to_owned()));
        assert!(titles("rds proxy").contains(&"RDS Proxy".to_owned()));
        assert_eq!(hits("rds proxy", &Design::default()).elsewhere.len(), 1);
        assert!(hits("no such thing", &design).is_empty());
        assert!(hits("protection", &design).fields.contains(&Field::BackupRetention));
    }

    #[test]
    fn a_search_finds_what_differs_from_its_default() {
        assert!(hits(CHANGED, &Design::default()).is_empty());
        let design = Design::default().with(&Edit::set(Field::MaxCapacity, 32)).unwrap();
        // What follows from another choice is not a choice.
        assert_eq!(hits("@changed", &design).fields, [Field::MaxCapacity]);
        assert_eq!(hits("@Modified max", &design).fields, [Field::MaxCapacity]);
        assert!(hits("@changed min", &design).is_empty());
        let groups = by_group(&hits("max", &large()).fields, &large());
        let heads: Vec<Group> = groups.iter().filter_map(|(group, _)| *group).collect();
        assert_eq!(heads, [Group::Capacity, Group::Proxy]);
        assert!(groups.len() > heads.len());
    }

    #[test]
    fn what_follows_from_another_choice_is_not_changed() {
        let (before, capacity) = (Design::default(), Edit::set(Field::MaxCapacity, 64));
        let now = before.with(&capacity).unwrap();
        assert!(differs(&Field::MaxCapacity, &before, &now));
        assert_ne!(Field::WriterAcu.text(&before), Field::WriterAcu.text(&now));
        assert!(!differs(&Field::WriterAcu, &before, &now));
    }

    #[test]
    fn hours_awake_stand_beside_a_minimum_of_nothing() {
        let (awake, design) = (Field::ActiveHoursPerMonth, Design::default());
        assert!(plain_fields(Group::Usage, &design).contains(&awake));
        let sleeps = design.with(&Edit::set(Field::MinCapacity, 0)).unwrap();
        assert!(plain_fields(Group::Capacity, &sleeps).contains(&awake));
        assert!(!plain_fields(Group::Usage, &sleeps).contains(&awake));
        assert_eq!(way_to(&field_id(&awake), &sleeps).map(|way| way.group), Some(Group::Capacity));
    }

    #[test]
    fn a_group_says_what_is_in_it_or_what_is_not_used() {
        let design = Design::default().with(&Edit::set(Field::MaxCapacity, Acu::whole(32))).unwrap();
        assert_eq!(told(Group::Capacity, &design, []), format!("{} to 32 ACU", design.cluster.min_capacity));
        let drafts = [Field::MinCapacity, Field::MaxCapacity, Field::Port];
        assert_eq!(told(Group::Capacity, &design, &drafts), "2 values not used");
        assert_eq!(told(Group::Network, &design, &drafts), "1 value not used");
        let of = |group| summary(group, &large());
        assert_eq!([of(Group::Regions), of(Group::Proxy)], ["1 secondary", "on"]);
        assert!(Group::ALL.into_iter().all(|group| !of(group).is_empty()));
    }

    #[test]
    fn what_is_typed_stays_until_the_design_has_another_text() {
        let typed = Typed { text: "0.".to_owned(), made: "0".to_owned() };
        assert_eq!(shown(Some(&typed), None, "0"), "0.");
        assert_eq!(shown(Some(&typed), None, "16"), "16");
        assert_eq!(shown(Some(&typed), Some("x"), "16"), "x");
        assert_eq!(shown(None, Some("x"), "16"), "x");
        assert_eq!(shown(None, None, "16"), "16");
    }

    #[test]
    fn a_default_may_be_no_value() {
        let said = |field: Field, default: &str| default_name(&field, default);
        assert_eq!(said(Field::BackupRetention, "7"), "default 7");
        assert_eq!(said(Field::NotifyEmail, ""), "default none");
        assert_eq!(said(Field::DataApi, "false"), "default off");
        assert_eq!(said(Field::Vpc(Member::Primary), "create"), "default New VPC");
    }

    #[test]
    fn a_word_is_toggled_in_a_comma_list() {
        assert_eq!(toggled("", "ecs"), "ecs");
        assert_eq!(toggled("ecs,lambda", "ecs"), "lambda");
        assert_eq!(toggled("ecs", "lambda"), "ecs,lambda");
        assert_eq!(items("").count(), 0);
    }
}
