//! How much is read: beyond it an input is refused before it is parsed.

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
    let text = input.bytes.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap_or(&input.bytes);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    let is_csv = || {
        let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
        line.contains(&b',') && !line.contains(&b'=') && !line.contains(&b':')
    };
    matches!(first, Some(b'{' | b'[')) || is_csv()
}

/// Checks how deep a JSON text nests and how long its strings are.
///
/// # Errors
/// Names the limit.
pub(super) fn check_json(input: &Input) -> Result<(), Refusal> {
    let (mut depth, mut start, mut escaped) = (0usize, None::<usize>, false);
    let refuse = |what: &str| {
        Err(Refusal::at(Place::file(&input.name), format!("The JSON {what}, which is over the limit.")))
    };
    for (at, byte) in input.bytes.iter().enumerate() {
        match (start, byte) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), b'\\') => escaped = true,
            (Some(from), b'"') => {
                if at - from > STRING {
                    return refuse("has a string of more than 1 MiB");
                }
                start = None;
            }
            (Some(_), _) => {}
            (None, b'"') => start = Some(at),
            (None, b'{' | b'[') => {
                depth += 1;
                if depth > DEPTH {
                    return refuse("nests deeper than 128");
                }
            }
            (None, b'}' | b']') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(text: &str) -> Input {
        Input { name: "it".to_owned(), bytes: text.as_bytes().to_vec() }
    }

    #[test]
    fn json_is_refused_beyond_its_depth_and_its_longest_string() {
        assert!(check_json(&input(&"[".repeat(128))).is_ok());
        assert!(check_json(&input(&"[".repeat(129))).is_err());
        assert!(check_json(&input(&format!("[\"{}\"]", "[".repeat(1000)))).is_ok());
        assert!(check_json(&input(&format!("[\"{}\"]", "a".repeat(STRING + 1)))).is_err());
        assert!(check_json(&input(r#"["\\", "\"[", {}]"#)).is_ok());
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
