//! Every row of the settings keeps what it promises: in file and link, under its path, in the inspector, in the README.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use aurora_designer::design::{
    Control, Design, Edit, Field, Group, Home, Kind, Member, Setting, Shape, Suppression, Zone,
};
use aurora_designer::editor::settings::allowed;
use aurora_designer::estimate::{bill, fit};
use aurora_designer::facts::FACTS_DATE;
use aurora_designer::facts::prices::PriceField;
use aurora_designer::facts::regions::EU_WEST_1;
use aurora_designer::formats::import::{Input, Options, import};
use aurora_designer::formats::terraform::main_tf;
use aurora_designer::formats::{link, yaml};
use aurora_designer::rules::{EXAMPLES, check};
use aurora_designer::simulate::load::preset;
use aurora_designer::simulate::{Platform, Setup, Simulated, simulate};
use common::{any_design, samples};
use proptest::prelude::*;

/// A design in which every row stands for one setting at least.
fn full() -> Design {
    let suppression =
        Suppression { rule: "pause/slow-resume".to_owned(), reason: "known".to_owned(), until: None };
    Design::default()
        .with_all(&[
            Edit::AddProxy,
            Edit::AddSecondary(&EU_WEST_1),
            Edit::AddReader { zone: Zone::parse("c").ok(), tier: 2 },
            Edit::set(Field::Vpc(Member::Primary), "existing"),
            Edit::set(Field::VpcId(Member::Primary), "vpc-1"),
            Edit::set(Field::Tag("team".to_owned()), "payments"),
            Edit::set(Field::Parameter("work_mem".to_owned()), "64"),
            Edit::set(Field::Price(PriceField::KmsKeyMonth), "1.5"),
            Edit::Suppress(suppression),
        ])
        .unwrap()
}

fn fields(design: &Design) -> Vec<Field> {
    Setting::all().flat_map(|setting| setting.fields(design)).collect()
}

/// The design with each other value for the setting; nothing for what is edited by its own settings alone.
fn others(field: &Field, design: &Design) -> impl Iterator<Item = Design> {
    let before = field.text(design);
    let ids = ["vpc-0a1b2c3d", "sg-0a1b2c3d"].map(str::to_owned);
    samples(field, design).into_iter().chain(ids).filter(move |text| *text != before).filter_map(|text| {
        design.with(&Edit::set(field.clone(), &text)).ok().filter(|it| field.text(it) == text)
    })
}

/// The design with another value for the setting.
fn other(field: &Field, design: &Design) -> Option<Design> {
    others(field, design).next()
}

/// What is edited by its own settings or edits alone.
const WITHOUT_A_VALUE: [Field; 2] = [Field::Instances, Field::Suppress(0)];

/// The value at a path of a file, as a text.
fn value_at(file: &str, path: &str) -> Option<String> {
    let mut value: &serde_yaml::Value = &serde_yaml::from_str(file).unwrap();
    for step in path.split('.') {
        let mut parts = step.split('[');
        value = value.get(parts.next().unwrap())?;
        for index in parts {
            value = value.get(index.trim_end_matches(']').parse::<usize>().unwrap())?;
        }
    }
    let single = |value: &serde_yaml::Value| match value {
        serde_yaml::Value::Bool(it) => Some(it.to_string()),
        serde_yaml::Value::Number(it) => Some(it.to_string()),
        serde_yaml::Value::String(it) => Some(it.clone()),
        _ => None,
    };
    match value {
        serde_yaml::Value::Sequence(items) => {
            Some(items.iter().filter_map(single).collect::<Vec<_>>().join(","))
        }
        other => single(other),
    }
}

#[test]
fn every_row_is_met_in_a_full_design() {
    let design = full();
    for setting in Setting::all() {
        assert!(!setting.fields(&design).is_empty(), "{:?}", setting.shape());
    }
    let own: Vec<Field> =
        fields(&design).into_iter().filter(|field| other(field, &design).is_none()).collect();
    assert_eq!(own, WITHOUT_A_VALUE, "no value was found for a setting");
}

