//! The third door: the same core in a web worker, which does for the page what takes longer than a frame.

#[cfg(target_arch = "wasm32")]
fn main() {
    aurora_designer::ui::browser::serve();
}

/// Natively there is no page to serve.
#[cfg(not(target_arch = "wasm32"))]
const fn main() {}
