//! What the panel of the load is told: figures, picture, table, sizes, refusals, files.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

use aurora_designer::design::{Design, Edit, Field, LoadPreset, PlatformVersion};
use aurora_designer::editor::load::{Given, Kept, LoadAnswer, LoadJob, Sheet, Sized, Unit, Window, Zoom};
use aurora_designer::facts::{Acu, Decimal};
use aurora_designer::formats::document::{Block, Cell};
use aurora_designer::formats::picture::Look;
use aurora_designer::simulate::Platform;
use aurora_designer::simulate::load::preset;
use aurora_designer::simulate::search::{Limits, search};
use aurora_designer::simulate::sizing::{Demands, Wish, aws_for_load, question, size};

fn window(zoom: Zoom) -> Window {
    Window { zoom, from: 0, width: 800, instance: 0 }
}

fn sheet(design: &Design, given: Given, zoom: Zoom) -> Sheet {
    let job = LoadJob::Play(Box::new(design.clone()), given, window(zoom));
    let LoadAnswer::Sheet(Ok(sheet)) = job.done() else { panic!("{:?}", job.done()) };
    *sheet
}

fn figure(sheet: &Sheet, name: &str) -> String {
    sheet.figures.iter().find(|it| it.name == name).map(|it| it.value.clone()).unwrap_or_default()
}

fn sleeper() -> Design {
    let edits = [
        Edit::set(Field::MinCapacity, "0"),
        Edit::set(Field::LoadPreset, "sleeping_dev"),
        Edit::set(Field::LoadPeak, "2"),
    ];
    Design::default().with_all(&edits).unwrap()
}

/// Minutes of CPU as CloudWatch's CSV has them.
fn cpu(minutes: u32, percent: impl Fn(u32) -> u32) -> String {
    let row = |minute: u32| format!("{},{p},{p}\n", 1_793_491_200 + minute * 60, p = percent(minute));
    std::iter::once("timestamp,CPUUtilization,CPUUtilization:Maximum\n".to_owned())
        .chain((0..minutes).map(row))
        .collect()
}

fn kept_of(text: &str, measured_on: &str) -> Result<Kept, String> {
    let job = LoadJob::Read("cpu.csv".to_owned(), text.to_owned(), measured_on.to_owned());
    let LoadAnswer::Kept(kept) = job.done() else { panic!() };
    kept
}

#[test]
fn a_design_without_a_load_is_shown_under_office_hours() {
    let sheet = sheet(&Design::default(), Given::Own, Zoom::Week);
    assert!(sheet.title.starts_with("Office hours, 2 to 16 ACU: 43200 points"), "{}", sheet.title);
    let cost = figure(&sheet, "Cost of a month, all instances");
    assert!(cost.starts_with('$') && cost.contains(" to $"), "{cost}");
    assert!(sheet.figures.iter().all(|it| !it.words.is_empty() && !it.value.is_empty()));
    assert_eq!((sheet.instances.len(), sheet.place), (2, (0, 23 * 86_400)));
    assert!(sheet.plays.iter().all(|play| play.halves.len() == 2));
    assert!(sheet.notes.iter().any(|note| note.starts_with("Not simulated")));
}

#[test]
fn what_was_made_is_dotted_and_what_was_measured_is_solid() {
    let looks = |sheet: &Sheet| sheet.picture.paths.iter().map(|(look, _)| *look).collect::<Vec<_>>();
    let made = looks(&sheet(&Design::default(), Given::Own, Zoom::Day));
    assert!(made.contains(&Look::Wanted) && !made.contains(&Look::Measured), "{made:?}");
    let kept = kept_of(&cpu(8640, |it| if it % 1440 < 300 { 60 } else { 10 }), "16").unwrap();
    let measured = sheet(&Design::default(), Given::File(kept), Zoom::Day);
    let looks = looks(&measured);
    assert!(looks.contains(&Look::Measured) && !looks.contains(&Look::Wanted), "{looks:?}");
    assert!(looks.contains(&Look::Band) && looks.contains(&Look::Plan) && looks.contains(&Look::Max));
    assert!(measured.notes.iter().any(|note| note.contains("336")) || !measured.notes.is_empty());
}

