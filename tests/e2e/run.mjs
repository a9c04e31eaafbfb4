// Runs the journeys against dist. Usage: run.mjs [NAME…], for example: run.mjs links

import { readdirSync } from "node:fs";
import { after, before } from "node:test";
import { buildCli } from "./cli.mjs";
import { start, stop } from "./harness.mjs";
import { DIST } from "./paths.mjs";
import { serve } from "./server.mjs";

const wanted = process.argv.slice(2);
const folder = new URL("./journeys/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".mjs"))
  .filter((file) => !wanted.length || wanted.some((name) => file.includes(name)));
if (!names.length) throw new Error(`no journey is named ${wanted.join(" or ")}`);

let server;
before(async () => {
  buildCli();
  server = await serve(DIST);
  await start(server.url);
});
after(async () => {
  await stop();
  server.close();
});
for (const name of names) await import(new URL(name, folder));
