//! Lines and marks over an axis, with a legend below.

use crate::estimate::Quantity;
use crate::estimate::alternatives::{Curve, Point as Figure};
use crate::formats::diagram::{Align, Point, Style, Text, text_width};

use super::scale::{axis_usd, cents, hundredths, pixels, short, step};
use super::{Chart, Ink, Mark, NARROWEST, Pattern, Shape, Stroke, Twin};

const HEIGHT: i32 = 220;
/// Of a line of the title, and below it to the axis.
const TITLE: i32 = 18;
const BELOW_TITLE: i32 = 26;
/// Between the lines of the legend.
const ROW: i32 = 20;
/// Between lines of the same entry.
const NEXT: i32 = 16;
const SAMPLE: i32 = 28;

/// A line and its name.
pub(super) struct Series {
    pub(super) name: String,
    pub(super) curve: Curve,
    pub(super) ink: Ink,
    pub(super) pattern: Pattern,
}

/// A mark and its name.
pub(super) struct Marked {
    pub(super) name: String,
    pub(super) point: Figure,
    pub(super) shape: Shape,
    pub(super) ink: Ink,
}

/// What is to be drawn.
pub(super) struct Plot {
    pub(super) title: String,
    pub(super) description: String,
    /// What the axis counts: `Average ACU of an instance`.
    pub(super) axis: &'static str,
    /// Behind its figures: ` ACU`, ` M`.
    pub(super) unit: &'static str,
    /// Millionths of millionths in one of its units.
    pub(super) one: u128,
    pub(super) series: Vec<Series>,
    pub(super) marks: Vec<Marked>,
}

impl Plot {
    pub(super) fn draw(&self, width: i32) -> Chart {
        let width = width.max(NARROWEST);
        let title = wrapped(&self.title, Style::Title, width);
        let lines = i32::try_from(title.len()).unwrap_or(1);
        let area = Area::of(self, width, TITLE * lines + BELOW_TITLE);
        let mut chart =
            Chart { title: self.title.clone(), width, twin: self.twin(&area), ..Chart::default() };
        for (line, y) in title.into_iter().zip((14..).step_by(18)) {
            chart.texts.push(text((Point { x: 0, y }, Align::Start, Style::Title), line));
        }
        self.axes(&area, &mut chart);
        for series in &self.series {
            let points = series.curve.points().iter().map(|point| area.at(*point)).collect();
            chart.lines.push(Stroke { points, ink: series.ink, pattern: series.pattern });
        }
        for mark in &self.marks {
            chart.marks.push(Mark { at: area.at(mark.point), shape: mark.shape, ink: mark.ink });
        }
        let end = self.legend(&area, &mut chart);
        chart.height = end;
        chart.description = self.said();
        chart
    }

    fn axes(&self, area: &Area, chart: &mut Chart) {
        let Area { left, right, foot, .. } = *area;
        for tick in area.y_ticks() {
            let y = area.y(tick);
            let points = vec![Point { x: left, y }, Point { x: right, y }];
            chart.grid.push(Stroke { points, ink: Ink::Faint, pattern: Pattern::Solid });
            let at = Point { x: left - 8, y: y + 4 };
            chart.texts.push(text((at, Align::End, Style::Caption), axis_usd(tick, area.y_step)));
        }
        for tick in area.x_ticks() {
            let x = area.x_of(tick);
            let points = vec![Point { x, y: foot }, Point { x, y: foot + 4 }];
            chart.grid.push(Stroke { points, ink: Ink::Faint, pattern: Pattern::Solid });
            let at = Point { x, y: foot + 18 };
            let label = short(area.quantity(tick), self.one);
            chart.texts.push(text((at, Align::Middle, Style::Caption), label));
        }
        let at = Point { x: right, y: foot + 34 };
        chart.texts.push(text((at, Align::End, Style::Caption), self.axis.to_owned()));
        let at = Point { x: 0, y: foot - HEIGHT - 12 };
        chart.texts.push(text((at, Align::Start, Style::Caption), "USD a month".to_owned()));
    }

    /// Below the axis: each line and each mark with its name and figures. The y where it ends.
    fn legend(&self, area: &Area, chart: &mut Chart) -> i32 {
        let mut y = area.foot + 56;
        let names = area.right - SAMPLE;
        for series in &self.series {
            let points = vec![Point { x: 0, y: y - 4 }, Point { x: SAMPLE - 8, y: y - 4 }];
            chart.lines.push(Stroke { points, ink: series.ink, pattern: series.pattern });
            y = written(chart, &series.name, Style::Figure, y, names);
        }
        for mark in &self.marks {
            let at = Point { x: (SAMPLE - 8) / 2, y: y - 4 };
            chart.marks.push(Mark { at, shape: mark.shape, ink: mark.ink });
            let figure = self.figure(mark);
            let wide = text_width(&mark.name, Style::Name) + 16 + text_width(&figure, Style::Figure);
            // Where both don't fit on one line, the figure takes the next.
            if wide > names {
                y = written(chart, &mark.name, Style::Name, y, names) - ROW + NEXT;
                y = written(chart, &figure, Style::Figure, y, names);
            } else {
                let at = Point { x: area.right, y };
                chart.texts.push(text((at, Align::End, Style::Figure), figure));
                y = written(chart, &mark.name, Style::Name, y, names);
            }
        }
        y - ROW + 8
    }

