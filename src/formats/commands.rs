//! The commands that deploy a design, reach its database and watch it, for any POSIX shell.
//!
//! Whatever a user typed passes through [`shell_word`], so that a shell takes it for the one word it is.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::design::{AuthScheme, Credentials, Design, Engine, IamAuth, Proxy};
use crate::estimate::sleeps;
use crate::facts::regions::Partition;

use super::escape::{shell_word, url_part};

/// Some commands that belong together.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Step {
    /// What they do, as a heading.
    pub title: String,
    /// What to know before.
    pub note: Option<String>,
    /// The commands, `\n` at every line's end.
    pub text: String,
}

impl Step {
    fn new(title: &str, note: Option<&str>, text: String) -> Self {
        Self { title: title.to_owned(), note: note.map(str::to_owned), text }
    }
}

/// Every step, in order. A later one uses the variables that an earlier one sets.
pub fn commands(design: &Design) -> Vec<Step> {
    let mut steps = vec![deploy(design)];
    steps.extend(opt_in(design));
    steps.extend([secret(design), trust(design), connect(design)]);
    if let Some(proxy) = &design.proxy {
        if proxy.auth_scheme == AuthScheme::IamAuth {
            steps.push(iam_user(design));
        }
        steps.push(through_proxy(design, proxy));
    }
    steps.push(migrate(design));
    steps.extend(data_api(design));
    steps.push(watch(design));
    steps
}

/// All of it as one text: headings and notes as comments.
pub fn script(design: &Design) -> String {
    one_text(&commands(design))
}

/// Steps as one text.
pub fn one_text(steps: &[Step]) -> String {
    let mut text = String::new();
    for (index, step) in steps.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        for line in std::iter::once(&step.title).chain(&step.note) {
            text.push_str("# ");
            text.push_str(line);
            text.push('\n');
        }
        text.push_str(&step.text);
    }
    text
}

const fn mysql(design: &Design) -> bool {
    matches!(design.cluster.engine, Engine::AuroraMysql)
}

fn deploy(design: &Design) -> Step {
    let text =
        "terraform init\nterraform plan -out=aurora.tfplan\nterraform apply aurora.tfplan\n".to_owned();
    let note = if mysql(design) {
        "Needs terraform, aws, curl and jq, and MySQL's own client: MariaDB's has other options."
    } else {
        "Needs terraform, aws, curl, jq and psql."
    };
    Step::new("Deploy", Some(note), text)
}

fn secret(design: &Design) -> Step {
    let note = match design.cluster.credentials {
        Credentials::Managed => "RDS keeps the secret and rotates it; read it anew when a login fails.",
        Credentials::SecretsManager => "The design's own secret; read it anew after each rotation.",
    };
    let text = format!(
        "secret_arn=$(terraform output -raw secret_arn)\n\
         secret=$(aws secretsmanager get-secret-value --region {} --secret-id \"$secret_arn\" --query SecretString --output text)\n",
        design.region.code
    );
    Step::new("Read the master secret", Some(note), text)
}

/// Clusters show RDS' own certificates; a proxy shows one of Amazon Trust Services.
fn trust(design: &Design) -> Step {
    let bundle = match design.region.partition {
        Partition::Aws => "https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem",
        Partition::AwsCn => "https://rds-truststore.s3.cn-north-1.amazonaws.com.cn/global/global-bundle.pem",
        Partition::AwsUsGov => {
            "https://truststore.pki.us-gov-west-1.rds.amazonaws.com/global/global-bundle.pem"
        }
    };
    let mut text = format!("curl --fail --silent --show-error --output global-bundle.pem {bundle}\n");
    if design.proxy.is_some() {
        text.push_str(
            "curl --fail --silent --show-error --output AmazonRootCA1.pem https://www.amazontrust.com/repository/AmazonRootCA1.pem\n",
        );
    }
    Step::new("Fetch the certificates to trust", None, text)
}

const FROM_INSIDE: &str = "Works from inside the VPC alone: nothing else is let in.";
const FROM_CLIENTS: &str = "Works from the members of the client security groups alone.";

fn reach(design: &Design) -> &'static str {
    let open = design.cluster.network.client_security_group_ids.is_empty();
    if open { FROM_INSIDE } else { FROM_CLIENTS }
}

