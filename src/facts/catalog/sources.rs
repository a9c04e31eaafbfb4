//! How a source is called: an address where there is one, else a document by name and version.

/// What nobody but us says.
pub const OWN_ADVICE: &str = "Our own advice; AWS does not forbid it.";
/// What was computed from the price book.
pub(super) const OWN_ARITHMETIC: &str = "Our own arithmetic on the price book's rows of us-east-1";

/// When versions of Aurora PostgreSQL end.
pub(super) const POSTGRESQL_CALENDAR: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html";
/// When versions of Aurora MySQL end.
pub(super) const MYSQL_CALENDAR: &str =
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html";
/// The alarms that AWS recommends.
pub(super) const RECOMMENDED_ALARMS: &str = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html";
/// What AWS teaches agents about Aurora.
pub(super) const AGENT_TOOLKIT: &str = "https://github.com/aws/agent-toolkit-for-aws";
/// An emulator whose lists of versions were copied from answers of the API; a secondary source.
pub(super) const EMULATOR: &str =
    "https://github.com/ministackorg/ministack/blob/main/ministack/services/rds.py";
/// A simulator of AWS that knows zones; a secondary source.
pub(super) const MOTO: &str = "moto 5.2.5: moto/ec2/models/availability_zones_and_regions.py";
/// The schemas of `CloudFormation`'s resources.
pub(super) const CLOUDFORMATION: &str = "CloudFormation resource schemas, as of cfn-lint 1.58.0";

/// A page of the Aurora User Guide.
macro_rules! guide {
    ($page:literal) => {
        concat!("https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/", $page, ".html")
    };
}

/// A shape or operation of the RDS API, as the Python kit describes it.
macro_rules! rds_api {
    ($shape:literal) => {
        concat!("botocore 1.44.5, rds: ", $shape)
    };
}

/// The same of another service.
macro_rules! api {
    ($service:literal, $shape:literal) => {
        concat!("botocore 1.44.5, ", $service, ": ", $shape)
    };
}

/// Another file of the Python kit.
macro_rules! botocore {
    ($file:literal) => {
        concat!("botocore 1.44.5: ", $file)
    };
}

/// A file of cfn-lint.
macro_rules! cfn_lint {
    ($file:literal) => {
        concat!("cfn-lint 1.58.0: cfnlint/", $file)
    };
}

/// A file of the Terraform provider: code, or the source of a documentation page.
macro_rules! provider {
    ($file:literal) => {
        concat!("https://github.com/hashicorp/terraform-provider-aws/blob/main/", $file)
    };
}

/// A source of the price book, by its id in [`crate::facts::prices::SOURCES`].
macro_rules! price_book {
    ($id:literal) => {
        concat!("Price book, source ", $id)
    };
}

pub(super) use {api, botocore, cfn_lint, guide, price_book, provider, rds_api};
