//! How much is read: beyond it an input is refused before it is parsed.

use std::collections::BTreeMap;

use super::{Input, Place, Refusal};

/// The largest text file: Terraform, CloudFormation, a spec.
const TEXT: usize = 2 * 1024 * 1024;
/// The largest JSON or CSV file.
const JSON: usize = 64 * 1024 * 1024;
/// How many text files there may be, and how large they may be together.
const FILES: usize = 1000;
const TOGETHER: usize = 16 * 1024 * 1024;
/// How deep JSON and YAML may nest, and how long a string in them may be.
const DEPTH: usize = 128;
const STRING: usize = 1024 * 1024;

/// A text without the mark that some editors begin it with.
pub(super) fn bare(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap_or(bytes)
}

/// Checks the sizes of a whole input.
///
/// # Errors
/// Names what is too large, and what to leave out.
pub(super) fn check_all(inputs: &[Input]) -> Result<(), Refusal> {
    let (large, texts): (Vec<&Input>, Vec<&Input>) = inputs.iter().partition(|input| may_be_large(input));
    for input in large {
        if input.bytes.len() > JSON {
            return Err(over(
                input,
                "64 MiB, the limit of a JSON or CSV file; leave out what is not about the cluster",
            ));
        }
    }
    if inputs.len() > FILES {
        return Err(Refusal::whole(format!(
            "These are {} files, over the limit of {FILES}; give the folder of the cluster alone.",
            inputs.len()
        )));
    }
    if let Some(input) = texts.iter().find(|input| input.bytes.len() > TEXT) {
        return Err(over(input, "2 MiB, the limit of a text file; give the part that is about the cluster"));
    }
    if texts.iter().map(|input| input.bytes.len()).sum::<usize>() > TOGETHER {
        return Err(Refusal::whole(
            "The text files are over 16 MiB together, the limit; give the folder of the cluster alone.",
        ));
    }
    Ok(())
}

fn over(input: &Input, what: &str) -> Refusal {
    Refusal::at(Place::file(&input.name), format!("The file is over {what}."))
}

/// Whether a file is JSON or CSV, which may be larger than text: by its first byte, or by its name for CSV.
fn may_be_large(input: &Input) -> bool {
    let text = bare(&input.bytes);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    let is_csv = || {
        let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
        line.contains(&b',') && !line.contains(&b'=') && !line.contains(&b':')
    };
    matches!(first, Some(b'{' | b'[')) || is_csv()
}

/// What stands at the top of a JSON text.
#[derive(Debug, Default)]
pub(super) struct Top {
    /// Keys of the object, or of the first object of a list, with the first letters of their values.
    pub(super) keys: BTreeMap<String, String>,
    /// Whether it is a list.
    pub(super) is_list: bool,
    /// Whether the text goes on after its first value.
    pub(super) goes_on: bool,
    /// Whether the text ends before its first value does.
    pub(super) is_cut: bool,
}

/// How much of a value is kept to tell a kind by.
const START: usize = 24;

/// Reads the top of a JSON text, and checks how deep it nests and how long its strings are, in one pass.
///
/// # Errors
/// Names the limit.
pub(super) fn top(name: &str, bytes: &[u8]) -> Result<Top, Refusal> {
    let refuse = |what: &str| {
        Err(Refusal::at(Place::file(name), format!("The JSON {what}, which is over the limit.")))
    };
    let mut top = Top::default();
    let (mut depth, mut start, mut escaped, mut objects) = (0usize, None::<usize>, false, 0usize);
    // The last string that ended where keys are wanted.
    let mut word: Option<(usize, usize)> = None;
    for (at, byte) in bytes.iter().enumerate() {
        if let Some(from) = start {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    if at - from > STRING {
                        return refuse("has a string of more than 1 MiB");
                    }
                    start = None;
                    let wanted = 1 + usize::from(top.is_list);
                    word = (depth == wanted && objects <= 1).then_some((from + 1, at));
                }
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => start = Some(at),
            b'{' | b'[' => {
                if depth == 0 {
                    if top.goes_on {
                        break;
                    }
                    top.is_list = *byte == b'[';
                }
                objects += usize::from(depth == 1 && top.is_list);
                depth += 1;
                if depth > DEPTH {
                    return refuse("nests deeper than 128");
                }
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    let rest = bytes.get(at + 1..).unwrap_or_default();
                    top.goes_on = rest.iter().any(|it| !it.is_ascii_whitespace());
                    if top.goes_on {
                        break;
                    }
                }
            }
            b':' => {
                if let Some((from, to)) = word.take()
                    && let Ok(key) = std::str::from_utf8(bytes.get(from..to).unwrap_or_default())
                {
                    let rest = bytes.get(at + 1..).unwrap_or_default();
                    let value = rest.iter().skip_while(|it| it.is_ascii_whitespace()).take(START).copied();
                    let value = String::from_utf8_lossy(&value.collect::<Vec<u8>>()).into_owned();
                    top.keys.insert(key.to_owned(), value);
                }
            }
            _ => {}
        }
    }
    top.is_cut = depth > 0 && !top.goes_on || start.is_some();
    Ok(top)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(text: &str) -> Input {
        Input { name: "it".to_owned(), bytes: text.as_bytes().to_vec() }
    }

    #[test]
    fn json_is_refused_beyond_its_depth_and_its_longest_string() {
        let read = |text: &str| top("it", text.as_bytes());
        assert!(read(&"[".repeat(128)).is_ok_and(|it| it.is_cut));
        assert!(read(&"[".repeat(129)).is_err());
        assert!(read(&format!("[\"{}\"]", "[".repeat(1000))).is_ok_and(|it| !it.is_cut));
        assert!(read(&format!("[\"{}\"]", "a".repeat(STRING + 1))).is_err());
        assert!(read(r#"["\\", "\"[", {}]"#).is_ok_and(|it| !it.is_cut));
        assert!(read("{\"a").is_ok_and(|it| it.is_cut));
    }

    #[test]
    fn the_top_of_a_json_text_tells_keys_and_how_values_begin() {
        let read = |text: &str| {
            let it = top("it", text.as_bytes()).unwrap();
            let keys: Vec<String> = it.keys.iter().map(|(key, value)| format!("{key}={value}")).collect();
            (keys.join(" "), it.is_list, it.goes_on)
        };
        assert_eq!(
            read(r#"{"a": 1, "b" : {"c": 2}}"#),
            (r#"a=1, "b" : {"c": 2}} b={"c": 2}}"#.to_owned(), false, false)
        );
        assert_eq!(read(r#"[{"a":[1]},{"b":2}]"#).0, r#"a=[1]},{"b":2}]"#);
        assert!(read("{\"a\": 1}\n{\"b\": 2}").2);
    }

    #[test]
    fn sizes_are_refused_before_anything_is_read() {
        assert!(check_all(&[input(&"a".repeat(TEXT))]).is_ok());
        assert!(check_all(&[input(&"a".repeat(TEXT + 1))]).is_err());
        assert!(check_all(&[input(&format!("{{{}", " ".repeat(TEXT)))]).is_ok());
        assert!(check_all(&vec![input("a"); FILES + 1]).is_err());
        assert!(check_all(&vec![input(&"a".repeat(TEXT)); 9]).is_err());
    }
}
