//! What serves the app without a network: the service worker in `public/sw.js`.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

use crate::editor::jobs::BUILD;

/// Has the browser keep the files of this build; `newer` runs when those of another one have come. Where the browser has
/// no such thing, as without a secure context, the app needs the network, and nothing else changes.
pub fn keep_files(newer: impl Fn() + Clone + 'static) {
    let container = Reflect::get(&window().navigator(), &"serviceWorker".into()).ok();
    let Some(container) = container.and_then(|it| it.dyn_into::<ServiceWorkerContainer>().ok()) else {
        return;
    };
    // Relative to the page; its address names the build, so that a new build is a new worker.
    let registering = container.register(&format!("sw.js?{BUILD}"));
    spawn_local(async move {
        let registered = JsFuture::from(registering).await;
        let Ok(registration) = registered.and_then(JsCast::dyn_into::<ServiceWorkerRegistration>) else {
            return;
        };
        if container.controller().is_some() && registration.waiting().is_some_and(|worker| is_newer(&worker))
        {
            newer();
        }
        let found = {
            let registration = registration.clone();
            move || watch(&registration, container.clone(), newer.clone())
        };
        registration.set_onupdatefound(Some(&handler(found)));
    });
}

/// Waits until what is being installed is there. The first of all is no news.
fn watch(
    registration: &ServiceWorkerRegistration,
    container: ServiceWorkerContainer,
    newer: impl Fn() + 'static,
) {
    let Some(worker) = registration.installing().filter(is_newer) else { return };
    let installing = worker.clone();
    let changed = move || {
        if installing.state() == ServiceWorkerState::Installed && container.controller().is_some() {
            newer();
        }
    };
    worker.set_onstatechange(Some(&handler(changed)));
}

/// Whether a service worker is of another build than this page.
fn is_newer(worker: &ServiceWorker) -> bool {
    !worker.script_url().ends_with(&format!("?{BUILD}"))
}

/// A handler that lives as long as what it is set on.
fn handler(run: impl Fn() + 'static) -> Function {
    Closure::<dyn Fn()>::new(run).into_js_value().unchecked_into()
}
