//! `import`: files, folders and pipes, notices on standard error, the exit codes.

use serde_json::Value;

use super::{folder, json, run, run_with};

const CASES: &str = "tests/import/cases";

fn case(name: &str, file: &str) -> String {
    format!("{CASES}/{name}/{file}")
}

fn expected(name: &str) -> String {
    std::fs::read_to_string(case(name, "expected.yaml")).unwrap()
}

#[test]
fn a_folder_becomes_its_spec_and_notices_name_files_inside_it() {
    let ran = run(&["import", &case("tf-local-module", "input")]);
    assert_eq!((ran.code, ran.out), (0, expected("tf-local-module")));
    let line = ran.err.lines().find(|line| line.contains("database_name")).unwrap();
    assert!(line.starts_with("modules/aurora/main.tf:30: notice: "), "{line}");
    assert!(ran.err.lines().all(|line| line.contains(": notice: ")), "{}", ran.err);
}

#[test]
fn several_files_are_one_input() {
    let inputs = ["clusters.json", "instances.json", "metrics.json"]
        .map(|it| case("metrics-data", &format!("input/{it}")));
    let mut arguments = vec!["import"];
    arguments.extend(inputs.iter().map(String::as_str));
    assert_eq!(run(&arguments).out, expected("metrics-data"));
}

#[test]
fn standard_input_is_one_of_them() {
    let state = std::fs::read_to_string(case("tf-state", "input/state.json")).unwrap();
    let ran = run_with(&["import", "-"], &state);
    assert_eq!((ran.code, ran.out), (0, expected("tf-state")));
    assert!(ran.err.contains("<stdin>:module.records.aws_rds_cluster.records: notice: "), "{}", ran.err);
}

#[test]
fn json_holds_spec_notices_and_clusters_and_nothing_goes_to_standard_error() {
    let printed = json(&["import", &case("tf-literals", "input"), "--format", "json"]);
    assert_eq!(printed["spec"], expected("tf-literals"));
    assert_eq!(printed["clusters"], serde_json::json!(["harbour-bookings"]));
    let notices = printed["notices"].as_array().unwrap();
    let password =
        notices.iter().find(|it| it["text"].as_str().unwrap().contains("master_password")).unwrap();
    assert_eq!(
        (&password["file"], &password["line"], &password["address"]),
        (&Value::from("main.tf"), &Value::from(60), &Value::Null)
    );
    let state = json(&["import", &case("tf-state", "input/state.json"), "--format", "json"]);
    assert!(
        state["notices"]
            .as_array()
            .unwrap()
            .iter()
            .all(|it| it["line"].is_null() && it["address"].is_string())
    );
}

#[test]
fn several_clusters_are_refused_with_a_list_and_chosen_by_name() {
    let two = [case("tf-literals", "input/main.tf"), case("describe-clusters-instances", "input")];
    let ran = run(&["import", &two[0], &two[1]]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("harbour-bookings") && ran.err.contains("signal-box-cluster"), "{}", ran.err);
    let chosen = run(&["import", &two[0], &two[1], "--cluster", "harbour-bookings"]);
    assert_eq!((chosen.code, chosen.out), (0, expected("tf-literals")));
}

#[test]
fn files_of_variables_are_chosen() {
    let folder = folder("import-variables");
    let main = "variable \"days\" {\n  type = number\n}\nresource \"aws_rds_cluster\" \"a\" {\n  cluster_identifier = \"orders\"\n  engine = \"aurora-mysql\"\n  backup_retention_period = var.days\n}\n";
    std::fs::write(folder.join("main.tf"), main).unwrap();
    std::fs::write(folder.join("prod.tfvars"), "days = 21\n").unwrap();
    std::fs::write(folder.join("dev.tfvars"), "days = 2\n").unwrap();
    let root = folder.to_str().unwrap();
    let ran = run(&["import", root]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("prod.tfvars") && ran.err.contains("dev.tfvars") && ran.err.contains("--var-file"),
        "{}",
        ran.err
    );
    let file = folder.join("prod.tfvars");
    let ran = run(&["import", root, "--var-file", file.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("backup_retention: 21"), "{}", ran.out);
}

#[test]
fn what_a_folder_holds_beside_is_passed_over() {
    let folder = folder("import-beside");
    std::fs::copy(case("tf-literals", "input/main.tf"), folder.join("main.tf")).unwrap();
    std::fs::write(folder.join("package.json"), "{\"name\": \"x\", \"version\": \"1.0.0\"}").unwrap();
    std::fs::write(folder.join("picture.png"), [0u8, 1, 2]).unwrap();
    std::fs::create_dir_all(folder.join(".terraform/modules/x")).unwrap();
    std::fs::write(
        folder.join(".terraform/modules/x/main.tf"),
        "resource \"aws_rds_cluster\" \"b\" {\n  engine = \"aurora-mysql\"\n}\n",
    )
    .unwrap();
    let ran = run(&["import", folder.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out), (0, expected("tf-literals")));
    assert!(!ran.err.contains("package.json"), "{}", ran.err);
}

#[test]
fn what_runs_is_compared_with_a_spec() {
    let (state, spec) = (case("tf-state", "input/state.json"), case("tf-state", "expected.yaml"));
    let ran = run(&["diff", &state, &spec]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.err.contains(": notice: "), "{}", ran.err);
    assert_eq!(run(&["diff", &case("tf-literals", "input"), &spec]).code, 1);
}

#[test]
fn a_refusal_is_a_line_with_what_to_do_and_exit_code_2() {
    let folder = folder("import-refused");
    let binary = folder.join("plan.bin");
    std::fs::write(&binary, b"PK\x03\x04 tfplan").unwrap();
    let ran = run(&["import", binary.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (2, "", 1));
    assert!(ran.err.contains("plan.bin:1:1: ") && ran.err.contains("terraform show -json"), "{}", ran.err);
    let missing = run(&["import", "nowhere.tf"]);
    assert_eq!(missing.code, 2);
    assert!(missing.err.starts_with("nowhere.tf:1:1: can't be read"), "{}", missing.err);
    let empty = run(&["import", folder.join("empty").to_str().unwrap()]);
    assert_eq!(empty.code, 2);
}
