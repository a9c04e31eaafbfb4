//! The deployment commands under real shells: they parse, and every program gets exactly the words it shall.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use aurora_designer::design::{AuthScheme, Credentials, Design, Engine, IamAuth, Proxy};
use aurora_designer::facts::regions::REGIONS;
use aurora_designer::formats::commands::{commands, script};
use aurora_designer::formats::escape::shell_word;
use common::HOSTILE;
use proptest::prelude::*;

/// Every kind of script there is.
fn designs() -> Vec<Design> {
    let mut designs = Vec::new();
    for engine in [Engine::AuroraPostgresql, Engine::AuroraMysql] {
        for credentials in [Credentials::Managed, Credentials::SecretsManager] {
            let doors = [
                None,
                Some((AuthScheme::Secrets, IamAuth::Disabled)),
                Some((AuthScheme::Secrets, IamAuth::Required)),
                Some((AuthScheme::IamAuth, IamAuth::Disabled)),
            ];
            for door in doors {
                let mut design = Design::default();
                design.cluster.engine = engine;
                design.cluster.credentials = credentials;
                design.cluster.data_api = true;
                design.cluster.port = Some(6000);
                design.proxy =
                    door.map(|(auth_scheme, iam_auth)| Proxy { auth_scheme, iam_auth, ..Proxy::default() });
                designs.push(design.normalized());
            }
        }
    }
    designs
}

/// Every text of a user's in the commands is this one.
fn hostile(mut design: Design, text: &str) -> Design {
    design.cluster.name = Some(text.to_owned());
    design.cluster.database_name = text.to_owned();
    design.cluster.master_username = Some(text.to_owned());
    design
}

fn parses(shell: &str, options: &[&str], script: &str) {
    let mut child = Command::new(shell)
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{shell}: {error}"));
    child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    let said = [done.stdout, done.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(done.status.success(), "{shell}: {said}\n{script}");
}

#[test]
fn every_script_parses() {
    for design in designs() {
        for design in HOSTILE.iter().map(|text| hostile(design.clone(), text)).chain([design.clone()]) {
            let script = script(&design);
            parses("sh", &["-n"], &script);
            parses("bash", &["-n"], &script);
        }
    }
}

/// `make test` brings `ShellCheck`; without it a machine says so.
#[test]
#[expect(clippy::print_stderr, reason = "a skip must be loud")]
fn shellcheck_finds_nothing() {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(".tools/venv/bin/shellcheck");
    if !own.exists() {
        assert!(std::env::var_os("CI").is_none(), "make test brings ShellCheck");
        eprintln!("SKIPPED: no ShellCheck, which `make test` brings");
        return;
    }
    for design in designs() {
        let check = |severity: &str, design: &Design| {
            parses(own.to_str().unwrap(), &["--shell=sh", severity, "-"], &script(design));
        };
        check("--severity=style", &design);
        // Below an error it only remarks that what stands between single quotes stays as it is.
        check("--severity=error", &hostile(design.clone(), "it's ${HOME} \"$(id)\" `id`"));
    }
}

/// A program that writes down its arguments, and what it finds in some variables; each ends with a NUL.
const RECORDER: &str = r#"#!/bin/sh
name=${0##*/}
{
  printf 'run\0%s\0' "$name"
  for word in "$@"; do printf '%s\0' "$word"; done
  printf 'with\0%s\0%s\0%s\0' "${PGUSER-}" "${PGDATABASE-}" "${PGPASSWORD-}${MYSQL_PWD-}"
} >>"$LOG"
case "$name $2 $3" in
  "terraform -raw secret_arn") echo arn:secret ;;
  "terraform -raw "*) echo "host.of.$3" ;;
esac
case "$name $1" in
  "aws secretsmanager") echo '{"password": "p@ss/word"}' ;;
  "aws rds") echo token ;;
  "jq -r") cat >/dev/null; if [ "$2" = .password ]; then echo "p@ss/word"; else echo p%40ss%2Fword; fi ;;
esac
"#;

static FOLDERS: AtomicUsize = AtomicUsize::new(0);

/// What each program got: its name, its arguments, and user, database and password of its environment.
struct Call {
    words: Vec<String>,
    with: [String; 3],
}

/// Runs the script with a recorder in the place of every program it calls.
fn calls(script: &str) -> Vec<Call> {
    let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
    let folder =
        std::env::temp_dir().join(format!("aurora-designer-commands-{}-{number}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for name in ["terraform", "aws", "curl", "jq", "psql", "mysql"] {
        let path = folder.join(name);
        fs::write(&path, RECORDER).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    fs::write(folder.join("migration.sql"), "select 1;\n").unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let done = Command::new("sh")
        .args(["-eu", "-c", &format!("{script}printf 'url\\0%s\\0' \"$DATABASE_URL\" >>\"$LOG\"\n")])
        .current_dir(&folder)
        .env_clear()
        .env("PATH", path)
        .env("LOG", folder.join("log"))
        .output()
        .unwrap();
    assert!(done.status.success(), "{}\n{script}", String::from_utf8_lossy(&done.stderr));
    let log = String::from_utf8(fs::read(folder.join("log")).unwrap()).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    let mut calls = Vec::new();
    let mut words = log.split('\0');
    while let Some(kind) = words.next() {
        match kind {
            "run" => {
                let own = words.by_ref().take_while(|word| *word != "with").map(str::to_owned).collect();
                let with = std::array::from_fn(|_| words.next().unwrap().to_owned());
                calls.push(Call { words: own, with });
            }
            "url" => {
                let words = vec!["url".to_owned(), words.next().unwrap().to_owned()];
                calls.push(Call { words, with: Default::default() });
            }
            _ => assert_eq!(kind, ""),
        }
    }
    calls
}

fn named<'a>(calls: &'a [Call], program: &str) -> Vec<&'a Call> {
    calls.iter().filter(|call| call.words[0] == program).collect()
}

