//! The figures of a load that was played, each with what may be promised of it, and the table that says what the picture
//! shows.

use serde::{Deserialize, Serialize};

use super::picture::{Reach, draw};
use super::{Played, Window};
use crate::estimate::{Usd, acu_hour};
use crate::facts::Decimal;
use crate::formats::document::{Block, Table};
use crate::formats::picture::{self, Picture};
use crate::formats::simulation::{Played as Written, csv, hundredths, time};
use crate::simulate::evidence::{PROMISES, Promise};
use crate::simulate::{Asked, Edge, Edges, Outcome, Platform, Totals, notes, usd_month};

/// Rows of the table beside the picture.
const TWIN_ROWS: usize = 24;

/// What the panel shows of a load.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sheet {
    /// What was played.
    pub title: String,
    /// What came of it.
    pub figures: Vec<Figure>,
    /// The capacity over time.
    pub picture: Picture,
    /// The same for who does not see it.
    pub twin: Block,
    /// What must be said beside the figures.
    pub notes: Vec<String>,
    /// What the play head passes.
    pub plays: Vec<Play>,
    /// The instances that can be looked at.
    pub instances: Vec<String>,
    /// Where the picture begins, and where it may begin at the latest, in seconds.
    pub place: (u64, u64),
    /// What rules judge the design by under it.
    pub asked: Option<Asked>,
}

/// A figure with what may be promised of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Figure {
    /// What it is.
    pub name: String,
    /// As a range where the edges differ.
    pub value: String,
    /// What may be said of it.
    pub words: String,
}

/// A moment of the picture.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Play {
    /// When.
    pub when: String,
    /// How far across the picture, in pixels.
    pub x: i32,
    /// The capacity of each instance on plan, in halves of an ACU, writer first.
    pub halves: Vec<u32>,
}

