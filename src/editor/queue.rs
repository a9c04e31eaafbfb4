//! The page's side of its worker as a state machine: what happens (an order, a report, a death) × what was → what to do.
//!
//! The worker is started at the first order. What is said to it before it is up would be lost, so orders wait until it
//! says that it is ready. One that dies is started again, and what it had not answered is asked once more; an order that
//! kills it twice is given up.

use super::jobs::{Answer, BUILD, Job, Order, Report};
use super::opening::Amount;

/// Workers that an order may cost.
const TRIES: u32 = 2;

/// How the worker is.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Condition {
    /// Nobody asked for it yet.
    #[default]
    Asleep,
    /// It was started and has not said that it is ready.
    Starting,
    /// It answers.
    Ready,
    /// It did not come up.
    Failed(Failure),
}

/// Why there is no worker.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// Its file did not load or did not start.
    NotLoaded,
    /// It is of another build than the page.
    OtherBuild,
}

/// Why an order has no answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lost {
    /// The worker did not come up.
    NoWorker(Failure),
    /// The worker died of it, twice.
    Killed,
}

impl Failure {
    /// What is so, and what to do.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NotLoaded => "this part of the app did not load. Try again.",
            Self::OtherBuild => "a newer version of the app is there. Reload the page.",
        }
    }
}

impl Lost {
    /// What is so, and what to do.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NoWorker(failure) => failure.sentence(),
            Self::Killed => {
                "this is more than the browser could do. Try a smaller design, or the command line."
            }
        }
    }
}

/// What is to be done now, in this order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// Start a worker, in place of one that may be there.
    Start,
    /// Stop the worker.
    Stop,
    /// Send it an order.
    Send(Order),
    /// Tell whoever gave an order how much of its files has been read.
    Tell(u64, Amount),
    /// Hand an order's answer to whoever gave it.
    Give(u64, Result<Answer, Lost>),
    /// Say that the worker died and was started again.
    TellRestarted,
}

/// The orders under way.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Queue {
    condition: Condition,
    last: u64,
    /// What has no answer yet, the oldest first.
    open: Vec<Open>,
}

/// An order that has no answer yet.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Open {
    order: Order,
    /// The workers it has cost.
    cost: u32,
}

impl Queue {
    /// How the worker is.
    pub const fn condition(&self) -> Condition {
        self.condition
    }

    /// Takes an order; returns its number and what to do.
    pub fn order(&mut self, job: Job) -> (u64, Vec<Step>) {
        self.last += 1;
        let number = self.last;
        let order = Order { number, job };
        self.open.push(Open { order: order.clone(), cost: 0 });
        let steps = match self.condition {
            Condition::Asleep => self.start(),
            Condition::Starting => Vec::new(),
            Condition::Ready => vec![Step::Send(order)],
            Condition::Failed(failure) => self.give_up(failure),
        };
        (number, steps)
    }

    /// Nobody waits for an order any more. One that may be under way ends with its worker; the others are asked again.
    pub fn cancel(&mut self, number: u64) -> Vec<Step> {
        let Some(place) = self.place(number) else { return Vec::new() };
        self.open.remove(place);
        if place > 0 || self.condition != Condition::Ready {
            return Vec::new();
        }
        if self.open.is_empty() {
            self.condition = Condition::Asleep;
            return vec![Step::Stop];
        }
        self.start()
    }

    /// Tries again after a failure; what to do.
    pub fn retry(&mut self) -> Vec<Step> {
        if matches!(self.condition, Condition::Failed(_)) { self.start() } else { Vec::new() }
    }

    /// Where an order stands among those without an answer.
    fn place(&self, number: u64) -> Option<usize> {
        self.open.iter().position(|it| it.order.number == number)
    }

    fn start(&mut self) -> Vec<Step> {
        self.condition = Condition::Starting;
        vec![Step::Start]
    }

    /// The worker said something; `None` where it is no report.
    pub fn heard(&mut self, report: Option<Report>) -> Vec<Step> {
        match report {
            Some(Report::Ready(build)) if build == BUILD => {
                self.condition = Condition::Ready;
                self.open.iter().map(|it| Step::Send(it.order.clone())).collect()
            }
            Some(Report::Read(number, amount)) if self.place(number).is_some() => {
                vec![Step::Tell(number, amount)]
            }
            Some(Report::Read(..)) => Vec::new(),
            Some(Report::Done(number, answer)) => {
                let Some(place) = self.place(number) else { return Vec::new() };
                self.open.remove(place);
                vec![Step::Give(number, Ok(answer))]
            }
            Some(Report::Ready(_)) | None => {
                let mut steps = vec![Step::Stop];
                steps.extend(self.fail(Failure::OtherBuild));
                steps
            }
        }
    }

