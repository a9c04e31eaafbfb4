// Where things lie, from the root of the clone.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const ROOT = at("");
export const DIST = at("dist");
export const DESIGNS = at("tests/designs/");
export const COMPARED = at("tests/compare/");
export const GOLDEN = at("tests/golden/");
export const SHOTS = at(".tools/shots/");

mkdirSync(SHOTS, { recursive: true });