#[test]
fn pauses_and_resumes_are_drawn_and_told() {
    let sheet = sheet(&sleeper(), Given::Own, Zoom::Day);
    let looks: Vec<Look> = sheet.picture.paths.iter().map(|(look, _)| *look).collect();
    assert!(looks.contains(&Look::Paused) && looks.contains(&Look::Resuming), "{looks:?}");
    let wakes = figure(&sheet, "Wakes");
    assert!(wakes.parse::<u32>().is_ok_and(|it| (100..140).contains(&it)), "{wakes}");
    let Block::Table(twin) = &sheet.twin else { panic!() };
    assert_eq!((twin.rows.len(), twin.head.len()), (24, 6));
    let night: Vec<&str> = twin.rows[1].iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(night, ["day 1, 01:00", "nothing", "0", "0", "0", "paused"]);
}

#[test]
fn the_picture_zooms_to_any_minute_and_stays_within_the_load() {
    let late = Window { from: u64::MAX, ..window(Zoom::Minutes) };
    let job = LoadJob::Play(Box::default(), Given::Own, late);
    let LoadAnswer::Sheet(Ok(sheet)) = job.done() else { panic!() };
    assert_eq!(sheet.place, (30 * 86_400 - 600, 30 * 86_400 - 600));
    assert!(sheet.plays[0].when.starts_with("day 30, 23:50:0"), "{}", sheet.plays[0].when);
    let inside = |x: i32| (0..=800).contains(&x);
    assert!(
        sheet.plays.iter().all(|play| inside(play.x)) && sheet.picture.labels.iter().all(|it| inside(it.x))
    );
}

#[test]
fn the_table_says_what_the_picture_shows() {
    let load = r#"{"point_seconds": 60, "instances": [{"wanted_acu": [2, 2, 12, 40, 2, 2, 2, 2]}]}"#;
    let sheet = sheet(&Design::default(), Given::File(kept_of(load, "").unwrap()), Zoom::All);
    let Block::Table(twin) = &sheet.twin else { panic!() };
    let column =
        |place: usize| twin.rows.iter().map(|row: &Vec<Cell>| row[place].text.clone()).collect::<Vec<_>>();
    assert!(column(1).contains(&"40".to_owned()) && column(4).contains(&"16".to_owned()));
    assert_eq!(column(5).iter().filter(|it| it.as_str() == "short").count(), 3, "{:?}", column(5));
    let asked = sheet.asked.unwrap();
    assert_eq!((asked.highest, asked.over_max.unwrap().longest_s), (Acu::whole(40), 60));
}

#[test]
fn a_month_is_used_as_a_design() {
    let design = sleeper();
    let job = LoadJob::Month(Box::new(design.clone()), Given::Own);
    let LoadAnswer::Design(Ok(after)) = job.done() else { panic!() };
    assert!(after.active_hours_per_month() < Decimal::whole(100));
    assert_ne!(*after, design);
}

#[test]
fn a_file_without_its_maximum_is_refused_with_what_to_say() {
    let thin = kept_of(&cpu(8640, |_| 20), "").unwrap_err();
    assert!(thin.contains("maximum of the measured cluster is not known"), "{thin}");
    let short = kept_of(&cpu(600, |_| 20), "16").unwrap_err();
    assert!(short.contains("72"), "{short}");
    assert!(kept_of("second,wanted_acu\n0,2\n60,x\n", "").unwrap_err().starts_with("line 3"));
    assert!(kept_of(&cpu(8640, |_| 20), "512").is_err());
    assert!(kept_of(&cpu(8640, |_| 20), "db.r6g.large").is_ok());
}

#[test]
fn a_search_in_steps_ends_with_what_one_in_one_go_finds() {
    let design = Box::<Design>::default();
    let edits = [Edit::set(Field::LoadPreset, "weekly"), Edit::set(Field::LoadPeak, "120")];
    let design = Box::new(design.with_all(&edits).unwrap());
    let (mut from, mut steps) = (None, 0);
    let sheet = loop {
        let job = LoadJob::Size(design.clone(), Given::Own, Box::default(), from);
        let LoadAnswer::Sized(sized) = job.done() else { panic!() };
        steps += 1;
        match *sized {
            Sized::Going(progress) => {
                assert!(progress.tried.0 <= progress.tried.1);
                from = Some(progress);
            }
            Sized::Done(sheet) => break sheet.unwrap(),
        }
    };
    assert!(steps > 1);
    let load = preset(LoadPreset::Weekly, Acu::whole(2), Acu::whole(120)).unwrap();
    let wish = Wish {
        load: &load,
        highest: load.highest(0),
        aws: aws_for_load(&load, 0),
        demands: Demands::of(&design, false),
        limits: Limits::default(),
        platform: Platform::V3To4,
    };
    let sizing = size(&wish, &search(&load, &question(&wish))).unwrap();
    assert_eq!(sheet.range, (sizing.min, sizing.max));
    assert!(sheet.headline.starts_with("provisional: "), "{}", sheet.headline);
    let headings: Vec<&str> = sheet
        .page
        .iter()
        .filter_map(|block| if let Block::Heading(words) = block { Some(words.as_str()) } else { None })
        .collect();
    assert!(headings.contains(&"Whether a pause is worth it"), "{headings:?}");
}

