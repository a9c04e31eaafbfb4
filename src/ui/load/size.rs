//! Which minimum and maximum to choose: asked for, on its way with a way to stop it, and taken as one edit.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::editor::jobs::{Answer, Job};
use crate::editor::load::{Given, Limit, LoadAnswer, LoadJob, Progress, Sized, SizedSheet};
use crate::estimate::{Month, bill};
use crate::formats::document::Block;
use crate::ui::signs::Document;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{ShowIf, Switch, TextInput};

/// How far the question is.
#[derive(Clone, PartialEq)]
enum Course {
    Unasked,
    /// Minimums that were tried, of how many.
    Going(u32, u32),
    Stopped,
    Done(Result<SizedSheet, String>),
}

/// What is asked, under a number: an answer to an older question is dropped.
#[derive(Clone, Copy)]
struct Asked {
    course: RwSignal<Course>,
    number: StoredValue<u32>,
    limit: RwSignal<Limit>,
}

/// The side of the sizes.
#[component]
pub(super) fn Size() -> impl IntoView {
    let asked = Asked {
        course: RwSignal::new(Course::Unasked),
        number: StoredValue::new(0),
        limit: RwSignal::new(Limit::default()),
    };
    view! {
        <div class="load-size">
            <section class="load-source" aria-label="What the range must do">
                <Limits asked/>
                <Ask asked/>
                <Aws/>
            </section>
            <div class="load-shown">
                <Advice asked/>
            </div>
        </div>
    }
}

#[component]
fn Limits(asked: Asked) -> impl IntoView {
    let field = move |id: &'static str,
                      label: &'static str,
                      unit: &'static str,
                      usual: &'static str,
                      read: fn(&mut Limit) -> &mut String| {
        let value = Signal::derive(move || asked.limit.with(|limit| read(&mut limit.clone()).clone()));
        let typed = move |text: String| asked.limit.update(|limit| *read(limit) = text);
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <TextInput id value unit decimal=true placeholder=usual on_change=typed/>
            </div>
        }
        .into_any()
    };
    view! {
        {field("size-unserved", "Unserved work, at most", "%", "0.1", |it| &mut it.unserved)}
        {field("size-spell", "Longest spell, at most", "s", "60", |it| &mut it.spell)}
        {field("size-set", "Working set to hold", "GiB", "none", |it| &mut it.working_set)}
        {field("size-connections", "Connections at the peak", "", "the design's", |it| &mut it.connections)}
        <Switch
            id="size-wait"
            on=Signal::derive(move || asked.limit.with(|limit| limit.may_wait))
            on_change=move |on| asked.limit.update(|limit| limit.may_wait = on)
        >
            <label for="size-wait">"It may pause; the first query may wait"</label>
        </Switch>
    }
}

/// The button that asks, and that which stops.
#[component]
fn Ask(asked: Asked) -> impl IntoView {
    let state = use_state();
    let is_going = move || matches!(asked.course.get(), Course::Going(..));
    let start = move |_| {
        let number = asked.number.get_value() + 1;
        asked.number.set_value(number);
        asked.course.set(Course::Going(0, 1));
        let question = Question {
            number,
            design: state.peek(Clone::clone),
            given: state.load.given.get_untracked(),
            limit: asked.limit.get_untracked(),
        };
        go_on(state, asked, question, None);
    };
    let stop = move |_| {
        asked.number.update_value(|number| *number += 1);
        asked.course.set(Course::Stopped);
    };
    let tried = move || match asked.course.get() {
        Course::Going(tried, of) => (tried, of.max(tried).max(1)),
        _ => (0, 1),
    };
    view! {
        <div class="load-ask">
            <button type="button" class="button button--primary button--small" id="size-it" on:click=start>
                "Find the best range"
            </button>
            <ShowIf when=is_going>
                <button type="button" class="button button--small" id="size-stop" on:click=stop>
                    "Stop"
                </button>
                <progress
                    aria-label="Minimums tried"
                    value=move || tried().0.to_string()
                    max=move || tried().1.to_string()
                ></progress>
            </ShowIf>
        </div>
    }
}

/// What is searched; it stays what it was while the search is on its way.
#[derive(Clone)]
struct Question {
    number: u32,
    design: crate::design::Design,
    given: Given,
    limit: Limit,
}

