//! The README's list of rules is printed from the registry. `UPDATE_GOLDEN=1 cargo test --test rules` writes it anew.

use std::fmt::Write as _;

use aurora_designer::design::Word as _;
use aurora_designer::rules::ALL;

const START: &str = "<!-- rules: printed by UPDATE_GOLDEN=1 cargo test --test rules -->\n";
const END: &str = "<!-- end of rules -->\n";

/// A table a topic, folded away.
fn list() -> String {
    let mut text = format!("{} rules. Each has a page: `aurora-designer rules ID`.\n\n", ALL.len());
    let mut topic = "";
    for rule in ALL {
        if rule.topic() != topic {
            if !topic.is_empty() {
                text.push_str("\n</details>\n\n");
            }
            topic = rule.topic();
            let count = ALL.iter().filter(|it| it.topic() == topic).count();
            let _ = write!(text, "<details><summary><b>{topic}</b> ({count})</summary>\n\n");
            text.push_str("| rule | severity | what is wrong |\n|---|---|---|\n");
        }
        let _ = writeln!(
            text,
            "| `{}` | {} | {} |",
            rule.id,
            rule.severity.word(),
            rule.title.replace('|', "\\|")
        );
    }
    text.push_str("\n</details>\n");
    text
}

#[test]
fn the_list_of_the_readme_is_current() {
    crate::common::is_the_readmes(&list(), [START, END], "rules");
}
