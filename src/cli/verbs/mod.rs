//! The verbs: a file each, and here one variant each. Clap makes arguments, help, completions and manual of them.

mod bundle;
mod check;
mod completions;
mod cost;
mod diagram;
mod diff;
mod fix;
mod import;
mod link;
mod man;
mod open;
mod prices;
mod rules;
mod simulate;
mod size;
mod terraform;
mod yaml;

use clap::{Command, Subcommand};

use super::answer::{Answer, Failure};
use super::globals::Globals;

/// Every verb with its arguments, in the order of the help.
#[derive(Subcommand, Debug)]
pub(crate) enum Verb {
    Check(check::Check),
    Cost(cost::Cost),
    Diff(diff::Diff),
    Simulate(simulate::Simulate),
    Size(size::Size),
    Terraform(terraform::Terraform),
    Bundle(bundle::Bundle),
    Yaml(yaml::Yaml),
    Import(import::Import),
    Fix(fix::Fix),
    Link(link::Link),
    Open(open::Open),
    Diagram(diagram::Diagram),
    Rules(rules::Rules),
    Prices(prices::Prices),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Verb {
    /// Answers; `program` is the whole command line, for the verbs that print it.
    pub(crate) fn run(&self, globals: &Globals, program: Command) -> Result<Answer, Failure> {
        match self {
            Self::Check(verb) => verb.run(globals),
            Self::Cost(verb) => verb.run(globals),
            Self::Diff(verb) => verb.run(globals),
            Self::Simulate(verb) => verb.run(globals),
            Self::Size(verb) => verb.run(globals),
            Self::Terraform(verb) => verb.run(globals),
            Self::Bundle(verb) => verb.run(globals),
            Self::Yaml(verb) => verb.run(globals),
            Self::Import(verb) => verb.run(globals),
            Self::Fix(verb) => verb.run(globals),
            Self::Link(verb) => verb.run(globals),
            Self::Open(verb) => verb.run(globals),
            Self::Diagram(verb) => verb.run(globals),
            Self::Rules(verb) => Ok(verb.run()),
            Self::Prices(verb) => verb.run(globals),
            Self::Completions(verb) => Ok(verb.run(program)),
            Self::Man(verb) => verb.run(program),
        }
    }
}