/// Every named field of a design, by the names on the way to it, with all that stands below it.
fn named(design: &Design) -> BTreeMap<String, String> {
    let text = format!("{design:#?}");
    // What only marks a type holds nothing.
    let lines = text.lines().filter(|it| !it.contains(": PhantomData<"));
    let lines: Vec<(usize, &str)> = lines.map(|it| (it.len() - it.trim_start().len(), it.trim())).collect();
    let mut named: BTreeMap<String, String> = BTreeMap::new();
    let mut way: Vec<(usize, String)> = Vec::new();
    for (place, (depth, line)) in lines.iter().enumerate() {
        way.retain(|(above, _)| above < depth);
        let name = line.split_once(": ").map_or("", |(name, _)| name);
        // What is inside a Region is a fact, and a suppression is one setting.
        if line.ends_with(['{', '[', '(']) || !name.is_empty() {
            let above: Vec<&str> =
                way.iter().map(|(_, name)| name.as_str()).filter(|it| !it.is_empty()).collect();
            if !name.is_empty() && !above.iter().any(|it| ["region", "suppress"].contains(it)) {
                let below = lines.iter().skip(place + 1).take_while(|(inner, _)| inner > depth);
                let whole = below.fold((*line).to_owned(), |whole, (_, line)| whole + line);
                let path = above.into_iter().chain([name]).collect::<Vec<_>>().join(".");
                let nth = named.keys().filter(|known| known.starts_with(&format!("{path}#"))).count();
                named.insert(format!("{path}#{nth}"), whole);
            }
            way.push((*depth, name.to_owned()));
        }
    }
    named
}

#[test]
fn every_field_of_the_design_has_a_row() {
    let design = full();
    let before = named(&design);
    assert!(before.len() > 100 && before.contains_key("cluster.performance_insights.mode#0"), "{before:#?}");
    let mut reached = BTreeSet::from(["suppress#0".to_owned()]);
    for after in fields(&design).iter().filter_map(|field| other(field, &design)) {
        let after = named(&after);
        reached.extend(
            before.iter().filter(|(path, text)| after.get(*path) != Some(text)).map(|(path, _)| path.clone()),
        );
    }
    let missing: Vec<&String> = before.keys().filter(|path| !reached.contains(*path)).collect();
    assert!(missing.is_empty(), "no row of src/design/settings/rows.rs reaches {missing:#?}");
}

#[test]
fn every_setting_comes_back_from_file_and_link_and_stands_under_its_path() {
    let design = full();
    for field in fields(&design) {
        let Some(after) = other(&field, &design) else { continue };
        let file = yaml::write(&after);
        let spec = yaml::read(&file).unwrap_or_else(|error| panic!("{field:?}: {error}\n{file}"));
        assert_eq!(spec.design, after, "{field:?} in the file");
        assert_eq!(yaml::write(&spec.design), file, "{field:?} in the file");
        assert_eq!(
            link::decode(&link::encode(&after).unwrap()),
            (after.clone(), vec![]),
            "{field:?} in the link"
        );
        let is_part = matches!(field, Field::Proxy | Field::Global);
        let path = field.path(&spec.positions);
        let found = value_at(&file, &path);
        if is_part || field.is_changed(&after) {
            assert_eq!(found.is_some_and(|found| found == field.text(&after)), !is_part, "{path}\n{file}");
        }
        assert!(field.is_there(&design), "{field:?}");
    }
}

/// What Terraform does with a design: the file without its comments, which hold the design's link.
fn applied(design: &Design) -> String {
    main_tf(design)
        .lines()
        .filter(|line| !line.starts_with('#'))
        .fold(String::new(), |all, line| all + line + "\n")
}

/// What the load that a design names does to it; `None` where it names none that can be played.
fn played(design: &Design) -> Option<Vec<Simulated>> {
    let (shape, base, peak) = design.load()?;
    let platform = Platform::from(design.usage.platform_version);
    simulate(&Setup::of(design).ok()?, &preset(shape, base, peak).ok()?, platform).ok()
}

