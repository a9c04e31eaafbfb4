//! What leaves the page: the link, `main.tf`, `aurora.yaml`, the picture; as a file or by the clipboard.

use leptos::prelude::*;

use crate::formats::diagram::{Form, layout};
use crate::formats::svg::Theme;
use crate::rules::Severity;

use super::browser::{El, button, el, several};
use super::dialog::Ask;
use super::glyphs::icon;
use super::menu::{Item, Menu, menu, menu_item};
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
    /// All of them, with the word for each.
    const ALL: [(Self, &'static str); 3] =
        [(Self::Terraform, "Terraform"), (Self::Yaml, "spec"), (Self::Picture, "picture")];

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

    /// Hands its text as it is now to `run`, as soon as what writes it is there.
    fn write(self, state: State, run: impl FnOnce(&str) + 'static) {
        let lost = move || state.lost(self.name());
        match self {
            Self::Terraform => state.files.or_else(move |files| run(&untrack(|| state.main_tf(files))), lost),
            Self::Yaml => state.files.or_else(move |files| run(&state.peek(files.write_yaml)), lost),
            Self::Picture => {
                let drawing = state.peek(|design| {
                    state.bill.with_untracked(|bill| {
                        state.findings.with_untracked(|findings| layout(design, bill, findings, Form::Wide))
                    })
                });
                state.files.or_else(move |files| run(&(files.svg)(&drawing, Theme::Light)), lost);
            }
        }
    }
}

/// Downloads a file, or says in a dialog which errors stand against it.
pub fn download(state: State, product: Product) {
    if refused(state, product) {
        return;
    }
    product.write(state, move |text| {
        if browser::download(product.name(), product.mime(), text) {
            state.tell(&format!("Downloaded {}.", product.name()), false);
        } else {
            state.tell("This browser refuses to download. The text can be copied.", false);
        }
    });
}

/// Copies a file's text, under the same condition.
pub fn copy(state: State, product: Product) {
    if refused(state, product) {
        return;
    }
    product.write(state, move |text| {
        browser::copy(text, move |copied| {
            if copied {
                state.tell(&format!("Copied {}.", product.name()), false);
            } else {
                state.tell("This browser refuses the clipboard. The file can be downloaded.", false);
            }
        });
    });
}

fn refused(state: State, product: Product) -> bool {
    let errors = state.findings.with_untracked(|all| all.iter().any(|it| it.severity == Severity::Error));
    let refused = errors && product == Product::Terraform;
    if refused {
        state.ask(Ask::Refused(product.name()));
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
            state.ask(Ask::Link(shown.clone()));
        }
    });
}

/// The button that copies the link.
pub fn share_button() -> El {
    let state = use_state();
    button("button share")
        .on("click", move || copy_link(state))
        .child(icon("i-share"))
        .child(el("span").set("class", "button-words").child("Copy link"))
}

/// The menu of everything that can be taken along.
pub fn export_menu() -> El {
    let state = use_state();
    let named = Menu {
        id: "export-menu",
        label: "Export",
        icon: "i-export",
        class: "button--primary export",
        at_end: true,
    };
    menu(named, move || {
        // Whoever opens the menu is about to need what writes the files.
        state.files.fetch();
        let entry = |item: Item| el("li").child(item.done());
        let downloads = Product::ALL.into_iter().map(|(product, end)| {
            let label = format!("Download {}", product.name());
            entry(menu_item(&label, "i-export", move || download(state, product)).end(end))
        });
        let copies = Product::ALL.into_iter().map(|(product, _)| {
            let label = format!("Copy {}", product.name());
            entry(menu_item(&label, "i-copy", move || copy(state, product)))
        });
        let link = entry(menu_item("Copy link", "i-link", move || copy_link(state)));
        several()
            .child(el("ul").child(downloads.collect::<Vec<_>>()))
            .child(el("ul").child(copies.collect::<Vec<_>>()).child(link))
            .child(state.panels.shown(|panels| (panels.pictures)()))
    })
}
