//! What leaves the page: the link, `main.tf`, `aurora.yaml`, the picture, the bundle; as a file or by the clipboard.

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job};
use crate::editor::product::Product;
use crate::rules::Severity;
use crate::ui::browser;
use crate::ui::state::{Ask, State};

/// Downloads a file, or says in a dialog which errors stand against it.
pub fn download(state: State, product: Product) {
    if refused(state, product) {
        return;
    }
    write(state, product, move |text| {
        downloaded(state, browser::download(product.name(), product.mime(), &text), product.name());
    });
}

/// Downloads the bundle, under the same condition as its `main.tf`.
pub fn download_bundle(state: State) {
    if errors_stand(state, "the bundle") {
        return;
    }
    let name = state.peek(|design| format!("{}.zip", design.project_name));
    state.worker.ask(Job::Bundle(Box::new(state.peek(Clone::clone))), move |answer| match answer {
        Ok(Answer::Bytes(bytes)) => {
            downloaded(state, browser::download_bytes(&name, "application/zip", &bytes), &name);
        }
        Ok(_) => {}
        Err(lost) => state.tell_lost(&name, lost),
    });
}

/// Copies a file's text, under the same condition.
pub fn copy(state: State, product: Product) {
    if refused(state, product) {
        return;
    }
    write(state, product, move |text| copy_text(state, &text, product.name(), "The file can be downloaded."));
}

/// Copies a text and tells by which name, or what to do where the browser refuses.
pub fn copy_text(state: State, text: &str, name: &'static str, instead: &'static str) {
    state.copy(text, name.to_owned(), instead);
}

/// Copies the link to the design; from here on changes are counted anew.
pub fn copy_link(state: State) {
    let link = match state.link.get_untracked() {
        Ok(fragment) => browser::link_with(&fragment),
        Err(error) => {
            state.tell(error, false);
            return;
        }
    };
    let shown = link.clone();
    browser::copy(&link, move |copied| {
        state.shared();
        if copied {
            state.tell("Copied the link. It opens exactly this design.", false);
        } else {
            state.ask(Ask::Link(shown.clone()));
        }
    });
}

/// Whether errors stand against a file; says so in a dialog.
pub fn refused(state: State, product: Product) -> bool {
    product == Product::Terraform && errors_stand(state, product.name())
}

fn errors_stand(state: State, name: &'static str) -> bool {
    let errors = state.findings.with_untracked(|all| all.iter().any(|it| it.severity == Severity::Error));
    if errors {
        state.ask(Ask::Refused(name));
    }
    errors
}

/// Hands a file's text as it is now to `run`.
fn write(state: State, product: Product, run: impl FnOnce(String) + 'static) {
    let job = product.job(state.peek(Clone::clone), state.today, state.load.asked.get_untracked());
    state.with_text(job, product.name().to_owned(), run);
}

fn downloaded(state: State, done: bool, name: &str) {
    if done {
        state.tell(format!("Downloaded {name}."), false);
    } else {
        state.tell("This browser refuses to download. The text can be copied.", false);
    }
}
