//! Whether Aurora Serverless v2 is the right thing: the verdict, what else there is, and the signals behind it.

use leptos::prelude::*;

use crate::editor::fit::{instead_title, tally};
use crate::estimate::{Signal as FitSign, fit};
use crate::ui::state::use_state;
use crate::ui::widgets::{Callout, Disclosure, ForRows, Icon, Sentences, ShowIf};

/// The callout of the Design group.
#[component]
pub(super) fn FitCallout() -> impl IntoView {
    let fit = use_state().memo(fit);
    let title = Signal::derive(move || fit.with(|fit| fit.verdict.says().to_owned()));
    let instead = Memo::new(move |_| {
        fit.with(|fit| fit.instead.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>())
    });
    let summary = move || {
        view! {
            <Icon name="i-right"/>
            <span>{move || fit.with(tally)}</span>
        }
        .into_any()
    };
    view! {
        <Callout icon="i-usage" title>
            <ShowIf when=move || !instead.with(Vec::is_empty)>
                <p class="fit-title">{move || fit.with(|fit| instead_title(fit.verdict))}</p>
                <Sentences lines=instead/>
            </ShowIf>
            <Disclosure class="fit-signals" open=RwSignal::new(false) summary>
                <ul>
                    <ForRows each=move || fit.with(|fit| fit.signals.clone()) key=Clone::clone let(it)>
                        <FitSignal it/>
                    </ForRows>
                </ul>
            </Disclosure>
        </Callout>
    }
}

/// A signal: what it says, and why.
#[component]
fn FitSignal(it: FitSign) -> impl IntoView {
    let word = it.answer.word();
    view! {
        <li data-answer=word>
            <span class="chip">{word}</span>
            <p><strong>{it.signal}</strong> ". " {it.because}</p>
        </li>
    }
}
