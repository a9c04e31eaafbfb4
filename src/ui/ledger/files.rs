//! The bill and its charts as files.

use leptos::prelude::*;

use crate::formats::bill::{csv, markdown};
use crate::formats::charts::chart_files;
use crate::formats::zip::zip;
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
                    choose=move || download_csv(state)
                />
            </li>
            <li>
                <MenuItem
                    label="Download cost.md"
                    icon="i-export"
                    end="bill"
                    choose=move || download_markdown(state)
                />
            </li>
            <li>
                <MenuItem
                    label="Download charts.zip"
                    icon="i-export"
                    end="charts"
                    choose=move || download_charts(state)
                />
            </li>
        </ul>
    }
}

fn download_csv(state: State) {
    hand_out(state, "cost.csv", "text/csv", &state.bill.with_untracked(csv));
}

fn download_markdown(state: State) {
    let page = state.peek(|design| state.bill.with_untracked(|bill| markdown(design, bill, state.today)));
    hand_out(state, "cost.md", "text/markdown", &page);
}

fn download_charts(state: State) {
    let name = "charts.zip";
    let files = state.peek(|design| state.bill.with_untracked(|bill| chart_files(design, bill, state.today)));
    tell(state, name, browser::download_bytes(name, "application/zip", &zip(&files)));
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
