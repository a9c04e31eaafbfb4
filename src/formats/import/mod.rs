//! What already runs becomes a design: Terraform, its state and plan, describe output, CloudFormation, CloudWatch.
//!
//! Each reader gives resources under Terraform's names ([`Found`]); one mapping makes the design of them and says what
//! it did not understand, did not find or dropped. Nothing of an input is kept: readers read what [`shapes`] lists.
//!
//! # What a reader does
//!
//! - It gives what stands there, under Terraform's types and attributes, with [`Argument::written`] where the source
//!   calls it otherwise. It fills in no default, of AWS' or ours: the mapping knows what each source means by silence.
//!   What a source expresses otherwise it translates: a `DeletionPolicy: Delete` is `skip_final_snapshot = true`.
//! - A reference to an argument of a resource is that argument's value where it is known, else an [`Edge`]; so is a
//!   reference to an attribute that AWS makes up (`id`, `arn`). An edge into a well-known module leads to the resource
//!   that the module makes (`module.vpc.aws_vpc.this`). A data source of a listed type is a resource with `data`.
//! - What a resource of one account alone says of itself stays with it: a subnet group that describe output shows inside
//!   an instance is an `aws_db_subnet_group` of that name, `IsClusterWriter` is `writer` of the instance, the subnets'
//!   VPC is `vpc_id` of the group. `Parameters` without a group's name are a group without a name.
//! - A password, or anything marked sensitive, is [`Value::Secret`] as soon as something stands there.
//! - What it can't read of a part of a cluster it says in a [`Notice`]; of anything else it says nothing.

pub mod cloudformation;
pub mod describe;
mod json;
mod kind;
mod limits;
mod mapping;
pub mod metrics;
mod model;
mod plan;
pub mod shapes;
mod spec;
mod state;
pub mod terraform;

use crate::design::Design;

use kind::Kind;

pub use model::{
    Argument, Block, Choice, Edge, Found, Input, Key, Notice, NoticeKind, Options, Place, Refusal, Resource,
    Source, Taken, Value,
};

/// A design out of what was dropped, and everything that must be said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Import {
    /// The design, normalized.
    pub design: Design,
    /// What was not understood, is not there, was dropped or taken otherwise, by file and line.
    pub notices: Vec<Notice>,
    /// The clusters that could have been taken.
    pub clusters: Vec<String>,
    /// Where each setting stands, by the order of the mapping.
    pub taken: Vec<Taken>,
}

/// Makes a design of everything that was dropped, as one input; what each file is its content tells.
///
/// # Errors
/// Where there is no cluster or more than one to choose from, a file is none of the kinds, or something is over a limit:
/// with what to do.
pub fn import(inputs: &[Input], options: &Options) -> Result<Import, Refusal> {
    limits::check_all(inputs)?;
    let mut kinds = Vec::new();
    let mut unknown = Vec::new();
    for input in inputs.iter().filter(|input| !kind::is_blank(input)) {
        match kind::kind(input) {
            Ok(kind) => kinds.push((kind, input)),
            Err(refusal) => unknown.push(refusal),
        }
    }
    // A file that nobody understands stands in no other's way, and alone it is the answer.
    if kinds.is_empty()
        && let Some(refusal) = unknown.first()
    {
        return Err(refusal.clone());
    }
    if kinds.is_empty() {
        return Err(Refusal::whole(
            "There is nothing to import: the input is empty. Give a folder of Terraform files, a state, a plan, a template or what aws rds describe-db-clusters prints.",
        ));
    }
    let of = |wanted: Kind| -> Vec<&Input> {
        kinds.iter().filter(|(kind, _)| *kind == wanted).map(|(_, input)| *input).collect()
    };
    let series = of(Kind::Metrics);
    // A design that was written by us says all there is to say.
    if let Some(mut own) = spec::read(&of(Kind::OwnTerraform), &of(Kind::Spec))? {
        let others =
            kinds.iter().filter(|(kind, _)| !matches!(kind, Kind::OwnTerraform | Kind::Spec | Kind::Metrics));
        own.notices.extend(others.map(|(_, input)| {
            let text = "the file is left out: a design of Aurora Designer is in the input, which says all there is to say";
            Notice::new(NoticeKind::Dropped, Place::file(&input.name), text)
        }));
        return measured(
            own,
            &series,
            &metrics::Members { range_given: true, ..metrics::Members::default() },
        );
    }
    let left_out = unknown.into_iter().filter_map(|refusal| {
        let text = format!("the file is left out. {}", refusal.message);
        Some(Notice::new(NoticeKind::NotUnderstood, refusal.place?, text))
    });
    let mut found = terraform::read(&of(Kind::Terraform), options)?;
    for more in [
        cloudformation::read(&of(Kind::CloudFormation))?,
        describe::read(&of(Kind::Describe))?,
        state::read(&of(Kind::State))?,
        plan::read(&of(Kind::Plan))?,
    ] {
        found.resources.extend(more.resources);
        found.notices.extend(more.notices);
        found.absent.extend(more.absent);
    }
    found.notices.extend(left_out);
    if found.resources.is_empty() && found.notices.is_empty() && series.len() == kinds.len() {
        return Err(Refusal::whole(
            "These are measured series alone. Add what runs them: a spec, Terraform, a state, or what aws rds describe-db-clusters prints.",
        ));
    }
    let mapped = mapping::map(&found, options)?;
    let mut instances = mapped.instances.into_iter();
    let members = metrics::Members {
        cluster: mapped.cluster,
        writer: instances.next().flatten(),
        readers: instances.flatten().collect(),
        range_given: mapped.range_given,
    };
    let import = Import {
        design: mapped.design,
        notices: mapped.notices,
        clusters: mapped.clusters,
        taken: mapped.taken,
    };
    measured(import, &series, &members)
}

/// Whether a file is one of the kinds, so that others of a folder can be passed over.
pub fn recognizes(input: &Input) -> bool {
    !kind::is_blank(input) && kind::kind(input).is_ok()
}

/// Whether a file is a spec of ours.
pub fn is_spec(input: &Input) -> bool {
    kind::kind(input).is_ok_and(|kind| kind == Kind::Spec)
}

/// Adds what measured series say, and puts the notices in order.
fn measured(import: Import, series: &[&Input], members: &metrics::Members) -> Result<Import, Refusal> {
    let Import { mut design, mut notices, clusters, taken } = import;
    if !series.is_empty() {
        let (filled, more) = metrics::fill(series, members, design)?;
        design = filled.normalized();
        notices.extend(more);
    }
    notices.sort();
    notices.dedup();
    Ok(Import { design, notices, clusters, taken })
}
