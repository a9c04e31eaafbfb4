//! The bill as data, as a table and as a page.

use aurora_designer::design::{Design, GlobalCluster, Instance, Proxy, Secondary};
use aurora_designer::estimate::{Month, bill};
use aurora_designer::facts::regions::{AP_EAST_2, EU_WEST_1};
use aurora_designer::facts::{Acu, Day};
use aurora_designer::formats::bill::{
    choices, compared, compared_csv, compared_json, compared_markdown, csv, json, markdown, plain,
};
use aurora_designer::formats::record::readme;
use proptest::prelude::*;
use serde_json::Value;

use super::properties::designs;
use super::{TODAY, design, some};

fn parsed(design: &Design) -> Value {
    serde_json::from_str(&json(design, &bill(design, TODAY), TODAY)).unwrap()
}

#[test]
fn json_says_where_each_price_comes_from() {
    let value = parsed(&design(|d| d.project_name = "say \"so\"\n".to_owned()));
    let keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    for key in ["currency", "price_date", "region", "complete", "idle", "typical", "ceiling", "lines"] {
        assert!(keys.contains(&key), "{key}");
    }
    let storage = &value["lines"][2];
    assert_eq!(storage["id"], "storage");
    assert_eq!(storage["quantity"].to_string(), "100");
    assert_eq!(storage["unit_price"].to_string(), "0.1");
    assert_eq!(storage["monthly"].to_string(), "10.00");
    assert_eq!(storage["confidence"], "confirmed");
    assert_eq!(storage["as_of"], "2026-10-01");
    assert!(storage["source"].as_str().unwrap().contains("S-OFFER"));
    assert_eq!(storage["assumes"][0], "100 GB of data: the usual figure for production");
    assert_eq!(value["price_age_days"], 46);
}

#[test]
fn an_unknown_price_is_null_and_an_empty_cell() {
    let design = design(|d| {
        d.region = &AP_EAST_2;
        d.proxy = Some(Proxy::default());
    });
    let value = parsed(&design);
    assert_eq!(value["complete"], false);
    let lines = value["lines"].as_array().unwrap();
    let proxy = lines.iter().find(|line| line["id"] == "proxy").unwrap();
    assert_eq!([&proxy["unit_price"], &proxy["monthly"], &proxy["source"]], [&Value::Null; 3]);
    let table = csv(&bill(&design, TODAY));
    assert!(table.contains("proxy,RDS Proxy,8030,ACU-hour,,,"), "{table}");
    assert!(table.contains("\"Typical month, at least\""));
    assert!(markdown(&design, &bill(&design, TODAY), TODAY).contains("| RDS Proxy | unknown |"));
}

#[test]
fn the_page_lists_assumptions_once_and_says_when_prices_are_old() {
    let design = design(|d| d.project_name = "a|b".to_owned());
    let bill = bill(&design, TODAY);
    let page = markdown(&design, &bill, TODAY);
    assert!(page.starts_with("# Monthly bill of a\\|b\n"));
    assert!(page.contains("| Writer | $481.80 | 5.5 ACU × 730 h × $0.12 |"));
    assert_eq!(page.matches("100 GB of data").count(), 1);
    assert!(!page.contains("days ago"));
    assert!(markdown(&design, &bill, Day::new(2027, 6, 1)).contains("234 days ago"));
}

#[test]
fn a_name_is_text_on_every_page() {
    let name = "[x](http://evil) <img onerror=alert(1)> | =cmd()";
    let written = "\\[x\\](http\\://evil) \\<img onerror=alert(1)\\> \\| =cmd()";
    let design = design(|d| d.project_name = name.to_owned());
    let bill = bill(&design, TODAY);
    let rows = compared(&bill, &bill);
    assert!(markdown(&design, &bill, TODAY).starts_with(&format!("# Monthly bill of {written}\n")));
    let change = format!("# Change of the monthly bill of {written}\n");
    assert!(compared_markdown(&design, &rows).starts_with(&change));
    assert!(readme(&design, &bill).starts_with(&format!("# {written}: decision record\n")));
}

