//! What every reader gives, whatever it reads: resources with Terraform's type and attribute names, each value with the
//! place it stands at. The mapping makes a design of them and knows no source but by its name.

use std::collections::BTreeMap;
use std::fmt;

/// One thing the user dropped or pasted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// Its name as notices show it: the path below the folder that was dropped, parted by `/`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Where something stands. A place without a line names its resource instead: nobody reads a state by lines.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// The input's name.
    pub file: String,
    /// The line, from 1.
    pub line: Option<u32>,
    /// The resource, in sources without meaningful lines: `module.db.aws_rds_cluster.this`, an identifier.
    pub address: Option<String>,
}

impl Place {
    /// A line of a file, from 1.
    pub fn line(file: impl Into<String>, line: u32) -> Self {
        Self { file: file.into(), line: Some(line), address: None }
    }

    /// A resource of a file.
    pub fn address(file: impl Into<String>, address: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, address: Some(address.into()) }
    }

    /// A file as a whole.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, address: None }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        match (self.line, &self.address) {
            (Some(line), _) => write!(f, ":{line}"),
            (None, Some(address)) => write!(f, ":{address}"),
            (None, None) => Ok(()),
        }
    }
}

/// A value as far as it is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// Nothing: as good as left out.
    Null,
    /// A truth.
    Bool(bool),
    /// A number, as decimal text.
    Number(String),
    /// Text.
    Text(String),
    /// A list, a set, a tuple.
    List(Vec<Self>),
    /// A map, an object.
    Map(BTreeMap<String, Self>),
    /// An attribute of a resource of the input that the source doesn't tell: AWS alone knows it, or it is unresolved there.
    Edge(Edge),
    /// It is there and can't be known; the text names what it waits for, `var.retention`, never a value.
    Unresolved(String),
    /// It is there and is never read: a password, or anything marked sensitive.
    Secret,
}

/// An attribute of a resource of the input: `aws_kms_key.db`, `arn`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Edge {
    /// The resource's whole address as in [`Resource::address`]; without `[…]` it means any or all of its instances.
    pub address: String,
    /// The attribute.
    pub attribute: String,
}

/// An argument that stands in the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Argument {
    /// Its value.
    pub value: Value,
    /// Where it stands.
    pub place: Place,
    /// Its name in the source, where that is not Terraform's: `MasterUserPassword`, a module's `security_group_rules`.
    pub written: Option<String>,
}

/// Arguments and blocks of a resource, or of a block in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// Arguments by Terraform's names; one that the source leaves out is not in it, or is [`Value::Null`].
    pub arguments: BTreeMap<String, Argument>,
    /// Blocks by Terraform's names, in the order of the source.
    pub blocks: BTreeMap<String, Vec<Self>>,
    /// Where it begins.
    pub place: Place,
}

impl Block {
    /// An empty one.
    pub const fn at(place: Place) -> Self {
        Self { arguments: BTreeMap::new(), blocks: BTreeMap::new(), place }
    }

    /// Adds an argument under Terraform's name.
    pub fn set(&mut self, name: impl Into<String>, value: Value, place: Place) {
        self.arguments.insert(name.into(), Argument { value, place, written: None });
    }
}

/// Which of several instances of a resource block.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Key {
    /// By `count`.
    Index(u32),
    /// By `for_each`.
    Name(String),
}

/// What a resource was read from, in the order in which sources win over each other: the later one does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Source {
    /// A CloudFormation template.
    CloudFormation,
    /// Terraform's configuration.
    Terraform,
    /// A plan as JSON.
    Plan,
    /// A state.
    State,
    /// The answer of `aws rds describe-…`.
    Describe,
}

/// A resource with Terraform's type and attribute names, whatever it was read from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resource {
    /// What it was read from.
    pub source: Source,
    /// Whether it is a data source: something that these files don't make.
    pub data: bool,
    /// Terraform's type, `aws_rds_cluster`.
    pub kind: String,
    /// Whole and unique in its source: `module.db.aws_rds_cluster.this["a"]`, a logical id, an identifier.
    pub address: String,
    /// The module it lies in, `module.db`; empty for the root.
    pub module: String,
    /// Its label in Terraform, its logical id in CloudFormation, its identifier in describe output.
    pub label: String,
    /// Which of the instances of its block.
    pub key: Option<Key>,
    /// Its Region as far as its own argument or its provider tells.
    pub region: Option<Value>,
    /// The `default_tags` of its provider.
    pub default_tags: BTreeMap<String, Value>,
    /// What it says.
    pub body: Block,
}

/// What kind of thing a notice tells, for grouping.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum NoticeKind {
    /// It is there, and could not be understood or resolved.
    NotUnderstood,
    /// The input doesn't have it.
    NotHere,
    /// It is there, and a design can't say it.
    Dropped,
    /// It was taken otherwise than it stands: rounded, assumed, one of several.
    Taken,
    /// What the measured series say beyond the usage.
    Measured,
}

/// Something the user must know about how the input became a design. It names arguments, never a secret's value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Notice {
    /// Where.
    pub place: Place,
    /// What kind of thing it tells.
    pub kind: NoticeKind,
    /// A sentence.
    pub text: String,
}

impl Notice {
    /// A notice.
    pub fn new(kind: NoticeKind, place: Place, text: impl Into<String>) -> Self {
        Self { place, kind, text: text.into() }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: notice: {}", self.place, self.text)
    }
}

/// What a reader found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// Resources of the types in [`super::shapes`], in the order of the source: files by name, then lines, `count`
    /// indexes, `for_each` keys by bytes.
    pub resources: Vec<Resource>,
    /// What must be said of the reading.
    pub notices: Vec<Notice>,
    /// Clusters that stand in the source and of which none is made: said where there is no other.
    pub absent: Vec<Notice>,
}

/// A setting of the design and where it was taken from.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Taken {
    /// The setting's path in the spec, `resources[0].config.backup_retention`.
    pub path: String,
    /// Where it stands in the input.
    pub place: Place,
}

/// What the caller chose.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// The cluster to take, by a name that [`super::Import::clusters`] lists.
    pub cluster: Option<String>,
    /// Names of the inputs whose variables count, after `terraform.tfvars` and `*.auto.tfvars`; the last one wins.
    pub var_files: Vec<String>,
}

/// What the user can choose to go on after a refusal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Choice {
    /// One of these clusters.
    Cluster(Vec<String>),
    /// One of these files of variables.
    VarFile(Vec<String>),
}

/// Why an input becomes no design: what is so, and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// Where, as far as it has a place.
    pub place: Option<Place>,
    /// A sentence that says what to do; never a value of the input.
    pub message: String,
    /// What may be chosen.
    pub choice: Option<Choice>,
}

impl Refusal {
    /// About a place.
    pub fn at(place: Place, message: impl Into<String>) -> Self {
        Self { place: Some(place), message: message.into(), choice: None }
    }

    /// About the input as a whole.
    pub fn whole(message: impl Into<String>) -> Self {
        Self { place: None, message: message.into(), choice: None }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}
