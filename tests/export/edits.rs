//! What AWS needs beside what a design says: where it is missing, an apply fails or does not do what was meant.

use super::{blocks, main_tf, parsed, tree};

/// RDS signs the request for an encrypted copy, and refuses it where the source's Region is not said.
#[test]
fn an_encrypted_secondary_names_the_region_it_copies() {
    for (name, design) in tree::all() {
        let body = parsed(&main_tf(&design));
        for cluster in blocks(&body, "resource", &["aws_rds_cluster"]) {
            let secondary = cluster.labels()[1].as_str() != "this";
            let source = cluster.body().attributes().find(|it| it.key() == "source_region");
            let source = source.map(|it| hcl::format::to_string(it.expr()).unwrap());
            let wanted = (secondary && design.cluster.encryption).then(|| "var.region".to_owned());
            assert_eq!(source, wanted, "{name}: {}", cluster.labels()[1].as_str());
        }
    }
}