#[test]
fn two_bills_differ_line_by_line() {
    let before = design(|_| ());
    let after = design(|d| {
        d.proxy = Some(Proxy::default());
        d.cluster.readers.clear();
        d.usage.storage_gb = some("150");
    });
    let (this, other) = (bill(&after, TODAY), bill(&before, TODAY));
    let rows = compared(&this, &other);
    let shown: Vec<String> = rows
        .iter()
        .filter(|row| row.this != row.other)
        .map(|row| format!("{} {}", row.id, plain(row.difference().unwrap())))
        .collect();
    assert_eq!(
        shown,
        [
            "reader_acu -481.80",
            "storage 5.00",
            "proxy 87.60",
            "alarms -0.40",
            // −175.20 + 5 + 87.60 − 0.40 · −1401.60 + 5 + 16 × 730 × 0.015 − 0.40
            "total_idle -83.00",
            "total_typical -389.60",
            "total_ceiling -1221.80",
        ]
    );
    assert!(compared_csv(&rows).contains("proxy,RDS Proxy,87.60,0.00,87.60\r\n"));
    let value: Value =
        serde_json::from_str(&compared_json((&after, &this), (&before, &other), TODAY)).unwrap();
    assert_eq!(value["difference"]["typical"].to_string(), "-389.60");
    assert_eq!(value["compare"]["typical"].to_string(), "1004.50");
}

#[test]
fn single_choices_are_told_with_their_price() {
    let mut proxied = design(|d| {
        d.cluster.min_capacity = Acu::ZERO;
        d.cluster.max_capacity = Acu::whole(8);
        d.usage.writer_acu = some("2.5");
        d.proxy = Some(Proxy::default());
        d.budget_monthly_usd = some("500");
    });
    // (2.5 − 0.5) × 87.60 · 8 × 730 × 0.015 · 2 × 0.5 × 87.60
    // 500 − 87.60 − 40.90 = 371.50, by 175.20 for two and by 87.60 for one, whose alarms cost 0.40 less
    assert_eq!(
        choices(&proxied, TODAY),
        [
            "Reader 1 in tier 1 ties up $175.20 a month: it scales with the writer.",
            "RDS Proxy costs $87.60 a month, and $87.60 in an idle month because it keeps the cluster awake.",
            "The pause that never comes costs $87.60 in an idle month: RDS Proxy prevents it.",
            "A ceiling month stays within the budget of $500.00 with a maximum of 2 ACU, or a maximum of 4 ACU with 1 reader less.",
        ]
    );
    proxied.cluster.readers = [1, 0, 2].map(Instance::in_tier).to_vec();
    // 4 × 2.5 ACU are above the proxy's floor: 2 × 730 × (0.12 + 0.015).
    assert_eq!(
        choices(&proxied, TODAY)[0],
        "Readers 1, 2 in tier 0 or 1 tie up $197.10 a month each: they scale with the writer."
    );
    proxied.cluster.readers.truncate(1);
    proxied.budget_monthly_usd = some("100");
    assert!(choices(&proxied, TODAY).last().unwrap().starts_with("Nothing keeps"));
    proxied.budget_monthly_usd = some("5000");
    assert_eq!(
        choices(&proxied, TODAY).last().unwrap(),
        "Even a ceiling month stays within the budget of $5,000.00."
    );
    assert!(
        markdown(&proxied, &bill(&proxied, TODAY), TODAY).contains("- Reader 1 in tier 1 ties up $175.20")
    );
}

#[test]
fn two_secondaries_in_one_region_are_compared_each_with_its_own() {
    let with = |readers: [u32; 2]| {
        design(|d| {
            let secondaries =
                readers.map(|readers| Secondary { readers, ..Secondary::in_region(&EU_WEST_1) });
            d.global = Some(GlobalCluster { secondaries: secondaries.into(), ..GlobalCluster::default() });
        })
    };
    let rows = compared(&bill(&with([1, 3]), TODAY), &bill(&with([1, 1]), TODAY));
    let acu: Vec<String> = rows
        .iter()
        .filter(|row| row.id == "secondary_acu")
        .map(|row| row.difference().unwrap().to_string())
        .collect();
    assert_eq!(acu, ["$0.00", "$1,124.20"]); // 2 × 5.5 × 730 × 0.14
}

proptest! {
    #[test]
    fn every_bill_is_json_with_its_own_figures(design in designs()) {
        let bill = bill(&design, TODAY);
        let value = parsed(&design);
        prop_assert_eq!(value["typical"].to_string(), plain(bill.total(Month::Typical).usd));
        prop_assert_eq!(value["lines"].as_array().unwrap().len(), bill.lines.len());
        prop_assert_eq!(csv(&bill).lines().count(), bill.lines.len() + 4);
    }
}