/// Whether two designs mean the same: in `main.tf`, the bill, the findings, the advice whether it fits and what their
/// load does.
fn mean_alike(one: &Design, other: &Design) -> bool {
    let (this, that) = (bill(one, FACTS_DATE), bill(other, FACTS_DATE));
    this == that
        && played(one) == played(other)
        && applied(one) == applied(other)
        && fit(one) == fit(other)
        && check(one, &this, FACTS_DATE) == check(other, &that, FACTS_DATE)
}

#[test]
fn every_setting_means_something() {
    let sleeping = [
        Edit::set(Field::MinCapacity, "0"),
        Edit::set(Field::IdleHoursPerDay, "12"),
        Edit::set(Field::FirstQuery, "instant"),
    ];
    let loaded = [
        Edit::set(Field::LoadPreset, "office_hours"),
        Edit::set(Field::LoadBase, "2"),
        Edit::set(Field::LoadPeak, "12"),
    ];
    let mut designs: Vec<Design> =
        [&sleeping, &loaded].map(|edits| Design::default().with_all(edits).unwrap()).into();
    designs.push(full());
    designs.extend(EXAMPLES.iter().map(|it| (it.bad)()));
    let meant = |field: &Field| {
        designs.iter().any(|design| other(field, design).is_some_and(|after| !mean_alike(design, &after)))
    };
    let judged = fields(&full()).into_iter().filter(|field| !WITHOUT_A_VALUE.contains(field));
    let idle: Vec<Field> = judged.filter(|field| !meant(field)).collect();
    // What the spec calls a resource is in no name that AWS sees; everything else is read by somebody.
    assert_eq!(idle, [Field::ClusterId, Field::ProxyId, Field::GlobalId], "nothing reads a setting");
}

/// The design that its `main.tf` is read as.
fn read_back(design: &Design) -> Design {
    let input = Input { name: "main.tf".to_owned(), bytes: applied(design).into_bytes() };
    import(&[input], &Options::default()).unwrap().design
}

/// What `main.tf` says and an import does not read.
const NOT_READ_BACK: [Field; 3] = [
    // The body of a dashboard is a text that may be about anything.
    Field::Dashboard,
    // No resource of these is read: the rotation of a secret makes one that is no choice of the design.
    Field::InterfaceEndpoints(Member::Primary),
    Field::InterfaceEndpoints(Member::Secondary(0)),
];

#[test]
fn every_setting_that_main_tf_says_comes_back_from_it() {
    let with = |edits: &[(Field, &str)]| {
        let edits: Vec<Edit> = edits.iter().map(|(field, text)| Edit::set(field.clone(), *text)).collect();
        Design::default().with_all(&edits).unwrap()
    };
    let designs = [
        full(),
        with(&[]),
        with(&[(Field::MinCapacity, "0"), (Field::Credentials, "secrets_manager")]),
        with(&[(Field::Engine, "aurora-mysql"), (Field::BacktrackHours, "24")]),
    ]
    .map(|design| (applied(&design), read_back(&design), design));
    let mut lost = Vec::new();
    for field in &fields(&full()).into_iter().filter(|it| !WITHOUT_A_VALUE.contains(it)).collect::<Vec<_>>() {
        let there = designs.iter().filter(|(.., design)| field.is_there(design));
        let mut said = there
            .flat_map(|(text, back, design)| others(field, design).map(move |after| (text, back, after)))
            .filter(|(text, _, after)| applied(after) != **text)
            .peekable();
        let is_said = said.peek().is_some();
        // A reader that gives the same whatever stands there reads nothing.
        let comes_back = said.any(|(_, back, after)| {
            let wanted = field.text(&after);
            field.text(back) != wanted && field.text(&read_back(&after)) == wanted
        });
        if is_said && !comes_back {
            lost.push(field.clone());
        }
    }
    assert_eq!(lost, NOT_READ_BACK, "src/formats/import does not read what src/formats/terraform writes");
}

