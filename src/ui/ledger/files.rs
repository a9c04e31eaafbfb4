//! The bill and its charts as files.

use crate::formats::bill::{csv, markdown};
use crate::formats::charts::{EXPORTED_WIDTH, chart_svg, charts};
use crate::formats::svg::Theme;
use crate::formats::zip::zip;

use super::super::browser::{self, El, el};
use super::super::menu::{Item, menu_item};
use super::super::state::{State, use_state};

/// What the export menu hands out of the bill.
pub fn exports() -> El {
    let state = use_state();
    let entry = |item: Item| el("li").child(item.done());
    let table = menu_item("Download cost.csv", "i-export", move || {
        hand_out(state, "cost.csv", "text/csv", &state.bill.with_untracked(csv));
    });
    let page = menu_item("Download cost.md", "i-export", move || {
        let text = state.peek(|design| state.bill.with_untracked(|bill| markdown(design, bill, state.today)));
        hand_out(state, "cost.md", "text/markdown", &text);
    });
    let pictures = menu_item("Download charts.zip", "i-export", move || {
        let name = "charts.zip";
        told(state, name, browser::download_bytes(name, "application/zip", &archive(state)));
    });
    el("ul")
        .child(entry(table.end("bill")))
        .child(entry(page.end("bill")))
        .child(entry(pictures.end("charts")))
}

/// Every chart of the design as an SVG, in one archive.
fn archive(state: State) -> Vec<u8> {
    let all = state
        .peek(|design| state.bill.with_untracked(|bill| charts(design, bill, state.today, EXPORTED_WIDTH)));
    let files: Vec<(String, String)> =
        all.iter().map(|(name, chart)| (format!("{name}.svg"), chart_svg(chart, Theme::Light))).collect();
    zip(&files)
}

/// Downloads a text and says so.
pub(super) fn hand_out(state: State, name: &str, mime: &str, text: &str) {
    told(state, name, browser::download(name, mime, text));
}

fn told(state: State, name: &str, done: bool) {
    if done {
        state.tell(&format!("Downloaded {name}."), false);
    } else {
        state.tell("This browser refuses to download.", false);
    }
}