fn has(call: &Call, word: &str) -> bool {
    call.words.iter().any(|own| own == word)
}

#[test]
fn programs_get_exactly_what_was_typed() {
    let texts: Vec<&str> = HOSTILE.iter().copied().filter(|text| !text.contains('\0')).collect();
    for (turn, text) in texts.iter().enumerate() {
        let all = designs();
        let design = hostile(all[turn % all.len()].clone(), text);
        let mysql = design.cluster.engine == Engine::AuroraMysql;
        let end_to_end = design.proxy.as_ref().is_some_and(|proxy| proxy.auth_scheme == AuthScheme::IamAuth);
        let calls = calls(&script(&design));
        let clients = named(&calls, if mysql { "mysql" } else { "psql" });
        assert_eq!(clients.len(), 2 + usize::from(design.proxy.is_some()) + usize::from(end_to_end));
        for (place, client) in clients.iter().enumerate() {
            let iam = end_to_end && place == 2;
            let user = if iam { "iam_app" } else { text };
            if mysql {
                assert!(has(client, &format!("--user={user}")), "{text:?}: {:?}", client.words);
                assert!(has(client, &format!("--database={text}")), "{text:?}: {:?}", client.words);
                assert_eq!(has(client, "--enable-cleartext-plugin"), client.with[2] == "token", "{text:?}");
            } else {
                assert_eq!(client.with[..2], [user.to_owned(), (*text).to_owned()], "{text:?}");
            }
            let token =
                design.proxy.as_ref().is_some_and(|it| it.iam_auth == IamAuth::Required || end_to_end);
            let through = design.proxy.is_some() && place == clients.len() - 2;
            assert_eq!(client.with[2], if token && through { "token" } else { "p@ss/word" }, "{text:?}");
        }
        let aws = named(&calls, "aws");
        let watch = aws.iter().find(|call| has(call, "cloudwatch")).unwrap();
        assert!(has(watch, &format!("Name=DBClusterIdentifier,Value={text}")), "{:?}", watch.words);
        let query = aws.iter().find(|call| has(call, "rds-data")).unwrap();
        assert!(has(query, &format!("--database={text}")), "{:?}", query.words);
        assert!(has(query, "arn:secret") && has(query, "SELECT 1"), "{:?}", query.words);
    }
}

#[test]
fn an_hour_is_an_hour_long() {
    let calls = calls(&script(&Design::default()));
    let watch = named(&calls, "aws").into_iter().find(|call| has(call, "cloudwatch")).unwrap();
    let after = |option: &str| -> i64 {
        let place = watch.words.iter().position(|word| word == option).unwrap();
        watch.words[place + 1].parse().unwrap()
    };
    assert_eq!(after("--end-time") - after("--start-time"), 3600);
    assert!(after("--end-time") > 1_700_000_000);
}

#[test]
fn an_address_holds_its_parts_encoded() {
    let design = hostile(Design::default(), "a/b?c=d&e@f:g#h%");
    let calls = calls(&script(&design));
    let address = &named(&calls, "url")[0].words[1];
    let part = "a%2Fb%3Fc%3Dd%26e%40f%3Ag%23h%25";
    let wanted = format!(
        "postgresql://{part}:p%40ss%2Fword@host.of.cluster_endpoint:5432/{part}?sslmode=verify-full&"
    );
    assert!(address.starts_with(&wanted), "{address}");
}

/// Prisma knows `disable`, `prefer` and `require` alone, and takes the rest for `prefer`, which looks at no certificate.
#[test]
fn an_address_is_for_a_tool_that_understands_it() {
    for design in designs() {
        let script = script(&design);
        assert!(!(script.contains("verify-full&") && script.contains("prisma")), "{script}");
    }
}

#[test]
fn a_public_cluster_is_not_called_private() {
    let mut design = Design::default();
    design.cluster.publicly_accessible = true;
    assert!(!script(&design).contains("private"), "{}", script(&design));
}

#[test]
fn the_region_decides_the_authority() {
    let bundles: BTreeMap<&str, &str> = REGIONS
        .iter()
        .map(|region| {
            let text = script(&Design { region, ..Design::default() });
            let start = text.find("https://").unwrap();
            let host = text[start + 8..].split('/').next().unwrap().to_owned();
            (region.partition.word(), &*host.leak())
        })
        .collect();
    assert_eq!(bundles["aws"], "truststore.pki.rds.amazonaws.com");
    for (partition, host) in bundles {
        assert_eq!(partition == "aws", host == "truststore.pki.rds.amazonaws.com", "{partition}");
    }
}

#[test]
fn a_step_has_a_title_and_ends_its_lines() {
    for design in designs() {
        for step in commands(&design) {
            assert!(!step.title.is_empty() && step.text.ends_with('\n'), "{step:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_quoted_text_is_one_word(texts in proptest::collection::vec(common::any_text(), 24)) {
        let words: Vec<String> = texts.iter().map(|text| shell_word(text)).collect();
        let print = format!("printf '%s\\0' {}", words.join(" "));
        for shell in ["sh", "bash"] {
            let done = Command::new(shell).args(["-c", &print]).output().unwrap();
            let said = String::from_utf8(done.stdout).unwrap();
            let said: Vec<&str> = said.split_terminator('\0').collect();
            let wanted: Vec<String> = texts.iter().map(|text| text.replace('\0', "")).collect();
            prop_assert_eq!(&said, &wanted, "{}", shell);
        }
    }
}
