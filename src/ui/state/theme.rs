//! Light, dark, or as the system has it; this browser remembers which.

use leptos::prelude::*;

use crate::ui::browser;

const KEY: &str = "aurora-designer.theme";

/// The colors of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Colors {
    System,
    Light,
    Dark,
}

impl Colors {
    const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The theme of the page.
#[derive(Clone, Copy)]
pub struct Theme {
    colors: RwSignal<Colors>,
    system_is_dark: Signal<bool>,
}

impl Theme {
    /// As this browser left it.
    pub(super) fn open() -> Self {
        let colors = RwSignal::new(match browser::remembered(KEY).as_deref() {
            Some("light") => Colors::Light,
            Some("dark") => Colors::Dark,
            _ => Colors::System,
        });
        let theme = Self { colors, system_is_dark: browser::matches("(prefers-color-scheme: dark)") };
        theme.show();
        theme
    }

    /// Before anything is painted in other colors.
    fn show(self) {
        let colors = self.colors.get_untracked();
        browser::set_theme((colors != Colors::System).then(|| colors.word()));
    }

    /// `system`, `light` or `dark`; tracked.
    pub fn word(self) -> &'static str {
        self.colors.get().word()
    }

    /// Whether the page is dark; tracked.
    pub fn is_dark(self) -> bool {
        match self.colors.get() {
            Colors::System => self.system_is_dark.get(),
            Colors::Light => false,
            Colors::Dark => true,
        }
    }

    /// From system to light to dark, and around.
    pub fn cycle(self) {
        self.colors.update(|colors| {
            *colors = match colors {
                Colors::System => Colors::Light,
                Colors::Light => Colors::Dark,
                Colors::Dark => Colors::System,
            };
        });
        self.show();
        browser::remember(KEY, self.colors.get_untracked().word());
    }
}
