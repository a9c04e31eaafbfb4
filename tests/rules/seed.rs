//! Every line of advice in the seed's document has its rule, field or panel.

use aurora_designer::design::{Client, Design, Field, Proxy};
use aurora_designer::facts::Acu;

use super::{ids, with};

/// What the app says about a line of the seed's document: a design in which the advice is not followed and the rule
/// that is found there, or the setting by which the default design follows it already.
enum Answer {
    Found(&'static str, fn() -> Design),
    Default(Field, &'static str),
}

#[test]
fn every_claim_of_the_seed_has_an_answer() {
    use Answer::{Default as ByDefault, Found};
    let claims: &[(&str, Answer)] = &[
        (
            "Set appropriate min/max ACU limits",
            Found("capacity/min-equals-max", || with(|it| it.cluster.max_capacity = Acu::whole(2))),
        ),
        (
            "Monitor ACU utilization",
            Found("monitoring/alarms-off", || with(|it| it.cluster.alarms.enabled = false)),
        ),
        (
            "Use read replicas for read-heavy workloads",
            Found("nodes/single-instance", || with(|it| it.cluster.readers.clear())),
        ),
        ("Consider I/O optimized storage for high throughput", ByDefault(Field::StorageType, "aurora")),
        (
            "Use RDS Proxy for Lambda",
            Found("proxy/lambda-without-pool", || with(|it| it.clients = [Client::Lambda].into())),
        ),
        (
            "Implement connection pooling",
            Found("capacity/peak-over-connections", || with(|it| it.usage.peak_connections = Some(9000))),
        ),
        (
            "Monitor connection counts",
            Found("monitoring/alarms-off", || with(|it| it.cluster.alarms.enabled = false)),
        ),
        (
            "Set appropriate timeouts",
            Found("proxy/long-borrow-timeout", || {
                with(|it| it.proxy = Some(Proxy { connection_borrow_timeout: 600, ..Proxy::default() }))
            }),
        ),
        (
            "Enable encryption at rest",
            Found("storage/aws-owned-key", || with(|it| it.cluster.encryption = false)),
        ),
        ("Use Secrets Manager for credentials", ByDefault(Field::Credentials, "managed")),
        (
            "Enable IAM authentication",
            Found("credentials/passwords-only", || with(|it| it.cluster.iam_database_authentication = false)),
        ),
        ("Use private subnets only", ByDefault(Field::PubliclyAccessible, "false")),
        (
            "Rotate credentials regularly",
            Found("credentials/useless-rotation", || with(|it| it.cluster.rotation_days = Some(30))),
        ),
        (
            "Min ACU too low",
            Found("capacity/min-low-for-insights", || with(|it| it.cluster.min_capacity = Acu::HALF)),
        ),
        ("No read replicas", Found("nodes/single-instance", || with(|it| it.cluster.readers.clear()))),
        (
            "Public access",
            Found("network/public-in-private-vpc", || with(|it| it.cluster.publicly_accessible = true)),
        ),
        ("No proxy", Found("proxy/lambda-without-pool", || with(|it| it.clients = [Client::Lambda].into()))),
        (
            "Wrong engine version",
            Found("engine/retired-version", || {
                with(|it| it.cluster.engine_version = Some("15.4".to_owned()))
            }),
        ),
    ];
    for (claim, answer) in claims {
        match answer {
            Found(id, design) => assert!(ids(&design()).contains(id), "{claim}"),
            ByDefault(field, value) => assert_eq!(field.text(&Design::default()), *value, "{claim}"),
        }
    }
}
