// Runs the journeys against dist, as many files at once as there are processors. Usage: run.mjs [NAME…], for example:
// run.mjs links

import { readdirSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { buildCli } from "./cli.mjs";

const wanted = process.argv.slice(2);
const folder = new URL("./journeys/", import.meta.url);
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".mjs"))
  .filter((file) => !wanted.length || wanted.some((name) => file.includes(name)))
  .map((file) => fileURLToPath(new URL(file, folder)))
  // The long ones first, so that no processor waits for the other at the end.
  .sort((a, b) => statSync(b).size - statSync(a).size);
if (!files.length) throw new Error(`no journey is named ${wanted.join(" or ")}`);

buildCli();
run({ files, concurrency: availableParallelism() })
  .on("test:fail", () => (process.exitCode = 1))
  .compose(spec)
  .pipe(process.stdout);
