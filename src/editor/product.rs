//! The files the page hands out, and those of them that it lists.

use crate::design::Design;
use crate::facts::Day;
use crate::simulate::Asked;

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

    /// What writes it for a design, under a load that is played; the day decides which errors stand.
    pub fn job(self, design: Design, today: Day, asked: Option<Asked>) -> Job {
        let design = Box::new(design);
        match self {
            Self::Terraform => Job::MainTf(design, today),
            Self::Yaml => Job::Yaml(design),
            Self::Picture => Job::Picture(design, today, asked.map(Box::new), false),
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
        self.product().job(design, today, None)
    }
}
