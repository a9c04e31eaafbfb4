//! The files of `src` as proc-macro2 reads them: words, strings, and the paths to other modules, those inside macros too.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proc_macro2::{Delimiter, LineColumn, TokenStream, TokenTree};

/// One file of `src`, with what is code and what is only said in it kept apart.
pub(crate) struct Source {
    /// From `src`, with forward slashes.
    pub(crate) path: String,
    /// The first name on the path, without an ending.
    pub(crate) room: String,
    pub(crate) text: String,
    /// The module that the file is, from the crate's root.
    pub(crate) module: Vec<String>,
    /// Words and signs outside tests, doc comments left out.
    tokens: Vec<Token>,
    /// Every string with the line it begins on.
    pub(crate) strings: Vec<(usize, String)>,
    pub(crate) names: Vec<Name>,
    /// Modules that are files of their own and only tests: `#[cfg(test)] mod tests;`.
    tests: Vec<Vec<String>>,
}

/// A path that begins at the crate's root or climbs from where it stands: `crate::a::b`, `super::b`, `self::b`.
#[derive(Debug)]
pub(crate) struct Name {
    pub(crate) line: usize,
    /// From the crate's root.
    pub(crate) path: Vec<String>,
    /// Whether it left the room by `super::`.
    pub(crate) climbs_out: bool,
    pub(crate) in_test: bool,
}

struct Token {
    text: String,
    at: LineColumn,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self::of(path, text, false)
    }

    /// A file, which may be a test as a whole.
    fn of(path: &str, text: &str, in_test: bool) -> Self {
        let mut module: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        let room = module[0].clone();
        if ["mod", "lib", "main"].contains(&module.last().unwrap().as_str()) {
            module.pop();
        }
        let stream: TokenStream = text.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut source = Self {
            path: path.to_owned(),
            room,
            text: text.to_owned(),
            module: module.clone(),
            tokens: Vec::new(),
            strings: Vec::new(),
            names: Vec::new(),
            tests: Vec::new(),
        };
        source.read(stream, &mut module, in_test);
        source
    }

    /// `lib.rs`, `main.rs` and further binaries, which lie in no room.
    pub(crate) fn is_root(&self) -> bool {
        self.module.is_empty() || self.room == "bin"
    }

    /// Places outside tests of one of these runs of words and signs, such as `panic !`.
    pub(crate) fn containing(&self, runs: &[&str]) -> Vec<String> {
        let found = runs.iter().flat_map(|run| {
            let parts: Vec<&str> = run.split(' ').collect();
            let places = self.tokens.windows(parts.len());
            places
                .filter(move |tokens| tokens.iter().map(|it| it.text.as_str()).eq(parts.iter().copied()))
                .map(move |tokens| format!("{}:{}: {run}", self.path, tokens[0].at.line))
        });
        found.collect()
    }

    /// Lines with an attribute of markup by this name: `name=` without a space, which rustfmt never leaves elsewhere.
    pub(crate) fn attributes(&self, name: &str) -> Vec<usize> {
        let is = |tokens: &&[Token]| {
            let [before, word, sign, after] = tokens else { return false };
            let touches = word.at.line == sign.at.line && word.at.column + word.text.len() == sign.at.column;
            word.text == name
                && sign.text == "="
                && touches
                && after.text != "="
                && ![".", "-", ":"].contains(&before.text.as_str())
        };
        self.tokens.windows(4).filter(is).map(|tokens| tokens[1].at.line).collect()
    }

    fn read(&mut self, stream: TokenStream, module: &mut Vec<String>, in_test: bool) {
        let trees: Vec<TokenTree> = stream.into_iter().collect();
        let mut test_until = 0;
        for (place, tree) in trees.iter().enumerate() {
            if let Some(attribute) = attribute(&trees[place..])
                && attribute == "cfg (test)"
            {
                let rest = trees[place..].iter();
                let ends = |it: &TokenTree| is_sign(it, ';') || braces(it).is_some();
                test_until = place + rest.take_while(|it| !ends(it)).count() + 1;
            }
            let in_test = in_test || place < test_until;
            if in_test
                && let [word, TokenTree::Ident(name), end, ..] = &trees[place..]
                && is_word(word, "mod")
                && is_sign(end, ';')
            {
                self.tests.push([module.as_slice(), &[name.to_string()]].concat());
            }
            match tree {
                TokenTree::Group(group) => {
                    let before = |back: usize| place.checked_sub(back).map(|at| &trees[at]);
                    if before(1).is_some_and(|it| is_sign(it, '#') || is_sign(it, '!'))
                        && group.stream().into_iter().next().is_some_and(|it| is_word(&it, "doc"))
                    {
                        continue;
                    }
                    let (open, close) = match group.delimiter() {
                        Delimiter::Parenthesis => ("(", ")"),
                        Delimiter::Brace => ("{", "}"),
                        Delimiter::Bracket => ("[", "]"),
                        Delimiter::None => ("", ""),
                    };
                    let inner = before(2).filter(|it| is_word(it, "mod")).and_then(|_| before(1));
                    let inner = inner.filter(|_| group.delimiter() == Delimiter::Brace);
                    module.extend(inner.map(ToString::to_string));
                    self.push(open, group.span_open().start(), in_test);
                    self.read(group.stream(), module, in_test);
                    self.push(close, group.span_close().start(), in_test);
                    module.truncate(module.len() - usize::from(inner.is_some()));
                }
                TokenTree::Literal(literal) => {
                    let line = literal.span().start().line;
                    self.strings.extend(string(&literal.to_string()).map(|text| (line, text)));
                    self.push("\"", literal.span().start(), in_test);
                }
                TokenTree::Ident(_) => {
                    let is_first = place < 2 || !is_path_sign(&trees[place - 2..]);
                    if is_first && trees.get(place + 1..).is_some_and(is_path_sign) {
                        let mut paths = Vec::new();
                        follow(&trees[place..], &[], &mut paths);
                        let names = paths.into_iter().filter_map(|(line, path)| {
                            let (path, climbs_out) = from_root(&path, module)?;
                            Some(Name { line, path, climbs_out, in_test })
                        });
                        self.names.extend(names);
                    }
                    self.push(&tree.to_string(), tree.span().start(), in_test);
                }
                TokenTree::Punct(_) => self.push(&tree.to_string(), tree.span().start(), in_test),
            }
        }
    }

    fn push(&mut self, text: &str, at: LineColumn, in_test: bool) {
        if !in_test {
            self.tokens.push(Token { text: text.to_owned(), at });
        }
    }
}

