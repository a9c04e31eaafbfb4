//! What keeps a design: the spec in YAML, the link, the records of the shelf.

use aurora_designer::design::Design;
use aurora_designer::editor::history::History;
use aurora_designer::editor::shelf::{Head, StepRecord, steps_from};
use aurora_designer::formats::import::Input;
use aurora_designer::formats::{link, yaml};

use super::runner::Reader;
use super::seeds::{corpus, designs};
use super::seen::is_new;

fn text(inputs: &[Input]) -> String {
    String::from_utf8_lossy(&inputs[0].bytes).into_owned()
}

fn same(design: &Design, again: &Design, form: &str) -> Result<bool, String> {
    if design == again { Ok(true) } else { Err(format!("read back as another design: {form}")) }
}

/// Whatever is read is written as YAML that says the same. A spec holds at most 100 instances, and as many secondaries; the
/// shelf keeps what there is.
fn through_yaml(design: &Design) -> Result<bool, String> {
    const MOST: usize = 100;
    if design.instances().count() > MOST || design.secondaries().len() > MOST {
        return Ok(true);
    }
    if !is_new(&format!("{design:?}")) {
        return Ok(true);
    }
    let written = yaml::write(design);
    let again = yaml::read(&written).map_err(|error| format!("{error}: {written}"))?;
    same(design, &again.design, &written)
}

#[test]
fn spec() {
    let seeds: Vec<Vec<Input>> = designs().into_iter().map(|it| vec![it]).chain(corpus("spec")).collect();
    let read = |inputs: &[Input]| match yaml::read(&text(inputs)) {
        Ok(spec) => through_yaml(&spec.design),
        Err(error) if error.line == 0 || error.message.is_empty() => {
            Err(format!("says too little: {error:?}"))
        }
        Err(_) => Ok(false),
    };
    Reader { name: "spec", seeds, small: 300, words: &SPEC, guard: |it| it, read }.run();
}

const SPEC: [&str; 18] = [
    "&a ",
    "*a",
    "<<: *a\n",
    "- ",
    "? ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "!!str ",
    "!!binary ",
    "|\n",
    ">\n",
    "~",
    "yes",
    "0x10",
    "1_000",
    "2026-11-28",
    "serverless_v2:\n",
];

/// A link of every kept design, and what is kept besides.
fn links() -> Vec<Vec<Input>> {
    let of = |input: Input| {
        let design = yaml::read(&String::from_utf8(input.bytes).unwrap()).unwrap().design;
        vec![Input { name: input.name, bytes: link::keep(&design).into_bytes() }]
    };
    designs().into_iter().map(of).chain(corpus("link")).collect()
}

/// Those, and every key of theirs alone and with its neighbour: a short link is read ten times as fast.
fn short_links() -> Vec<Vec<Input>> {
    let mut seeds = links();
    let mut pairs = std::collections::BTreeSet::new();
    for seed in &seeds {
        let link = text(seed);
        let all: Vec<&str> = link.split('&').collect();
        pairs.extend(all.windows(2).map(|two| format!("v=1&{}", two.join("&"))));
        pairs.extend(all.iter().map(|one| format!("v=1&{one}")));
    }
    seeds.extend(
        pairs.into_iter().map(|link| vec![Input { name: "link".to_owned(), bytes: link.into_bytes() }]),
    );
    seeds
}

#[test]
fn links_are_read() {
    let read = |inputs: &[Input]| {
        let text = text(inputs);
        let (design, _) = link::decode(&text);
        link::prices_of(&text);
        if !is_new(&format!("{design:?}")) {
            return Ok(true);
        }
        let written = yaml::write(&design);
        let again = yaml::read(&written).map_err(|error| format!("{error}: {written}"))?;
        same(&design, &again.design, &written)?;
        let written = link::keep(&design);
        same(&design, &link::kept(&written).0, &written)?;
        if let Ok(short) = link::encode(&design) {
            same(&design, &link::decode(&short).0, &short)?;
        }
        Ok(true)
    };
    Reader { name: "link", seeds: short_links(), small: 100, words: &LINK, guard: |it| it, read }.run();
}

const LINK: [&str; 16] = [
    "&",
    "=",
    "%",
    "%2",
    "%00",
    "%ff",
    "%26",
    "&v=1",
    "&v=2",
    "&k=0",
    "#",
    "?",
    "+",
    "~",
    "&tag=a",
    "https://a/#",
];

/// Heads and steps as bytes: version, lengths, texts.
fn records() -> Vec<Vec<Input>> {
    let mut seeds = Vec::new();
    for mut seed in links() {
        let text = String::from_utf8_lossy(&seed[0].bytes).into_owned();
        let head = Head {
            id: "0190".to_owned(),
            name: Some("orders".to_owned()),
            project: "orders".to_owned(),
            revision: 3,
            made: 1_764_300_000_000,
            edited: 1_764_300_000_000,
            deleted: None,
            first: 0,
            at: 1,
            last: 2,
            text: text.clone(),
            opened: link::keep(&Design::default()),
        };
        let mut history = History::new(link::kept(&text).0, 0);
        let steps = history.batch().steps;
        seed[0].bytes = head.to_bytes();
        seeds.push(seed.clone());
        seed[0].bytes = steps.first().map(|step| StepRecord::of("0190", step).bytes).unwrap_or_default();
        seeds.push(seed);
    }
    seeds
}

#[test]
fn shelf() {
    let read = |inputs: &[Input]| {
        let bytes = inputs[0].bytes.as_slice();
        if let Ok(head) = Head::from_bytes(bytes) {
            if Head::from_bytes(&head.to_bytes()).as_ref() != Ok(&head) {
                return Err(format!("read back as another head: {head:?}"));
            }
            through_yaml(&link::kept(&head.text).0)?;
            return Ok(true);
        }
        let steps = [0, 1, u64::MAX].into_iter().find_map(|at| Some((steps_from([bytes, bytes], at)?, at)));
        let Some((steps, at)) = steps else { return Ok(false) };
        if let Some(history) = History::restore(steps, at) {
            through_yaml(&history.shown())?;
        }
        Ok(true)
    };
    Reader { name: "shelf", seeds: records(), small: 400, words: &SHELF, guard: |it| it, read }.run();
}

const SHELF: [&str; 8] = ["\u{1}", "\u{2}", "\u{0}", "\u{7f}", "0190", "&v=1", "&k=0", "\u{ff}"];
