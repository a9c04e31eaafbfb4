//! The one door by which a design comes in: what was handed in, and what was found in it.
//!
//! The worker looks through it ([`Opening::looked_through`]); the page shows what came of it and changes nothing until
//! somebody says so.

use serde::{Deserialize, Serialize};

use crate::design::{Design, Field, Positions};
use crate::estimate::{Month, bill};
use crate::facts::Day;
use crate::formats::changes::changes;
use crate::formats::diagram::{Form, layout};
use crate::formats::import::{self, Choice, Import, Input, Notice, NoticeKind, Options, Taken};
use crate::formats::link;
use crate::formats::svg::{Theme, svg};
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
    /// What stands in the files, in the order of `names`; `None` for one that could not be read. It goes to the
    /// worker beside the message.
    #[serde(skip)]
    read: Vec<Option<Vec<u8>>>,
}

/// So much of what was handed in.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Amount {
    /// Whole files.
    pub files: usize,
    /// Bytes, those of a file that is only begun included.
    pub bytes: u64,
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
    /// The typical month of this design, and of the design as it is.
    pub months: (String, String),
    /// How many findings it has of each severity, worst first.
    pub findings: Vec<(Severity, usize)>,
    /// What was taken: setting, value, and the place it stands at.
    pub taken: Vec<Row>,
    /// What must be said, by kind.
    pub notices: Vec<Told>,
    /// Where it differs from the design as it is: setting, value now, value found.
    pub changes: Vec<Row>,
}

/// A row of a table: three texts.
pub type Row = [String; 3];

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

    /// Forgets what was handed in.
    pub fn forget(&mut self) {
        self.names.clear();
        self.read.clear();
        (self.pasted, self.cluster, self.var_file) = (None, None, None);
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

    /// The same with what it weighs, from 1 MB on: `7 files, 12 MB`.
    pub fn amount(&self, bytes: u64) -> String {
        let words = self.words();
        match bytes / 1_000_000 {
            0 => words,
            megabytes => format!("{words}, {megabytes} MB"),
        }
    }

    /// Looks it through.
    pub fn looked_through(mut self) -> Opened {
        if let Some(link) = self.pasted.as_deref().and_then(link_in) {
            let (design, notices) = link::decode(link);
            let lines: Vec<String> = notices.into_iter().map(|notice| notice.message).collect();
            let told = (!lines.is_empty()).then(|| Told { title: "Not understood".to_owned(), lines });
            return self.found(design, &[], told.into_iter().collect());
        }
        let mut inputs = Vec::new();
        // Taken, not copied: a state may have 50 MB.
        for (name, bytes) in self.names.iter().zip(std::mem::take(&mut self.read)) {
            match bytes {
                Some(bytes) => inputs.push(Input { name: name.clone(), bytes }),
                None => return Opened::Refused(format!("The browser could not read {name}.")),
            }
        }
        // Browsers list a folder in an order of their own.
        inputs.sort_by(|one, other| one.name.cmp(&other.name));
        if let Some(text) = &self.pasted {
            inputs.push(Input { name: PASTED.to_owned(), bytes: text.clone().into_bytes() });
        }
        // Of a folder only what the import knows; a single file is answered for, whatever it is.
        if inputs.len() > 1 {
            // Once a file: a large one takes its time.
            let known: Vec<bool> = inputs.iter().map(import::recognizes).collect();
            if known.contains(&true) {
                let mut known = known.into_iter();
                inputs.retain(|_| known.next().unwrap_or_default());
            }
        }
        let options =
            Options { cluster: self.cluster.clone(), var_files: self.var_file.iter().cloned().collect() };
        match import::import(&inputs, &options) {
            Ok(Import { design, notices, taken, .. }) => self.found(design, &taken, by_kind(&notices)),
            Err(refusal) => match refusal.choice {
                Some(Choice::Cluster(names)) => Opened::Which(Which::Cluster(names)),
                Some(Choice::VarFile(names)) => Opened::Which(Which::VarFile(names)),
                None => Opened::Refused(sentence(refusal.to_string())),
            },
        }
    }

    fn found(&self, design: Design, taken: &[Taken], notices: Vec<Told>) -> Opened {
        let (now, then) = (bill(&self.now, self.today), bill(&design, self.today));
        let findings = check(&design, &then, self.today);
        let theme = Theme::of(self.dark);
        let typical = |bill: &crate::estimate::Bill| total_text(bill.total(Month::Typical));
        let positions = Positions::canonical(&design);
        let fields: Vec<(String, Field)> =
            Field::every(&design).into_iter().map(|field| (field.path(&positions), field)).collect();
        let row = |it: &Taken| {
            let field = fields.iter().find(|(path, _)| *path == it.path).map(|(_, field)| field);
            let title = field.map_or_else(|| it.path.clone(), |field| field.title(&design));
            [title, field.map(|field| field.text(&design)).unwrap_or_default(), it.place.to_string()]
        };
        let changes = told(changes(&self.now, &design, &positions));
        let value = |text: Option<String>| text.unwrap_or_default();
        Opened::Found(Box::new(Found {
            from: self.words(),
            ours: taken.is_empty(),
            picture: svg(&layout(&design, &then, &findings, Form::Wide), theme),
            months: (typical(&then), typical(&now)),
            findings: tally(&findings),
            taken: taken.iter().map(row).collect(),
            notices,
            changes: changes.into_iter().map(|it| [it.path, value(it.from), value(it.to)]).collect(),
            design: Box::new(design),
        }))
    }
}

