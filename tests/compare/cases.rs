//! The given comparisons, exactly.

use std::collections::BTreeSet;

use aurora_designer::compare::{Side, compare, worst};
use aurora_designer::design::Word;
use aurora_designer::formats::yaml;
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    id: String,
    from: String,
    to: String,
    expect: Vec<Expected>,
    worst: String,
}

#[derive(Deserialize)]
struct Expected {
    path: String,
    verdict: String,
}

#[test]
fn the_given_cases_are_met_exactly() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("../data/changes-cases.json")).unwrap();
    assert_eq!(cases.len(), 8);
    for case in cases {
        let (from, to) = (yaml::read(&case.from).unwrap(), yaml::read(&case.to).unwrap());
        let changes = compare(
            Side { design: &from.design, positions: &from.positions },
            Side { design: &to.design, positions: &to.positions },
        );
        let found: BTreeSet<_> =
            changes.iter().map(|it| (it.path.clone(), it.verdict.word().to_owned())).collect();
        let wanted: BTreeSet<_> = case.expect.into_iter().map(|it| (it.path, it.verdict)).collect();
        assert_eq!(found, wanted, "{}", case.id);
        assert_eq!(worst(&changes).word(), case.worst, "{}", case.id);
    }
}
