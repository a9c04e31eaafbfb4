//! What stands on the right side of an attribute: expressions of hcl-rs, put together from constants and escaped texts.

use std::borrow::Cow;

use hcl::expr::{
    BinaryOp, BinaryOperator, Conditional, Expression, ForExpr, FuncCall, Object, ObjectKey, Operation,
    TemplateExpr, Traversal, TraversalOperator, Variable,
};
use hcl::{Identifier, Number};

use super::code::Code;
use super::escape::{countable, escaped, is_literal};

/// The right side of an attribute. Around [`Expression`], which anyone can fill with any text: this one takes a user's text
/// only between quotes, and everything else from [`Code`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Expr(Expression);

impl Expr {
    /// A name, and what it leads to: `var.region`, `each.value.zone`.
    pub fn reference(path: &'static str) -> Self {
        Self::path(path, name)
    }

    /// The same with code where `{s}` ends a name: `aws_vpc.this{s}.id`.
    pub fn reference_ending(path: &'static str, ending: &Code) -> Self {
        Self::path(path, |part| match part.strip_suffix("{s}") {
            Some(start) if !ending.as_str().is_empty() => {
                Identifier::unchecked([start, ending.as_str()].concat())
            }
            Some(start) => name(start),
            None => name(part),
        })
    }

