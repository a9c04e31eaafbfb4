// From navigation to the app in place, and from an edit to all panels painted with sixteen instances, as the machine is
// and at a quarter of its speed. Prints figures. Chromium compiles a function of the app when it is first called, so the
// first edits are told apart.

import { app } from "./app.mjs";
import { buildCli, cli } from "./cli.mjs";
import { fleet } from "./fleet.mjs";
import { newPage, open, profile, start, stop } from "./harness.mjs";
import { DIST } from "./paths.mjs";
import { serve } from "./server.mjs";
import { at, edits, noteStart, slow, stands, told } from "./timing.mjs";

/** How slow the machine is made, and what an edit may then take at most, 95 times of 100, in milliseconds. */
const SPEEDS = [[1, 14], [4, 50]];
const STARTS = 5;
const FIRST = 20;
const EDITS = 200;

const SPEC = fleet("sixteen", 2);

/** Milliseconds from navigation to the app in place, in a browser profile of its own. */
async function started(rate) {
  const context = await profile({ before: noteStart });
  const page = await newPage(context);
  await slow(page, rate);
  await stands(page);
  const time = await page.evaluate(() => window.inPlace);
  await context.close();
  return time;
}

buildCli();
const server = await serve(DIST);
await start(server.url);
try {
  for (const [rate] of SPEEDS) {
    const took = [];
    for (let nth = 0; nth < STARTS; nth += 1) took.push(await started(rate));
    took.sort((a, b) => a - b);
    console.log(
      `from navigation to the app in place, CPU at 1/${rate}: median of ${STARTS} ${at(took, 0.5).toFixed(0)} ms, ` +
        `${took[0].toFixed(0)} to ${at(took, 1).toFixed(0)} ms`,
    );
  }
  const page = await newPage(await profile());
  await open(page, cli(["link", "-"], SPEC).out.trim());
  await app(page).node(/^Writer/).click();
  for (const [rate, goal] of SPEEDS) {
    await slow(page, rate);
    const all = await edits(app(page).field("Maximum"), FIRST + EDITS);
    const tell = (what, some) =>
      console.log(`an edit of 16 instances, CPU at 1/${rate}, ${what}: ${told(some)}; goal p95 ${goal} ms`);
    tell(`the first ${FIRST}`, all.slice(0, FIRST));
    tell(`the next ${EDITS}`, all.slice(FIRST));
  }
} finally {
  await stop();
  server.close();
}
