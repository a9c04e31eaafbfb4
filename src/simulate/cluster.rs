//! The instances of a cluster under a load: who follows whom, who pauses with whom, second by second or in strides of
//! seconds that are alike.

use super::capacity::{Capacity, Pace, Range, Told};
use super::load::{Load, Point, Start};
use super::outcome::Outcome;
use super::platform::{Constants, Edge, Edges, Platform};
use super::refused::Refused;
use super::sleep::{Phase, Sleep};
use crate::design::Design;
use crate::estimate::{Pause, connections_of, pause};
use crate::facts::Acu;

/// A reader of a higher tier scales and pauses alone (ACU-39).
const LAST_TIED_TIER: u32 = 1;
/// The largest capacity there is (ACU-06).
const LARGEST: Acu = Acu::whole(256);

/// What a simulation needs to know of a cluster.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setup {
    range: Range,
    members: Vec<Member>,
}

/// One instance of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Member {
    tier: u32,
    /// Seconds without a connection before it pauses; `None` where it never does.
    delay: Option<u32>,
    /// Connections it takes; `None` where nobody knows.
    most_connections: Option<u32>,
}

impl Setup {
    /// A cluster as the design has it.
    ///
    /// # Errors
    /// Where the maximum is below the minimum or outside 1 to 256 ACU.
    pub fn of(design: &Design) -> Result<Self, Refused> {
        let (min, max) = (design.cluster.min_capacity, design.cluster.max_capacity);
        let most_connections = connections_of(design, min, max).map(|(_, capped)| capped);
        let members = design.instances().enumerate().map(|(place, instance)| {
            let delay = match pause(design, place) {
                Pause::After(seconds) => Some(seconds),
                Pause::Never(_) => None,
            };
            Member { tier: instance.promotion_tier, delay, most_connections }
        });
        Self::new(min, max, members.collect())
    }

    /// One instance alone, which pauses after so many seconds or never.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn single(min: Acu, max: Acu, delay: Option<u32>) -> Result<Self, Refused> {
        Self::new(min, max, vec![Member { tier: 0, delay, most_connections: None }])
    }

    fn new(min: Acu, max: Acu, members: Vec<Member>) -> Result<Self, Refused> {
        if max < min || max < Acu::whole(1) || max > LARGEST {
            return Err(Refused::BadRange { min, max });
        }
        Ok(Self { range: Range::new(min, max), members })
    }
}

/// One instance of a simulated cluster.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Simulated {
    /// Its place, writer 0.
    pub instance: usize,
    /// Its failover tier.
    pub tier: u32,
    /// What it does at each edge.
    pub edges: Edges<Outcome>,
}

/// Plays a load through a cluster at all three edges, writer first.
///
/// # Errors
/// Where the load has more instances than the cluster.
pub fn simulate(setup: &Setup, load: &Load, platform: Platform) -> Result<Vec<Simulated>, Refused> {
    let stretches = load.stretches(load.instances());
    let edges = Edges::by(|edge| in_strides(setup, load, &stretches, Constants::of(platform, edge)));
    let [low, plan, high] = [edges.low?, edges.plan?, edges.high?];
    let outcomes = low.into_iter().zip(plan).zip(high);
    Ok(setup
        .members
        .iter()
        .zip(outcomes)
        .enumerate()
        .map(|(instance, (member, ((low, plan), high)))| Simulated {
            instance,
            tier: member.tier,
            edges: Edges { low, plan, high },
        })
        .collect())
}

/// The same at one edge alone.
///
/// # Errors
/// As [`simulate`].
pub fn at_edge(setup: &Setup, load: &Load, platform: Platform, edge: Edge) -> Result<Vec<Outcome>, Refused> {
    in_strides(setup, load, &load.stretches(load.instances()), Constants::of(platform, edge))
}

/// Plays a load by its stretches.
fn in_strides(
    setup: &Setup,
    load: &Load,
    stretches: &[(u32, usize)],
    constants: &'static Constants,
) -> Result<Vec<Outcome>, Refused> {
    let mut run = Run::new(setup, load, constants)?;
    for (seconds, place) in stretches {
        run.ask(load, *place);
        run.play(*seconds, true);
    }
    Ok(run.finish())
}

