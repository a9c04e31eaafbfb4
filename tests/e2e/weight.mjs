// The files of dist, and what they weigh compressed as a host would.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { DIST } from "./paths.mjs";

// Read by crawlers alone; a visit never asks for it.
const NOT_LOADED = new Set(["robots.txt"]);

// What src/ui/later.rs loads when it is first asked for. A journey proves that a first load asks for none of them.
const PART = /^(?!aurora-designer-).*-[0-9a-f]{16}\.wasm$/;

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

const rows = files(DIST)
  .filter((file) => !relative(DIST, file).startsWith(".")) // what a build that failed left behind
  .map((file) => ({ name: relative(DIST, file), size: statSync(file).size, packed: brotli(readFileSync(file)) }))
  .filter(({ name }) => !NOT_LOADED.has(name))
  .sort((a, b) => b.packed - a.packed);

/** What a first visit downloads, the heaviest first: `{ name, size, packed }`, in bytes. */
export const FIRST = rows.filter(({ name }) => !PART.test(name));

/** What comes when it is first asked for. */
export const LATER = rows.filter(({ name }) => PART.test(name));
