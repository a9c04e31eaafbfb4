//! Why a file is not handed out.

use leptos::prelude::*;

use crate::rules::{Finding, Severity};
use crate::ui::browser;
use crate::ui::signs::SeverityMark;
use crate::ui::state::{Tab, use_state};
use crate::ui::widgets::live;

use super::parts::Acts;

/// The dialog's content; `name` is what the file is called.
#[component]
pub(super) fn Refused(name: &'static str) -> impl IntoView {
    let state = use_state();
    let show = move |_| {
        state.asking.set(None);
        state.frame.bring(Tab::Problems);
        request_animation_frame(|| browser::focus("problem-0"));
    };
    let errors = move || {
        let item = |finding: &Finding| {
            view! {
                <li>
                    <SeverityMark severity=finding.severity/>
                    <span>
                        <strong>{finding.rule.title}</strong>
                        " "
                        {finding.message.clone()}
                    </span>
                </li>
            }
            .into_any()
        };
        state
            .findings
            .with(|all| all.iter().filter(|it| it.severity == Severity::Error).map(item).collect_view())
    };
    view! {
        <h2 id="dialog-title">{format!("Mend the errors before {name}?")}</h2>
        <p>"AWS or Terraform refuses this design, so no file was written. It has:"</p>
        <ul class="dialog-list">{live(errors)}</ul>
        <Acts leave="Close">
            <button type="button" class="button button--primary" on:click=show>
                "Show problems"
            </button>
        </Acts>
    }
}
