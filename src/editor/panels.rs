//! The panels that share a place with others.

/// Which of the panels that share a place is in front.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tab {
    /// Findings.
    Problems,
    /// The bill.
    Cost,
    /// What pauses, and what does not.
    Pausing,
    /// What the design does under a load.
    Load,
    /// The design against another one.
    Compare,
    /// What is left when something is lost.
    WhatIf,
    /// `main.tf`.
    Terraform,
    /// `aurora.yaml`.
    Yaml,
}
