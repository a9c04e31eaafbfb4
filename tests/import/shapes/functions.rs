//! Every function that is evaluated, each as the value of a tag.

use super::Answer::{Taken, Told};
use super::{Group, cluster, row};

/// Function, how often it was counted, an expression, and the line of the tag.
const FUNCTIONS: &[(&str, &str, &str, &[&str])] = &[
    ("`merge`", "14 + 7", "merge({ a = 1 }, { a = 2 }).a", &["t: \"2\""]),
    ("`cidrsubnet`", "6", "cidrsubnet(\"10.0.0.0/16\", 8, 2)", &["t: 10.0.2.0/24"]),
    ("`concat`", "6 + 5", "concat([1], [5])[1]", &["t: \"5\""]),
    ("`length`", "6 + 7", "length([1, 1, 1])", &["t: \"3\""]),
    ("`toset`", "5", "length(toset([\"a\", \"a\"]))", &["t: \"1\""]),
    ("`replace`", "5", "replace(\"a_b\", \"_\", \"-\")", &["t: a-b"]),
    ("`lookup`", "3", "lookup({ a = \"x\" }, \"b\", \"y\")", &["t: \"y\""]),
    ("`join`", "3", "join(\"-\", [\"a\", \"b\"])", &["t: a-b"]),
    ("`format`", "3", "format(\"%s-%02d\", \"db\", 7)", &["t: db-07"]),
    ("`slice`", "3", "join(\",\", slice([\"a\", \"b\", \"c\"], 1, 3))", &["t: b,c"]),
    ("`jsondecode`", "3", "jsondecode(\"{\\\"a\\\": [\\\"x\\\"]}\").a[0]", &["t: x"]),
    ("`try`", "2 + 7", "try(local.none.a, \"x\")", &["t: x"]),
    ("`contains`", "2", "contains([\"a\"], \"a\")", &["t: \"true\""]),
    ("`distinct`", "2", "length(distinct([1, 1, 2]))", &["t: \"2\""]),
    ("`compact`", "0 + 5", "join(\"\", compact([\"\", \"a\"]))", &["t: a"]),
    ("`coalesce`", "0 + 5", "coalesce(null, \"\", \"a\")", &["t: a"]),
    ("`abs`", "", "abs(-2)", &["t: \"2\""]),
    ("`ceil`", "", "ceil(1.2)", &["t: \"2\""]),
    ("`floor`", "", "floor(1.8)", &["t: \"1\""]),
    ("`min`", "", "min(3, 1)", &["t: \"1\""]),
    ("`max`", "", "max(3, 1)", &["t: \"3\""]),
    ("`tostring`", "", "tostring(5)", &["t: \"5\""]),
    ("`tonumber`", "", "tonumber(\"5\") + 1", &["t: \"6\""]),
    ("`tobool`", "", "tobool(\"true\") ? \"a\" : \"b\"", &["t: a"]),
    ("`tolist`", "", "tolist([\"a\"])[0]", &["t: a"]),
    ("`tomap`", "", "tomap({ a = \"b\" }).a", &["t: b"]),
    ("`can`", "", "can(local.none.a) ? \"a\" : \"b\"", &["t: b"]),
    ("`flatten`", "", "flatten([[\"a\"], [[\"b\"]]])[1]", &["t: b"]),
    ("`one`", "", "one([\"a\"])", &["t: a"]),
    ("`element`", "", "element([\"a\", \"b\"], 3)", &["t: b"]),
    ("`sort`", "", "sort([\"b\", \"a\"])[0]", &["t: a"]),
    ("`keys`", "", "keys({ b = 1, a = 2 })[0]", &["t: a"]),
    ("`values`", "", "values({ b = 1, a = 2 })[0]", &["t: \"2\""]),
    ("`range`", "", "join(\"\", range(1, 4))", &["t: \"123\""]),
    ("`zipmap`", "", "zipmap([\"a\"], [\"b\"]).a", &["t: b"]),
    ("`reverse`", "", "reverse([\"a\", \"b\"])[0]", &["t: b"]),
    ("`formatlist`", "", "formatlist(\"%s!\", [\"a\"])[0]", &["t: a!"]),
    ("`split`", "", "split(\"-\", \"a-b\")[1]", &["t: b"]),
    ("`lower`", "", "lower(\"AB\")", &["t: ab"]),
    ("`upper`", "", "upper(\"ab\")", &["t: AB"]),
    ("`title`", "", "title(\"ab cd\")", &["t: Ab Cd"]),
    ("`trimspace`", "", "trimspace(\" a \")", &["t: a"]),
    ("`trim`", "", "trim(\"xax\", \"x\")", &["t: a"]),
    ("`trimprefix`", "", "trimprefix(\"xax\", \"x\")", &["t: ax"]),
    ("`trimsuffix`", "", "trimsuffix(\"xax\", \"x\")", &["t: xa"]),
    ("`substr`", "", "substr(\"orders\", 1, 3)", &["t: rde"]),
    ("`startswith`", "", "startswith(\"ab\", \"a\") ? \"x\" : \"z\"", &["t: x"]),
    ("`endswith`", "", "endswith(\"ab\", \"a\") ? \"x\" : \"z\"", &["t: z"]),
    ("`regex`", "", "regex(\"[0-9]+\", \"a12b\")", &["t: \"12\""]),
    ("`jsonencode`", "23", "jsonencode({ a = [1] })", &["t: \"{\\\"a\\\":[1]}\""]),
    ("`alltrue`", "", "alltrue([true, false]) ? \"a\" : \"b\"", &["t: b"]),
    ("`anytrue`", "", "anytrue([true, false]) ? \"a\" : \"b\"", &["t: a"]),
    ("`nonsensitive`", "", "nonsensitive(\"a\")", &["t: a"]),
];

/// Those that only Terraform itself can answer, or that hide what they hold.
const WAITING: &[(&str, &str, &str, &[&str])] = &[
    ("`sensitive`", "", "sensitive(\"marker\")", &["main.tf tags t"]),
    ("`file`", "", "file(\"a.txt\")", &["main.tf tags t file"]),
    ("`templatefile`", "", "templatefile(\"a.tpl\", {})", &["main.tf tags t templatefile"]),
    ("`timestamp`", "", "timestamp()", &["main.tf tags t timestamp"]),
    ("`uuid`", "", "uuid()", &["main.tf tags t uuid"]),
    ("functions of a provider", "", "provider::aws::arn_parse(\"x\")", &["main.tf tags t arn_parse"]),
    ("`path.module`", "", "path.module", &["main.tf tags t path.module"]),
];

pub(super) fn group() -> Group {
    let case = |expression: &str| {
        cluster(&[("tags", &format!("{{ t = {expression} }}"))], "locals {\n  none = {}\n}")
    };
    let known = FUNCTIONS.iter().map(|(name, seen, text, lines)| row(name, seen, case(text), Taken(lines)));
    let waiting = WAITING.iter().map(|(name, seen, text, told)| row(name, seen, case(text), Told(&[], told)));
    Group {
        title: "Terraform's functions",
        of: "33 configurations + 11 published modules",
        is_list: true,
        rows: known.chain(waiting).collect(),
    }
}