/// What stands in the brackets of the attribute that begins here.
fn attribute(trees: &[TokenTree]) -> Option<String> {
    match trees {
        [sign, TokenTree::Group(group), ..] if is_sign(sign, '#') => Some(group.stream().to_string()),
        _ => None,
    }
}

fn is_sign(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(it) if it.as_char() == sign)
}

fn is_word(tree: &TokenTree, word: &str) -> bool {
    matches!(tree, TokenTree::Ident(it) if it == word)
}

fn is_path_sign(trees: &[TokenTree]) -> bool {
    matches!(trees, [one, two, ..] if is_sign(one, ':') && is_sign(two, ':'))
}

fn braces(tree: &TokenTree) -> Option<TokenStream> {
    match tree {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.stream()),
        _ => None,
    }
}

/// The inside of a string; escapes stay as they are written.
fn string(literal: &str) -> Option<String> {
    let fenced = literal.strip_prefix('r').unwrap_or(literal).trim_matches('#');
    Some(fenced.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

/// The path that begins here, or the paths where it ends in braces, each with its line.
fn follow(trees: &[TokenTree], before: &[String], paths: &mut Vec<(usize, Vec<String>)>) {
    let Some(TokenTree::Ident(name)) = trees.first() else { return };
    let mut path = before.to_vec();
    if before.is_empty() || name != "self" {
        path.push(name.to_string());
    }
    let rest = trees.get(1..).filter(|rest| is_path_sign(rest)).and_then(|rest| rest.get(2..));
    match rest {
        Some(rest) if matches!(rest.first(), Some(TokenTree::Ident(_))) => follow(rest, &path, paths),
        Some([group, ..]) if braces(group).is_some() => {
            let inside: Vec<TokenTree> = braces(group).into_iter().flatten().collect();
            for item in inside.split(|it| is_sign(it, ',')) {
                follow(item, &path, paths);
            }
        }
        _ => paths.push((name.span().start().line, path)),
    }
}

/// The path from the root of the crate, and whether `super::` led all the way there; nothing for other paths.
fn from_root(path: &[String], module: &[String]) -> Option<(Vec<String>, bool)> {
    let (first, rest) = path.split_first()?;
    let climbs = path.iter().take_while(|it| *it == "super").count();
    match first.as_str() {
        "crate" | "aurora_designer" => Some((rest.to_vec(), false)),
        "self" => Some(([module, rest].concat(), false)),
        "super" => {
            let left = module.len().saturating_sub(climbs);
            Some(([&module[..left], &path[climbs..]].concat(), left == 0))
        }
        _ => None,
    }
}

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file below the folder with this ending, in order.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
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

/// All of `src`, read once.
pub(crate) fn sources() -> &'static [Source] {
    static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
        let src = root().join("src");
        let read_one = |file: PathBuf| {
            let path = file.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
            Source::new(&path, &read(&file))
        };
        let all: Vec<Source> = files(&src, "rs").into_iter().map(read_one).collect();
        let tests: Vec<Vec<String>> = all.iter().flat_map(|it| it.tests.clone()).collect();
        let is_test = |it: &Source| tests.iter().any(|test| it.module.starts_with(test));
        let again = |it: Source| if is_test(&it) { Source::of(&it.path, &it.text, true) } else { it };
        all.into_iter().map(again).collect()
    });
    &SOURCES
}

