//! What the page has done elsewhere: the questions that take longer than a frame or are rarely asked, their answers, and
//! the messages that carry them.
//!
//! The page asks its worker; a test asks [`Job::done`] itself. Nothing here knows which of them runs it.

use serde::{Deserialize, Serialize};

use super::load::{LoadAnswer, LoadJob};
use crate::design::{Design, Part};
use crate::estimate::bill;
use crate::facts::Day;
use crate::formats::bill::{csv, markdown};
use crate::formats::charts::{Chart, chart_files, charts};
use crate::formats::commands::{Step, commands};
use crate::formats::diagram::{Form, layout};
use crate::formats::document::Block;
use crate::formats::svg::{Theme, svg};
use crate::formats::yaml::SpecError;
use crate::formats::zip::zip;
use crate::formats::{bundle, findings, terraform, yaml};
use crate::rules::{Finding, Severity, check, check_under};
use crate::simulate::Asked;
use crate::simulate::whatif::Loss;

use super::about::{Known, about};
use super::compare::Sheet;
use super::ledger::{Acted, Subject};
use super::listing::Followed;
use super::opening::{Amount, Opened, Opening};
use super::rule_page::RulePage;
use super::whatif;

/// The build that both ends must come from: it changes with every source file.
pub const BUILD: &str = env!("AURORA_BUILD");

/// Something to be done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Job {
    /// Write `main.tf`, also while errors stand on that day; they are then in its head.
    MainTf(Box<Design>, Day),
    /// Write the canonical spec.
    Yaml(Box<Design>),
    /// Pack everything to hand over.
    Bundle(Box<Design>),
    /// Draw the diagram as a file of its own, with that day's findings under the load that is played, if any; for a dark
    /// page or a light one.
    Picture(Box<Design>, Day, Option<Box<Asked>>, bool),
    /// Do two jobs that write the file of that name, the first as it is and the second as it was opened, and mark what
    /// differs, also from the text before the latest edit.
    Follow(String, Box<Self>, Box<Self>, Option<String>),
    /// Write the bill of that day as a table for programs.
    BillTable(Box<Design>, Day),
    /// Write the bill of that day as a page.
    BillPage(Box<Design>, Day),
    /// Write that day's findings as a page, or those of one part.
    FindingsPage(Box<Design>, Day, Option<Part>),
    /// Draw every chart of that day's bill, and pack them.
    Charts(Box<Design>, Day),
    /// Draw every chart of that day's bill for a page, that wide.
    ChartCards(Box<Design>, Day, i32),
    /// Draw the chart of that name as a file of its own.
    ChartFile(Box<Design>, Day, String),
    /// Write a page of that day's bill.
    Ledger(Box<Design>, Day, Subject),
    /// Write a page once more, and do the act of it that has this place.
    Act(Box<Self>, usize),
    /// Write the commands that deploy it.
    Commands(Box<Design>),
    /// Read a spec.
    Read(String),
    /// Look through what somebody handed in.
    Open(Box<Opening>),
    /// Write what a spec may say, for an editor.
    Schema,
    /// Say what is known of a setting, by [`super::about::row_of`].
    About(Option<usize>),
    /// Say what the examples of the rule of that id show.
    RulePage(String),
    /// Answer a question about a load.
    Load(Box<LoadJob>),
    /// Say what differs between a base and a design, and what that does; drawn for a dark page or a light one.
    Compare(Box<Design>, Box<Design>, Day, bool),
    /// Say what is left when something is lost.
    WhatIf(Box<Design>, Loss),
}

/// What came of a [`Job`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Answer {
    /// A file's text: `main.tf`, the spec, the bill.
    Text(String),
    /// A file with what differs in it.
    Followed(Box<Followed>),
    /// A file's bytes: the bundle, the charts.
    Bytes(Vec<u8>),
    /// Charts with their names.
    Charts(Vec<(String, Chart)>),
    /// A page.
    Page(Vec<Block>),
    /// What came of an act, or why nothing did.
    Acted(Result<Acted, String>),
    /// The steps of a deployment.
    Commands(Vec<Step>),
    /// The design of a spec, or why there is none.
    Design(Result<Box<Design>, SpecError>),
    /// What came of a question about a load.
    Load(Box<LoadAnswer>),
    /// What is known of a setting.
    About(Vec<Known>),
    /// What a rule's examples show; `None` where there is no such rule.
    RulePage(Option<Box<RulePage>>),
    /// What differs.
    Compared(Box<Sheet>),
    /// What came of what was handed in.
    Opened(Opened),
    /// What is left.
    WhatIf(Box<whatif::Sheet>),
}

