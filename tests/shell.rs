//! The first paint: `index.html` holds the page of the default design, printed here from the core with the elements and
//! classes of the app's own panels, so that nothing moves when the app takes its place. `make shell` prints it anew.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::{env, fs};

use aurora_designer::design::{Design, Environment, Group, Part, Word as _};
use aurora_designer::editor::inspector::told;
use aurora_designer::editor::outline::{self, Row, Sign, rows};
use aurora_designer::editor::parts::{client_symbol, part_label, part_symbol};
use aurora_designer::editor::plain::engine;
use aurora_designer::editor::problems::{
    adds, counted, is_standing, listed, lower_first, severity_title, tally,
};
use aurora_designer::estimate::{Bill, Month, bill, pause};
use aurora_designer::facts::FACTS_DATE;
use aurora_designer::formats::bill::page::{day_words, month_name};
use aurora_designer::formats::diagram::{Form, layout};
use aurora_designer::formats::escape::xml_text;
use aurora_designer::formats::page::page_svg;
use aurora_designer::rules::{Finding, OWN_ADVICE, Severity, check};

const PAGE: &str = "index.html";
const START: &str = "  <!-- shell: printed by make shell -->\n";
const END: &str = "  <!-- end of shell -->\n";
const SYMBOLS: &str = include_str!("../src/ui/widgets/symbols.svg");

/// What a browser that has never been here opens.
struct Opened {
    design: Design,
    bill: Bill,
    /// What the list tells.
    findings: Vec<Finding>,
    /// How many notes stand below it, folded.
    standing: usize,
}

#[test]
fn the_first_paint_is_the_default_design() {
    let page = fs::read_to_string(PAGE).unwrap();
    let (before, rest) = page.split_once(START).unwrap();
    let (now, after) = rest.split_once(END).unwrap();
    let printed = shell();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(PAGE, [before, START, &printed, END, after].concat()).unwrap();
        return;
    }
    assert!(now == printed, "index.html shows another design than the app opens with: `make shell`");
}

