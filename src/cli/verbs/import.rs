//! `import`: what runs already as a spec.

use std::path::PathBuf;

use aurora_designer::formats::import::{Options, Place, import};
use aurora_designer::formats::json;
use aurora_designer::formats::yaml;
use clap::{Args, ValueEnum, ValueHint};
use serde_json::{Value, json};

use crate::cli::answer::{Answer, Failure};
use crate::cli::dropped::{Dropped, dropped, failure};
use crate::cli::globals::Globals;

/// Make a spec of what runs already: Terraform, a state or plan, describe output, CloudFormation, CloudWatch, a spec
///
/// Several files and folders are one input, and each file's kind is found by its content. What was not understood, is not
/// in the input or has no place in a design is told on standard error with its file and line, or with the resource's
/// address in JSON. No credentials are needed, and passwords in the input are never read.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  aurora-designer import infra

What gives an input:
  Terraform         aurora-designer import infra --var-file infra/prod.tfvars
  its state         terraform show -json | aurora-designer import -
  its plan          terraform plan -out plan.bin; terraform show -json plan.bin | aurora-designer import -
  what AWS tells    aws rds describe-db-clusters > clusters.json; aws rds describe-db-instances > instances.json
                    aurora-designer import clusters.json instances.json
  more of it        aws rds describe-db-proxies, describe-db-proxy-target-groups --db-proxy-name NAME,
                    describe-db-proxy-targets --db-proxy-name NAME, describe-global-clusters,
                    describe-db-cluster-parameters --db-cluster-parameter-group-name NAME --source user
  CloudFormation    aws cloudformation get-template --stack-name NAME --query TemplateBody > template.json
                    cdk synth --json > template.json
                    aurora-designer import template.json parameters.json
  CloudWatch        aws cloudwatch get-metric-data --metric-data-queries file://queries.json
                    --start-time 2026-11-01T00:00:00Z --end-time 2026-11-15T00:00:00Z > metrics.json
                    aurora-designer import clusters.json instances.json metrics.json
                    aurora-designer import aurora.yaml metrics.json
  Aurora Designer   aurora-designer import main.tf

A state and a plan hold passwords: pipe them rather than keep them. What aws rds describe-… prints holds none.")]
pub(crate) struct Import {
    /// Files and folders that are one input, or `-` for standard input
    #[arg(value_name = "FILE|FOLDER", required = true, value_hint = ValueHint::AnyPath)]
    inputs: Vec<Dropped>,
    /// The cluster to take, where there are several
    #[arg(long, value_name = "NAME")]
    cluster: Option<String>,
    /// Variables of Terraform, after terraform.tfvars and *.auto.tfvars; the last file wins
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    var_file: Vec<PathBuf>,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// The canonical spec, notices on standard error
    #[default]
    Yaml,
    /// Spec, notices and the names of the clusters
    Json,
}

impl Import {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        let (inputs, var_files) = dropped(&self.inputs, &self.var_file, globals)?;
        let options = Options { cluster: self.cluster.clone(), var_files };
        let import = import(&inputs, &options).map_err(|refusal| failure(&refusal, &inputs))?;
        let spec = yaml::write(&import.design);
        Ok(match self.format {
            Format::Yaml => Answer {
                errors: import.notices.iter().map(ToString::to_string).collect(),
                ..Answer::text(spec)
            },
            Format::Json => {
                let notices: Vec<Value> = import
                    .notices
                    .iter()
                    .map(|it| {
                        let Place { file, line, address } = &it.place;
                        json!({ "file": file, "line": line, "address": address, "text": it.text })
                    })
                    .collect();
                Answer::text(json::lines(&json!({
                    "spec": spec,
                    "notices": notices,
                    "clusters": import.clusters,
                })))
            }
        })
    }
}
