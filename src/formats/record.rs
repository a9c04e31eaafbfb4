//! The decision record of a bundle: what was chosen, what was accepted and why, what it costs, how it is deployed.

use std::fmt::Write as _;

use crate::design::{Design, Field, Positions, Word};
use crate::estimate::{Bill, LEFT_OUT};
use crate::facts::prices::PRICE_DATE;
use crate::rules::{Finding, Severity, check};

use super::terraform::title;
use super::{bill as written, commands, link};

/// The record as Markdown. Nothing of a user's text can become markup.
pub fn readme(design: &Design, bill: &Bill) -> String {
    let mut out = String::new();
    head(&mut out, design);
    choices(&mut out, design);
    findings(&mut out, design, bill);
    cost(&mut out, bill);
    deployment(&mut out, design);
    out
}

// Writing to a String can't fail, here and below.
fn head(out: &mut String, design: &Design) {
    let _ = write!(
        out,
        "# {}: decision record\n\n\
         {}.\n\n\
         | File | What it is |\n| --- | --- |\n\
         | main.tf | The Terraform configuration. |\n\
         | aurora.yaml | The design. Aurora Designer opens it again. |\n\
         | diagram.svg | The diagram. |\n\
         | cost.csv | The bill of a typical month, line by line. |\n\
         | bill-*.svg | The bill as charts, with what else would pay for the month. |\n\n",
        plain(&design.project_name),
        plain(&title(design)),
    );
    let version = env!("CARGO_PKG_VERSION");
    let _ = write!(out, "Made by Aurora Designer {version} with the prices of {PRICE_DATE}.");
    if let Ok(fragment) = link::encode(design) {
        let _ = write!(
            out,
            " To open the design, append this to the address of the app:\n\n```text\n#{fragment}\n```"
        );
    }
    out.push_str("\n\n");
}

/// What is so in every design first, then all that differs from its default.
fn choices(out: &mut String, design: &Design) {
    out.push_str("## Choices\n\nEverything else is as the defaults have it.\n\n| Setting | Chosen | Default |\n| --- | --- | --- |\n");
    let always = [Field::Region, Field::Engine, Field::EngineVersion, Field::MinCapacity, Field::MaxCapacity];
    let positions = Positions::canonical(design);
    for field in Field::every(design) {
        let always = always.contains(&field) || matches!(field, Field::SecondaryRegion(_));
        if always || field.is_changed(design) {
            let (text, default) = (field.text(design), field.default_text(design));
            let _ =
                writeln!(out, "| {} | {} | {} |", setting(&field, &positions), shown(&text), shown(&default));
        }
    }
    out.push('\n');
}

/// A setting by its key in the spec, without the resource it is in.
fn setting(field: &Field, positions: &Positions) -> String {
    let path = match field {
        Field::Proxy => "aws_db_proxy".to_owned(),
        Field::Global => "aws_rds_global_cluster".to_owned(),
        _ => field.path(positions),
    };
    let key = path.split_once(".config.").map_or(path.as_str(), |(_, key)| key);
    let code = key.chars().all(|letter| letter.is_ascii_graphic() && !"`|".contains(letter));
    if code { format!("`{key}`") } else { plain(key) }
}

fn shown(text: &str) -> String {
    if text.is_empty() { "none".to_owned() } else { plain(text) }
}

fn findings(out: &mut String, design: &Design, bill: &Bill) {
    let open = check(design, bill, PRICE_DATE);
    let mut bare = design.clone();
    bare.suppress.clear();
    let all = check(&bare, bill, PRICE_DATE);
    out.push_str("## Findings accepted\n\n");
    let mut accepted = all.iter().filter(|finding| !open.contains(finding)).peekable();
    if accepted.peek().is_none() {
        out.push_str("None.\n");
    }
    for finding in accepted {
        line(out, finding);
        for it in design.suppress.iter().filter(|it| it.rule == finding.rule.id) {
            let _ = write!(out, "  Accepted: {}", plain(&it.reason));
            let _ = it.until.map(|day| write!(out, " (until {day})"));
            out.push('\n');
        }
    }
    out.push_str("\n## Findings open\n\n");
    let open: Vec<&Finding> = open.iter().filter(|finding| finding.severity != Severity::Error).collect();
    if open.is_empty() {
        out.push_str("None.\n");
    }
    for finding in open {
        line(out, finding);
        let _ = writeln!(out, "  {}", plain(finding.rule.page().why));
    }
    out.push('\n');
}

fn line(out: &mut String, finding: &Finding) {
    let _ = writeln!(out, "- {} ({}): {}", finding.rule.id, finding.severity.word(), plain(&finding.message));
}