/// The same, one second at a time: what the strides are held against.
///
/// # Errors
/// As [`simulate`].
pub fn second_by_second(
    setup: &Setup,
    load: &Load,
    platform: Platform,
    edge: Edge,
) -> Result<Vec<Outcome>, Refused> {
    let mut run = Run::new(setup, load, Constants::of(platform, edge))?;
    for (place, seconds) in load.seconds().iter().enumerate() {
        run.ask(load, place);
        run.play(*seconds, false);
    }
    Ok(run.finish())
}

/// Instances that pause together: the writer with its followers first, then each other reader alone.
struct Group {
    delay: Option<u32>,
    sleep: Sleep,
    connected: bool,
    /// What held in the last second.
    phase: Phase,
}

/// An instance on its way.
struct Running {
    group: usize,
    follows: bool,
    most_connections: Option<u32>,
    capacity: Capacity,
    asked: Point,
    outcome: Outcome,
}

impl Running {
    /// Notes what held in the seconds that were just played.
    #[inline(always)]
    fn note(&mut self, second: u64, seconds: u32, phase: Phase, given: u32) {
        let seconds = u64::from(seconds);
        let Point { wanted, connections, .. } = self.asked;
        let over = self.most_connections.map_or(0, |most| connections.saturating_sub(most));
        let outcome = &mut self.outcome;
        match phase {
            Phase::Paused => {
                outcome.gives(second, 0);
                outcome.totals.paused(seconds);
            }
            Phase::Resuming => {
                outcome.gives(second, 0);
                outcome.totals.resuming(seconds, wanted, over);
            }
            Phase::Awake | Phase::Woken => {
                outcome.gives(second, given);
                outcome.totals.awake(seconds, given, wanted, over);
            }
        }
        outcome.was_short(second, seconds);
    }
}

/// Notes what an instance that is awake gives.
struct Noting<'a> {
    running: &'a mut Running,
    /// The next second.
    second: u64,
    /// What it gives at the least, in halves.
    least: u32,
    /// Where to write for those who follow it what it gave.
    led: Option<&'a mut Vec<(u32, u32)>>,
}

impl Told for Noting<'_> {
    #[inline(always)]
    fn told(&mut self, seconds: u32, given: u32) {
        let given = given.max(self.least);
        self.running.note(self.second, seconds, Phase::Awake, given);
        if let Some(led) = &mut self.led {
            led.push((given, seconds));
        }
        self.second += u64::from(seconds);
    }
}

struct Run {
    constants: &'static Constants,
    pace: Pace,
    range: Range,
    groups: Vec<Group>,
    instances: Vec<Running>,
    /// Whether readers follow the writer.
    is_followed: bool,
    /// What the writer gave in the seconds that are being played, and for how many of them each.
    led: Vec<(u32, u32)>,
    /// Seconds that are over.
    now: u64,
}

impl Run {
    fn new(setup: &Setup, load: &Load, constants: &'static Constants) -> Result<Self, Refused> {
        if load.instances() > setup.members.len() {
            let (given, instances) = (load.instances(), setup.members.len());
            return Err(Refused::TooManyInstances { given, instances });
        }
        let (range, start) = (setup.range, load.start);
        let from = match start {
            Start::At(acu) => acu.as_halves(),
            Start::AtMinimum | Start::Asleep(_) => range.low,
        };
        let asleep = |delay: Option<u32>| match start {
            Start::Asleep(slept) if delay.is_some() => Sleep::Paused { slept },
            _ => Sleep::AWAKE,
        };
        let mut groups: Vec<Group> = Vec::new();
        let mut instances = Vec::new();
        for (place, member) in setup.members.iter().enumerate() {
            let follows = place > 0 && member.tier <= LAST_TIED_TIER;
            if !follows {
                groups.push(Group {
                    delay: member.delay,
                    sleep: asleep(member.delay),
                    connected: false,
                    phase: Phase::Awake,
                });
            }
            instances.push(Running {
                group: if follows { 0 } else { groups.len() - 1 },
                follows,
                most_connections: member.most_connections,
                capacity: Capacity::at(from, constants),
                asked: Point::NOTHING,
                outcome: Outcome::default(),
            });
        }
        let is_followed = instances.iter().any(|it| it.follows);
        Ok(Self {
            constants,
            pace: Pace::of(constants),
            range,
            groups,
            instances,
            is_followed,
            led: Vec::new(),
            now: 0,
        })
    }

