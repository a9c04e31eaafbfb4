//! What is copied, and texts that the worker makes.

use crate::design::{Design, Part};
use crate::editor::jobs::{Answer, Job};
use crate::ui::browser;

use super::State;

impl State {
    /// Copies a text and tells by which name, or what to do where the browser refuses.
    pub fn copy(self, text: &str, name: String, instead: &'static str) {
        browser::copy(text, move |copied| {
            let told = if copied {
                format!("Copied {name}.")
            } else {
                format!("This browser refuses the clipboard. {instead}")
            };
            self.tell(told, false);
        });
    }

    /// Copies the bill as Markdown.
    pub fn copy_bill(self) {
        self.copy_made(Job::BillPage(self.boxed(), self.today), "the bill as Markdown");
    }

    /// Copies the findings as Markdown, or those of a part.
    pub fn copy_findings(self, part: Option<Part>) {
        self.copy_made(Job::FindingsPage(self.boxed(), self.today, part), "the findings as Markdown");
    }

    fn boxed(self) -> Box<Design> {
        Box::new(self.peek(Clone::clone))
    }

    /// Copies what the worker makes.
    fn copy_made(self, job: Job, name: &'static str) {
        self.with_text(job, name.to_owned(), move |text| self.copy(&text, name.to_owned(), ""));
    }

    /// Hands the text that the worker makes of a job to `take`; says by its name where there is none.
    pub fn with_text(self, job: Job, name: String, take: impl FnOnce(String) + 'static) {
        self.worker.ask(job, move |answer| match answer {
            Ok(Answer::Text(text)) => take(text),
            Ok(_) => {}
            Err(lost) => self.tell_lost(&name, lost),
        });
    }
}
