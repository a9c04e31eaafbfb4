//! A name, written where it stands: on the card of the cluster, the proxy or a secondary Region.

use leptos::prelude::*;

use crate::design::{Edit, Field, Part};
use crate::formats::diagram::Node;

use super::super::browser::{self, El, HtmlInputElement, KeyboardEvent, SubmitEvent, el, maybe};
use super::{Canvas, keys, node_id};

/// The name that a part has, and what to call it.
const fn name_of(part: Part) -> Option<(Field, &'static str)> {
    match part {
        Part::Cluster => Some((Field::ClusterName, "Name of the cluster")),
        Part::Proxy => Some((Field::ProxyName, "Name of the proxy")),
        Part::Secondary(_) => Some((Field::GlobalName, "Name of the Global Database")),
        _ => None,
    }
}

/// Opens the field over a card; a card without a name opens its settings.
pub(super) fn begin(canvas: Canvas, node: &Node) {
    if name_of(node.part).is_some() {
        canvas.state.selected.set(node.part);
        canvas.renaming.set(Some(node.key.clone()));
    } else {
        keys::open(canvas.state, node);
    }
}

/// The field, while a name is being written.
pub(super) fn field(canvas: Canvas) -> El {
    maybe(move || {
        let key = canvas.renaming.get()?;
        let part = untrack(|| {
            canvas.diagram.with(|it| it.nodes.iter().find(|node| node.key == key).map(|node| node.part))
        })?;
        let (field, label) = name_of(part)?;
        Some(untrack(|| form(canvas, key, field, label)))
    })
}

fn form(canvas: Canvas, key: String, field: Field, label: &'static str) -> El {
    let state = canvas.state;
    let before = state.peek(|design| field.text(design));
    let shown = before.clone();
    let input = el("input")
        .set("type", "text")
        .set("aria-label", label)
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .value(move || shown.clone());
    browser::focus_field(&input);
    let typed: HtmlInputElement = input.dom();
    let id = node_id(&key);
    let back = move || {
        let id = id.clone();
        request_animation_frame(move || browser::focus(&id));
    };
    let keep = move || {
        if canvas.renaming.get_untracked().is_none() {
            return;
        }
        canvas.renaming.set(None);
        let text = typed.value().trim().to_owned();
        if text.is_empty() {
            state.edit_and_tell(&[Edit::Reset(field.clone())], &format!("{label}: as it was derived"));
        } else if text != before {
            state.edit_and_tell(&[Edit::set(field.clone(), &text)], &format!("{label}: {text}"));
        }
    };
    let (left, done) = (keep.clone(), back.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        keep();
        done();
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            canvas.renaming.set(None);
            back();
        }
    };
    el("form")
        .set("class", "card-name")
        .placed(move || place(canvas, &key))
        .hear("submit", submit)
        .child(input.on("blur", left).hear("keydown", escape))
}

/// Over the card, wherever the view has it; at least 160 px wide.
fn place(canvas: Canvas, key: &str) -> [i32; 3] {
    let rect = canvas
        .diagram
        .with(|it| it.nodes.iter().find(|node| node.key == key).map(|node| node.rect))
        .unwrap_or_default();
    // Read for their changes.
    canvas.view.track();
    canvas.size.track();
    let (x, y) = canvas.outside((f64::from(rect.x), f64::from(rect.y)));
    let width = (f64::from(rect.width) * canvas.scale()).max(160.0);
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
    let pixels = [x, y, width].map(|it| it.round() as i32);
    pixels
}
