//! `fix`: the spec with what is wrong mended.

use aurora_designer::formats::changes::changes;
use aurora_designer::formats::escape::terminal_line;
use aurora_designer::formats::yaml;
use aurora_designer::rules::{self, Rule};
use clap::Args;

use crate::cli::answer::{Answer, Failure};
use crate::cli::files::SpecFile;
use crate::cli::globals::Globals;
use crate::cli::rule_id::RuleId;

/// Print the spec with every safe fix applied, or those of one rule
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer fix aurora.yaml --rule capacity/max-below-min")]
pub(crate) struct Fix {
    #[command(flatten)]
    spec: SpecFile,
    /// Apply the fixes of this rule alone
    #[arg(long, value_name = "ID", value_parser = RuleId, hide_possible_values = true)]
    rule: Option<&'static Rule>,
}

impl Fix {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        let spec = self.spec.open(globals)?.spec;
        let fixed = rules::fixed(&spec.design, self.rule.map(|rule| rule.id), globals.today());
        for change in changes(&spec.design, &fixed, &spec.positions) {
            let shown =
                |text: Option<String>| text.map_or_else(|| "none".to_owned(), |it| terminal_line(&it));
            let path = terminal_line(&change.path);
            globals.note(format!("{path}: {} -> {}", shown(change.from), shown(change.to)));
        }
        Ok(Answer::text(yaml::write(&fixed)))
    }
}
