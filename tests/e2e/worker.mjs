// What the worker takes: a month of 43,200 points played anew under a minimum that moves, and the best range for peaks of
// 64 and of 256 ACU. Each time is from the order to its answer, messages included. Prints figures, and beside them how
// long the page then works to have the answer painted: once with nothing else in the frame, once with an edit in each.

import { app } from "./app.mjs";
import { newPage, open, profile, start, stop } from "./harness.mjs";
import { DIST } from "./paths.mjs";
import { serve } from "./server.mjs";
import { edits, told } from "./timing.mjs";

const MOVES = 60;
const MINIMUMS = Array.from({ length: 31 }, (_, nth) => 0.5 + nth / 2);
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

/** A spec of one instance alone, so that an order is three runs: one an edge. */
const ALONE = `project_name: alone
provider: aws
architecture_type: rds_aurora
resources:
  - id: aurora-cluster
    type: aws_rds_aurora
    name: alone-cluster
    provider: aws
    config:
      engine: aurora-postgresql
      serverless_v2: { min_capacity: 2, max_capacity: 64 }
      instances: [{ type: writer }]
`;

/** A month of office hours whose highest minute is 256 ACU, with another figure each minute. */
function month() {
  const wanted = Array.from({ length: 43_200 }, (_, minute) => {
    const [day, of] = [Math.floor(minute / 1440) % 7, minute % 1440];
    const works = day < 5 && of >= 480 && of < 1080;
    const share = works ? 200 + ((minute * 40_503) % 57) : 2 + ((minute * 40_503) % 5);
    return share - ((minute * 31_153) % 2) / 2;
  });
  wanted[600] = 256;
  return JSON.stringify({ point_seconds: 60, instances: [{ wanted_acu: wanted }] });
}

/** A month of nothing but noise up to a peak, as the core makes it: no two of its minutes are alike for long. */
function noise(peak) {
  const share = (minute) => {
    const first = (minute * 40_503 + 977) % 65_536;
    const second = ((first ^ (first >> 7)) * 31_153) % 65_536;
    return (second ^ (second >> 9)) % 201;
  };
  const wanted = Array.from({ length: 43_200 }, (_, minute) => Math.floor((share(minute) * 2 * peak) / 200) / 2);
  return JSON.stringify({ point_seconds: 60, instances: [{ wanted_acu: wanted }] });
}

const server = await serve(DIST);
await start(server.url);
try {
  const page = await newPage(await profile({ before: watch }));
  await open(page);
  const load = page.getByRole("tabpanel", { name: "Load", exact: true });
  const chosen = load.getByLabel("Load", { exact: true });
  const panel = async () => {
    await app(page).node(/^Writer/).click();
    await page.getByRole("tab", { name: "Load", exact: true }).click();
  };

  await panel();
  await chosen.selectOption({ label: "A day drawn by hand" });
  await load.getByText("The drawn day: 43200 points").waitFor();
  await orders(page);
  const minimum = app(page).field("Minimum");
  for (let move = 0; move < MOVES; move += 1) {
    await edits(minimum, 1, [MINIMUMS[move % MINIMUMS.length]]);
    await answered(page);
  }
  const alone = await orders(page);
  console.log(`a drawn month on two instances, three edges each, and told, in the worker: ${told(took(alone))}`);
  console.log(`its answer taken and painted, alone in its frame: ${told(alone.map((it) => it.redraw))}; goal p95 16 ms`);
  await edits(minimum, MOVES, MINIMUMS);
  const both = await orders(page);
  console.log(`the same with an edit in every frame, edit included: ${told(both.map((it) => it.redraw))}`);

  await app(page).openSpec(ALONE);
  await panel();
  await chosen.selectOption({ label: "Office hours" });
  const peak = load.getByLabel("Peak, wanted ACU");
  await peak.fill("64");
  await peak.press("Enter");
  await load.getByText("to 64 ACU: 43200 points").waitFor();
  await orders(page);
  for (let move = 0; move < MOVES; move += 1) {
    await edits(app(page).field("Minimum"), 1, [MINIMUMS[move % MINIMUMS.length]]);
    await answered(page);
  }
  const runs = took(await orders(page));
  console.log(`43,200 minutes that differ on one instance, three edges, and told, in the worker: ${told(runs)}`);
  console.log(`a run is at most a third of that: ${told(runs.map((it) => it / 3))}; goal 5 ms`);

  const search = async (what, goal) => {
    await load.getByRole("tab", { name: "Size", exact: true }).click();
    const times = [];
    for (let run = 0; run < RUNS; run += 1) {
      await orders(page);
      await load.getByRole("button", { name: "Find the best range" }).click();
      await load.getByRole("region", { name: "The best range" }).waitFor({ timeout: 60_000 });
      // The search goes in slices, so that it can be stopped between them.
      times.push(took(await orders(page)).reduce((sum, slice) => sum + slice, 0));
    }
    console.log(`the best range ${what}, in the worker: ${told(times)}; goal ${goal} ms`);
    await load.getByRole("tab", { name: "Simulate", exact: true }).click();
  };
  await search("at a peak of 64 ACU", 100);
  await chosen.selectOption({ label: "Weekly" });
  await load.getByText(/^Weekly, .* to 64 ACU/).waitFor();
  await search("of a week at a peak of 64 ACU", 100);
  const file = async (name, text) => {
    const chooser = page.waitForEvent("filechooser");
    await chosen.selectOption({ label: "A file: CloudWatch or CSV" });
    await (await chooser).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await load.getByText(`${name}: 43200 points`).waitFor();
  };
  await file("month.json", month());
  await search("at a peak of 256 ACU", 300);
  for (const [peak, goal] of [[64, 100], [256, 300]]) {
    await chosen.selectOption({ label: "Weekly" });
    await load.getByText(/^Weekly, /).waitFor();
    await file(`noise-${peak}.json`, noise(peak));
    await search(`of noise at a peak of ${peak} ACU`, goal);
  }
} finally {
  await stop();
  server.close();
}
