//! The engine version: only what can be created, by major, and what the table says of the chosen one.

use leptos::prelude::*;

use crate::design::{Design, Edit, Field};
use crate::facts::engines::EngineVersion;
use crate::facts::{Acu, FACTS_DATE};

use super::browser::{El, Event, el, live, maybe, several};
use super::field::{callout, field_findings, field_id, findings_at, list, option};
use super::state::use_state;

/// Label of a version in the list.
fn label(version: &EngineVersion, recommended: &str) -> String {
    let lts = if version.lts { " · LTS" } else { "" };
    let best = if version.version == recommended { " · recommended" } else { "" };
    format!("{}{lts}{best}", version.version)
}

/// Majors, newest first, with their creatable serverless versions, newest first.
fn offered(design: &Design) -> Vec<(&'static str, Vec<&'static EngineVersion>)> {
    let mut majors: Vec<(&'static str, Vec<&'static EngineVersion>)> = Vec::new();
    let usable = design.cluster.engine.versions().iter().rev().filter(|it| it.creatable && it.serverless_v2);
    for version in usable {
        match majors.iter_mut().find(|(major, _)| *major == version.major) {
            Some((_, list)) => list.push(version),
            None => majors.push((version.major, vec![version])),
        }
    }
    majors
}

/// What the table says of the version, as short sentences.
fn facts(design: &Design) -> Vec<String> {
    let Some(version) = design.version_facts().or_else(|| design.prefixed_version()) else {
        return vec![format!("Not in the table of {FACTS_DATE}: its limits cannot be checked.")];
    };
    let mut lines = Vec::new();
    if !version.creatable {
        lines.push("New clusters cannot be created with it.".to_owned());
    }
    let floor = if version.zero_acu { "pauses at 0 ACU" } else { "never below 0.5 ACU" };
    let ceiling = if version.max_acu() == Acu::whole(256) { 256 } else { 128 };
    lines.push(format!("Up to {ceiling} ACU, {floor}."));
    match version.max_storage_tib {
        Some(size) => lines.push(format!("Up to {size} TiB of storage.")),
        None => lines.push("Largest volume unconfirmed.".to_owned()),
    }
    match (version.end_of_standard_support, version.major_end_of_standard_support) {
        (Some(minor), _) => lines.push(format!("Standard support until {minor}.")),
        (None, Some(major)) => {
            lines.push(format!("Major supported until {major}; the minor's own date is unconfirmed."));
        }
        (None, None) => {}
    }
    lines
}

/// The picker and the line below it.
pub fn version_field() -> El {
    let state = use_state();
    let id = field_id(&Field::EngineVersion);
    let now = state.memo(|design| design.engine_version().to_owned());
    let engine = state.memo(|design| design.cluster.engine);
    let lines = state.memo(facts);
    let options = move || {
        let recommended = engine.get().recommended_version();
        let now = now.get_untracked();
        let majors = state.with_untracked(offered).into_iter().map(|(major, versions)| {
            let options =
                versions.into_iter().map(|it| option(it.version, &label(it, recommended), it.version == now));
            el("optgroup").set("label", major).child(options.collect::<Vec<_>>())
        });
        several().child(majors.collect::<Vec<_>>())
    };
    // A version that a file brought and the list does not hold stays, and stays visible.
    let foreign = state.memo(|design| {
        let now = design.engine_version();
        let listed = offered(design).iter().any(|(_, list)| list.iter().any(|it| it.version == now));
        (!listed).then(|| now.to_owned())
    });
    let select = el("select")
        .set("class", "select")
        .set("id", &id)
        .child(maybe(move || foreign.get().map(|version| option(&version, &version, true))))
        .child(live(options))
        .value(move || now.get())
        .hear("change", move |event: Event| {
            state.edit(Edit::set(Field::EngineVersion, event_target_value(&event)));
        });
    let field = el("div")
        .set("class", "field")
        .child(el("label").set("for", &id).child(el("span").child("Version")))
        .child(select)
        .child(el("span").set("class", "aws").child("engine_version"))
        .child(field_findings(findings_at(StoredValue::new(Field::EngineVersion))));
    several().child(field).child(callout(
        "i-storage",
        move || format!("{} {}", engine.get().label(), now.get()),
        el("ul").child(live(move || list(lines.get()))),
    ))
}
