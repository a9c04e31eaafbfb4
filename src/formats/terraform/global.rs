//! Aurora Global Database: the global cluster, and in each secondary's Region key, network, cluster and instances.

use crate::design::{Design, Word};

use super::super::hcl::{Body, Expr};
use super::site::Site;
use super::{cluster, encryption, endpoints, instances, network, parameters, resource};

/// The global cluster. It comes first and the primary joins it: adopting the primary afterwards conflicts with engine,
/// version and encryption, and shows a diff for ever (GDB-12).
pub(super) fn global(design: &Design) -> Body {
    if design.global.is_none() {
        return Body::new();
    }
    let name = design.global.as_ref().and_then(|global| global.name.as_deref());
    let body = Body::new()
        .set(
            "global_cluster_identifier",
            name.map_or_else(|| Expr::template("${var.project_name}-global"), Expr::typed),
        )
        .set("engine", Expr::text(design.cluster.engine.word()))
        .set("engine_version", Expr::reference("var.engine_version"))
        .set("database_name", Expr::typed(&design.cluster.database_name))
        .set("deletion_protection", Expr::reference("var.deletion_protection"))
        .set("storage_encrypted", Expr::flag(design.cluster.encryption));
    let skips = if design.cluster.encryption {
        Body::new()
    } else {
        super::skip("CKV_AWS_140", "The design uses the key that AWS owns")
    };
    Body::new().comment(JOINING).with(resource("aws_rds_global_cluster", "this", skips.with(body)))
}

/// The provider refuses `global_cluster_identifier` on a cluster that is there already.
const JOINING: &str = "The primary is made as its member. A cluster that runs already can't join: the provider adopts one by\nsource_db_cluster_identifier and force_destroy, instead of engine, engine_version, database_name and storage_encrypted,\nand then global_cluster_identifier belongs into the ignore_changes of the cluster.";

/// Everything in a secondary's Region.
pub(super) fn secondary(design: &Design, sites: &[Site<'_>], site: &Site<'_>) -> Body {
    let headless = site.instances.is_empty();
    encryption::encryption(design, site)
        .with(network::network(design, sites, site))
        .with(endpoints::endpoints(design, site))
        .with(parameters::parameters(design, site))
        .when(headless, |body| {
            body.comment(
                "Without instances: the volume alone is replicated. Add one before a switchover or failover.",
            )
        })
        .with(cluster::keyless(site))
        .with(site.resource("aws_rds_cluster", "this", cluster::secondary(design, site)))
        .with(instances::nodes(design, site))
}
