//! The commands there are: one table for reading arguments, for help and for running.

use std::fmt::Write as _;

use aurora_designer::design::Design;
use aurora_designer::estimate::bill;
use aurora_designer::facts::prices::PRICE_DATE;
use aurora_designer::formats::bundle::picture;
use aurora_designer::formats::{link, terraform, yaml};
use aurora_designer::rules::{self, Finding, Severity};

use super::args::Request;
use super::{Answer, Failure, bundle, catalogue, costs, files, findings, offer};

/// One command.
pub(super) struct Verb {
    pub(super) name: &'static str,
    /// `FILE`, `[ID]`, or nothing.
    pub(super) operand: &'static str,
    /// The options it takes, as help shows them, parted by spaces.
    options: &'static str,
    /// What `--format` may be; the first is the usual one.
    pub(super) formats: &'static [&'static str],
    about: &'static str,
    pub(super) run: fn(&Request) -> Result<Answer, Failure>,
}

impl Verb {
    pub(super) fn takes(&self, option: &str) -> bool {
        self.options.split(['[', ']', ' ']).any(|part| part == option)
    }

    pub(super) fn operand_is_required(&self) -> bool {
        !self.operand.is_empty() && !self.operand.starts_with('[')
    }
}

const fn verb(
    name: &'static str,
    operand: &'static str,
    options: &'static str,
    formats: &'static [&'static str],
    about: &'static str,
    run: fn(&Request) -> Result<Answer, Failure>,
) -> Verb {
    Verb { name, operand, options, formats, about, run }
}

const CHECK: &str = "Prints the findings, then what pauses, what the version is good for and whether serverless fits; exit code 1
    where a finding is an error. JSON is the array of findings; with --full an object that holds the rest too.";

/// Every command, in the order of the help.
#[rustfmt::skip]
pub(super) static VERBS: &[Verb] = &[
    verb("check", "FILE", "[--format text|json|sarif] [--full]", &["text", "json", "sarif"], CHECK, findings::run),
    verb("cost", "FILE", "[--format text|json|csv|markdown] [--compare OTHER]", &["text", "json", "csv", "markdown"], "Prints the monthly bill, next to that of another spec.", costs::run),
    verb("terraform", "FILE", "[--out DIR] [--force]", &[], "Prints main.tf; refused while check has errors, unless forced.", terraform_run),
    verb("bundle", "FILE", "--out X.zip", &[], "Packs main.tf, the spec, the diagram, the bill with its charts and a decision record.", bundle::run),
    verb("yaml", "FILE", "", &[], "Prints the canonical spec.", yaml_run),
    verb("fix", "FILE", "[--rule ID]", &[], "Prints the spec with every safe fix applied, or those of one rule.", fix_run),
    verb("link", "FILE", "", &[], "Prints the fragment that opens the spec in the browser.", link_run),
    verb("open", "LINK", "", &[], "Prints the spec of a fragment or a whole address.", open_run),
    verb("diagram", "FILE", "", &[], "Prints the diagram as SVG.", diagram_run),
    verb("rules", "[ID]", "[--format text|json]", &["text", "json"], "Prints the catalogue of rules, or the page of one.", catalogue::run),
    verb("prices", "OFFER.json", "", &[], "Prints the price table anew from AWS' price-list file, one JSON object a line.", offer::run),
];

/// `--help`, also of one command.
pub(super) static HELP: Verb = verb("help", "[COMMAND]", "", &[], "", help_run);

/// `--version`.
pub(super) static VERSION: Verb = verb("version", "", "", &[], "", |_| {
    Ok(Answer::text(concat!("aurora-designer ", env!("CARGO_PKG_VERSION"), "\n").to_owned()))
});

