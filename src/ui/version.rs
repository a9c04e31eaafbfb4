//! The engine version: only what can be created, by major, what the chosen one is good for and until when, and the
//! nearest better one.

use leptos::prelude::*;

use crate::design::{Design, Edit, Field};
use crate::estimate::{VersionLine, version_groups, version_line};
use crate::facts::engines::EngineVersion;
use crate::facts::{Acu, FACTS_DATE};
use crate::rules::better_version;

use super::State;
use super::browser::{El, Event, button, el, live, maybe, several};
use super::field::{callout, field_findings, field_id, findings_at, list, option};
use super::glyphs::icon;
use super::state::use_state;

/// Label of a version in the list.
fn label(version: &EngineVersion, recommended: &str) -> String {
    let lts = if version.lts { " · LTS" } else { "" };
    let best = if version.version == recommended { " · recommended" } else { "" };
    format!("{}{lts}{best}", version.version)
}

/// The version where the list does not hold it: a file or a link brought it, and it stays.
fn foreign(design: &Design) -> Option<String> {
    let now = design.engine_version();
    let groups = version_groups(design.cluster.engine, design.region);
    let listed = groups.iter().any(|group| group.versions.iter().any(|it| it.version == now));
    (!listed).then(|| now.to_owned())
}

fn line_of(state: State, design: &Design) -> Option<VersionLine> {
    version_line(design.cluster.engine, design.engine_version(), design.region, state.today)
}

/// The picker and the line below it.
pub fn version_field() -> El {
    let state = use_state();
    let id = field_id(&Field::EngineVersion);
    let now = state.memo(|design| design.engine_version().to_owned());
    let place = state.memo(|design| (design.cluster.engine, design.region.code));
    let options = move || {
        place.track();
        let now = now.get_untracked();
        let (groups, recommended) = state.with_untracked(|design| {
            let engine = design.cluster.engine;
            (version_groups(engine, design.region), engine.recommended_version())
        });
        let majors = groups.into_iter().map(|group| {
            let of = |it: &EngineVersion| option(it.version, &label(it, recommended), it.version == now);
            let options: Vec<El> = group.versions.into_iter().map(of).collect();
            el("optgroup").set("label", group.major).child(options)
        });
        several().child(majors.collect::<Vec<_>>())
    };
    let foreign = state.memo(foreign);
    let kept = move || {
        let version = foreign.get()?;
        let label = format!("{version} · kept");
        Some(el("optgroup").set("label", "Not in the list").child(option(&version, &label, true)))
    };
    let select = el("select")
        .set("class", "select")
        .set("id", &id)
        .child(maybe(kept))
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
    several().child(field).child(version_callout(state))
}

/// What is known of the chosen version on the browser's day, in this Region.
fn version_callout(state: State) -> El {
    let line = state.memo(move |design| line_of(state, design));
    let title = state.memo(|design| {
        let cluster = &design.cluster;
        format!("{} {} in {}", cluster.engine.label(), design.engine_version(), design.region.code)
    });
    let why = state.memo(move |design| {
        foreign(design).map(|version| kept_because(&version, line_of(state, design).as_ref()))
    });
    let better = super::erase::memo(move || {
        state.bill.with(|bill| state.with(|design| better_version(design, bill, state.today)))
    });
    let flags = move || line.with(|line| line.as_ref().map(flags));
    let support = move || {
        let lines = line.with(|line| line.as_ref().map(VersionLine::support)).unwrap_or_default();
        list(lines.iter().map(|line| sentence(line)).collect())
    };
    let take = move || {
        let better = better.get()?;
        Some(
            button("button button--small")
                .on("click", move || {
                    let edit = Edit::set(Field::EngineVersion, better.version);
                    state.edit_and_tell(&[edit], &format!("Took version {}", better.version));
                })
                .child(format!("Take {}{}", better.version, if better.lts { ", LTS" } else { "" })),
        )
    };
    let body = several()
        .child(maybe(move || why.get().map(|why| el("p").child(why))))
        .child(maybe(flags))
        .child(el("ul").child(live(support)))
        .child(maybe(take));
    callout("i-storage", move || title.get(), el("div").set("class", "version-line").child(body))
}

/// Why a version that the list does not hold is there all the same, and what becomes of it.
fn kept_because(version: &str, line: Option<&VersionLine>) -> String {
    match line {
        None => format!("It stays as it came. The table of {FACTS_DATE} does not hold it, so its limits cannot be checked."),
        Some(line) if line.prefix => format!("{version} is only the start of a version. These are the figures of {}.", line.version.version),
        Some(line) if line.creatable => "It stays as it came. This Region does not offer it.".to_owned(),
        Some(line) if line.version.creatable => "It stays as it came. It does not run on serverless instances.".to_owned(),
        Some(_) => "It stays as it came. New clusters cannot be created with it; a cluster that has it keeps running.".to_owned(),
    }
}

/// What it can do, each with a yes or a no.
fn flags(line: &VersionLine) -> El {
    let known = line.version;
    let storage = known.max_storage_tib;
    let flags = [
        ("creatable here", Some(line.creatable && line.offered)),
        ("0 ACU", Some(known.serverless_v2 && known.zero_acu)),
        ("256 ACU", Some(known.serverless_v2 && line.max_acu >= Acu::whole(256))),
        ("256 TiB", storage.map(|tib| tib >= 256)),
        ("LTS", Some(known.lts)),
    ];
    let flag = |(name, has): (&str, Option<bool>)| {
        let (word, symbol) = match has {
            Some(true) => ("yes", "i-check"),
            Some(false) => ("no", "i-close"),
            None => ("unconfirmed", "i-more"),
        };
        el("li")
            .set("class", "chip")
            .set("data-has", word)
            .child(icon(symbol))
            .child(name)
            .child(el("span").set("class", "visually-hidden").child(format!(": {word}")))
    };
    el("ul").set("class", "flags").child(flags.map(flag).to_vec())
}

/// With a capital and a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}
