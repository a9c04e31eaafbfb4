//! The one door by which a design comes in: what was handed in, and what was found in it.
//!
//! The worker looks through it ([`Opening::looked_through`]); the page shows what came of it and changes nothing until
//! somebody says so.

use serde::{Deserialize, Serialize};

use crate::design::{Design, Positions};
use crate::estimate::{Month, bill};
use crate::facts::Day;
use crate::formats::changes::{Change, changes};
use crate::formats::diagram::{Form, layout};
use crate::formats::import::{self, Choice, Import, Input, Notice, NoticeKind, Options};
use crate::formats::svg::{Theme, svg};
use crate::formats::{link, yaml};
use crate::rules::{Severity, check};

use super::outline::total_text;
use super::problems::{tally, told};

/// Files that are looked up at once, at most; the import itself takes fewer and says so.
pub const MOST_FILES: usize = 2_000;

/// What a text that was pasted is called in notices.
const PASTED: &str = "pasted text";

/// What was handed in, and what to make of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Opening {
    names: Vec<String>,
    pasted: Option<String>,
    cluster: Option<String>,
    var_file: Option<String>,
    now: Box<Design>,
    today: Day,
    /// Whether the picture is to be dark.
    pub dark: bool,
    /// What stands in the files, in the order of their names; `None` for one that could not be read. It goes to the
    /// worker beside the message.
    #[serde(skip)]
    read: Vec<Option<Vec<u8>>>,
}

/// What came of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Opened {
    /// A design, to be looked at before it is taken.
    Found(Box<Found>),
    /// One of several is to be chosen.
    Which(Which),
    /// Nothing, and what to do.
    Refused(String),
}

/// What there are several of.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Which {
    /// Clusters.
    Cluster(Vec<String>),
    /// Files of variables.
    VarFile(Vec<String>),
}

/// A design that was found, and what is to be known before it is taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Found {
    /// The design.
    pub design: Box<Design>,
    /// What it was found in: `aurora.yaml`, `7 files`, `the link`.
    pub from: String,
    /// Whether it is a file or link of ours, which says all of a design.
    pub ours: bool,
    /// The drawing, as SVG.
    pub picture: String,
    /// The typical month of the design as it is, and of this one.
    pub months: (String, String),
    /// How many findings it has of each severity, worst first.
    pub findings: Vec<(Severity, usize)>,
    /// What was taken from where.
    pub taken: Vec<Row>,
    /// What must be said, by kind.
    pub notices: Vec<Told>,
    /// Where it differs from the design as it is.
    pub changes: Vec<Row>,
}

/// A row of a list: three texts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Row {
    /// The setting's place in the spec.
    pub path: String,
    /// The value that was taken; the value as it is.
    pub one: String,
    /// The place it was taken from; the value that was found.
    pub other: String,
}

/// Notices of one kind.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Told {
    /// What kind.
    pub title: String,
    /// The sentences, each with its place in front.
    pub lines: Vec<String>,
}

impl Opening {
    /// Larger files are not even read (64 MiB).
    pub const LARGEST: u64 = 64 << 20;

    /// Files of those names, read later, or a text; to stand in place of the design `now`.
    pub fn of(names: Vec<String>, pasted: Option<String>, now: Design, today: Day) -> Self {
        let now = Box::new(now);
        Self { names, pasted, cluster: None, var_file: None, now, today, dark: false, read: Vec::new() }
    }

    /// Takes what stands in the files.
    pub fn attach(&mut self, read: Vec<Option<Vec<u8>>>) {
        self.read = read;
    }

    /// Chooses one of several.
    pub fn choose(&mut self, which: &Which, name: String) {
        match which {
            Which::Cluster(_) => self.cluster = Some(name),
            Which::VarFile(_) => self.var_file = Some(name),
        }
    }

    /// What it is, in words: `7 files`.
    pub fn words(&self) -> String {
        match (self.names.as_slice(), &self.pasted) {
            ([], Some(text)) if link_in(text).is_some() => "the link".to_owned(),
            ([], _) => PASTED.to_owned(),
            ([one], _) => one.clone(),
            (many, _) => format!("{} files", many.len()),
        }
    }

    /// Looks it through.
    pub fn looked_through(&self) -> Opened {
        if let Some(fragment) = self.pasted.as_deref().and_then(link_in) {
            let (design, notices) = link::decode(fragment);
            let notices = notices.into_iter().map(|notice| notice.message).collect();
            let told = Told { title: "Not understood".to_owned(), lines: notices };
            return self.found(design, true, Vec::new(), vec![told]);
        }
        let mut inputs = Vec::new();
        for (name, bytes) in self.names.iter().zip(&self.read) {
            match bytes {
                Some(bytes) => inputs.push(Input { name: name.clone(), bytes: bytes.clone() }),
                None => return Opened::Refused(format!("The browser could not read {name}.")),
            }
        }
        if let Some(text) = &self.pasted {
            inputs.push(Input { name: PASTED.to_owned(), bytes: text.clone().into_bytes() });
        }
        let options =
            Options { cluster: self.cluster.clone(), var_files: self.var_file.iter().cloned().collect() };
        match import::import(&inputs, &options) {
            Ok(import) => self.imported(import),
            Err(refusal) => match refusal.choice {
                Some(Choice::Cluster(names)) => Opened::Which(Which::Cluster(names)),
                Some(Choice::VarFile(names)) => Opened::Which(Which::VarFile(names)),
                None => Opened::Refused(refusal.to_string()),
            },
        }
    }
