//! The numbers of each form, and how wide a text may get.

use super::model::{Align, Form, Point, Style, Text};

/// Sizes of the primary's part of the drawing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Metrics {
    /// The form it is drawn in.
    pub(super) form: Form,
    /// Whether secondaries stand beside it, which leaves less room.
    pub(super) small: bool,
    /// Width of the primary.
    pub(super) width: i32,
    /// From the Region's edge to the VPC's.
    pub(super) region: i32,
    /// From the Region's edge to the first column.
    pub(super) left: i32,
    /// Between columns.
    pub(super) gap: i32,
    /// From a column's edge to its cards.
    pub(super) padding: i32,
    /// Width of a column.
    pub(super) column: i32,
}

impl Metrics {
    /// For so many zones. Up to three share the form's width; more make columns narrower as far as cards stay
    /// readable, and then the drawing wider.
    pub(super) fn new(form: Form, secondaries: bool, zones: usize) -> Self {
        let small = secondaries && form != Form::Phone;
        let (width, region, vpc, gap, padding, least) = match form {
            Form::Phone => (358, 0, 0, 8, 6, 114),
            _ if small => (562, 12, 12, 8, 12, 166),
            Form::Wide => (840, 18, 12, 12, 16, 166),
            Form::Narrow => (660, 12, 12, 12, 12, 166),
        };
        let (left, zones) = (region + vpc, count(zones.max(1)));
        let padding = if zones > 3 { padding.min(12) } else { padding };
        let shared = (width - 2 * left - gap * (zones - 1)) / zones;
        let column = shared.max(least);
        let width = if shared < least { 2 * left + zones * column + gap * (zones - 1) } else { width };
        Self { form, small, width, region, left, gap, padding, column }
    }

    /// Left edge of a column.
    pub(super) fn column_x(&self, place: usize) -> i32 {
        self.left + count(place) * (self.column + self.gap)
    }

    /// Width of the columns together.
    pub(super) const fn inner(&self) -> i32 {
        self.width - 2 * self.left
    }

    /// Width of a card.
    pub(super) const fn card(&self) -> i32 {
        self.column - 2 * self.padding
    }

    /// Whether it is the phone's drawing.
    pub(super) fn phone(&self) -> bool {
        self.form == Form::Phone
    }
}

/// A count as pixels to multiply with.
pub(super) fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The width a text may take in a wide system font (measured with `DejaVu Sans`), in pixels, rounded up.
pub fn text_width(text: &str, style: Style) -> i32 {
    let (size, bold) = match style {
        Style::Title => (13, true),
        Style::Name | Style::Figure | Style::Meta => (12, false),
        Style::Caption => (11, false),
    };
    let thousandths = text.chars().map(|letter| thousandths(letter, bold)).fold(0, i32::saturating_add);
    thousandths.saturating_mul(size).saturating_add(999) / 1000
}

/// The width of a letter in thousandths of its size.
const fn thousandths(letter: char, bold: bool) -> i32 {
    let (regular, heavy) = match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '|' | '\'' | ' ' | '·' => (338, 380),
        'f' | 't' | 'r' | '-' | '/' | '(' | ')' | 'I' => (411, 493),
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => (592, 665),
        '0'..='9' | '$' => (637, 697),
        'B' | 'E' | 'F' | 'L' | 'P' | 'S' | 'T' | 'Z' => (686, 762),
        'm' | 'w' | 'M' | 'W' | '…' | '≥' | '@' | '%' => (1000, 1104),
        'a'..='z' | '–' | '_' => (637, 716),
        '\0'..='\u{10ff}' => (790, 870),
        // Scripts with square letters, and emoji.
        _ => (1400, 1400),
    };
    if bold { heavy } else { regular }
}

/// The text, or as much of it as fits and an ellipsis. For words; a number is never cut.
pub(super) fn fit(text: &str, style: Style, width: i32) -> String {
    if text_width(text, style) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        kept.push(letter);
        if text_width(&format!("{kept}…"), style) > width {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}

/// The first text that fits.
pub(super) fn first_fit(texts: &[String], style: Style, width: i32) -> Option<String> {
    texts.iter().find(|text| text_width(text, style) <= width).cloned()
}

/// A text that begins at a place.
pub(super) fn start(x: i32, y: i32, style: Style, text: impl Into<String>) -> Text {
    Text { at: Point { x, y }, align: Align::Start, style, text: text.into() }
}

/// A text that ends at a place.
pub(super) fn end(x: i32, y: i32, style: Style, text: impl Into<String>) -> Text {
    Text { at: Point { x, y }, align: Align::End, style, text: text.into() }
}

/// A text around a place.
pub(super) fn middle(x: i32, y: i32, style: Style, text: impl Into<String>) -> Text {
    Text { at: Point { x, y }, align: Align::Middle, style, text: text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_zones_give_the_columns_of_the_guide() {
        let column = |form, small| Metrics::new(form, small, 3).column;
        assert_eq!(column(Form::Wide, false), 252);
        assert_eq!(column(Form::Narrow, false), 196);
        assert_eq!(column(Form::Wide, true), 166);
        assert_eq!(column(Form::Phone, true), 114);
    }

    #[test]
    fn many_zones_widen_the_drawing_instead_of_crushing_the_cards() {
        let six = Metrics::new(Form::Wide, false, 6);
        assert_eq!((six.column, six.width), (166, 60 + 6 * 166 + 5 * 12));
        assert_eq!(Metrics::new(Form::Wide, false, 4).width, 840);
    }

    #[test]
    fn a_text_that_is_too_long_ends_in_an_ellipsis() {
        assert_eq!(fit("vpc-0123", Style::Caption, 200), "vpc-0123");
        assert_eq!(fit("vpc-0123456789", Style::Caption, 60), "vpc-012…");
        assert_eq!(fit("🚀🚀🚀🚀", Style::Title, 60), "🚀🚀…");
    }
}
