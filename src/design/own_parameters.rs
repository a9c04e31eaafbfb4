//! Cluster parameters that follow from the design.

use std::collections::BTreeMap;

use super::{Design, Engine, LogExport};

impl Design {
    /// The parameters that the configuration sets by itself where the user says nothing else: forced TLS (TLS-02), and
    /// what makes the exported logs exist (LOG-03). All are dynamic parameters.
    pub fn own_parameters(&self) -> BTreeMap<&'static str, &'static str> {
        let exports = self.log_exports();
        let tls = self.cluster.force_tls;
        let mut parameters = BTreeMap::new();
        match self.cluster.engine {
            Engine::AuroraPostgresql => {
                parameters.insert("rds.force_ssl", if tls { "1" } else { "0" });
                if exports.contains(&LogExport::Postgresql) {
                    parameters.insert("log_statement", "ddl");
                    parameters.insert("log_min_duration_statement", "1000");
                }
            }
            Engine::AuroraMysql => {
                parameters.insert("require_secure_transport", if tls { "ON" } else { "OFF" });
                if exports.contains(&LogExport::Audit) {
                    parameters.insert("server_audit_logging", "1");
                    parameters.insert("server_audit_events", "CONNECT,QUERY_DCL,QUERY_DDL");
                }
                if exports.contains(&LogExport::Slowquery) {
                    parameters.insert("slow_query_log", "1");
                }
                if exports.contains(&LogExport::General) {
                    parameters.insert("general_log", "1");
                }
            }
        }
        parameters
    }
}
