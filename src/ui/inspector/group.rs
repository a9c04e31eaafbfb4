//! A group of settings: its head with a summary, and what stands in it once it is open.

use leptos::prelude::*;

use crate::design::{Edit, Field, Group};
use crate::editor::inspector::{body_id, field_id, head_id, plain_fields, told};
use crate::ui::state::use_state;
use crate::ui::widgets::{ForRows, Icon, Piece, ShowIf, Switch};

use super::capacity::{CapacityRange, WriterPause};
use super::fit::FitCallout;
use super::folds::use_folds;
use super::instances::Instances;
use super::pairs::{Pairs, parameters, tags};
use super::prices::OwnPrices;
use super::regions::Secondaries;
use super::setting::SettingField;
use super::version::VersionField;

/// One group, folded or open.
#[component]
pub(super) fn GroupSection(group: Group) -> impl IntoView {
    let (state, folds) = (use_state(), use_folds());
    let open = Memo::new(move |_| folds.open.with(|open| open.contains(&group)));
    let told = Memo::new(move |_| {
        state.drafts.with(|drafts| state.with(|design| told(group, design, drafts.keys())))
    });
    let body = body_id(group);
    view! {
        <section class="group">
            <h3>
                <button
                    type="button"
                    class="group-head"
                    id=head_id(group)
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    aria-controls=body.clone()
                    on:click=move |_| folds.toggle(group)
                >
                    <ShowIf when=move || open.get() fallback=|| view! { <Icon name="i-right"/> }.into_any()>
                        <Icon name="i-down"/>
                    </ShowIf>
                    <span>{group.name()}</span>
                    <span class="value">{told}</span>
                </button>
            </h3>
            <div class="group-body" id=body hidden=move || !open.get()>
                <ShowIf when=move || open.get()>
                    <Piece>
                        <GroupBody group/>
                    </Piece>
                </ShowIf>
            </div>
        </section>
    }
}

/// What stands in an open group.
#[component]
fn GroupBody(group: Group) -> impl IntoView {
    let own = move || view! { <div class="fields"><PlainFields group/></div> }.into_any();
    match group {
        Group::Design => view! { <FitCallout/> {own()} <Pairs of=tags()/> }.into_any(),
        Group::Engine => view! { {own()} <VersionField/> <Pairs of=parameters()/> }.into_any(),
        Group::Capacity => {
            view! { <CapacityRange/> <div class="pairs">{own()}</div> <WriterPause/> }.into_any()
        }
        Group::Instances => view! { <Instances/> }.into_any(),
        Group::Proxy => view! { <ProxySwitch/> {own()} }.into_any(),
        Group::Regions => view! { {own()} <Secondaries/> }.into_any(),
        Group::Usage => view! { {own()} <OwnPrices/> }.into_any(),
        Group::Network | Group::Access | Group::Protection | Group::Observability => own().into_any(),
    }
}

/// The plain fields of a group: they appear and vanish with the design, and those that stay are left alone.
#[component]
fn PlainFields(group: Group) -> impl IntoView {
    let fields = use_state().memo(move |design| plain_fields(group, design));
    view! {
        <ForRows each=move || fields.get() key=field_id let(field)>
            <SettingField field/>
        </ForRows>
    }
}

/// Whether there is a proxy.
#[component]
fn ProxySwitch() -> impl IntoView {
    let state = use_state();
    let on = state.memo(|design| design.proxy.is_some());
    let flip = move |on| {
        if on {
            state.edit_and_tell(&[Edit::AddProxy], "Added RDS Proxy");
        } else {
            state.edit_and_tell(&[Edit::RemoveProxy], "Removed RDS Proxy");
        }
    };
    let id = field_id(&Field::Proxy);
    view! {
        <Switch id=id.clone() on on_change=flip>
            <label for=id>{Field::Proxy.label()}</label>
        </Switch>
        <ShowIf when=move || !on.get()>
            <p class="empty">{Field::Proxy.help()}</p>
        </ShowIf>
    }
}
