// Carries a reader across the drawing of sixteen instances and four secondaries, then an end of a gauge, and prints what
// each frame took, as the machine is and at a quarter of its speed. The goals: no frame of a drag keeps the main thread
// over 16 ms, 95 of 100 at most 8 ms of script; at a quarter of the speed at most 32 ms.

import { app } from "./app.mjs";
import { buildCli, cli } from "./cli.mjs";
import { fleet } from "./fleet.mjs";
import { newPage, open, profile, start, stop } from "./harness.mjs";
import { DIST } from "./paths.mjs";
import { serve } from "./server.mjs";
import { at } from "./timing.mjs";

const MOVES = 240;
const SECONDARIES = ["us-west-2", "eu-west-1", "eu-central-1", "ap-northeast-1"];
const SPEC = `${fleet("dragged", 8)}  - id: global-cluster
    type: aws_rds_global_cluster
    name: dragged-global
    provider: aws
    config:
      secondaries:
${SECONDARIES.map((region) => `        - { region: ${region}, readers: 1 }`).join("\n")}
`;

/** Every task of the page's main thread with its events, from a trace. */
function tasks(events) {
  const main = events.find((it) => it.name === "thread_name" && it.args.name === "CrRendererMain");
  const of = (name) => events.filter((it) => it.ph === "X" && it.tid === main.tid && it.pid === main.pid && it.name === name);
  const scripts = of("FunctionCall").map(({ ts, dur }) => ({ ts, dur: dur / 1000 }));
  return of("RunTask").map(({ ts, dur }) => ({
    took: dur / 1000,
    script: scripts.filter((it) => it.ts >= ts && it.ts < ts + dur).reduce((sum, it) => sum + it.dur, 0),
  }));
}

/** Reader 7 by its card, across the whole drawing. */
async function card(page) {
  const { x, y, width } = await app(page).node(/^Reader 7/).first().boundingBox();
  const drawing = await page.locator("#drawing").boundingBox();
  const on = (along) => [drawing.x + 60 + along * (drawing.width - 120), drawing.y + 120 + along * (drawing.height - 240)];
  return { from: [x + width / 2, y + 8], to: on };
}

/** The maximum by the end of the writer's gauge, along the gauge. */
async function gauge(page) {
  await app(page).node(/^Writer/).first().click();
  const end = await page.locator('[data-end="max"] .gauge-hit').boundingBox();
  const [x, y] = [end.x + end.width / 2, end.y + end.height / 2];
  return { from: [x, y], to: (along) => [x - 60 + along * 120, y] };
}

async function measure(page, way, rate) {
  const { from, to } = await way(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(from[0] + 8, from[1] + 4, { steps: 3 });
  const events = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await devtools.send("Tracing.start", { transferMode: "ReportEvents", categories: "devtools.timeline,disabled-by-default-devtools.timeline,toplevel,__metadata" });
  for (let move = 0; move < MOVES; move += 1) {
    await page.mouse.move(...to((1 - Math.cos((move / MOVES) * 4 * Math.PI)) / 2));
  }
  const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  await complete;
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await devtools.detach();
  const busy = tasks(events).filter(({ took }) => took > 0.2);
  const sorted = (key) => busy.map((it) => it[key]).toSorted((a, b) => a - b);
  return { tasks: busy.length, took: sorted("took"), script: sorted("script") };
}

buildCli();
const server = await serve(DIST);
await start(server.url);
try {
  const page = await newPage(await profile());
  await open(page, cli(["link", "-"], SPEC).out.trim());
  await app(page).node(/^Reader 7/).first().hover();
  await page.waitForLoadState("networkidle"); // what answers to the hand may be fetched now
  for (const [name, way] of [["a card", card], ["the end of a gauge", gauge]]) {
    // Once for nothing: Chromium compiles a function of the app when it is first called.
    await measure(page, way, 1);
    for (const [rate, limit] of [[1, 16], [4, 32]]) {
      const { tasks, took, script } = await measure(page, way, rate);
      if (!tasks) throw new Error("the drag left no trace");
      const over = took.filter((it) => it > limit).length;
      console.log(
        `${name} dragged, 16 instances and 4 secondaries, CPU at 1/${rate}: ${over} of ${tasks} tasks over ${limit} ms, ` +
          `task p95 ${at(took, 0.95).toFixed(1)} ms, max ${at(took, 1).toFixed(1)} ms; ` +
          `script p95 ${at(script, 0.95).toFixed(1)} ms, max ${at(script, 1).toFixed(1)} ms; goal p95 ${rate === 1 ? 8 : 32} ms`,
      );
    }
  }
} finally {
  await stop();
  server.close();
}
