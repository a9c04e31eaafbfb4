//! The exported files beside the diagram: numbered, colored, with what has changed since opening marked.
//!
//! An edit touches few blocks of a file that may have 1,500 lines. So the file is cut where its parts part, and only
//! blocks whose text or marks are new are put on the page; each is one piece of escaped markup. What the latest edit
//! wrote is lit for a few seconds.

mod blocks;
mod difference;
mod highlight;
mod marks;

use leptos::prelude::*;

use crate::design::Design;

use super::browser::{self, El, button, each, either, el, maybe, several};
use super::erase::memo;
use super::export::{Product, copy, copy_text, download, refused};
use super::glyphs::icon;
use super::later::Files;
use super::use_state;

pub use blocks::{Block, blocks, blocks_after};
pub use highlight::{Language, highlighted};
pub use marks::{Mark, marks};

/// How long what the latest edit wrote is lit, in milliseconds.
const LIT: u64 = 4000;

/// One file: its bar and its listing.
pub fn code(product: Product) -> El {
    let state = use_state();
    state.files.shown(move |files| state.panels.shown(move |panels| (panels.listing)(product, files)))
}

/// The bar and the listing, once what writes the file is there.
pub fn listing(product: Product, files: Files) -> El {
    let state = use_state();
    let opened = memo(move || state.opened.with(|design| opened_text(design, product, files)));
    let text = memo(move || match product {
        Product::Terraform => state.main_tf(files),
        Product::Yaml | Product::Picture => state.with(files.write_yaml),
    });
    let last = StoredValue::new(text.get_untracked());
    let shown = memo(move || {
        text.with(|text| {
            let blocks = opened.with(|opened| last.with_value(|last| blocks_after(text, opened, last)));
            last.set_value(text.clone());
            blocks
        })
    });
    let difference = memo(move || {
        opened.with(|opened| text.with(|text| difference::difference(product.name(), opened, text)))
    });
    let compares = RwSignal::new(false);
    let changed = memo(move || shown.with(|blocks| blocks.iter().map(Block::changed).sum::<usize>()));
    let chip = move || {
        let words = match changed.get() {
            0 => return None,
            1 => "1 line since opened".to_owned(),
            many => format!("{many} lines since opened"),
        };
        Some(el("span").set("class", "chip").child(el("strong").child("+")).child(words))
    };
    let language = match product {
        Product::Terraform => Language::Hcl,
        Product::Yaml | Product::Picture => Language::Yaml,
    };
    let bar = el("div")
        .set("class", "codebar")
        .child(el("span").child(product.name()))
        .child(maybe(chip))
        .child(
            button("button button--small push")
                .set("title", "What changed since opened, as a diff")
                .bind("aria-pressed", move || compares.get().to_string())
                .on("click", move || compares.update(|it| *it = !*it))
                .child("Diff"),
        )
        .child(
            button("button button--small")
                .on("click", move || {
                    if !compares.get_untracked() {
                        copy(state, product);
                    } else if !refused(state, product) {
                        difference.with_untracked(|diff| {
                            copy_text(state, diff, "the diff", "The file can be downloaded.");
                        });
                    }
                })
                .child(icon("i-copy"))
                .child("Copy"),
        )
        .child(
            button("button button--small")
                .on("click", move || download(state, product))
                .child(icon("i-export"))
                .child("Download"),
        );
    let lines = move || {
        let row = move |block: Block| {
            let row = el("span").set("class", "block").markup(&highlighted(&block, language));
            if block.is_fresh() { lit(row) } else { row }
        };
        el("pre").child(el("code").child(each(
            move || shown.get(),
            |block| format!("{:?}", block.key()),
            row,
        )))
    };
    let name = product.name();
    let label = move || {
        if compares.get() { format!("Diff of {name} since opened") } else { format!("{name}, read only") }
    };
    let listing = el("div")
        .set("class", "listing")
        .set("tabindex", "0")
        .set("role", "region")
        .bind("aria-label", label)
        .child(either(move || compares.get(), move || difference::view(difference), lines));
    several().child(bar).child(listing)
}

/// The file of the design as it was opened. Errors are no part of the comparison.
fn opened_text(design: &Design, product: Product, files: Files) -> String {
    match product {
        Product::Terraform => (files.main_tf)(design, &[]),
        Product::Yaml | Product::Picture => (files.write_yaml)(design),
    }
}

/// Lights a block for a while.
fn lit(block: El) -> El {
    let fresh = RwSignal::new(true);
    browser::Later::default().run(LIT, move || {
        // The block may have gone before.
        let _gone = fresh.try_set(false);
    });
    block.class_if("fresh", move || fresh.get())
}
