//! Which provider a resource has: its Region and its default tags.

use std::rc::Rc;

use super::super::folder::Provider;
use super::super::syntax::{Body, Expr, Spot};
use super::super::value::Val;
use super::{Context, Evaluator, Instance};

impl<'a> Evaluator<'a> {
    /// The Region of a resource: its own argument (provider 6), else its provider's.
    pub(in super::super) fn region(&mut self, module: usize, body: &Body, cx: &mut Context) -> Option<Val> {
        if let Some(region) = body.attribute("region") {
            let at = std::mem::replace(&mut self.at, region.at);
            let value = self.eval(&region.expr, cx);
            self.at = at;
            if value != Val::Null {
                return Some(value);
            }
        }
        let (module, provider) = self.provider(module, reference(body))?;
        let region = provider.body.attribute("region")?;
        let at = std::mem::replace(&mut self.at, region.at);
        let value = self.eval(&region.expr, &mut Context::of(module, Instance::default()));
        self.at = at;
        (value != Val::Null).then_some(value)
    }

    /// The tags that the provider of a resource gives to all it makes, and where they stand.
    pub(in super::super) fn default_tags(&mut self, module: usize, body: &Body) -> Option<(Val, Spot)> {
        let (module, provider) = self.provider(module, reference(body))?;
        let mut cx = Context::of(module, Instance::default());
        // A block; in JSON an object.
        let block = provider.body.blocks.iter().find(|block| &*block.kind == "default_tags");
        if let Some(tags) = block.and_then(|block| block.body.attribute("tags")) {
            self.at = tags.at;
            return Some((self.eval(&tags.expr, &mut cx), tags.at));
        }
        let object = provider.body.attribute("default_tags")?;
        self.at = object.at;
        let object_value = self.eval(&object.expr, &mut cx);
        let one = match &object_value {
            Val::List(items) => items.first().cloned().unwrap_or(Val::Null),
            other => other.clone(),
        };
        Some((self.attribute(&one, "tags"), object.at))
    }

    /// The provider of this alias as a module sees it: what its call hands it, its own, or its caller's default.
    fn provider(&self, module: usize, mut alias: Option<Rc<str>>) -> Option<(usize, &'a Provider)> {
        let mut number = module;
        // Every round goes one module up, and there are no circles of callers.
        loop {
            let module = self.modules.get(number)?;
            let handed = module.caller.as_ref().and_then(|caller| caller.call.body.attribute("providers"));
            if let (Some(caller), Some(handed)) = (&module.caller, handed)
                && let Some(given) = handed_down(&handed.expr, alias.as_ref())
            {
                number = caller.module;
                alias = given.get(1).cloned();
                continue;
            }
            if let Some(provider) = module.folder.providers.iter().find(|provider| provider.alias == alias) {
                return Some((number, provider));
            }
            // An alias is handed down by name alone; the default is inherited.
            if alias.is_some() {
                return None;
            }
            number = module.caller.as_ref()?.module;
        }
    }
}

/// The alias in `provider = aws.eu`.
fn reference(body: &Body) -> Option<Rc<str>> {
    body.attribute("provider")?.expr.as_reference()?.get(1).cloned()
}

/// What a call hands down under this alias: its name there, `aws` or `aws` and an alias.
fn handed_down(providers: &Expr, alias: Option<&Rc<str>>) -> Option<Vec<Rc<str>>> {
    let Expr::Object(items) = providers else { return None };
    items.iter().find_map(|item| {
        let key = item.key.as_reference()?;
        let is_it = key.first().is_some_and(|name| &**name == "aws") && key.get(1) == alias;
        is_it.then(|| item.value.as_reference()).flatten()
    })
}
