//! The one mapping: resources under Terraform's names become a design, by rules that know what each source means by
//! silence. What a source leaves out is what AWS makes of it; what can't be resolved keeps the spec's default.

mod candidates;
mod cluster;
mod credentials;
mod dropped;
mod global;
mod instances;
mod key;
mod names;
mod network;
mod parameters;
mod parts;
mod proxy;
mod spelling;
mod tags;
#[cfg(test)]
mod tests;
mod world;

use super::{
    Argument, Choice, Found, Notice, NoticeKind, Options, Place, Refusal, Resource, Source, Taken, Value,
    shapes,
};
use crate::design::{Design, Field, Instance, Positions};
use candidates::Candidate;
use spelling::spelled;
use world::{Got, Known, Unknown, World};

/// A design of resources, with what must be said of it.
#[derive(Debug)]
pub(super) struct Mapped {
    pub(super) design: Design,
    pub(super) notices: Vec<Notice>,
    pub(super) taken: Vec<Taken>,
    /// What the candidates are called.
    pub(super) clusters: Vec<String>,
    /// Who is who, for measured series: the cluster, then its instances, writer first.
    pub(super) cluster: Option<String>,
    pub(super) instances: Vec<Option<String>>,
    /// Whether a capacity range stands in the input.
    pub(super) range_given: bool,
}

/// Makes a design of everything that was found.
///
/// # Errors
/// Where there is no Aurora cluster, or several and none was chosen.
pub(super) fn map(found: &Found, options: &Options) -> Result<Mapped, Refusal> {
    let world = World::new(&found.resources);
    let candidates = candidates::candidates(&world)?;
    let clusters: Vec<String> = candidates.all.iter().map(|it| it.name.clone()).collect();
    let chosen = choose(&world, &candidates, found, options)?;
    let mut mapper = Mapper {
        world,
        notices: found.notices.clone(),
        taken: Vec::new(),
        design: Design::default(),
        region: None,
    };
    mapper.notices.extend(candidates.others.iter().cloned());
    for other in candidates.all.iter().filter(|it| it.name != chosen.name) {
        if let Some(top) = other.primary.top() {
            mapper.say(
                NoticeKind::Taken,
                &top.body.place,
                format!("{} is another cluster; {} was chosen", other.name, chosen.name),
            );
        }
    }
    let order = mapper.candidate(chosen);
    let design = mapper.design.normalized();
    let at = Positions::canonical(&design);
    let path = |field: &Field| field.path(&at);
    let taken =
        mapper.taken.iter().map(|(field, place)| Taken { path: path(field), place: place.clone() }).collect();
    let world = &mapper.world;
    Ok(Mapped {
        taken,
        notices: mapper.notices,
        clusters,
        cluster: world.text_of(&chosen.primary.layers, "cluster_identifier"),
        instances: order.iter().map(|it| world.text_of_one(it, "identifier")).collect(),
        range_given: chosen.primary.layers.iter().any(|it| cluster::scaling(it).is_some()),
        design,
    })
}

fn choose<'c, 'a>(
    world: &World<'a>,
    candidates: &'c candidates::Candidates<'a>,
    found: &Found,
    options: &Options,
) -> Result<&'c Candidate<'a>, Refusal> {
    let all = &candidates.all;
    let names = || all.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
    if let Some(name) = &options.cluster {
        let mut hits = all.iter().filter(|it| it.is_called(world, name));
        return match (hits.next(), hits.next()) {
            (Some(hit), None) => Ok(hit),
            (Some(_), Some(_)) => Err(Refusal {
                place: None,
                message: format!("Several clusters are called {name}; name one by its address."),
                choice: Some(Choice::Cluster(
                    all.iter().filter_map(|it| it.primary.top()).map(|it| it.address.clone()).collect(),
                )),
            }),
            (None, _) => Err(Refusal {
                place: None,
                message: format!("No cluster is called {name}. The input has: {}.", names().join(", ")),
                choice: Some(Choice::Cluster(names())),
            }),
        };
    }
    match all.as_slice() {
        [only] => Ok(only),
        [] if candidates.others.is_empty() => {
            // What could not be read may be why.
            let mut lost = found.notices.iter().filter(|it| it.kind == NoticeKind::NotUnderstood);
            let said = |notices: &mut dyn Iterator<Item = &Notice>| {
                notices.take(5).map(|it| format!(" {}: {}", it.place, it.text)).collect::<Vec<_>>().concat()
            };
            let lost = said(&mut lost);
            if !found.absent.is_empty() {
                let absent = said(&mut found.absent.iter());
                return Err(Refusal::whole(format!(
                    "There is no instance of an Aurora cluster in the input.{absent}{lost}"
                )));
            }
            Err(Refusal::whole(format!(
                "There is no Aurora cluster in the input. Add the files that hold aws_rds_cluster, AWS::RDS::DBCluster or the answer of aws rds describe-db-clusters.{lost}"
            )))
        }
        [] => {
            let others: Vec<&str> = candidates.others.iter().map(|it| it.text.as_str()).collect();
            Err(Refusal::whole(format!(
                "There is no cluster in the input that a design can be: {}. Only Aurora clusters that run db.serverless or provisioned instances can be imported.",
                others.join("; ")
            )))
        }
        _ => Err(Refusal {
            place: None,
            message: format!(
                "There are several clusters in the input: {}. Choose one with --cluster NAME.",
                names().join(", ")
            ),
            choice: Some(Choice::Cluster(names())),
        }),
    }
}

