//! What leaves the page: the link, `main.tf`, `aurora.yaml`, the picture; as a file or by the clipboard.

use leptos::prelude::*;

use crate::formats::diagram::{Form, layout};
use crate::formats::svg::{Theme, svg};
use crate::rules::Severity;

use super::dialog::Ask;
use super::erase::view;
use super::glyphs::Icon;
use super::menu::{Menu, MenuItem};
use super::{State, browser, use_state};

/// A file the page can hand out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Product {
    /// `main.tf`; not while errors stand.
    Terraform,
    /// `aurora.yaml`.
    Yaml,
    /// `diagram.svg`, light and in the wide form.
    Picture,
}

impl Product {
    /// Its name as a file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Terraform => "main.tf",
            Self::Yaml => "aurora.yaml",
            Self::Picture => "diagram.svg",
        }
    }

    const fn mime(self) -> &'static str {
        match self {
            Self::Terraform => "text/plain",
            Self::Yaml => "application/yaml",
            Self::Picture => "image/svg+xml",
        }
    }

    /// Its text as it is now.
    pub fn text(self, state: State) -> String {
        match self {
            Self::Terraform => state.terraform.get_untracked(),
            Self::Yaml => state.yaml.get_untracked(),
            Self::Picture => state.peek(|design| {
                let drawing = state.bill.with_untracked(|bill| {
                    state.findings.with_untracked(|findings| layout(design, bill, findings, Form::Wide))
                });
                svg(&drawing, Theme::Light)
            }),
        }
    }
}

/// Downloads a file, or says in a dialog which errors stand against it.
pub fn download(state: State, product: Product) {
    if refused(state, product) {
        return;
    }
    if browser::download(product.name(), product.mime(), &product.text(state)) {
        state.tell(&format!("Downloaded {}.", product.name()), false);
    } else {
        state.tell("This browser refuses to download. The text can be copied.", false);
    }
}

/// Copies a file's text, under the same condition.
pub fn copy(state: State, product: Product) {
    if refused(state, product) {
        return;
    }
    browser::copy(&product.text(state), move |copied| {
        if copied {
            state.tell(&format!("Copied {}.", product.name()), false);
        } else {
            state.tell("This browser refuses the clipboard. The file can be downloaded.", false);
        }
    });
}

fn refused(state: State, product: Product) -> bool {
    let errors = state.findings.with_untracked(|all| all.iter().any(|it| it.severity == Severity::Error));
    let refused = errors && product == Product::Terraform;
    if refused {
        state.asking.set(Some(Ask::Refused(product.name())));
    }
    refused
}

/// Copies the link to the design; from here on changes are counted anew.
pub fn copy_link(state: State) {
    let link = match state.link.get_untracked() {
        Ok(fragment) => browser::link_with(&fragment),
        Err(error) => {
            state.tell(&error, false);
            return;
        }
    };
    let shown = link.clone();
    browser::copy(&link, move |copied| {
        state.shared();
        if copied {
            state.tell("Copied the link. It opens exactly this design.", false);
        } else {
            state.asking.set(Some(Ask::Link(shown.clone())));
        }
    });
}

/// The button that copies the link.
#[component]
pub fn ShareButton() -> impl IntoView {
    let state = use_state();
    view! {
        <button type="button" class="button share" on:click=move |_| copy_link(state)>
            <Icon name="i-share" />
            <span class="button-words">"Copy link"</span>
        </button>
    }
}

/// The menu of everything that can be taken along.
#[component]
pub fn ExportMenu() -> impl IntoView {
    let state = use_state();
    view! {
        <Menu id="export-menu" label="Export" icon="i-export" class="button--primary export" at_end=true>
            <ul>
                <li><MenuItem label="Download main.tf" icon="i-export" end="Terraform" choose=move || download(state, Product::Terraform) /></li>
                <li><MenuItem label="Download aurora.yaml" icon="i-export" end="spec" choose=move || download(state, Product::Yaml) /></li>
                <li><MenuItem label="Download diagram.svg" icon="i-export" end="picture" choose=move || download(state, Product::Picture) /></li>
            </ul>
            <ul>
                <li><MenuItem label="Copy main.tf" icon="i-copy" choose=move || copy(state, Product::Terraform) /></li>
                <li><MenuItem label="Copy aurora.yaml" icon="i-copy" choose=move || copy(state, Product::Yaml) /></li>
                <li><MenuItem label="Copy diagram.svg" icon="i-copy" choose=move || copy(state, Product::Picture) /></li>
                <li><MenuItem label="Copy link" icon="i-link" choose=move || copy_link(state) /></li>
            </ul>
        </Menu>
    }
}
