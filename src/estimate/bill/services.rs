//! What stands around the cluster: secret, keys, alarms, logs, Data API.

use super::costs::{
    Book, Costs, Metered, Rate, counted, less_sure, monthly, unconfirmed, uncounted, when_used,
};
use super::text::{Count, Price};
use super::{Line, LineId};
use crate::design::{Credentials, KmsKey, Part};
use crate::estimate::quantity::exact;
use crate::estimate::{Band, Quantity, Usd, alarms};
use crate::facts::Decimal;
use crate::facts::prices::PriceField;

const ROTATION: &str = "The interface endpoint and the function that rotate the secret are left out.";
const NEVER_EXPIRES: &str = "Logs that never expire cost more every month; choose a retention to price them.";
const DASHBOARD: &str = "The dashboard is left out: the price book has no price of it.";
const ABOVE_FIRST_TIER: &str = "The price above 1 billion requests a month is not known.";
const BY_32_KB: &str = "A request counts once for every 32 KB of its data.";
const FIRST_TIER: Decimal = Decimal::whole(1000);
/// One ten-thousandth: calls of Secrets Manager are priced by 10,000.
const PER_10_000: Decimal = Decimal::from_micros(100);

pub(super) fn add(costs: &Costs<'_>, lines: &mut Vec<Line>) {
    lines.push(secret(costs));
    keys(costs, lines);
    let count = alarms(costs.design).len();
    if count > 0 {
        lines.push(alarm_line(costs, count));
    }
    lines.push(logs(costs));
    if costs.design.cluster.data_api {
        lines.push(data_api(costs));
    }
}

/// The master secret, managed by RDS or one's own.
fn secret(costs: &Costs<'_>) -> Line {
    let month = costs.book.rate(PriceField::SecretsManagerSecretMonth);
    let call = costs.book.rate(PriceField::SecretsManagerPer10kCalls);
    let (calls, cluster) = (costs.design.secret_calls(), &costs.design.cluster);
    let rotates = cluster.credentials == Credentials::SecretsManager && cluster.rotation_days.is_some();
    let kept = monthly(month, Band::flat(Decimal::ONE.into()));
    let called = monthly(call, when_used(Quantity::product(calls, PER_10_000)));
    let micros = |rate: Option<Rate>| rate.map(|rate| u128::from(rate.usd.as_micros()));
    // In 10^-16 USD: six places of the price, six of the calls, four of the ten thousand.
    let per_call = if calls == Decimal::ZERO { Some(0) } else { micros(call) };
    let unit_price = micros(month).zip(per_call).map(|(month, call)| {
        exact(call.saturating_mul(calls.as_micros().into()).saturating_add(month * 10_u128.pow(10)), 16)
    });
    let monthly = kept.zip(called).and_then(|(kept, called)| counted(kept.with(called, Usd::plus)));
    Line {
        id: LineId::Secret,
        item: "Secret".to_owned(),
        part: Part::Secret,
        quantity: "1".to_owned(),
        unit: "secret-month",
        unit_price,
        monthly,
        arithmetic: format!(
            "1 secret × {} + {} calls × {} per 10,000",
            Price(month),
            Count(calls),
            Price(call)
        ),
        note: uncounted(month.and(call), monthly)
            .or(rotates.then_some(ROTATION))
            .or(unconfirmed(month))
            .or(unconfirmed(call)),
        provenance: less_sure(month, call),
    }
}

/// The keys that the export makes: one in each Region that has none of its own, and none without encryption (BAK-09).
fn keys(costs: &Costs<'_>, lines: &mut Vec<Line>) {
    let design = costs.design;
    if !design.cluster.encryption {
        return;
    }
    let mut add = |book: &Book<'_>, item: String, part: Part| {
        let rate = book.rate(PriceField::KmsKeyMonth);
        let quantity = Band::flat(Decimal::ONE.into());
        let arithmetic = format!("1 key × {}", Price(rate));
        let unit = "key-month";
        lines.push(
            Metered { id: LineId::Kms, part, item, unit, quantity, rate, arithmetic, note: None }.line(),
        );
    };
    if design.cluster.kms_key == KmsKey::Create {
        add(&costs.book, "KMS key".to_owned(), Part::Kms);
    }
    for site in costs.sites.iter().filter(|site| site.secondary.kms_key == KmsKey::Create) {
        add(&site.book, format!("KMS key in {}", site.code()), site.part);
    }
}

fn alarm_line(costs: &Costs<'_>, count: usize) -> Line {
    let rate = costs.book.rate(PriceField::CloudwatchAlarmMonth);
    let number = Decimal::whole(u64::try_from(count).unwrap_or(u64::MAX));
    Metered {
        id: LineId::Alarms,
        part: Part::Monitoring,
        item: "Alarms".to_owned(),
        unit: "alarm-month",
        quantity: Band::flat(number.into()),
        rate,
        arithmetic: format!("{count} alarms × {}", Price(rate)),
        note: costs.design.cluster.alarms.dashboard.then_some(DASHBOARD),
    }
    .line()
}

/// Logs are paid for when they come in and for every month they are kept; in the steady state as many are kept as came
/// in during the retention.
fn logs(costs: &Costs<'_>) -> Line {
    let ingest = costs.book.rate(PriceField::CloudwatchLogsIngestGb);
    let store = costs.book.rate(PriceField::CloudwatchLogsStoreGbMonth);
    let (size, days) = (costs.design.log_gb(), costs.design.cluster.log_retention_days);
    let rates = ingest.zip(store).filter(|_| days > 0);
    let used = when_used(size.into());
    let monthly = match rates {
        Some((ingest, store)) => {
            monthly(Some(ingest), used).zip(monthly(Some(store), used)).and_then(|(came, kept)| {
                counted(came.with(kept.map(|usd| usd.times(u64::from(days), 30)), Usd::plus))
            })
        }
        None => monthly(None, used),
    };
    let kept = if days == 0 { "every month since".to_owned() } else { format!("{days}/30") };
    Line {
        id: LineId::Logs,
        item: "Logs".to_owned(),
        part: Part::Monitoring,
        quantity: size.to_string(),
        unit: "GB",
        unit_price: rates.map(|(ingest, store)| {
            let store = u128::from(store.usd.as_micros()) * u128::from(days);
            over_30(30 * u128::from(ingest.usd.as_micros()) + store)
        }),
        monthly,
        arithmetic: format!("{} GB × ({} in + {} × {kept} kept)", Count(size), Price(ingest), Price(store)),
        note: uncounted(rates.map(|(ingest, _)| ingest), monthly)
            .or((days == 0).then_some(NEVER_EXPIRES))
            .or(unconfirmed(ingest))
            .or(unconfirmed(store)),
        provenance: less_sure(ingest, store),
    }
}

/// Millionths over 30 as decimal text: exact where it ends, else rounded to twelve places.
fn over_30(micros: u128) -> String {
    exact((micros * 1_000_000 + 15) / 30, 12)
}

fn data_api(costs: &Costs<'_>) -> Line {
    let millions = costs.design.usage.data_api_millions;
    let beyond = millions > FIRST_TIER;
    let rate = costs.book.rate(PriceField::DataApiPerMillion).filter(|_| !beyond);
    Metered {
        id: LineId::DataApi,
        part: Part::Cluster,
        item: "Data API".to_owned(),
        unit: "million requests",
        quantity: when_used(millions.into()),
        rate,
        arithmetic: format!("{} M requests × {}", Count(millions), Price(rate)),
        note: Some(if beyond { ABOVE_FIRST_TIER } else { BY_32_KB }),
    }
    .line()
}