fn usage(verb: &Verb) -> String {
    let parts = ["aurora-designer", verb.name, verb.operand, verb.options];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

// The signature is the one all commands share.
#[expect(clippy::unnecessary_wraps, reason = "one signature for all commands")]
fn help_run(request: &Request) -> Result<Answer, Failure> {
    let mut text = String::new();
    let named = VERBS.iter().find(|verb| verb.name == request.operand());
    if let Some(verb) = named {
        // Writing to a String can't fail, here and below.
        let _ = writeln!(text, "{}\n\n{}", usage(verb), verb.about);
    } else {
        text.push_str("Designs, checks, prices and exports Aurora Serverless v2 clusters.\n\n");
        for verb in VERBS {
            let _ = writeln!(text, "{}\n    {}", usage(verb), verb.about);
        }
    }
    text.push_str(
        "\nFILE is a spec, or - for standard input.\n\n\
         --today YYYY-MM-DD   the day on which versions, suppressions and prices are judged; the system's unless given\n\
         --verbose            says on standard error what is read and written\n\
         --help, --version\n\n\
         Exit codes: 0 done; 1 done, and something is an error; 2 can't be read or written.\n",
    );
    Ok(Answer::text(text))
}

fn yaml_run(request: &Request) -> Result<Answer, Failure> {
    Ok(Answer::text(yaml::write(&files::spec(request, request.operand())?.design)))
}

fn fix_run(request: &Request) -> Result<Answer, Failure> {
    let only = request.rule.as_deref().map(catalogue::find).transpose()?.map(|rule| rule.id);
    let spec = files::spec(request, request.operand())?;
    let fixed = rules::fixed(&spec.design, only, request.today);
    for change in aurora_designer::formats::changes::changes(&spec.design, &fixed, &spec.positions) {
        let shown = |text: Option<String>| text.unwrap_or_else(|| "none".to_owned());
        request.note(format!("{}: {} -> {}", change.path, shown(change.from), shown(change.to)));
    }
    Ok(Answer::text(yaml::write(&fixed)))
}

fn link_run(request: &Request) -> Result<Answer, Failure> {
    let spec = files::spec(request, request.operand())?;
    Ok(match link::encode(&spec.design) {
        Ok(fragment) => Answer::text(format!("{fragment}\n")),
        Err(error) => {
            let line = format!("{}:1:1: {error}", files::name(request.operand()));
            Answer { errors: vec![line], code: 1, ..Answer::default() }
        }
    })
}

fn open_run(request: &Request) -> Result<Answer, Failure> {
    let text = match request.operand().to_str() {
        Some("-") => files::text(request, request.operand(), files::SPEC_LIMIT)?,
        Some(text) => text.to_owned(),
        None => return Err(Failure::of("link", "is not UTF-8")),
    };
    let (design, notices) = link::decode(&text);
    let errors: Vec<String> = notices.iter().map(|notice| format!("link:1:1: {}", notice.message)).collect();
    Ok(Answer { text: yaml::write(&design), code: u8::from(!errors.is_empty()), errors })
}

/// Findings, as files see them: on the day of the price book, so that their bytes follow from the design alone.
fn filed(design: &Design) -> Vec<Finding> {
    rules::check(design, &bill(design, PRICE_DATE), PRICE_DATE)
}

fn diagram_run(request: &Request) -> Result<Answer, Failure> {
    let design = files::spec(request, request.operand())?.design;
    Ok(Answer::text(picture(&design, &bill(&design, PRICE_DATE))))
}

/// The answer that refuses an export: its errors on the day that was asked for; nothing where there are none.
pub(super) fn refusal(request: &Request, opened: &files::Opened) -> Option<Answer> {
    let spec = &opened.spec;
    let findings = rules::check(&spec.design, &bill(&spec.design, request.today), request.today);
    let line = |it: &Finding| {
        let path = it.field.path(&spec.positions);
        format!("{}: {path}: {} [{}]", opened.place(&path), it.message, it.rule.id)
    };
    let errors: Vec<String> =
        findings.iter().filter(|finding| finding.severity == Severity::Error).map(line).collect();
    (!errors.is_empty()).then(|| Answer { errors, code: 1, ..Answer::default() })
}

fn terraform_run(request: &Request) -> Result<Answer, Failure> {
    let opened = files::open(request, request.operand())?;
    let spec = &opened.spec;
    if !request.force
        && let Some(refused) = refusal(request, &opened)
    {
        return Ok(refused);
    }
    let mut errors = filed(&spec.design);
    errors.retain(|finding| finding.severity == Severity::Error);
    let text = if request.force && !errors.is_empty() {
        terraform::main_tf_forced(&spec.design, &errors)
    } else {
        terraform::main_tf(&spec.design)
    };
    match &request.out {
        None => Ok(Answer::text(text)),
        Some(folder) => {
            let folder = std::path::Path::new(folder);
            std::fs::create_dir_all(folder).map_err(|error| {
                Failure::of(&folder.display().to_string(), format!("can't be made: {error}"))
            })?;
            files::write(request, &folder.join("main.tf"), text.as_bytes())?;
            Ok(Answer::default())
        }
    }
}
