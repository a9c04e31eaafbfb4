//! A group of settings: its head with a summary, and what stands in it once it is open.

use leptos::prelude::*;

use crate::design::{Design, Edit, Field};
use crate::estimate::{Awake, Pause, pause};

use super::super::browser::{El, el, live, several, when, words};
use super::super::erase::{effect, memo};
use super::super::field::{callout, field_id, list};
use super::super::fit::fit_callout;
use super::super::glyphs::live_icon;
use super::super::pairs::pairs;
use super::super::range::capacity_range;
use super::super::settings::{Group, Setting, capacity, settings};
use super::super::state::use_state;
use super::super::version::version_field;
use super::instances::instances;
use super::prices::own_prices;
use super::regions::secondaries;
use super::{empty, fields};

/// One group, folded or open.
pub(super) fn group_section(group: Group) -> El {
    let state = use_state();
    let open = RwSignal::new(group == Group::Capacity);
    let mut before = None;
    effect(move || {
        let part = state.selected.get();
        // Only a change of the selection opens a group; somebody who folds it again is not argued with.
        if before.replace(part).is_some_and(|before| before != part) && Group::of_part(part) == group {
            open.set(true);
        }
    });
    let summary = state.memo(move |design| group.summary(design));
    let unused = memo(move || {
        // The settings of a group that was never open have no drafts.
        let settings: fn(Group, &Design) -> Vec<Setting> =
            state.panels.get().map_or(capacity, |panels| panels.settings);
        state.drafts.with(|drafts| {
            if drafts.is_empty() {
                return 0;
            }
            let mine: Vec<Setting> = state.with(|design| settings(group, design));
            drafts.keys().filter(|field| mine.iter().any(|setting| setting.field == **field)).count()
        })
    });
    let told = move || match unused.get() {
        0 => summary.get(),
        1 => "1 value not used".to_owned(),
        count => format!("{count} values not used"),
    };
    let body = format!("group-{group:?}").to_ascii_lowercase();
    let head = el("button")
        .set("class", "group-head")
        .set("id", &group.head_id())
        .bind("aria-expanded", move || if open.get() { "true" } else { "false" })
        .set("aria-controls", &body)
        .on("click", move || open.update(|open| *open = !*open))
        .child(live_icon(move || if open.get() { "i-down" } else { "i-right" }))
        .child(el("span").child(group.name()))
        .child(el("span").set("class", "value").child(words(told)));
    let body =
        el("div").set("class", "group-body").set("id", &body).bind("hidden", move || !open.get()).child(
            when(
                move || open.get(),
                move || match group {
                    Group::Capacity => capacity_body(),
                    _ => state.panels.shown(move |panels| (panels.group_body)(group)),
                },
            ),
        );
    el("section").set("class", "group").child(el("h3").child(head)).child(body)
}

fn capacity_body() -> El {
    let own = fields(|design| capacity(Group::Capacity, design));
    several()
        .child(capacity_range())
        .child(el("div").set("class", "pairs").child(el("div").set("class", "fields").child(own)))
        .child(pause_callout())
}

/// What stands in an open group.
pub fn group_body(group: Group) -> El {
    let own = || el("div").set("class", "fields").child(fields(move |design| settings(group, design)));
    match group {
        Group::Design => {
            let tags = pairs("Tags", "tag", |design| design.tags.keys().cloned().collect(), Field::Tag);
            several().child(fit_callout()).child(own()).child(tags)
        }
        Group::Engine => several().child(own()).child(version_field()).child(pairs(
            "Cluster parameters",
            "parameter",
            |design| design.cluster.parameters.keys().cloned().collect(),
            Field::Parameter,
        )),
        Group::Capacity => capacity_body(),
        Group::Instances => instances(),
        Group::Proxy => several().child(proxy_switch()).child(own()),
        Group::Regions => several().child(own()).child(secondaries()),
        Group::Usage => several().child(own()).child(own_prices()),
        _ => own(),
    }
}

/// Whether the cluster pauses, and every reason why not.
fn pause_callout() -> El {
    let verdict = use_state().memo(|design| pause(design, 0));
    let title = move || match verdict.get() {
        Pause::After(seconds) => format!("The writer pauses after {} min", seconds / 60),
        Pause::Never(_) => "Never pauses".to_owned(),
    };
    let reasons = move || match verdict.get() {
        Pause::After(_) => {
            vec![
                "Clients need a connect timeout above 15 s, 30 s after a day of sleep. Jobs do not run meanwhile."
                    .to_owned(),
            ]
        }
        Pause::Never(reasons) => reasons.into_iter().map(|awake| reason(awake).to_owned()).collect(),
    };
    callout("i-awake", title, el("ul").child(live(move || list(reasons()))))
}

const fn reason(awake: Awake) -> &'static str {
    match awake {
        Awake::Minimum => "Pausing needs a minimum of 0 ACU.",
        Awake::Version => "This engine version cannot go to 0 ACU.",
        Awake::Proxy => "RDS Proxy keeps a connection open.",
        Awake::GlobalDatabase => "A Global Database keeps the writer and its tied readers awake.",
        Awake::Replication => "Replication keeps the writer and its tied readers awake.",
    }
}

fn proxy_switch() -> El {
    let state = use_state();
    let on = state.memo(|design| design.proxy.is_some());
    let flip = move || {
        if on.get_untracked() {
            state.edit_and_tell(&[Edit::RemoveProxy], "Removed RDS Proxy");
        } else {
            state.edit_and_tell(&[Edit::AddProxy], "Added RDS Proxy");
        }
    };
    let input = el("input")
        .set("type", "checkbox")
        .set("role", "switch")
        .set("id", &field_id(&Field::Proxy))
        .checked(move || on.get())
        .on("change", flip);
    let label = el("label").set("for", &field_id(&Field::Proxy)).child("RDS Proxy");
    several().child(el("span").set("class", "switch").child(input).child(label)).child(when(
        move || !on.get(),
        || empty("Pools connections for Lambda and other short-lived clients. It keeps the cluster awake."),
    ))
}
