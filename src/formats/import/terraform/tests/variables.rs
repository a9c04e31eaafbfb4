//! Which files of variables count.

use super::*;
use crate::formats::import::Choice;

const MAIN: (&str, &str) = (
    "main.tf",
    "variable \"v\" { default = \"default\" }\nresource \"aws_kms_key\" \"k\" { key_id = var.v }",
);

fn key(files: &[(&str, &str)], var_files: &[&str]) -> Result<String, Refusal> {
    let options = Options {
        var_files: var_files.iter().map(|name| (*name).to_owned()).collect(),
        ..Options::default()
    };
    let files: Vec<(&str, &str)> = std::iter::once(MAIN).chain(files.iter().copied()).collect();
    try_found(&files, &options).map(|found| value(&found, "aws_kms_key.k", "key_id"))
}

#[test]
fn files_win_in_terraforms_order() {
    let own = ("terraform.tfvars", "v = \"own\"");
    let json = ("terraform.tfvars.json", "{\"v\": \"json\"}");
    let (one, two) = (("a.auto.tfvars", "v = \"a\""), ("b.auto.tfvars.json", "{\"v\": \"b\"}"));
    assert_eq!(key(&[], &[]).unwrap(), "\"default\"");
    assert_eq!(key(&[own], &[]).unwrap(), "\"own\"");
    assert_eq!(key(&[json, own], &[]).unwrap(), "\"json\"");
    assert_eq!(key(&[two, one, own, json], &[]).unwrap(), "\"b\"");
    assert_eq!(key(&[two, ("prod.tfvars", "v = \"prod\"")], &[]).unwrap(), "\"prod\"");
}

#[test]
fn a_single_other_file_is_used_with_a_notice() {
    let found = found(&[MAIN, ("env/prod.tfvars", "v = \"prod\"\nmore = 1")]);
    assert_eq!(value(&found, "aws_kms_key.k", "key_id"), "\"prod\"");
    assert!(has_notice(&found, &["env/prod.tfvars: ", "is used"]), "{:?}", notices(&found));
}

#[test]
fn several_others_are_asked_for() {
    let others = [("dev.tfvars", "v = \"dev\""), ("prod.tfvars", "v = \"prod\"")];
    let refusal = key(&others, &[]).unwrap_err();
    assert_eq!(
        refusal.choice,
        Some(Choice::VarFile(vec!["dev.tfvars".to_owned(), "prod.tfvars".to_owned()]))
    );
    assert!(refusal.message.contains("--var-file"));
    assert_eq!(key(&others, &["prod.tfvars"]).unwrap(), "\"prod\"");
    assert_eq!(key(&others, &["prod.tfvars", "dev.tfvars"]).unwrap(), "\"dev\"");
    assert_eq!(key(&others, &["./prod.tfvars"]).unwrap(), "\"prod\"");
    assert!(key(&others, &["test.tfvars"]).unwrap_err().message.contains("test.tfvars"));
}

#[test]
fn a_file_of_a_called_folder_says_nothing_to_its_caller() {
    let files = [
        ("main.tf", "module \"m\" { source = \"./m\" }"),
        (
            "m/main.tf",
            "variable \"v\" { default = \"default\" }\nresource \"aws_kms_key\" \"k\" { key_id = var.v }",
        ),
        ("m/terraform.tfvars", "v = \"wrong\""),
        ("m/x.tfvars", "v = \"wrong\""),
        ("m/y.tfvars", "v = \"wrong\""),
    ];
    assert_eq!(value(&found(&files), "module.m.aws_kms_key.k", "key_id"), "\"default\"");
}

#[test]
fn values_are_converted_and_secrets_covered() {
    let main = "variable \"n\" { type = number }\nvariable \"s\" {\n  sensitive = true\n}\nvariable \"db_password\" {}\nresource \"aws_subnet\" \"k\" {\n  count = var.n\n  cidr_block = var.s\n  vpc_id = var.db_password\n}";
    let found = found(&[
        ("main.tf", main),
        ("terraform.tfvars", "n = \"1\"\ns = \"marker\"\ndb_password = \"marker\""),
    ]);
    assert_eq!(value(&found, "aws_subnet.k[0]", "cidr_block"), "***");
    assert_eq!(value(&found, "aws_subnet.k[0]", "vpc_id"), "***");
    assert!(!format!("{found:?}").contains("marker"));
}
