//! The edges between panels: how large each panel may be, and what keys and a drag make of it.

/// A panel with an edge that moves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Edge {
    /// The outline's right edge.
    Outline,
    /// The left edge of settings and code.
    Side,
    /// The dock's upper edge.
    Dock,
}

/// The size of a panel in CSS pixels, and the smallest and largest it may have in its window.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Size {
    /// As it is.
    pub now: i32,
    /// The smallest.
    pub least: i32,
    /// The largest; never below the smallest.
    pub most: i32,
}

/// What a key does to an edge.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Push {
    /// Gives the panel a size in CSS pixels.
    To(i32),
    /// Gives it the style's own size.
    Reset,
    /// Folds the panel.
    Fold,
    /// Takes back the drag that is going on.
    Cancel,
}

/// A step of an arrow key, in CSS pixels.
const STEP: i32 = 16;

impl Edge {
    /// Every edge, in the order of the tab key.
    pub const ALL: [Self; 3] = [Self::Outline, Self::Side, Self::Dock];

    /// The word for it in markup.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Outline => "outline",
            Self::Side => "side",
            Self::Dock => "dock",
        }
    }

    /// What it changes, for people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Outline => "Width of the outline",
            Self::Side => "Width of the settings",
            Self::Dock => "Height of the dock",
        }
    }

    /// The length of the style that it sets: code is wider than settings, and both are remembered.
    pub const fn length(self, code: bool) -> &'static str {
        match self {
            Self::Outline => "outline-size",
            Self::Side if code => "code-size",
            Self::Side => "side-size",
            Self::Dock => "dock-size",
        }
    }

    /// The size of its panel in a window, each as width and height in CSS pixels. The shares of the window are those of
    /// the style.
    pub fn size(self, panel: (i32, i32), window: (i32, i32), code: bool) -> Size {
        let (now, least, most) = match self {
            Self::Outline => (panel.0, 176, (window.0 * 45 / 100).min(420)),
            Self::Side if code => (panel.0, 320, window.0 * 60 / 100),
            Self::Side => (panel.0, 264, (window.0 * 45 / 100).min(560)),
            Self::Dock => (panel.1, 88, window.1 * 60 / 100),
        };
        Size { now, least, most: most.max(least) }
    }

    /// How far the panel grows when the pointer goes from one place to another: its edge lies at the side of the drawing.
    pub const fn growth(self, from: (i32, i32), to: (i32, i32)) -> i32 {
        match self {
            Self::Outline => to.0 - from.0,
            Self::Side => from.0 - to.0,
            Self::Dock => from.1 - to.1,
        }
    }

    /// What a key means at the edge of a panel of that size; `None` where it means nothing.
    pub fn pushed(self, key: &str, Size { now, least, most }: Size) -> Option<Push> {
        let (grow, shrink) = match self {
            Self::Outline => ("ArrowRight", "ArrowLeft"),
            Self::Side => ("ArrowLeft", "ArrowRight"),
            Self::Dock => ("ArrowUp", "ArrowDown"),
        };
        Some(match key {
            "Escape" => Push::Cancel,
            "Home" => Push::To(least),
            "End" => Push::To(most),
            "Delete" | "Backspace" => Push::Reset,
            "Enter" => Push::Fold,
            _ if key == grow => Push::To((now + STEP).clamp(least, most)),
            _ if key == shrink => Push::To((now - STEP).clamp(least, most)),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: (i32, i32) = (1440, 900);

    #[test]
    fn arrows_move_an_edge_the_way_they_point() {
        let size = Edge::Outline.size((240, 800), WINDOW, false);
        assert_eq!(size, Size { now: 240, least: 176, most: 420 });
        assert_eq!(Edge::Outline.pushed("ArrowRight", size), Some(Push::To(256)));
        assert_eq!(Edge::Outline.pushed("ArrowUp", size), None);
        let size = Edge::Side.size((320, 800), WINDOW, false);
        assert_eq!(Edge::Side.pushed("ArrowRight", size), Some(Push::To(304)));
        let size = Edge::Dock.size((900, 200), WINDOW, false);
        assert_eq!(Edge::Dock.pushed("ArrowUp", size), Some(Push::To(216)));
    }

    #[test]
    fn no_key_goes_beyond_the_bounds() {
        let size = Size { now: 180, least: 176, most: 190 };
        assert_eq!(Edge::Outline.pushed("ArrowLeft", size), Some(Push::To(176)));
        assert_eq!(Edge::Outline.pushed("ArrowRight", size), Some(Push::To(190)));
        assert_eq!(Edge::Outline.pushed("End", size), Some(Push::To(190)));
    }

    #[test]
    fn a_small_window_still_leaves_the_smallest_size() {
        let size = Edge::Side.size((264, 300), (400, 300), true);
        assert_eq!((size.least, size.most), (320, 320));
    }

    #[test]
    fn a_drag_towards_the_drawing_makes_the_panel_larger() {
        assert_eq!(Edge::Outline.growth((200, 0), (240, 9)), 40);
        assert_eq!(Edge::Side.growth((1000, 0), (960, 9)), 40);
        assert_eq!(Edge::Dock.growth((9, 700), (0, 660)), 40);
    }

    #[test]
    fn code_has_a_width_of_its_own() {
        assert_eq!(Edge::Side.length(false), "side-size");
        assert_eq!(Edge::Side.length(true), "code-size");
    }
}
