// What the worker takes: a month of 43,200 points played anew under a maximum that moves, and the best range for peaks of
// 64 and of 240 ACU, which noise takes to 256. Each time is from the order to its answer, messages included. Prints
// figures, and beside them how long the page then works to have the answer painted.

import { app } from "./app.mjs";
import { newPage, open, profile, start, stop } from "./harness.mjs";
import { DIST } from "./paths.mjs";
import { serve } from "./server.mjs";
import { edits, told } from "./timing.mjs";

const MOVES = 60;
const RUNS = 5;

/** Notes of every order when it went, when its answer came and how long the page then worked until it was painted. */
function watch() {
  const Own = window.Worker;
  const after = (run) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = run;
    port2.postMessage(null);
  };
  window.orders = [];
  window.Worker = class extends Own {
    #waiting = [];
    constructor(...given) {
      super(...given);
      super.addEventListener("message", () => {
        const order = this.#waiting.shift();
        if (!order) return; // it says that it is up
        order.answered = performance.now();
        // The page takes it in this task, draws it in the next frame, and waits between them.
        after(() => (order.redraw = performance.now() - order.answered));
        requestAnimationFrame(() => {
          const began = performance.now();
          after(() => {
            order.redraw += performance.now() - began;
            order.painted = true;
          });
        });
      });
    }
    postMessage(...given) {
      const order = { sent: performance.now() };
      this.#waiting.push(order);
      window.orders.push(order);
      super.postMessage(...given);
    }
  };
}

const answered = (page) =>
  page.waitForFunction(() => window.orders.every((it) => it.painted !== undefined));

async function orders(page) {
  await answered(page);
  return page.evaluate(() => window.orders.splice(0));
}

const took = (all) => all.map((it) => it.answered - it.sent);

const server = await serve(DIST);
await start(server.url);
try {
  const page = await newPage(await profile({ before: watch }));
  await open(page);
  await app(page).node(/^Writer/).click();
  await page.getByRole("tab", { name: "Load", exact: true }).click();
  const load = page.getByRole("tabpanel", { name: "Load", exact: true });
  await load.getByLabel("Load", { exact: true }).selectOption({ label: "A day drawn by hand" });
  await load.getByText("The drawn day: 43200 points").waitFor();
  await orders(page);

  await edits(app(page).field("Maximum"), MOVES);
  const played = await orders(page);
  console.log(`43,200 points played on two instances, three edges each, and told, in the worker: ${told(took(played))}; goal 5 ms a run`);
  console.log(`its answer taken and painted: ${told(played.map((it) => it.redraw))}; goal p95 16 ms`);

  for (const [peak, goal] of [[64, 100], [240, 300]]) {
    await load.getByLabel("Load", { exact: true }).selectOption({ label: "Office hours" });
    const field = load.getByLabel("Peak, wanted ACU");
    await field.fill(String(peak));
    await field.press("Enter");
    await load.getByText(new RegExp(`Office hours, .* to ${peak} ACU`)).waitFor();
    await load.getByRole("tab", { name: "Size", exact: true }).click();
    const times = [];
    for (let run = 0; run < RUNS; run += 1) {
      await orders(page);
      await load.getByRole("button", { name: "Find the best range" }).click();
      await load.getByRole("region", { name: "The best range" }).waitFor({ timeout: 60_000 });
      // The search goes in slices, so that it can be stopped between them.
      times.push(took(await orders(page)).reduce((sum, slice) => sum + slice, 0));
    }
    console.log(`the best range at a peak of ${peak} ACU, in the worker: ${told(times)}; goal ${goal} ms`);
    await load.getByRole("tab", { name: "Simulate", exact: true }).click();
  }
} finally {
  await stop();
  server.close();
}
