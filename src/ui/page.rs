//! The frame around everything: panels side by side where there is room, one column of sections where there is not.

use leptos::prelude::*;

use crate::estimate::pause;
use crate::facts::sorted;

use super::browser::{self, El, Event, button, either, el, live, maybe, several, when, words};
use super::canvas::diagram_canvas;
use super::code::code;
use super::deploy::deploy;
use super::dialog::tally;
use super::erase::memo;
use super::export::Product;
use super::frame::{Side, tab_id, use_frame};
use super::glyphs::{counted, icon, live_icon, severity_mark};
use super::inspector::inspector;
use super::money::{cost_bar, since_opened};
use super::notices::notices;
use super::outline::{additions, outline, total_words, tree};
use super::problems::{all_rules_button, counts, fix_all_button, problems};
use super::toolbar::toolbar;
use super::{State, Tab, use_state};

/// The page in the form that fits the window.
pub fn page() -> El {
    let frame = use_frame();
    either(move || frame.phone.get(), phone, wide)
}

fn wide() -> El {
    let frame = use_frame();
    let stage = el("main")
        .set("class", "stage")
        .set("id", "diagram")
        .set("tabindex", "-1")
        .set("aria-label", "Diagram")
        .child(diagram_canvas());
    el("div")
        .set("class", "app")
        .bind("data-outline", move || folded(frame.outline.get()))
        .bind("data-inspector", move || folded(frame.inspector.get()))
        .bind("data-side", move || if frame.side.get() == Side::Settings { "settings" } else { "code" })
        .bind("data-dock", move || folded(frame.dock.get()))
        .child(toolbar())
        .child(outline())
        .child(el("div").set("class", "middle").child(stage).child(notices()).child(dock()))
        .child(side_panel())
        .child(maybe(|| use_state().panels.get().map(|panels| (panels.edges)())))
        .child(cost_bar())
}

const fn folded(open: bool) -> &'static str {
    if open { "open" } else { "folded" }
}

/// The button that folds a panel, with its two names.
fn fold_button(open: RwSignal<bool>, panel: &'static str, symbol: El) -> El {
    button("button button--quiet button--icon")
        .set("id", &format!("fold-{panel}"))
        .set("title", &format!("Fold {panel}"))
        .bind("aria-label", move || format!("{} {panel}", if open.get() { "Fold" } else { "Open" }))
        .bind("aria-expanded", move || open.get().to_string())
        .on("click", move || open.update(|open| *open = !*open))
        .child(symbol)
}

fn dock() -> El {
    let frame = use_frame();
    let shows_problems = move || frame.docked.get() == Tab::Problems;
    let label = move || match frame.docked.get() {
        Tab::Cost => "Cost",
        Tab::Pausing => "Pausing",
        _ => "Problems",
    };
    let tab = move |tab: Tab, name: &'static str| {
        button("tab")
            .set("role", "tab")
            .set("aria-controls", "dock-panel")
            .bind("aria-selected", move || (frame.docked.get() == tab).to_string())
            .on("click", move || frame.bring(tab))
            .child(el("span").child(name))
    };
    let tabs = el("div")
        .set("class", "tablist")
        .set("role", "tablist")
        .set("aria-label", "Dock")
        .child(tab(Tab::Problems, "Problems").child(counts()))
        .child(use_state().ledger.soon(tab(Tab::Cost, "Cost")))
        .child(tab(Tab::Pausing, "Pausing"));
    let hints = when(shows_problems, || {
        several()
            .child(grouping())
            .child(fix_all_button())
            .child(all_rules_button())
            .child(el("span").set("class", "hint").child("F8 next problem"))
    });
    let body = move || {
        el("div")
            .set("class", "dock-body")
            .set("role", "tabpanel")
            .set("id", "dock-panel")
            .bind("aria-label", label)
            .set("tabindex", "0")
            .child(live(move || match frame.docked.get() {
                Tab::Cost => untrack(cost),
                Tab::Pausing => untrack(pausing),
                _ => untrack(problems),
            }))
    };
    el("section")
        .set("class", "dock")
        .bind("aria-label", label)
        .child(
            el("div")
                .set("class", "tabs")
                .child(tabs)
                .child(el("span").set("class", "push"))
                .child(hints)
                .child(fold_button(
                    frame.dock,
                    "dock",
                    live_icon(move || if frame.dock.get() { "i-down" } else { "i-up" }),
                )),
        )
        .child(when(move || frame.dock.get(), body))
}

fn grouping() -> El {
    let panels = use_state().panels;
    maybe(move || panels.get().map(|panels| (panels.grouping)()))
}

fn cost() -> El {
    use_state().ledger.shown(|ledger| (ledger.bill)())
}

fn pausing() -> El {
    use_state().panels.shown(|panels| (panels.pausing)())
}

