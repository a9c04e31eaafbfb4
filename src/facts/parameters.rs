//! Names of cluster parameters that only one engine has. A name that neither list holds may be either's: new versions
//! bring new ones.

/// What the names of one engine's parameters begin with.
const POSTGRESQL_STARTS: &str = "\
     apg_ archive_ autovacuum bgwriter_ checkpoint_ commit_ cpu_ cron. debug_ default_statistics_ \
     default_table default_text_ default_toast_ default_transaction_ effective_ enable_ from_collapse_ \
     geqo gin_ hot_standby idle_in_ idle_session_ io_ jit lc_ log_autovacuum_ log_c log_d log_executor_ \
     log_file_ log_hostname log_line_ log_lock_ log_min_ log_p log_recovery_ log_replication_ \
     log_rotation_ log_st log_temp_ log_timezone log_truncate_ logical_decoding_ maintenance_ \
     max_files_per_ max_locks_ max_logical_ max_parallel_ max_pred_ max_notify_ max_replication_ \
     max_slot_ max_stack_ max_standby_ max_sync_ max_wal_ max_worker_ min_parallel_ parallel_ pg_ pgaudit \
     plpgsql plan_cache_ plrust postgis random_page_ rds. seq_page_ shared_preload_ ssl_max_protocol_ \
     ssl_min_protocol_ statement_timeout synchronize_ tcp_ temp_ track_ trace_ vacuum_ wal_ xml";

/// PostgreSQL's names that begin as MySQL's may.
const POSTGRESQL: &str = "\
     array_nulls backend_flush_after backslash_quote bytea_output check_function_bodies \
     client_connection_check_interval client_encoding client_min_messages compute_query_id \
     constraint_exclusion cursor_tuple_fraction DateStyle datestyle deadlock_timeout \
     dynamic_shared_memory_type escape_string_warning exit_on_error extra_float_digits fsync \
     full_page_writes gss_accept_delegation hash_mem_multiplier huge_page_size huge_pages intervalstyle \
     IntervalStyle join_collapse_limit krb_caseins_users lo_compat_privileges lock_timeout \
     min_dynamic_shared_memory old_snapshot_threshold orafce.nls_date_format password_encryption \
     quote_all_identifiers recovery_init_sync_method recursive_worktable_factor restart_after_crash \
     search_path session_replication_role shared_buffers standard_conforming_strings \
     stats_fetch_consistency superuser_reserved_connections synchronous_commit synchronous_standby_names \
     timezone_abbreviations transaction_timeout transform_null_equals update_process_title work_mem \
     allow_system_table_mods createrole_self_grant event_triggers local_preload_libraries \
     multixact_member_buffers multixact_offset_buffers notify_buffers reserved_connections row_security \
     scram_iterations serializable_buffers session_preload_libraries subtransaction_buffers summarize_wal \
     sync_replication_slots timezone transaction_buffers bonjour cluster_name data_checksums \
     data_sync_retry event_source max_prepared_transactions aurora_compute_plan_id application_name \
     authentication_timeout config_file data_directory db_user_namespace external_pid_file hba_file \
     icu_validation_level ident_file ignore_checksum_failure ignore_invalid_pages \
     ignore_system_indexes krb_server_keyfile listen_addresses logging_collector log_filename \
     operator_precedence_warning post_auth_delay pre_auth_delay recovery_min_apply_delay \
     recovery_prefetch remove_temp_files_after_crash restrict_nonsystem_relation_kind ssl_ca_file \
     ssl_cert_file ssl_ciphers ssl_crl_file ssl_key_file stats_temp_directory \
     synchronized_standby_slots unix_socket_directories unix_socket_group unix_socket_permissions \
     zero_damaged_pages";

/// What the names of MySQL's parameters begin with.
const MYSQL_STARTS: &str = "\
     aurora_binlog_ aurora_disable_ aurora_enable_ aurora_enhanced_ aurora_full_ aurora_fwd_ aurora_in_ \
     aurora_jemalloc_ aurora_lab_ aurora_load_ aurora_mask_ aurora_oom_ aurora_parallel_ \
     aurora_read_replica_ aurora_replica_read_ aurora_select_ aurora_tmptable_ auto_generate_ auto_increment_ aws_default_ back_log binlog_ \
     caching_sha2_ character_set_ character-set- collation_ connection_memory_ create_admin_ cte_ \
     default_authentication_ default_collation_ default_password_ default_storage_ default_tmp_ \
     default_week_ delay_key_ delayed_ div_ enforce_gtid_ eq_range_ explicit_defaults_ flush_time ft_ \
     general_log generated_random_ group_ gtid gtid_ have_ histogram_ information_schema_ init_connect \
     innodb_ interactive_ internal_tmp_ join_buffer_ keep_files_ key_buffer_ key_cache_ local_infile \
     lock_wait_ log_bin log_error log_output log_queries_ log_raw log_slow_ log_slave_ log_replica_ \
     log_throttle_ log_warnings long_query_ low_priority_ lower_case_ mandatory_roles master_ \
     max_allowed_ max_binlog_ max_connect_errors max_delayed_ max_digest_ max_error_ max_execution_ \
     max_heap_ max_join_ max_length_ max_points_ max_prepared_ max_seeks_ max_sort_ max_sp_ max_user_ \
     max_write_ metadata_locks_ min_examined_ myisam_ net_ ngram_ old_alter_ old_passwords optimizer_ \
     parser_max_ partial_revokes password_history password_reuse_ performance_schema performance-schema- \
     persisted_ preload_buffer_ profiling query_alloc_ query_cache_ query_prealloc_ range_alloc_ \
     range_optimizer_ read_buffer_ read_only read_rnd_ regexp_ relay_ replica_ replicate- report_ \
     require_secure_transport rpl_ schema_definition_ secure_auth server_audit_ server_id session_track_ \
     show_ skip_ skip- slave_ slow_launch_ slow_query_ sort_buffer_ sql_ ssl_fips_ stored_program_ sync_ \
     sysdate table_definition_ table_open_ tablespace_definition_ thread_ time_zone tls_ tmp_table_ \
     tmpdir transaction_alloc_ transaction_isolation transaction_prealloc_ transaction_read_only \
     transaction_write_ tx_ unique_checks updatable_ validate_password wait_timeout windowing_";

