// A design of sixteen instances, for what measures.

const READERS = Array.from(
  { length: 15 },
  (_, index) => `        - { type: reader, availability_zone: ${"abc"[index % 3]}, promotion_tier: ${index % 16} }`,
);

/** Its spec: the project's name and the smallest capacity in ACU; further resources may follow it. */
export const fleet = (name, least) => `project_name: ${name}
provider: aws
architecture_type: rds_aurora
resources:
  - id: aurora-cluster
    type: aws_rds_aurora
    provider: aws
    config:
      engine: aurora-postgresql
      engine_version: "17.7"
      serverless_v2: { min_capacity: ${least}, max_capacity: 16 }
      instances:
        - { type: writer }
${READERS.join("\n")}
      encryption: true
      backup_retention: 7
`;