impl Amount {
    /// Whether it is all of that amount.
    pub const fn is_all(self, all: Self) -> bool {
        self.files >= all.files && self.bytes >= all.bytes
    }

    /// How far that is of all there is to read, in words: `Read: 3 of 7 files, 12 of 50 MB.`
    pub fn of(self, all: Self) -> String {
        if self.is_all(all) {
            return "All is read, and looked through now.".to_owned();
        }
        let files = (all.files > 1).then(|| format!("{} of {} files", self.files, all.files));
        let whole = all.bytes / 1_000_000;
        let bytes = (whole > 0).then(|| format!("{} of {whole} MB", self.bytes / 1_000_000));
        let parts: Vec<String> = files.into_iter().chain(bytes).collect();
        if parts.is_empty() { "Being read.".to_owned() } else { format!("Read: {}.", parts.join(", ")) }
    }
}

impl Which {
    /// What to ask, and what there is to choose from.
    pub fn asks(&self) -> (&'static str, &[String]) {
        match self {
            Self::Cluster(names) => ("Which cluster?", names),
            Self::VarFile(names) => ("Which file of variables?", names),
        }
    }
}

impl Found {
    /// What it is, as a heading: `orders, from 7 files`.
    pub fn title(&self) -> String {
        format!("{}, from {}", self.design.project_name, self.from)
    }

    /// What the month costs, beside the design as it is.
    pub fn month(&self) -> String {
        let (then, now) = &self.months;
        format!("{then} in a typical month; the design here now {now}")
    }

    /// Every notice in one list, its kind in front.
    pub fn lines(&self) -> Vec<String> {
        let line = |told: &Told| -> Vec<String> {
            told.lines.iter().map(|line| format!("{}: {line}", told.title)).collect()
        };
        self.notices.iter().flat_map(line).collect()
    }
}

/// The fragment in a text that is a link or the end of one, and nothing else.
fn link_in(text: &str) -> Option<&str> {
    let text = text.trim();
    let whole = !text.contains(char::is_whitespace);
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    (whole && (fragment.starts_with("v=") || fragment.contains("&v="))).then_some(text)
}

