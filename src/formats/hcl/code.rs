//! Source text that no user typed: what names and templates are put together from.

use std::borrow::Cow;

/// Source text that was never typed by a user: it grows out of constants and numbers alone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Code(Cow<'static, str>);

impl From<&'static str> for Code {
    fn from(text: &'static str) -> Self {
        Self::new(text)
    }
}

impl Code {
    /// A constant.
    pub const fn new(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// A whole number.
    pub fn number(number: u64) -> Self {
        Self(Cow::Owned(number.to_string()))
    }

    /// A constant as an identifier: `eu-west-1` as `eu_west_1`.
    pub fn identifier(text: &'static str) -> Self {
        Self(Cow::Owned(text.replace('-', "_")))
    }

    /// A constant with slots, each a letter in braces, filled with code. A brace that opens no slot stands for itself.
    pub fn filled(template: &'static str, slots: &[(&'static str, Self)]) -> Self {
        if !template.contains('{') {
            return Self::new(template);
        }
        let mut out = String::with_capacity(2 * template.len());
        let mut rest = template;
        while let Some((before, slot)) = rest.find('{').and_then(|at| rest.split_at_checked(at)) {
            out.push_str(before);
            let filled =
                slots.iter().find_map(|(name, code)| Some((code.as_str(), slot.strip_prefix(name)?)));
            let (code, after) = filled.or_else(|| slot.split_at_checked(1)).unwrap_or_default();
            out.push_str(code);
            rest = after;
        }
        out.push_str(rest);
        Self(Cow::Owned(out))
    }

    /// One after the other.
    #[must_use]
    pub fn then(&self, other: &Self) -> Self {
        if self.0.is_empty() {
            return other.clone();
        }
        if other.0.is_empty() {
            return self.clone();
        }
        Self(Cow::Owned([self.as_str(), other.as_str()].concat()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn into_text(self) -> Cow<'static, str> {
        self.0
    }
}
