//! RDS Proxy: the one whose target is the cluster.

use super::super::{Argument, Block, NoticeKind, Resource, Source, Value};
use super::candidates::Member;
use super::{Got, Mapper, Unknown, shown, spelled, truth, whole, written};
use crate::design::{AuthScheme, ClientPasswordAuthType, Engine, Field, IamAuth, PinningFilter, Proxy, Word};

impl<'a> Mapper<'a> {
    pub(super) fn proxy(&mut self, member: &Member<'a>, instances: &[&'a Resource]) {
        let proxies = self.proxies();
        let targets: Vec<&'a Resource> = self.world.of("aws_db_proxy_target").collect();
        let named = |proxy: &&'a Resource| {
            targets.iter().any(|target| {
                let of = |name: &str| target.body.arguments.get(name);
                let own = of("db_proxy_name").is_none_or(|it| self.world.names(&it.value, proxy, target));
                let cluster = of("db_cluster_identifier")
                    .is_some_and(|it| member.is_named(&self.world, &it.value, target))
                    || of("db_instance_identifier").is_some_and(|it| {
                        instances.iter().any(|instance| self.world.names(&it.value, instance, target))
                    });
                own && cluster
            })
        };
        let mut own: Vec<&'a Resource> = proxies.iter().copied().filter(|it| named(it)).collect();
        if own.is_empty() {
            let free = |proxy: &&'a Resource| {
                !targets.iter().any(|it| {
                    it.body
                        .arguments
                        .get("db_proxy_name")
                        .is_some_and(|name| self.world.names(&name.value, proxy, it))
                })
            };
            let assumed: Vec<&'a Resource> = proxies.iter().copied().filter(free).collect();
            let Some(first) = assumed.first() else { return };
            let text = format!(
                "the target of the proxy {} is not in the input; it is assumed to be the cluster",
                first.address
            );
            self.say(NoticeKind::Taken, &first.body.place, text);
            own = assumed;
        }
        let Some((first, others)) = own.split_first() else { return };
        for other in others {
            let text = format!(
                "{} is a second proxy; a design has one, {}, so it is left out",
                other.address, first.address
            );
            self.say(NoticeKind::Dropped, &other.body.place, text);
        }
        let proxy = self.proxy_of(first);
        self.design.proxy = Some(proxy);
        self.took(Field::Proxy, &first.body.place);
    }

    /// The proxies of the best source that has any.
    fn proxies(&self) -> Vec<&'a Resource> {
        let best = self.world.of("aws_db_proxy").map(|it| it.source).max();
        self.world.of("aws_db_proxy").filter(|it| Some(it.source) == best).collect()
    }

    fn proxy_of(&mut self, it: &'a Resource) -> Proxy {
        let mut proxy = Proxy { name: self.proxy_name(it), require_tls: false, ..Proxy::default() };
        proxy.engine_family = self.word_of(it, &it.body, "engine_family", "the design takes the engine's");
        if let Some(on) = self.truth_of(it, "require_tls", "the design does not require TLS") {
            proxy.require_tls = on;
        }
        if let Some(on) = self.truth_of(it, "debug_logging", "it stays off") {
            proxy.debug_logging = on;
        }
        if let Some(seconds) =
            self.whole_of(it, &it.body, "idle_client_timeout", "the design keeps 1800 seconds")
        {
            proxy.idle_client_timeout = seconds;
        }
        if let Some(text) = self.world.text_of(&[it], "default_auth_scheme")
            && text.eq_ignore_ascii_case("IAM_AUTH")
        {
            proxy.auth_scheme = AuthScheme::IamAuth;
        }
        self.auth(it, &mut proxy);
        self.pool(it, &mut proxy);
        self.endpoints(it, &mut proxy);
        proxy
    }

    fn proxy_name(&mut self, it: &'a Resource) -> Option<String> {
        match self.world.get(&[it], "name") {
            Got::Known(known) => {
                self.took(Field::ProxyName, &known.argument.place);
                self.world.text(known.value)
            }
            Got::Unknown(unknown) => {
                self.unresolved(&unknown, "name", "the proxy takes its usual name");
                None
            }
            Got::Left => {
                let text =
                    format!("the name of the proxy {} is not known; it takes its usual one", it.address);
                self.say(NoticeKind::NotHere, &it.body.place, text);
                None
            }
        }
    }

    /// The first entry of `auth`; further ones are another user's.
    fn auth(&mut self, it: &'a Resource, proxy: &mut Proxy) {
        let entries = it.body.blocks.get("auth").map_or(&[][..], Vec::as_slice);
        let Some(first) = entries.first() else { return };
        if let Some(iam) = self.word_of::<IamAuth>(it, first, "iam_auth", "the design has it disabled") {
            proxy.iam_auth = iam;
        }
        let own = match self.design.cluster.engine {
            Engine::AuroraMysql => ClientPasswordAuthType::MysqlCachingSha2Password,
            Engine::AuroraPostgresql => ClientPasswordAuthType::PostgresScramSha256,
        };
        let kind = self.word_of(it, first, "client_password_auth_type", "the design takes AWS' own");
        proxy.client_password_auth_type = kind.filter(|kind| *kind != own);
        if entries.len() > 1 {
            let text = format!(
                "{} of {} has {} entries; a design has one user, so the first is taken",
                spelled("auth", it),
                it.address,
                entries.len()
            );
            let place = entries.get(1).map_or(&it.body.place, |it| &it.place);
            self.say(NoticeKind::Dropped, &place.clone(), text);
        }
    }

    /// The pool of the proxy's target group.
    fn pool(&mut self, it: &'a Resource, proxy: &mut Proxy) {
        let group = self.world.of("aws_db_proxy_default_target_group").find(|group| {
            group
                .body
                .arguments
                .get("db_proxy_name")
                .is_some_and(|name| self.world.names(&name.value, it, group))
        });
        let Some(group) = group else { return };
        let Some(pool) = group.body.blocks.get("connection_pool_config").and_then(|it| it.first()) else {
            return;
        };
        if let Some(seconds) =
            self.whole_of(group, pool, "connection_borrow_timeout", "the design keeps 120 seconds")
        {
            proxy.connection_borrow_timeout = seconds;
        }
        let most = self.whole_of(group, pool, "max_connections_percent", "the design keeps 100 percent");
        let idle = self.whole_of(group, pool, "max_idle_connections_percent", "the design keeps 50 percent");
        if let Some(most) = most {
            proxy.max_connections_percent = most;
            // CloudFormation's default is half of the maximum.
            if group.source == Source::CloudFormation {
                proxy.max_idle_connections_percent = most / 2;
            }
        }
        if let Some(idle) = idle {
            proxy.max_idle_connections_percent = idle;
        }
        self.pinning(group, pool, proxy);
        if let Some(argument) = pool.arguments.get("init_query").filter(|it| it.value != Value::Null) {
            let text = format!(
                "{} of {} is dropped unread: a design has none",
                written(argument, group, "init_query"),
                group.address
            );
            self.say(NoticeKind::Dropped, &argument.place, text);
        }
    }

    fn pinning(&mut self, group: &'a Resource, pool: &'a Block, proxy: &mut Proxy) {
        const NAME: &str = "session_pinning_filters";
        let Some(argument) = pool.arguments.get(NAME) else { return };
        let value = self.world.follow(&argument.value);
        let items = match value {
            Value::List(items) => items.as_slice(),
            single => std::slice::from_ref(single),
        };
        for item in items {
            match self.world.text(item) {
                Some(text) => {
                    if let Some(filter) = PinningFilter::from_word(text.trim()) {
                        proxy.session_pinning_filters.insert(filter);
                        continue;
                    }
                    let text = format!(
                        "{} of {} holds {}, which is no filter; it is left out",
                        written(argument, group, NAME),
                        group.address,
                        shown(&text)
                    );
                    self.say(NoticeKind::NotUnderstood, &argument.place, text);
                }
                None => {
                    if let Some(waits) = self.world.waits(item) {
                        self.unresolved(
                            &Unknown { argument, resource: group, waits },
                            NAME,
                            "it is left out",
                        );
                    }
                }
            }
        }
        if !proxy.session_pinning_filters.is_empty() {
            self.took(Field::SessionPinningFilters, &argument.place);
        }
    }

    fn endpoints(&mut self, it: &'a Resource, proxy: &mut Proxy) {
        for endpoint in self.world.of("aws_db_proxy_endpoint") {
            let own = endpoint
                .body
                .arguments
                .get("db_proxy_name")
                .is_some_and(|name| self.world.names(&name.value, it, endpoint));
            if !own || endpoint.source != it.source {
                continue;
            }
            if self.world.text_of_one(endpoint, "target_role").as_deref() == Some("READ_ONLY") {
                proxy.read_only_endpoint = true;
                self.took(Field::ReadOnlyEndpoint, &endpoint.body.place);
            } else {
                let text = format!(
                    "{} is a further READ_WRITE endpoint of the proxy; a design has none, so it is left out",
                    endpoint.address
                );
                self.say(NoticeKind::Dropped, &endpoint.body.place, text);
            }
        }
    }

    fn argument_of(&self, body: &'a Block, attribute: &str) -> Option<(&'a Argument, &'a Value)> {
        let argument = body.arguments.get(attribute)?;
        let value = self.world.follow(&argument.value);
        (*value != Value::Null).then_some((argument, value))
    }

    fn word_of<W: Word>(
        &mut self,
        it: &'a Resource,
        body: &'a Block,
        attribute: &str,
        instead: &str,
    ) -> Option<W> {
        let (argument, value) = self.argument_of(body, attribute)?;
        if let Some(waits) = self.world.waits(value) {
            self.unresolved(&Unknown { argument, resource: it, waits }, attribute, instead);
            return None;
        }
        let text = self.world.text(value).filter(|it| !it.is_empty())?;
        let word = W::from_word(text.trim());
        if word.is_none() {
            self.misread(&super::Known { value, argument, resource: it }, attribute, instead);
        }
        word
    }

    fn truth_of(&mut self, it: &'a Resource, attribute: &str, instead: &str) -> Option<bool> {
        let (argument, value) = self.argument_of(&it.body, attribute)?;
        if let Some(waits) = self.world.waits(value) {
            self.unresolved(&Unknown { argument, resource: it, waits }, attribute, instead);
            return None;
        }
        let truth = truth(&self.world, value);
        if truth.is_none() {
            self.misread(&super::Known { value, argument, resource: it }, attribute, instead);
        }
        truth
    }

    pub(super) fn whole_of(
        &mut self,
        it: &'a Resource,
        body: &'a Block,
        attribute: &str,
        instead: &str,
    ) -> Option<u32> {
        let (argument, value) = self.argument_of(body, attribute)?;
        if let Some(waits) = self.world.waits(value) {
            self.unresolved(&Unknown { argument, resource: it, waits }, attribute, instead);
            return None;
        }
        let whole = whole(&self.world, value);
        if whole.is_none() {
            self.misread(&super::Known { value, argument, resource: it }, attribute, instead);
        }
        whole
    }
}
