//! The files the page hands out, and those of them that it lists.

use crate::design::Design;
use crate::facts::Day;

use super::jobs::Job;
use super::listing::Language;

/// A file the page can hand out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Product {
    /// `main.tf`; not while errors stand.
    Terraform,
    /// `aurora.yaml`.
    Yaml,
    /// `diagram.svg`, light and in the wide form.
    Picture,
}

impl Product {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Terraform, Self::Yaml, Self::Picture];

    /// Its name as a file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Terraform => "main.tf",
            Self::Yaml => "aurora.yaml",
            Self::Picture => "diagram.svg",
        }
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Terraform => "Terraform",
            Self::Yaml => "spec",
            Self::Picture => "picture",
        }
    }

    /// Its media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Terraform => "text/plain",
            Self::Yaml => "application/yaml",
            Self::Picture => "image/svg+xml",
        }
    }
}

/// A file that the page lists beside the diagram; the worker writes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Listed {
    /// `main.tf`, also while errors stand.
    Terraform,
    /// `aurora.yaml`.
    Yaml,
}

impl Listed {
    /// As a file to hand out.
    pub const fn product(self) -> Product {
        match self {
            Self::Terraform => Product::Terraform,
            Self::Yaml => Product::Yaml,
        }
    }

    /// What it is written in.
    pub const fn language(self) -> Language {
        match self {
            Self::Terraform => Language::Hcl,
            Self::Yaml => Language::Yaml,
        }
    }

    /// What writes it for a design; the day decides which errors stand.
    pub fn job(self, design: Design, today: Day) -> Job {
        match self {
            Self::Terraform => Job::MainTf(Box::new(design), today),
            Self::Yaml => Job::Yaml(Box::new(design)),
        }
    }
}

impl Product {
    /// As a file that the worker writes; the picture the page draws itself.
    pub const fn listed(self) -> Option<Listed> {
        match self {
            Self::Terraform => Some(Listed::Terraform),
            Self::Yaml => Some(Listed::Yaml),
            Self::Picture => None,
        }
    }
}
