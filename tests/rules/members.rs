//! What holds for the primary holds for a secondary that goes its own way.

use aurora_designer::design::{Design, Edit, Field, KmsKey, Member, Secondary, Vpc};
use aurora_designer::facts::Acu;
use aurora_designer::facts::regions::EU_WEST_1;

use super::boundaries::global;
use super::{findings, new_errors, with};

/// A Global Database of 8 to 16 ACU with one secondary, changed.
fn beside(change: impl FnOnce(&mut Secondary)) -> impl FnOnce(&mut Design) {
    |it| {
        let mut secondary = Secondary::in_region(&EU_WEST_1);
        change(&mut secondary);
        it.cluster.min_capacity = Acu::whole(8);
        global(it, vec![secondary]);
    }
}

/// Field and message of every finding of a rule.
fn said(id: &str, design: &Design) -> Vec<(Field, String)> {
    let found = findings(design).into_iter().filter(|it| it.rule.id == id);
    found.map(|it| (it.field, it.message)).collect()
}

#[test]
fn a_secondary_that_is_to_pause_never_does() {
    let id = "pause/global-keeps-awake";
    let message = "eu-west-1: The minimum is 0 ACU, but secondaries of a Global Database never pause and run on 0.5 ACU at least.";
    let asleep = with(beside(|it| it.min_capacity = Some(Acu::ZERO)));
    assert_eq!(said(id, &asleep), [(Field::SecondaryMinCapacity(0), message.to_owned())]);
    let headless = with(beside(|it| (it.min_capacity, it.readers) = (Some(Acu::ZERO), 0)));
    assert_eq!(said(id, &headless), []);
    // Where the whole Global Database was to pause, that is one finding.
    let all = with(|it| {
        beside(|_| ())(it);
        it.cluster.min_capacity = Acu::ZERO;
    });
    assert_eq!(said(id, &all).len(), 1);
    // A version that can't go to 0 ACU is another matter.
    let old = with(|it| {
        beside(|it| it.min_capacity = Some(Acu::ZERO))(it);
        it.cluster.engine_version = Some("14.6".to_owned());
    });
    assert_eq!((said(id, &old).len(), said("capacity/zero-min-on-old-version", &old).len()), (0, 1));
}

#[test]
fn a_low_minimum_of_a_secondary_is_too_low_for_insights_and_connections() {
    let low = with(beside(|it| it.min_capacity = Some(Acu::HALF)));
    let message =
        "eu-west-1: Performance Insights is on and the minimum is 0.5 ACU; AWS recommends 2 ACU or more.";
    let field = Field::SecondaryMinCapacity(0);
    assert_eq!(said("capacity/min-low-for-insights", &low), [(field.clone(), message.to_owned())]);
    let message = "eu-west-1: 3,360 connections at 16 ACU, capped at 2,000 because the minimum is 0.5.";
    assert_eq!(said("capacity/connections-capped", &low), [(field, message.to_owned())]);
    let headless = with(beside(|it| (it.min_capacity, it.readers) = (Some(Acu::HALF), 0)));
    for id in ["capacity/min-low-for-insights", "capacity/connections-capped"] {
        assert_eq!(said(id, &headless), []);
    }
}

#[test]
fn a_raised_minimum_takes_every_maximum_with_it() {
    let id = "capacity/min-low-for-insights";
    let set = |field: Field, acu| Edit::set(field, Acu::whole(acu));
    let follows = |it: &mut Secondary| it.max_capacity = Some(Acu::whole(1));
    let own =
        |it: &mut Secondary| (it.min_capacity, it.max_capacity) = (Some(Acu::HALF), Some(Acu::whole(1)));
    let both = vec![set(Field::MinCapacity, 2), set(Field::SecondaryMaxCapacity(0), 2)];
    let alone = vec![set(Field::MinCapacity, 2)];
    let its = vec![set(Field::SecondaryMinCapacity(0), 2), set(Field::SecondaryMaxCapacity(0), 2)];
    for (change, edits) in [(follows as fn(&mut Secondary), vec![both]), (own, vec![alone, its])] {
        let design = with(|it| {
            beside(change)(it);
            it.cluster.min_capacity = Acu::whole(1);
        });
        let found: Vec<_> = findings(&design).into_iter().filter(|it| it.rule.id == id).collect();
        assert_eq!(
            found.iter().filter_map(|it| it.fix.as_ref()).map(|it| it.edits.clone()).collect::<Vec<_>>(),
            edits
        );
        for finding in found {
            let after = design.with_all(&finding.fix.expect("a remedy").edits).expect("edits that fit");
            assert_eq!(new_errors(&design, &after), [""; 0]);
        }
    }
}

