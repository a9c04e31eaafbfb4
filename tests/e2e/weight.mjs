// The files of dist, and what they weigh compressed as a host would.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { brotli } from "./brotli.mjs";
import { DIST } from "./paths.mjs";

// No visit waits for these: what crawlers read, and what the browser asks for when it likes, to work offline and to install.
const NOT_LOADED = new Set(["robots.txt", "sw.js", "manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png"]);

// The worker, as trunk names its files. A journey proves that a first load asks for none of them.
const WORKER = /^worker(_loader|_bg)?\.(js|wasm)$/;

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const rows = files(DIST)
  .filter((file) => !relative(DIST, file).startsWith(".")) // what a build that failed left behind
  .map((file) => ({ name: relative(DIST, file), size: statSync(file).size, packed: brotli(readFileSync(file)).length }))
  .filter(({ name }) => !NOT_LOADED.has(name))
  .sort((a, b) => b.packed - a.packed);

/** Everything that a visit downloads until the worker is asked for, the heaviest first: `{ name, size, packed }`, in bytes. */
export const FIRST = rows.filter(({ name }) => !WORKER.test(name));

/** What comes when the worker is first asked for. */
export const LATER = rows.filter(({ name }) => WORKER.test(name));
