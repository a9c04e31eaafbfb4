//! `size`: which minimum and maximum, from measured series, a made load, or AWS' four figures.

use std::fmt::Write as _;

use aurora_designer::design::{PlatformVersion, read};
use aurora_designer::facts::{Acu, Decimal};
use aurora_designer::formats::simulation::{aws_json, hundredths, refused_json, sizing_json, time};
use aurora_designer::simulate::load::Load;
use aurora_designer::simulate::measured::{Grade, Origin};
use aurora_designer::simulate::search::{Limits, search};
use aurora_designer::simulate::sizing::{Demands, Floor, Hint, Sizing, Wish, aws_for_load, question, size};
use aurora_designer::simulate::{AwsFigures, Class, Platform, Used, aws_for_class, aws_for_maximum};
use clap::{Args, ValueEnum, ValueHint};

use super::simulate::platform;
use crate::cli::answer::{Answer, Failure};
use crate::cli::files::Input;
use crate::cli::globals::Globals;
use crate::cli::load::{LoadArgument, Stop, load_argument};
use crate::cli::metrics;
use crate::cli::table::table;

/// Say which minimum and maximum carry a load, with AWS' own figures beside it and what each smaller choice loses
///
/// Thin or doubtful data are refused with what to fetch: exit code 1, and no number.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer size cpu.csv --max 16")]
pub(crate) struct Size {
    /// What CloudWatch measured on one instance: get-metric-data, get-metric-statistics or CSV
    #[arg(value_name = "METRICS", value_hint = ValueHint::FilePath, required_unless_present_any = ["load", "aws"])]
    metrics: Vec<Input>,
    /// The maximum of the measured cluster
    #[arg(long, value_name = "ACU", value_parser = metrics::maximum)]
    max: Option<Acu>,
    /// The class of a provisioned instance that was measured
    #[arg(long, value_name = "CLASS", value_parser = metrics::class)]
    class: Option<Class>,
    /// A load that was made, in place of a measured one: PRESET:BASE:PEAK, or a file
    #[arg(long, value_parser = load_argument, conflicts_with = "metrics")]
    load: Option<LoadArgument>,
    /// AWS' figures alone, from CPU in percent: CLASS:P95:MAX[:AVERAGE]
    #[arg(long, value_name = "FIGURES", value_parser = aws_argument, conflicts_with_all = ["metrics", "load"])]
    aws: Option<AwsArgument>,
    /// Connections at the peak
    #[arg(long, value_name = "N")]
    connections: Option<u32>,
    /// Data that shall stay in memory
    #[arg(long, value_name = "GIB", value_parser = decimal)]
    working_set: Option<Decimal>,
    /// The least minimum; 0 lets it pause
    #[arg(long, value_name = "ACU", value_parser = metrics::acu, default_value = "0.5")]
    floor: Acu,
    /// Unserved work that is allowed, in percent
    #[arg(long, value_name = "PERCENT", value_parser = decimal, default_value = "0.1")]
    unserved: Decimal,
    /// The longest time short of capacity that is allowed
    #[arg(long, value_name = "SECONDS", default_value = "60")]
    spell: u64,
    /// The platform version, 1 to 4
    #[arg(long, value_name = "N", value_parser = platform, default_value = "4")]
    platform: PlatformVersion,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// Every figure
    Json,
}

/// `CLASS:P95:MAX[:AVERAGE]`.
#[derive(Clone, Copy, Debug)]
struct AwsArgument {
    class: Class,
    used: Used,
}

fn decimal(text: &str) -> Result<Decimal, String> {
    read::decimal(text).map_err(|error| error.to_string())
}

fn aws_argument(text: &str) -> Result<AwsArgument, String> {
    let parts: Vec<&str> = text.split(':').collect();
    let percent = |text: &str| -> Result<u64, String> {
        let percent = decimal(text)?;
        let fits = percent <= Decimal::whole(100) && percent.as_micros() % 10_000 == 0;
        fits.then_some(percent.as_micros() / 10_000)
            .ok_or_else(|| format!("expected percent with two places at most, found {text}"))
    };
    let (class, p95, max, average) = match parts.as_slice() {
        [class, p95, max] => (class, p95, max, None),
        [class, p95, max, average] => (class, p95, max, Some(percent(average)?)),
        _ => {
            return Err(
                "expected CLASS:P95:MAX or CLASS:P95:MAX:AVERAGE, such as db.r6g.xlarge:35:72".to_owned()
            );
        }
    };
    let used = Used { p95: percent(p95)?, max: percent(max)?, average, connections: 0 };
    if used.max < used.p95 {
        return Err("the highest CPU lies below the 95th percentile".to_owned());
    }
    Ok(AwsArgument { class: metrics::class(class)?, used })
}

/// What is sized.
struct Sized {
    load: Load,
    highest: Acu,
    aws: AwsFigures,
    connections: Option<u32>,
    grade: Grade,
    reasons: Vec<String>,
    is_clipped: bool,
}

