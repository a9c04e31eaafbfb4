//! How long a simulation and a search take: `cargo bench --bench simulation`. A month of minutes must be played in 5 ms at
//! one edge, the best range found in 100 ms up to a peak of 64 ACU and in 300 ms at 256, in the browser.

use aurora_designer::design::LoadPreset;
use aurora_designer::facts::Acu;
use aurora_designer::simulate::load::{Load, Point, noise, preset};
use aurora_designer::simulate::search::{Limits, Question, search};
use aurora_designer::simulate::{Edge, Platform, Setup, Totals, at_edge};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// The month of each shape between 1 ACU and a peak, which its noise does not pass, and four that are another each minute.
fn months(peak: u32) -> Vec<(&'static str, Load)> {
    let of = |shape| {
        let month = preset(shape, Acu::whole(1), Acu::whole(peak)).ok()?;
        let clipped = month.series(0)?.iter().map(|point| Point::wanting(point.acu().min(Acu::whole(peak))));
        Load::new(60, vec![clipped.collect()]).ok()
    };
    let top = 2 * peak;
    let minutes = |wanted: &dyn Fn(u32) -> u32| {
        let points = (0..43_200).map(|minute| Point::wanting(Acu::halves(wanted(minute).min(top))));
        Load::new(60, vec![points.collect()]).ok()
    };
    // From 0 to 200, even.
    let share = |minute| u32::try_from(noise(minute) + 100).unwrap_or(0);
    let walked: Vec<u32> = (0..43_200)
        .scan(top / 2, |wanted, minute| {
            *wanted = (*wanted + share(minute) * top / 2000).saturating_sub(top / 20).min(top);
            Some(*wanted)
        })
        .collect();
    let at = |minute| usize::try_from(minute).ok().and_then(|it| walked.get(it)).copied().unwrap_or(0);
    let presets = [
        ("office hours", of(LoadPreset::OfficeHours)),
        ("spiky", of(LoadPreset::SpikyApi)),
        ("weekly", of(LoadPreset::Weekly)),
        ("noise", minutes(&|minute| share(minute) * top / 200)),
        ("walk", minutes(&at)),
        ("spikes", minutes(&|minute| if share(minute) > 180 { top } else { 1 + share(minute) % 2 })),
        ("high and low", minutes(&|minute| if minute % 2 == 0 { top } else { 1 })),
    ];
    presets.into_iter().filter_map(|(name, load)| Some((name, load?))).collect()
}

fn load(peak: u32, name: &str) -> Option<Load> {
    months(peak).into_iter().find(|(it, _)| *it == name).map(|(_, load)| load)
}

const SHAPES: [&str; 7] = ["office hours", "spiky", "weekly", "noise", "walk", "spikes", "high and low"];

fn question(platform: Platform, floor: Acu) -> Question {
    Question {
        platform,
        edge: Edge::Plan,
        limits: Limits { spell_s: 120, ..Limits::default() },
        floor,
        delay: 300,
    }
}

#[divan::bench(args = SHAPES, sample_count = 10)]
fn month_on_1_to_2(bencher: Bencher<'_, '_>, shape: &str) {
    run(bencher, shape, Platform::V1To2);
}

#[divan::bench(args = SHAPES, sample_count = 10)]
fn month_on_3_to_4(bencher: Bencher<'_, '_>, shape: &str) {
    run(bencher, shape, Platform::V3To4);
}

fn run(bencher: Bencher<'_, '_>, shape: &str, platform: Platform) {
    let (Some(load), Ok(setup)) = (load(64, shape), Setup::single(Acu::HALF, Acu::whole(64), None)) else {
        return;
    };
    bencher.bench(|| at_edge(&setup, black_box(&load), platform, Edge::Plan));
}

#[divan::bench(args = [16, 64, 256], consts = [0, 1, 2, 3, 4, 5, 6], sample_count = 3)]
fn best_range_on_1_to_2<const SHAPE: usize>(bencher: Bencher<'_, '_>, peak: u32) {
    best::<SHAPE>(bencher, peak, Platform::V1To2);
}

#[divan::bench(args = [16, 64, 256], consts = [0, 1, 2, 3, 4, 5, 6], sample_count = 3)]
fn best_range_on_3_to_4<const SHAPE: usize>(bencher: Bencher<'_, '_>, peak: u32) {
    best::<SHAPE>(bencher, peak, Platform::V3To4);
}

fn best<const SHAPE: usize>(bencher: Bencher<'_, '_>, peak: u32, platform: Platform) {
    let Some(load) = SHAPES.get(SHAPE).and_then(|shape| load(peak, shape)) else { return };
    bencher.bench(|| search(black_box(&load), &question(platform, Acu::HALF)));
}

#[divan::bench(args = [4, 8], sample_count = 3)]
fn best_range_by_search(bencher: Bencher<'_, '_>, peak: u32) {
    let Some(load) = load(peak, "office hours") else { return };
    bencher.bench(|| search(black_box(&load), &question(Platform::V3To4, Acu::HALF)));
}

/// The same by trying every pair; a property test proves the answers equal.
#[divan::bench(args = [4, 8], sample_count = 3)]
fn best_range_by_brute_force(bencher: Bencher<'_, '_>, peak: u32) {
    let Some(load) = load(peak, "office hours") else { return };
    let limits = question(Platform::V3To4, Acu::HALF).limits;
    bencher.bench(|| {
        let mut best: Option<Totals> = None;
        let top = load.highest(0).as_halves();
        for min in 1..=top {
            for max in min.max(2)..=top {
                let Ok(setup) = Setup::single(Acu::halves(min), Acu::halves(max), None) else { continue };
                let played = at_edge(&setup, black_box(&load), Platform::V3To4, Edge::Plan);
                let totals = played.ok().and_then(|all| all.first().map(|it| it.totals)).filter(|it| {
                    it.longest_short_spell_s <= limits.spell_s
                        && it.unserved_percent() <= limits.unserved_percent
                });
                if let Some(totals) = totals
                    && best.is_none_or(|best| totals.half_seconds() < best.half_seconds())
                {
                    best = Some(totals);
                }
            }
        }
        best
    });
}

#[divan::bench(sample_count = 3)]
fn best_range_that_may_pause(bencher: Bencher<'_, '_>) {
    let Ok(load) = preset(LoadPreset::SleepingDev, Acu::HALF, Acu::whole(8)) else { return };
    let mut question = question(Platform::V3To4, Acu::ZERO);
    question.limits.spell_s = 600;
    bencher.bench(|| search(black_box(&load), &question));
}
