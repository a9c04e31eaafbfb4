//! The bill under the drawing, on paper.

use leptos::prelude::*;

use super::super::browser::{El, el, maybe};
use super::super::money::cost_table;
use super::Canvas;

/// The bill while the page is printed.
pub(super) fn bill(canvas: Canvas) -> El {
    maybe(move || {
        canvas.paper.get().then(|| {
            let title = canvas.diagram.with_untracked(|it| it.title.clone());
            let bill = untrack(cost_table);
            el("section").set("class", "paper").child(el("h2").child(format!("{title}: a month"))).child(bill)
        })
    })
}
