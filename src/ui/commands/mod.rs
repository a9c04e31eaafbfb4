//! Everything the page can do, found by its name, and the keys that do it.

mod button;
mod keys;
mod menu;
mod palette;
mod run;
mod shortcuts;

pub use button::CommandsButton;
pub use keys::follow_keys;
pub use menu::PartMenu;
pub use palette::Palette;
pub use shortcuts::Shortcuts;
