//! The verdicts against `main.tf` itself: where Terraform reads the same twice nothing happens, and where it does not,
//! something is told.

use aurora_designer::compare::Verdict;
use aurora_designer::design::{Design, Edit, Field, Setting, Zone};
use aurora_designer::facts::regions::Region;
use aurora_designer::formats::terraform::main_tf;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::between;
use super::common::samples;
use super::pairs::{TYPED, contexts};

/// A `main.tf` without what Terraform does not read.
fn code(design: &Design) -> String {
    main_tf(design).lines().filter(|line| !line.trim_start().starts_with('#')).collect::<Vec<_>>().join("\n")
}

/// Parameters that `main.tf` sets itself, in one of the engines, and others.
const PARAMETERS: &[(&str, &str)] = &[
    ("rds.force_ssl", "1"),
    ("rds.force_ssl", "0"),
    ("log_statement", "ddl"),
    ("log_statement", "mod"),
    ("require_secure_transport", "ON"),
    ("slow_query_log", "1"),
    ("general_log", "0"),
    ("work_mem", "65536"),
    ("max_connections", "500"),
];

/// One step that a person takes: a setting, a part, an instance.
fn any_step() -> impl Strategy<Value = (u8, Index, Index)> {
    (0..12_u8, any::<Index>(), any::<Index>())
}

fn stepped(design: &Design, (kind, one, other): &(u8, Index, Index)) -> Design {
    let zone = |index: &Index| Zone::parse(index.get::<&str>(&["a", "b", "c", "d", "e", "f"])).ok();
    let edit = match kind {
        0 => Edit::AddReader { zone: zone(one), tier: 1 },
        1 => Edit::RemoveReader(1),
        2 => Edit::AddSecondary(
            Region::find(one.get::<&str>(&["eu-west-1", "us-west-2", "eu-central-1"])).unwrap(),
        ),
        3 => Edit::RemoveSecondary(0),
        4 => {
            if design.proxy.is_some() {
                Edit::RemoveProxy
            } else {
                Edit::AddProxy
            }
        }
        5 => {
            let (name, value) = one.get(PARAMETERS);
            let field = Field::Parameter((*name).into());
            if other.index(3) == 0 { Edit::Reset(field) } else { Edit::set(field, *value) }
        }
        _ => {
            let fields: Vec<Field> = Setting::all().flat_map(|row| row.fields(design)).collect();
            let field = one.get(&fields);
            let all: Vec<String> =
                samples(field, design).into_iter().chain(TYPED.iter().map(|it| (*it).to_owned())).collect();
            Edit::set(field.clone(), other.get(&all))
        }
    };
    design.with(&edit).unwrap_or_else(|_| design.clone())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_terraform_reads_the_same_does_nothing_and_what_not_is_told(
        base in select(contexts()), before in vec(any_step(), 0..6), after in vec(any_step(), 1..4),
    ) {
        let a = before.iter().fold(base, |design, step| stepped(&design, step));
        let b = after.iter().fold(a.clone(), |design, step| stepped(&design, step));
        for (a, b) in [(&a, &b), (&b, &a)] {
            let found = between(a, b);
            let told: Vec<_> = found.changes.iter().map(|it| (&it.path, &it.from, &it.to, it.verdict)).collect();
            if code(a) == code(b) {
                prop_assert!(found.worst().is_none_or(|worst| worst == Verdict::None), "the same main.tf: {told:?}");
            } else {
                prop_assert!(!told.is_empty(), "another main.tf and nothing told");
                // Written, and yet no call to AWS.
                let written = ["final_snapshot", "engine_version", "client_password_auth_type", "auto_pause"];
                let quiet = |path: &str| written.iter().any(|it| path.contains(it));
                let silent = found.changes.iter().all(|it| it.verdict == Verdict::None && !quiet(&it.path));
                prop_assert!(!silent, "another main.tf and only figures of ours: {told:?}");
            }
        }
    }
}
