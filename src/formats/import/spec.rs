//! What we wrote ourselves: a spec, and a `main.tf` whose head holds the link.

use super::{Import, Input, Notice, NoticeKind, Place, Refusal, limits};
use crate::formats::{link, yaml};

/// The design of a `main.tf` of ours, which wins, or of a spec; none where there is neither.
///
/// # Errors
/// Where a spec can't be read, or there are several.
pub(super) fn read(terraform: &[&Input], specs: &[&Input]) -> Result<Option<Import>, Refusal> {
    if let [first, rest @ ..] = terraform {
        if !rest.is_empty() {
            return Err(several(terraform));
        }
        let text = String::from_utf8_lossy(&first.bytes);
        if let Some((line, fragment)) = link_of(&text) {
            let place = Place::line(&first.name, line);
            let (design, notices) = link::decode(fragment);
            let told = notices
                .into_iter()
                .map(|it| Notice::new(NoticeKind::NotUnderstood, place.clone(), it.message));
            let mut notices: Vec<Notice> = told.collect();
            let text = "this is a main.tf of Aurora Designer; the design of the link in its head is taken, and nothing below it is read";
            notices.push(Notice::new(NoticeKind::Taken, place, text));
            return Ok(Some(Import {
                clusters: vec![design.cluster_name()],
                design,
                notices,
                taken: Vec::new(),
            }));
        }
    }
    let [first, rest @ ..] = specs else { return Ok(None) };
    if !rest.is_empty() {
        return Err(several(specs));
    }
    let text = String::from_utf8_lossy(limits::bare(&first.bytes));
    match yaml::read(&text) {
        Ok(spec) => Ok(Some(Import {
            clusters: vec![spec.design.cluster_name()],
            design: spec.design,
            notices: Vec::new(),
            taken: Vec::new(),
        })),
        Err(error) => {
            let line = u32::try_from(error.line).unwrap_or(u32::MAX);
            let path = if error.path.is_empty() { String::new() } else { format!("{}: ", error.path) };
            Err(Refusal::at(Place::line(&first.name, line), format!("{path}{}", error.message)))
        }
    }
}

fn several(inputs: &[&Input]) -> Refusal {
    let names: Vec<&str> = inputs.iter().map(|it| it.name.as_str()).collect();
    Refusal::whole(format!(
        "These are several designs of Aurora Designer: {}. Give one of them.",
        names.join(", ")
    ))
}

/// The line, from 1, and the fragment of the link in the head comment of a `main.tf`.
pub(super) fn link_of(text: &str) -> Option<(u32, &str)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head = text.lines().take_while(|line| line.starts_with('#') || line.trim().is_empty());
    (1u32..).zip(head).find_map(|(number, line)| {
        let fragment = line.trim_start_matches('#').trim().strip_prefix('#').or_else(|| {
            let inner = line.strip_prefix("# ")?;
            inner.trim().strip_prefix('#')
        })?;
        fragment.starts_with("v=").then(|| (number, fragment.trim_end()))
    })
}
