//! What a setting says and how it is changed: all of it read from its row.

use super::{Choice, Control, Field, Group, Home, Place, Shape};
use crate::design::part::{Member, Part, Positions};
use crate::design::values::ValueError;
use crate::design::{Design, Setting};

impl Field {
    /// Every setting that stands once, in the link's order.
    pub fn settings() -> impl Iterator<Item = &'static Self> {
        Setting::all().filter_map(|setting| match &setting.shape {
            Shape::Once(field) if setting.access.control() != Control::Own && !setting.key.is_empty() => {
                Some(field)
            }
            _ => None,
        })
    }

    /// Its row.
    pub fn row(&self) -> &'static Setting {
        self.setting()
    }

    /// The name that tells it from its like: of a tag, a parameter or a price.
    pub fn name(&self) -> Option<&str> {
        match self.place() {
            Place::Named(name) => Some(name),
            Place::Price(field) => Some(field.name()),
            _ => None,
        }
    }

    /// Its place in the spec, with the file's own positions: `resources[0].config.serverless_v2.min_capacity`.
    pub fn path(&self, at: &Positions) -> String {
        let (setting, place) = (self.setting(), self.place());
        let resource = |index: usize| format!("resources[{index}]");
        let secondary = |index: usize| format!("{}.config.secondaries[{index}]", resource(at.global));
        let home = match (setting.home, place) {
            (Home::Secondary, Place::Secondary(index))
            | (Home::Member, Place::Member(Member::Secondary(index))) => secondary(index),
            (Home::Instance, Place::Instance(index)) => {
                format!("{}.config.instances[{}]", resource(at.cluster), at.instance(index))
            }
            (Home::Member, _) => format!("{}.config", resource(at.cluster)),
            (Home::Proxy, _) => resource(at.proxy),
            (Home::Global | Home::Secondary, _) => resource(at.global),
            (Home::Cluster | Home::Instance, _) => resource(at.cluster),
            (Home::Spec, _) => String::new(),
        };
        let between = if home.is_empty() || setting.key.is_empty() { "" } else { "." };
        let path = format!("{home}{between}{}", setting.key);
        match place {
            Place::Named(name) => format!("{path}.{name}"),
            Place::Price(field) => format!("{path}.{}", field.name()),
            Place::Listed(index) => format!("{path}[{index}]"),
            _ => path,
        }
    }

    /// The part of the diagram it belongs to.
    pub fn part(&self) -> Part {
        match self.place() {
            Place::Instance(index) => Part::Instance(index),
            Place::Secondary(index) | Place::Member(Member::Secondary(index)) => Part::Secondary(index),
            _ => self.setting().part,
        }
    }

    /// Its effective value as text, empty where there is none; lists are parted by commas.
    pub fn text(&self, design: &Design) -> String {
        self.setting().access.text(design, self.place()).unwrap_or_default()
    }

    /// What its text would be had nobody chosen anything here, the rest of the design being as it is.
    pub fn default_text(&self, design: &Design) -> String {
        self.setting().access.default_text(design, self.place())
    }

    /// Whether somebody chose something else than the default; never in a part that is not there.
    pub fn is_changed(&self, design: &Design) -> bool {
        let text = self.setting().access.text(design, self.place());
        text.is_some_and(|text| text != self.default_text(design))
    }

    /// Whether the design has the part that the setting belongs to.
    pub fn is_there(&self, design: &Design) -> bool {
        self.setting().access.text(design, self.place()).is_some()
    }

    /// Whether a choice stands in the design, even one whose text is the default's.
    pub(crate) fn is_chosen(&self, design: &Design) -> bool {
        self.setting().access.is_chosen(design, self.place())
    }

    /// What people read beside its control.
    pub fn label(&self) -> &'static str {
        self.setting().label
    }

    /// One sentence on what it is.
    pub fn help(&self) -> &'static str {
        self.setting().help.trim_start()
    }

    /// The unit of its number; empty where it has none.
    pub fn unit(&self) -> &'static str {
        self.setting().unit
    }

    /// The control that edits it.
    pub fn control(&self) -> Control {
        let setting = self.setting();
        match setting.options {
            Some(_) => Control::Choice,
            None => setting.access.control(),
        }
    }

    /// What a [`Control::Choice`] or [`Control::Several`] offers now; empty for the others.
    pub fn options(&self, design: &Design) -> Vec<Choice> {
        let setting = self.setting();
        let options = setting.options.or_else(|| setting.access.options());
        options.map(|options| options(design, self.place())).unwrap_or_default()
    }

    /// The group of the inspector that holds it.
    pub fn group(&self) -> Group {
        match self.place() {
            Place::Member(Member::Secondary(_)) => Group::Regions,
            _ => self.setting().group,
        }
    }

    /// Reads a text into the setting. What AWS thinks of the value is a rule's matter.
    ///
    /// # Errors
    /// Where the text is no value of the setting's type, or the setting belongs to a part that is not there.
    pub(crate) fn set(&self, design: &mut Design, text: &str) -> Result<(), ValueError> {
        self.setting().access.set(design, self.place(), text)
    }

    /// Takes the choice back.
    ///
    /// # Errors
    /// Where the setting belongs to a part that is not there.
    pub(in crate::design) fn reset(&self, design: &mut Design) -> Result<(), ValueError> {
        self.setting().access.reset(design, self.place())
    }

    /// Takes back a choice that says what would follow anyway.
    pub(in crate::design) fn forget(&self, design: &mut Design) {
        self.setting().access.forget(design, self.place());
    }

    /// The items of a list of free texts, which may hold any letter; `None` for every other setting.
    pub(crate) fn items<'d>(&self, design: &'d Design) -> Option<&'d [String]> {
        self.setting().access.items(design, self.place())
    }

    /// Writes a list of free texts, as it stands.
    ///
    /// # Errors
    /// Where the setting is no such list, or belongs to a part that is not there.
    pub(crate) fn set_items(&self, design: &mut Design, items: &[String]) -> Result<(), ValueError> {
        self.setting().access.set_items(design, self.place(), items)
    }
}
