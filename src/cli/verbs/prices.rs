//! `prices`: the price table anew, from AWS' own price-list file (PRI-08).
//!
//! One JSON object a line: Region, field, USD per the field's unit, the price of the book now, and the SKUs it rests
//! on. Where the engines differ no price is chosen: `usd` is null and `differ` holds what was found.

use std::collections::{BTreeMap, BTreeSet};

use aurora_designer::facts::Decimal;
use aurora_designer::facts::prices::{PriceField, price};
use clap::{Args, ValueHint};
use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::cli::answer::{Answer, Failure};
use crate::cli::files::Input;
use crate::cli::globals::Globals;

/// Print the price table anew from AWS' price-list file, one JSON object a line
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer prices offer.json")]
pub(crate) struct Prices {
    /// The price-list file, or `-` for standard input
    #[arg(value_name = "OFFER.json", value_hint = ValueHint::FilePath)]
    offer: Input,
}

#[derive(Deserialize)]
struct Offer {
    #[serde(rename = "offerCode")]
    code: String,
    #[serde(default)]
    version: Option<String>,
    #[serde(default, rename = "publicationDate")]
    published: Option<String>,
    products: BTreeMap<String, Product>,
    terms: Terms,
}

#[derive(Deserialize)]
struct Product {
    #[serde(default, rename = "productFamily")]
    family: String,
    #[serde(default)]
    attributes: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Terms {
    /// By SKU, then by SKU and term code.
    #[serde(rename = "OnDemand")]
    on_demand: BTreeMap<String, BTreeMap<String, Term>>,
}

#[derive(Deserialize)]
struct Term {
    #[serde(default, rename = "effectiveDate")]
    effective: String,
    #[serde(default, rename = "priceDimensions")]
    dimensions: BTreeMap<String, Dimension>,
}

#[derive(Deserialize)]
struct Dimension {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    description: String,
    #[serde(default, rename = "beginRange")]
    begin: String,
    #[serde(rename = "pricePerUnit")]
    price: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Row {
    region: String,
    field: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<String>,
    usd: Option<Number>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    differ: BTreeMap<String, String>,
    book: Option<Number>,
    unit: String,
    description: String,
    effective: String,
    skus: BTreeSet<String>,
    version: Option<String>,
    published: Option<String>,
}

/// How the usage type of a wanted record ends, after the Region's prefix.
enum Usage {
    Is(&'static str),
    Starts(&'static [&'static str]),
    Any,
}

/// Where a field of the price book stands in the price list.
struct Wanted {
    field: &'static str,
    service: &'static str,
    family: Option<&'static str>,
    usage: Usage,
    /// The unit of the record, where it was seen.
    unit: Option<&'static str>,
    /// Decimal places from the record's unit to the field's: 6 for a price per million.
    places: usize,
    attributes: &'static [(&'static str, &'static str)],
}

const RDS: &str = "AmazonRDS";
const CLOUDWATCH: &str = "AmazonCloudWatch";
const SECRETS: &str = "AWSSecretsManager";
const SUPPORT: &str = "extendedSupportPricingYear";
const VCPU_YEAR_1_2: &[&str] = &[
    "ExtendedSupport:Yr1-Yr2:AuroraPostgreSQL",
    "ExtendedSupport:Yr1-Yr2:AuroraMySQL",
    "ExtendedSupport:Yr1-Yr2:PostgreSQL",
    "ExtendedSupport:Yr1-Yr2:MySQL",
];
const VCPU_YEAR_3: &[&str] = &[
    "ExtendedSupport:Yr3:AuroraPostgreSQL",
    "ExtendedSupport:Yr3:AuroraMySQL",
    "ExtendedSupport:Yr3:PostgreSQL",
    "ExtendedSupport:Yr3:MySQL",
];

/// The map of `offer_refresh` in prices.json.
#[rustfmt::skip]
static MAP: &[Wanted] = &[
    Wanted { field: "acu_hour_standard", service: RDS, family: Some("ServerlessV2"), usage: Usage::Is("Aurora:ServerlessV2Usage"), unit: Some("ACU-Hr"), places: 0, attributes: &[] },
    Wanted { field: "acu_hour_io_optimized", service: RDS, family: Some("ServerlessV2"), usage: Usage::Is("Aurora:ServerlessV2IOOptimizedUsage"), unit: Some("ACU-Hr"), places: 0, attributes: &[] },
    Wanted { field: "storage_gb_month_standard", service: RDS, family: Some("Database Storage"), usage: Usage::Is("Aurora:StorageUsage"), unit: Some("GB-Mo"), places: 0, attributes: &[("volumeType", "General Purpose-Aurora")] },
    Wanted { field: "storage_gb_month_io_optimized", service: RDS, family: Some("Database Storage"), usage: Usage::Is("Aurora:IO-OptimizedStorageUsage"), unit: Some("GB-Mo"), places: 0, attributes: &[("volumeType", "IO Optimized-Aurora")] },
    Wanted { field: "io_per_million_standard", service: RDS, family: Some("System Operation"), usage: Usage::Is("Aurora:StorageIOUsage"), unit: Some("IOs"), places: 6, attributes: &[("group", "Aurora I/O Operation")] },
    Wanted { field: "backup_gb_month", service: RDS, family: Some("Storage Snapshot"), usage: Usage::Is("Aurora:BackupUsage"), unit: Some("GB-Mo"), places: 0, attributes: &[] },
    Wanted { field: "snapshot_export_per_gb", service: RDS, family: Some("System Operation"), usage: Usage::Is("Aurora:SnapshotExportToS3"), unit: Some("GB"), places: 0, attributes: &[("group", "RDS Snapshot Export")] },
    Wanted { field: "backtrack_per_million_change_records_hour", service: RDS, family: Some("System Operation"), usage: Usage::Is("Aurora:BacktrackUsage"), unit: None, places: 6, attributes: &[("group", "Aurora Backtrack")] },
    Wanted { field: "global_replicated_write_io_per_million", service: RDS, family: None, usage: Usage::Any, unit: Some("IOs"), places: 6, attributes: &[("group", "Aurora Global Database"), ("groupDescription", "Aurora Global Database Replicated IO")] },
    Wanted { field: "rds_proxy_vcpu_hour", service: RDS, family: Some("RDSProxy"), usage: Usage::Is("RDS:ProxyUsage"), unit: None, places: 0, attributes: &[] },
    Wanted { field: "rds_proxy_acu_hour", service: RDS, family: Some("RDSProxy"), usage: Usage::Is("RDS:Proxy-ASv2-Usage"), unit: None, places: 0, attributes: &[] },
    Wanted { field: "pi_long_term_retention_first_month_acu_month", service: RDS, family: Some("Performance Insights"), usage: Usage::Is("PI_LTR_FMR:Serverless"), unit: None, places: 0, attributes: &[] },
    Wanted { field: "extended_support_acu_hour_year_1_2", service: RDS, family: None, usage: Usage::Starts(&["ASv2-ExtendedSupport:Yr1-Yr2:", "ExtendedSupport:Yr1-Yr2:ASv2:"]), unit: None, places: 0, attributes: &[(SUPPORT, "Year 1, Year 2")] },
    Wanted { field: "extended_support_acu_hour_year_3", service: RDS, family: None, usage: Usage::Starts(&["ASv2-ExtendedSupport:Yr3:", "ExtendedSupport:Yr3:ASv2:"]), unit: None, places: 0, attributes: &[(SUPPORT, "Year 3")] },
    Wanted { field: "extended_support_vcpu_hour_year_1_2", service: RDS, family: None, usage: Usage::Starts(VCPU_YEAR_1_2), unit: None, places: 0, attributes: &[(SUPPORT, "Year 1, Year 2")] },
    Wanted { field: "extended_support_vcpu_hour_year_3", service: RDS, family: None, usage: Usage::Starts(VCPU_YEAR_3), unit: None, places: 0, attributes: &[(SUPPORT, "Year 3")] },
    Wanted { field: "provisioned.standard", service: RDS, family: Some("Database Instance"), usage: Usage::Starts(&["InstanceUsage:db."]), unit: Some("Hrs"), places: 0, attributes: &[("deploymentOption", "Single-AZ"), ("storage", "EBS Only")] },
    Wanted { field: "provisioned.io_optimized", service: RDS, family: Some("Database Instance"), usage: Usage::Starts(&["InstanceUsageIOOptimized:db."]), unit: Some("Hrs"), places: 0, attributes: &[("deploymentOption", "Single-AZ"), ("storage", "Aurora IO Optimization Mode")] },
    Wanted { field: "db_insights_advanced_acu_hour", service: CLOUDWATCH, family: Some("CloudWatch Database Insights"), usage: Usage::Is("CW:DatabaseInsights-ACU-Hours"), unit: Some("ACU-Hours"), places: 0, attributes: &[("group", "CW-DatabaseInsights"), ("instanceConfigurationType", "Serverless")] },
    Wanted { field: "db_insights_advanced_vcpu_hour", service: CLOUDWATCH, family: Some("CloudWatch Database Insights"), usage: Usage::Is("CW:DatabaseInsights-vCPU-Hours"), unit: None, places: 0, attributes: &[("group", "CW-DatabaseInsights"), ("instanceConfigurationType", "Provisioned")] },
    Wanted { field: "db_insights_standard_retention_first_month_acu_hour", service: CLOUDWATCH, family: Some("CloudWatch Database Insights"), usage: Usage::Is("CW:DatabaseInsights-Standard-FMR-ACU-Hours"), unit: None, places: 0, attributes: &[] },
    Wanted { field: "cloudwatch_alarm_month", service: CLOUDWATCH, family: None, usage: Usage::Is("CW:AlarmMonitorUsage"), unit: None, places: 0, attributes: &[] },
    Wanted { field: "cloudwatch_alarm_high_res_month", service: CLOUDWATCH, family: None, usage: Usage::Is("CW:HighResAlarmMonitorUsage"), unit: None, places: 0, attributes: &[] },
    Wanted { field: "cloudwatch_logs_ingest_gb", service: CLOUDWATCH, family: None, usage: Usage::Is("DataProcessing-Bytes"), unit: None, places: 0, attributes: &[] },
    Wanted { field: "cloudwatch_logs_store_gb_month", service: CLOUDWATCH, family: None, usage: Usage::Is("TimedStorage-ByteHrs"), unit: None, places: 0, attributes: &[] },
    Wanted { field: "secrets_manager_secret_month", service: SECRETS, family: None, usage: Usage::Is("AWSSecretsManager-Secrets"), unit: None, places: 0, attributes: &[] },
    Wanted { field: "secrets_manager_per_10k_calls", service: SECRETS, family: None, usage: Usage::Is("AWSSecretsManagerAPIRequest"), unit: None, places: 4, attributes: &[] },
];

impl Prices {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        let name = self.offer.name();
        let text = self.offer.text(globals, u64::MAX)?;
        let offer: Offer = serde_json::from_str(&text).map_err(|error| {
            // The error's own place is said in front of it, as everywhere.
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or(&message);
            let (line, column) = (error.line(), error.column().max(1));
            Failure(format!("{name}:{line}:{column}: this is no price-list file: {message}"))
        })?;
        let rows = rows(&offer);
        if rows.is_empty() {
            let code = &offer.code;
            return Err(Failure::of(&name, format!("the price list of {code} holds no price of the book")));
        }
        let line = |row: &Row| serde_json::to_string(row).unwrap_or_default() + "\n";
        Ok(Answer::text(rows.iter().map(line).collect()))
    }
}

struct Found<'a> {
    engine: &'a str,
    sku: &'a str,
    term: &'a Term,
    dimension: &'a Dimension,
    usd: &'a str,
}

