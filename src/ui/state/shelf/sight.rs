//! What a page shows before the store has opened, and where the next start finds it.

use crate::design::Design;
use crate::editor::shelf::{Arrival, Mirror, older_prices};
use crate::formats::link;
use crate::ui::browser;

/// The design edited last, for the next start and for older builds.
const DESIGN_KEY: &str = "aurora-designer.design";
/// Whose it is: its id and the end of its text.
const CURRENT_KEY: &str = "aurora-designer.current";

/// What the page can show before the store has opened.
pub(in crate::ui::state) struct Sight {
    pub(in crate::ui::state) design: Design,
    pub(in crate::ui::state) notices: Vec<String>,
    pub(in crate::ui::state) arrival: Arrival,
    /// Whether the design came from somewhere.
    pub(in crate::ui::state) found: bool,
}

/// What the address holds, else what this browser holds outside of the store.
pub(in crate::ui::state) fn first_sight() -> Sight {
    let (fragment, place) = (browser::fragment(), browser::place().filter(|id| !id.is_empty()));
    if !fragment.is_empty() {
        let (design, mut notices) = read_link(&fragment);
        let arrival = place.map_or(Arrival::Link, Arrival::Tab);
        if arrival == Arrival::Link {
            notices.extend(older_prices(&fragment));
        }
        return Sight { design, notices, arrival, found: true };
    }
    let mirror = mirror();
    let arrival = match place {
        Some(id) => Arrival::Tab(id),
        None => Arrival::Bare(mirror.clone()),
    };
    let own = |mirror: &Mirror| match &arrival {
        Arrival::Tab(id) => mirror.id.as_ref() == Some(id),
        _ => true,
    };
    match mirror.filter(own) {
        Some(Mirror { text, .. }) => {
            let (design, notices) = link::kept(&text);
            Sight { design, notices: messages(notices), arrival, found: true }
        }
        None => Sight { design: Design::default(), notices: Vec::new(), arrival, found: false },
    }
}

pub(super) fn read_link(fragment: &str) -> (Design, Vec<String>) {
    let (design, notices) = link::decode(fragment);
    (design, messages(notices))
}

fn messages(notices: Vec<link::Notice>) -> Vec<String> {
    notices.into_iter().map(|notice| notice.message).collect()
}

fn mirror() -> Option<Mirror> {
    let text = browser::remembered(DESIGN_KEY)?;
    let whose = browser::remembered(CURRENT_KEY).unwrap_or_default();
    // An older build writes the design and knows nothing of the other key.
    let id = whose.split_once(' ').filter(|(_, end)| text.ends_with(end)).map(|(id, _)| id.to_owned());
    Some(Mirror { id, text })
}

/// The end of a text, which holds its checksum.
fn end_of(text: &str) -> &str {
    text.rsplit('&').next().unwrap_or(text)
}

/// Whether the next start would find nothing.
pub(super) fn is_bare() -> bool {
    browser::remembered(DESIGN_KEY).is_none()
}

/// Leaves a design for the next start, and for older builds.
pub(super) fn leave(id: &str, text: &str) {
    browser::remember(CURRENT_KEY, &format!("{id} {}", end_of(text)));
    browser::remember(DESIGN_KEY, text);
}
