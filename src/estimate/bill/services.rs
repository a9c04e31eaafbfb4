//! What stands around the cluster: secret, keys, alarms, logs, Data API.

use super::book::{Book, less_sure, unconfirmed};
use super::costs::{Costs, Metered, counted, monthly, uncounted, when_used};
use super::{Arithmetic, Line, LineId, Unit};
use crate::design::{Credentials, InterfaceEndpoint, KmsKey, Part, Vpc};
use crate::estimate::{Band, Quantity, UnitPrice, Usd, alarms};
use crate::facts::Decimal;
use crate::facts::prices::PriceField;

const FUNCTION: &str = "The function that rotates the secret is left out.";
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
    let month = costs.book.charge(PriceField::SecretsManagerSecretMonth);
    let per_10_000 = costs.book.charge(PriceField::SecretsManagerPer10kCalls);
    let (calls, cluster) = (costs.design.secret_calls(), &costs.design.cluster);
    let rotates = cluster.credentials == Credentials::SecretsManager && cluster.rotation_days.is_some();
    let network = &cluster.network;
    let billed = network.vpc == Vpc::Existing
        || network.interface_endpoints.contains(InterfaceEndpoint::Secretsmanager);
    let kept = monthly(month.usd, Band::flat(Decimal::ONE.into()));
    let called = monthly(per_10_000.usd, when_used(Quantity::product(calls, PER_10_000)));
    // No calls cost nothing at any price.
    let of_calls = if calls == Decimal::ZERO {
        Some(UnitPrice::ZERO)
    } else {
        per_10_000.usd.map(|usd| UnitPrice::per_10_000(usd, calls))
    };
    let monthly = kept.zip(called).and_then(|(kept, called)| counted(kept.with(called, Usd::plus)));
    Line {
        id: LineId::Secret,
        part: Part::Secret,
        region: costs.code(),
        quantity: Decimal::ONE.into(),
        unit_price: month.usd.zip(of_calls).map(|(month, calls)| calls.plus(month.into())),
        monthly,
        arithmetic: Arithmetic::Secret { month, calls, per_10_000 },
        note: uncounted(month.usd.and(per_10_000.usd), monthly)
            .or(rotates.then_some(if billed { FUNCTION } else { ROTATION }))
            .or(unconfirmed(month))
            .or(unconfirmed(per_10_000)),
        provenance: less_sure(month, per_10_000),
    }
}

/// The keys that the export makes: one in each Region that has none of its own, and none without encryption (BAK-09).
fn keys(costs: &Costs<'_>, lines: &mut Vec<Line>) {
    let design = costs.design;
    if !design.cluster.encryption {
        return;
    }
    let mut add = |book: &Book<'_>, region: &'static str, part: Part| {
        let price = Some(book.charge(PriceField::KmsKeyMonth));
        let arithmetic = Arithmetic::Of { amount: Decimal::ONE, unit: Unit::KeyMonth, price };
        let quantity = Band::flat(Decimal::ONE.into());
        lines.push(Metered { id: LineId::Kms, part, region, quantity, price, arithmetic, note: None }.line());
    };
    if design.cluster.kms_key == KmsKey::Create {
        add(&costs.book, costs.code(), Part::Kms);
    }
    for site in costs.sites.iter().filter(|site| site.secondary.kms_key == KmsKey::Create) {
        add(&site.book, site.code(), site.part);
    }
}

fn alarm_line(costs: &Costs<'_>, count: usize) -> Line {
    let price = Some(costs.book.charge(PriceField::CloudwatchAlarmMonth));
    let amount = Decimal::whole(u64::try_from(count).unwrap_or(u64::MAX));
    Metered {
        id: LineId::Alarms,
        part: Part::Monitoring,
        region: costs.code(),
        quantity: Band::flat(amount.into()),
        price,
        arithmetic: Arithmetic::Of { amount, unit: Unit::AlarmMonth, price },
        note: costs.design.cluster.alarms.dashboard.then_some(DASHBOARD),
    }
    .line()
}

/// Logs are paid for when they come in and for every month they are kept; in the steady state as many are kept as came
/// in during the retention.
fn logs(costs: &Costs<'_>) -> Line {
    let comes_in = costs.book.charge(PriceField::CloudwatchLogsIngestGb);
    let kept = costs.book.charge(PriceField::CloudwatchLogsStoreGbMonth);
    let (gb, days) = (costs.design.log_gb(), costs.design.cluster.log_retention_days);
    let prices = comes_in.usd.zip(kept.usd).filter(|_| days > 0);
    let used = when_used(gb.into());
    let monthly = match prices {
        Some((comes_in, kept)) => {
            monthly(Some(comes_in), used).zip(monthly(Some(kept), used)).and_then(|(came, kept)| {
                counted(came.with(kept.map(|usd| usd.times(u64::from(days), 30)), Usd::plus))
            })
        }
        None => monthly(None, used),
    };
    Line {
        id: LineId::Logs,
        part: Part::Monitoring,
        region: costs.code(),
        quantity: gb.into(),
        unit_price: prices.map(|(comes_in, kept)| UnitPrice::kept_for_days(comes_in, kept, days)),
        monthly,
        arithmetic: Arithmetic::Logs { gb, comes_in, kept, days },
        note: uncounted(prices.map(|(comes_in, _)| comes_in), monthly)
            .or((days == 0).then_some(NEVER_EXPIRES))
            .or(unconfirmed(comes_in))
            .or(unconfirmed(kept)),
        provenance: less_sure(comes_in, kept),
    }
}

fn data_api(costs: &Costs<'_>) -> Line {
    let requests = costs.design.usage.data_api_millions;
    let beyond = requests > FIRST_TIER;
    // Beyond the first tier the book has no item.
    let price = (!beyond).then(|| costs.book.charge(PriceField::DataApiPerMillion));
    Metered {
        id: LineId::DataApi,
        part: Part::Cluster,
        region: costs.code(),
        quantity: when_used(requests.into()),
        price,
        arithmetic: Arithmetic::Of { amount: requests, unit: Unit::MillionRequests, price },
        note: Some(if beyond { ABOVE_FIRST_TIER } else { BY_32_KB }),
    }
    .line()
}