#[test]
fn a_clipped_month_says_at_least() {
    let capacity = cpu(30_000, |it| if it % 1440 < 600 { 8 } else { 2 });
    let kept = kept_of(&capacity.replace("CPUUtilization", "ServerlessDatabaseCapacity"), "8").unwrap();
    let given = Given::File(kept);
    let asked = sheet(&Design::default(), given.clone(), Zoom::Week).asked.unwrap();
    assert!(asked.is_clipped);
    let mut from = None;
    let sheet = loop {
        let LoadAnswer::Sized(sized) =
            LoadJob::Size(Box::default(), given.clone(), Box::default(), from).done()
        else {
            panic!()
        };
        match *sized {
            Sized::Going(progress) => from = Some(progress),
            Sized::Done(sheet) => break sheet.unwrap(),
        }
    };
    assert!(sheet.headline.contains("at least"), "{}", sheet.headline);
}

#[test]
fn aws_figures_come_alone_and_say_what_is_missing() {
    let figures = |all: [&str; 5]| match LoadJob::Aws(all.map(str::to_owned)).done() {
        LoadAnswer::Page(page) => page,
        other => panic!("{other:?}"),
    };
    let page = figures(["db.r6g.xlarge", "35", "72", "", ""]).unwrap();
    let Block::Table(table) = &page[0] else { panic!() };
    let acus: Vec<&str> = table.rows.iter().map(|row| row[1].text.as_str()).collect();
    assert_eq!(acus, ["3.5", "6", "12", "16"]);
    assert!(figures(["", "35", "72", "", ""]).unwrap_err().contains("which class"));
    assert!(figures(["db.r6g.xlarge", "80", "72", "", ""]).is_err());
}

#[test]
fn figures_that_people_know_become_acus() {
    let of = |unit, figure: &str| match LoadJob::Convert(unit, figure.to_owned(), Box::default()).done() {
        LoadAnswer::Text(text) => text,
        other => panic!("{other:?}"),
    };
    assert_eq!(of(Unit::Vcpu, "0.78"), Ok("4".to_owned()));
    assert_eq!(of(Unit::Cpu, "39"), Ok("8".to_owned()));
    assert_eq!(of(Unit::WorkingSet, "12"), Ok("6".to_owned()));
    assert_eq!(of(Unit::Connections, "200"), Ok("1".to_owned()));
    assert!(of(Unit::Vcpu, "many").is_err());
}

#[test]
fn every_constant_opens_its_source() {
    for version in [PlatformVersion::V1, PlatformVersion::V4] {
        let LoadAnswer::Page(Ok(page)) = LoadJob::Evidence(version).done() else { panic!() };
        let tables =
            page.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        let constants = tables.clone().next().unwrap();
        assert_eq!(constants.rows.len(), 10);
        assert!(constants.rows.iter().all(|row| !row[5].links.is_empty()));
        assert_eq!(tables.count(), 3);
    }
}

#[test]
fn files_hold_what_is_shown() {
    let job = LoadJob::Svg(Box::default(), Given::Own, window(Zoom::Week));
    let LoadAnswer::Text(Ok(svg)) = job.done() else { panic!() };
    assert!(svg.starts_with("<svg") && svg.contains("stroke-dasharray=\"5 3\"") && svg.ends_with("</svg>\n"));
    let LoadAnswer::Text(Ok(csv)) = LoadJob::Csv(Box::default(), Given::Own).done() else { panic!() };
    assert!(csv.starts_with("instance,edge,second,acu\n") && csv.contains("\n1,high,"));
}
