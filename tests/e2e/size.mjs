// The size gate: what a first visit downloads, compressed as a host would.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { DIST } from "./paths.mjs";

const LIMIT_KB = 250;

// Read by crawlers alone; a visit never asks for it.
const NOT_LOADED = new Set(["robots.txt"]);

// What src/ui/later.rs loads when it is first asked for. A journey proves that a first load asks for none of them.
const LATER = /^(?!aurora-designer-).*-[0-9a-f]{16}\.wasm$/;

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(9);

const rows = files(DIST)
  .filter((file) => !relative(DIST, file).startsWith(".")) // what a build that failed left behind
  .map((file) => ({ name: relative(DIST, file), size: statSync(file).size, packed: brotli(readFileSync(file)) }))
  .filter(({ name }) => !NOT_LOADED.has(name))
  .sort((a, b) => b.packed - a.packed);
const [later, first] = [rows.filter(({ name }) => LATER.test(name)), rows.filter(({ name }) => !LATER.test(name))];
const total = first.reduce((sum, row) => ({ size: sum.size + row.size, packed: sum.packed + row.packed }), {
  size: 0,
  packed: 0,
});

console.log("size: kilobytes of a first load");
console.log("       raw    brotli");
for (const { name, size, packed } of first) console.log(`${kb(size)} ${kb(packed)}  ${name}`);
console.log(`${kb(total.size)} ${kb(total.packed)}  everything, of ${LIMIT_KB} allowed`);
for (const { name, size, packed } of later) console.log(`${kb(size)} ${kb(packed)}  ${name}, when it is first asked for`);

if (!first.some(({ name }) => name.endsWith(".wasm"))) {
  console.error("size: dist holds no app");
  process.exit(1);
}
if (total.packed > LIMIT_KB * 1000) {
  console.error(`size: ${((total.packed - LIMIT_KB * 1000) / 1000).toFixed(1)} KB over the limit`);
  process.exit(1);
}
