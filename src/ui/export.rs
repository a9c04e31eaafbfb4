//! What leaves the page: the link, `main.tf`, `aurora.yaml`, the picture, the bundle; as a file or by the clipboard.

use leptos::prelude::*;

use crate::formats::diagram::{Form, layout};
use crate::formats::svg::Theme;
use crate::rules::Severity;

use super::browser::{El, button, el, several};
use super::dialog::Ask;
use super::glyphs::icon;
use super::later::Files;
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
    pub const ALL: [(Self, &'static str); 3] =
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
        let done = browser::download(product.name(), product.mime(), text);
        downloaded(state, done, product.name());
    });
}

/// Downloads the bundle, under the same condition as its `main.tf`.
fn download_bundle(state: State) {
    if errors_stand(state, "the bundle") {
        return;
    }
    let bundle = move |files: Files| {
        let (name, archive) = state.peek(|design| (design.project_name.clone(), (files.bundle)(design)));
        let name = format!("{name}.zip");
        downloaded(state, browser::download_bytes(&name, "application/zip", &archive), &name);
    };
    state.files.or_else(bundle, move || state.lost("The bundle"));
}

fn downloaded(state: State, done: bool, name: &str) {
    if done {
        state.tell(&format!("Downloaded {name}."), false);
    } else {
        state.tell("This browser refuses to download. The text can be copied.", false);
    }
}

/// Copies a file's text, under the same condition.
pub fn copy(state: State, product: Product) {
    if refused(state, product) {
        return;
    }
    product.write(state, move |text| {
        let file = product.name();
        copy_text(state, text, file, "The file can be downloaded.");
    });
}

/// Copies a text and tells by which name, or what to do where the browser refuses.
pub fn copy_text(state: State, text: &str, name: &'static str, instead: &'static str) {
    browser::copy(text, move |copied| {
        let told = if copied {
            format!("Copied {name}.")
        } else {
            format!("This browser refuses the clipboard. {instead}")
        };
        state.tell(&told, false);
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
        let bundle = menu_item("Download bundle", "i-export", move || download_bundle(state)).end("zip");
        let copies = Product::ALL.into_iter().map(|(product, _)| {
            let label = format!("Copy {}", product.name());
            entry(menu_item(&label, "i-copy", move || copy(state, product)))
        });
        let link = entry(menu_item("Copy link", "i-link", move || copy_link(state)));
        several()
            .child(el("ul").child(downloads.collect::<Vec<_>>()).child(entry(bundle)))
            .child(state.ledger.shown(|ledger| (ledger.exports)()))
            .child(el("ul").child(copies.collect::<Vec<_>>()).child(link))
            .child(state.panels.shown(|panels| (panels.pictures)()))
    })
}
