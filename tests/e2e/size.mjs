// The size gate: what a first visit downloads, compressed as a host would.

import { FIRST, LATER } from "./weight.mjs";

const LIMIT_KB = 250;

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(9);
const sum = (key) => FIRST.reduce((sum, row) => sum + row[key], 0);
const packed = sum("packed");

console.log("size: kilobytes of a first load");
console.log("       raw    brotli");
for (const row of FIRST) console.log(`${kb(row.size)} ${kb(row.packed)}  ${row.name}`);
console.log(`${kb(sum("size"))} ${kb(packed)}  everything, of ${LIMIT_KB} allowed`);
for (const row of LATER) console.log(`${kb(row.size)} ${kb(row.packed)}  ${row.name}, when it is first asked for`);

if (!FIRST.some(({ name }) => name.endsWith(".wasm"))) {
  console.error("size: dist holds no app");
  process.exit(1);
}
if (packed > LIMIT_KB * 1000) {
  console.error(`size: ${((packed - LIMIT_KB * 1000) / 1000).toFixed(1)} KB over the limit`);
  process.exit(1);
}