impl Job {
    /// Takes what stands in the files that go with it, in their order; `None` for one that could not be read.
    pub fn attach(&mut self, files: Vec<Option<Vec<u8>>>) {
        if let Self::Open(opening) = self {
            opening.attach(files);
        }
    }

    /// Does it.
    pub fn done(self) -> Answer {
        match self {
            Self::MainTf(design, today) => {
                let mut findings = check(&design, &bill(&design, today), today);
                findings.retain(|finding: &Finding| finding.severity == Severity::Error);
                Answer::Text(terraform::main_tf_forced(&design, &findings))
            }
            Self::Yaml(design) => Answer::Text(yaml::write(&design)),
            Self::Follow(name, now, opened, last) => match (now.done(), opened.done()) {
                (Answer::Text(text), Answer::Text(opened)) => {
                    Answer::Followed(Box::new(Followed::new(&name, text, &opened, last.as_deref())))
                }
                (other, _) => other,
            },
            Self::Bundle(design) => Answer::Bytes(bundle::bundle(&design)),
            Self::Picture(design, today, asked, dark) => {
                let bill = bill(&design, today);
                let findings = check_under(&design, &bill, today, asked.as_deref());
                Answer::Text(svg(&layout(&design, &bill, &findings, Form::Wide), Theme::of(dark)))
            }
            Self::BillTable(design, today) => Answer::Text(csv(&bill(&design, today))),
            Self::BillPage(design, today) => Answer::Text(markdown(&design, &bill(&design, today), today)),
            Self::FindingsPage(design, today, part) => {
                let mut all = check(&design, &bill(&design, today), today);
                all.retain(|it| part.is_none_or(|part| it.part() == part));
                Answer::Text(findings::markdown(&design, &all.iter().collect::<Vec<_>>()))
            }
            Self::Charts(design, today) => {
                Answer::Bytes(zip(&chart_files(&design, &bill(&design, today), today)))
            }
            Self::ChartCards(design, today, width) => {
                let all = charts(&design, &bill(&design, today), today, width);
                Answer::Charts(all.into_iter().map(|(name, chart)| (name.to_owned(), chart)).collect())
            }
            Self::ChartFile(design, today, name) => {
                let (file, files) =
                    (format!("{name}.svg"), chart_files(&design, &bill(&design, today), today));
                Answer::Text(
                    files.into_iter().find(|(it, _)| *it == file).map(|(_, svg)| svg).unwrap_or_default(),
                )
            }
            Self::Ledger(design, today, subject) => Answer::Page(subject.page(&design, today).blocks),
            Self::Act(job, place) => Answer::Acted(match *job {
                Self::Ledger(design, today, subject) => subject.page(&design, today).done(place, &design),
                _ => Err("there is no such page".to_owned()),
            }),
            Self::Commands(design) => Answer::Commands(commands(&design)),
            Self::Open(opening) => Answer::Opened(opening.looked_through()),
            Self::Schema => Answer::Text(yaml::schema()),
            Self::About(setting) => Answer::About(about(setting)),
            Self::RulePage(id) => Answer::RulePage(RulePage::of(&id).map(Box::new)),
            Self::Load(job) => Answer::Load(Box::new(job.done())),
            Self::Compare(base, design, today, dark) => {
                Answer::Compared(Box::new(Sheet::of(&base, &design, today, dark)))
            }
            Self::WhatIf(design, loss) => Answer::WhatIf(Box::new(whatif::Sheet::of(&design, loss))),
            Self::Read(text) => Answer::Design(yaml::read(&text).map(|spec| Box::new(spec.design))),
        }
    }
}

/// What the page says to its worker: a job under a number that the answer will carry.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Order {
    /// Counts up from 1.
    pub number: u64,
    /// What to do.
    pub job: Job,
}

