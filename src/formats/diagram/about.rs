//! What a screen reader says of the whole drawing.

use crate::design::{Design, Word as _, instance_name};

use super::columns::Plan;
use super::words;

/// The drawing in sentences.
pub(super) fn description(design: &Design, plan: &Plan) -> String {
    let cluster = &design.cluster;
    let instances =
        plan.zones.iter().filter(|(_, instances)| !instances.is_empty()).map(|(zone, instances)| {
            let names: Vec<String> = instances.iter().map(|index| instance_name(*index)).collect();
            format!("{} in zone {zone}", names.join(", "))
        });
    let mut said = vec![
        format!(
            "Aurora {} in {}, {} to {} ACU",
            words::engine(design).first().map_or("", String::as_str),
            design.region.code,
            cluster.min_capacity,
            cluster.max_capacity
        ),
        instances.collect::<Vec<_>>().join("; "),
        format!("Six copies of the data, {} environment", design.environment.word()),
    ];
    if design.proxy.is_some() {
        said.push("Clients connect through RDS Proxy".to_owned());
    }
    if !design.secondaries().is_empty() {
        let codes: Vec<&str> = design.secondaries().iter().map(|secondary| secondary.region.code).collect();
        said.push(format!("Replicated to {}", codes.join(", ")));
    }
    said.iter().map(|sentence| format!("{sentence}.")).collect::<Vec<_>>().join(" ")
}
