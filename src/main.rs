//! Two doors: in the browser the app is mounted, natively the command line runs.

fn main() {}