/// What the worker says to the page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Report {
    /// It is up, and of this build. What was said to it before may be lost.
    Ready(String),
    /// So much of an order's files has been read.
    Read(u64, Amount),
    /// An order is done.
    Done(u64, Answer),
}

/// A message that is none: of another build, or cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Garbled;

impl Order {
    /// As bytes; `None` where memory is short.
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        postcard::to_allocvec(self).ok()
    }

    /// From bytes.
    ///
    /// # Errors
    /// Where they are no order.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Garbled> {
        postcard::from_bytes(bytes).map_err(|_| Garbled)
    }
}

impl Report {
    /// As bytes; `None` where memory is short.
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        postcard::to_allocvec(self).ok()
    }

    /// From bytes.
    ///
    /// # Errors
    /// Where they are no report.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Garbled> {
        postcard::from_bytes(bytes).map_err(|_| Garbled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::presets::PRESETS;
    use crate::editor::listing;
    use crate::estimate::LineId;
    use crate::facts::prices::PRICE_DATE;

    fn designs() -> impl Iterator<Item = Box<Design>> {
        PRESETS.iter().map(|preset| Box::new((preset.design)())).chain([Box::default()])
    }

    fn ledger(design: &Design, subject: Subject) -> Job {
        Job::Ledger(Box::new(design.clone()), PRICE_DATE, subject)
    }

    #[test]
    fn an_act_is_done_on_the_page_that_has_it() {
        let job = Box::new(ledger(&Design::default(), Subject::Regions));
        let Answer::Acted(Ok(moved)) = Job::Act(job.clone(), 0).done() else { panic!() };
        assert_ne!(moved.design.region, Design::default().region);
        assert!(matches!(Job::Act(job, 99).done(), Answer::Acted(Err(_))));
        assert!(matches!(Job::Act(Box::new(Job::Schema), 0).done(), Answer::Acted(Err(_))));
    }

    #[test]
    fn what_is_sent_arrives_as_it_was() {
        for design in designs() {
            for job in [
                Job::MainTf(design.clone(), PRICE_DATE),
                Job::Yaml(design.clone()),
                Job::Follow(
                    "aurora.yaml".to_owned(),
                    Box::new(Job::Yaml(design.clone())),
                    Box::new(Job::Yaml(Box::default())),
                    Some("id: a".to_owned()),
                ),
                Job::Bundle(design.clone()),
                Job::Picture(design.clone(), PRICE_DATE, Asked::by_shape(&design).map(Box::new), true),
                Job::BillTable(design.clone(), PRICE_DATE),
                Job::BillPage(design.clone(), PRICE_DATE),
                Job::FindingsPage(design.clone(), PRICE_DATE, Some(Part::Instance(1))),
                Job::Charts(design.clone(), PRICE_DATE),
                Job::ChartCards(design.clone(), PRICE_DATE, 384),
                Job::ChartFile(design.clone(), PRICE_DATE, "bill-composition".to_owned()),
                ledger(&design, Subject::Alternatives),
                ledger(&design, Subject::Regions),
                ledger(&design, Subject::Budget),
                ledger(&design, Subject::RestsOn((LineId::Storage, Part::Storage))),
                ledger(&design, Subject::Lower),
                Job::Act(Box::new(ledger(&design, Subject::Regions)), 0),
                Job::Act(Box::new(Job::Schema), 0),
                Job::Commands(design.clone()),
                Job::Read(yaml::write(&design)),
                Job::Schema,
                Job::About(Some(3)),
                Job::RulePage("engine/retired-version".to_owned()),
                Job::Compare(design.clone(), Box::default(), PRICE_DATE, true),
                Job::WhatIf(design.clone(), Loss::Region),
            ] {
                let order = Order { number: 7, job };
                assert_eq!(Order::from_bytes(&order.to_bytes().unwrap()), Ok(order.clone()));
                let report = Report::Done(7, order.job.done());
                assert_eq!(Report::from_bytes(&report.to_bytes().unwrap()), Ok(report));
            }
        }
        for report in [Report::Ready(BUILD.to_owned()), Report::Read(7, Amount { files: 2, bytes: 64 << 20 })]
        {
            assert_eq!(Report::from_bytes(&report.to_bytes().unwrap()), Ok(report));
        }
    }

    #[test]
    fn a_file_comes_with_what_differs_from_when_it_was_opened_and_from_the_edit_before() {
        let mut design = Box::<Design>::default();
        design.cluster.max_capacity = crate::facts::Acu::whole(32);
        let (now, opened) = (Job::Yaml(design), Job::Yaml(Box::default()));
        let follow = |last| {
            let (now, opened) = (Box::new(now.clone()), Box::new(opened.clone()));
            let job = Job::Follow("aurora.yaml".to_owned(), now, opened, last);
            let Answer::Followed(file) = job.done() else { panic!() };
            file
        };
        let first = follow(None);
        assert_eq!(Answer::Text(first.text.clone()), now.clone().done());
        assert!(first.diff.starts_with("--- a/aurora.yaml\n+++ b/aurora.yaml\n"), "{}", first.diff);
        let (changed, fresh) = (
            |file: &Followed| file.blocks.iter().map(listing::Block::changed).sum::<usize>(),
            listing::Block::is_fresh,
        );
        assert_eq!((changed(&first), first.blocks.iter().any(fresh)), (1, false));
        let Answer::Text(before) = opened.clone().done() else { panic!() };
        let edited = follow(Some(before));
        assert_eq!((changed(&edited), edited.blocks.iter().filter(|it| it.is_fresh()).count()), (1, 1));
    }

    #[test]
    fn what_is_cut_is_told_from_a_message() {
        let order = Order { number: 1, job: Job::Yaml(Box::default()) };
        let bytes = order.to_bytes().unwrap();
        assert_eq!(Order::from_bytes(&bytes[..bytes.len() / 2]), Err(Garbled));
        assert_eq!(Report::from_bytes(&[0xff; 4]), Err(Garbled));
    }

    #[test]
    fn a_spec_is_read_or_says_where_it_is_none() {
        let design = Box::<Design>::default();
        assert_eq!(Job::Read(yaml::write(&design)).done(), Answer::Design(Ok(design)));
        let Answer::Design(Err(error)) = Job::Read("project_name: [".to_owned()).done() else { panic!() };
        assert!(error.line >= 1);
    }

    #[test]
    fn the_bill_and_its_charts_come_as_files() {
        let design = Box::<Design>::default();
        let Answer::Text(table) = Job::BillTable(design.clone(), PRICE_DATE).done() else { panic!() };
        assert!(table.lines().count() > 5, "{table}");
        let Answer::Text(page) = Job::BillPage(design.clone(), PRICE_DATE).done() else { panic!() };
        assert!(page.starts_with("# Monthly bill of "), "{page}");
        let Answer::Bytes(charts) = Job::Charts(design, PRICE_DATE).done() else { panic!() };
        assert!(charts.starts_with(b"PK"));
    }

    #[test]
    fn a_chart_comes_as_the_file_that_the_archive_has() {
        let design = Box::<Design>::default();
        for (file, svg) in chart_files(&design, &bill(&design, PRICE_DATE), PRICE_DATE) {
            let name = file.trim_end_matches(".svg").to_owned();
            assert_eq!(Job::ChartFile(design.clone(), PRICE_DATE, name).done(), Answer::Text(svg));
        }
    }

    #[test]
    fn findings_come_as_a_page_of_all_or_of_one_part() {
        let page = |part| match Job::FindingsPage(Box::default(), PRICE_DATE, part).done() {
            Answer::Text(text) => text.lines().filter(|line| line.starts_with("- ")).count(),
            other => panic!("{other:?}"),
        };
        let design = Design::default();
        let found = check(&design, &bill(&design, PRICE_DATE), PRICE_DATE);
        assert_eq!(page(None), found.len());
        let part = found[0].part();
        assert_eq!(page(Some(part)), found.iter().filter(|it| it.part() == part).count());
    }

    #[test]
    fn errors_stand_in_the_head_of_main_tf() {
        let mut design = Box::<Design>::default();
        let Answer::Text(right) = Job::MainTf(design.clone(), PRICE_DATE).done() else { panic!() };
        design.cluster.backup_retention = 99;
        let Answer::Text(wrong) = Job::MainTf(design, PRICE_DATE).done() else { panic!() };
        assert!(!right.contains("backup/retention-out-of-range"));
        assert!(wrong.contains("backup/retention-out-of-range"), "{}", &wrong[..600]);
    }
}
