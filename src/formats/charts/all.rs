//! Every chart of a design, as they are exported.

use crate::design::Design;
use crate::estimate::alternatives;
use crate::estimate::{Bill, Usd};
use crate::facts::Day;

use crate::formats::svg::Theme;

use super::{
    Chart, EXPORTED_WIDTH, against_average, chart_svg, composition, provisioned, savings_plan, storage_types,
};

/// The charts of a design with the names of their files; without those whose prices are not known.
pub fn charts(design: &Design, bill: &Bill, today: Day, width: i32) -> Vec<(&'static str, Chart)> {
    let budget = design.budget_monthly_usd.map(|usd| Usd::product(usd, &[]));
    let average = alternatives::average_acu(design, today).map(|it| against_average(&it, budget, width));
    let storage = alternatives::storage_types(design, today).map(|it| storage_types(&it, width));
    let classes = alternatives::provisioned(design, today).map(|it| provisioned(&it, width));
    let plan = alternatives::savings_plan(design, today).map(|it| savings_plan(&it, width));
    let named = [
        ("bill-composition", Some(composition(bill, width))),
        ("bill-average", average),
        ("bill-storage-types", storage),
        ("bill-provisioned", classes),
        ("bill-savings-plan", plan),
    ];
    named.into_iter().filter_map(|(name, chart)| Some((name, chart?))).collect()
}

/// The same as files: name and SVG, in light colors.
pub fn chart_files(design: &Design, bill: &Bill, today: Day) -> Vec<(String, String)> {
    let all = charts(design, bill, today, EXPORTED_WIDTH);
    all.iter().map(|(name, chart)| (format!("{name}.svg"), chart_svg(chart, Theme::Light))).collect()
}
