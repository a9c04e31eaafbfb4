//! The exported files beside the diagram: numbered, colored, with what has changed since opening marked.
//!
//! An edit touches few blocks of a file that may have 1,500 lines. So the file is cut where its parts part, and only
//! blocks whose text or marks are new are put on the page; each is one piece of escaped markup.

mod blocks;
mod highlight;
mod marks;

use leptos::prelude::*;

use crate::design::Design;
use crate::formats::{terraform, yaml};

use super::erase::{For, memo, view};
use super::export::{Product, copy, download};
use super::glyphs::Icon;
use super::use_state;

pub use blocks::{Block, blocks};
pub use highlight::{Language, highlighted};
pub use marks::{Mark, marks};

/// One file: its bar and its listing.
#[component]
pub fn Code(
    /// Which file.
    product: Product,
) -> impl IntoView {
    let state = use_state();
    let opened = memo(move || state.opened.with(|design| opened_text(design, product)));
    let shown = memo(move || {
        let text = match product {
            Product::Terraform => state.terraform.get(),
            Product::Yaml | Product::Picture => state.yaml.get(),
        };
        opened.with(|before| blocks(&text, before))
    });
    let changed = memo(move || shown.with(|blocks| blocks.iter().map(Block::changed).sum::<usize>()));
    let words = move || match changed.get() {
        0 => None,
        1 => Some("1 line since opened".to_owned()),
        many => Some(format!("{many} lines since opened")),
    };
    let language = match product {
        Product::Terraform => Language::Hcl,
        Product::Yaml | Product::Picture => Language::Yaml,
    };
    view! {
        <div class="codebar">
            <span>{product.name()}</span>
            {move || words().map(|words| view! { <span class="chip"><strong>"+"</strong>{words}</span> })}
            <button type="button" class="button button--small push" on:click=move |_| copy(state, product)>
                <Icon name="i-copy" />
                "Copy"
            </button>
            <button type="button" class="button button--small" on:click=move |_| download(state, product)>
                <Icon name="i-export" />
                "Download"
            </button>
        </div>
        <div class="listing" tabindex="0" role="region" aria-label=format!("{}, read only", product.name())>
            <pre>
                <code>
                    <For each=move || shown.get() key=|block| format!("{:?}", block.key()) let:block>
                        <span class="block" inner_html=highlighted(&block, language)></span>
                    </For>
                </code>
            </pre>
        </div>
    }
}

/// The file of the design as it was opened. Errors are no part of the comparison.
fn opened_text(design: &Design, product: Product) -> String {
    match product {
        Product::Terraform => terraform::main_tf(design),
        Product::Yaml | Product::Picture => yaml::write(design),
    }
}