const PASSWORD: &str = "$(printf '%s' \"$secret\" | jq -r .password)";

/// Host, port, user, password and certificate of one door, as variables and options of the engine's own client.
struct Door<'a> {
    /// Output of Terraform with the host.
    output: &'static str,
    port: u32,
    user: &'a str,
    /// What prints the password.
    password: String,
    /// Whether the password is a token, which MySQL's client sends only when told to.
    token: bool,
    authority: &'static str,
}

impl Door<'_> {
    /// What to set on the way to this door: everything, or what differs from the door before.
    fn set(&self, design: &Design, before: Option<&Self>) -> String {
        let mysql = mysql(design);
        let mut text = String::new();
        let mut set = |changed: bool, name: &str, value: &str| {
            if changed {
                let _ = writeln!(text, "{name}={value}");
            }
        };
        let host = format!("$(terraform output -raw {})", self.output);
        set(true, if mysql { "host" } else { "PGHOST" }, &host);
        if !mysql {
            set(before.is_none_or(|it| it.port != self.port), "PGPORT", &self.port.to_string());
            set(before.is_none_or(|it| it.user != self.user), "PGUSER", &shell_word(self.user));
            set(before.is_none(), "PGDATABASE", &shell_word(&design.cluster.database_name));
            set(before.is_none(), "PGSSLMODE", "verify-full");
            set(true, "PGSSLROOTCERT", self.authority);
        }
        let password = if mysql { "MYSQL_PWD" } else { "PGPASSWORD" };
        set(before.is_none_or(|it| it.password != self.password), password, &self.password);
        if before.is_none() {
            let names = if mysql { "" } else { "PGHOST PGPORT PGUSER PGDATABASE PGSSLMODE PGSSLROOTCERT " };
            let _ = writeln!(text, "export {names}{password}");
        }
        text
    }

    /// The client, without what it shall do.
    fn client(&self, design: &Design) -> String {
        if !mysql(design) {
            return "psql".to_owned();
        }
        let token = if self.token { " --enable-cleartext-plugin" } else { "" };
        format!(
            "mysql --host=\"$host\" --port={} --user={} --ssl-mode=VERIFY_IDENTITY --ssl-ca={}{token} --database={}",
            self.port,
            shell_word(self.user),
            self.authority,
            shell_word(&design.cluster.database_name),
        )
    }
}

fn cluster_door(design: &Design) -> Door<'_> {
    Door {
        output: "cluster_endpoint",
        port: design.port(),
        user: design.master_username(),
        password: PASSWORD.to_owned(),
        token: false,
        authority: "global-bundle.pem",
    }
}

fn connect(design: &Design) -> Step {
    let door = cluster_door(design);
    let text = format!("{}{}\n", door.set(design, None), door.client(design));
    Step::new("Connect to the cluster", Some(reach(design)), text)
}

/// The user that logs in with a token where a proxy asks for one end to end; the master user keeps its password.
const IAM_USER: &str = "iam_app";

fn iam_user(design: &Design) -> Step {
    let door = cluster_door(design);
    let text = if mysql(design) {
        format!(
            "{} --execute=\"CREATE USER {IAM_USER} IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'\"\n",
            door.client(design)
        )
    } else {
        format!("psql --command='CREATE USER {IAM_USER} LOGIN' --command='GRANT rds_iam TO {IAM_USER}'\n")
    };
    let note = "The proxy logs in with IAM end to end. Grant the user what the application needs.";
    Step::new("Create a database user for IAM", Some(note), text)
}

/// A proxy listens on the engine's own port whatever the cluster's is (PRX-19).
fn proxy_door<'a>(design: &'a Design, proxy: &Proxy) -> Door<'a> {
    let end_to_end = proxy.auth_scheme == AuthScheme::IamAuth;
    let token = end_to_end || proxy.iam_auth == IamAuth::Required;
    let port = design.cluster.engine.default_port();
    let user = if end_to_end { IAM_USER } else { design.master_username() };
    let password = if token {
        format!(
            "$(aws rds generate-db-auth-token --region {} --hostname \"${}\" --port {port} --username={})",
            design.region.code,
            if mysql(design) { "host" } else { "PGHOST" },
            shell_word(user),
        )
    } else {
        PASSWORD.to_owned()
    };
    Door { output: "proxy_endpoint", port, user, password, token, authority: "AmazonRootCA1.pem" }
}