/// MySQL's names that begin as PostgreSQL's may.
const MYSQL: &str = "\
     activate_all_roles_on_login autocommit automatic_sp_privileges big_tables bulk_insert_buffer_size \
     completion_type concurrent_insert connect_timeout default_time_zone disabled_storage_engines \
     end_markers_in_json event_scheduler expire_logs_days flush foreign_key_checks group_concat_max_len \
     host_cache_size lc_time_names lc_messages_dir offline_mode open_files_limit port \
     sha256_password_proxy_users log_statements_unsafe_for_binlog log_timestamps temptable_max_ram \
     temptable_max_mmap temptable_use_mmap authentication_kerberos_caseins_cmp basedir datadir \
     default_table_encryption pid_file plugin_dir secure_file_priv socket ssl_ca ssl_capath ssl_cert \
     ssl_cipher ssl_crl ssl_crlpath ssl_key system_time_zone timed_mutexes";

/// Names that both engines have, whatever they begin with.
const BOTH: &str = "\
     lc_messages log_error_verbosity max_connections port";

fn names(list: &str, name: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(name))
}

fn begins(starts: &str, name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    starts.split_ascii_whitespace().any(|start| name.starts_with(start))
}

/// What the names of the settings of MySQL's components begin with, before their dot.
const MYSQL_COMPONENTS: &str = "dragnet. validate_password.";

/// Whether only Aurora PostgreSQL has a parameter of that name. A dot stands in the names of its extensions and of RDS' own;
/// in MySQL's only after a component.
pub fn is_postgresql_only(name: &str) -> bool {
    let dotted = name.contains('.') && !begins(MYSQL_COMPONENTS, name);
    let own = dotted || names(POSTGRESQL, name) || begins(POSTGRESQL_STARTS, name);
    own && !names(BOTH, name) && !names(MYSQL, name)
}

/// Whether only Aurora MySQL has a parameter of that name. Many of its names are options of its server, with hyphens, which
/// no name of PostgreSQL's has.
pub fn is_mysql_only(name: &str) -> bool {
    let component = begins(MYSQL_COMPONENTS, name);
    let own = names(MYSQL, name) || begins(MYSQL_STARTS, name) || name.contains('-');
    component || own && !names(BOTH, name) && !names(POSTGRESQL, name) && !name.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_of_one_engine_of_both_or_unknown() {
        for name in [
            "rds.force_ssl",
            "work_mem",
            "log_statement",
            "shared_preload_libraries",
            "log_temp_files",
            "pg_hint_plan.enable_hint",
            // MySQL has others that begin so.
            "max_prepared_transactions",
            "aurora_compute_plan_id",
            "authentication_timeout",
            "synchronized_standby_slots",
            "apg_plan_mgmt.max_plans",
        ] {
            assert!(is_postgresql_only(name) && !is_mysql_only(name), "{name}");
        }
        for name in [
            "slow_query_log",
            "innodb_buffer_pool_size",
            "binlog_format",
            "log_timestamps",
            "SQL_MODE",
            "event_scheduler",
            // PostgreSQL has others that begin so.
            "default_table_encryption",
            "validate_password.policy",
            "aurora_enable_zdr",
            "aurora_jemalloc_dirty_decay_ms",
            "log-bin",
            "temp-pool",
            "master-info-repository",
        ] {
            assert!(is_mysql_only(name) && !is_postgresql_only(name), "{name}");
        }
        for name in ["max_connections", "lc_messages", "log_error_verbosity", "of_tomorrow", ""] {
            assert!(!is_mysql_only(name) && !is_postgresql_only(name), "{name}");
        }
    }

    #[test]
    fn no_list_holds_a_name_of_the_other() {
        for name in POSTGRESQL.split_ascii_whitespace() {
            assert!(is_postgresql_only(name) && !is_mysql_only(name), "{name}");
        }
        for name in MYSQL.split_ascii_whitespace().filter(|it| !names(BOTH, it)) {
            assert!(is_mysql_only(name) && !is_postgresql_only(name), "{name}");
        }
    }
}
