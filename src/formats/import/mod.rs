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
pub mod metrics;
mod model;
pub mod shapes;
pub mod terraform;

pub use model::{
    Argument, Block, Choice, Edge, Found, Input, Key, Notice, NoticeKind, Options, Place, Refusal, Resource,
    Source, Value,
};
