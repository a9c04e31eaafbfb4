//! `simulate`: what a cluster does under a load, as text, JSON and CSV.

use std::fmt::Write as _;

use aurora_designer::design::PlatformVersion;
use aurora_designer::estimate::{Usd, acu_hour};
use aurora_designer::facts::{Acu, Decimal};
use aurora_designer::formats::simulation::{Played, csv, hundredths, json, time};
use aurora_designer::simulate::load::{Load, preset};
use aurora_designer::simulate::measured::Origin;
use aurora_designer::simulate::{Edge, Platform, Refused, Setup, Simulated, Totals, notes, simulate};
use clap::{Args, ValueEnum, ValueHint};

use crate::cli::answer::{Answer, Failure};
use crate::cli::files::{Input, Opened, SpecFile};
use crate::cli::globals::Globals;
use crate::cli::load::{LoadArgument, Stop, load_argument};
use crate::cli::metrics;
use crate::cli::table::table;

/// Play a load through a model of Aurora's scaling: capacity, cost, short minutes and wakes, as a band
///
/// Without a load on the command line it is the one of the spec, `usage.load`. Exit code 1 where there is no number.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer simulate aurora.yaml --load office_hours:2:16")]
pub(crate) struct Simulate {
    #[command(flatten)]
    spec: SpecFile,
    /// A preset between two capacities, PRESET:BASE:PEAK, or a file of JSON or CSV
    #[arg(long, value_parser = load_argument, conflicts_with = "metrics")]
    load: Option<LoadArgument>,
    /// What CloudWatch measured: get-metric-data, get-metric-statistics or CSV
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    metrics: Vec<Input>,
    /// The maximum of the measured cluster
    #[arg(long, value_name = "ACU", value_parser = metrics::maximum, requires = "metrics")]
    max: Option<Acu>,
    /// The platform version, 1 to 4, in place of the spec's
    #[arg(long, value_name = "N", value_parser = platform)]
    platform: Option<PlatformVersion>,
    /// The edge of the band
    #[arg(long, value_enum, default_value_t)]
    edge: EdgeChoice,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum EdgeChoice {
    /// Slow up, short wait
    Low,
    /// The best fit to what was published
    Plan,
    /// Fast up, long wait
    High,
    /// All three
    #[default]
    All,
}

impl EdgeChoice {
    const fn edges(self) -> &'static [Edge] {
        match self {
            Self::Low => &[Edge::Low],
            Self::Plan => &[Edge::Plan],
            Self::High => &[Edge::High],
            Self::All => &Edge::ALL,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// Every figure, exact
    Json,
    /// The capacity over time
    Csv,
}

/// Reads a platform version for clap.
pub(crate) fn platform(text: &str) -> Result<PlatformVersion, String> {
    PlatformVersion::parse(text).map_err(|error| error.to_string())
}

impl Simulate {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        let opened = self.spec.open(globals)?;
        self.answer(&opened, globals).or_else(Stop::answer)
    }

    fn answer(&self, opened: &Opened, globals: &Globals) -> Result<Answer, Stop> {
        let design = &opened.spec.design;
        let refused = |why: Refused| Stop::of(&opened.name, why);
        let load = self.load(opened, globals)?;
        let version = self.platform.unwrap_or(design.usage.platform_version);
        let platform = Platform::from(version);
        let setup = Setup::of(design).map_err(refused)?;
        let instances = simulate(&setup, &load, platform).map_err(refused)?;
        let (acu_hour, notes) = (acu_hour(design), notes(design, &load, platform));
        let edges = self.edge.edges();
        let played =
            Played { platform: version, load: &load, instances: &instances, edges, acu_hour, notes: &notes };
        Ok(Answer::text(match self.format {
            Format::Text => text(&played),
            Format::Json => json(&played),
            Format::Csv => csv(&played),
        }))
    }

    fn load(&self, opened: &Opened, globals: &Globals) -> Result<Load, Stop> {
        if let Some(argument) = &self.load {
            return argument.open(globals);
        }
        if !self.metrics.is_empty() {
            let origin = self.max.map_or(Origin::Unknown, Origin::Serverless);
            let (measured, notices) = metrics::open(&self.metrics, origin, globals)?;
            let mut load = measured.load;
            load.notes.extend(notices);
            return Ok(load);
        }
        let place = opened.place("usage.load");
        let refused = |why: Refused| Stop::Refused { place: place.clone(), reason: why.to_string() };
        let (shape, base, peak) = opened.spec.design.load().ok_or(Refused::NoLoad).map_err(refused)?;
        preset(shape, base, peak).map_err(refused)
    }
}

fn text(played: &Played<'_>) -> String {
    let span = played.load.span();
    let mut text = format!(
        "Platform version {}, {} points of {} s, {} in all\n\n",
        played.platform,
        played.load.points(),
        played.load.point_seconds(),
        time(span)
    );
    for it in played.instances {
        let name = if it.instance == 0 {
            "Writer".to_owned()
        } else {
            format!("Reader {}, tier {}", it.instance, it.tier)
        };
        text.push_str(&table(&rows(&name, it, played, span), &[1, 2, 3]));
        text.push('\n');
    }
    for note in played.notes {
        // Writing to a String can't fail.
        let _ = writeln!(text, "{note}");
    }
    text
}

fn rows(name: &str, it: &Simulated, played: &Played<'_>, span: u64) -> Vec<Vec<String>> {
    let head = played.edges.iter().map(|edge| match edge {
        Edge::Low => "at least".to_owned(),
        Edge::Plan => "plan".to_owned(),
        Edge::High => "at most".to_owned(),
    });
    let mut rows = vec![std::iter::once(name.to_owned()).chain(head).collect::<Vec<_>>()];
    let mut add = |title: &str, figure: &dyn Fn(&Totals) -> String| {
        let figures = played.edges.iter().map(|edge| figure(&it.edges.of(*edge).totals));
        rows.push(std::iter::once(title.to_owned()).chain(figures).collect());
    };
    let dollars = |usd: Decimal| Usd::product(usd, &[]).to_string();
    add("Cost of a month", &|totals| {
        played.acu_hour.map_or_else(|| "unknown".to_owned(), |price| dollars(totals.usd_month(price, span)))
    });
    add("ACU-hours of a month", &|totals| totals.acu_hours_month(span).to_string());
    add("Average while awake, ACU", &|totals| {
        totals.average_acu(span).map_or_else(|| "never awake".to_owned(), |acu| acu.to_string())
    });
    add("Short of capacity", &|totals| time(totals.short_seconds));
    add("Longest spell", &|totals| time(totals.longest_short_spell_s));
    add("Unserved work, at least", &|totals| format!("{} %", hundredths(totals.unserved_percent())));
    add("Wakes", &|totals| totals.wakes.to_string());
    add("Waiting for a resume", &|totals| time(totals.waited_s));
    add("Paused", &|totals| time(totals.paused_s));
    add("Refused connections × s", &|totals| totals.refused_connection_seconds.to_string());
    rows
}
