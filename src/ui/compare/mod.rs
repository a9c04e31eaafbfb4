//! The panel that compares the design with a base: what each change does, the bill, the findings.

mod base;

use leptos::prelude::*;

use crate::design::Word as _;
use crate::editor::compare::{BillRow, Row, Sheet, counted};
use crate::editor::jobs::Answer;
use crate::ui::browser::picture_address;
use crate::ui::files::copy_text;
use crate::ui::state::{Made, use_state};
use crate::ui::widgets::{Icon, ShowIf, live};

use base::Against;

/// Follows the base while it is there, and shows nothing.
#[component]
pub fn Following() -> impl IntoView {
    use_state().follow_base();
}

/// The panel.
#[component]
pub fn Compare() -> impl IntoView {
    let compare = use_state().compare;
    view! {
        // With a base the page follows it anyway.
        <ShowIf when=move || !compare.has_base()>
            <Following/>
        </ShowIf>
        <Against/>
        {live(move || compare.made.with(|made| match made {
            Made::Here(Answer::Compared(found)) => sheet(found),
            Made::Here(_) | Made::Coming => {
                view! { <p class="empty" role="status">"Comparing\u{2026}"</p> }.into_any()
            }
            Made::Lost(lost) => {
                let words = format!("This was not compared: {}", lost.sentence());
                view! { <p class="empty" role="alert">{words}</p> }.into_any()
            }
        }))}
    }
}

fn sheet(sheet: &Sheet) -> AnyView {
    let Some(worst) = sheet.worst else {
        let words = "Every setting is as in the base.";
        return view! { <p class="empty"><strong>"Nothing differs"</strong><span>{words}</span></p> }
            .into_any();
    };
    let state = use_state();
    let markdown = StoredValue::new(sheet.markdown.clone());
    let copy = move |_| {
        let instead = "`aurora-designer diff` prints it too.";
        markdown.with_value(|text| copy_text(state, text, "the comparison", instead));
    };
    view! {
        <div class="compare-head">
            <strong>{counted(sheet)}</strong>
            <span class="verdict" data-verdict=worst.word()>{format!("Worst: {}", worst.title())}</span>
            <button type="button" class="button button--small push" on:click=copy>
                <Icon name="i-copy"/>
                "Copy as Markdown"
            </button>
        </div>
        {pictures(sheet)}
        <ul class="changes">{sheet.rows.iter().map(change).collect_view()}</ul>
        {bill(sheet)}
        {findings("New findings", &sheet.new)}
        {findings("Findings that are gone", &sheet.gone)}
    }
    .into_any()
}

/// Both drawings side by side, each card that differs with its mark.
fn pictures(sheet: &Sheet) -> AnyView {
    let drawing = |title: &'static str, svg: &str| {
        view! {
            <figure>
                <figcaption>{title}</figcaption>
                <img src=picture_address(svg) alt=format!("The drawing of {title}, with its marks")/>
            </figure>
        }
        .into_any()
    };
    let [before, after] = &sheet.pictures;
    view! {
        <details class="compare-drawings">
            <summary>"Both drawings, with what is new (+), gone (\u{2212}) and changed (\u{2260})"</summary>
            <div>{drawing("the base", before)} {drawing("the design now", after)}</div>
        </details>
    }
    .into_any()
}

fn change(row: &Row) -> AnyView {
    let source = row.source.clone().map(|source| {
        view! { <a href=source target="_blank" rel="noopener noreferrer">"Source"</a> }.into_any()
    });
    view! {
        <li data-verdict=row.verdict.word()>
            <div class="change-what">
                <strong>{row.label.clone()}</strong>
                <code>{row.path.clone()}</code>
            </div>
            <div class="change-values">
                <del>{row.from.clone()}</del>
                <span aria-hidden="true">"\u{2192}"</span>
                <ins>{row.to.clone()}</ins>
            </div>
            <div class="change-why">
                <span class="verdict" data-verdict=row.verdict.word()>{row.verdict.title()}</span>
                <p>{row.why.clone()} " " {source}</p>
            </div>
        </li>
    }
    .into_any()
}

/// The lines that differ; then why, where load and design both move the typical month.
fn bill(sheet: &Sheet) -> AnyView {
    if sheet.bill.is_empty() {
        return view! { <p class="compare-note">"The bill stays as it is."</p> }.into_any();
    }
    let row = |row: &BillRow| {
        view! {
            <tr>
                <th scope="row">{row.item.clone()}</th>
                <td>{row.before.clone()}</td>
                <td>{row.after.clone()}</td>
                <td>{row.difference.clone()}</td>
            </tr>
        }
        .into_any()
    };
    let share = |(words, amount): &(String, String)| {
        view! {
            <tr class="compare-share">
                <th scope="row">{words.clone()}</th>
                <td></td>
                <td></td>
                <td>{amount.clone()}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <table class="bill compare-bill">
            <caption class="visually-hidden">"What the typical month costs more or less"</caption>
            <thead>
                <tr>
                    <th scope="col">"Typical month"</th>
                    <th scope="col">"Base"</th>
                    <th scope="col">"Now"</th>
                    <th scope="col">"Difference"</th>
                </tr>
            </thead>
            <tbody>
                {sheet.bill.iter().map(row).collect_view()} {sheet.shares.iter().map(share).collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

fn findings(title: &'static str, all: &[String]) -> Option<AnyView> {
    let items = all.iter().map(|words| view! { <li>{words.clone()}</li> }.into_any()).collect_view();
    (!all.is_empty()).then(|| {
        view! {
            <section class="compare-findings" aria-label=title>
                <h3>{title}</h3>
                <ul>{items}</ul>
            </section>
        }
        .into_any()
        .into_any()
    })
}
