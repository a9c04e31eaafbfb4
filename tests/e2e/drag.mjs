// Carries a reader across the drawing of sixteen instances and four secondaries, and prints what each frame took, as
// the machine is and at a quarter of its speed. The goals: no frame of the drag keeps the main thread over 16 ms, 95 of
// 100 at most 8 ms of script; at a quarter of the speed at most 32 ms.

import { app } from "./app.mjs";
import { buildCli, cli } from "./cli.mjs";
import { fleet } from "./fleet.mjs";
import { newPage, open, profile, start, stop } from "./harness.mjs";
import { DIST } from "./paths.mjs";
import { serve } from "./server.mjs";

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

async function measure(browserPage, rate) {
  const devtools = await browserPage.context().newCDPSession(browserPage);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
  const { x, y, width } = await app(browserPage).node(/^Reader 7/).first().boundingBox();
  const drawing = await browserPage.locator("#drawing").boundingBox();
  await browserPage.mouse.move(x + width / 2, y + 8);
  await browserPage.mouse.down();
  await browserPage.mouse.move(x + width / 2 + 12, y + 12, { steps: 3 });
  const events = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await devtools.send("Tracing.start", { transferMode: "ReportEvents", categories: "devtools.timeline,disabled-by-default-devtools.timeline,toplevel,__metadata" });
  for (let move = 0; move < MOVES; move += 1) {
    const along = (1 - Math.cos((move / MOVES) * 4 * Math.PI)) / 2;
    await browserPage.mouse.move(drawing.x + 60 + along * (drawing.width - 120), drawing.y + 120 + along * (drawing.height - 240));
  }
  const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  await complete;
  await browserPage.keyboard.press("Escape");
  await browserPage.mouse.up();
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const busy = tasks(events).filter(({ took }) => took > 0.2);
  const sorted = (key) => busy.map((it) => it[key]).toSorted((a, b) => a - b);
  const at = (some, share) => some[Math.min(some.length - 1, Math.floor(some.length * share))];
  return { tasks: busy.length, took: sorted("took"), script: sorted("script"), at };
}

buildCli();
const server = await serve(DIST);
await start(server.url);
try {
  const page = await newPage(await profile());
  await open(page, cli(["link", "-"], SPEC).out.trim());
  await app(page).node(/^Reader 7/).first().hover();
  await page.waitForTimeout(600);
  // Once for nothing: Chromium compiles a function of the app when it is first called.
  await measure(page, 1);
  for (const [rate, limit] of [[1, 16], [4, 32]]) {
    const { tasks, took, script, at } = await measure(page, rate);
    if (!tasks) throw new Error("the drag left no trace");
    const over = took.filter((it) => it > limit).length;
    console.log(
      `a drag, 16 instances and 4 secondaries, CPU at 1/${rate}: ${over} of ${tasks} tasks over ${limit} ms, ` +
        `task p95 ${at(took, 0.95).toFixed(1)} ms, max ${at(took, 1).toFixed(1)} ms; ` +
        `script p95 ${at(script, 0.95).toFixed(1)} ms, max ${at(script, 1).toFixed(1)} ms; goal p95 ${rate === 1 ? 8 : 32} ms`,
    );
  }
} finally {
  await stop();
  server.close();
}
