// The app in a browser: profiles, pages that count their faults (a console error, a page error, a failed request, a request
// to another origin or after the page has loaded), and how to wait for what a page shows.

import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { inspect } from "node:util";
import { chromium } from "playwright-core";
import { SHOTS } from "./paths.mjs";

/** The browser: $CHROMIUM, or the one that is installed. */
export const CHROMIUM = process.env.CHROMIUM || "/usr/bin/chromium";

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The tab's icon is the browser's own wish: it comes when it likes, and is given up where the page is left before. */
const ICON = /\/favicon-[^/]*\.svg$/;
/** The worker and the editor come when they are first needed. */
const LATE = /\/(worker_loader\.js|worker\.js|worker_bg\.wasm|yaml-editor\.js)\?[0-9a-f]+$/;

let browser;
let base;

/** Where the app is served. */
export const address = () => base;

/** Starts Chromium for the app at `url`. */
export async function start(url) {
  base = url;
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: FLAGS,
    chromiumSandbox: false,
  });
}

export async function stop() {
  await browser.close();
}

function watch(page, faults) {
  let loaded = false;
  const note = (what) => faults.push(what);
  page.on("console", (message) => message.type() === "error" && note(`console: ${message.text()}`));
  page.on("pageerror", (error) => note(`page: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    if (!ICON.test(request.url()) || why !== "net::ERR_ABORTED") note(`failed: ${request.url()} ${why}`);
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (["blob:", "data:"].includes(protocol)) return;
    if (origin !== new URL(base).origin) note(`another origin: ${request.url()}`);
    else if (loaded && !request.isNavigationRequest() && ![ICON, LATE].some((it) => it.test(request.url())))
      note(`after load: ${request.url()}`);
  });
  return (now) => (loaded = now);
}

/**
 * A profile of its own; `options` are Playwright's, and `before` a script that runs before the page's own. Without the
 * service worker, so that what a page asks for is asked of the server and can be held up or refused; journeys/offline.mjs
 * has it, and counts what it asks for.
 */
export async function profile({ before, ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "UTC",
    reducedMotion: "reduce",
    serviceWorkers: "block",
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  if (before) await context.addInitScript(before);
  return context;
}

/** A page that counts its faults; `page.faults` holds them, `open` loads the app in it. */
export async function newPage(context) {
  const page = await context.newPage();
  page.faults = [];
  page.setLoaded = watch(page, page.faults);
  return page;
}

/** Holds the worker back in a profile, so that what is asked of it takes until the function that this gives is called. */
export async function holdWorker(context) {
  let letIn;
  const gate = new Promise((resolve) => (letIn = resolve));
  await context.route("**/worker_bg.wasm*", async (route) => {
    await gate;
    await route.continue();
  });
  return letIn;
}

/** Opens the app at a fragment and waits until it stands in place of the empty frame. */
export async function open(page, fragment = "") {
  page.setLoaded(false);
  // The same page with another fragment would be no load, so a blank one comes between.
  if (page.url().startsWith(base)) await page.goto("about:blank");
  await page.goto(base + (fragment && `#${fragment}`), { waitUntil: "load" });
  await page.locator("#shell").waitFor({ state: "detached" });
  page.setLoaded(true);
}

/** Loads the page anew where it is, and waits until the app stands again. */
export async function reload(page) {
  page.setLoaded(false);
  await page.reload({ waitUntil: "load" });
  await page.locator("#shell").waitFor({ state: "detached" });
  page.setLoaded(true);
}

/** How long a journey waits for what it reads, as long as for a click, and how often it looks; in milliseconds. */
const PATIENCE = 30_000;
const OFTEN = 25;

/** Longer than the address takes to follow the design, in milliseconds. */
const A_WHILE = 400;

function compare(found, wanted) {
  if (typeof wanted === "function") assert.ok(wanted(found), `${inspect(found)} is not what ${wanted} asks for`);
  else if (wanted instanceof RegExp) assert.match(found, wanted);
  else assert.deepEqual(found, wanted);
}

/**
 * Reads again and again until it is what is wanted, a value, a pattern or what a function says true of, and gives what it
 * read. Whatever follows an action is read so: the page answers when the machine lets it. What throws is not there yet.
 */
export async function until(read, wanted, what = String(read)) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      const found = await read();
      compare(found, wanted);
      return found;
    } catch (error) {
      if (performance.now() > end) {
        error.message = `not in ${PATIENCE / 1000} s, ${what}: ${error.message}`;
        throw error;
      }
    }
    await pause(OFTEN);
  }
}

/** Reads for a while: it is what is wanted, and stays so. For what must not happen; what must, is read with `until`. */
export async function stays(read, wanted, what = String(read)) {
  const end = performance.now() + A_WHILE;
  do {
    try {
      compare(await read(), wanted);
    } catch (error) {
      error.message = `it did not stay so, ${what}: ${error.message}`;
      throw error;
    }
    await pause(OFTEN);
  } while (performance.now() < end);
}

/** Reads until it has been the same for a while, and gives it. For an end that no other sign tells of. */
export async function rest(read) {
  const end = performance.now() + PATIENCE;
  let [found, since] = [await read(), performance.now()];
  while (performance.now() < since + A_WHILE) {
    assert.ok(performance.now() < end, `no rest in ${PATIENCE / 1000} s, ${read}: ${inspect(found)}`);
    await pause(OFTEN);
    const now = await read();
    if (inspect(now) !== inspect(found)) [found, since] = [now, performance.now()];
  }
  return found;
}

/** A picture for a person to look at, in .tools/shots. */
export async function shot(page, name) {
  await page.screenshot({ path: join(SHOTS, `${name.replace(/\W+/g, "-").toLowerCase()}.png`) });
}