/// Has the worker search on for a moment, until it is done or somebody stops.
fn go_on(state: State, asked: Asked, question: Question, from: Option<Box<Progress>>) {
    let Question { design, given, limit, .. } = question.clone();
    let job = LoadJob::Size(Box::new(design), given, Box::new(limit), from);
    state.worker.ask(Job::Load(Box::new(job)), move |answer| {
        // Stopped, asked anew, or gone.
        if asked.number.try_get_value() != Some(question.number) {
            return;
        }
        match answer {
            Ok(Answer::Load(answer)) => {
                let LoadAnswer::Sized(sized) = *answer else { return };
                match *sized {
                    Sized::Going(progress) => {
                        asked.course.set(Course::Going(progress.tried.0, progress.tried.1));
                        go_on(state, asked, question, Some(progress));
                    }
                    Sized::Done(sheet) => asked.course.set(Course::Done(sheet)),
                }
            }
            Ok(_) => {}
            Err(lost) => asked.course.set(Course::Done(Err(lost.sentence().to_owned()))),
        }
    });
}

/// The answer.
#[component]
fn Advice(asked: Asked) -> impl IntoView {
    move || {
        match asked.course.get() {
        Course::Unasked => view! {
            <p class="empty">
                "Which minimum and maximum carry this load for the least, beside AWS' rule of thumb, and what each smaller choice loses."
            </p>
        }
        .into_any(),
        Course::Going(..) => view! { <p class="empty" role="status">"Searching\u{2026}"</p> }.into_any(),
        Course::Stopped => view! { <p class="empty" role="status">"Stopped. Nothing has changed."</p> }.into_any(),
        Course::Done(Err(why)) => {
            view! { <p class="load-refused" role="alert">{format!("Refused: {why}.")}</p> }.into_any()
        }
        Course::Done(Ok(sheet)) => view! { <Found sheet/> }.into_any(),
    }
    }
}

#[component]
fn Found(sheet: SizedSheet) -> impl IntoView {
    let state = use_state();
    let (min, max) = sheet.range;
    let edits =
        vec![Edit::set(Field::MinCapacity, min.to_string()), Edit::set(Field::MaxCapacity, max.to_string())];
    let previewed = edits.clone();
    let preview = move || {
        let today = state.today;
        state.with(|design| {
            let cluster = &design.cluster;
            if (cluster.min_capacity, cluster.max_capacity) == (min, max) {
                return "The design has this range.".to_owned();
            }
            let Ok(next) = design.with_all(&previewed) else { return String::new() };
            let month = |bill: &crate::estimate::Bill, of: Month| bill.total(of).usd.to_string();
            let (now, then) = (bill(design, today), bill(&next, today));
            format!(
                "{} to {} ACU becomes {min} to {max}: idle month {} to {}, ceiling {} to {}.",
                cluster.min_capacity,
                cluster.max_capacity,
                month(&now, Month::Idle),
                month(&then, Month::Idle),
                month(&now, Month::Ceiling),
                month(&then, Month::Ceiling)
            )
        })
    };
    let take = move |_| state.edit_and_tell(&edits, &format!("The range is {min} to {max} ACU"));
    view! {
        <section class="load-advice" aria-label="The best range">
            <h3>{sheet.headline}</h3>
            <p role="status">{preview}</p>
            <button type="button" class="button button--primary button--small" id="take-range" on:click=take>
                "Take min and max"
            </button>
        </section>
        <Document page=Signal::stored(sheet.page)/>
    }
}

/// AWS' figures alone, from four or five numbers.
#[component]
fn Aws() -> impl IntoView {
    let state = use_state();
    let typed = RwSignal::new(std::array::from_fn::<String, 5, _>(|_| String::new()));
    let page = RwSignal::new(Vec::<Block>::new());
    let ask = move || {
        let job = LoadJob::Aws(typed.get_untracked());
        state.worker.ask(Job::Load(Box::new(job)), move |answer| {
            if let Ok(Answer::Load(answer)) = answer
                && let LoadAnswer::Page(answer) = *answer
            {
                let _gone = page.try_set(answer.unwrap_or_else(|why| vec![Block::Text(why)]));
            }
        });
    };
    let field = move |place: usize, id: &'static str, label: &'static str, unit: &'static str| {
        let value = Signal::derive(move || typed.with(|all| all.get(place).cloned().unwrap_or_default()));
        let change = move |text: String| {
            typed.update(|all| {
                if let Some(it) = all.get_mut(place) {
                    *it = text;
                }
            });
            if typed.with_untracked(|all| all.iter().take(3).all(|it| !it.is_empty())) {
                ask();
            }
        };
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <TextInput id value unit on_change=change/>
            </div>
        }
        .into_any()
    };
    view! {
        <h3>"AWS' rule from four figures"</h3>
        {field(0, "aws-class", "Class or maximum", "")}
        {field(1, "aws-p95", "CPU, 95th percentile", "%")}
        {field(2, "aws-max", "CPU, highest", "%")}
        {field(3, "aws-average", "CPU, mean", "%")}
        {field(4, "aws-connections", "Connections", "")}
        <Document page/>
    }
}