    /// What is asked from here on.
    #[inline(always)]
    fn ask(&mut self, load: &Load, place: usize) {
        for group in &mut self.groups {
            group.connected = false;
        }
        for (instance, running) in self.instances.iter_mut().enumerate() {
            let point = load.series(instance).and_then(|series| series.get(place));
            running.asked = point.copied().unwrap_or(Point::NOTHING);
            if running.asked.connected
                && let Some(group) = self.groups.get_mut(running.group)
            {
                group.connected = true;
            }
        }
    }

    /// Plays so many seconds of what is asked, in strides or each alone.
    fn play(&mut self, seconds: u32, in_strides: bool) {
        let mut left = seconds;
        while left > 0 {
            let stride = if in_strides { self.quiet().min(left) } else { 0 };
            if stride == 0 {
                self.step();
                left -= 1;
            } else {
                self.rest(stride);
                left -= stride;
            }
        }
    }

    /// Whether something keeps a group awake or wakes it: a connection, or for the writer's a reader that is awake.
    #[inline(always)]
    fn busy(&self, group: usize) -> bool {
        let of = |it: &Group| it.connected;
        let disturbed = || self.groups.iter().skip(1).any(|it| it.sleep.disturbs());
        self.groups.get(group).is_some_and(of) || group == 0 && disturbed()
    }

    /// How many of the coming seconds nothing falls asleep or wakes in.
    #[inline(always)]
    fn quiet(&self) -> u32 {
        let change = |(place, group): (usize, &Group)| {
            group.sleep.quiet(self.busy(place), group.delay, self.constants)
        };
        self.groups.iter().enumerate().map(change).min().unwrap_or(u32::MAX)
    }

    /// So many quiet seconds at once.
    fn rest(&mut self, seconds: u32) {
        for place in 0..self.groups.len() {
            let busy = self.busy(place);
            if let Some(group) = self.groups.get_mut(place) {
                group.sleep.rest(busy, seconds);
                group.phase = group.sleep.phase();
            }
        }
        let (range, pace) = (self.range, &self.pace);
        self.led.clear();
        for (place, running) in self.instances.iter_mut().enumerate() {
            let second = self.now + 1;
            let phase = phase_of(&self.groups, running.group);
            if phase != Phase::Awake {
                running.note(second, seconds, phase, 0);
                continue;
            }
            let headed = range.held(running.asked.wanted.into());
            let follows = running.follows;
            let mut capacity = running.capacity;
            let mut noting = Noting { running, second, least: 0, led: None };
            if follows {
                // A reader that is to take over is never smaller than the writer (ACU-38).
                for (least, seconds) in &self.led {
                    noting.least = *least;
                    capacity.play(headed, *seconds, pace, &mut noting);
                }
            } else {
                noting.led = (place == 0 && self.is_followed).then_some(&mut self.led);
                capacity.play(headed, seconds, pace, &mut noting);
            }
            running.capacity = capacity;
        }
        self.now += u64::from(seconds);
    }

    /// One second. Readers that pause alone come first, because the writer's group wakes and stays awake with them.
    fn step(&mut self) {
        for place in (0..self.groups.len()).rev() {
            let busy = self.busy(place);
            if let Some(group) = self.groups.get_mut(place) {
                let slept = !group.sleep.disturbs();
                group.phase = group.sleep.step(busy, group.delay, self.constants);
                if slept && group.phase == Phase::Resuming {
                    for running in self.instances.iter_mut().filter(|it| it.group == place) {
                        running.outcome.totals.wakes += 1;
                        running.outcome.wakes.push(self.now + 1);
                    }
                }
            }
        }
        for running in &mut self.instances {
            let phase = phase_of(&self.groups, running.group);
            if phase == Phase::Woken {
                running.capacity = Capacity::resumed(self.range, self.constants);
            }
            if matches!(phase, Phase::Awake | Phase::Woken) {
                running.capacity.step(self.range, running.asked.wanted.into(), self.constants);
            }
        }
        let second = self.now + 1;
        let writer = self.instances.first().map_or(0, |it| it.capacity.given());
        for running in &mut self.instances {
            let own = running.capacity.given();
            let given = if running.follows { own.max(writer) } else { own };
            running.note(second, 1, phase_of(&self.groups, running.group), given);
        }
        self.now += 1;
    }

    fn finish(self) -> Vec<Outcome> {
        self.instances.into_iter().map(|it| it.outcome).collect()
    }
}

/// What held for a group in the last second.
fn phase_of(groups: &[Group], group: usize) -> Phase {
    groups.get(group).map_or(Phase::Awake, |it| it.phase)
}