#[test]
fn a_choice_taken_back_is_the_default_again() {
    let design = full();
    for field in
        fields(&design).into_iter().filter(|it| !matches!(it, Field::Engine | Field::SecondaryRegion(_)))
    {
        let Some(after) = other(&field, &design) else { continue };
        let back = after.with(&Edit::Reset(field.clone())).unwrap();
        assert!(
            !field.is_changed(&back),
            "{field:?}: {} is not {}",
            field.text(&back),
            field.default_text(&back)
        );
    }
}

#[test]
fn a_setting_says_what_it_is() {
    const UNITS: [&str; 12] =
        ["ACU", "GB", "GB a month", "M a month", "TCP", "USD", "a month", "days", "h", "h a month", "s", "%"];
    for field in fields(&full()) {
        let (label, help, unit) = (field.label(), field.help(), field.unit());
        assert!(label.starts_with(|first: char| first.is_ascii_uppercase()), "{field:?}: {label}");
        assert!(help.ends_with('.') && help.len() > 15 && help.len() < 120, "{field:?}: {help}");
        assert!(!help.contains("  ") && !help.contains('('), "{field:?}: {help}");
        let counts = matches!(field, Field::SecondaryReaders(_) | Field::PeakConnections);
        let is_number = matches!(field.row().kind(), Kind::Whole | Kind::Exact);
        if is_number && field.control() == Control::Number {
            assert!(UNITS.contains(&unit) != counts, "{field:?}: {unit:?}");
        } else {
            assert!(unit.is_empty() || is_number && UNITS.contains(&unit), "{field:?}: {unit:?}");
        }
    }
}

#[test]
fn a_setting_stands_once_in_the_inspector_and_can_be_found() {
    let design = full();
    let groups = Group::ALL.into_iter().flat_map(|group| {
        let fields = group.fields(&design);
        assert!(fields.iter().all(|field| field.group() == group), "{group:?}");
        fields
    });
    let shown: Vec<Field> = groups.chain(Field::of_secondary(0, &design)).collect();
    let every = Field::every(&design);
    let unique = |all: &[Field]| all.iter().cloned().collect::<BTreeSet<_>>().len() == all.len();
    assert!(unique(&shown) && unique(&every));
    for field in fields(&design) {
        let own_editor = field.control() == Control::Own || field.name().is_some();
        // Each kind of VPC has settings that the other has not.
        let unused = matches!(
            field,
            Field::Cidr(Member::Primary)
                | Field::InterfaceEndpoints(Member::Primary)
                | Field::VpcId(Member::Secondary(_))
                | Field::SubnetIds(Member::Secondary(_))
        );
        assert!(shown.contains(&field) != (own_editor || unused), "{field:?} has no editor, or two");
        let listed = matches!(field, Field::Instances | Field::Suppress(_));
        assert!(every.contains(&field) != listed, "{field:?} cannot be found");
    }
    let titles: BTreeSet<String> = every.iter().map(|field| field.title(&design)).collect();
    assert_eq!(titles.len(), every.len(), "two settings have one name");
}

proptest! {
    #[test]
    fn the_settings_of_two_designs_are_those_of_each_once(one in any_design(), other in any_design()) {
        let mut seen = BTreeSet::new();
        let all = Field::every(&one).into_iter().chain(Field::every(&other));
        let once: Vec<Field> = all.filter(|field| seen.insert(field.clone())).collect();
        prop_assert_eq!(Field::every_of(&one, &other), once);
    }
}

#[test]
fn a_default_lies_in_the_range_that_is_shown() {
    let design = full();
    let number = |text: &str| text.replace(',', "").parse::<f64>().ok();
    let mut judged = 0;
    for field in fields(&design) {
        let range = allowed(&field, &design);
        let Some((least, most)) = range.split_once(" to ") else { continue };
        let (Some(least), Some(most)) = (number(least), number(most)) else { continue };
        if let Some(value) = number(&field.text(&design)) {
            assert!((least..=most).contains(&value), "{field:?}: {value} is not {range}");
            judged += 1;
        }
    }
    assert!(judged > 12, "only {judged} settings have a range");
}