impl Size {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        if let Some(AwsArgument { class, used }) = self.aws {
            let connections = u64::from(self.connections.unwrap_or(0));
            let figures = aws_for_class(class, Used { connections, ..used });
            return Ok(Answer::text(match self.format {
                Format::Text => aws_text(&figures),
                Format::Json => aws_json(&figures),
            }));
        }
        match self.answer(globals) {
            Ok(answer) => Ok(answer),
            Err(Stop::Refused { place, reason }) => {
                let text = match self.format {
                    Format::Text => String::new(),
                    Format::Json => refused_json(std::slice::from_ref(&reason)),
                };
                Ok(Answer { text, ..Answer::refused(vec![format!("{place}: {reason}")]) })
            }
            Err(stop) => stop.answer(),
        }
    }

    fn answer(&self, globals: &Globals) -> Result<Answer, Stop> {
        let sized = self.sized(globals)?;
        let demands = Demands {
            floor: self.floor,
            working_set_gib: self.working_set,
            connections: sized.connections,
            ..Demands::default()
        };
        let wish = Wish {
            load: &sized.load,
            highest: sized.highest,
            aws: sized.aws,
            demands,
            limits: Limits { unserved_percent: self.unserved, spell_s: self.spell },
            platform: Platform::from(self.platform),
        };
        let sizing =
            size(&wish, &search(&sized.load, &question(&wish))).map_err(|why| Stop::of(&self.name(), why))?;
        Ok(Answer::text(match self.format {
            Format::Text => text(&sized, &sizing),
            Format::Json => sizing_json(sized.grade, &sized.reasons, sized.is_clipped, &sizing),
        }))
    }

    fn name(&self) -> String {
        self.metrics.first().map_or_else(|| "--load".to_owned(), Input::name)
    }

    fn sized(&self, globals: &Globals) -> Result<Sized, Stop> {
        if let Some(argument) = &self.load {
            let load = argument.open(globals)?;
            if load.instances() > 1 {
                return Err(Stop::of("--load", "the load has more than one instance; size one at a time"));
            }
            let mut reasons = vec!["the load is made, not measured".to_owned()];
            reasons.extend(load.notes.iter().cloned());
            return Ok(Sized {
                highest: load.highest(0),
                aws: aws_for_load(&load, self.connections.unwrap_or(0)),
                connections: self.connections,
                grade: Grade::Provisional,
                reasons,
                is_clipped: false,
                load,
            });
        }
        let origin = match (self.class, self.max) {
            (Some(class), _) => Origin::Provisioned(class),
            (None, Some(max)) => Origin::Serverless(max),
            (None, None) => Origin::Unknown,
        };
        let (measured, notices) = metrics::open(&self.metrics, origin, globals)?;
        let connections = self.connections.or(measured.connections);
        let used = Used { connections: u64::from(connections.unwrap_or(0)), ..measured.used };
        let aws = match origin {
            Origin::Provisioned(class) => aws_for_class(class, used),
            Origin::Serverless(max) => aws_for_maximum(max, used),
            Origin::Unknown => aws_for_load(&measured.load, connections.unwrap_or(0)),
        };
        let mut reasons = measured.reasons;
        if let Some(kept) = measured.kept_in_memory {
            reasons.push(format!("FreeableMemory: {kept} ACU of memory are in use at quiet times; caches fill whatever there is, so this is no floor"));
        }
        reasons.extend(notices);
        Ok(Sized {
            load: measured.load,
            highest: measured.highest,
            aws,
            connections,
            grade: measured.grade,
            reasons,
            is_clipped: measured.is_clipped,
        })
    }
}

fn aws_text(it: &AwsFigures) -> String {
    let mut text = table(
        &[
            ["AWS' rule of thumb", "ACU"].map(str::to_owned).to_vec(),
            vec!["Minimum".to_owned(), it.min.to_string()],
            vec!["Typical".to_owned(), it.typical.to_string()],
            vec!["Peak".to_owned(), it.peak.to_string()],
            vec!["Maximum".to_owned(), it.max.to_string()],
        ],
        &[1],
    );
    if it.exceeds {
        text.push_str("The rule gives more than 256 ACU, the largest there is.\n");
    }
    text
}

fn text(sized: &Sized, sizing: &Sizing) -> String {
    let at_least = if sized.is_clipped { "at least " } else { "" };
    let mut text = format!("Grade: {}\n", sized.grade.word());
    // Writing to a String can't fail, here and below.
    for reason in &sized.reasons {
        let _ = writeln!(text, "- {reason}");
    }
    let hours = &sizing.acu_hours_month;
    let rows = [
        ["", "Minimum", "Maximum"].map(str::to_owned).to_vec(),
        vec!["Ours".to_owned(), sizing.min.to_string(), format!("{at_least}{}", sizing.max)],
        vec!["AWS' rule".to_owned(), sizing.aws.min.to_string(), format!("{at_least}{}", sizing.aws.max)],
    ];
    let _ = write!(
        text,
        "\n{}\nACU-hours of a month with ours: {} to {}\n",
        table(&rows, &[1, 2]),
        hours.low,
        hours.high
    );
    for difference in sizing.differences() {
        let _ = writeln!(text, "{difference}");
    }
    let mut because = |title: &str, all: &[Floor]| {
        let _ = writeln!(text, "\n{title}");
        for it in all {
            let _ = writeln!(text, "- {} ACU: {}", it.acu, it.because);
        }
    };
    because("What the minimum must hold", &sizing.floors);
    because("What the maximum is drawn from", &sizing.raised);
    if let Some(hint) = sizing.hint {
        let _ = writeln!(
            text,
            "\nIn the model {} to {} ACU is cheaper by {} ACU-hours a month. {}",
            hint.min,
            hint.max,
            hint.saves_acu_hours_month,
            Hint::EVIDENCE
        );
    }
    if !sizing.smaller.is_empty() {
        let head = ["Smaller", "ACU-hours a month", "Unserved", "Short", "Longest spell", "Days"];
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        rows.extend(sizing.smaller.iter().map(|it| {
            vec![
                format!("{} to {}", it.min, it.max),
                format!("{} to {}", it.acu_hours_month.low, it.acu_hours_month.high),
                format!("{} %", hundredths(it.unserved_percent)),
                time(it.short_seconds),
                time(it.longest_short_spell_s),
                it.days_touched.to_string(),
            ]
        }));
        let _ = write!(text, "\n{}", table(&rows, &[1, 2, 3, 4, 5]));
    }
    text
}
