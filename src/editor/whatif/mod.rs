//! The panel "What if": what can be switched off, and what is left then, as words and tables that a page only has to place.

mod tables;

use serde::{Deserialize, Serialize};

use crate::design::{Design, Part, instance_at_start, instance_name};
use crate::formats::document::Block;
use crate::simulate::whatif::{Aftermath, Loss, Takeover, lost};

/// What can be switched off, each with its name: zones with an instance, instances, the Region.
pub fn choices(design: &Design) -> Vec<(Loss, String)> {
    let zones = design.zones_in_use().into_iter().map(|zone| (Loss::Zone(zone), format!("Zone {zone}")));
    let instances = (0..=design.cluster.readers.len()).map(|it| (Loss::Instance(it), instance_name(it)));
    let region = (Loss::Region, format!("Region {}", design.region.code));
    zones.chain(instances).chain([region]).collect()
}

/// What is switched off first: the selected instance, else the writer.
pub const fn first_choice(selected: Part) -> Loss {
    match selected {
        Part::Instance(place) => Loss::Instance(place),
        _ => Loss::Instance(0),
    }
}

/// What is left after a loss.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sheet {
    /// What happens, in a sentence: `Zone a is lost: reader 2 takes over.`
    pub title: String,
    /// Instances of the primary that are gone, writer 0.
    lost: Vec<usize>,
    /// The reader that writes from then on.
    promoted: Option<usize>,
    /// Findings, tables and what they rest on.
    pub page: Vec<Block>,
}

/// What becomes of a card of the drawing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// It is gone.
    Lost,
    /// It writes from then on.
    TakesOver,
}

impl Fate {
    /// Its word: `lost`, `takes over`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::TakesOver => "takes over",
        }
    }
}

impl Sheet {
    /// What is left of the design.
    pub fn of(design: &Design, loss: Loss) -> Self {
        let after = lost(design, loss);
        let promoted = match after.takeover {
            Takeover::Reader { place, .. } => Some(place),
            _ => None,
        };
        Self {
            title: title(design, loss, &after),
            page: tables::page(design, loss, &after),
            lost: after.lost,
            promoted,
        }
    }

    /// What becomes of a part; `None` where it stays what it is.
    pub fn fate(&self, part: Part) -> Option<Fate> {
        match part {
            Part::Instance(place) if self.lost.contains(&place) => Some(Fate::Lost),
            Part::Instance(place) if self.promoted == Some(place) => Some(Fate::TakesOver),
            _ => None,
        }
    }
}

fn title(design: &Design, loss: Loss, after: &Aftermath) -> String {
    let what = match loss {
        Loss::Zone(zone) => format!("Zone {zone}"),
        Loss::Instance(place) => instance_at_start(place),
        Loss::Region => format!("Region {}", design.region.code),
    };
    if after.lost.is_empty() {
        return format!("{what} has nothing of this design: nothing changes.");
    }
    let then = match &after.takeover {
        Takeover::Stays => "the writer stays".to_owned(),
        Takeover::Reader { place, or } if or.is_empty() => {
            format!("{} takes over", crate::design::instance_within(*place))
        }
        Takeover::Reader { place, .. } => {
            format!("{} takes over, or one that is its like", crate::design::instance_within(*place))
        }
        Takeover::MadeAgain => "nobody takes over; AWS makes the writer again".to_owned(),
        Takeover::ByHand => "nobody takes over; an instance elsewhere must be made by hand".to_owned(),
        Takeover::Secondary => "a secondary must be promoted by hand".to_owned(),
        Takeover::Nowhere => "no other Region has the data".to_owned(),
    };
    format!("{what} is lost: {then}.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::presets::PRESETS;
    use crate::design::{GlobalCluster, Proxy, Secondary, Zone};
    use crate::facts::regions::EU_WEST_1;
    use crate::formats::document::markdown;

    fn designs() -> Vec<Design> {
        let mut global = Design { proxy: Some(Proxy::default()), ..Design::default() };
        let secondaries = vec![Secondary::in_region(&EU_WEST_1)];
        global.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
        let presets = PRESETS.iter().map(|preset| (preset.design)());
        presets.chain([Design::default(), global]).collect()
    }

    #[test]
    fn every_zone_instance_and_the_region_can_be_chosen() {
        let names: Vec<_> = choices(&Design::default()).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["Zone a", "Zone b", "Writer", "Reader 1", "Region us-east-1"]);
        assert_eq!(first_choice(Part::Instance(1)), Loss::Instance(1));
        assert_eq!(first_choice(Part::Cluster), Loss::Instance(0));
    }

    #[test]
    fn a_sheet_says_who_takes_over_and_marks_the_cards() {
        let sheet = Sheet::of(&Design::default(), Loss::Zone(Zone::A));
        assert_eq!(sheet.title, "Zone a is lost: reader 1 takes over.");
        assert_eq!(sheet.fate(Part::Instance(0)), Some(Fate::Lost));
        assert_eq!(sheet.fate(Part::Instance(1)), Some(Fate::TakesOver));
        assert_eq!(sheet.fate(Part::Cluster), None);
        let nothing = Sheet::of(&Design::default(), Loss::Instance(9));
        assert!(nothing.title.ends_with("nothing changes.") && nothing.fate(Part::Instance(0)).is_none());
    }

    #[test]
    fn every_table_is_as_wide_as_its_head() {
        for design in designs() {
            for (loss, name) in choices(&design) {
                let sheet = Sheet::of(&design, loss);
                assert!(
                    sheet.title.starts_with("Region") || sheet.title.contains(" lost: "),
                    "{}",
                    sheet.title
                );
                for block in &sheet.page {
                    let Block::Table(table) = block else { continue };
                    assert!(!table.rows.is_empty(), "{name}: {}", table.caption);
                    assert!(table.rows.iter().all(|row| row.len() == table.head.len()), "{}", table.caption);
                }
            }
        }
    }

    #[test]
    fn the_page_says_all_that_was_asked() {
        let design = designs().pop().unwrap();
        let text = markdown(&Sheet::of(&design, Loss::Region).page);
        for words in [
            "RPO",
            "RTO",
            "Switchover",
            "eu-west-1",
            "Global writer endpoint | the writer | nowhere",
            "[GDB-10e, unconfirmed](https://",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        let text = markdown(&Sheet::of(&Design::default(), Loss::Instance(0)).page);
        for words in [
            "Zone b | 1 | 1",
            "spread evenly over the instances that serve them: our own assumption",
            "[ACU-30](https://",
            "Reader endpoint | reader 1 | reader 1",
            "after the failover",
            "[ADV-04](https://",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
}
