//! The engine version: only what can be created, by major, and what the table says of the chosen one.

use leptos::prelude::*;

use crate::design::{Design, Edit, Field};
use crate::facts::engines::EngineVersion;
use crate::facts::{Acu, FACTS_DATE};

use super::erase::view;
use super::field::{Callout, FieldFindings, field_id, findings_at};
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
#[component]
pub fn VersionField() -> impl IntoView {
    let state = use_state();
    let id = field_id(&Field::EngineVersion);
    let now = state.memo(|design| design.engine_version().to_owned());
    let engine = state.memo(|design| design.cluster.engine);
    let lines = state.memo(facts);
    let findings = findings_at(StoredValue::new(Field::EngineVersion));
    let options = move || {
        engine.track();
        let recommended = engine.get().recommended_version();
        state.with(offered).into_iter().map(|(major, versions)| {
            let options = versions.into_iter().map(|version| {
                let own = version.version;
                view! { <option value=own selected=move || now.get() == own>{label(version, recommended)}</option> }
            });
            view! { <optgroup label=major>{options.collect_view()}</optgroup> }
        }).collect_view()
    };
    let foreign = move || {
        let version = now.get();
        let listed = state.with(offered).iter().any(|(_, list)| list.iter().any(|it| it.version == version));
        (!listed).then(|| view! { <option value=version.clone() selected=true>{version.clone()}</option> })
    };
    let title = Signal::derive(move || format!("{} {}", engine.get().label(), now.get()));
    view! {
        <div class="field">
            <label for=id.clone()><span>"Version"</span></label>
            <select
                class="select"
                id=id
                prop:value=move || now.get()
                on:change=move |event| state.edit(Edit::set(Field::EngineVersion, event_target_value(&event)))
            >
                {foreign}
                {options}
            </select>
            <span class="aws">"engine_version"</span>
            <FieldFindings findings />
        </div>
        <Callout icon="i-storage" title>
            <ul>{move || lines.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        </Callout>
    }
}