/// Rows by field, Region and class, in the map's order.
fn rows(offer: &Offer) -> Vec<Row> {
    let mut rows = Vec::new();
    for wanted in MAP.iter().filter(|wanted| wanted.service == offer.code) {
        let mut groups: BTreeMap<(&str, Option<&str>), Vec<Found<'_>>> = BTreeMap::new();
        for (sku, product) in offer.products.iter().filter(|(_, product)| wanted.fits(product)) {
            let region = product.attribute("regionCode");
            let class = wanted.field.starts_with("provisioned.").then(|| product.attribute("instanceType"));
            let terms = offer.terms.on_demand.get(sku).into_iter().flat_map(BTreeMap::values);
            for (term, dimension) in terms.filter_map(|term| Some((term, first_paid(term)?))) {
                if wanted.unit.is_none_or(|unit| unit == dimension.unit)
                    && let Some(usd) = dimension.price.get("USD")
                {
                    let engine = product.attribute("databaseEngine");
                    let found = Found { engine, sku, term, dimension, usd };
                    groups.entry((region, class)).or_default().push(found);
                }
            }
        }
        rows.extend(groups.iter().map(|((region, class), found)| wanted.row(offer, region, *class, found)));
    }
    rows
}

/// The first tier that costs anything: free tiers belong to the account, not to the design.
fn first_paid(term: &Term) -> Option<&Dimension> {
    let start = |dimension: &&Dimension| Decimal::parse(&dimension.begin).unwrap_or_default();
    let paid = |dimension: &&Dimension| {
        dimension.price.get("USD").is_some_and(|usd| usd.bytes().any(|digit| (b'1'..=b'9').contains(&digit)))
    };
    term.dimensions.values().filter(paid).min_by_key(start)
}