fn cost(out: &mut String, bill: &Bill) {
    let _ = write!(
        out,
        "## Cost\n\nA month has 730 hours. Prices of {} as of {}, in USD. {LEFT_OUT}\n\n| Month | USD |\n| --- | ---: |\n",
        bill.region, bill.price_date
    );
    for (month, _, name) in written::MONTHS {
        let _ = writeln!(out, "| {name} | {} |", plain(&written::total_text(bill.total(month))));
    }
    out.push_str("\n| Typical month | USD | Arithmetic |\n| --- | ---: | --- |\n");
    for line in &bill.lines {
        let usd = plain(&written::amount_text(line));
        let _ = writeln!(out, "| {} | {usd} | {} |", plain(&line.item), plain(&line.arithmetic));
    }
    let notes = written::notes(bill);
    if !notes.is_empty() {
        out.push_str("\nAssumed or unconfirmed:\n\n");
    }
    for note in notes {
        let _ = writeln!(out, "- {}", plain(&note));
    }
    out.push('\n');
}

fn deployment(out: &mut String, design: &Design) {
    out.push_str("## Deployment\n\nIn this order, in the folder of main.tf.\n\n");
    fenced(out, "sh", &commands::script(design));
}

/// A fence longer than any run of its own letters inside ends where it shall.
fn fenced(out: &mut String, kind: &str, text: &str) {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    let _ = write!(out, "{fence}{kind}\n{text}{fence}\n");
}

/// A text on one line, in which no letter means anything to Markdown or HTML.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if letter.is_control() {
            out.push(' ');
        } else {
            if "\\`*_[]<>|#&~!$".contains(letter) {
                out.push('\\');
            }
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Proxy, Suppression};
    use crate::estimate::bill;
    use crate::facts::Acu;

    fn text(design: &Design) -> String {
        readme(design, &bill(design, PRICE_DATE))
    }

    /// A cluster that would pause if its proxy let it.
    fn kept_awake() -> Design {
        let mut design = Design { proxy: Some(Proxy::default()), ..Design::default() };
        design.cluster.min_capacity = Acu::ZERO;
        design
    }

    #[test]
    fn what_was_accepted_stands_with_its_reason() {
        let rule = "pause/proxy-keeps-awake".to_owned();
        let mut design = kept_awake();
        assert!(text(&design).contains("## Findings accepted\n\nNone.\n"));
        design.suppress.push(Suppression { rule, reason: "Lambda <b>needs</b> it".to_owned(), until: None });
        let text = text(&design);
        let accepted = text.find("pause/proxy-keeps-awake (").unwrap();
        assert!(accepted < text.find("## Findings open").unwrap(), "{text}");
        assert!(text.contains("  Accepted: Lambda \\<b\\>needs\\</b\\> it\n"), "{text}");
    }

    #[test]
    fn a_heading_stands_between_blank_lines() {
        let mut long = Design::default();
        long.cluster.parameters = (0..400).map(|it| (format!("p{it}"), "x".repeat(40))).collect();
        for text in [text(&kept_awake()), text(&long)] {
            for heading in text.match_indices("\n## ").map(|(at, _)| at) {
                let (before, after) = text.split_at(heading);
                assert!(before.ends_with('\n'), "{before}");
                assert_eq!(after.lines().nth(2), Some(""), "{after}");
            }
        }
    }

    #[test]
    fn what_differs_from_the_defaults_is_a_choice() {
        let text = text(&kept_awake());
        for line in [
            "| `serverless_v2.min_capacity` | 0 | 2 |",
            "| `serverless_v2.max_capacity` | 16 | 16 |",
            "| `aws_db_proxy` | true | false |",
        ] {
            assert!(text.contains(line), "{line}: {text}");
        }
        assert!(!text.contains("`backup_retention`"), "{text}");
    }

    #[test]
    fn the_bill_is_there_line_by_line() {
        let design = kept_awake();
        let (text, bill) = (text(&design), bill(&design, PRICE_DATE));
        for line in &bill.lines {
            assert!(text.contains(&plain(&line.arithmetic)), "{}: {text}", line.item);
        }
        assert!(text.contains(LEFT_OUT));
    }

    #[test]
    fn a_name_is_no_markup() {
        let project_name = "a|b\n# c `d`\n```\n<script>".to_owned();
        let mut design = Design { project_name, ..Design::default() };
        design.cluster.database_name = "x\n````\n# y".to_owned();
        let text = text(&design);
        assert!(
            text.starts_with("# a\\|b \\# c \\`d\\` \\`\\`\\` \\<script\\>: decision record\n"),
            "{text}"
        );
        assert!(text.ends_with("\n`````\n") && text.contains("\n`````sh\n"), "{text}");
    }
}