#[test]
fn a_list_offers_the_value_that_stands() {
    let design = full();
    for field in fields(&design) {
        let (options, now) = (field.options(&design), field.text(&design));
        match field.control() {
            Control::Choice => {
                assert!(options.iter().any(|(value, _)| *value == now), "{field:?} lacks {now:?}");
            }
            Control::Several => assert!(!options.is_empty(), "{field:?}"),
            _ => {}
        }
    }
    let offered = Field::SecondaryRegion(0).options(&design);
    assert!(offered.iter().all(|(code, _)| !code.starts_with("cn-") && !code.starts_with("us-gov-")));
    assert!(!offered.iter().any(|(code, _)| code == "us-east-1"));
}

const START: &str = "<!-- settings: printed by UPDATE_GOLDEN=1 cargo test --test settings -->\n";
const END: &str = "<!-- end of settings -->\n";

/// The key as people write it: `instances[].promotion_tier`, `tags.NAME`.
fn key(setting: &Setting) -> String {
    let key = setting.key().strip_prefix("config.").unwrap_or(setting.key());
    let key = match (setting.home(), key) {
        (Home::Proxy, "") => return "`aws_db_proxy`".to_owned(),
        (Home::Global, "") => return "`aws_rds_global_cluster`".to_owned(),
        (Home::Instance, key) => format!("instances[].{key}"),
        (Home::Secondary, key) => format!("secondaries[].{key}"),
        (_, key) => key.to_owned(),
    };
    match setting.shape() {
        Shape::Named(_) => format!("`{key}.NAME`"),
        Shape::Price(_) => format!("`{key}.PRICE`"),
        Shape::Listed(_) => format!("`{key}[]`"),
        _ => format!("`{key}`"),
    }
}

/// What the setting takes, in few words.
fn takes(field: &Field) -> String {
    let words = || {
        let options = field.options(&Design::default()).into_iter().map(|(value, _)| value);
        options.filter(|value| !value.is_empty()).map(|value| format!("`{value}`")).collect::<Vec<_>>()
    };
    match (field.row().kind(), field.control()) {
        (_, Control::Own) => "a list".to_owned(),
        (Kind::Switch, _) => "`true`, `false`".to_owned(),
        (Kind::Word, Control::Choice) if words().len() > 8 => "a Region".to_owned(),
        (Kind::Word | Kind::List, Control::Choice | Control::Several) if !words().is_empty() => {
            words().join(", ")
        }
        (Kind::Whole | Kind::Exact, _) if field.unit().is_empty() => "a number".to_owned(),
        (Kind::Whole | Kind::Exact, _) => field.unit().to_owned(),
        (Kind::List, _) => "a list".to_owned(),
        (Kind::Text | Kind::Loose | Kind::Word, _) => "a text".to_owned(),
    }
}

/// A table a group, folded away.
fn list() -> String {
    let design = full();
    let mut text =
        format!("{} settings, each with its key in the spec and in the link.\n", Setting::all().count());
    for group in Group::ALL {
        let first =
            |setting: &'static Setting| setting.fields(&design).into_iter().next().map(|it| (setting, it));
        let rows: Vec<_> = Setting::all().filter_map(first).filter(|(_, it)| it.group() == group).collect();
        let _ = write!(
            text,
            "\n<details><summary><b>{}</b> ({})</summary>\n\n\
             | setting | key | link | takes | default | |\n|---|---|---|---|---|---|\n",
            group.name(),
            rows.len()
        );
        for (setting, field) in rows {
            let default = field.default_text(&Design::default());
            let default = if default.is_empty() { String::new() } else { format!("`{default}`") };
            let (label, help, link) = (field.label(), field.help(), setting.link());
            let _ = writeln!(
                text,
                "| {label} | {} | `{link}` | {} | {default} | {help} |",
                key(setting),
                takes(&field)
            );
        }
        text.push_str("\n</details>\n");
    }
    text
}

#[test]
fn the_list_of_the_readme_is_current() {
    common::is_the_readmes(&list(), [START, END], "settings");
}
