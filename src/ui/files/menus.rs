//! The buttons and menus of the toolbar by which something comes in or goes out.

use leptos::prelude::*;

use crate::design::presets::{PRESETS, Preset};
use crate::editor::product::Product;
use crate::ui::ledger::BillFiles;
use crate::ui::state::use_state;
use crate::ui::widgets::{Icon, Menu, MenuItem};

use super::door::use_door;
use super::export::{copy, copy_link, download, download_bundle};
use super::open::{preset_price, take_preset};
use super::picture::Picture;

/// The button that opens the door for a spec, a link, or what runs already.
#[component]
pub fn OpenButton() -> impl IntoView {
    let door = use_door();
    view! {
        <button
            type="button"
            class="button button--quiet open"
            data-tip="Open a spec or a link, or import what runs: Terraform, state, CloudFormation, AWS\u{2019} answers"
            aria-label="Open or import"
            on:click=move |_| door.ask()
        >
            <Icon name="i-open"/>
            <span class="button-words">"Open or import"</span>
        </button>
    }
}

/// The menu of presets, each with its typical month.
#[component]
pub fn PresetMenu() -> impl IntoView {
    let state = use_state();
    let item = move |preset: &'static Preset| {
        view! {
            <li>
                <MenuItem
                    label=preset.name
                    icon="i-preset"
                    hint=preset.hint
                    end=preset_price(preset, state)
                    choose=move || take_preset(preset, state)
                />
            </li>
        }
        .into_any()
    };
    view! {
        <Menu
            id="preset-menu"
            label="Presets"
            icon="i-preset"
            class="button--quiet presets"
            open=state.frame.presets
        >
            <ul class="menu-presets">{PRESETS.iter().map(item).collect_view()}</ul>
        </Menu>
    }
}

/// The button that copies the link.
#[component]
pub fn ShareButton() -> impl IntoView {
    let state = use_state();
    view! {
        <button type="button" class="button share" on:click=move |_| copy_link(state)>
            <Icon name="i-share"/>
            <span class="button-words">"Copy link"</span>
        </button>
    }
}

/// The menu of everything that can be taken along.
#[component]
pub fn ExportMenu() -> impl IntoView {
    let state = use_state();
    let downloads = move || {
        Product::ALL.map(|product| {
            view! {
                <li>
                    <MenuItem
                        label=format!("Download {}", product.name())
                        icon="i-export"
                        end=product.word()
                        choose=move || download(state, product)
                    />
                </li>
            }
            .into_any()
        })
    };
    let copies = move || {
        Product::ALL.map(|product| {
            view! {
                <li>
                    <MenuItem
                        label=format!("Copy {}", product.name())
                        icon="i-copy"
                        choose=move || copy(state, product)
                    />
                </li>
            }
            .into_any()
        })
    };
    view! {
        <Menu
            id="export-menu"
            label="Export"
            icon="i-export"
            class="button--primary export"
            at_end=true
            open=state.frame.exports
        >
            <ul>
                {downloads().collect_view()}
                <li>
                    <MenuItem
                        label="Download bundle"
                        icon="i-export"
                        end="zip"
                        choose=move || download_bundle(state)
                    />
                </li>
            </ul>
            <BillFiles/>
            <ul>
                {copies().collect_view()}
                <li>
                    <MenuItem label="Copy link" icon="i-link" choose=move || copy_link(state)/>
                </li>
            </ul>
            <Picture/>
        </Menu>
    }
}