/// An id that names nothing would leave a hole in the page, which no other test sees.
#[test]
fn every_symbol_of_it_is_there() {
    for id in symbols_of(&shell()) {
        assert!(SYMBOLS.contains(&format!(r#"<symbol id="{id}""#)), "no symbol {id}");
    }
}

fn shell() -> String {
    let design = Design::default();
    let bill = bill(&design, FACTS_DATE);
    let all = check(&design, &bill, FACTS_DATE);
    let (findings, standing) = (listed(&all), all.into_iter().filter(is_standing).count());
    let opened = Opened { design, bill, findings, standing };
    let (wide, phone) = (wide(&opened), phone(&opened));
    let symbols = SYMBOLS.replace('\n', "");
    format!("  {symbols}\n  <div id=\"shell\" inert>\n{wide}{phone}  </div>\n")
}

fn symbols_of(markup: &str) -> BTreeSet<&str> {
    markup.split(r##"href="#"##).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn wide(opened: &Opened) -> String {
    let mut out = String::from("<div class=\"app\" data-side=\"settings\">\n");
    out += &toolbar(&opened.design);
    out += &outline(opened);
    out += &stage(opened);
    out += &dock(opened);
    out += &settings(&opened.design);
    out += &cost(&opened.bill);
    out + "</div>\n"
}

fn phone(opened: &Opened) -> String {
    let mut out = String::from("<div class=\"phone\">\n");
    out += &toolbar(&opened.design);
    out += &summary(opened);
    let _ = writeln!(
        out,
        r#"<div class="minimap"><div class="canvas" data-form="phone">{}<div class="canvas-foot">{}{WHAT_IF}</div></div><button class="button to-settings">Settings of {}{}</button></div>"#,
        drawing(opened, Form::Phone),
        legend(),
        part_label(Part::Cluster),
        icon("i-down"),
    );
    let _ = writeln!(
        out,
        r#"<div class="sections"><details class="group" open><summary class="group-head">{}<h2>Problems</h2><span class="value">{}</span></summary><div class="group-body"><section>{}{}</section></div></details></div>"#,
        icon("i-right"),
        count_words(&opened.findings),
        list_buttons(&opened.findings),
        problems(opened)
    );
    out += &cost(&opened.bill);
    out + "</div>\n"
}

fn count_words(findings: &[Finding]) -> String {
    let words: Vec<_> =
        tally(findings).into_iter().map(|(severity, count)| counted(count, severity)).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

fn icon(id: &str) -> String {
    format!(r##"<svg class="icon" viewBox="0 0 16 16"><use href="#{id}"/></svg>"##)
}

fn mark(severity: Severity) -> String {
    let word = severity.word();
    format!(r##"<svg class="sev" data-severity="{word}" viewBox="0 0 16 16"><use href="#s-{word}"/></svg>"##)
}

fn toolbar(design: &Design) -> String {
    let quiet =
        |symbol| format!(r#"<button class="button button--quiet button--icon">{}</button>"#, icon(symbol));
    let option = |(word, environment): &(&str, Environment)| {
        let selected = if *environment == design.environment { " selected" } else { "" };
        format!("<option{selected}>{word}</option>")
    };
    let mut out = String::from("<header class=\"top\">");
    let _ = writeln!(
        out,
        r#"<span class="brand">{}<span class="brand-name">Aurora Designer</span></span><span class="crumb">/</span><h1 class="design-title"><button class="design-name">{}</button></h1>{}<label class="chip chip--select"><select>{}</select>{}</label>"#,
        icon("i-logo"),
        xml_text(&design.project_name),
        quiet("i-shelf"),
        Environment::WORDS.iter().map(option).collect::<String>(),
        icon("i-down"),
    );
    let _ = writeln!(
        out,
        r#"<span class="rule"></span><div class="history"><button class="button button--quiet button--icon" aria-disabled="true">{}</button><button class="button button--quiet button--icon" aria-disabled="true">{}</button>{}</div>"#,
        icon("i-undo"),
        icon("i-redo"),
        quiet("i-steps").replacen("button--icon", "button--icon step-list", 1),
    );
    let _ = writeln!(
        out,
        r#"<div class="menu-place">{}</div><button class="button button--quiet open">{}{}</button><span class="push"></span>"#,
        worded("button--quiet presets", "i-preset", "Presets", true),
        icon("i-open"),
        words("Open or import"),
    );
    let theme = quiet("i-theme").replacen("<button", r#"<button aria-label="Theme""#, 1);
    let _ = writeln!(
        out,
        r#"<button class="button commands">{}{}<kbd>Ctrl K</kbd></button>{theme}<button class="button button--quiet button--icon help">?</button>{}<div class="menu-place menu-place--end">{}</div></header>"#,
        icon("i-search"),
        words("Search commands"),
        worded("share", "i-share", "Copy link", false),
        worded("button--primary export", "i-export", "Export", true),
    );
    out
}

fn words(text: &str) -> String {
    format!(r#"<span class="button-words">{text}</span>"#)
}

/// A button with a symbol and a word, and an arrow where it opens a menu.
fn worded(class: &str, symbol: &str, text: &str, opens: bool) -> String {
    let arrow = if opens { icon("i-down") } else { String::new() };
    format!(r#"<button class="button {class}">{}{}{arrow}</button>"#, icon(symbol), words(text))
}

/// The parts that the rail leads to.
const RAIL: [Part; 6] =
    [Part::Clients, Part::Proxy, Part::Cluster, Part::Instance(0), Part::Storage, Part::Monitoring];

fn outline(opened: &Opened) -> String {
    let quiet = |inner: &str, current: bool| {
        let current = if current { CURRENT } else { "" };
        format!(r#"<button class="button button--quiet button--icon"{current}>{inner}</button>"#)
    };
    let plus = |text: &str| format!(r#"<button class="button">{}{text}</button>"#, icon("i-plus"));
    let shortcut = |part: &Part| quiet(&icon(part_symbol(*part)), *part == Part::Cluster);
    let rows = rows(&opened.design, &opened.bill, &opened.findings);
    let group = |group: &outline::Group| {
        let rows: String = rows.iter().filter(|row| row.group == *group).map(tree_row).collect();
        if rows.is_empty() {
            return String::new();
        }
        format!("<li><h3 class=\"tree-group\">{}</h3><ul>\n{rows}</ul></li>", group.title())
    };
    format!(
        r#"<nav class="outline"><div class="rail">{}{}</div><div class="outline-panel"><div class="panel-head"><h2>Outline</h2>{}</div><ul class="tree">{}</ul><div class="panel-foot">{}{}<div class="menu-place">{}</div></div></div></nav>
"#,
        quiet(&icon("i-fold"), false),
        RAIL.iter().map(shortcut).collect::<String>(),
        quiet(&icon("i-fold"), false).replacen("button--icon", "button--icon push", 1),
        outline::Group::ALL.iter().map(group).collect::<String>(),
        plus("Reader"),
        plus("Proxy"),
        worded("", "i-plus", "Region", true),
    )
}

/// What marks the selected part.
const CURRENT: &str = r#" aria-current="true""#;

fn tree_row(row: &Row) -> String {
    let symbol = match row.sign {
        Sign::Part(part) => part_symbol(part),
        Sign::Client(client) => client_symbol(client),
    };
    let current = if row.key.part == Part::Cluster && row.first { CURRENT } else { "" };
    format!(
        r#"<li><button class="tree-row"{current}>{}<span>{}</span> <small>{}</small>{}<span class="num">{}</span></button></li>
"#,
        icon(symbol),
        xml_text(&row.name),
        xml_text(&row.sub),
        row.worst.map(|(severity, _)| mark(severity)).unwrap_or_default(),
        row.cost,
    )
}

/// The drawing, as large as the core lays it out; the style sheet makes it smaller where its place is.
fn drawing(opened: &Opened, form: Form) -> String {
    let diagram = layout(&opened.design, &opened.bill, &opened.findings, form);
    let markup = page_svg(&diagram, Part::Cluster);
    if form == Form::Phone {
        return markup;
    }
    let size = format!(
        r#"<svg width="{}" height="{}" preserveAspectRatio="xMidYMin" "#,
        diagram.width, diagram.height
    );
    markup.replacen("<svg ", &size, 1)
}

fn stage(opened: &Opened) -> String {
    let tool = |inner: &str| format!(r#"<button class="button button--icon">{inner}</button>"#);
    format!(
        r#"<div class="middle"><div class="stage"><div class="canvas" data-form="wide">
<div class="fitted" data-form="wide">{}</div>
<div class="fitted" data-form="narrow">{}</div>
<div class="canvas-foot">{}{WHAT_IF}<div class="zoom">{}<button class="button level"></button>{}{}</div></div></div></div>
"#,
        drawing(opened, Form::Wide),
        drawing(opened, Form::Narrow),
        legend(),
        tool(&icon("i-minus")),
        tool(&icon("i-plus")),
        tool(&icon("i-fit")),
    )
}

const WHAT_IF: &str = r#"<button class="button button--small what-if-open">What if…</button>"#;

fn legend() -> &'static str {
    concat!(
        r#"<ul class="legend"><li><svg class="diagram" width="24" height="12"><path class="edge" data-kind="write" d="M0 6H24"/></svg>Writes</li>"#,
        r#"<li><svg class="diagram" width="24" height="12"><path class="edge" data-kind="read" d="M0 6H24"/></svg>Reads</li>"#,
        r#"<li><svg class="diagram" width="24" height="12"><path class="tie" d="M0 4H24M0 8H24"/></svg>Scales with the writer</li>"#,
        r#"<li class="legend-more"><svg class="diagram" width="40" height="12"><rect class="gauge-track" y="3" width="40" height="6" rx="3"/><rect class="gauge-band" x="8" y="3" width="22" height="6"/><rect class="gauge-tick" x="17" width="2" height="12"/></svg>Minimum to maximum, typical marked</li></ul>"#,
    )
}

fn dock(opened: &Opened) -> String {
    let count = |(severity, count): (Severity, usize)| {
        format!(r#"{}<span class="count">{count}</span>"#, mark(severity))
    };
    format!(
        r#"<section class="dock"><div class="tabs"><div class="tablist"><button class="tab" aria-selected="true"><span>Problems</span>{}</button><button class="tab"><span>Cost</span></button><button class="tab"><span>Pausing</span></button><button class="tab"><span>Load</span></button><button class="tab"><span>Compare</span></button></div><span class="push"></span>{}<span class="hint">F8 next problem</span><button class="button button--quiet button--icon">{}</button><button class="button button--quiet button--icon">{}</button></div>
<div class="dock-body">{}</div></section></div>
"#,
        tally(&opened.findings).into_iter().map(count).collect::<String>(),
        list_buttons(&opened.findings),
        icon("i-fit"),
        icon("i-down"),
        problems(opened)
    )
}

/// The buttons at the head of the problems.
fn list_buttons(findings: &[Finding]) -> String {
    let safe = findings.iter().filter(|it| it.fix.is_some()).count();
    let fix = if safe > 1 {
        format!(r#"<button class="button button--small fix-all">Fix all {safe} safe ones</button>"#)
    } else {
        String::new()
    };
    let copy = icon("i-copy");
    format!(
        r#"<button class="button button--quiet button--small grouping">By part</button><button class="button button--quiet button--icon button--small">{copy}</button>{fix}<button class="button button--small all-rules">All rules</button>"#
    )
}

fn problems(opened: &Opened) -> String {
    let row = |finding: &Finding| {
        let rule = finding.rule;
        let source =
            if rule.source == OWN_ADVICE { "<span>Our own advice</span>" } else { "<a href>Source</a>" };
        let mend = finding.fix.as_ref().map_or_else(
            || r#"<span class="none">No safe fix</span>"#.to_owned(),
            |fix| {
                format!(
                    r#"<button class="button button--small">Fix: {}</button>"#,
                    xml_text(&lower_first(&fix.title))
                )
            },
        );
        format!(
            r#"<li class="problem">{}<div class="problem-text"><p class="problem-title"><span class="word" data-severity="{}">{}</span><button class="problem-name">{}</button><code>{}</code></p><p class="problem-why"><span class="problem-message">{} {}</span>{source}</p></div><div class="problem-acts">{mend}<button class="button button--quiet button--icon button--small">{}</button></div></li>
"#,
            mark(finding.severity),
            finding.severity.word(),
            severity_title(finding.severity),
            xml_text(rule.title),
            rule.id,
            xml_text(&finding.message),
            xml_text(adds(&finding.message, rule.title, rule.why)),
            icon("i-more"),
        )
    };
    let none = if opened.findings.is_empty() {
        format!(
            r#"<div class="empty">{}<strong>No problems</strong><span>AWS would accept this design, and nothing in it should surprise you.</span></div>"#,
            icon("i-check")
        )
    } else {
        String::new()
    };
    format!(
        r#"{none}<ul class="problems">{}</ul><details class="standing"><summary>{} notes that most designs have</summary></details>"#,
        opened.findings.iter().map(row).collect::<String>(),
        opened.standing
    )
}

/// The groups down to the one that is open, whose fields take up the rest of the place.
fn settings(design: &Design) -> String {
    let tab = |name: &str, selected: &str| {
        format!(r#"<button class="tab" aria-selected="{selected}">{name}</button>"#)
    };
    let group = |group: &Group| {
        let arrow = if *group == Group::Capacity { "i-down" } else { "i-right" };
        format!(
            r#"<section class="group"><h3><button class="group-head">{}<span>{}</span><span class="value">{}</span></button></h3></section>"#,
            icon(arrow),
            group.name(),
            xml_text(&told(*group, design, [])),
        )
    };
    let open = Group::ALL.iter().position(|group| *group == Group::Capacity).unwrap();
    format!(
        r#"<aside class="inspector"><div class="tabs"><div class="tablist">{}{}{}{}</div><span class="push"></span><button class="button button--quiet button--icon">{}</button></div><div class="side-body"><div class="inspector-search"><input class="search-input" placeholder="Search settings, @changed"></div><div class="inspector-body">{}</div></div></aside>
"#,
        tab("Settings", "true"),
        tab("Terraform", "false"),
        tab("YAML", "false"),
        tab("Deploy", "false"),
        icon("i-fold"),
        Group::ALL.iter().take(open + 1).map(group).collect::<String>(),
    )
}

fn summary(opened: &Opened) -> String {
    let design = &opened.design;
    let cluster = &design.cluster;
    let zones = design.zones().into_iter().collect::<BTreeSet<_>>().len();
    let sleeps = if pause(design, 0).pauses() { "Pauses when idle." } else { "Never pauses." };
    let facts = format!(
        "{} in {}, {} to {} ACU, {zones} {}. {sleeps}",
        engine(design),
        design.region.code,
        cluster.min_capacity,
        cluster.max_capacity,
        if zones == 1 { "zone" } else { "zones" },
    );
    let found = |(severity, count)| format!("<li>{}{}</li>", mark(severity), counted(count, severity));
    format!(
        r#"<section class="summary"><p class="facts">{}</p><ul class="counts">{}</ul></section>
"#,
        xml_text(&facts),
        tally(&opened.findings).into_iter().map(found).collect::<String>()
    )
}

fn cost(bill: &Bill) -> String {
    let figure = |month: &Month| {
        let class = if *month == Month::Typical { r#" class="main-figure""# } else { "" };
        format!("<div{class}><dt>{}</dt><dd>{}</dd></div>", month_name(*month), bill.total(*month).usd)
    };
    let months = [Month::Idle, Month::Typical, Month::Ceiling];
    let lead = if bill.total(Month::Typical).complete { "Per month" } else { "Per month, at least" };
    format!(
        r#"<footer class="cost"><span class="cost-lead">{lead}</span><dl>{}</dl><p class="cost-state push"><span>Prices of {}</span> · <span class="kept"></span></p></footer>
"#,
        months.iter().map(figure).collect::<String>(),
        day_words(bill.price_date),
    )
}
