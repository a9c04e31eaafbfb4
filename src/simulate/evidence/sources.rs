//! Where the constants of the model come from: every published series or figure on how Aurora Serverless v2 gains and
//! loses capacity that could be found by 2026-11-28.

/// A published series or figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Source {
    /// What the constants cite it by: `K4`.
    pub id: &'static str,
    /// What sort of thing it is: `measured`.
    pub kind: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
    /// When it was published, or when the measurement was recorded; empty where neither is said.
    pub published: &'static str,
}

impl Source {
    /// The source with this id.
    pub fn find(id: &str) -> Option<&'static Self> {
        SOURCES.iter().find(|source| source.id == id)
    }
}

/// Every source, as `tests/simulate/traces.json` has it.
pub static SOURCES: &[Source] = &[
    Source {
        id: "K1",
        kind: "measured",
        title: "Study AWS Aurora Serverless v2",
        url: "https://www.keisuke.dev/2024/03/13/study_aws_aurora_serverless_v2.html",
        published: "2024-03-13",
    },
    Source {
        id: "K2",
        kind: "measured",
        title: "Study AWS Aurora Serverless v2",
        url: "https://www.keisuke.dev/2024/03/13/study_aws_aurora_serverless_v2.html",
        published: "2024-03-13",
    },
    Source {
        id: "K3",
        kind: "measured",
        title: "Study AWS Aurora Serverless v2",
        url: "https://www.keisuke.dev/2024/03/13/study_aws_aurora_serverless_v2.html",
        published: "2024-03-13",
    },
    Source {
        id: "K4",
        kind: "measured",
        title: "Study AWS Aurora Serverless v2",
        url: "https://www.keisuke.dev/2024/03/13/study_aws_aurora_serverless_v2.html",
        published: "2024-03-13",
    },
    Source {
        id: "K5",
        kind: "measured",
        title: "Study AWS Aurora Serverless v2",
        url: "https://www.keisuke.dev/2024/03/13/study_aws_aurora_serverless_v2.html",
        published: "2024-03-13",
    },
    Source {
        id: "K6",
        kind: "measured",
        title: "Study AWS Aurora Serverless v2",
        url: "https://www.keisuke.dev/2024/03/13/study_aws_aurora_serverless_v2.html",
        published: "2024-03-13",
    },
    Source {
        id: "K7",
        kind: "measured",
        title: "Study AWS Aurora Serverless v2",
        url: "https://www.keisuke.dev/2024/03/13/study_aws_aurora_serverless_v2.html",
        published: "2024-03-13",
    },
    Source {
        id: "K8",
        kind: "measured",
        title: "Study AWS Aurora Serverless v2",
        url: "https://www.keisuke.dev/2024/03/13/study_aws_aurora_serverless_v2.html",
        published: "2024-03-13",
    },
    Source {
        id: "C8",
        kind: "measured, read off by its author",
        title: "Aurora Serverless v2 scaling tendencies (JAWS-UG Yokohama #45, Classmethod)",
        url: "https://speakerdeck.com/maroon1st/aurora-serverless-v2-nosukerunoqing-xiang-woshi-ji-nique-ren-sitemita",
        published: "2022-06-25",
    },
    Source {
        id: "A2",
        kind: "measured, rounded by AWS",
        title: "Understanding how ACU minimum and maximum range impacts scaling (AWS Database Blog, part 2)",
        url: "https://aws.amazon.com/blogs/database/understanding-how-acu-minimum-and-maximum-range-impacts-scaling-in-amazon-aurora-serverless-v2/",
        published: "2024-11-25",
    },
    Source {
        id: "A1",
        kind: "measured by AWS",
        title: "Understanding how certain database parameters impact scaling (AWS Database Blog, part 1)",
        url: "https://aws.amazon.com/blogs/database/understanding-how-certain-database-parameters-impact-scaling-in-amazon-aurora-serverless-v2",
        published: "2024-11-25",
    },
    Source {
        id: "G1",
        kind: "documented example",
        title: "Aurora User Guide, Performance and scaling",
        url: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
        published: "",
    },
    Source {
        id: "D1",
        kind: "documented example",
        title: "Aurora User Guide, auto-pause, example of CloudWatch metrics",
        url: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html",
        published: "2024-08-02",
    },
    Source {
        id: "F1",
        kind: "measured, steady",
        title: "Aurora Serverless v2 (preview) - CPU (Franck Pachot)",
        url: "https://dev.to/aws-heroes/aurora-serverless-v2-preview-cpu-202j",
        published: "during the preview (2020-12 to 2022-04)",
    },
    Source {
        id: "L1",
        kind: "measured (CloudWatch integral)",
        title: "ryancicak/lakebase-anti-demo, server/cost_model.py and server/targets.py",
        url: "https://github.com/ryancicak/lakebase-anti-demo",
        published: "2026-08-21 (measurement)",
    },
    Source {
        id: "L2",
        kind: "measured",
        title: "same repository, server/targets.py",
        url: "https://github.com/ryancicak/lakebase-anti-demo",
        published: "2026-08/09",
    },
    Source {
        id: "L3",
        kind: "measured",
        title: "same repository, server/cost_model.py",
        url: "https://github.com/ryancicak/lakebase-anti-demo",
        published: "2026-08-21",
    },
    Source {
        id: "R1",
        kind: "measured",
        title: "Aurora Serverless v2 scales to zero.. but how fast? (Paul Santus)",
        url: "https://dev.to/aws-builders/aurora-serverless-v2-scales-to-zero-but-how-fast-49md",
        published: "2024-12",
    },
    Source {
        id: "R2",
        kind: "reported",
        title: "awslabs/aws-athena-query-federation PR 3602",
        url: "https://github.com/awslabs/aws-athena-query-federation/pull/3602",
        published: "2026-08-14",
    },
    Source {
        id: "S1",
        kind: "AWS statement",
        title: "Aurora User Guide, auto-pause",
        url: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html",
        published: "",
    },
    Source {
        id: "S2",
        kind: "AWS statement",
        title: "What's New: Aurora serverless now scales faster (12 ACU)",
        url: "https://aws.amazon.com/about-aws/whats-new/2026/08/aurora-serverless-instant-12-acu-scaling",
        published: "2026-08-05",
    },
    Source {
        id: "S3",
        kind: "AWS statement",
        title: "What's New: Aurora serverless now scales faster (16 ACU)",
        url: "https://aws.amazon.com/about-aws/whats-new/2026/08/aurora-serverless-instant-16-acu-scaling/",
        published: "2026-09-30",
    },
    Source {
        id: "P4",
        kind: "AWS benchmark",
        title: "Aurora Serverless: Faster performance, enhanced scaling, and still scales down to zero (AWS Database Blog)",
        url: "https://aws.amazon.com/blogs/database/aurora-serverless-faster-performance-enhanced-scaling-and-still-scales-down-to-zero/",
        published: "2026-04",
    },
    Source {
        id: "V1",
        kind: "paper",
        title: "Resource Management in Aurora Serverless, PVLDB 17(12), 2024",
        url: "https://vldb.org/pvldb/volumes/17/paper/Resource%20Management%20in%20Aurora%20Serverless",
        published: "2024-08",
    },
    Source {
        id: "W1",
        kind: "AWS workshop",
        title: "Aurora MySQL labs: run workload and observe scaling",
        url: "https://github.com/aws-samples (Aurora labs, serverlessv2)",
        published: "",
    },
    Source {
        id: "B1",
        kind: "field report",
        title: "billangle/etlpython, prjhelpers/dbanalysis/db-metrics.md",
        url: "https://github.com/billangle/etlpython",
        published: "2026-02-19",
    },
];
