//! What tools demand of the export.

use super::fact::Fact;

pub(super) static FACTS: &[Fact] = &[Fact::data(
    "TFM-01",
    "Checkov reports a KMS key's policy that is written as a data source (CKV_AWS_109, 111 and \
         356), because its resource is always *; the same policy written with jsonencode passes.",
    &["Checkov 3.3.30: CKV_AWS_109, CKV_AWS_111, CKV_AWS_356"],
)];
