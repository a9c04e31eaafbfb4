// What Lighthouse says of the built app, compressed as a host sends it: the median of several runs, on a phone and on a
// desktop. Prints figures; they mean something on a quiet machine alone. Usage: lighthouse.mjs [RUNS]

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { CHROMIUM, FLAGS } from "./harness.mjs";
import { DIST } from "./paths.mjs";
import { serve } from "./server.mjs";
import { FIRST } from "./weight.mjs";

const RUNS = Number(process.argv[2] ?? 5);
const FORMS = { phone: undefined, desktop: desktopConfig };
const SCORES = ["performance", "accessibility", "best-practices", "seo"];
/** Name, unit and goal of each figure. */
const FIGURES = {
  "first-contentful-paint": ["first paint", "ms", ""],
  "largest-contentful-paint": ["largest paint", "ms", ", goal 1500"],
  "total-blocking-time": ["blocking time", "ms", ", goal 150"],
  "speed-index": ["speed index", "ms", ""],
  "cumulative-layout-shift": ["layout shift", "", ""],
};

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];

/** One run in a browser of its own: the four scores of 100, and the figures. */
async function run(url, config) {
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: [...FLAGS, "--headless"], logLevel: "error" });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: SCORES, logLevel: "error" }, config);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const scores = SCORES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]);
    const figures = Object.keys(FIGURES).map((id) => [id, lhr.audits[id].numericValue]);
    return Object.fromEntries([...scores, ...figures]);
  } finally {
    await chrome.kill();
  }
}

const server = await serve(DIST, 0, { packed: true });
try {
  // The first answer of each file takes as long as its compression.
  for (const { name } of FIRST) await fetch(new URL(name, server.url), { headers: { "Accept-Encoding": "br" } });
  for (const [form, config] of Object.entries(FORMS)) {
    const runs = [];
    for (let nth = 0; nth < RUNS; nth += 1) runs.push(await run(server.url, config));
    const of = (key) => runs.map((it) => it[key]);
    console.log(`lighthouse, ${form}, median of ${RUNS}: ${SCORES.map((name) => `${name} ${median(of(name))}`).join(", ")}`);
    for (const [id, [name, unit, goal]] of Object.entries(FIGURES)) {
      const round = (value) => (unit ? value.toFixed(0) : value.toFixed(3));
      const [least, most] = [Math.min(...of(id)), Math.max(...of(id))];
      console.log(`  ${name} ${round(median(of(id)))} ${unit} (${round(least)} to ${round(most)}${goal})`.replace("  (", " ("));
    }
  }
} finally {
  server.close();
}