fn by_kind(notices: &[Notice]) -> Vec<Told> {
    const KINDS: [(NoticeKind, &str); 5] = [
        (NoticeKind::NotUnderstood, "Not understood"),
        (NoticeKind::NotHere, "Not in these files"),
        (NoticeKind::Dropped, "Dropped"),
        (NoticeKind::Taken, "Taken otherwise"),
        (NoticeKind::Measured, "Measured"),
    ];
    KINDS
        .into_iter()
        .map(|(kind, title)| {
            let lines = notices.iter().filter(|notice| notice.kind == kind);
            Told {
                title: title.to_owned(),
                lines: lines.map(|it| format!("{}: {}", it.place, it.text)).collect(),
            }
        })
        .filter(|told| !told.lines.is_empty())
        .collect()
}

fn sentence(text: String) -> String {
    if text.ends_with(['.', '?', '!']) { text } else { format!("{text}.") }
}

/// A source, what it can say and how to get it without a secret in it.
#[derive(Clone, Copy, Debug)]
pub struct Origin {
    /// What it is.
    pub name: &'static str,
    /// What it can say and what not.
    pub says: &'static str,
    /// The command that gives it.
    pub command: Option<&'static str>,
}

/// Everything that can be opened.
pub const ORIGINS: &[Origin] = &[
    Origin { name: "Ours", says: "aurora.yaml, a main.tf of ours, a link: all of a design.", command: None },
    Origin {
        name: "Terraform",
        says: "The folder with its modules and variables: what is written, as far as it can be known without AWS.",
        command: None,
    },
    Origin {
        name: "State or plan",
        says: "Every value as it is; passwords in it are never read.",
        command: Some("terraform show -json > state.json"),
    },
    Origin {
        name: "AWS itself",
        says: "The cluster as it runs; not alarms, log retention or AWS Backup.",
        command: Some(
            "aws rds describe-db-clusters > clusters.json; aws rds describe-db-instances > instances.json",
        ),
    },
    Origin {
        name: "CloudFormation",
        says: "A template, SAM, or what CDK synthesizes; with its parameters beside it.",
        command: Some(
            "aws cloudformation get-template --stack-name NAME --query TemplateBody > template.json",
        ),
    },
    Origin {
        name: "CloudWatch",
        says: "Beside one of these: capacity, storage and requests as they were measured.",
        command: Some(
            "aws cloudwatch get-metric-data --metric-data-queries file://queries.json --start-time START --end-time END > metrics.json",
        ),
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::prices::PRICE_DATE;
    use crate::formats::yaml;

    fn opened(files: &[(&str, &str)]) -> Opened {
        let names = files.iter().map(|(name, _)| (*name).to_owned()).collect();
        let mut opening = Opening::of(names, None, Design::default(), PRICE_DATE);
        opening.attach(files.iter().map(|(_, text)| Some(text.as_bytes().to_vec())).collect());
        opening.looked_through()
    }

    fn found(opened: Opened) -> Found {
        match opened {
            Opened::Found(found) => *found,
            other => panic!("{other:?}"),
        }
    }

    fn pasted(text: &str) -> Opened {
        Opening::of(Vec::new(), Some(text.to_owned()), Design::default(), PRICE_DATE).looked_through()
    }

    const CLUSTER: &str = "resource \"aws_rds_cluster\" \"a\" {\n  engine = \"aurora-postgresql\"\n  cluster_identifier = \"ledger\"\n  backup_retention_period = 3\n  serverlessv2_scaling_configuration {\n    min_capacity = 1\n    max_capacity = 4\n  }\n}\nresource \"aws_rds_cluster_instance\" \"a\" {\n  cluster_identifier = aws_rds_cluster.a.id\n  engine = \"aurora-postgresql\"\n  instance_class = \"db.serverless\"\n}\n";

    #[test]
    fn a_spec_and_a_link_say_all_of_a_design() {
        let mut design = Design::default();
        design.cluster.max_capacity = crate::facts::Acu::whole(32);
        let spec = found(opened(&[("aurora.yaml", &yaml::write(&design))]));
        assert!(spec.ours && spec.notices.is_empty());
        assert_eq!((&*spec.design, spec.from.as_str()), (&design, "aurora.yaml"));
        let max = "resources[0].config.serverless_v2.max_capacity".to_owned();
        assert_eq!(spec.changes[0], [max, "16".to_owned(), "32".to_owned()]);
        let link = format!("https://example.com/#{}", link::encode(&design).unwrap());
        let linked = found(pasted(&format!("  {link}\n")));
        assert!(linked.ours && *linked.design == design && linked.from == "the link");
    }

    #[test]
    fn terraform_tells_what_was_taken_from_where_and_what_is_missing() {
        let it = found(opened(&[("main.tf", CLUSTER), ("README.md", "# words")]));
        assert!(!it.ours);
        let retention = it.taken.iter().find(|row| row[0] == "Backup retention").unwrap();
        assert_eq!(retention[1..], ["3".to_owned(), "main.tf:4".to_owned()]);
        assert!(it.notices.iter().any(|told| told.title == "Not in these files"), "{:?}", it.notices);
        assert!(it.lines().iter().all(|line| line.contains(": ")));
        assert!(it.picture.starts_with("<svg"));
        assert!(!found(pasted(CLUSTER)).ours);
    }

    #[test]
    fn the_order_of_the_files_makes_no_difference() {
        let files = [
            ("a.tf", CLUSTER),
            ("b.tf", "locals {\n  x = 1\n}\n"),
            ("c.tf", "resource \"aws_sns_topic\" \"t\" {}\n"),
        ];
        let mut back = files;
        back.reverse();
        assert_eq!(opened(&files), opened(&back));
    }

    #[test]
    fn several_clusters_are_asked_for_and_the_chosen_one_is_taken() {
        let two = format!(
            "{CLUSTER}{}",
            CLUSTER.replace("\"a\"", "\"b\"").replace(".a.", ".b.").replace("ledger", "orders")
        );
        let mut opening = Opening::of(vec!["main.tf".to_owned()], None, Design::default(), PRICE_DATE);
        opening.attach(vec![Some(two.into_bytes())]);
        let Opened::Which(which) = opening.clone().looked_through() else { panic!("it has to be asked") };
        assert_eq!(which.asks().1.len(), 2);
        opening.choose(&which, which.asks().1[1].clone());
        assert_eq!(found(opening.looked_through()).design.project_name, "orders");
    }

    #[test]
    fn how_much_has_been_read_is_told_in_files_and_megabytes() {
        let amount = |files, bytes| Amount { files, bytes };
        for (read, all, words) in [
            (amount(0, 12_400_000), amount(1, 50_000_000), "Read: 12 of 50 MB."),
            (amount(3, 900), amount(7, 2_000), "Read: 3 of 7 files."),
            (amount(3, 0), amount(7, 2_000_000), "Read: 3 of 7 files, 0 of 2 MB."),
            (amount(0, 0), amount(1, 300), "Being read."),
            (amount(1, 300), amount(1, 300), "All is read, and looked through now."),
            (amount(0, 0), amount(0, 0), "All is read, and looked through now."),
        ] {
            assert_eq!(read.of(all), words);
        }
    }

    #[test]
    fn what_is_nothing_is_refused_with_what_to_do() {
        for text in ["", "hello", "{\"a\":1}", "<html></html>"] {
            let Opened::Refused(why) = pasted(text) else { panic!("{text}") };
            assert!(why.ends_with('.') && why.len() > 20, "{why}");
        }
        let mut unread = Opening::of(vec!["x.tf".to_owned()], None, Design::default(), PRICE_DATE);
        unread.attach(vec![None]);
        assert_eq!(unread.looked_through(), Opened::Refused("The browser could not read x.tf.".to_owned()));
    }
}
