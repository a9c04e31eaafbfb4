//! The keys that mean something: one table, which the page asks and the list of keys shows.

/// What a key asks for, anywhere on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    /// The list of commands, or away with it.
    Commands,
    /// Back one step.
    Undo,
    /// Forward one step.
    Redo,
    /// The next problem.
    Next,
    /// The problem before.
    Previous,
    /// The outline folded or open.
    Outline,
    /// The settings folded or open.
    Inspector,
    /// The list of keys.
    Shortcuts,
}

/// A key as it comes from the keyboard.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Pressed<'a> {
    /// What it types or is called: `k`, `F8`.
    pub key: &'a str,
    /// With Control.
    pub control: bool,
    /// With the command key of a Mac.
    pub command: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift.
    pub shift: bool,
}

/// A row of the list of keys.
#[derive(Clone, Copy, Debug)]
pub struct Shortcut {
    /// One chord or more, parted by a comma, its keys by blanks: `Ctrl Shift Z, Ctrl Y`.
    pub chords: &'static str,
    /// What it does.
    pub what: &'static str,
    /// What it asks for where it works everywhere; keys of one place are answered there.
    pub key: Option<Key>,
}

const fn everywhere(chords: &'static str, what: &'static str, key: Key) -> Shortcut {
    Shortcut { chords, what, key: Some(key) }
}

const fn there(chords: &'static str, what: &'static str) -> Shortcut {
    Shortcut { chords, what, key: None }
}

/// Every key, by where it works.
pub static KEYS: &[(&str, &[Shortcut])] = &[
    (
        "Everywhere",
        &[
            everywhere("Ctrl K, Ctrl /", "Commands, settings, presets, rules", Key::Commands),
            there("Ctrl Enter", "In the list of commands: show the place, change nothing"),
            everywhere("Ctrl Z", "Undo", Key::Undo),
            everywhere("Ctrl Shift Z, Ctrl Y", "Redo", Key::Redo),
            everywhere("F8", "Next problem", Key::Next),
            everywhere("Shift F8", "Previous problem", Key::Previous),
            everywhere("[", "Fold the outline", Key::Outline),
            everywhere("]", "Fold the settings", Key::Inspector),
            everywhere("?", "This list", Key::Shortcuts),
            there("Escape", "Close a menu or a dialog, cancel a drag, take back what is being typed"),
        ],
    ),
    (
        "In the diagram",
        &[
            there("Arrows, Home, End", "Go to another part"),
            there("Enter", "Open its settings; Escape comes back"),
            there("F2", "Rename it"),
            there("Alt Left, Alt Right", "Move an instance to another zone"),
            there("Alt Up, Alt Down", "Move a reader to another tier"),
            there("+, \u{2212}", "Next and previous maximum"),
            there("Delete", "Remove what is selected"),
            there("Shift Space, Shift Click", "Select one more instance, or one less"),
            there("Shift Drag, Ctrl A", "Select those in a rectangle, or all"),
            there("Ctrl D", "Duplicate"),
            there("Ctrl C, Ctrl V", "Copy and paste readers"),
            there("Menu, Shift F10", "What can be done with it"),
            there("Shift 1, Ctrl 0", "Fit, 100 %"),
            there("Ctrl +, Ctrl \u{2212}", "Zoom in, zoom out"),
        ],
    ),
    (
        "Between panels",
        &[
            there("Arrows", "Move the edge by 16 pixels"),
            there("Home, End", "Smallest and largest"),
            there("Delete", "Put it back"),
            there("Enter", "Fold the panel"),
        ],
    ),
];

impl Key {
    /// What a pressed key asks for. While somebody types, the history is the field's own and letters are letters;
    /// `single` says whether keys that are one sign do something at all: voice control types letters by mistake.
    pub fn of(pressed: Pressed<'_>, typing: bool, single: bool) -> Option<Self> {
        let rows = KEYS.iter().flat_map(|(_, rows)| *rows);
        let hit = |row: &&Shortcut| row.key.is_some() && row.chords.split(", ").any(|it| pressed.is(it));
        let key = rows.into_iter().find(hit)?.key?;
        let rests = match key {
            Self::Commands | Self::Next | Self::Previous => false,
            Self::Undo | Self::Redo => typing,
            Self::Outline | Self::Inspector | Self::Shortcuts => typing || !single,
        };
        (!rests).then_some(key)
    }