fn through_proxy(design: &Design, proxy: &Proxy) -> Step {
    let door = proxy_door(design, proxy);
    let text = format!("{}{}\n", door.set(design, Some(&cluster_door(design))), door.client(design));
    let token = "A token logs in for 15 minutes; the session it opens lasts longer.";
    Step::new("Connect through the proxy", door.token.then_some(token), text)
}

/// Migrations go to the cluster itself: what they set for a session would pin it in a proxy (PRX-14).
fn migrate(design: &Design) -> Step {
    let door = cluster_door(design);
    let proxy = design.proxy.as_ref().map(|proxy| proxy_door(design, proxy));
    let mut text = proxy.as_ref().map(|proxy| door.set(design, Some(proxy))).unwrap_or_default();
    // Prisma knows no `verify-full`: with PostgreSQL it would go on without looking at the certificate.
    let (scheme, host, file, options, tool) = if mysql(design) {
        ("mysql", "host", " < migration.sql", "sslaccept=strict&sslcert", "npx prisma migrate deploy")
    } else {
        let file = " --set=ON_ERROR_STOP=1 --single-transaction --file=migration.sql";
        ("postgresql", "PGHOST", file, "sslmode=verify-full&sslrootcert", "dbmate up")
    };
    // Writing to a String can't fail.
    let _ = write!(
        text,
        "{}{file}\n\
         # The same for a tool that reads an address, such as: {tool}\n\
         DATABASE_URL=\"{scheme}://{}:$(printf '%s' \"$secret\" | jq -r '.password | @uri')@${host}:{}/{}?{options}=$PWD/{}\"\n\
         export DATABASE_URL\n",
        door.client(design),
        url_part(door.user),
        door.port,
        url_part(&design.cluster.database_name),
        door.authority,
    );
    let note = proxy.map(|_| "Directly: what a migration sets would pin its session in the proxy.");
    Step::new("Run a migration", note, text)
}

fn data_api(design: &Design) -> Option<Step> {
    let text = format!(
        "aws rds-data execute-statement --region {} --resource-arn \"$(terraform output -raw cluster_arn)\" --secret-arn \"$secret_arn\" --database={} --sql 'SELECT 1'\n",
        design.region.code,
        shell_word(&design.cluster.database_name),
    );
    let note = if sleeps(design) {
        "Works from anywhere that AWS' API can be reached. After a pause it fails with DatabaseResumingException: call again."
    } else {
        "Works from anywhere that AWS' API can be reached."
    };
    design.cluster.data_api.then(|| Step::new("Query by the Data API", Some(note), text))
}

/// While a Region has not opted in, AWS Backup leaves Aurora out without a word (BAK-13).
fn opt_in(design: &Design) -> Option<Step> {
    let text = format!(
        "aws backup describe-region-settings --region {} --query ResourceTypeOptInPreference.Aurora\n",
        design.region.code
    );
    let note = "It must print true. If not: aws backup update-region-settings --resource-type-opt-in-preference Aurora=true";
    design
        .cluster
        .aws_backup
        .then(|| Step::new("Check that AWS Backup protects Aurora here", Some(note), text))
}

/// Seconds since 1970, which every `date` prints and AWS takes: GNU and BSD disagree on how to write an hour ago.
fn watch(design: &Design) -> Step {
    let text = format!(
        "now=$(date +%s)\n\
         aws cloudwatch get-metric-statistics --region {} --namespace AWS/RDS --metric-name ServerlessDatabaseCapacity \\\n\
         \x20 --dimensions Name=DBClusterIdentifier,Value={} --start-time $((now - 3600)) --end-time \"$now\" \\\n\
         \x20 --period 60 --statistics Average Maximum --query 'sort_by(Datapoints, &Timestamp)[].[Timestamp, Average, Maximum]' --output table\n",
        design.region.code,
        shell_word(&design.cluster_name()),
    );
    Step::new("Watch the capacity of the last hour (ACU)", None, text)
}
