//! How much a loss takes of the data, and how long: in the words that AWS gives.

use super::{Loss, Takeover};
use crate::design::Design;

/// A sentence and the facts behind it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// The sentence.
    pub words: String,
    /// Ids of facts.
    pub facts: &'static [&'static str],
}

impl Said {
    fn new(words: impl Into<String>, facts: &'static [&'static str]) -> Self {
        Self { words: words.into(), facts }
    }
}

/// What may be lost, and how long it takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recovery {
    /// Recovery point objective: how much of what was written may be lost.
    pub rpo: Said,
    /// Recovery time objective: how long nobody can write.
    pub rto: Said,
}

pub(super) fn recovery(design: &Design, loss: Loss, takeover: &Takeover) -> Recovery {
    let code = design.region.code;
    let rpo = match takeover {
        Takeover::Secondary => Said::new(
            "Seconds, as AWS puts it: what was not replicated yet when the Region went is lost. \
             AuroraGlobalDBRPOLag shows how much that would be.",
            &["GDB-10", "GDB-10b"],
        ),
        Takeover::Nowhere => Said::new(
            format!(
                "Everything, until {code} is back: volume and backups are in that Region alone, and the design \
                 copies neither to another."
            ),
            &["GDB-01b"],
        ),
        _ => Said::new(
            "Nothing that was committed: the volume keeps its copies in several zones, and AWS calls the data safe \
             even where all instances are gone.",
            &["ADV-12"],
        ),
    };
    let rto = match (takeover, loss) {
        (Takeover::Stays, _) => {
            Said::new("Writes go on: the writer is not lost, so there is no failover.", &["ADV-06"])
        }
        (Takeover::Reader { .. }, _) if design.proxy.is_some() => Said::new(
            "Less than 60 seconds, often less than 30; RDS Proxy shortens that by up to 66 %, AWS says, and keeps \
             its clients connected.",
            &["ADV-04", "PRX-28"],
        ),
        (Takeover::Reader { .. }, _) => Said::new(
            "Less than 60 seconds, often less than 30, for clients that keep DNS answers for less than 30 seconds.",
            &["ADV-04", "ADV-07"],
        ),
        (Takeover::MadeAgain, _) => Said::new(
            "Usually less than 10 minutes: there is no reader, so the writer is made again in its zone.",
            &["ADV-04"],
        ),
        (Takeover::ByHand, _) => Said::new(
            "As long as it takes you: no instance is in another zone, so somebody must make one there. AWS names no \
             time.",
            &["ADV-04"],
        ),
        (Takeover::Secondary, _) => Said::new(
            "Minutes, as AWS puts it, from when somebody starts the failover: AWS is not known to start one by itself.",
            &["GDB-10", "GDB-10b", "GDB-10e"],
        ),
        (Takeover::Nowhere, _) => Said::new(
            format!("Until {code} is back: no other Region has a copy to go on from."),
            &["GDB-01b"],
        ),
    };
    Recovery { rpo, rto }
}

/// What promoting a secondary means, step by step.
pub(super) fn promotion(design: &Design) -> Vec<Said> {
    let mut all = vec![
        Said::new(
            "Failover: somebody calls FailoverGlobalCluster with AllowDataLoss and names a secondary, best the one with \
             the least AuroraGlobalDBRPOLag. What was not replicated is lost: seconds, as a rule. It takes minutes.",
            &["GDB-10", "GDB-10b", "MET-17"],
        ),
        Said::new(
            "Switchover loses nothing and needs a healthy primary: it is for drills and moves, not for a Region that \
             is gone.",
            &["GDB-10"],
        ),
        Said::new("All members must run the same version, the minor too.", &["GDB-03"]),
        Said::new(
            "The Global Database's writer endpoint follows to the new primary: clients need a way into its network and \
             short-lived DNS answers. Who connects to the cluster endpoint of the lost Region must be told of another.",
            &["GDB-13"],
        ),
        Said::new(
            "Users and passwords come with the data; the secret, the proxy and what else stands around the cluster do \
             not.",
            &["GDB-07", "PRX-23"],
        ),
        Said::new(
            "The new primary keeps its own parameter group, monitoring and alarms: AWS advises to keep them alike in \
             all members.",
            &["GDB-10d"],
        ),
    ];
    if design.secondaries().len() > 1 {
        all.push(Said::new(
            "AWS rebuilds the other secondaries from the new primary: minutes to hours, and nobody reads them until then.",
            &["GDB-10c"],
        ));
    }
    all.push(Said::new(
        "Once its Region is well, AWS adds the old primary back as a secondary with a new volume. It tries to keep a \
         snapshot of the old one, in which what was lost may be found. A switchover then leads home.",
        &["GDB-10c", "GDB-10"],
    ));
    all
}