    fn path(path: &'static str, name: impl Fn(&'static str) -> Identifier) -> Self {
        let Some((first, rest)) = path.split_once('.') else {
            return Self(Expression::Variable(Variable::from(name(path))));
        };
        let mut operators = Vec::with_capacity(1 + rest.bytes().filter(|byte| *byte == b'.').count());
        operators.extend(rest.split('.').map(|part| TraversalOperator::GetAttr(name(part))));
        Self(Traversal { expr: Expression::Variable(Variable::from(name(first))), operators }.into())
    }

    /// A variable of Terraform's: `var.region`.
    pub fn variable(name: &Code) -> Self {
        let operators = vec![TraversalOperator::GetAttr(Identifier::unchecked(name.as_str()))];
        Self(Traversal { expr: Expression::Variable(Variable::unchecked("var")), operators }.into())
    }

    /// A quoted template: `${var.project_name}-cluster`.
    pub fn template(template: impl Into<Code>) -> Self {
        Self(quoted(template.into().into_text().into_owned()))
    }

    /// Any text, a user's too, escaped and between quotes.
    pub fn text(text: impl Into<Cow<'static, str>>) -> Self {
        Self(string(text.into()))
    }

    /// A text of the user's, escaped and between quotes.
    pub fn typed(text: &str) -> Self {
        Self::text(text.to_owned())
    }

    /// A whole number.
    pub fn number(number: impl Into<u64>) -> Self {
        Self(Expression::Number(number.into().into()))
    }

    /// An exact decimal. A number of hcl-rs holds a fraction as the nearest double, and prints the shortest decimal that is
    /// nearest to it: that is this one again up to 15 digits, and no capacity has more.
    pub fn decimal(number: crate::facts::Decimal) -> Self {
        let nearest = number.to_string().parse().ok().and_then(Number::from_f64);
        Self(nearest.map_or(Expression::Null, Expression::Number))
    }

    /// `true` or `false`.
    pub const fn flag(flag: bool) -> Self {
        Self(Expression::Bool(flag))
    }

    /// `null`.
    pub const fn null() -> Self {
        Self(Expression::Null)
    }

    /// A list.
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self(Expression::Array(items.into_iter().map(|item| item.0).collect()))
    }

    /// A list of texts, each quoted and escaped.
    pub fn texts(items: impl IntoIterator<Item = impl Into<Cow<'static, str>>>) -> Self {
        Self::list(items.into_iter().map(Self::text))
    }

    /// An object; keys that are no names are quoted.
    pub fn object(entries: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        let is_name = |key: &str| key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        let key = |key| {
            if is_name(key) {
                ObjectKey::Identifier(name(key))
            } else {
                ObjectKey::Expression(string(Cow::Borrowed(key)))
            }
        };
        Self::keyed(entries.into_iter().map(|(text, value)| (key(text), value)))
    }

    /// An object whose keys are any texts, a user's too, quoted and escaped.
    pub fn map(entries: impl IntoIterator<Item = (impl AsRef<str>, Self)>) -> Self {
        let key = |text: &str| ObjectKey::Expression(quoted(countable(text)));
        Self::keyed(entries.into_iter().map(|(text, value)| (key(text.as_ref()), value)))
    }

    // An object of hcl-rs looks for every key among those before it: 46 tags are nothing, ten thousand would be felt.
    fn keyed(entries: impl Iterator<Item = (ObjectKey, Self)>) -> Self {
        let entries: Object<ObjectKey, Expression> = entries.map(|(key, value)| (key, value.0)).collect();
        Self(Expression::Object(entries))
    }

    /// A call: `jsonencode({ … })`.
    pub fn call<const N: usize>(function: &'static str, arguments: [Self; N]) -> Self {
        let mut call = FuncCall::new(name(function));
        call.args = arguments.into_iter().map(|argument| argument.0).collect();
        Self(call.into())
    }

    /// A list of what an expression gives for each item: `[for zone in zones : value]`.
    pub fn for_each(item: &'static str, items: Self, value: Self) -> Self {
        Self(ForExpr::new(name(item), items.0, value.0).into())
    }

    /// The same for the items for which a condition holds: `[for range in ranges : value if condition]`.
    pub fn for_each_where(item: &'static str, items: Self, value: Self, condition: Self) -> Self {
        Self(ForExpr::new(name(item), items.0, value.0).with_cond_expr(condition.0).into())
    }

    /// The same with the index at hand: `[for index, zone in zones : value if condition]`.
    pub fn for_each_if([index, item]: [&'static str; 2], items: Self, value: Self, condition: Self) -> Self {
        let each = ForExpr::new(name(item), items.0, value.0).with_key_var(name(index));
        Self(each.with_cond_expr(condition.0).into())
    }

    /// An item: `names[0]`, `names[each.key]`.
    #[must_use]
    pub fn at(self, index: Self) -> Self {
        self.led_to(TraversalOperator::Index(index.0))
    }

    /// An attribute of an item: `names[0].id`.
    #[must_use]
    pub fn attribute(self, attribute: &'static str) -> Self {
        self.led_to(TraversalOperator::GetAttr(name(attribute)))
    }

    fn led_to(self, operator: TraversalOperator) -> Self {
        match self.0 {
            Expression::Traversal(mut traversal) => {
                traversal.operators.push(operator);
                Self(Expression::Traversal(traversal))
            }
            expr => Self(Traversal { expr, operators: vec![operator] }.into()),
        }
    }

    /// One of two: `condition ? yes : no`.
    #[must_use]
    pub fn choose(self, yes: Self, no: Self) -> Self {
        Self(Conditional::new(self.0, yes.0, no.0).into())
    }

    /// Both: `&&`.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.with(BinaryOperator::And, other)
    }

    /// One of both: `||`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.with(BinaryOperator::Or, other)
    }

    /// `==`
    #[must_use]
    pub fn equals(self, other: Self) -> Self {
        self.with(BinaryOperator::Eq, other)
    }

    /// `!=`
    #[must_use]
    pub fn differs(self, other: Self) -> Self {
        self.with(BinaryOperator::NotEq, other)
    }

    /// `>=`
    #[must_use]
    pub fn at_least(self, other: Self) -> Self {
        self.with(BinaryOperator::GreaterEq, other)
    }

    /// `<=`
    #[must_use]
    pub fn at_most(self, other: Self) -> Self {
        self.with(BinaryOperator::LessEq, other)
    }

    /// `+`
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        self.with(BinaryOperator::Plus, other)
    }

    /// `-`
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.with(BinaryOperator::Minus, other)
    }

    /// `*`
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        self.with(BinaryOperator::Mul, other)
    }

    /// `/`
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        self.with(BinaryOperator::Div, other)
    }

    /// hcl-rs prints an operation's sides as they are, so what binds less is put in parentheses here. Operators of one rank
    /// bind from the left.
    fn with(self, operator: BinaryOperator, other: Self) -> Self {
        let rank = operator.precedence();
        let (left, right) = (side(self.0, rank), side(other.0, rank + 1));
        Self(BinaryOp::new(left, operator, right).into())
    }

    /// The expression.
    pub(super) const fn expression(&self) -> &Expression {
        &self.0
    }
}

/// A side of an operation, where only what binds as much as `rank` or more may stand.
fn side(expr: Expression, rank: u8) -> Expression {
    let looser = match &expr {
        Expression::Conditional(_) => true,
        Expression::Operation(operation) => match &**operation {
            Operation::Binary(inner) => inner.operator.precedence() < rank,
            Operation::Unary(_) => false,
        },
        _ => false,
    };
    if looser { Expression::Parenthesis(Box::new(expr)) } else { expr }
}

/// A name out of [`Code`], whose constants hold letters that names may have; the tests read every export back.
fn name(text: &str) -> Identifier {
    Identifier::unchecked(text)
}

/// A string of hcl-rs where nothing is to be escaped. Its own escape leaves templates open, see [`escape`](super::escape),
/// but it prints a quoted template as it is: so that one takes what is escaped here.
fn string(text: Cow<'static, str>) -> Expression {
    if is_literal(&text) { Expression::String(text.into_owned()) } else { quoted(escaped(&text)) }
}

fn quoted(template: String) -> Expression {
    Expression::from(TemplateExpr::QuotedString(template))
}
