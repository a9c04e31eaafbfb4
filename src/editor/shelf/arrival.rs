//! What a page does with the design it opens: whether it goes on with one of the shelf or puts a new one there. Nothing
//! that is on the shelf is ever replaced.

use crate::facts::Day;
use crate::facts::prices::PRICE_DATE;
use crate::formats::bill::page::day_words;
use crate::formats::link;

use super::Head;

/// How the page came by its design.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Arrival {
    /// The browser's own record of the tab names the design of that id: a reload, a step back.
    Tab(String),
    /// The address held it, and nobody knows whose it is.
    Link,
    /// Nothing was asked for: the design edited last, as this browser holds it outside of the store.
    Bare(Option<Mirror>),
}

/// The design edited last, where it can be read before the store has opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mirror {
    /// Id of the design it is; `None` where something else than this shelf wrote it, as an older build does.
    pub id: Option<String>,
    /// The design.
    pub text: String,
}

/// Why a design comes onto the shelf beside those that are there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Beside {
    /// There is none.
    First,
    /// A link was opened; what was edited last goes by that title.
    Link(Option<String>),
    /// This browser held it before there was a shelf, or an older build edited it.
    TakenOver,
    /// The shelf lost it, the tab did not.
    Rescued,
}

/// What the page does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Plan {
    /// Goes on with the design of that id. If its history does not hold what the page shows, that becomes its newest step.
    Open(String),
    /// Puts what it shows onto the shelf.
    Add(Beside),
}

/// What a page does that shows the design of `text`, with what is on the shelf.
pub fn plan(arrival: &Arrival, text: &str, shelf: &[Head]) -> Plan {
    let there = |id: &str| shelf.iter().any(|head| head.id == id);
    let standing = || shelf.iter().filter(|head| head.deleted.is_none());
    let alike = || newest(standing().filter(|head| link::same(&head.text, text)));
    match arrival {
        Arrival::Tab(id) | Arrival::Bare(Some(Mirror { id: Some(id), .. })) if there(id) => {
            Plan::Open(id.clone())
        }
        Arrival::Tab(_) => Plan::Add(Beside::Rescued),
        Arrival::Link => match alike() {
            Some(head) => Plan::Open(head.id.clone()),
            None => Plan::Add(Beside::Link(newest(standing()).map(|head| head.title().to_owned()))),
        },
        Arrival::Bare(Some(mirror)) => match alike() {
            Some(head) => Plan::Open(head.id.clone()),
            None if mirror.id.is_some() => Plan::Add(Beside::Rescued),
            None => Plan::Add(Beside::TakenOver),
        },
        Arrival::Bare(None) => match newest(standing()) {
            Some(head) => Plan::Open(head.id.clone()),
            None => Plan::Add(Beside::First),
        },
    }
}

/// The one edited last; of those never edited, the one that came last.
fn newest<'a>(heads: impl Iterator<Item = &'a Head>) -> Option<&'a Head> {
    heads.max_by_key(|head| (head.edited, head.made))
}

/// What is so about the prices of a link of another month than ours; `None` where they are the same.
pub fn older_prices(text: &str) -> Option<String> {
    let theirs = link::prices_of(text)?;
    let month = |day: Day| (day.year(), day.month());
    let ours = day_words(PRICE_DATE);
    let name = month_words(theirs);
    match month(theirs).cmp(&month(PRICE_DATE)) {
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Less => Some(format!(
            "The link was made with the prices of {name}. The bill shown is of {ours}, so it may differ from the one its sender saw."
        )),
        std::cmp::Ordering::Greater => Some(format!(
            "The link was made with the prices of {name}, newer than those of this build, {ours}. Load the page anew for the newest."
        )),
    }
}

/// `October 2026`.
fn month_words(day: Day) -> String {
    let date = day_words(day);
    date.split_once(' ').map_or(date.clone(), |(_, month)| month.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::record::tests::head;
    use super::*;

    fn shelf() -> Vec<Head> {
        vec![head("old", 5, "v=1&name=old"), head("new", 9, "v=1&name=new"), head("seen", 0, "v=1&name=seen")]
    }

    fn open(id: &str) -> Plan {
        Plan::Open(id.to_owned())
    }

    fn mirror(id: Option<&str>, text: &str) -> Arrival {
        Arrival::Bare(Some(Mirror { id: id.map(str::to_owned), text: text.to_owned() }))
    }

    #[test]
    fn a_reload_goes_on_with_its_design_whatever_the_address_says() {
        let tab = Arrival::Tab("old".to_owned());
        assert_eq!(plan(&tab, "v=1&name=old", &shelf()), open("old"));
        assert_eq!(plan(&tab, "v=1&name=edited-and-not-saved", &shelf()), open("old"));
        assert_eq!(plan(&tab, "v=1&name=old", &[]), Plan::Add(Beside::Rescued));
    }

    #[test]
    fn a_link_never_replaces_what_is_there() {
        let over = Plan::Add(Beside::Link(Some("project-new".to_owned())));
        assert_eq!(plan(&Arrival::Link, "v=1&name=theirs", &shelf()), over);
        assert_eq!(plan(&Arrival::Link, "v=1&name=theirs", &[]), Plan::Add(Beside::Link(None)));
        // One's own link, from a bookmark: the design it was made of.
        assert_eq!(plan(&Arrival::Link, "v=1&p=2020-01&name=old&k=1", &shelf()), open("old"));
    }

    #[test]
    fn the_bare_address_opens_what_was_edited_last() {
        assert_eq!(plan(&Arrival::Bare(None), "v=1", &shelf()), open("new"));
        assert_eq!(plan(&Arrival::Bare(None), "v=1", &[]), Plan::Add(Beside::First));
        assert_eq!(plan(&mirror(Some("old"), "v=1"), "v=1", &shelf()), open("old"));
        assert_eq!(plan(&mirror(Some("gone"), "v=1"), "v=1", &shelf()), Plan::Add(Beside::Rescued));
    }

    #[test]
    fn what_an_older_build_kept_or_edited_is_taken_over() {
        assert_eq!(plan(&mirror(None, "v=1&name=x"), "v=1&name=x", &[]), Plan::Add(Beside::TakenOver));
        assert_eq!(plan(&mirror(None, "v=1&name=x"), "v=1&name=x", &shelf()), Plan::Add(Beside::TakenOver));
        assert_eq!(plan(&mirror(None, "v=1&name=new"), "v=1&name=new", &shelf()), open("new"));
    }

    #[test]
    fn a_deleted_design_is_opened_by_nothing_but_its_own_tab() {
        let mut shelf = shelf();
        for head in &mut shelf {
            head.deleted = Some(1);
        }
        assert_eq!(plan(&Arrival::Bare(None), "v=1", &shelf), Plan::Add(Beside::First));
        assert_eq!(plan(&Arrival::Link, "v=1&name=old", &shelf), Plan::Add(Beside::Link(None)));
        assert_eq!(plan(&Arrival::Tab("old".to_owned()), "v=1", &shelf), open("old"));
    }

    #[test]
    fn prices_of_another_month_are_told() {
        assert_eq!(older_prices("v=1&p=2026-10&name=a"), None);
        assert_eq!(older_prices("v=1&name=a"), None);
        let older = older_prices("v=1&p=2026-03&name=a").unwrap();
        assert!(older.contains("prices of March 2026") && older.contains("10 October 2026"), "{older}");
        let newer = older_prices("v=1&p=2031-01&name=a").unwrap();
        assert!(newer.contains("January 2031") && newer.contains("newer"), "{newer}");
    }
}