    /// The worker reported an error of its own: it did not start, or it died.
    pub fn died(&mut self) -> Vec<Step> {
        if self.condition != Condition::Ready {
            let mut steps = vec![Step::Stop];
            steps.extend(self.fail(Failure::NotLoaded));
            return steps;
        }
        // Orders are done one after the other: the first that is open is the one it died of.
        let mut steps = Vec::new();
        if let Some(first) = self.open.first_mut() {
            first.cost += 1;
            if first.cost >= TRIES {
                steps.push(Step::Give(first.order.number, Err(Lost::Killed)));
                self.open.remove(0);
            }
        }
        steps.extend(self.start());
        steps.push(Step::TellRestarted);
        steps
    }

    fn fail(&mut self, failure: Failure) -> Vec<Step> {
        self.condition = Condition::Failed(failure);
        self.give_up(failure)
    }

    fn give_up(&mut self, failure: Failure) -> Vec<Step> {
        let lost = Lost::NoWorker(failure);
        self.open.drain(..).map(|it| Step::Give(it.order.number, Err(lost))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job() -> Job {
        Job::Read("x".to_owned())
    }

    fn ready() -> Report {
        Report::Ready(BUILD.to_owned())
    }

    fn answer() -> Answer {
        Answer::Text("y".to_owned())
    }

    fn running() -> Queue {
        let mut queue = Queue::default();
        let (number, steps) = queue.order(job());
        assert_eq!((number, steps), (1, vec![Step::Start]));
        queue
    }

    #[test]
    fn orders_wait_until_the_worker_is_up() {
        let mut queue = running();
        assert_eq!(queue.order(job()), (2, Vec::new()));
        let send = |number| Step::Send(Order { number, job: job() });
        assert_eq!(queue.heard(Some(ready())), [send(1), send(2)]);
        assert_eq!(queue.order(job()), (3, vec![send(3)]));
        assert_eq!(queue.heard(Some(Report::Done(2, answer()))), [Step::Give(2, Ok(answer()))]);
        assert_eq!(queue.heard(Some(Report::Done(2, answer()))), []);
    }

    #[test]
    fn how_far_an_order_is_is_told_until_nobody_waits_for_it() {
        let mut queue = running();
        queue.heard(Some(ready()));
        let amount = Amount { files: 1, bytes: 7 };
        assert_eq!(queue.heard(Some(Report::Read(1, amount))), [Step::Tell(1, amount)]);
        queue.cancel(1);
        assert_eq!(queue.heard(Some(Report::Read(1, amount))), []);
    }

    #[test]
    fn one_that_does_not_come_up_is_tried_again_when_somebody_says_so() {
        let mut queue = running();
        let lost = Err(Lost::NoWorker(Failure::NotLoaded));
        assert_eq!(queue.died(), [Step::Stop, Step::Give(1, lost.clone())]);
        assert_eq!(queue.condition(), Condition::Failed(Failure::NotLoaded));
        assert_eq!(queue.order(job()), (2, vec![Step::Give(2, lost)]));
        assert_eq!(queue.retry(), [Step::Start]);
        assert_eq!(queue.retry(), []);
        queue.heard(Some(ready()));
        assert_eq!(queue.condition(), Condition::Ready);
    }

    #[test]
    fn one_of_another_build_is_not_spoken_to() {
        for report in [Some(Report::Ready("older".to_owned())), None] {
            let mut queue = running();
            let lost = Err(Lost::NoWorker(Failure::OtherBuild));
            assert_eq!(queue.heard(report), [Step::Stop, Step::Give(1, lost)]);
        }
    }

    #[test]
    fn what_is_cancelled_ends_and_the_rest_is_asked_again() {
        let mut queue = running();
        queue.order(job());
        assert_eq!(queue.cancel(2), [], "it had not been sent");
        queue.heard(Some(ready()));
        assert_eq!(queue.cancel(1), [Step::Stop]);
        assert_eq!(queue.condition(), Condition::Asleep);
        assert_eq!(queue.order(job()), (3, vec![Step::Start]));
        queue.heard(Some(ready()));
        queue.order(job());
        assert_eq!(queue.cancel(3), [Step::Start]);
        assert_eq!(queue.heard(Some(ready())), [Step::Send(Order { number: 4, job: job() })]);
        assert_eq!(queue.cancel(3), []);
    }

    #[test]
    fn one_that_dies_is_started_again_and_asked_once_more() {
        let mut queue = running();
        queue.heard(Some(ready()));
        assert_eq!(queue.died(), [Step::Start, Step::TellRestarted]);
        assert_eq!(queue.heard(Some(ready())), [Step::Send(Order { number: 1, job: job() })]);
        let given_up = Step::Give(1, Err(Lost::Killed));
        assert_eq!(queue.died(), [given_up, Step::Start, Step::TellRestarted]);
        assert_eq!(queue.heard(Some(ready())), []);
    }
}
