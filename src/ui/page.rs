//! The frame around everything: panels side by side where there is room, one column of sections where there is not.

use leptos::prelude::*;

use crate::estimate::pause;

use super::canvas::DiagramCanvas;
use super::code::Code;
use super::erase::{Show, memo, view};
use super::export::Product;
use super::frame::{Frame, Side, tab_id, use_frame};
use super::glyphs::{Icon, SeverityMark, counted};
use super::inspector::Inspector;
use super::money::{CostBar, CostTable, since_opened};
use super::notices::Notices;
use super::outline::{Additions, Outline, Tree};
use super::problems::{Counts, FixAll, Problems};
use super::toolbar::Toolbar;
use super::{State, Tab, use_state};

/// The page in the form that fits the window.
#[component]
pub fn Page() -> impl IntoView {
    let frame = use_frame();
    leptos::view! {
        {move || if frame.phone.get() { view! { <Phone /> } } else { view! { <Wide /> } }}
    }
}

#[component]
fn Wide() -> impl IntoView {
    let frame = use_frame();
    view! {
        <div
            class="app"
            data-outline=move || folded(frame.outline.get())
            data-inspector=move || folded(frame.inspector.get())
            data-side=move || if frame.side.get() == Side::Settings { "settings" } else { "code" }
            data-dock=move || folded(frame.dock.get())
        >
            <Toolbar />
            <Outline />
            <div class="middle">
                <main class="stage" id="diagram" tabindex="-1" aria-label="Diagram"><DiagramCanvas /></main>
                <Notices />
                <Dock />
            </div>
            <SidePanel />
            <CostBar />
        </div>
    }
}

const fn folded(open: bool) -> &'static str {
    if open { "open" } else { "folded" }
}

#[component]
fn Dock() -> impl IntoView {
    let frame = use_frame();
    let problems = move || frame.docked.get() == Tab::Problems;
    let label = move || if problems() { "Problems" } else { "Cost" };
    view! {
        <section class="dock" aria-label=label>
            <div class="tabs">
                <div class="tablist" role="tablist" aria-label="Dock">
                    <DockTab tab=Tab::Problems frame><span>"Problems"</span><Counts /></DockTab>
                    <DockTab tab=Tab::Cost frame><span>"Cost"</span></DockTab>
                </div>
                <span class="push"></span>
                <Show when=problems>
                    <FixAll />
                    <span class="hint">"F8 next problem"</span>
                </Show>
                <button
                    type="button"
                    class="button button--quiet button--icon"
                    title="Fold dock"
                    aria-label=move || if frame.dock.get() { "Fold dock" } else { "Open dock" }
                    aria-expanded=move || frame.dock.get().to_string()
                    on:click=move |_| frame.dock.update(|open| *open = !*open)
                >
                    <Icon name=Signal::derive(move || if frame.dock.get() { "i-down" } else { "i-up" }) />
                </button>
            </div>
            <Show when=move || frame.dock.get()>
                <div class="dock-body" role="tabpanel" id="dock-panel" aria-label=label tabindex="0">
                    {move || if problems() { view! { <Problems /> } } else { view! { <CostTable /> } }}
                </div>
            </Show>
        </section>
    }
}

#[component]
fn DockTab(tab: Tab, frame: Frame, children: Children) -> impl IntoView {
    view! {
        <button
            type="button"
            class="tab"
            role="tab"
            aria-controls="dock-panel"
            aria-selected=move || (frame.docked.get() == tab).to_string()
            on:click=move |_| frame.bring(tab)
        >
            {children()}
        </button>
    }
}

#[component]
fn SidePanel() -> impl IntoView {
    let frame = use_frame();
    let tab = move |side: Side, name: &'static str| {
        view! {
            <button
                type="button"
                class="tab"
                role="tab"
                aria-controls="side-panel"
                aria-selected=move || (frame.side.get() == side).to_string()
                on:click=move |_| {
                    frame.side.set(side);
                    frame.inspector.set(true);
                }
            >
                {name}
            </button>
        }
    };
    let label = move || match frame.side.get() {
        Side::Settings => "Settings",
        Side::Terraform => "Terraform",
        Side::Yaml => "YAML",
    };
    view! {
        <aside class="inspector" aria-label=label>
            <h2 class="visually-hidden">{label}</h2>
            <div class="tabs">
                <Show when=move || frame.inspector.get()>
                    <div class="tablist" role="tablist" aria-label="Settings and code">
                        {tab(Side::Settings, "Settings")}
                        {tab(Side::Terraform, "Terraform")}
                        {tab(Side::Yaml, "YAML")}
                    </div>
                    <span class="push"></span>
                </Show>
                <button
                    type="button"
                    class="button button--quiet button--icon"
                    title="Fold settings"
                    aria-label=move || if frame.inspector.get() { "Fold settings" } else { "Open settings" }
                    aria-expanded=move || frame.inspector.get().to_string()
                    on:click=move |_| frame.inspector.update(|open| *open = !*open)
                >
                    <Icon name="i-fold" />
                </button>
            </div>
            <Show when=move || frame.inspector.get()>
                <div class="side-body" role="tabpanel" id="side-panel" aria-label=label>
                    {move || match frame.side.get() {
                        Side::Settings => view! { <Inspector /> },
                        Side::Terraform => view! { <Code product=Product::Terraform /> },
                        Side::Yaml => view! { <Code product=Product::Yaml /> },
                    }}
                </div>
            </Show>
        </aside>
    }
}

