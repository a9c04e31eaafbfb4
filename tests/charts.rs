//! The charts of the bill: inside their frame, without overlap, with their figures in a table and in words.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may panic")]

mod common;

use aurora_designer::design::{
    Design, Environment, GlobalCluster, InsightsMode, Instance, Proxy, Secondary, StorageType,
};
use aurora_designer::estimate::bill;
use aurora_designer::facts::prices::PRICE_DATE;
use aurora_designer::facts::regions::{AP_EAST_2, EU_WEST_1};
use aurora_designer::facts::{Acu, Decimal};
use aurora_designer::formats::charts::{Chart, EXPORTED_WIDTH, NARROWEST, chart_svg, charts as charts_of};
use aurora_designer::formats::diagram::{Align, Text, text_width};
use aurora_designer::formats::svg::Theme;
use proptest::prelude::*;

const PHONE: i32 = 358;

/// Every chart that a design has.
fn charts(design: &Design, width: i32) -> Vec<(&'static str, Chart)> {
    charts_of(design, &bill(design, PRICE_DATE), PRICE_DATE, width)
}

/// Left, right, upper and lower edge of a text.
fn edges(text: &Text) -> (i32, i32, i32, i32) {
    let width = text_width(&text.text, text.style);
    let left = match text.align {
        Align::Start => text.at.x,
        Align::Middle => text.at.x - width / 2,
        Align::End => text.at.x - width,
    };
    (left, left + width, text.at.y - 10, text.at.y + 3)
}

fn check(name: &str, chart: &Chart) {
    let (width, height) = (chart.width, chart.height);
    for text in &chart.texts {
        let (left, right, up, down) = edges(text);
        assert!(left >= 0 && right <= width, "{name}: {} from {left} to {right} of {width}", text.text);
        assert!(up >= 0 && down <= height, "{name}: {} at {up} to {down} of {height}", text.text);
    }
    for (place, one) in chart.texts.iter().enumerate() {
        for other in &chart.texts[place + 1..] {
            let (a, b) = (edges(one), edges(other));
            let apart = a.1 <= b.0 || b.1 <= a.0 || a.3 <= b.2 || b.3 <= a.2;
            assert!(apart, "{name}: {:?} and {:?} overlap", one.text, other.text);
        }
    }
    let points = chart.lines.iter().chain(&chart.grid).flat_map(|line| line.points.iter().copied());
    for at in points.chain(chart.marks.iter().map(|mark| mark.at)) {
        assert!(at.x >= 0 && at.x <= width && at.y >= 0 && at.y <= height, "{name}: {at:?}");
    }
    for bar in &chart.bars {
        assert!(bar.rect.x >= 0 && bar.rect.x + bar.rect.width <= width, "{name}");
    }
    assert!(!chart.title.is_empty() && chart.description.len() > 20);
    let columns = chart.twin.head.len();
    assert!(columns > 1 && chart.twin.rows.iter().all(|row| row.len() == columns));
}

/// Two lines or marks never share their color alone: dashes and shapes differ too.
fn check_signs(chart: &Chart) {
    for (place, one) in chart.lines.iter().enumerate() {
        for other in &chart.lines[place + 1..] {
            assert_eq!(one.ink == other.ink, one.pattern == other.pattern, "{}", chart.title);
        }
    }
}

fn named(name: &str) -> Design {
    let mut design = Design::default();
    match name {
        "sleeper" => {
            design.environment = Environment::Development;
            (design.cluster.min_capacity, design.cluster.max_capacity) = (Acu::ZERO, Acu::whole(4));
            design.cluster.readers.clear();
        }
        "proxied" => {
            design.proxy = Some(Proxy { read_only_endpoint: true, ..Proxy::default() });
            design.cluster.readers = [1, 2, 3].map(Instance::in_tier).to_vec();
            design.cluster.performance_insights.mode = InsightsMode::Advanced;
            design.cluster.storage_type = StorageType::AuroraIopt1;
            design.budget_monthly_usd = Some(Decimal::whole(4000));
            design.usage.savings_plan_percent = Decimal::whole(20);
        }
        "global" => {
            let secondaries = vec![Secondary::in_region(&EU_WEST_1)];
            design.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
        }
        "unknown" => {
            design.region = &AP_EAST_2;
            design.proxy = Some(Proxy::default());
        }
        _ => {}
    }
    design
}

#[test]
fn every_golden_chart_is_as_it_was() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/charts");
    let mut changed = Vec::new();
    for (design, width, theme) in [
        ("default", EXPORTED_WIDTH, Theme::Light),
        ("default", PHONE, Theme::Dark),
        ("sleeper", EXPORTED_WIDTH, Theme::Light),
        ("proxied", EXPORTED_WIDTH, Theme::Dark),
        ("proxied", PHONE, Theme::Light),
        ("global", EXPORTED_WIDTH, Theme::Light),
        ("unknown", EXPORTED_WIDTH, Theme::Light),
    ] {
        for (name, chart) in charts(&named(design), width) {
            let theme_word = if theme == Theme::Dark { "-dark" } else { "" };
            let form = if width == PHONE { "-phone" } else { "" };
            let path = folder.join(format!("{design}-{name}{form}{theme_word}.svg"));
            let drawn = chart_svg(&chart, theme);
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&path, &drawn).unwrap();
            }
            if std::fs::read_to_string(&path).unwrap_or_default() != drawn {
                changed.push(path);
            }
        }
    }
    assert!(changed.is_empty(), "look at them, then UPDATE_GOLDEN=1: {changed:?}");
}

#[test]
fn charts_say_what_they_show() {
    let design = named("proxied");
    let titles: Vec<String> =
        charts(&design, EXPORTED_WIDTH).into_iter().map(|(_, chart)| chart.title).collect();
    assert_eq!(
        titles,
        [
            "Where $2,402.87 a month goes",
            "A month costs $2,208.93 to $6,883.06",
            "I/O-Optimized pays from 2,632.1 million requests on",
            "Serverless costs less than db.r6g.xlarge below 4.47 ACU",
            "A savings plan of 20 % pays above 4.4 ACU",
        ]
    );
    let (_, average) = charts(&design, EXPORTED_WIDTH).swap_remove(1);
    assert!(average.description.contains("Typical month: 5.5 ACU, "), "{}", average.description);
    assert_eq!(
        average.twin.head[1..],
        [
            "Average ACU of an instance",
            "A month with the typical storage, requests and logs",
            "Budget $4,000.00"
        ]
    );
    assert_eq!(average.twin.rows[1][..2], ["Typical month", "5.5"]);
}

#[test]
fn what_is_drawn_is_told_by_more_than_color() {
    for name in ["default", "sleeper", "proxied", "global", "unknown"] {
        for (_, chart) in charts(&named(name), EXPORTED_WIDTH) {
            check_signs(&chart);
        }
    }
}

#[test]
fn every_chart_is_well_formed_xml() {
    for name in ["default", "proxied"] {
        for (_, chart) in charts(&named(name), EXPORTED_WIDTH) {
            let drawn = chart_svg(&chart, Theme::Light);
            let opened = drawn.matches("<text").count();
            assert_eq!(opened, drawn.matches("</text>").count());
            assert!(drawn.contains("<title id=\"title\">") && drawn.contains("<desc id=\"desc\">"));
            assert!(!drawn.contains("http") || drawn.matches("http").count() == 1);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_the_design_a_chart_stays_inside_and_nothing_overlaps(design in common::any_design()) {
        for width in [NARROWEST, PHONE, EXPORTED_WIDTH, 900] {
            for (name, chart) in charts(&design, width) {
                check(name, &chart);
            }
        }
    }
}
