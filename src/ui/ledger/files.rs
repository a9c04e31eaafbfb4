//! The bill and its charts as files.

use leptos::prelude::*;

use crate::design::Design;
use crate::editor::jobs::{Answer, Job};
use crate::facts::Day;
use crate::ui::browser;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::MenuItem;

/// What the export menu hands out of the bill.
#[component]
pub fn BillFiles() -> impl IntoView {
    let state = use_state();
    view! {
        <ul>
            <li>
                <MenuItem
                    label="Download cost.csv"
                    icon="i-export"
                    end="bill"
                    choose=move || download(state, "cost.csv", "text/csv", Job::BillTable)
                />
            </li>
            <li>
                <MenuItem
                    label="Download cost.md"
                    icon="i-export"
                    end="bill"
                    choose=move || download(state, "cost.md", "text/markdown", Job::BillPage)
                />
            </li>
            <li>
                <MenuItem
                    label="Download charts.zip"
                    icon="i-export"
                    end="charts"
                    choose=move || download(state, "charts.zip", "application/zip", Job::Charts)
                />
            </li>
        </ul>
    }
}

/// Has the worker write a file of the bill, and hands it out.
fn download(state: State, name: &'static str, mime: &'static str, job: fn(Box<Design>, Day) -> Job) {
    let design = Box::new(state.peek(Clone::clone));
    state.worker.ask(job(design, state.today), move |answer| match answer {
        Ok(Answer::Text(text)) => hand_out(state, name, mime, &text),
        Ok(Answer::Bytes(bytes)) => tell(state, name, browser::download_bytes(name, mime, &bytes)),
        Ok(_) => {}
        Err(lost) => state.tell_lost(name, lost),
    });
}

/// Downloads a text and says so.
pub(super) fn hand_out(state: State, name: &str, mime: &str, text: &str) {
    tell(state, name, browser::download(name, mime, text));
}

fn tell(state: State, name: &str, done: bool) {
    if done {
        state.tell(format!("Downloaded {name}."), false);
    } else {
        state.tell("This browser refuses to download.", false);
    }
}
