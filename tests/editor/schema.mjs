// What the YAML editor offers at a place of the spec, and what it says of a key: against the schema that the app gives it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, test } from "node:test";
import { helpAt, offers } from "../../public/yaml-editor/schema.mjs";
import { buildCli, cli } from "../e2e/cli.mjs";
import { DESIGNS } from "../e2e/paths.mjs";

const installed = createRequire(new URL("../../.tools/yaml-editor/package.json", import.meta.url));
const { EditorState } = installed("@codemirror/state");
const { yamlLanguage } = installed("@codemirror/lang-yaml");

let schema;
before(() => {
  buildCli();
  schema = JSON.parse(cli(["schema"]).out);
});

/** A text with the cursor at `|`. */
function at(text, explicit = true) {
  const pos = text.indexOf("|");
  const state = EditorState.create({ doc: text.slice(0, pos) + text.slice(pos + 1) });
  return { state, pos, explicit, tree: yamlLanguage.parser.parse(state.doc.toString()) };
}

function offered(text, explicit) {
  const context = at(text, explicit);
  return offers(schema, context.tree, context)?.options ?? [];
}

const labels = (text, explicit) => offered(text, explicit).map(({ label }) => label);

function help(text) {
  const { state, pos, tree } = at(text);
  return helpAt(schema, tree, state, pos)?.text;
}

const CLUSTER = `project_name: x
resources:
  - type: aws_rds_aurora
    name: db
    config:
`;

test("keys of the map that the cursor stands in, with their help, without those that are there", () => {
  const top = labels("project_name: x\n|");
  assert.ok(top.includes("environment") && top.includes("resources"), top);
  assert.ok(!top.includes("project_name") && !top.includes("engine"), top);

  const config = offered(`${CLUSTER}      engine: aurora-mysql\n      |`);
  const retention = config.find(({ label }) => label === "backup_retention");
  assert.match(retention.info, /\w{3,}/);
  assert.match(retention.detail, /^integer, default \d+$/);
  assert.ok(!config.some(({ label }) => label === "engine"));

  const range = labels(`${CLUSTER}      serverless_v2:\n        |`);
  assert.ok(range.includes("min_capacity") && !range.includes("engine"), range);
});

test("keys of an item follow its type", () => {
  assert.ok(labels(`resources:\n  - type: aws_rds_aurora\n    |`).includes("config"));
  const proxy = labels(`resources:\n  - type: aws_db_proxy\n    config:\n      |`);
  assert.ok(proxy.length && !proxy.includes("backup_retention"), proxy);
  const instance = labels(`${CLUSTER}      instances:\n        - role: writer\n          |`);
  assert.ok(instance.includes("name") || instance.includes("promotion_tier"), instance);
  assert.ok(!instance.includes("role"), instance);
});

test("words, truths and versions are offered as values, in lists and in braces too", () => {
  assert.deepEqual(labels(`${CLUSTER}      engine: |`), ["aurora-postgresql", "aurora-mysql"]);
  assert.deepEqual(labels(`${CLUSTER}      encryption: |`), ["true", "false"]);
  assert.ok(labels(`${CLUSTER}      engine_version: "1|`).includes("17.7"));
  assert.ok(labels(`${CLUSTER}      log_exports: [|`).includes("postgresql"));
  assert.deepEqual(labels(`${CLUSTER}      database_name: |`), []);
});

test("nothing is offered in comments, or unasked behind a blank of a finished line", () => {
  assert.deepEqual(labels("# proj|"), []);
  assert.deepEqual(labels("project_name: x |", false), []);
});

test("every key that the canonical spec writes has its help under the pointer", () => {
  for (const name of ["full.yaml", "seed.yaml"]) {
    const text = readFileSync(`${DESIGNS}${name}`, "utf8");
    let seen = 0;
    for (const found of text.matchAll(/^[ -]*([a-z_0-9]+):/gm)) {
      const place = found.index + found[0].length - 2;
      const said = help(`${text.slice(0, place)}|${text.slice(place)}`);
      seen += said ? 1 : 0;
    }
    assert.ok(seen > 15, `${name}: ${seen}`);
  }
  assert.match(help(`${CLUSTER}      backup_reten|tion: 7\n`), /default 7$/);
  assert.equal(help(`${CLUSTER}      no_such_k|ey: 7\n`), undefined);
});
