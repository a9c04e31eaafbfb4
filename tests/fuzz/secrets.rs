//! A marker where secrets stand: whatever else is spoiled, it is in nothing that comes out.

use aurora_designer::formats::import::Input;

/// Long enough to look like a password, and found nowhere else.
pub(crate) const MARKER: &str = "MARKER-9x7Kq2-secret";

/// The marker behind the names of secrets, as each kind writes it. They stay whole: without its name nobody could tell
/// a secret.
pub(crate) const HCL: &str = "master_password = \"MARKER-9x7Kq2-secret\"";
const STATE: &str = "\"master_password\": \"MARKER-9x7Kq2-secret\"";
const AWS: &str = "\"MasterUserPassword\": \"MARKER-9x7Kq2-secret\"";
const TEMPLATE: &str = "MasterUserPassword: MARKER-9x7Kq2-secret";

/// Takes the marker out where its name was cut off.
pub(crate) fn guard(bytes: Vec<u8>) -> Vec<u8> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(wrong) => return if holds(wrong.as_bytes()) { Vec::new() } else { wrong.into_bytes() },
    };
    if !text.contains(MARKER) {
        return text.into_bytes();
    }
    let whole = [HCL, STATE, AWS, TEMPLATE];
    let count = |part: &str| text.matches(part).count();
    if count(MARKER) == whole.iter().map(|place| count(place)).sum::<usize>() {
        return text.into_bytes();
    }
    let mut text = text;
    for (number, place) in whole.iter().enumerate() {
        text = text.replace(place, &format!("\u{1}{number}\u{2}"));
    }
    text = text.replace(MARKER, "x");
    for (number, place) in whole.iter().enumerate() {
        text = text.replace(&format!("\u{1}{number}\u{2}"), place);
    }
    text.into_bytes()
}

fn holds(bytes: &[u8]) -> bool {
    bytes.windows(MARKER.len()).any(|it| it == MARKER.as_bytes())
}

/// Where the marker got out. With its name before it, it is a text that a spoiled quotation mark made longer.
pub(crate) fn leak(out: &str) -> Option<String> {
    let at = out.match_indices(MARKER).map(|(at, _)| at).find(|at| {
        let before: String = out[..*at].chars().rev().take(30).collect();
        let before: String = before.chars().rev().collect();
        !before.contains("master_password") && !before.contains("MasterUserPassword")
    })?;
    let from = out[..at].char_indices().rev().nth(200).map_or(0, |(from, _)| from);
    Some(out[from..].chars().take(400).collect())
}

fn each(inputs: Vec<Input>, change: impl Fn(String) -> String) -> Vec<Input> {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    inputs.into_iter().map(|it| Input { bytes: change(text(it.bytes)).into_bytes(), ..it }).collect()
}

/// Into every object of a JSON text.
fn into_objects(text: &str, secret: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split_inclusive('{').peekable();
    while let Some(part) = parts.next() {
        out.push_str(part);
        if parts.peek().is_some_and(|next| next.trim_start().starts_with('"')) {
            out.push_str(secret);
            out.push_str(", ");
        }
    }
    out
}

/// Values of a state or a plan.
pub(crate) fn in_state(inputs: Vec<Input>) -> Vec<Input> {
    each(inputs, |text| into_objects(&text, STATE))
}

/// What AWS answers; its other words stand as they are.
pub(crate) fn in_answer(inputs: Vec<Input>) -> Vec<Input> {
    each(inputs, |text| if text.starts_with(['{', '[']) { into_objects(&text, AWS) } else { text })
}

/// Properties of a template.
pub(crate) fn in_template(inputs: Vec<Input>) -> Vec<Input> {
    each(inputs, |text| {
        let json = text.replace("\"Properties\": {", &format!("\"Properties\": {{{AWS}, "));
        let mut out = String::new();
        for line in json.split_inclusive('\n') {
            out.push_str(line);
            if line.trim() == "Properties:" {
                let indent = line.len() - line.trim_start().len();
                out.extend([&" ".repeat(indent + 2), TEMPLATE, "\n"]);
            }
        }
        out
    })
}

/// A password in every cluster, and a file that stays as it is: a variable that is sensitive is secret whatever it
/// becomes a part of.
pub(crate) fn in_terraform(inputs: Vec<Input>) -> Vec<Input> {
    each(inputs, |text| {
        let mut out = String::new();
        for line in text.split_inclusive('\n') {
            out.push_str(line);
            if line.starts_with("resource \"aws_rds_cluster\"") {
                out.extend(["  ", HCL, "\n"]);
            }
        }
        out
    })
}

/// That file.
pub(crate) const SENSITIVE: &str = r#"
variable "fuzz_secret" {
  default   = "MARKER-9x7Kq2-secret"
  sensitive = true
}
locals {
  fuzz_secret = "${var.fuzz_secret}-x"
  fuzz_secrets = { a = var.fuzz_secret, b = [var.fuzz_secret] }
}
resource "random_password" "fuzz" {
  length = 20
  keepers = { seed = "MARKER-9x7Kq2-secret" }
}
"#;
