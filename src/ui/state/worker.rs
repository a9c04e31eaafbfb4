//! What the page has its web worker do. The order of things is `editor::queue`'s; here they happen.

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job, Report};
use crate::editor::opening::Amount;
use crate::editor::queue::{Condition, Failure, Lost, Queue, Step};
use crate::ui::browser::{Handed, Thread};

use super::Toast;

/// An order that is not answered.
struct Waiting {
    number: u64,
    /// The files that go with it.
    files: Vec<Handed>,
    /// What runs with how much of them has been read.
    told: Box<dyn Fn(Amount)>,
    /// What runs with its answer.
    done: Box<dyn FnOnce(Result<Answer, Lost>)>,
}

/// The worker, started at the first order.
#[derive(Clone, Copy)]
pub struct Worker {
    queue: StoredValue<Queue>,
    thread: StoredValue<Option<Thread>, LocalStorage>,
    waiting: StoredValue<Vec<Waiting>, LocalStorage>,
    condition: RwSignal<Condition>,
    toast: RwSignal<Option<Toast>>,
}

/// What a panel knows of a job that follows the design.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Made {
    /// Nothing yet.
    Coming,
    /// The latest answer.
    Here(Answer),
    /// There is none.
    Lost(Lost),
}

/// A job that follows signals.
#[derive(Clone, Copy)]
struct Following {
    job: Memo<Job>,
    made: RwSignal<Made>,
    /// What the latest answer is to.
    made_of: StoredValue<Option<Job>>,
    /// Whether an order is under way.
    busy: StoredValue<bool>,
}

impl Worker {
    pub(super) fn new(toast: RwSignal<Option<Toast>>) -> Self {
        Self {
            queue: StoredValue::new(Queue::default()),
            thread: StoredValue::new_local(None),
            waiting: StoredValue::new_local(Vec::new()),
            condition: RwSignal::new(Condition::Asleep),
            toast,
        }
    }

    /// Whether the worker did not come up, and why; tracked.
    pub fn failure(self) -> Option<Failure> {
        match self.condition.get() {
            Condition::Failed(failure) => Some(failure),
            Condition::Asleep | Condition::Starting | Condition::Ready => None,
        }
    }

    /// Has something done, and runs with what came of it.
    pub fn ask(self, job: Job, done: impl FnOnce(Result<Answer, Lost>) + 'static) {
        self.ask_with(job, Vec::new(), |_| (), done);
    }

    /// Has something done with files, which the worker reads by itself, telling how far it is; returns the order's
    /// number.
    pub fn ask_with(
        self,
        job: Job,
        files: Vec<Handed>,
        told: impl Fn(Amount) + 'static,
        done: impl FnOnce(Result<Answer, Lost>) + 'static,
    ) -> Option<u64> {
        let (number, steps) = self.queue.try_update_value(|queue| queue.order(job))?;
        let waits = Waiting { number, files, told: Box::new(told), done: Box::new(done) };
        self.waiting.update_value(|waiting| waiting.push(waits));
        self.take(steps);
        Some(number)
    }

    /// Stops an order; what it would have run never runs.
    pub fn cancel(self, number: u64) {
        drop(self.forget(number));
        let steps = self.queue.try_update_value(|queue| queue.cancel(number));
        self.take(steps.unwrap_or_default());
    }

    fn forget(self, number: u64) -> Option<Waiting> {
        self.waiting
            .try_update_value(|waiting| {
                let at = waiting.iter().position(|it| it.number == number)?;
                Some(waiting.swap_remove(at))
            })
            .flatten()
    }

    /// Starts it again after it did not come up.
    pub fn retry(self) {
        let steps = self.queue.try_update_value(Queue::retry).unwrap_or_default();
        self.take(steps);
    }

    /// Keeps what comes of a job that follows signals. One order is under way at a time, and an answer to a job that has
    /// changed since is dropped, so that twenty edits a second neither pile up nor show what is no more.
    pub fn follow(self, job: impl Fn() -> Job + Send + Sync + 'static) -> Signal<Made> {
        self.follow_known(job).0
    }

    /// The same, with the job that the latest answer is to: what is shown may be of a design from before the last edit.
    pub fn follow_known(
        self,
        job: impl Fn() -> Job + Send + Sync + 'static,
    ) -> (Signal<Made>, StoredValue<Option<Job>>) {
        let made = RwSignal::new(Made::Coming);
        (made.into(), self.follow_into(made, job))
    }

    /// The same, kept in a signal that was there before.
    pub fn follow_into(
        self,
        made: RwSignal<Made>,
        job: impl Fn() -> Job + Send + Sync + 'static,
    ) -> StoredValue<Option<Job>> {
        let job = Memo::new(move |_| job());
        let following =
            Following { job, made, made_of: StoredValue::new(None), busy: StoredValue::new(false) };
        Effect::new(move || {
            job.track();
            // A worker that came up late is asked again.
            self.condition.track();
            if !following.busy.get_value() && self.failure().is_none() {
                self.ask_again(following);
            }
        });
        following.made_of
    }

    fn ask_again(self, following: Following) {
        let Following { job, made, made_of, busy } = following;
        let Some(asked) = job.try_get_untracked() else { return };
        busy.set_value(true);
        self.ask(asked.clone(), move |answer| {
            // The panel that asked may be gone.
            let Some(now) = job.try_get_untracked() else { return };
            busy.set_value(false);
            let no_worker = matches!(answer, Err(Lost::NoWorker(_)));
            if now != asked && !no_worker {
                self.ask_again(following);
                return;
            }
            made_of.set_value(Some(asked));
            let _gone = made.try_set(match answer {
                Ok(answer) => Made::Here(answer),
                Err(lost) => Made::Lost(lost),
            });
        });
    }

    fn take(self, steps: Vec<Step>) {
        for step in steps {
            match step {
                Step::Start => self.start(),
                Step::Stop => self.thread.update_value(|thread| *thread = None),
                Step::Send(order) => self.thread.with_value(|thread| {
                    if let Some(thread) = thread {
                        self.waiting.with_value(|waiting| {
                            let it = waiting.iter().find(|it| it.number == order.number);
                            thread.send(&order, it.map_or(&[], |it| it.files.as_slice()));
                        });
                    }
                }),
                Step::Tell(number, amount) => self.waiting.with_value(|waiting| {
                    if let Some(it) = waiting.iter().find(|it| it.number == number) {
                        (it.told)(amount);
                    }
                }),
                Step::Give(number, answer) => {
                    if let Some(Waiting { done, .. }) = self.forget(number) {
                        done(answer);
                    }
                }
                Step::TellRestarted => {
                    let text = "A part of the app failed and was started again. Your design is unchanged.";
                    self.toast.set(Some(Toast { text: text.to_owned(), undo: None }));
                }
            }
        }
        let condition = self.queue.with_value(Queue::condition);
        if self.condition.get_untracked() != condition {
            self.condition.set(condition);
        }
    }

    fn start(self) {
        let heard = move |report: Option<Report>| {
            let steps = self.queue.try_update_value(|queue| queue.heard(report));
            self.take(steps.unwrap_or_default());
        };
        let died = move || {
            let steps = self.queue.try_update_value(Queue::died);
            self.take(steps.unwrap_or_default());
        };
        let started = Thread::start(heard, died);
        let refused = started.is_none();
        self.thread.update_value(|thread| *thread = started);
        if refused {
            died();
        }
    }
}