#[test]
fn code_is_told_from_words() {
    let text = "//! crate::a\nuse crate::{facts::{a, b}, design}; // crate::ui\n/// crate::b\n\
                let s = \"crate::cli\"; let c = '\"'; fn f<'a>() {}\n\
                #[cfg(test)]\nmod tests {\n    use crate::rules; use super::super::q; x.unwrap()\n}\n\
                view! { <p style=\"#fff\">{crate::formats::z()}</p> }\nlet style = r#\"x\"y\"#; self::w::v; super::u";
    let source = Source::new("design/t.rs", text);
    let names = source.names.iter().map(|it| format!("{} {} {}", it.line, it.path.join("/"), it.in_test));
    assert_eq!(
        names.collect::<Vec<_>>(),
        [
            "2 facts/a false",
            "2 facts/b false",
            "2 design false",
            "7 rules true",
            "7 design/q true",
            "9 formats/z false",
            "10 design/t/w/v false",
            "10 design/u false"
        ]
    );
    let strings: Vec<_> = source.strings.iter().map(|(line, text)| format!("{line} {text}")).collect();
    assert_eq!(strings, ["4 crate::cli", "9 #fff", "10 x\"y"]);
    assert_eq!(source.attributes("style"), [9]);
    assert!(source.containing(&["rules", ". unwrap ("]).is_empty());
    assert_eq!(
        source.containing(&["formats : :", "view !"]),
        ["design/t.rs:9: formats : :", "design/t.rs:9: view !"]
    );
    let source = Source::new("design/t.rs", "mod a; #[cfg(test)] mod tests; mod b;");
    assert_eq!(source.tests, [["design", "t", "tests"]]);
    assert!(
        Source::of("design/t/tests.rs", "fn f() { x.unwrap() }", true).containing(&[". unwrap ("]).is_empty()
    );
    assert!(Source::new("design/t.rs", "use super::super::ui::x;").names[0].climbs_out);
    assert!(!Source::new("design/t.rs", "use super::x;").names[0].climbs_out);
}