impl Product {
    fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

impl Wanted {
    fn fits(&self, product: &Product) -> bool {
        let engine = product.attribute("databaseEngine");
        let is_aurora = matches!(engine, "Aurora PostgreSQL" | "Aurora MySQL" | "Any");
        // Plain RDS shares the usage types of instances and of Extended Support.
        let shared = self.field.starts_with("provisioned.") || self.field.starts_with("extended_support_");
        !product.attribute("regionCode").is_empty()
            && product.attribute("instanceConfigurationType") != "Limitless"
            && self.family.is_none_or(|family| family == product.family)
            && self.usage.fits(product.attribute("usagetype"))
            && self.attributes.iter().all(|(name, value)| product.attribute(name) == *value)
            && (self.service != RDS || is_aurora || (engine.is_empty() && !shared))
    }

    fn row(&self, offer: &Offer, region: &str, class: Option<&str>, found: &[Found<'_>]) -> Row {
        let amounts: BTreeSet<Option<String>> = found.iter().map(|it| shifted(it.usd, self.places)).collect();
        let agreed = if amounts.len() == 1 { amounts.into_iter().next().flatten() } else { None };
        let differ =
            |it: &Found<'_>| (format!("{} {}", it.engine, it.sku).trim().to_owned(), it.usd.to_owned());
        let book = PriceField::find(self.field).and_then(|field| price(region, field));
        let first = found.first();
        Row {
            region: region.to_owned(),
            field: self.field,
            class: class.map(str::to_owned),
            differ: if agreed.is_none() { found.iter().map(differ).collect() } else { BTreeMap::new() },
            usd: agreed.and_then(|usd| usd.parse().ok()),
            book: book.and_then(|price| price.usd.to_string().parse().ok()),
            unit: first.map(|it| it.dimension.unit.clone()).unwrap_or_default(),
            description: first.map(|it| it.dimension.description.clone()).unwrap_or_default(),
            effective: first.map(|it| it.term.effective.chars().take(10).collect()).unwrap_or_default(),
            skus: found.iter().map(|it| it.sku.to_owned()).collect(),
            version: offer.version.clone(),
            published: offer.published.clone(),
        }
    }
}

impl Usage {
    /// Older Regions have no prefix, others one such as `EU-`; it names no Region for certain, so it is only skipped.
    fn fits(&self, usage: &str) -> bool {
        let plain = |prefix: &str| {
            !prefix.is_empty() && prefix.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit())
        };
        let bare = usage.split_once('-').filter(|(prefix, _)| plain(prefix)).map(|(_, rest)| rest);
        [Some(usage), bare].into_iter().flatten().any(|usage| match self {
            Self::Is(text) => usage == *text,
            Self::Starts(texts) => texts.iter().any(|text| usage.starts_with(text)),
            Self::Any => true,
        })
    }
}

/// The decimal text with its point moved to the right, without zeros that say nothing; `None` for no number.
fn shifted(usd: &str, places: usize) -> Option<String> {
    let (whole, part) = usd.split_once('.').unwrap_or((usd, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) {
        return None;
    }
    let mut whole = whole.to_owned();
    let padded = format!("{part:0<places$}");
    let (moved, part) = padded.split_at_checked(places)?;
    whole.push_str(moved);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let part = part.trim_end_matches('0');
    Some(if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_moved_to_the_books_units_exactly() {
        assert_eq!(shifted("0.0000002000", 6).as_deref(), Some("0.2"));
        assert_eq!(shifted("0.1200000000", 0).as_deref(), Some("0.12"));
        assert_eq!(shifted("0.0000050000", 4).as_deref(), Some("0.05"));
        assert_eq!(shifted("12", 0).as_deref(), Some("12"));
        assert_eq!(shifted("1e-7", 6), None);
    }

    #[test]
    fn the_prefix_of_a_usage_type_is_skipped() {
        let usage = Usage::Is("Aurora:ServerlessV2Usage");
        assert!(usage.fits("Aurora:ServerlessV2Usage") && usage.fits("EU-Aurora:ServerlessV2Usage"));
        assert!(!usage.fits("Aurora:ServerlessUsage") && !usage.fits("X:Aurora:ServerlessV2Usage"));
        assert!(Usage::Is("CW:DatabaseInsights-ACU-Hours").fits("APN1-CW:DatabaseInsights-ACU-Hours"));
    }

    #[test]
    fn every_mapped_field_is_one_of_the_book() {
        for wanted in MAP {
            assert!(
                PriceField::find(wanted.field).is_some() || wanted.field.starts_with("provisioned."),
                "{}",
                wanted.field
            );
        }
    }
}
