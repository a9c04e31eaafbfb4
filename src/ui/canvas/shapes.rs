//! Shapes as SVG elements.

use leptos::prelude::*;

use crate::formats::diagram::{Look, Point, Rect, Shape, outline};
use crate::ui::widgets::{ForRows, live};

/// Shapes from the back to the front. A shape is known by its place in the list, so that an edit makes no new row, and each
/// follows itself alone: an element that is drawn again loses all its attributes and gets them anew, and is painted again.
#[component]
pub(super) fn Shapes(shapes: Memo<Vec<Shape>>) -> impl IntoView {
    let each = Memo::new(move |before: Option<&Vec<ArcRwSignal<Shape>>>| {
        shapes.with(|shapes| followed(before.cloned().unwrap_or_default(), shapes))
    });
    view! {
        <ForRows each=move || each.get().into_iter().enumerate() key=|(nth, _)| *nth let((_, shape))>
            {live(move || shape.with(element))}
        </ForRows>
    }
}

/// A signal for each shape, those from before for as many as there are; only a shape that is another is told.
fn followed(mut each: Vec<ArcRwSignal<Shape>>, shapes: &[Shape]) -> Vec<ArcRwSignal<Shape>> {
    each.truncate(shapes.len());
    for (signal, shape) in each.iter().zip(shapes) {
        if signal.with_untracked(|before| before != shape) {
            signal.set(shape.clone());
        }
    }
    let known = each.len();
    each.extend(shapes.iter().skip(known).cloned().map(ArcRwSignal::new));
    each
}

/// Shapes that stay as they are.
pub(super) fn drawn(shapes: &[Shape]) -> Vec<AnyView> {
    shapes.iter().map(element).collect()
}

fn element(shape: &Shape) -> AnyView {
    match shape {
        Shape::Rect { look, rect: Rect { x, y, width, height }, radius } => {
            rectangle(*look, [*x, *y, *width, *height].map(|it| it.to_string()), *radius)
        }
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
