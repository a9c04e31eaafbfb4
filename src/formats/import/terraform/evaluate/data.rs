//! Data sources whose answer stands in the files.

use std::rc::Rc;

use super::super::folder::Declared;
use super::super::value::{ResourceAt, Val};
use super::Evaluator;

impl Evaluator<'_> {
    /// An attribute of a data source that needs no account; none for all others.
    pub(super) fn data(&mut self, at: &Rc<ResourceAt>, declared: &Declared, name: &str) -> Option<Val> {
        match (&*declared.kind, name) {
            ("aws_region", "name" | "id" | "region") => {
                let mut cx = self.context(at);
                let region = self.region(at.module, &declared.body, &mut cx);
                Some(region.unwrap_or_else(|| Val::unresolved(format!("{}.{name}", self.address(at)))))
            }
            ("aws_rds_engine_version", "version" | "version_actual") => self.engine_version(at, declared),
            ("aws_rds_engine_version", "parameter_group_family") => {
                let version = self.engine_version(at, declared)?;
                let engine = self.own(at, declared, "engine")?;
                Some(family(&engine, &version).unwrap_or_else(|| {
                    version
                        .unknown()
                        .unwrap_or_else(|| Val::unresolved(format!("{}.{name}", self.address(at))))
                }))
            }
            _ => None,
        }
    }

    fn engine_version(&mut self, at: &Rc<ResourceAt>, declared: &Declared) -> Option<Val> {
        if let Some(version) = self.own(at, declared, "version").filter(|version| *version != Val::Null) {
            return Some(version);
        }
        match self.own(at, declared, "preferred_versions")? {
            Val::List(items) | Val::Set(items) => items.first().cloned(),
            other => other.unknown(),
        }
    }

    fn own(&mut self, at: &Rc<ResourceAt>, declared: &Declared, name: &str) -> Option<Val> {
        let attribute = declared.body.attribute(name)?;
        let mut cx = self.context(at);
        self.at = attribute.at;
        Some(self.eval(&attribute.expr, &mut cx))
    }
}

/// The parameter group's family of a version: fact ENG-20.
fn family(engine: &Val, version: &Val) -> Option<Val> {
    let (engine, version) = (engine.to_text()?, version.to_text()?);
    match &*engine {
        "aurora-postgresql" => {
            let major = version.split('.').next()?;
            Some(Val::text(format!("aurora-postgresql{major}")))
        }
        "aurora-mysql" => {
            let mut parts = version.split('.');
            Some(Val::text(format!("aurora-mysql{}.{}", parts.next()?, parts.next()?)))
        }
        _ => None,
    }
}