impl Played<'_> {
    /// Everything that the panel shows.
    pub(super) fn sheet(&self, window: Window) -> Sheet {
        let load = &self.loaded.load;
        let platform = Platform::from(self.design.usage.platform_version);
        let reach = Reach::of(load.span(), window);
        let looked_at = self.instances.get(window.instance).or_else(|| self.instances.first());
        let picture = looked_at
            .map(|it| {
                draw(self.design, load, &it.edges, &reach, self.loaded.measured.is_some(), window.instance)
            })
            .unwrap_or_default();
        let mut told = self.loaded.measured.as_ref().map(|(it, _)| it.reasons.clone()).unwrap_or_default();
        told.extend(notes(self.design, load, platform));
        Sheet {
            title: format!(
                "{}: {} points of {} s, {}",
                self.loaded.name,
                load.points(),
                load.point_seconds(),
                days(load.span())
            ),
            figures: looked_at.map(|it| self.figures(&it.edges, platform)).unwrap_or_default(),
            twin: looked_at
                .map_or_else(|| Block::List(Vec::new()), |it| self.twin(&it.edges, &reach, window.instance)),
            plays: self.plays(&reach),
            picture,
            notes: told,
            instances: (0..self.instances.len())
                .map(|it| if it == 0 { "Writer".to_owned() } else { format!("Reader {it}") })
                .collect(),
            place: (reach.from, load.span() - reach.seconds),
            asked: self.asked(),
        }
    }

    /// The picture as a file.
    pub(super) fn svg(&self, window: Window) -> String {
        picture::svg(&self.sheet(window).picture, &self.loaded.name)
    }

    /// The capacity over time as a file.
    pub(super) fn csv(&self) -> String {
        csv(&Written {
            platform: self.design.usage.platform_version,
            load: &self.loaded.load,
            instances: &self.instances,
            edges: &Edge::ALL,
            acu_hour: acu_hour(self.design),
            notes: &[],
        })
    }

    fn figures(&self, edges: &Edges<Outcome>, platform: Platform) -> Vec<Figure> {
        let span = self.loaded.load.span();
        let each = |read: &dyn Fn(&Totals) -> u64| edges.map(|it| read(&it.totals));
        let seconds = |read: &dyn Fn(&Totals) -> u64| range(each(read).span(), time);
        let sentence = |about: &str| promise(about, platform);
        let climb = sentence("the same, nearer than 60 s");
        let (short, longest) = (each(&|it| it.short_seconds), each(&|it| it.longest_short_spell_s));
        let unserved = edges.map(|it| hundredths(it.totals.unserved_percent()));
        let average = edges.map(|it| it.totals.average_acu(span).unwrap_or_default());
        let mut figures = vec![
            figure(
                "Cost of a month, all instances",
                self.cost(),
                sentence("ACU-seconds of a load whose wanted capacity is right"),
            ),
            figure(
                "Average while awake",
                range(average.span(), |acu| format!("{acu} ACU")),
                sentence("start of the first fall"),
            ),
            figure(
                "Short of capacity",
                range(short.span(), time),
                format!("Given below wanted. A climb comes {climb}."),
            ),
            figure(
                "Longest spell",
                range(longest.span(), time),
                format!("In a row. Nearer than 60 s: {climb}."),
            ),
            figure(
                "Unserved work, at least",
                range(unserved.span(), |percent| format!("{percent} %")),
                "lost here; real clients wait and come again".to_owned(),
            ),
        ];
        let wakes = each(&|it| u64::from(it.wakes));
        if wakes.span().1 > 0 || edges.plan.totals.paused_s > 0 {
            let resume = sentence("resume");
            figures.extend([
                figure(
                    "Wakes",
                    range(wakes.span(), |it| it.to_string()),
                    "a wake was measured to cost 310 to 1,200 ACU-seconds".to_owned(),
                ),
                figure("First queries wait", seconds(&|it| it.waited_s), format!("{resume}, each")),
                figure(
                    "Paused",
                    seconds(&|it| it.paused_s),
                    "0 ACU and no cost; no public measurement after a resume".to_owned(),
                ),
            ]);
        }
        let refused = each(&|it| it.refused_connection_seconds);
        if refused.span().1 > 0 {
            let words = "connections above max_connections of the maximum (ACU-30), times seconds".to_owned();
            figures.push(figure(
                "Refused connections",
                range(refused.span(), |it| format!("{it} × s")),
                words,
            ));
        }
        figures
    }

    /// The month of all instances, as a range.
    fn cost(&self) -> String {
        let Some(price) = acu_hour(self.design) else { return "unknown: no price of an ACU-hour".to_owned() };
        let span = self.loaded.load.span();
        let month = Edges::by(|edge| {
            let halves = self.instances.iter().map(|it| it.edges.of(edge).totals.half_seconds());
            usd_month(halves.sum(), price, span)
        });
        range(month.span(), |usd: Decimal| Usd::product(usd, &[]).to_string())
    }

    fn twin(&self, edges: &Edges<Outcome>, reach: &Reach, instance: usize) -> Block {
        let columns = reach.columns(&self.loaded.load, edges, instance, TWIN_ROWS);
        let head =
            ["From", "Wanted, ACU", "At least", "Plan", "At most", "What else"].map(str::to_owned).to_vec();
        let rows = columns.iter().map(|column| {
            let plan = (column.given.plan.0, column.given.plan.1);
            let figure = |(least, most): (crate::facts::Acu, crate::facts::Acu)| {
                range((least, most), |acu| acu.to_string())
            };
            let wanted = column.wanted.map_or_else(|| "nothing".to_owned(), figure);
            let states =
                [(column.is_short, "short"), (column.is_paused, "paused"), (column.wakes, "resuming")];
            let states: Vec<&str> = states.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
            [
                reach.when(column.from),
                wanted,
                column.given.least.to_string(),
                figure(plan),
                column.given.largest.to_string(),
                states.join(", "),
            ]
            .into_iter()
            .map(Into::into)
            .collect()
        });
        Block::Table(Table {
            caption: "The picture as a table".to_owned(),
            head,
            rows: rows.collect(),
            ..Table::default()
        })
    }

    fn plays(&self, reach: &Reach) -> Vec<Play> {
        reach
            .moments()
            .into_iter()
            .map(|(second, x)| Play {
                when: reach.when(second),
                x,
                halves: self.instances.iter().map(|it| it.edges.plan.at(second + 1).as_halves()).collect(),
            })
            .collect()
    }
}

fn figure(name: &str, value: String, words: String) -> Figure {
    Figure { name: name.to_owned(), value, words }
}

/// One figure where both ends read alike, else both.
fn range<T: Copy>((least, most): (T, T), word: impl Fn(T) -> String) -> String {
    let (least, most) = (word(least), word(most));
    if least == most { least } else { format!("{least} to {most}") }
}

/// What may be promised on a platform.
fn promise(about: &str, platform: Platform) -> String {
    let says = |it: &&Promise| it.about == about;
    let Some(row) = PROMISES.iter().find(says) else { return String::new() };
    match platform {
        Platform::V3To4 if row.v3_to_4 != "the same" => row.v3_to_4.to_owned(),
        Platform::V3To4 | Platform::V1To2 => row.v1_to_2.to_owned(),
    }
}

fn days(seconds: u64) -> String {
    let (days, hours) = (seconds / 86_400, seconds / 3600);
    if days >= 2 { format!("{days} days") } else { format!("{hours} h") }
}
