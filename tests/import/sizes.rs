//! Limits, and how long a large input takes.

use std::fmt::Write as _;
use std::time::Duration;

use super::common::{case, folder, input, of};
use super::spent::timed;
use aurora_designer::formats::import::{Input, Options, import};
use aurora_designer::formats::yaml;

#[test]
fn more_than_the_limit_is_refused_before_it_is_read() {
    let many: Vec<Input> = (0..2000).map(|index| input((&format!("{index}.tf"), "locals {}"))).collect();
    assert!(import(&many, &Options::default()).unwrap_err().message.contains("1000"));
    let large = "# x\n".repeat(600_000);
    assert!(of(&[("main.tf", &large)]).unwrap_err().message.contains("2 MiB"));
    let json = format!("{{\"a\": \"{}\"}}", " ".repeat(65 * 1024 * 1024));
    assert!(of(&[("state.json", &json)]).unwrap_err().message.contains("64 MiB"));
}

/// A state of many resources of which few matter: what they say is skipped.
#[test]
fn a_large_state_is_read_as_fast_as_its_bytes() {
    let text = String::from_utf8(folder(&case("tf-state")).remove(0).bytes).unwrap();
    let (head, tail) = text.split_once("\"child_modules\"").unwrap();
    let mut large = format!("{head}\"resources\": [");
    for index in 0..5000 {
        let comma = if index == 0 { "" } else { "," };
        write!(
            large,
            "{comma}{{\"address\": \"aws_instance.x[{index}]\", \"mode\": \"managed\", \"type\": \"aws_instance\", \"name\": \"x\", \"index\": {index}, \"values\": {{\"user_data\": \"{}\"}}}}",
            "0123456789abcdef".repeat(120)
        )
        .unwrap();
    }
    write!(large, "], \"child_modules\"{tail}").unwrap();
    let (import, took) = timed(|| of(&[("state.json", &large)]).unwrap());
    // 10 MB; without optimisation.
    assert!(took < Duration::from_secs(20), "{took:?}");
    let expected = std::fs::read_to_string(case("tf-state").with_file_name("expected.yaml")).unwrap();
    assert_eq!(yaml::write(&import.design), expected);
}