#[component]
fn Phone() -> impl IntoView {
    let state = use_state();
    let problems = move || state.findings.with(|all| count_words(all));
    let typical = move || state.bill.with(super::outline::total_words);
    view! {
        <div class="phone">
            <Toolbar />
            <Notices />
            <Summary />
            <main class="minimap" id="diagram" tabindex="-1" aria-label="Diagram"><DiagramCanvas /></main>
            <div class="sections">
                <Section id=tab_id(Tab::Problems) title="Problems" open=true value=Signal::derive(problems)>
                    <section aria-label="Problems"><FixAll /><Problems /></section>
                </Section>
                <Section id="section-parts" title="Parts" value=Signal::derive(move || instance_words(state))>
                    <nav class="outline-panel" aria-label="Outline"><Tree /><Additions /></nav>
                </Section>
                <Section id="section-settings" title="Settings" open=true value=Signal::derive(String::new)>
                    <aside aria-label="Settings"><Inspector /></aside>
                </Section>
                <Section id=tab_id(Tab::Cost) title="Cost" value=Signal::derive(typical)>
                    <section aria-label="Cost"><CostTable /></section>
                </Section>
                <Section id=tab_id(Tab::Terraform) title="Terraform" value=Signal::derive(|| "main.tf".to_owned())>
                    <section aria-label="Terraform"><Code product=Product::Terraform /></section>
                </Section>
                <Section id=tab_id(Tab::Yaml) title="YAML" value=Signal::derive(|| "spec".to_owned())>
                    <section aria-label="YAML"><Code product=Product::Yaml /></section>
                </Section>
            </div>
            <CostBar />
        </div>
    }
}

/// A section that unfolds; what is in it is made when it first does.
#[component]
fn Section(
    id: &'static str,
    title: &'static str,
    #[prop(optional)] open: bool,
    value: Signal<String>,
    children: ChildrenFn,
) -> impl IntoView {
    let shown = RwSignal::new(open);
    let toggled = move |event: leptos::ev::Event| {
        shown.set(event_target::<super::browser::Element>(&event).has_attribute("open"));
    };
    view! {
        <details class="group" id=id open=open on:toggle=toggled>
            <summary class="group-head">
                <Icon name="i-right" />
                <h2>{title}</h2>
                <span class="value">{move || value.get()}</span>
            </summary>
            <div class="group-body">{move || shown.get().then(|| children())}</div>
        </details>
    }
}

#[component]
fn Summary() -> impl IntoView {
    let state = use_state();
    let facts = state.memo(|design| {
        let zones = crate::facts::order::set(design.zones());
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
    let counts = memo(move || state.findings.with(|all| super::dialog::tally(all)));
    view! {
        <section class="summary" aria-label="Summary">
            <p class="facts">{move || facts.get()}</p>
            <ul class="counts">
                {move || {
                    counts.get()
                        .into_iter()
                        .map(|(severity, count)| {
                            view! { <li><SeverityMark severity />{counted(count, severity)}</li> }
                        })
                        .collect_view()
                }}
                {move || {
                    since_opened(state).map(|change| view! { <li><strong>{change}</strong>" since opened"</li> })
                }}
            </ul>
        </section>
    }
}

fn count_words(findings: &[crate::rules::Finding]) -> String {
    let words: Vec<_> = super::dialog::tally(findings)
        .into_iter()
        .map(|(severity, count)| counted(count, severity))
        .collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

fn instance_words(state: State) -> String {
    match state.with(|design| design.cluster.readers.len()) {
        0 => "1 writer".to_owned(),
        1 => "1 writer, 1 reader".to_owned(),
        many => format!("1 writer, {many} readers"),
    }
}