    /// Its first chord, as a list shows it at the right: `Ctrl Z`.
    pub fn chord(self) -> &'static str {
        let mut rows = KEYS.iter().flat_map(|(_, rows)| *rows);
        let row = rows.find(|row| row.key == Some(self));
        row.and_then(|row| row.chords.split(", ").next()).unwrap_or_default()
    }
}

impl Pressed<'_> {
    /// Whether it is that chord.
    fn is(self, chord: &str) -> bool {
        let key = chord.rsplit(' ').next().unwrap_or_default();
        let with = |name: &str| chord.split(' ').any(|word| word == name);
        let (control, shift) = (with("Ctrl"), with("Shift"));
        if !self.key.eq_ignore_ascii_case(key) {
            return false;
        }
        let is_sign = key.chars().count() == 1 && !key.chars().all(char::is_alphanumeric);
        // Where a sign lies on the keyboard is the keyboard's matter: `?` and `/` may take Shift.
        let shifted = is_sign || self.shift == shift;
        let held = if control {
            (self.control || self.command) && !self.alt
        } else {
            // AltGr, which some keyboards need for a bracket, comes as Control with Alt.
            !self.command && (if is_sign { self.control == self.alt } else { !self.control && !self.alt })
        };
        shifted && held
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: &str) -> Pressed<'_> {
        Pressed { key, ..Pressed::default() }
    }

    fn control(key: &str) -> Pressed<'_> {
        Pressed { key, control: true, ..Pressed::default() }
    }

    fn of(pressed: Pressed<'_>) -> Option<Key> {
        Key::of(pressed, false, true)
    }

    #[test]
    fn control_and_the_command_key_are_the_same() {
        assert_eq!(of(control("k")), Some(Key::Commands));
        assert_eq!(of(Pressed { command: true, ..key("k") }), Some(Key::Commands));
        assert_eq!(of(Pressed { alt: true, ..control("k") }), None);
        assert_eq!(of(key("k")), None);
    }

    #[test]
    fn shift_tells_redo_from_undo() {
        assert_eq!(of(control("z")), Some(Key::Undo));
        assert_eq!(of(Pressed { shift: true, ..control("Z") }), Some(Key::Redo));
        assert_eq!(of(control("y")), Some(Key::Redo));
        assert_eq!(of(key("F8")), Some(Key::Next));
        assert_eq!(of(Pressed { shift: true, ..key("F8") }), Some(Key::Previous));
    }

    #[test]
    fn signs_come_with_shift_or_altgr_as_the_keyboard_has_them() {
        assert_eq!(of(Pressed { shift: true, ..key("?") }), Some(Key::Shortcuts));
        assert_eq!(of(Pressed { alt: true, ..control("[") }), Some(Key::Outline));
        assert_eq!(of(control("[")), None);
        assert_eq!(of(Pressed { shift: true, ..control("/") }), Some(Key::Commands));
    }

    #[test]
    fn whoever_types_keeps_letters_and_history_of_the_field() {
        for pressed in [key("?"), key("["), key("]"), control("z"), control("y")] {
            assert!(of(pressed).is_some(), "{pressed:?}");
            assert_eq!(Key::of(pressed, true, true), None, "{pressed:?}");
        }
        assert_eq!(Key::of(key("F8"), true, true), Some(Key::Next));
        assert_eq!(Key::of(control("k"), true, true), Some(Key::Commands));
    }

    #[test]
    fn single_keys_can_be_off() {
        assert_eq!(Key::of(key("?"), false, false), None);
        assert_eq!(Key::of(key("F8"), false, false), Some(Key::Next));
        assert_eq!(Key::of(control("z"), false, false), Some(Key::Undo));
    }

    #[test]
    fn the_list_names_the_chord() {
        assert_eq!(Key::Undo.chord(), "Ctrl Z");
        assert_eq!(Key::Redo.chord(), "Ctrl Shift Z");
        assert_eq!(Key::Outline.chord(), "[");
    }
}
