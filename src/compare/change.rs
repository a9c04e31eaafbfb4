//! One setting that differs, as the table looks at it.

use crate::design::{AuthScheme, Design, Engine};
use crate::formats::terraform::set_parameter;

/// The designs and what a setting says in each; empty where it says nothing.
pub(super) struct Change<'a> {
    /// The design that runs.
    pub(super) a: &'a Design,
    /// The design that is wanted.
    pub(super) b: &'a Design,
    /// The effective value that runs.
    pub(super) from: &'a str,
    /// The effective value that is wanted.
    pub(super) to: &'a str,
}

impl Change<'_> {
    /// Whether a switch goes on.
    pub(super) fn on(&self) -> bool {
        self.to == "true"
    }

    /// Whether both designs have a Global Database.
    pub(super) fn stays_global(&self) -> bool {
        self.a.global.is_some() && self.b.global.is_some()
    }

    /// Whether both designs have a proxy.
    pub(super) fn keeps_proxy(&self) -> bool {
        self.a.proxy.is_some() && self.b.proxy.is_some()
    }

    /// Numbers on both sides, where they are.
    pub(super) fn grows(&self) -> bool {
        let number = |text: &str| text.parse::<u64>().unwrap_or(0);
        number(self.to) > number(self.from)
    }

    /// Whether both designs are of PostgreSQL.
    pub(super) fn is_postgresql(&self) -> bool {
        [self.a, self.b].iter().all(|design| design.cluster.engine == Engine::AuroraPostgresql)
    }

    /// Whether the server asks for TLS as it did.
    pub(super) fn keeps_tls(&self) -> bool {
        let [old, new] = [self.a, self.b].map(|design| {
            let name = design.cluster.engine.tls_parameter();
            (name, set_parameter(design, name))
        });
        old == new
    }

    /// Whether no instance stays in its zone, so that none is there while they are made anew.
    pub(super) fn moves_every_instance(&self) -> bool {
        let (old, new) = (self.a.zones(), self.b.zones());
        !old.iter().zip(&new).skip(1).any(|(old, new)| old == new)
    }

    /// Whether the proxy logs in with a secret, before or after.
    pub(super) fn has_proxy_secret(&self) -> bool {
        let reads = |design: &Design| {
            design.proxy.as_ref().is_some_and(|proxy| proxy.auth_scheme == AuthScheme::Secrets)
        };
        reads(self.a) || reads(self.b)
    }
}
