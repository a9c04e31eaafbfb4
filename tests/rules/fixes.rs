//! A fix mends its finding, raises no new error, and leaves the rest alone.

use aurora_designer::design::{Cidr, Design, Edit, Field, Member};
use aurora_designer::facts::FACTS_DATE;
use aurora_designer::rules::{EXAMPLES, Examples, Finding, Severity, fixed};

use super::{errors, findings, gives_nothing_up, new_errors, seed};

#[test]
fn a_fix_mends_and_raises_no_new_error() {
    for Examples { rule, bad, good } in EXAMPLES {
        for example in [bad, good] {
            let before = example();
            for finding in findings(&before) {
                let Some(fix) = &finding.fix else { continue };
                let after = before.with_all(&fix.edits).expect(rule.id);
                let same = |other: &Finding| {
                    other.rule.id == finding.rule.id
                        && other.field == finding.field
                        && other.message == finding.message
                };
                assert!(!findings(&after).iter().any(same), "{}: {}", finding.rule.id, fix.title);
                assert_eq!(new_errors(&before, &after), [""; 0], "{}: {}", finding.rule.id, fix.title);
                assert_eq!(after, after.clone().normalized(), "{}", finding.rule.id);
            }
        }
    }
}

/// The rules whose fixes are left although they cost nothing: no month, no instance, no other finding. An error's count
/// whatever they cost.
fn free_fixes(design: &Design) -> Vec<&'static str> {
    let found = findings(design);
    let free = |finding: &&Finding| {
        let Some(fix) = &finding.fix else { return false };
        let after = design.with_all(&fix.edits).unwrap();
        finding.severity == Severity::Error || gives_nothing_up(design, &after)
    };
    found.iter().filter(free).map(|finding| finding.rule.id).collect()
}

#[test]
fn fixing_leaves_nothing_that_can_be_fixed() {
    for Examples { rule, bad, .. } in EXAMPLES {
        let before = bad();
        let after = fixed(&before, None, FACTS_DATE);
        assert_eq!(free_fixes(&after), [""; 0], "{}", rule.id);
        assert_eq!(new_errors(&before, &after), [""; 0], "{}", rule.id);
        assert_eq!(fixed(&after, None, FACTS_DATE), after, "{}", rule.id);
    }
}

#[test]
fn fixing_one_rule_leaves_the_others_alone() {
    for examples in EXAMPLES {
        let (rule, before) = (examples.rule, (examples.bad)());
        let after = fixed(&before, Some(rule.id), FACTS_DATE);
        let fixable = |finding: &Finding| finding.rule.id == rule.id && finding.fix.is_some();
        assert!(!findings(&after).iter().any(fixable), "{}", rule.id);
        assert_eq!(examples.has_fix(), before != after, "{}", rule.id);
    }
    assert_eq!(fixed(&seed(), Some("no/such-rule"), FACTS_DATE), seed());
}

#[test]
fn a_range_that_is_mended_has_room_for_every_zone() {
    let five_zones = (Examples::of("network/too-many-zones").unwrap().bad)();
    for range in ["10.0.0.0/27", "10.0.0.5/26", "10.0.0.5/28", "10.0.0.0/30"] {
        let mut before = five_zones.clone();
        before.cluster.network.cidr = Cidr::parse(range).ok();
        for finding in findings(&before) {
            let Some(fix) = finding.fix else { continue };
            let after = before.with_all(&fix.edits).unwrap();
            assert_eq!(new_errors(&before, &after), [""; 0], "{range}: {}", finding.rule.id);
        }
        assert_eq!(errors(&fixed(&before, None, FACTS_DATE)), [""; 0], "{range}");
    }
}

/// A design in which several things are wrong at once: what each example changes, one after the other.
fn all_of(examples: &[Design]) -> Design {
    let default = Design::default();
    let mut design = default.clone();
    for example in examples {
        let mut edits = Vec::new();
        if example.proxy.is_some() {
            edits.push(Edit::AddProxy);
        }
        for secondary in example.secondaries() {
            edits.push(Edit::AddSecondary(secondary.region));
        }
        let member = Member::Primary;
        let network = [
            Field::Vpc,
            Field::Cidr,
            Field::VpcId,
            Field::SubnetIds,
            Field::ClientSecurityGroupIds,
            Field::KmsKey,
        ];
        let settings = Field::settings().cloned().chain(network.map(|field| field(member)));
        for field in settings.filter(|field| field.text(example) != field.text(&default)) {
            edits.push(Edit::Set(field.clone(), field.text(example)));
        }
        for (name, value) in &example.cluster.parameters {
            edits.push(Edit::set(Field::Parameter(name.clone()), value));
        }
        for edit in &edits {
            design = design.with(edit).unwrap_or(design);
        }
        if example.cluster.readers != default.cluster.readers {
            design.cluster.readers.clone_from(&example.cluster.readers);
        }
        if let (Some(global), Some(other)) = (&mut design.global, &example.global) {
            global.secondaries.clone_from(&other.secondaries);
        }
        design = design.normalized();
    }
    design
}

#[test]
fn a_fix_holds_where_other_things_are_wrong_too() {
    for (place, one) in EXAMPLES.iter().enumerate() {
        // Every rule meets four others; all pairs together take a minute and hold as well.
        for step in [1, 17, 53, 101] {
            let other = EXAMPLES[(place + step) % EXAMPLES.len()];
            let before = all_of(&[(one.bad)(), (other.bad)()]);
            for finding in findings(&before) {
                let Some(fix) = &finding.fix else { continue };
                let after = before.with_all(&fix.edits).expect(one.rule.id);
                let what = format!("{} with {}: {}", one.rule.id, other.rule.id, fix.title);
                assert!(!findings(&after).contains(&finding), "{what}");
                assert_eq!(new_errors(&before, &after), [""; 0], "{what}");
            }
            let left = free_fixes(&fixed(&before, None, FACTS_DATE));
            assert_eq!(left, [""; 0], "{} with {}", one.rule.id, other.rule.id);
        }
    }
}
