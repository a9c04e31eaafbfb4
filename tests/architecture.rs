//! The invariants of `lib.rs`, held against the source text itself.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::maybe_infinite_iter,
    reason = "helpers of tests fail as tests do, and the last line of a file ends every search"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from left to right; a room may name only rooms to its left. The doors stand at the end, side by side.
const ROOMS: [&str; 6] = ["facts", "design", "estimate", "rules", "formats", "editor"];
const DOORS: [&str; 2] = ["cli", "ui"];

const BROWSER_CRATES: [&str; 7] =
    ["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "wasm_bindgen_test", "gloo"];

/// What stops a program. `assert!` in a `const fn` is no panic of a running program: it fails the build.
const PANICS: [&str; 8] = [
    ".unwrap()",
    ".unwrap_err()",
    ".expect(",
    ".expect_err(",
    "panic!",
    "todo!",
    "unimplemented!",
    "unreachable!",
];

const PRINTS: [&str; 5] = ["print!", "println!", "eprint!", "eprintln!", "dbg!"];

/// What differs from run to run: clocks, chance, hash order.
const UNREPEATABLE: [&str; 8] =
    ["time::", "SystemTime", "HashMap", "HashSet", "RandomState", "DefaultHasher", "thread_rng", "getrandom"];

#[test]
fn a_room_names_only_rooms_to_its_left() {
    complain(sources().iter().flat_map(|source| {
        let mine = rank(&source.room);
        let named = crate_paths(&source.code);
        named.into_iter().filter_map(move |(line, room)| {
            let other = rank(&room);
            let may =
                source.is_root() || room == source.room || other < mine && !DOORS.contains(&room.as_str());
            (!may).then(|| format!("{}:{line}: {} names {room}", source.path, source.room))
        })
    }));
}

#[test]
fn no_room_climbs_out_by_super() {
    complain(sources().iter().flat_map(|source| {
        let depth = source.depth();
        source.lines_without_tests().filter_map(move |(line, text)| {
            let climb = "super::".repeat(depth);
            (!source.is_root() && text.contains(&climb))
                .then(|| format!("{}:{line}: `{climb}` leaves the room; write `crate::`", source.path))
        })
    }));
}

#[test]
fn every_source_file_lies_in_a_room_or_is_a_door() {
    let known =
        |room: &str| ROOMS.contains(&room) || DOORS.contains(&room) || ["lib", "main"].contains(&room);
    complain(sources().iter().filter(|it| !known(&it.room)).map(|it| format!("{}: no such room", it.path)));
}

#[test]
fn only_the_ui_names_a_browser_crate() {
    complain(
        sources()
            .iter()
            .filter(|source| !["ui", "main"].contains(&source.room.as_str()))
            .flat_map(|source| source.naming(&BROWSER_CRATES)),
    );
}

#[test]
fn only_one_file_names_web_sys() {
    complain(
        sources()
            .iter()
            .filter(|source| !source.path.starts_with("ui/browser/"))
            .flat_map(|source| source.naming(&["web_sys"])),
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
    let exact = ["facts", "design", "estimate", "rules"];
    complain(
        sources()
            .iter()
            .filter(|source| exact.contains(&source.room.as_str()))
            .flat_map(|source| source.naming(&["f32", "f64"])),
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
    let ui = sources().into_iter().filter(|source| source.room == "ui");
    let in_ui = ui.flat_map(|source| {
        let found = source.strings.iter().filter(|(_, it)| has_color_literal(it));
        found.map(|(line, it)| format!("{}:{line}: \"{it}\"", source.path)).collect::<Vec<_>>()
    });
    complain(in_style.chain(in_ui));
}

#[test]
fn the_ui_sets_no_style_attribute() {
    complain(sources().into_iter().filter(|source| source.room == "ui").flat_map(|source| {
        let lines = source.lines_without_tests();
        let attribute = |text: &str| {
            let after = |word: &str| {
                text.match_indices(word).any(|(at, _)| {
                    let before = text[..at].chars().next_back();
                    !before.is_some_and(|it| it.is_alphanumeric() || "_.-:".contains(it))
                })
            };
            after("style=") && !text.contains("style==")
        };
        let by_markup = lines.filter(|(_, text)| attribute(text)).map(|(line, _)| line);
        let by_name = source.strings.iter().filter(|(_, it)| it == "style").map(|(line, _)| *line);
        by_markup
            .chain(by_name)
            .map(|line| {
                format!("{}:{line}: the page's policy refuses it; use a class or `style:name=`", source.path)
            })
            .collect::<Vec<_>>()
    }));
}

#[test]
fn lib_documents_every_room_in_order() {
    let lib = read(&root().join("src/lib.rs"));
    let docs: String = lib.lines().filter(|line| line.starts_with("//!")).collect();
    let present: Vec<String> = sources().into_iter().map(|it| it.room).collect();
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

#[test]
fn the_reader_of_this_file_tells_code_from_words() {
    let text = "use crate::{facts::{a, b}, design}; // crate::ui\nlet s = \"crate::cli\"; let c = '\"'; fn f<'a>() {}\n\
                #[cfg(test)]\nmod tests {\n    use crate::rules;\n}\nlet r = r#\"x\"y\"#; crate::formats::z";
    let (code, strings) = split(text);
    let rooms: Vec<_> = crate_paths(&code).into_iter().map(|(line, room)| format!("{line} {room}")).collect();
    assert_eq!(rooms, ["1 facts", "1 design", "5 rules", "7 formats"]);
    assert_eq!(strings, [(2, "crate::cli".to_owned()), (7, "x\"y".to_owned())]);
    let plain = without_tests(&code);
    assert!(!plain.contains("rules") && plain.contains("formats"), "{plain}");
    assert_eq!(plain.lines().count(), text.lines().count());
}

#[test]
fn the_reader_of_this_file_knows_a_color() {
    let colors = ["#fff", "1px solid #0a6a6a80", "rgb(0 0 0 / 8%)", "oklch(1 0 0)", "white", "1px solid Red"];
    let none = [
        "var(--red)",
        "transparent",
        "currentColor",
        "color-mix(in srgb, var(--a), var(--b))",
        "url(#arrow)",
        "Highlight",
    ];
    assert!(colors.iter().all(|it| names_a_color(it)));
    assert!(!none.iter().any(|it| names_a_color(it)));
}

/// One file of `src`, with what is code and what is only said in it kept apart.
struct Source {
    /// From `src`, with forward slashes.
    path: String,
    /// The first name on the path, without an ending.
    room: String,
    text: String,
    /// The text with comments and the insides of strings blanked; lines keep their numbers.
    code: String,
    /// Every string with the line it begins on.
    strings: Vec<(usize, String)>,
}

impl Source {
    fn is_root(&self) -> bool {
        ["lib", "main"].contains(&self.room.as_str())
    }

    /// How many `super::` lead to the root of the crate.
    fn depth(&self) -> usize {
        let names = self.path.matches('/').count() + 1;
        if self.path.ends_with("/mod.rs") { names - 1 } else { names }
    }

    fn lines_without_tests(&self) -> std::vec::IntoIter<(usize, String)> {
        let code = without_tests(&self.code);
        (1..).zip(code.lines().map(str::to_owned)).collect::<Vec<_>>().into_iter()
    }

    /// Lines outside tests that name one of the identifiers.
    fn naming(&self, words: &[&str]) -> Vec<String> {
        self.complaints(words, has_word)
    }

    /// Lines outside tests that contain one of the pieces, where a piece that begins with a letter begins a word.
    fn containing(&self, pieces: &[&str]) -> Vec<String> {
        self.complaints(pieces, |text, piece| {
            text.match_indices(piece).any(|(at, _)| piece.starts_with('.') || !text[..at].ends_with(is_word))
        })
    }

    fn complaints(&self, words: &[&str], found: impl Fn(&str, &str) -> bool) -> Vec<String> {
        self.lines_without_tests()
            .flat_map(|(line, text)| {
                let hits = words.iter().filter(|word| found(&text, word));
                hits.map(|word| format!("{}:{line}: {word}", self.path)).collect::<Vec<_>>()
            })
            .collect()
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries
        .flat_map(|path| {
            if path.is_dir() {
                files(&path, ending)
            } else {
                Vec::from_iter(path.extension().is_some_and(|it| it == ending).then_some(path))
            }
        })
        .collect();
    found.sort();
    found
}

fn sources() -> Vec<Source> {
    let src = root().join("src");
    let read_one = |file: PathBuf| {
        let path = file.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
        let room = path.split(['/', '.']).next().unwrap().to_owned();
        let text = read(&file);
        let (code, strings) = split(&text);
        Source { path, room, text, code, strings }
    };
    files(&src, "rs").into_iter().map(read_one).collect()
}

fn complain(complaints: impl IntoIterator<Item = String>) {
    let complaints: Vec<_> = complaints.into_iter().collect();
    assert!(complaints.is_empty(), "{} in all:\n{}", complaints.len(), complaints.join("\n"));
}

fn rank(room: &str) -> usize {
    ROOMS.iter().position(|it| *it == room).unwrap_or(ROOMS.len())
}

fn is_word(it: char) -> bool {
    it.is_alphanumeric() || it == '_'
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(is_word) && !text[at + word.len()..].starts_with(is_word))
}

/// The first name after every `crate::` with its line, groups in braces opened.
fn crate_paths(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        if code[..at].ends_with(is_word) || code[..at].ends_with('$') {
            continue;
        }
        let line = code[..at].matches('\n').count() + 1;
        let rest = &code[at + start.len()..];
        let name = |text: &str| text.trim_start().chars().take_while(|it| is_word(*it)).collect::<String>();
        match rest.strip_prefix('{') {
            Some(group) => {
                let mut depth = 0;
                let mut parts = vec![String::new()];
                for letter in group.chars() {
                    match letter {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => parts.push(String::new()),
                        _ => {}
                    }
                    parts.last_mut().unwrap().push(letter);
                }
                let names =
                    parts.iter().map(|part| name(part.trim_start_matches(','))).filter(|it| !it.is_empty());
                found.extend(names.map(|room| (line, room)));
            }
            None => found.push((line, name(rest))),
        }
    }
    found
}

/// Blanks comments and the insides of strings, and gives the strings with their lines.
fn split(text: &str) -> (String, Vec<(usize, String)>) {
    let letters: Vec<char> = text.chars().collect();
    let at = |place: usize| letters.get(place).copied().unwrap_or('\0');
    let (mut code, mut strings, mut line, mut place) = (String::new(), Vec::new(), 1, 0);
    while place < letters.len() {
        let hashes = (0..).take_while(|more| at(place + 1 + more) == '#').count();
        let raw = at(place) == 'r'
            && at(place + 1 + hashes) == '"'
            && !code.ends_with(|it| is_word(it) && it != 'b');
        let end = if at(place) == '/' && at(place + 1) == '/' {
            (place..).find(|it| ['\n', '\0'].contains(&at(*it))).unwrap()
        } else if at(place) == '/' && at(place + 1) == '*' {
            let closed = |it: &usize| *it >= letters.len() || (at(*it - 2), at(*it - 1)) == ('*', '/');
            (place + 4..).find(closed).unwrap()
        } else if raw || at(place) == '"' {
            let quote = if raw { place + 1 + hashes } else { place };
            let fence = if raw { hashes } else { 0 };
            let mut last = quote + 1;
            while last < letters.len() && !(at(last) == '"' && (1..=fence).all(|more| at(last + more) == '#'))
            {
                last += if !raw && at(last) == '\\' { 2 } else { 1 };
            }
            let inside: String = letters[quote + 1..last.min(letters.len())].iter().collect();
            strings.push((line, inside));
            code.push('"');
            last + 1 + fence
        } else if at(place) == '\'' && (at(place + 1) == '\\' || at(place + 2) == '\'') {
            let first = if at(place + 1) == '\\' { place + 3 } else { place + 2 };
            (first..).find(|it| ['\'', '\0'].contains(&at(*it))).unwrap() + 1
        } else {
            code.push(at(place));
            line += usize::from(at(place) == '\n');
            place += 1;
            continue;
        };
        let breaks = letters[place..end.min(letters.len())].iter().filter(|it| **it == '\n').count();
        code.push_str(&"\n".repeat(breaks));
        line += breaks;
        place = end;
    }
    (code, strings)
}

/// Blanks every item under `#[cfg(test)]`; expects code from [`split`].
fn without_tests(code: &str) -> String {
    let mut plain = String::new();
    let mut rest = code;
    while let Some(at) = rest.find("#[cfg(test)]") {
        plain.push_str(&rest[..at]);
        let item = &rest[at..];
        let mut depth = 0;
        let ends = item.char_indices().find(|(_, letter)| {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            depth == 0 && ['}', ';'].contains(letter)
        });
        let end = ends.map_or(item.len(), |(at, letter)| at + letter.len_utf8());
        plain.push_str(&"\n".repeat(item[..end].matches('\n').count()));
        rest = &item[end..];
    }
    plain + rest
}

fn css_without_comments(text: &str) -> String {
    let mut pieces = text.split("/*");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (comment, rest) = piece.split_once("*/").unwrap_or((piece, ""));
        plain.push_str(&"\n".repeat(comment.matches('\n').count()));
        plain.push_str(rest);
    }
    plain
}

/// The values of all declarations with their lines; what stands before an opening brace is none.
fn declarations(css: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut line = 1;
    for piece in css.split_inclusive(['{', '}', ';']) {
        if let Some((_, value)) = piece.split_once(':').filter(|_| !piece.ends_with('{')) {
            found.push((
                line + piece.len().min(piece[..piece.len() - value.len()].matches('\n').count()),
                value.to_owned(),
            ));
        }
        line += piece.matches('\n').count();
    }
    found
}

/// `#rgb`, `#rrggbb`, with or without opacity, or a function of numbers.
fn has_color_literal(text: &str) -> bool {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch("];
    let by_function =
        functions.iter().any(|it| text.match_indices(it).any(|(at, _)| !text[..at].ends_with(is_word)));
    let by_number = text.match_indices('#').any(|(at, _)| {
        let digits = text[at + 1..].chars().take_while(|it| is_word(*it) || *it == '-').collect::<String>();
        [3, 4, 6, 8].contains(&digits.len()) && digits.chars().all(|it| it.is_ascii_hexdigit())
    });
    by_function || by_number
}

fn names_a_color(value: &str) -> bool {
    let names = [
        "white", "black", "gray", "grey", "silver", "red", "maroon", "orange", "gold", "yellow", "olive",
        "lime", "green", "teal", "aqua", "cyan", "blue", "navy", "purple", "fuchsia", "magenta", "pink",
        "brown", "tomato", "crimson",
    ];
    let words =
        value.split(|it: char| !is_word(it) && it != '-').map(str::to_ascii_lowercase).collect::<Vec<_>>();
    has_color_literal(value) || words.iter().any(|word| names.contains(&word.as_str()))
}
