//! Whether Aurora Serverless v2 is the right thing: the verdict, what else there is, and the signals behind it.

use crate::estimate::{Answer, Fit, FitVerdict, fit};

use super::browser::{El, el, live, several, words};
use super::field::{callout, list};
use super::glyphs::icon;
use super::state::use_state;

/// The callout of the Design group.
pub fn fit_callout() -> El {
    let state = use_state();
    let now = state.memo(fit);
    let title = move || now.with(|fit| fit.verdict.says().to_owned());
    let body = move || {
        now.with(|fit| {
            let instead = match (fit.instead.is_empty(), fit.verdict) {
                (true, _) => None,
                (false, FitVerdict::FitsNot) => Some("What would fit instead"),
                (false, _) => Some("Worth a look"),
            };
            let lines = fit.instead.iter().map(|line| (*line).to_owned()).collect();
            let section = |title: &str| {
                several()
                    .child(el("p").set("class", "fit-title").child(title))
                    .child(el("ul").child(list(lines)))
            };
            several().child(instead.map(section))
        })
    };
    let signals = el("details")
        .set("class", "fit-signals")
        .child(el("summary").child(icon("i-right")).child(el("span").child(words(move || now.with(tallied)))))
        .child(el("ul").child(live(move || now.with(signals))));
    callout("i-usage", title, several().child(live(body)).child(signals))
}

/// `6 signals: 3 for, 1 against, 2 open`
fn tallied(fit: &Fit) -> String {
    let count = |answer| fit.signals.iter().filter(|it| it.answer == answer).count();
    let counted = [Answer::For, Answer::Against, Answer::Open]
        .into_iter()
        .filter(|answer| count(*answer) > 0)
        .map(|answer| format!("{} {}", count(answer), answer.word()))
        .collect::<Vec<_>>();
    format!("{} signals: {}", fit.signals.len(), counted.join(", "))
}

fn signals(fit: &Fit) -> El {
    let item = |it: &crate::estimate::Signal| {
        el("li")
            .set("data-answer", it.answer.word())
            .child(el("span").set("class", "chip").child(it.answer.word()))
            .child(el("p").child(el("strong").child(it.signal)).child(". ").child(it.because.as_str()))
    };
    several().child(fit.signals.iter().map(item).collect::<Vec<_>>())
}
