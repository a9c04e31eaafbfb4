//! Pieces of a page that know nothing of this product: icons, menus, tabs, dialogs, fields.

mod callout;
mod disclosure;
mod field;
mod icon;
mod inputs;
mod range;

pub use callout::{Callout, Sentences};
pub use disclosure::Disclosure;
pub use field::{FieldShell, described_by};
pub use icon::{Icon, Symbols};
pub use inputs::{CheckGroup, Options, OptionsAndOwn, Select, Switch, TextInput};
pub use range::{Thumb, TwoEndedRange};
