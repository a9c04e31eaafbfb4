//! The exported files beside the diagram: numbered, colored, with what has changed since opening marked.
//!
//! An edit touches few blocks of a file that may have 1,500 lines. So the file is cut where its parts part, and only
//! blocks whose text or marks are new are put on the page; each is one piece of escaped markup.

mod blocks;
mod highlight;
mod marks;

use leptos::prelude::*;

use crate::design::Design;

use super::browser::{El, button, each, el, maybe, several};
use super::erase::memo;
use super::export::{Product, copy, download};
use super::glyphs::icon;
use super::later::Files;
use super::use_state;

pub use blocks::{Block, blocks};
pub use highlight::{Language, highlighted};
pub use marks::{Mark, marks};

/// One file: its bar and its listing.
pub fn code(product: Product) -> El {
    let state = use_state();
    state.files.shown(move |files| state.panels.shown(move |panels| (panels.listing)(product, files)))
}

/// The bar and the listing, once what writes the file is there.
pub fn listing(product: Product, files: Files) -> El {
    let state = use_state();
    let opened = memo(move || state.opened.with(|design| opened_text(design, product, files)));
    let shown = memo(move || {
        let text = match product {
            Product::Terraform => state.main_tf(files),
            Product::Yaml | Product::Picture => state.with(files.write_yaml),
        };
        opened.with(|before| blocks(&text, before))
    });
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
                .on("click", move || copy(state, product))
                .child(icon("i-copy"))
                .child("Copy"),
        )
        .child(
            button("button button--small")
                .on("click", move || download(state, product))
                .child(icon("i-export"))
                .child("Download"),
        );
    let lines = each(
        move || shown.get(),
        |block| format!("{:?}", block.key()),
        move |block| el("span").set("class", "block").markup(&highlighted(&block, language)),
    );
    let listing = el("div")
        .set("class", "listing")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", &format!("{}, read only", product.name()))
        .child(el("pre").child(el("code").child(lines)));
    several().child(bar).child(listing)
}

/// The file of the design as it was opened. Errors are no part of the comparison.
fn opened_text(design: &Design, product: Product, files: Files) -> String {
    match product {
        Product::Terraform => (files.main_tf)(design, &[]),
        Product::Yaml | Product::Picture => (files.write_yaml)(design),
    }
}