#[test]
fn parameters_must_fit_the_member_that_grows_least() {
    let id = "capacity/parameter-beyond-max";
    let design = |readers| {
        with(|it| {
            beside(|it| (it.max_capacity, it.readers) = (Some(Acu::whole(8)), readers))(it);
            it.cluster.parameters.insert("max_connections".to_owned(), "3000".to_owned());
        })
    };
    let message = "eu-west-1: max_connections is 3000, which does not fit the memory of 8 ACU; raise the maximum or lower the parameter.";
    assert_eq!(said(id, &design(1)), [(Field::Parameter("max_connections".to_owned()), message.to_owned())]);
    assert_eq!(said(id, &design(0)), []);
}

#[test]
fn instances_of_a_secondary_are_public_as_well() {
    let design = |primary: Vpc, secondary: Vpc, readers| {
        with(|it| {
            beside(|it| (it.network.vpc, it.readers) = (secondary, readers))(it);
            it.cluster.network.vpc = primary;
            it.cluster.publicly_accessible = true;
        })
    };
    let (error, warning) = ("network/public-in-private-vpc", "network/public-access");
    let message = |whose: &str| {
        format!(
            "Public access is on, but the VPC{whose} is made without an internet gateway; AWS refuses the instances."
        )
    };
    for (primary, secondary, readers, refused, public) in [
        (Vpc::Create, Vpc::Create, 1, Some(message("")), 0),
        (Vpc::Create, Vpc::Existing, 1, Some(message("")), 0),
        (Vpc::Existing, Vpc::Create, 1, Some(message(" in eu-west-1")), 0),
        (Vpc::Existing, Vpc::Create, 0, None, 1),
        (Vpc::Existing, Vpc::Existing, 1, None, 1),
    ] {
        let design = design(primary, secondary, readers);
        let said_there = |message| (Field::PubliclyAccessible, message);
        assert_eq!(said(error, &design), refused.map(said_there).into_iter().collect::<Vec<_>>());
        assert_eq!(said(warning, &design).len(), public);
    }
}

#[test]
fn a_key_that_is_not_used_is_told_where_it_is_named() {
    let id = "storage/unused-key";
    let arn = |region: &str| {
        KmsKey::Arn(format!("arn:aws:kms:{region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"))
    };
    let design = |key: KmsKey| {
        with(|it| {
            beside(|it| it.kms_key = key)(it);
            it.cluster.encryption = false;
        })
    };
    let managed = design(KmsKey::AwsManaged);
    let message = "eu-west-1: encryption is false, so the storage is not encrypted with aws_managed but with a key that AWS owns.";
    assert_eq!(said(id, &managed), [(Field::KmsKey(Member::Secondary(0)), message.to_owned())]);
    // Encrypting with a key of another Region would be refused (REF-04).
    for (region, offered) in [("eu-west-1", true), ("us-east-1", false)] {
        let found = findings(&design(arn(region)));
        for id in [id, "storage/aws-owned-key"] {
            let finding = found.iter().find(|it| it.rule.id == id).expect(id);
            assert_eq!(finding.fix.is_some(), offered, "{id} {region}");
        }
        assert!(!found.iter().any(|it| it.rule.topic() == "credentials"));
    }
}

#[test]
fn a_maximum_of_its_own_is_one_that_aws_takes() {
    let design = with(|it| {
        beside(|it| it.min_capacity = Some(Acu::HALF))(it);
        (it.cluster.min_capacity, it.cluster.max_capacity) = (Acu::ZERO, Acu::ZERO);
    });
    let found = findings(&design).into_iter().find(|it| it.rule.id == "capacity/max-below-min");
    let edits = found.and_then(|it| it.fix).map(|it| it.edits);
    assert_eq!(edits, Some(vec![Edit::set(Field::SecondaryMaxCapacity(0), Acu::whole(1))]));
}
