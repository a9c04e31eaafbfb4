// From an edit to all panels painted, with sixteen instances. Prints figures; the goal is a p95 of 16 ms. Chromium
// compiles a function of the app when it is first called, so the first edits are told apart.

import { app } from "./app.mjs";
import { buildCli, cli } from "./cli.mjs";
import { fleet } from "./fleet.mjs";
import { newPage, open, profile, start, stop } from "./harness.mjs";
import { DIST } from "./paths.mjs";
import { serve } from "./server.mjs";

const GOAL_MS = 16;
const FIRST = 20;
const EDITS = 200;

const SPEC = fleet("sixteen", 2);

/**
 * Types values into a field and takes the time of each until its frame is painted. An edit is made at the start of a
 * frame; the message is handled when that frame's script, style, layout and paint are done.
 */
async function times(field, edits) {
  return field.evaluate(
    async (input, edits) => {
      const painted = () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
      const took = [];
      for (let edit = 0; edit < edits; edit += 1) {
        const before = document.body.innerText;
        await frame();
        const began = performance.now();
        set.call(input, String(20 + (edit % 100)));
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(new Event("change", { bubbles: true }));
        await painted();
        took.push(performance.now() - began);
        if (document.body.innerText === before) throw new Error(`edit ${edit} changed nothing on the page`);
      }
      return took;
    },
    edits,
  );
}

buildCli();
const server = await serve(DIST);
await start(server.url);
try {
  const page = await newPage(await profile());
  await open(page, cli(["link", "-"], SPEC).out.trim());
  await app(page).node(/^Writer/).click();
  const all = await times(app(page).field("Maximum"), FIRST + EDITS);
  const tell = (what, some) => {
    const took = some.toSorted((a, b) => a - b);
    const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))].toFixed(1);
    console.log(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms; goal p95 ${GOAL_MS} ms`);
  };
  tell(`the first ${FIRST} edits, 16 instances`, all.slice(0, FIRST));
  tell(`the next ${EDITS}`, all.slice(FIRST));
  tell("all of them", all);
} finally {
  await stop();
  server.close();
}