/// A candidate on its way into a design.
struct Mapper<'a> {
    world: World<'a>,
    notices: Vec<Notice>,
    taken: Vec<(Field, Place)>,
    design: Design,
    /// The Region that the input tells.
    region: Option<&'static crate::facts::regions::Region>,
}

impl<'a> Mapper<'a> {
    /// Maps everything; gives the primary's instances, writer first.
    fn candidate(&mut self, candidate: &Candidate<'a>) -> Vec<&'a Resource> {
        let primary = &candidate.primary;
        self.names(primary);
        self.region_of(candidate);
        self.tags(primary);
        self.cluster(primary, &candidate.global);
        let instances = self.instances(primary);
        self.insights(primary, &instances);
        self.monitoring(primary, &instances);
        self.parameters(primary);
        self.credentials(primary);
        let network = self.network(primary, None);
        self.design.cluster.network = network;
        self.design.cluster.kms_key = self.key(primary, None);
        self.logs(primary);
        self.alarms(primary, &instances);
        self.backup(primary);
        self.proxy(primary, &instances);
        self.global(candidate);
        self.dropped(candidate, &instances);
        self.said_once(primary);
        instances
    }

    fn say(&mut self, kind: NoticeKind, place: &Place, text: impl Into<String>) {
        self.notices.push(Notice::new(kind, place.clone(), text));
    }

    /// Notes where a setting was taken from.
    fn took(&mut self, field: Field, place: &Place) {
        self.taken.push((field, place.clone()));
    }

    /// Says what an argument waits for, and what stands in the design instead.
    fn unresolved(&mut self, unknown: &Unknown<'_>, attribute: &str, instead: &str) {
        let text = format!(
            "{} of {} can't be resolved: it waits for {}; {instead}",
            written(unknown.argument, unknown.resource, attribute),
            in_text(unknown.resource),
            shown(&unknown.waits),
        );
        self.say(NoticeKind::NotUnderstood, &unknown.argument.place, text);
    }

    /// Says that a value is none of its setting.
    fn misread(&mut self, known: &Known<'_>, attribute: &str, instead: &str) {
        let value = self.world.text(known.value).filter(|_| !shapes::is_secret_name(attribute));
        let value = value.map_or_else(String::new, |text| format!(" {}", shown(&text)));
        let text = format!(
            "{}{value} of {} is no value of its setting; {instead}",
            written(known.argument, known.resource, attribute),
            in_text(known.resource),
        );
        self.say(NoticeKind::NotUnderstood, &known.argument.place, text);
    }
}

/// An argument's name as its source writes it.
fn written(argument: &Argument, resource: &Resource, attribute: &str) -> String {
    argument.written.clone().unwrap_or_else(|| spelled(attribute, resource))
}

/// A text of the input as a notice may show it: one line, cut.
fn shown(text: &str) -> String {
    const MOST: usize = 80;
    let line: String =
        text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(MOST).collect();
    if text.chars().count() > MOST { format!("{line}…") } else { line }
}

/// A whole number of 0 or more, also as text or with `.0`, as AWS prints it.
fn whole(world: &World<'_>, value: &Value) -> Option<u32> {
    let text = world.text(value)?;
    let text = text.trim();
    let (digits, places) = text.split_once('.').unwrap_or((text, ""));
    let digital = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    (digital && places.bytes().all(|it| it == b'0')).then(|| digits.parse().ok()).flatten()
}

/// A truth, also as text.
fn truth(world: &World<'_>, value: &Value) -> Option<bool> {
    match world.text(value)?.trim().to_ascii_lowercase().as_str() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// A resource as a notice with a line names it: the instances of one block share their lines, so one notice is enough.
fn in_text(resource: &Resource) -> &str {
    if resource.source == Source::Terraform { stem(resource) } else { &resource.address }
}

/// An address without the `[…]` of one of several.
fn stem(resource: &Resource) -> &str {
    match (&resource.key, resource.address.rfind('[')) {
        (Some(_), Some(at)) => resource.address.get(..at).unwrap_or(&resource.address),
        _ => &resource.address,
    }
}
