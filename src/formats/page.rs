//! The drawing as the page shows it, in markup: what stands in `index.html` until the app can draw it itself. Classes and
//! numbers are those of the app's own drawing, so that nothing jumps when it takes over; nothing in it can be pressed.

use std::fmt::Write as _;

use crate::design::Part;

use super::diagram::{Diagram, Look, Place, Point, Rect, Shape, outline};
use super::escape::xml_text;

/// The drawing with a part selected, as one `svg` element as large as the drawing.
pub fn page_svg(diagram: &Diagram, selected: Part) -> String {
    let mut pen = Pen(String::new());
    let Diagram { width, height, title, .. } = diagram;
    pen.add(format_args!(
        r#"<svg class="diagram" viewBox="0 0 {width} {height}" role="img" aria-label="{}"><g>"#,
        xml_text(title)
    ));
    for frame in &diagram.frames {
        pen.group("frame", &frame.shapes());
    }
    for column in &diagram.zones {
        pen.add(format_args!(r#"<g class="zone-column" data-zone="{}">"#, column.zone));
        pen.shapes(&column.shapes());
        pen.plus(column.add);
        pen.add(format_args!("</g>"));
    }
    for slot in &diagram.slots {
        pen.add(format_args!(r#"<g class="slot">"#));
        pen.shapes(&slot.shapes(true));
        pen.plus(slot.action);
        pen.add(format_args!("</g>"));
    }
    pen.shapes(&diagram.line_shapes());
    pen.shapes(&diagram.lit_shapes(selected));
    for node in &diagram.nodes {
        pen.add(format_args!(r#"<g class="node">"#));
        pen.shapes(&node.shapes());
        let Rect { x, y, width, height } = node.rect;
        // What is current is told by the outline over the card, in the style sheet too.
        let current = if node.part == selected { r#" aria-current="true""# } else { "" };
        pen.add(format_args!(
            r#"<rect class="node-button" x="{x}" y="{y}" width="{width}" height="{height}" rx="6"{current}/></g>"#
        ));
    }
    pen.group("ties", &diagram.tie_shapes());
    pen.add(format_args!("</g></svg>"));
    pen.0
}

struct Pen(String);

impl Pen {
    fn add(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing into a string cannot fail.
        let _ = self.0.write_fmt(text);
    }

    fn group(&mut self, class: &str, shapes: &[Shape]) {
        self.add(format_args!(r#"<g class="{class}">"#));
        self.shapes(shapes);
        self.add(format_args!("</g>"));
    }

    fn plus(&mut self, at: Rect) {
        self.group("add", &Shape::plus(at));
    }

    fn shapes(&mut self, shapes: &[Shape]) {
        for shape in shapes {
            self.shape(shape);
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { look, rect: Rect { x, y, width, height }, radius } => self.add(format_args!(
                r#"<rect{} x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}"/>"#,
                marks(*look)
            )),
            Shape::Outline { look, rect, radius } => {
                let [x, y, width, height] = outline(*rect);
                self.add(format_args!(
                    r#"<rect{} x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}"/>"#,
                    marks(*look)
                ));
            }
            Shape::Circle { look, center: Point { x, y }, radius } => {
                self.add(format_args!(r#"<circle{} cx="{x}" cy="{y}" r="{radius}"/>"#, marks(*look)));
            }
            Shape::Path { look, data, place } => {
                self.add(format_args!(r#"<path{} d="{data}"{}/>"#, marks(*look), moved(*place)));
            }
            Shape::Text(text) => {
                let anchor = attribute("text-anchor", text.align.anchor());
                let (class, Point { x, y }) = (text.style.class(), text.at);
                let said = xml_text(&text.text);
                self.add(format_args!(r#"<text class="{class}" x="{x}" y="{y}"{anchor}>{said}</text>"#));
            }
            Shape::Group { look, place, shapes } => {
                self.add(format_args!("<g{}{}>", marks(*look), moved(*place)));
                self.shapes(shapes);
                self.add(format_args!("</g>"));
            }
        }
    }
}

/// What the style sheet knows a shape by.
fn marks(look: Look) -> String {
    [
        attribute("class", Some(look.class())),
        attribute("data-kind", look.kind()),
        attribute("data-severity", look.severity()),
        attribute("data-hot", look.hot()),
    ]
    .concat()
}

fn moved(place: Place) -> String {
    attribute("transform", place.transform().as_deref())
}

fn attribute(name: &str, value: Option<&str>) -> String {
    value.map(|value| format!(r#" {name}="{value}""#)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;
    use crate::estimate::bill;
    use crate::facts::FACTS_DATE;
    use crate::formats::diagram::{Form, layout};
    use crate::rules::check;

    fn drawn(design: &Design, selected: Part) -> (Diagram, String) {
        let bill = bill(design, FACTS_DATE);
        let diagram = layout(design, &bill, &check(design, &bill, FACTS_DATE), Form::Wide);
        let markup = page_svg(&diagram, selected);
        (diagram, markup)
    }

    #[test]
    fn every_card_and_every_word_stands_in_the_page() {
        let (diagram, markup) = drawn(&Design::default(), Part::Cluster);
        assert!(markup.starts_with(r#"<svg class="diagram" viewBox="0 0 840 536" role="img""#));
        assert_eq!(markup.matches(r#"<g class="node">"#).count(), diagram.nodes.len());
        assert_eq!(markup.matches("<g").count(), markup.matches("</g>").count());
        for text in diagram.nodes.iter().flat_map(|node| &node.texts) {
            assert!(markup.contains(&format!(">{}</text>", xml_text(&text.text))), "{}", text.text);
        }
        assert!(
            markup.contains(r#"<rect class="card" x="46.5" y="228.5" width="219" height="115" rx="6"/>"#)
        );
        assert!(markup.contains(r#"<g class="badge" data-severity="#));
    }

    #[test]
    fn the_way_of_what_is_selected_is_lit() {
        let lit = |part| drawn(&Design::default(), part).1.matches(r#"data-hot="true""#).count();
        assert!(lit(Part::Cluster) > 0);
        assert_eq!(lit(Part::Secret), 0);
        let (_, markup) = drawn(&Design::default(), Part::Instance(0));
        assert_eq!(markup.matches("aria-current").count(), 1);
    }

    #[test]
    fn what_a_user_typed_stays_text() {
        let design = Design { project_name: "</svg><b>".to_owned(), ..Design::default() };
        let (_, markup) = drawn(&design, Part::Cluster);
        assert!(!markup.contains("<b>") && markup.matches("</svg>").count() == 1);
    }
}
