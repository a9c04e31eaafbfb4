//! Prints Terraform's language as `terraform fmt` leaves it.
//!
//! Values are expressions of hcl-rs, which prints what stands on one line; layout, comments and the escape are ours.
//!
//! Nothing of the user's can become code: hcl-rs takes any text for a name or a template, so its expressions are made in
//! [`Expr`] alone, out of [`Code`], which grows out of constants of this crate, and of every other text inside quotes, with
//! quotes, `${` and `%{` escaped.

mod body;
mod code;
mod escape;
mod expr;
mod layout;
mod reads;

pub use body::Body;
pub use code::Code;
pub use expr::Expr;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_stand_under_each_other_in_runs() {
        let body = Body::new()
            .set("a", Expr::number(1u32))
            .set("long_name", Expr::flag(true))
            .set("list", Expr::list([Expr::object([("k", Expr::text("v")), ("key", Expr::list([]))])]))
            .set("b", Expr::reference("var.b"))
            .gap()
            .set("c", Expr::texts(["x", "y"]));
        let wanted = "a         = 1\nlong_name = true\nlist = [\n  {\n    k   = \"v\"\n    key = []\n  },\n]\nb = var.b\n\nc = [\"x\", \"y\"]\n";
        assert_eq!(body.print(), wanted);
    }

    #[test]
    fn what_comes_first_stands_behind_what_repeats_the_block() {
        let region =
            |body: Body| body.set("b", Expr::reference("b")).first("a", Expr::reference("a")).print();
        assert_eq!(region(Body::new()), "a = a\nb = b\n");
        let each = Body::new().comment("why").set("for_each", Expr::reference("c")).gap();
        assert_eq!(region(each), "# why\nfor_each = c\n\na = a\nb = b\n");
    }

    #[test]
    fn blocks_stand_apart() {
        let inner = Body::new().set("a", Expr::number(1u32)).block("lifecycle", [], Body::new());
        let body = Body::new()
            .comment("why")
            .block("resource", [Code::new("aws_vpc"), Code::new("this")], inner)
            .gap()
            .block("locals", [], Body::new());
        let wanted = "# why\nresource \"aws_vpc\" \"this\" {\n  a = 1\n\n  lifecycle {}\n}\n\nlocals {}\n";
        assert_eq!(body.print(), wanted);
    }

    #[test]
    fn a_text_of_the_users_stays_a_text() {
        for (text, wanted) in [
            ("${x}", r#""$${x}""#),
            ("$${x}", r#""$$${x}""#),
            ("%{ for x }", r#""%%{ for x }""#),
            ("$%{x}%${y}$$${z}", r#""$%%{x}%$${y}$$$${z}""#),
            ("a\u{202e}b\u{85}\u{e0041}", "\"a\\u202eb\\u0085\u{e0041}\""),
            ("a\"b\\c\nd\0", r#""a\"b\\c\nd\u0000""#),
            ("100% $5", r#""100% $5""#),
        ] {
            assert_eq!(Body::new().set("a", Expr::text(text)).print(), format!("a = {wanted}\n"));
        }
    }

    #[test]
    fn a_key_is_as_wide_as_it_counts() {
        let map = Expr::map([
            ("e\u{301}\u{1f469}\u{200d}\u{1f4bb}", Expr::number(1u32)),
            ("größe", Expr::number(2u32)),
        ]);
        let printed = Body::new().set("tags", map).print();
        assert!(printed.contains("\"e\\u0301\\U0001f469\\u200d\\U0001f4bb\" = 1"), "{printed}");
        assert!(printed.contains("\"größe\""), "{printed}");
    }

    #[test]
    fn a_comment_can_not_be_left() {
        let printed = Body::new().comment("a\nb\r\nc\u{2028}d\u{202e}e\0").print();
        assert!(printed.lines().all(|line| line.starts_with('#')), "{printed:?}");
        assert!(!printed.contains('\u{202e}') && !printed.contains('\0'));
    }

    #[test]
    fn a_long_list_breaks() {
        let printed = Body::new().set("a", Expr::texts(["x".repeat(60), "y".repeat(60)])).print();
        assert_eq!(printed.lines().count(), 4, "{printed}");
    }
    fn printed(value: Expr) -> String {
        Body::new().set("a", value).print()
    }

    #[test]
    fn what_binds_less_stands_in_parentheses() {
        let [a, b, c] = ["a", "b", "c"].map(Expr::reference);
        let plain = a.clone().at_least(b.clone().times(c.clone())).and(b.clone().equals(Expr::null()));
        assert_eq!(printed(plain), "a = a >= b * c && b == null\n");
        let (either, rest) = (a.clone().or(b.clone()), b.clone().minus(c.clone()));
        assert_eq!(printed(either.and(c.clone())), "a = (a || b) && c\n");
        assert_eq!(printed(a.clone().minus(rest)), "a = a - (b - c)\n");
        assert_eq!(printed(a.clone().choose(b.clone(), c).equals(b)), "a = (a ? b : c) == b\n");
    }

    #[test]
    fn what_is_printed_is_read_back_as_the_same_expression() {
        let names = Expr::reference("data.aws_availability_zones.this.names");
        let zone = Expr::reference("aws_subnet.database").at(Expr::reference("name")).attribute("id");
        let condition = Expr::reference("index").at_most(Expr::number(2u32));
        for value in [
            Expr::for_each_if(["index", "name"], names.clone(), zone, condition),
            Expr::for_each("name", names.clone(), Expr::template("${var.project_name}-${name}")),
            Expr::call("merge", [Expr::reference("var.tags"), Expr::object([("Name", names)])]),
            Expr::reference("var.max_acu")
                .times(Expr::number(2u32))
                .over(Expr::decimal(crate::facts::Decimal::ONE)),
            Expr::reference("var.email").equals(Expr::null()).choose(Expr::flag(false), Expr::flag(true)),
        ] {
            let read = hcl::parse(&printed(value.clone())).unwrap();
            assert_eq!(read.attributes().next().unwrap().expr(), value.expression());
        }
    }

    #[test]
    fn a_capacity_is_printed_to_its_last_digit() {
        let printed = |halves| printed(Expr::decimal(crate::facts::Acu::halves(halves).as_decimal()));
        assert_eq!(printed(1), "a = 0.5\n");
        assert_eq!(printed(256), "a = 128\n");
        assert_eq!(printed(u32::MAX), "a = 2147483647.5\n");
    }

    #[test]
    fn a_small_object_in_an_object_stays_on_its_line() {
        let two = Expr::object([("zone", Expr::text("a")), ("tier", Expr::number(1u32))]);
        assert_eq!(printed(Expr::object([("one", two)])), "a = {\n  one = { zone = \"a\", tier = 1 }\n}\n");
        let three = ["x", "y", "z"].map(|key| (key, Expr::number(1u32)));
        assert_eq!(
            printed(Expr::object([("one", Expr::object(three))])),
            "a = {\n  one = {\n    x = 1\n    y = 1\n    z = 1\n  }\n}\n"
        );
    }

    #[test]
    fn slots_are_filled_and_other_braces_stay() {
        let filled =
            |template| Code::filled(template, &[("{s}", Code::new("_eu")), ("{r}", Code::new("${x}"))]);
        assert_eq!(filled("aws_vpc.this{s}.id"), Code::new("aws_vpc.this_eu.id"));
        assert_eq!(filled("${var.a}:{r}:{s}{"), Code::new("${var.a}:${x}:_eu{"));
    }

    #[test]
    fn only_code_reads_a_data_source() {
        let reads =
            |value| Body::new().block("b", [], Body::new().set("a", value)).reads_data("aws_partition");
        let name = "data.aws_partition.current.id";
        assert!(reads(Expr::reference(name)));
        assert!(reads(Expr::list([Expr::object([(
            "k",
            Expr::template("x:${data.aws_partition.current.id}")
        )])])));
        assert!(reads(Expr::call("f", [Expr::reference("a").equals(Expr::reference(name))])));
        assert!(!reads(Expr::reference("data.aws_partitions.current")));
        assert!(!reads(Expr::text(name)));
        for typed in [
            "${data.aws_partition.current.id}",
            "$${data.aws_partition.current.id}",
            "$$${data.aws_partition.x}",
        ] {
            assert!(!reads(Expr::typed(typed)), "{typed}");
        }
    }
}
