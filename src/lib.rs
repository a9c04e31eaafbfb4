//! Aurora Designer: design an Aurora Serverless v2 cluster, checked, priced and exported.
//!
//! One package with two faces: the browser app (`wasm32`) and the command line (native). Both are thin; what they show
//! is computed here, by pure functions of one value, [`design::Design`].
//!
//! # The rooms
//!
//! In this order, each importing only from those before it:
//!
//! | room | what is in it |
//! |---|---|
//! | [`facts`] | what AWS says: dated tables of versions, Regions, prices and limits, a source in every row; each fact as a sentence, by the mark that cites it |
//! | [`design`] | what the user chose: one immutable value, one table of settings, every way to change it |
//! | [`estimate`] | what it costs and does: the bill of three months, what else would pay for it, pausing, versions, whether it fits, connections, alarms |
//! | [`simulate`] | what it does under a load: capacity in a band, short minutes, wakes, the range that carries the load for the least, and what is left when a zone, an instance or the Region is lost |
//! | [`rules`] | what is wrong with it: one file per rule, a registry, fixes that are edits |
//! | [`formats`] | how it is written down: YAML and link (both ways), Terraform, the bill, charts, the bundle and its commands, the diagram and its SVG; and what runs already, read into a design |
//! | [`compare`] | what a change does: two designs apart, each setting with the verdict of what AWS and Terraform make of it |
//! | [`editor`] | what an editor does with a hand, a key and a step back: pure state machines that the page draws |
//! | `ui` | what is seen: Leptos components, for `wasm32` alone |
//! | `cli` | the same answers in a terminal, native alone |
//!
//! # How an answer comes about
//!
//! A drag, a key, a form field, a rule's fix and a verb of the command line all become a [`design::Edit`]. The design
//! after it is a new value; findings, bill, diagram, YAML, `main.tf` and link are functions of that value, recomputed
//! whole, which takes less than a millisecond. Undo is the value before. A letter that is typed is on the screen one frame
//! before what follows from it.
//!
//! # Invariants
//!
//! `tests/architecture/` and the lints of `Cargo.toml` hold the code to them.
//!
//! 1. Rooms import only from the left. No modules import each other in a circle, but a parent and what lies below it
//!    may; the tests leave the graph in `target/tmp/modules.dot` and `files.dot`.
//! 2. Nothing outside `ui` names a browser crate, and inside it only `ui/browser/` names `web_sys`. Natively those
//!    crates are not even dependencies, so the compiler keeps the core pure.
//! 3. Same design, same bytes: no clock, no chance, no hash order. The day is an argument; only findings and the
//!    Extended Support line read it, and exported files take the price book's date.
//! 4. No panic: no `unwrap`, `expect`, indexing or `panic!` outside tests. Every design has an answer to everything;
//!    only reading text can fail, and it says where.
//! 5. No float in money or capacity: an ACU is a count of halves, an amount is an integer rounded once, when printed.
//! 6. Every fact and every rule has a source. Unknown prices stay unknown.
//! 7. Every rule has a bad and a good example, and its fix mends.
//! 8. A published id, key or link is never given a second meaning.
//!
//! # Where the house differs from its first sketch
//!
//! - `facts/units.rs` holds ACU, decimal and day, because the tables are stated in them and `facts` is the leftmost
//!   room.
//! - A design stores `None` for what nobody chose and says what follows from it (`design/follow.rs`), instead of
//!   storing the default. So a new engine brings its own port, and "changed" needs no second bookkeeping.
//! - `design/settings/rows.rs` has one row a setting: keys in spec and link, how it is read and written, default, part of
//!   the diagram, group, label, unit, help. Link, YAML, inspector, findings, fixes and before/after all read it. So a new
//!   key is its field in `design/mod.rs` and its row, besides what it means: a rule, a price, Terraform.
//! - `cli` belongs to the binary alone; nothing else may speak to a terminal.
//! - A first load is a figure we watch: 626 KB, compressed, where 520 are wanted. The app is one wasm, as trunk builds
//!   it; what takes longer than a frame or is rarely wanted is done by a second one, the web worker (`editor/jobs.rs`,
//!   `src/bin/worker.rs`).
//! - `index.html` is the first screen already: `tests/shell.rs` prints the default design into it from the core, with the
//!   elements of the panels, and a journey proves that nothing moves when the app takes its place.
//! - An [`design::Edit`] sets a field from text. What cannot be read is an error with the nearest legal value, and the
//!   editor keeps what was typed.
//!
//! # What libraries do, and what is done by hand
//!
//! | matter | by |
//! |---|---|
//! | views, signals, memos, effects, contexts | leptos |
//! | arguments, help, completions, manual page | clap, `clap_complete`, `clap_mangen` |
//! | YAML in and out | `yaml_serde` (as `serde_yaml`) and serde-saphyr; saphyr-parser where lines must be known |
//! | Terraform's expressions; escaping in them is ours | hcl-rs |
//! | Terraform's text with its lines, `regex` in it | hcl-edit, regex-lite |
//! | CloudFormation's YAML with its lines | saphyr-parser |
//! | JSON, messages to the worker | serde, `serde_json`, postcard |
//! | the shelf's store, `IndexedDB` | idb: of the kept crates the one with the fewest others behind it, and it works with our wasm-bindgen. rexie is a layer over it, and `indexed_db_futures` brings six macro crates |
//! | the YAML panel as a text editor | `CodeMirror` 6, bundled into `public/yaml-editor.js` by `make editor`: 118 KB compressed, fetched when the panel first opens. Monaco is some ten times that, and a plain text field has neither marks nor completion |
//! | sets of words, each one number; maps of a few entries, each a list in order | enumset, litemap: a `BTreeMap` is compiled anew for every type, some 4 KB each, and serves here for what may grow long |
//! | diffs, archives, percent signs, the nearest word | similar, zip, percent-encoding, strsim |
//!
//! By hand, and why:
//!
//! - Layout of `main.tf` (`formats/hcl/layout.rs`): hcl-rs aligns no `=` and writes no comments. Its escape
//!   (`formats/hcl/escape.rs`): version 0.20 leaves `${%${1+1}` open.
//! - `Acu`, `Decimal`, `Usd`, `Quantity`, `Day` (`facts/units.rs`, `estimate/`): exact at 12 to 26 places, and made in
//!   `const` tables; decimal and date crates do neither without a clock or a float.
//! - The SVG of the diagram and the charts (`formats/svg.rs`, `formats/charts/`): the same bytes everywhere, from the
//!   shapes that the page draws.
//! - CSV, XML, shell and Markdown escapes (`formats/escape/`): a few lines each, with a policy of ours for formulas,
//!   control letters and bare addresses.
//! - The link's form (`formats/link/`): frozen by what has been published.
//! - The service worker (`public/sw.js`): fifty lines that read in `index.html` which files there are. A tool would list
//!   them in a step after the build, which trunk has none of that works everywhere.
//! - The form of a kept design (`formats/link::keep`) is the link's without its limit: frozen, versioned, never failing,
//!   and in the page already. Around it stands postcard with a version byte (`editor/shelf/record.rs`).
//! - Lists, what shows and hides, and closures with names (`ForRows`, `ShowIf`, `live` in `ui/widgets/`) are Leptos' own
//!   behind one type each: `For` and `Show` are compiled anew for every use, and `--cfg erase_components` leaves them so.
//!   That was a tenth of the app's code.
//! - The queue of the worker (`editor/queue.rs`): no crate restarts a worker that dies and asks it again.

pub mod compare;
pub mod design;
pub mod editor;
pub mod estimate;
pub mod facts;
pub mod formats;
pub mod rules;
pub mod simulate;
#[cfg(target_arch = "wasm32")]
pub mod ui;
