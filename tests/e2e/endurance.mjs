// A long session with sixteen instances: how long a link takes to stand as a painted design, how long after a key the
// next frame comes, how long an undo takes a thousand steps deep, and what ten thousand edits leave in memory. Prints
// figures.

import { app } from "./app.mjs";
import { buildCli, cli } from "./cli.mjs";
import { fleet } from "./fleet.mjs";
import { newPage, open, profile, start, stop } from "./harness.mjs";
import { DIST } from "./paths.mjs";
import { serve } from "./server.mjs";
import { at, edits, noteDrawn, noteStart, slow, stands, told } from "./timing.mjs";

const SPEC = fleet("sixteen", 2);
/** The same without its readers. */
const SMALL = SPEC.replace(/^ +- \{ type: reader.*\n/gm, "");
const STARTS = 9;
const ARRIVALS = 9;
const DEPTH = 1_000;
const EDITS = 10_000;
/** How slow the machine is made, and how long an event may wait for its frame, 95 times of 100, in milliseconds. */
const SPEEDS = [[1, 32], [4, 150]];
/** How keys follow each other, and the pause between them in milliseconds. */
const PACES = [["ten a second", 100], ["one upon the other", 0]];
/** Values typed by keys, letter by letter, for the events. */
const TYPED = 40;

/** Keeps the app's memory within reach, and notes when the app began and how long events take. */
function watch() {
  const run = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await run(...given);
    window.began = performance.now();
    window.appMemory = made.instance.exports.memory;
    return made;
  };
  window.events = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.events.push([entry.interactionId, entry.duration]);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
}

/** Bytes in use after a collection: what scripts hold, and what the app's own memory has grown to. */
async function memory(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  await devtools.detach();
  return [usedSize, await page.evaluate(() => window.appMemory.buffer.byteLength)];
}

const megabytes = ([scripts, own]) => `${(scripts / 1e6).toFixed(1)} MB of scripts, ${(own / 1e6).toFixed(1)} MB of the app`;

/**
 * Milliseconds from a key to the frame that shows what it did; an event shorter than 16 ms is in no list. Without a pause the
 * next key comes while the frame of the one before is still on its way, and waits for it.
 */
async function keys(page, pause) {
  await page.evaluate(() => (window.events = []));
  let typed = 0;
  const press = async (key) => {
    await page.keyboard.press(key);
    await page.waitForTimeout(pause);
  };
  for (let nth = 0; nth < TYPED; nth += 1) {
    await press("ControlOrMeta+a");
    for (const letter of String(20 + nth)) {
      await press(letter);
      typed += 1;
    }
  }
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const all = await page.evaluate(() => window.events);
  const longest = new Map();
  for (const [id, took] of all) if (id) longest.set(id, Math.max(took, longest.get(id) ?? 0));
  const times = [...longest.values()];
  // Those that were too short to be listed count too.
  while (times.length < typed) times.push(16);
  return times;
}

/** Milliseconds from a link's arrival in the open app until the frame that shows its design is painted. */
const followed = (page, link) =>
  page.evaluate(async (link) => {
    const drawing = document.querySelector("#diagram svg.diagram");
    const began = performance.now();
    const drawn = new Promise((done) =>
      new MutationObserver((_, observer) => {
        observer.disconnect();
        done();
      }).observe(drawing, { subtree: true, childList: true }),
    );
    location.hash = link;
    await drawn;
    await new Promise((painted) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = painted;
        port2.postMessage(null);
      }),
    );
    return performance.now() - began;
  }, link);

buildCli();
const link = cli(["link", "-"], SPEC).out.trim();
const server = await serve(DIST);
await start(server.url);
try {
  const starts = [];
  for (let nth = 0; nth < STARTS; nth += 1) {
    const context = await profile({ before: noteStart });
    await context.addInitScript(watch);
    await context.addInitScript(noteDrawn);
    const page = await newPage(context);
    await stands(page, link);
    starts.push(await page.evaluate(() => [window.drawn - window.began, window.inPlace - window.began]));
    await context.close();
  }
  const [drawn, stood] = [0, 1].map((nth) => at(starts.map((it) => it[nth]).toSorted((a, b) => a - b), 0.5).toFixed(0));
  console.log(`from the start of the app to a link's design painted: median of ${STARTS} ${drawn} ms; goal 100 ms`);
  console.log(`until everything around it stands: ${stood} ms`);

  const page = await newPage(await profile({ before: watch }));
  await open(page);
  const arrivals = [];
  const alone = cli(["link", "-"], SMALL).out.trim();
  const reader = app(page).node(/^Reader 15\b/);
  for (let nth = 0; nth < ARRIVALS; nth += 1) {
    arrivals.push(await followed(page, link));
    await reader.waitFor();
    await followed(page, alone);
    await reader.waitFor({ state: "detached" });
  }
  console.log(`from a link's arrival in the open app to its design painted: ${told(arrivals)}; goal 100 ms`);
  await open(page, link);
  await app(page).node(/^Writer/).click();
  const field = app(page).field("Maximum");
  for (const [rate, goal] of SPEEDS) {
    await slow(page, rate);
    await field.focus();
    for (const [pace, pause] of PACES) {
      console.log(`from a key in Maximum to its frame, ${pace}, CPU at 1/${rate}: ${told(await keys(page, pause))}; goal p95 ${goal} ms`);
    }
  }
  await slow(page, 1);

  await edits(field, DEPTH);
  const early = await memory(page);
  // Each a step of its own: an undo in between would fold none.
  const undo = page.getByRole("button", { name: "Undo", exact: true }).first();
  const took = await undo.evaluate(async (button) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const times = [];
    for (let nth = 0; nth < 100; nth += 1) {
      await frame();
      const began = performance.now();
      button.click();
      await new Promise((painted) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = painted;
        port2.postMessage(null);
      });
      times.push(performance.now() - began);
    }
    return times;
  });
  console.log(`an undo with ${DEPTH} steps behind it: ${told(took)}; goal a frame, 16.7 ms`);

  await edits(field, EDITS - DEPTH);
  const late = await memory(page);
  console.log(`after ${DEPTH} edits: ${megabytes(early)}`);
  console.log(`after ${EDITS} edits: ${megabytes(late)}; goal no more`);
} finally {
  await stop();
  server.close();
}