    fn figure(&self, mark: &Marked) -> String {
        format!("{}{}, {} a month", short(mark.point.x, self.one), self.unit, mark.point.usd)
    }

    /// The description with every mark, as sentences.
    fn said(&self) -> String {
        let mut said = self.description.clone();
        for mark in &self.marks {
            said.push_str(&format_mark(&mark.name, &self.figure(mark)));
        }
        said
    }

    /// The marks and the ticks with what each line costs there.
    fn twin(&self, area: &Area) -> Twin {
        let mut head = vec!["Point".to_owned(), self.axis.to_owned()];
        head.extend(self.series.iter().map(|series| series.name.clone()));
        let row = |name: &str, x: Quantity| {
            let costs = self.series.iter().map(|series| series.curve.at(x).to_string());
            [name.to_owned(), short(x, self.one)].into_iter().chain(costs).collect::<Vec<_>>()
        };
        let marks = self.marks.iter().map(|mark| row(&mark.name, mark.point.x));
        let ticks = area.x_ticks().into_iter().map(|tick| row("", area.quantity(tick)));
        Twin { head, rows: marks.chain(ticks).collect() }
    }
}

fn format_mark(name: &str, figure: &str) -> String {
    format!(" {name}: {figure}.")
}

/// Writes an entry of the legend; the y of the one after it.
fn written(chart: &mut Chart, words: &str, style: Style, y: i32, width: i32) -> i32 {
    let mut at = Point { x: SAMPLE, y };
    for line in wrapped(words, style, width) {
        chart.texts.push(text((at, Align::Start, style), line));
        at.y += NEXT;
    }
    at.y - NEXT + ROW
}

/// The words on as many lines as the width needs; a word that is longer stands alone.
pub(super) fn wrapped(words: &str, style: Style, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), style) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

pub(super) fn text((at, align, style): (Point, Align, Style), text: String) -> Text {
    Text { at, align, style, text }
}

/// Where the lines are, and what its edges stand for.
struct Area {
    left: i32,
    right: i32,
    /// The y of nothing.
    foot: i32,
    one: u128,
    /// The right edge.
    top_x: Quantity,
    /// Of ticks, in hundredths of a unit.
    x_step: u128,
    /// The upper edge, in cents, and its ticks.
    top_y: u128,
    y_step: u128,
}

impl Area {
    fn of(plot: &Plot, width: i32, top: i32) -> Self {
        let figures = || {
            let lines = plot.series.iter().flat_map(|series| series.curve.points());
            lines.copied().chain(plot.marks.iter().map(|mark| mark.point))
        };
        let most = figures().map(|figure| cents(figure.usd)).max().unwrap_or(0).max(1);
        let y_step = step(most, 5);
        let top_y = most.div_ceil(y_step).saturating_mul(y_step);
        let top_x = figures().map(|figure| figure.x).max().unwrap_or_default();
        let widest = axis_usd(top_y, y_step);
        // The middle of the last label stands at the edge.
        let label = text_width(&short(top_x, plot.one), Style::Caption) + 16;
        let (left, right) = (text_width(&widest, Style::Caption) + 12, width - label / 2);
        let most = u128::from(((right - left) / label).clamp(1, 8).unsigned_abs());
        Self {
            left,
            right,
            foot: top + HEIGHT,
            one: plot.one.max(1),
            top_x,
            x_step: step(hundredths(top_x, plot.one), most),
            top_y,
            y_step,
        }
    }

    fn at(&self, figure: Figure) -> Point {
        let x = self.left + pixels(figure.x.as_picos(), self.top_x.as_picos(), self.right - self.left);
        Point { x, y: self.y(cents(figure.usd)) }
    }

    fn y(&self, cents: u128) -> i32 {
        self.foot - pixels(cents, self.top_y, HEIGHT)
    }

    fn y_ticks(&self) -> Vec<u128> {
        (0..=self.top_y / self.y_step).map(|nth| nth * self.y_step).collect()
    }

    /// In hundredths of a unit.
    fn x_ticks(&self) -> Vec<u128> {
        (0..=hundredths(self.top_x, self.one) / self.x_step).map(|nth| nth * self.x_step).collect()
    }

    fn quantity(&self, tick: u128) -> Quantity {
        Quantity::from_picos(tick.saturating_mul(self.one) / 100)
    }

    fn x_of(&self, tick: u128) -> i32 {
        self.at(Figure { x: self.quantity(tick), usd: crate::estimate::Usd::ZERO }).x
    }
}