fn side_panel() -> El {
    let frame = use_frame();
    let state = use_state();
    let tab = move |side: Side, name: &'static str| {
        let tab = button("tab")
            .set("role", "tab")
            .set("aria-controls", "side-panel")
            .bind("aria-selected", move || (frame.side.get() == side).to_string())
            .on("click", move || {
                frame.side.set(side);
                frame.inspector.set(true);
            })
            .child(name);
        if side == Side::Settings { tab } else { state.files.soon(tab) }
    };
    let label = move || match frame.side.get() {
        Side::Settings => "Settings",
        Side::Terraform => "Terraform",
        Side::Yaml => "YAML",
        Side::Deploy => "Deploy",
    };
    let tabs = move || {
        let list = el("div")
            .set("class", "tablist")
            .set("role", "tablist")
            .set("aria-label", "Settings and code")
            .child(tab(Side::Settings, "Settings"))
            .child(tab(Side::Terraform, "Terraform"))
            .child(tab(Side::Yaml, "YAML"))
            .child(tab(Side::Deploy, "Deploy"));
        several().child(list).child(el("span").set("class", "push"))
    };
    let body = move || {
        let content = live(move || match frame.side.get() {
            Side::Settings => untrack(inspector),
            Side::Terraform => untrack(|| code(Product::Terraform)),
            Side::Yaml => untrack(|| code(Product::Yaml)),
            Side::Deploy => untrack(deploy),
        });
        el("div")
            .set("class", "side-body")
            .set("role", "tabpanel")
            .set("id", "side-panel")
            .bind("aria-label", label)
            .child(content)
    };
    let is_open = move || frame.inspector.get();
    el("aside")
        .set("class", "inspector")
        .bind("aria-label", label)
        .child(el("h2").set("class", "visually-hidden").child(words(label)))
        .child(el("div").set("class", "tabs").child(when(is_open, tabs)).child(fold_button(
            frame.inspector,
            "settings",
            icon("i-fold"),
        )))
        .child(when(is_open, body))
}

fn phone() -> El {
    let state = use_state();
    let section_of = |label: &'static str, content: El| el("section").set("aria-label", label).child(content);
    let map = el("main")
        .set("class", "minimap")
        .set("id", "diagram")
        .set("tabindex", "-1")
        .set("aria-label", "Diagram")
        .child(diagram_canvas());
    let sections = el("div")
        .set("class", "sections")
        .child(section(
            tab_id(Tab::Problems),
            "Problems",
            true,
            move || state.findings.with(|all| count_words(all)),
            move || {
                section_of(
                    "Problems",
                    several()
                        .child(grouping())
                        .child(fix_all_button())
                        .child(all_rules_button())
                        .child(problems()),
                )
            },
        ))
        .child(section(
            "section-parts",
            "Parts",
            false,
            move || instance_words(state),
            || {
                el("nav")
                    .set("class", "outline-panel")
                    .set("aria-label", "Outline")
                    .child(tree())
                    .child(additions())
            },
        ))
        .child(section("section-settings", "Settings", true, String::new, || {
            el("aside").set("aria-label", "Settings").child(inspector())
        }))
        .child(section(
            tab_id(Tab::Cost),
            "Cost",
            false,
            move || state.bill.with(total_words),
            move || section_of("Cost", cost()),
        ))
        .child(section(tab_id(Tab::Pausing), "Pausing", false, String::new, move || {
            section_of("Pausing", pausing())
        }))
        .child(section(
            tab_id(Tab::Terraform),
            "Terraform",
            false,
            || "main.tf".to_owned(),
            move || section_of("Terraform", code(Product::Terraform)),
        ))
        .child(section(
            tab_id(Tab::Yaml),
            "YAML",
            false,
            || "spec".to_owned(),
            move || section_of("YAML", code(Product::Yaml)),
        ))
        .child(section(
            "section-deploy",
            "Deploy",
            false,
            || "commands".to_owned(),
            move || section_of("Deploy", deploy()),
        ));
    el("div")
        .set("class", "phone")
        .child(toolbar())
        .child(notices())
        .child(summary())
        .child(map)
        .child(sections)
        .child(cost_bar())
}

/// A section that unfolds; what is in it is made when it first does.
fn section(
    id: &'static str,
    title: &'static str,
    open: bool,
    value: impl Fn() -> String + 'static,
    make: impl Fn() -> El + 'static,
) -> El {
    let shown = RwSignal::new(open);
    let section = el("details").set("class", "group").set("id", id);
    let section = if open { section.set("open", "") } else { section };
    let itself: browser::Element = section.dom();
    section
        .hear("toggle", move |_: Event| shown.set(itself.has_attribute("open")))
        .child(
            el("summary")
                .set("class", "group-head")
                .child(icon("i-right"))
                .child(el("h2").child(title))
                .child(el("span").set("class", "value").child(words(value))),
        )
        .child(el("div").set("class", "group-body").child(when(move || shown.get(), make)))
}

fn summary() -> El {
    let state = use_state();
    let facts = state.memo(|design| {
        let zones = design.zones().into_iter().collect::<sorted::Set<_>>();
        let cluster = &design.cluster;
        let sleeps = if pause(design, 0).pauses() { "Pauses when idle." } else { "Never pauses." };
        format!(
            "{} {} in {}, {} to {} ACU, {} {}. {sleeps}",
            cluster.engine.label(),
            design.engine_version(),
            design.region.code,
            cluster.min_capacity,
            cluster.max_capacity,
            zones.len(),
            if zones.len() == 1 { "zone" } else { "zones" },
        )
    });
    let tallied = memo(move || state.findings.with(|all| tally(all)));
    let found = move || {
        let of_severity =
            |(severity, count)| el("li").child(severity_mark(severity)).child(counted(count, severity));
        several().child(tallied.get().into_iter().map(of_severity).collect::<Vec<_>>())
    };
    let since = move || {
        since_opened(state).map(|change| el("li").child(el("strong").child(change)).child(" since opened"))
    };
    el("section")
        .set("class", "summary")
        .set("aria-label", "Summary")
        .child(el("p").set("class", "facts").child(words(move || facts.get())))
        .child(el("ul").set("class", "counts").child(live(found)).child(maybe(since)))
}

fn count_words(findings: &[crate::rules::Finding]) -> String {
    let words: Vec<_> =
        tally(findings).into_iter().map(|(severity, count)| counted(count, severity)).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

fn instance_words(state: State) -> String {
    match state.with(|design| design.cluster.readers.len()) {
        0 => "1 writer".to_owned(),
        1 => "1 writer, 1 reader".to_owned(),
        many => format!("1 writer, {many} readers"),
    }
}
