//! Shapes as SVG elements.

use std::cell::Cell;
use std::mem::discriminant;

use leptos::prelude::*;

use crate::formats::diagram::{Look, Point, Rect, Shape, Text, outline};
use crate::ui::browser;
use crate::ui::widgets::{ForRows, live, whenever};

/// Shapes from the back to the front. A shape is known by its place in the list and its kind, so that an edit makes no new
/// row, and each follows itself alone.
#[component]
pub(super) fn Shapes(shapes: Memo<Vec<Shape>>) -> impl IntoView {
    let each = Memo::new(move |before: Option<&Vec<ArcRwSignal<Shape>>>| {
        shapes.with(|shapes| followed(before.cloned().unwrap_or_default(), shapes))
    });
    view! {
        <ForRows
            each=move || each.get().into_iter().enumerate()
            key=|(nth, shape)| (*nth, shape.with_untracked(discriminant))
            let((_, shape))
        >
            {following(shape)}
        </ForRows>
    }
}

/// A signal for each shape, those from before for as many as there are and as long as they are of the same kind; only a
/// shape that is another is told.
fn followed(mut each: Vec<ArcRwSignal<Shape>>, shapes: &[Shape]) -> Vec<ArcRwSignal<Shape>> {
    each.truncate(shapes.len());
    for (signal, shape) in each.iter_mut().zip(shapes) {
        if signal.with_untracked(discriminant) != discriminant(shape) {
            *signal = ArcRwSignal::new(shape.clone());
        } else if signal.with_untracked(|before| before != shape) {
            signal.set(shape.clone());
        }
    }
    let known = each.len();
    each.extend(shapes.iter().skip(known).cloned().map(ArcRwSignal::new));
    each
}

/// The element of a shape that may become another of its kind. What an edit changes on every card are rectangles and texts:
/// an element that is drawn again loses all its attributes and gets them anew, which takes longer than the edit itself, so
/// these are kept instead.
fn following(shape: ArcRwSignal<Shape>) -> AnyView {
    match shape.get_untracked() {
        Shape::Rect { .. } | Shape::Outline { .. } => view! { <rect use:kept=shape/> }.into_any(),
        Shape::Text(_) => {
            let words = {
                let shape = shape.clone();
                move || {
                    shape.with(
                        |shape| if let Shape::Text(text) = shape { text.text.clone() } else { String::new() },
                    )
                }
            };
            view! { <text use:kept=shape>{words}</text> }.into_any()
        }
        Shape::Circle { .. } | Shape::Path { .. } | Shape::Group { .. } => live(move || shape.with(element)),
    }
}

/// Keeps an element as its shape is, and of its attributes sets those alone that have changed.
fn kept(element: browser::Element, shape: ArcRwSignal<Shape>) {
    let drawn = Cell::new(Vec::new());
    whenever(move || {
        let now = shape.with(attributes);
        set(&element, &drawn.take(), &now);
        drawn.set(now);
    });
}

/// Name and value.
type Attribute = (&'static str, String);

fn set(element: &browser::Element, before: &[Attribute], now: &[Attribute]) {
    for (nth, attribute) in now.iter().enumerate() {
        if before.get(nth) != Some(attribute) {
            let (name, value) = attribute;
            // The names are those of SVG, which the browser takes.
            let _taken = element.set_attribute(name, value);
        }
    }
}

/// Of a rectangle or a text, the same for all of a kind and in the same order.
fn attributes(shape: &Shape) -> Vec<Attribute> {
    let rectangle = |look: Look, [x, y, width, height]: [String; 4], radius: i32| {
        let class = look.class().to_owned();
        vec![
            ("class", class),
            ("x", x),
            ("y", y),
            ("width", width),
            ("height", height),
            ("rx", radius.to_string()),
        ]
    };
    match shape {
        Shape::Rect { look, rect, radius } => rectangle(*look, sides(*rect), *radius),
        Shape::Outline { look, rect, radius } => rectangle(*look, outline(*rect), *radius),
        Shape::Text(Text { style, at, align, .. }) => vec![
            ("class", style.class().to_owned()),
            ("x", at.x.to_string()),
            ("y", at.y.to_string()),
            ("text-anchor", align.anchor().unwrap_or("start").to_owned()),
        ],
        Shape::Circle { .. } | Shape::Path { .. } | Shape::Group { .. } => Vec::new(),
    }
}

fn sides(Rect { x, y, width, height }: Rect) -> [String; 4] {
    [x, y, width, height].map(|it| it.to_string())
}

/// Shapes that stay as they are.
pub(super) fn drawn(shapes: &[Shape]) -> Vec<AnyView> {
    shapes.iter().map(element).collect()
}

fn element(shape: &Shape) -> AnyView {
    match shape {
        Shape::Rect { look, rect, radius } => rectangle(*look, sides(*rect), *radius),
        Shape::Outline { look, rect, radius } => rectangle(*look, outline(*rect), *radius),
        Shape::Circle { look, center: Point { x, y }, radius } => {
            view! { <circle class=look.class() cx=*x cy=*y r=*radius/> }.into_any()
        }
        Shape::Path { look, data, place } => view! {
            <path
                class=look.class()
                data-kind=look.kind()
                data-hot=look.hot()
                d=data.to_string()
                transform=place.transform()
            />
        }
        .into_any(),
        Shape::Text(text) => view! {
            <text class=text.style.class() x=text.at.x y=text.at.y text-anchor=text.align.anchor()>
                {text.text.clone()}
            </text>
        }
        .into_any(),
        Shape::Group { look, place, shapes } => view! {
            <g class=look.class() data-severity=look.severity() transform=place.transform()>
                {drawn(shapes)}
            </g>
        }
        .into_any(),
    }
}

fn rectangle(look: Look, [x, y, width, height]: [String; 4], radius: i32) -> AnyView {
    view! { <rect class=look.class() x=x y=y width=width height=height rx=radius/> }.into_any()
}

/// A button of the drawing with a plus sign on it.
#[component]
pub(super) fn AddButton(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] at: Signal<Rect>,
    press: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <g class="add" role="button" tabindex="-1" aria-label=move || label.get() on:click=move |_| press()>
            {move || drawn(&Shape::plus(at.get()))}
        </g>
    }
}
