//! The page in one column: a summary, the drawing small, and sections that unfold.

use leptos::prelude::*;

use crate::design::Group;
use crate::editor::inspector::{head_id, summary};
use crate::editor::outline::total_words;
use crate::editor::parts::part_label;
use crate::editor::problems::tally;
use crate::editor::product::Listed;
use crate::rules::Finding;
use crate::ui::canvas::Canvas;
use crate::ui::code::{Code, Deploy, Spec};
use crate::ui::compare::Compare;
use crate::ui::inspector::{Inspector, Pausing};
use crate::ui::ledger::{CopyBillButton, CostBar, Ledger, SheetTabs};
use crate::ui::load::LoadPanel;
use crate::ui::outline::{Additions, Tree};
use crate::ui::problems::{AllRulesButton, CopyButton, FixAllButton, Grouping, Problems};
use crate::ui::signs::counted;
use crate::ui::state::{Tab, tab_id, use_state};
use crate::ui::whatif::WhatIf;
use crate::ui::widgets::{Icon, Piece, ShowIf};

use super::notices::{Notices, Toasts};
use super::paper::Paper;
use super::summary::Summary;
use super::toolbar::Toolbar;

/// The page in its narrow form.
#[component]
pub(super) fn Phone() -> impl IntoView {
    view! {
        <div class="phone">
            <Toolbar/>
            <Notices/>
            <Piece>
                <Summary/>
            </Piece>
            <main class="minimap" id="diagram" tabindex="-1" aria-label="Diagram">
                <Piece>
                    <Canvas on_paper=|| view! { <Paper/> }.into_any()/>
                </Piece>
                <ToSettings/>
            </main>
            <Piece>
                <Sections/>
            </Piece>
            <Piece>
                <CostBar/>
            </Piece>
            <Toasts/>
        </div>
    }
}

/// The way from the part that was tapped to its settings, which lie further down. A tap itself moves nothing: the finger
/// may be about to drag.
#[component]
fn ToSettings() -> impl IntoView {
    let state = use_state();
    let part = Memo::new(move |_| state.selected.get());
    view! {
        <button
            type="button"
            class="button to-settings"
            on:click=move |_| state.frame.reach(head_id(Group::of_part(part.get_untracked())))
        >
            {move || format!("Settings of {}", part_label(part.get()))}
            <Icon name="i-down"/>
        </button>
    }
}

#[component]
fn Sections() -> impl IntoView {
    let state = use_state();
    let problems = Memo::new(move |_| state.listed.with(|all| count_words(all)));
    let parts = state.memo(|design| summary(Group::Instances, design));
    let cost = Memo::new(move |_| state.bill.with(total_words));
    view! {
        <div class="sections">
            <Section id=tab_id(Tab::Problems) title="Problems" open=true value=problems>
                <section aria-label="Problems">
                    <Grouping/>
                    <CopyButton/>
                    <FixAllButton/>
                    <AllRulesButton/>
                    <Problems/>
                </section>
            </Section>
            <Section id="section-parts" title="Parts" value=parts>
                <nav class="outline-panel" aria-label="Outline">
                    <Tree/>
                    <Additions/>
                </nav>
            </Section>
            <Section id="section-settings" title="Settings" open=true>
                <aside aria-label="Settings">
                    <Inspector/>
                </aside>
            </Section>
            <Section id=tab_id(Tab::Cost) title="Cost" value=cost>
                <section aria-label="Cost">
                    <SheetTabs/>
                    <CopyBillButton/>
                    <Ledger/>
                </section>
            </Section>
            <Section id=tab_id(Tab::Pausing) title="Pausing">
                <section aria-label="Pausing">
                    <Pausing/>
                </section>
            </Section>
            <Section id=tab_id(Tab::Load) title="Load">
                <section aria-label="Load">
                    <LoadPanel/>
                </section>
            </Section>
            <Section id=tab_id(Tab::Compare) title="Compare">
                <section aria-label="Compare">
                    <Compare/>
                </section>
            </Section>
            <Section id=tab_id(Tab::WhatIf) title="What if">
                <section aria-label="What if">
                    <WhatIf/>
                </section>
            </Section>
            <Section id=tab_id(Tab::Terraform) title="Terraform" value="main.tf".to_owned()>
                <section aria-label="Terraform">
                    <Code file=Listed::Terraform/>
                </section>
            </Section>
            <Section id=tab_id(Tab::Yaml) title="YAML" value="spec".to_owned()>
                <section aria-label="YAML">
                    <Spec/>
                </section>
            </Section>
            <Section id="section-deploy" title="Deploy" value="commands".to_owned()>
                <section aria-label="Deploy">
                    <Deploy/>
                </section>
            </Section>
        </div>
    }
}

/// A section that unfolds; what is in it is made when it is open.
#[component]
fn Section(
    id: &'static str,
    title: &'static str,
    /// Whether it is open at first.
    #[prop(optional)]
    open: bool,
    /// What its head says of what is in it.
    #[prop(optional, into)]
    value: Signal<String>,
    children: ChildrenFn,
) -> impl IntoView {
    let shown = RwSignal::new(open);
    let children = StoredValue::new(children);
    view! {
        <details class="group" id=id open=open on:toggle:target=move |event| shown.set(event.target().open())>
            <summary class="group-head">
                <Icon name="i-right"/>
                <h2>{title}</h2>
                <span class="value">{value}</span>
            </summary>
            <div class="group-body">
                <Piece>
                    <ShowIf when=move || shown.get()>{children.with_value(|children| children())}</ShowIf>
                </Piece>
            </div>
        </details>
    }
}

fn count_words(findings: &[Finding]) -> String {
    let words: Vec<_> =
        tally(findings).into_iter().map(|(severity, count)| counted(count, severity)).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}
