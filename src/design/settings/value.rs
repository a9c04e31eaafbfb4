//! The types a setting can have: each as text and back, in the file, and under the hand.

use enumset::{EnumSet, EnumSetType};

use super::options::{self, Options};
use crate::design::read;
use crate::design::values::{Cidr, DailyWindow, KmsKey, ValueError, WeeklyWindow, Zone};
use crate::design::words::{PlatformVersion, Word};
use crate::facts::regions::Region;
use crate::facts::{Acu, Decimal};

/// How a value stands in a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Any text.
    Text,
    /// A text that people leave unquoted although it looks like a number.
    Loose,
    /// A text of a known shape: one of a set of words, a window, a range.
    Word,
    /// A whole number.
    Whole,
    /// A number with places.
    Exact,
    /// `true` or `false`.
    Switch,
    /// A list of words or ids.
    List,
}

/// The control that edits a setting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Control {
    /// Free text.
    Text,
    /// A number, in the setting's unit.
    Number,
    /// On or off: the texts `true` and `false`.
    Switch,
    /// One of the setting's options.
    Choice,
    /// Any of the setting's options, their texts parted by commas.
    Several,
    /// None of these: instances, secondaries and suppressions are added, removed and edited one by one.
    Own,
}

/// A value that a setting can have.
pub(super) trait Value: Clone + PartialEq + 'static {
    /// How it stands in a file.
    const KIND: Kind;
    /// What edits it.
    const CONTROL: Control;
    /// What there is to choose from.
    const OPTIONS: Option<Options> = None;

    /// As text; empty where there is nothing.
    fn text(&self) -> String;

    /// Reads what [`Self::text`] wrote.
    fn read(text: &str) -> Result<Self, ValueError>;

    /// The items of a list of free texts, which may hold any letter.
    fn items(&self) -> Option<&[String]> {
        None
    }

    /// The list of these items, where the value is a list of free texts.
    fn of_items(_: &[String]) -> Option<Self> {
        None
    }
}

impl<W: Word> Value for W {
    const KIND: Kind = if W::IS_SWITCH { Kind::Switch } else { Kind::Word };
    const CONTROL: Control = if W::IS_SWITCH { Control::Switch } else { Control::Choice };
    const OPTIONS: Option<Options> = Some(options::words::<W>);

    fn text(&self) -> String {
        self.word().to_owned()
    }

    fn read(text: &str) -> Result<Self, ValueError> {
        read::word(text)
    }
}

impl<W: Word + EnumSetType> Value for EnumSet<W> {
    const KIND: Kind = Kind::List;
    const CONTROL: Control = Control::Several;
    const OPTIONS: Option<Options> = Some(options::words::<W>);

    fn text(&self) -> String {
        self.iter().map(Word::word).collect::<Vec<_>>().join(",")
    }

    fn read(text: &str) -> Result<Self, ValueError> {
        read::words(text)
    }
}

impl Value for &'static Region {
    const KIND: Kind = Kind::Word;
    const CONTROL: Control = Control::Choice;
    const OPTIONS: Option<Options> = Some(options::regions);

    fn text(&self) -> String {
        self.code.to_owned()
    }

    fn read(text: &str) -> Result<Self, ValueError> {
        read::region(text)
    }
}

impl Value for Vec<String> {
    const KIND: Kind = Kind::List;
    const CONTROL: Control = Control::Text;

    fn text(&self) -> String {
        self.join(",")
    }

    fn read(text: &str) -> Result<Self, ValueError> {
        Ok(read::list(text))
    }

    fn items(&self) -> Option<&[String]> {
        Some(self)
    }

    fn of_items(items: &[String]) -> Option<Self> {
        Some(items.to_vec())
    }
}

impl Value for String {
    const KIND: Kind = Kind::Text;
    const CONTROL: Control = Control::Text;

    fn text(&self) -> String {
        self.clone()
    }

    fn read(text: &str) -> Result<Self, ValueError> {
        Ok(text.to_owned())
    }
}

/// Values that print as they read.
macro_rules! values {
    ($($type:ty: $kind:ident by $control:ident, $read:path;)+) => {$(
        impl Value for $type {
            const KIND: Kind = Kind::$kind;
            const CONTROL: Control = Control::$control;

            fn text(&self) -> String {
                self.to_string()
            }

            fn read(text: &str) -> Result<Self, ValueError> {
                $read(text)
            }
        }
    )+};
}

values! {
    u32: Whole by Number, read::number;
    Decimal: Exact by Number, read::decimal;
    Acu: Exact by Number, read::acu;
    Zone: Word by Choice, Self::parse;
    DailyWindow: Word by Text, Self::parse;
    WeeklyWindow: Word by Text, Self::parse;
    Cidr: Word by Text, Self::parse;
    KmsKey: Word by Text, Self::parse;
    PlatformVersion: Whole by Choice, Self::parse;
}
