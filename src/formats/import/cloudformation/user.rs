//! The user name that stands in a secret: the one thing that is read through a dynamic reference. The password beside it
//! is not.

use super::eval::Part;
use super::node::Node;
use super::scope::{Scope, plain};
use crate::formats::import::Value;

const REFERENCE: &str = "{{resolve:secretsmanager:";
const KEY: &str = ":SecretString:username";

/// The value of `MasterUsername`; a reference to a secret of the template becomes the name in its template.
pub(super) fn user_name(scope: &Scope<'_>, node: &Node) -> Option<Value> {
    let parts = match node.text() {
        Some(text) => vec![Part::Text(text.to_owned())],
        None => scope.parts_of(node),
    };
    let (mut text, mut secret) = (String::new(), None);
    for part in parts {
        match part {
            Part::Text(more) => text.push_str(&more),
            Part::Value(Value::Edge(edge)) if text == REFERENCE => {
                secret = Some(edge.address.rsplit(':').next().unwrap_or_default().to_owned());
            }
            Part::Value(_) => return scope.value(node, 0),
        }
    }
    let Some(rest) = text.strip_prefix(REFERENCE) else { return scope.value(node, 0) };
    let unknown = || Some(Value::Unresolved("the secret that a dynamic reference names".to_owned()));
    let Some((name, end)) = rest.split_once(KEY) else { return unknown() };
    // Behind the key come stage and version, which change nothing.
    if !(end.starts_with(':') || end.starts_with("}}")) {
        return unknown();
    }
    let secret = secret.as_deref().and_then(|it| scope.secret(it)).or_else(|| scope.secret_called(name));
    let Some(secret) = secret else { return unknown() };
    let template = secret.get("Properties").and_then(|it| it.get("GenerateSecretString"));
    let Some(template) = template.and_then(|it| it.get("SecretStringTemplate")) else { return unknown() };
    let object = scope.value(template, 0);
    let Some(Value::Text(object)) = object else { return object };
    let object: Option<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&object).ok();
    match object.and_then(|mut it| it.remove("username")) {
        Some(serde_json::Value::String(name)) => Some(Value::Text(name)),
        _ => unknown(),
    }
}

impl<'t> Scope<'t> {
    /// The secret of a logical id, or the one that an attachment of that id attaches.
    pub(super) fn secret_id(&self, id: &str) -> Option<String> {
        let mut id = id.to_owned();
        for _ in 0..4 {
            let resource = self.resource(&id)?;
            match resource.get("Type")?.text()? {
                "AWS::SecretsManager::Secret" => return Some(id),
                "AWS::SecretsManager::SecretTargetAttachment" => {
                    let target = self.value(resource.get("Properties")?.get("SecretId")?, 0);
                    let Some(Value::Edge(edge)) = target else { return None };
                    id = edge.address.rsplit(':').next().unwrap_or_default().to_owned();
                }
                _ => return None,
            }
        }
        None
    }

    fn secret(&self, id: &str) -> Option<&'t Node> {
        self.secret_id(id).and_then(|id| self.resource(&id))
    }

    /// The secret whose name is written in the template.
    fn secret_called(&self, name: &str) -> Option<&'t Node> {
        let is_called = |node: &Node| {
            let own = node.get("Properties").and_then(|it| it.get("Name")).and_then(|it| self.value(it, 0));
            node.get("Type").and_then(Node::text) == Some("AWS::SecretsManager::Secret")
                && own.and_then(|it| plain(&it)).is_some_and(|own| own == name)
        };
        (!name.is_empty()).then(|| self.made().find(|node| is_called(node))).flatten()
    }
}
