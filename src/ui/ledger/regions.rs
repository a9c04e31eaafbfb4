//! What this design costs in every Region, cheapest first; a click moves it there.

use crate::design::{Design, Edit, Field};
use crate::estimate::regions::{InRegion, in_every_region};
use crate::estimate::{Month, Usd};
use crate::facts::regions::Region;
use crate::formats::bill::total_text;

use super::super::browser::{El, button, el, live, several};
use super::super::money::signed;
use super::super::state::{State, use_state};
use super::sentence;
use super::table::{figure, months, table};

/// Every Region side by side.
pub(super) fn regions() -> El {
    let state = use_state();
    live(move || {
        let all = state.with(|design| in_every_region(design, state.today));
        let here = all.iter().find(|it| it.own).map(|it| it.months.typical.usd);
        let rows = all.iter().map(|it| region(state, it, here)).collect();
        let columns = ["Region", "Idle", "Typical", "Ceiling", "Against here"];
        let about = "Sorted by the typical month; where a price is unknown, the month costs at least what is known. \
                     Choosing a Region moves the design there. Secondary Regions stay where they are.";
        several()
            .child(table("The design in every Region, in USD a month", &columns, rows))
            .child(sentence(about).set("class", "bill-note"))
    })
}

fn region(state: State, it: &InRegion, here: Option<Usd>) -> El {
    let to = it.region;
    let name = |holder: El| holder.child(el("code").child(to.code)).child(" ").child(to.place());
    let place = if it.own {
        name(el("strong")).child(" ").child(el("span").set("class", "chip").child("this design"))
    } else {
        name(
            button("bill-item")
                .set("id", &format!("move-{}", to.code))
                .on("click", move || move_to(state, to)),
        )
    };
    let unknown = (!it.unknown.is_empty()).then(|| {
        let text = match it.unknown.as_slice() {
            [one] => format!("unknown: {one}"),
            many => format!("{} prices unknown", many.len()),
        };
        el("small").child(text)
    });
    let figures = Month::ALL.map(|month| figure(total_text(it.months.of(month))));
    let change = here.filter(|_| !it.own).map(|here| {
        let least = if it.months.typical.complete { "" } else { "at least " };
        let change = signed(it.months.typical.usd.minus(here)).unwrap_or_else(|| "same".to_owned());
        format!("{least}{change}")
    });
    let against = change.unwrap_or_default();
    let head = el("div").set("class", "bill-what").child(place).child(unknown);
    let row = months(head, figures, figure(against));
    if it.own { row.set("aria-current", "true") } else { row }
}

fn move_to(state: State, to: &'static Region) {
    let edits = state.peek(|design| moving(design, to));
    let own = if edits.len() > 1 { ", at its list prices" } else { "" };
    state.edit_and_tell(&edits, &format!("Moved the design to {}{own}", to.code));
}

/// The design in another Region; the user's own prices are those of the Region that it leaves.
fn moving(design: &Design, to: &Region) -> Vec<Edit> {
    let own = design.prices.keys().map(|field| Edit::Reset(Field::Price(*field)));
    std::iter::once(Edit::set(Field::Region, to.code)).chain(own).collect()
}
