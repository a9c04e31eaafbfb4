//! The list of findings: what is so, why it matters, where that is written, and a button that mends it.

mod fixes;
mod heads;
mod more;
mod row;
mod steps;
mod suppressed;

pub use fixes::FixAllDialog;
pub use heads::{AllRulesButton, CopyButton, Counts, FixAllButton, Grouping, Severities};
pub use steps::{go_to, step};

use leptos::prelude::*;

use crate::design::Part;
use crate::editor::parts::part_label;
use crate::editor::problems::{Key, is_standing, key, parts};
use crate::rules::Finding;
use crate::ui::signs::part_symbol;
use crate::ui::state::use_state;
use crate::ui::widgets::{Disclosure, ForRows, Icon, ShowIf};

use row::ProblemRow;
use suppressed::Suppressed;

/// The list, worst first or by part, then the notes that most designs have, then what has been suppressed.
#[component]
pub fn Problems() -> impl IntoView {
    let state = use_state();
    let filter = state.frame.filter;
    let of = move |wanted: fn(&Finding) -> bool| {
        Memo::new(move |_| {
            state.findings.with(|all| all.iter().filter(|it| wanted(it)).map(key).collect::<Vec<Key>>())
        })
    };
    let keys = Memo::new(move |_| {
        state.listed.with(|all| {
            let shown = |it: &&Finding| filter.with(|filter| !filter.hides(it.severity));
            all.iter().filter(shown).map(key).collect::<Vec<Key>>()
        })
    });
    let standing = of(is_standing);
    let parts = Memo::new(move |_| keys.with(|keys| parts(keys.iter().map(|(_, field)| field.part()))));
    let by_part = move || {
        view! {
            <ForRows each=move || parts.get() key=|part| *part let:part>
                <OfPart part keys/>
            </ForRows>
        }
        .into_any()
    };
    let none = move || state.listed.with(Vec::is_empty);
    let open = RwSignal::new(false);
    let summary = move || {
        move || match standing.with(Vec::len) {
            1 => "1 note that most designs have".to_owned(),
            many => format!("{many} notes that most designs have"),
        }
    };
    view! {
        <ShowIf when=none>
            <div class="empty">
                <Icon name="i-check"/>
                <strong>"No problems"</strong>
                <span>"AWS would accept this design, and nothing in it should surprise you."</span>
            </div>
        </ShowIf>
        <ShowIf when=move || !none() && keys.with(Vec::is_empty)>
            <p class="empty">"Every problem there is has a severity that is left out."</p>
        </ShowIf>
        <ShowIf when=move || state.frame.by_severity.get() fallback=by_part>
            <Rows keys/>
        </ShowIf>
        <ShowIf when=move || !standing.with(Vec::is_empty)>
            <Disclosure class="standing" open summary=summary>
                <Rows keys=standing/>
            </Disclosure>
        </ShowIf>
        <Suppressed/>
    }
}

#[component]
fn Rows(#[prop(into)] keys: Signal<Vec<Key>>) -> impl IntoView {
    view! {
        <ul class="problems">
            <ForRows each=move || keys.get() key=Clone::clone let:key>
                <ProblemRow key/>
            </ForRows>
        </ul>
    }
}

/// The findings of a part, the worst first.
#[component]
fn OfPart(part: Part, keys: Memo<Vec<Key>>) -> impl IntoView {
    let mine = Memo::new(move |_| {
        keys.with(|all| all.iter().filter(|(_, field)| field.part() == part).cloned().collect::<Vec<_>>())
    });
    view! {
        <section class="problem-part">
            <h3><Icon name=part_symbol(part)/>{part_label(part)}</h3>
            <Rows keys=mine/>
        </section>
    }
}
