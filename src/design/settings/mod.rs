//! Every setting there is, one row each (`rows.rs`). From a row follow the setting's text and default, its key in file
//! and link, its place in the inspector, the palette and the README.

mod families;
mod field;
mod group;
mod lens;
mod lists;
mod options;
mod rows;
mod value;

use lens::Access;
use options::Options;

use super::Design;
use super::part::{Member, Part, Place};
use crate::facts::prices::PriceField;

pub use group::Group;
pub use options::Choice;
pub use rows::Field;
pub use value::{Control, Kind};

pub(super) use rows::SETTINGS;

/// A row: what is known of a setting wherever it is met.
pub struct Setting {
    shape: Shape,
    home: Home,
    key: &'static str,
    written: Written,
    link: &'static str,
    access: &'static dyn Access,
    part: Part,
    group: Group,
    is_last: bool,
    label: &'static str,
    unit: &'static str,
    help: &'static str,
    options: Option<Options>,
}

/// How many settings a row stands for, and how each is called.
#[derive(Debug)]
pub enum Shape {
    /// One.
    Once(Field),
    /// One an instance, writer first.
    Instance(fn(usize) -> Field),
    /// One a secondary.
    Secondary(fn(usize) -> Field),
    /// One for the primary and one a secondary.
    Member(fn(Member) -> Field),
    /// One a name of the user's own.
    Named(fn(String) -> Field),
    /// One a price.
    Price(fn(PriceField) -> Field),
    /// One an entry of a list.
    Listed(fn(usize) -> Field),
}

/// What the key of a setting is relative to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Home {
    /// The file.
    Spec,
    /// The `aws_rds_aurora` resource.
    Cluster,
    /// The `aws_db_proxy` resource.
    Proxy,
    /// The `aws_rds_global_cluster` resource.
    Global,
    /// An item of `instances`.
    Instance,
    /// An item of `secondaries`.
    Secondary,
    /// The cluster's `config`, or an item of `secondaries`.
    Member,
}

/// When a setting is written into a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    /// In every file.
    Always,
    /// In every file, in quotes, because it looks like a number.
    Quoted,
    /// Where it differs from its default.
    Changed,
}

impl Setting {
    /// Every row, in the link's order.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        SETTINGS.iter().copied()
    }

    /// How many settings it stands for.
    pub const fn shape(&self) -> &Shape {
        &self.shape
    }

    /// What [`Self::key`] is relative to.
    pub const fn home(&self) -> Home {
        self.home
    }

    /// Its keys in the file, parted by dots; empty for a resource as a whole.
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// When it is written.
    pub const fn written(&self) -> Written {
        self.written
    }

    /// How it stands in a file.
    pub fn kind(&self) -> Kind {
        if self.written == Written::Quoted { Kind::Loose } else { self.access.kind() }
    }

    /// Its key in the link. Settings of a secondary have theirs inside `sec`, zone and tier of an instance share `nodes`.
    pub const fn link(&self) -> &'static str {
        self.link
    }

    /// The settings of this row that a design has, in its order.
    pub fn fields(&self, design: &Design) -> Vec<Field> {
        let secondaries = 0..design.secondaries().len();
        match &self.shape {
            Shape::Once(field) => vec![field.clone()],
            Shape::Instance(field) => (0..=design.cluster.readers.len()).map(field).collect(),
            Shape::Secondary(field) => secondaries.map(field).collect(),
            Shape::Member(field) => {
                let secondaries = secondaries.map(Member::Secondary);
                std::iter::once(Member::Primary).chain(secondaries).map(field).collect()
            }
            Shape::Named(field) => self.access.names(design).into_iter().map(field).collect(),
            Shape::Price(field) => design.prices.keys().copied().map(field).collect(),
            Shape::Listed(field) => (0..design.suppress.len()).map(field).collect(),
        }
    }
}
