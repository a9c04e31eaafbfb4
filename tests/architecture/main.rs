//! The invariants of `lib.rs`, held against the source text itself.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

mod css;
mod graph;
mod source;

use std::path::Path;

use css::{css_without_comments, declarations, has_color_literal, is_word, names_a_color};
use graph::Graph;
use source::{Source, files, read, root, sources};

/// The rooms from left to right; a room may name only rooms to its left. The doors stand at the end, side by side.
const ROOMS: [&str; 8] = ["facts", "design", "estimate", "simulate", "rules", "formats", "compare", "editor"];
const DOORS: [&str; 2] = ["cli", "ui"];

const BROWSER_CRATES: [&str; 7] =
    ["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "wasm_bindgen_test", "gloo"];

/// What stops a program. `assert!` in a `const fn` is no panic of a running program: it fails the build.
const PANICS: [&str; 8] = [
    ". unwrap (",
    ". unwrap_err (",
    ". expect (",
    ". expect_err (",
    "panic !",
    "todo !",
    "unimplemented !",
    "unreachable !",
];

const PRINTS: [&str; 5] = ["print !", "println !", "eprint !", "eprintln !", "dbg !"];

/// What differs from run to run: clocks, chance, hash order.
const UNREPEATABLE: [&str; 8] = [
    "time : :",
    "SystemTime",
    "HashMap",
    "HashSet",
    "RandomState",
    "DefaultHasher",
    "thread_rng",
    "getrandom",
];

#[test]
fn a_room_names_only_rooms_to_its_left() {
    complain(sources().iter().filter(|source| !source.is_root()).flat_map(|source| {
        let mine = rank(&source.room);
        source.names.iter().filter_map(move |name| {
            let room = name.path.first()?;
            let may = *room == source.room || rank(room) < mine && !DOORS.contains(&room.as_str());
            (!may).then(|| format!("{}:{}: {} names {room}", source.path, name.line, source.room))
        })
    }));
}

#[test]
fn no_room_climbs_out_by_super() {
    complain(sources().iter().filter(|source| !source.is_root()).flat_map(|source| {
        let out = source.names.iter().filter(|name| name.climbs_out);
        out.map(|name| format!("{}:{}: `super::` leaves the room; write `crate::`", source.path, name.line))
    }));
}

#[test]
fn files_make_no_circle() {
    no_circle("files", &Graph::of_files(sources()));
}

#[test]
fn modules_make_no_circle_with_what_lies_below_them() {
    no_circle("modules", &Graph::of_siblings(sources()));
}

/// Leaves the drawing under `target/tmp`, for `dot -Tsvg`, and complains of circles.
fn no_circle(name: &str, graph: &Graph) {
    let drawing = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.dot"));
    std::fs::write(&drawing, graph.dot()).unwrap();
    let circles = graph.circles();
    let told = circles.join("\n");
    assert!(circles.is_empty(), "{} circles; {} is the graph:\n{told}", circles.len(), drawing.display());
}

#[test]
fn a_circle_is_found_and_a_parent_with_its_children_is_none() {
    let house = |c: &str| {
        [
            Source::new("lib.rs", "pub mod a; use a::b::B;"),
            Source::new("a/mod.rs", "mod b; mod c; mod d; use b::B; use self::d::D;"),
            Source::new("a/b.rs", "use super::{A, d::{D, E}};"),
            Source::new("a/c.rs", c),
            Source::new("a/d/mod.rs", "mod e; mod f; use e::E;"),
            Source::new("a/d/e.rs", "use crate::a::d::D; #[cfg(test)] mod tests { use crate::a::b::B; }"),
            Source::new("a/d/f.rs", "use super::D; use super::super::c::C;"),
        ]
    };
    let lines = |graph: Graph| graph.circles().join("\n").lines().map(str::to_owned).collect::<Vec<_>>();
    let none = house("use crate::A; use super::super::lib; use std::b::B;");
    assert!(lines(Graph::of_files(&none)).is_empty() && lines(Graph::of_siblings(&none)).is_empty());

    let files = house("fn f() {\n    view! { <p>{super::d::f::F}</p> }\n}");
    let found = ["  src/a/c.rs:2 names a/d/f.rs", "  src/a/d/f.rs:1 names a/c.rs"];
    let both = ["2 name each other in a circle: a/c.rs, a/d/f.rs", found[0], found[1]];
    assert_eq!(lines(Graph::of_files(&files)), both);

    let folders = house("use crate::a::b::B;");
    assert!(lines(Graph::of_files(&folders)).is_empty());
    assert_eq!(
        lines(Graph::of_siblings(&folders)),
        [
            "3 name each other in a circle: a/b, a/c, a/d",
            "  src/a/b.rs:1 names a/d/mod.rs",
            "  src/a/c.rs:1 names a/b.rs",
            "  src/a/d/f.rs:1 names a/c.rs",
        ]
    );
}

#[test]
fn every_source_file_lies_in_a_room_or_is_a_door() {
    let known =
        |room: &str| ROOMS.contains(&room) || DOORS.contains(&room) || ["lib", "main", "bin"].contains(&room);
    complain(sources().iter().filter(|it| !known(&it.room)).map(|it| format!("{}: no such room", it.path)));
}

/// A file that nobody names as a module is never compiled, and its rule or test never runs.
#[test]
fn every_source_file_is_a_module_of_another() {
    complain(sources().iter().filter(|it| !it.is_root()).filter_map(|source| {
        let (name, above) = source.module.split_last()?;
        let words = format!("mod {name};");
        let named = sources().iter().filter(|it| it.module == above).any(|parent| {
            let mut lines = parent.text.lines().filter_map(|line| line.trim().strip_suffix(&words));
            lines.any(|before| before.is_empty() || before.starts_with("pub"))
        });
        (!named).then(|| format!("{}: no file above it says `mod {name};`", source.path))
    }));
}

#[test]
fn only_the_ui_names_a_browser_crate() {
    complain(
        sources()
            .iter()
            .filter(|source| !["ui", "main"].contains(&source.room.as_str()))
            .flat_map(|source| source.containing(&BROWSER_CRATES)),
    );
}

/// The app would carry every example of every rule, where only its worker shows them.
#[test]
fn only_the_worker_and_the_command_line_come_to_the_examples_of_rules() {
    let shown = ["editor/about.rs", "editor/rule_page.rs"];
    let may = |source: &Source| {
        ["rules", "cli"].contains(&source.room.as_str()) || shown.contains(&source.path.as_str())
    };
    let by_name = sources().iter().filter(|it| !may(it)).flat_map(|source| {
        let names = source.names.iter().filter(|name| !name.in_test);
        let of_rules = names.filter(|name| {
            name.path.first().is_some_and(|it| it == "rules")
                && name.path.iter().any(|it| ["EXAMPLES", "Examples"].contains(&it.as_str()))
        });
        of_rules.map(|name| format!("{}:{}: names examples of rules", source.path, name.line))
    });
    let in_app =
        sources().iter().filter(|it| it.room == "ui").flat_map(|it| it.containing(&["RulePage : : of"]));
    complain(by_name.chain(in_app));
}

#[test]
fn only_one_file_names_web_sys() {
    complain(
        sources()
            .iter()
            .filter(|source| !source.path.starts_with("ui/browser/"))
            .flat_map(|source| source.containing(&["web_sys"])),
    );
}

#[test]
fn the_core_has_no_clock_no_chance_and_no_hash_order() {
    complain(
        sources()
            .iter()
            .filter(|source| !DOORS.contains(&source.room.as_str()))
            .flat_map(|source| source.containing(&UNREPEATABLE)),
    );
}

#[test]
fn money_and_capacity_are_never_floats() {
    let exact = ["facts", "design", "estimate", "simulate", "rules"];
    complain(
        sources()
            .iter()
            .filter(|source| exact.contains(&source.room.as_str()))
            .flat_map(|source| source.containing(&["f32", "f64"])),
    );
}

#[test]
fn nothing_panics_outside_tests() {
    complain(sources().iter().flat_map(|source| source.containing(&PANICS)));
}

#[test]
fn only_the_command_line_prints() {
    complain(
        sources()
            .iter()
            .filter(|source| !["cli", "main"].contains(&source.room.as_str()))
            .flat_map(|source| source.containing(&PRINTS)),
    );
}

#[test]
fn colors_come_from_the_tokens() {
    let sheets = files(&root().join("style"), "css").into_iter().filter(|path| !path.ends_with("tokens.css"));
    let in_style = sheets.flat_map(|path| {
        let text = css_without_comments(&read(&path));
        let found = declarations(&text).into_iter().filter(|(_, it)| names_a_color(it));
        found.map(|(line, it)| format!("{}:{line}: {}", path.display(), it.trim())).collect::<Vec<_>>()
    });
    let ui = sources().iter().filter(|source| source.room == "ui");
    let in_ui = ui.flat_map(|source| {
        let found = source.strings.iter().filter(|(_, it)| has_color_literal(it));
        found.map(|(line, it)| format!("{}:{line}: \"{it}\"", source.path)).collect::<Vec<_>>()
    });
    complain(in_style.chain(in_ui));
}

#[test]
fn the_ui_sets_no_style_attribute() {
    complain(sources().iter().filter(|source| source.room == "ui").flat_map(|source| {
        let by_name = source.strings.iter().filter(|(_, it)| it == "style").map(|(line, _)| *line);
        let lines = source.attributes("style").into_iter().chain(by_name);
        let told = lines.map(|line| {
            format!("{}:{line}: the page's policy refuses it; use a class or `style:name=`", source.path)
        });
        told.collect::<Vec<_>>()
    }));
}

#[test]
fn lib_documents_every_room_in_order() {
    let lib = read(&root().join("src/lib.rs"));
    let docs: String = lib.lines().filter(|line| line.starts_with("//!")).collect();
    let present: Vec<String> = sources().iter().map(|it| it.room.clone()).collect();
    let places: Vec<_> = ROOMS
        .iter()
        .chain(&DOORS)
        .filter(|room| present.iter().any(|it| it == *room))
        .map(|room| (room, docs.find(&format!("`{room}`")).or_else(|| docs.find(&format!("[`{room}`]")))))
        .collect();
    complain(
        places
            .iter()
            .filter(|(_, place)| place.is_none())
            .map(|(room, _)| format!("lib.rs: no word on `{room}`")),
    );
    let rooms = places.iter().take_while(|(room, _)| !DOORS.contains(room));
    assert!(
        rooms.is_sorted_by_key(|(_, place)| *place),
        "lib.rs names the rooms from left to right: {places:?}"
    );
}

#[test]
fn the_first_load_is_told_as_it_is_held() {
    let gate = read(&root().join("tests/e2e/size.mjs"));
    let held = gate.split_once("const LIMIT_KB = ").unwrap().1.split_once(';').unwrap().0;
    let told = [
        ("README.md", format!("a first visit loads {held} KB at most")),
        ("src/lib.rs", format!("A first load is a figure we watch: {held} KB")),
    ];
    let untrue = |(path, sentence): &(&str, String)| !read(&root().join(path)).contains(sentence);
    complain(
        told.iter().filter(|it| untrue(it)).map(|(path, sentence)| format!("{path}: no \"{sentence}\"")),
    );
}

#[test]
fn every_file_begins_by_saying_what_it_is() {
    complain(
        sources()
            .iter()
            .filter(|it| !it.text.starts_with("//! "))
            .map(|it| format!("{}: begins without `//!`", it.path)),
    );
}

#[test]
fn nothing_is_left_for_later() {
    let words = ["TODO", "FIXME", "XXX", "HACK"];
    complain(sources().iter().flat_map(|source| {
        let lines = source.text.lines().zip(1..);
        lines
            .filter(|(text, _)| words.iter().any(|word| has_word(text, word)))
            .map(|(text, line)| format!("{}:{line}: {}", source.path, text.trim()))
            .collect::<Vec<_>>()
    }));
}

fn complain(complaints: impl IntoIterator<Item = String>) {
    let complaints: Vec<_> = complaints.into_iter().collect();
    assert!(complaints.is_empty(), "{} in all:\n{}", complaints.len(), complaints.join("\n"));
}

fn rank(room: &str) -> usize {
    ROOMS.iter().position(|it| *it == room).unwrap_or(ROOMS.len())
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(is_word) && !text[at + word.len()..].starts_with(is_word))
}
