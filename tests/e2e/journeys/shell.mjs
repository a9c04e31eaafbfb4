// What index.html shows until the app takes its place: the default design, where the app will draw it.

import assert from "node:assert/strict";
import { cli } from "../cli.mjs";
import { fleet } from "../fleet.mjs";
import { address, until } from "../harness.mjs";
import { journey } from "../journey.mjs";

/** The app's own program; what stands in index.html needs none. */
const PROGRAM = /\/aurora-designer-[0-9a-f]+\.js$/;

/** How far a place may be from where the shell had it, in pixels: the app puts the drawing on whole ones. */
const CLOSE = 1;

/** What a person sees of the page: every text with its place, and the edges of the panels. */
const seen = (page) =>
  page.evaluate(() => {
    const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const place = ({ x, y, width, height }) => ({ x, y, width, height });
    // What an element says by itself, in one or several pieces.
    const said = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement;
      if (!shown(around) || around.closest(".visually-hidden, script, noscript, select")) continue;
      said.set(around, [...(said.get(around) ?? []), node]);
    }
    const texts = [];
    for (const nodes of said.values()) {
      const range = document.createRange();
      range.setStartBefore(nodes[0]);
      range.setEndAfter(nodes.at(-1));
      const text = nodes.map(({ data }) => data).join("").trim();
      const at = place(range.getBoundingClientRect());
      if (text && at.y < innerHeight && at.width > 0) texts.push({ text, ...at });
    }
    const panels = [".top", ".outline", ".stage", ".dock", ".inspector", ".summary", ".minimap", ".cost"].flatMap((name) =>
      [...document.querySelectorAll(name)].filter(shown).map((panel) => ({ text: name, ...place(panel.getBoundingClientRect()) })),
    );
    return [...texts, ...panels];
  });

const near = (one, other) => ["x", "y", "width"].every((side) => Math.abs(one[side] - other[side]) <= CLOSE);

for (const [name, width, height] of [
  ["a wide window", 1440, 900],
  ["a laptop", 1024, 768],
  ["a phone", 390, 844],
]) {
  journey(
    `what is painted first stays where it is on ${name}`,
    async ({ page }) => {
      let go;
      const held = new Promise((resolve) => (go = resolve));
      await page.route(PROGRAM, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(address(), { waitUntil: "commit" });
      await page.locator("#shell dd").first().waitFor({ state: "attached" });
      await page.waitForFunction(() => [...document.querySelectorAll("link[rel=stylesheet]")].every(({ sheet }) => sheet));
      const before = await seen(page);
      go();
      await page.locator("#shell").waitFor({ state: "detached" });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const after = await seen(page);
      assert.ok(before.length >= 40, `the first paint holds ${before.length} texts and panels`);
      const moved = before.filter((it) => !after.some((other) => other.text === it.text && near(it, other)));
      const tell = ({ text, x, y, width }) => `${text} at ${[x, y, width].map(Math.round)}`;
      const now = ({ text }) => after.filter((other) => other.text === text).map(tell).join("; ") || "gone";
      assert.deepEqual(moved.map((it) => `${tell(it)} is now: ${now(it)}`), []);
    },
    { viewport: { width, height } },
  );
}

/** Notes in `window.first` what the frame shows that first holds the app's own drawing. */
const noteFirst = () => {
  new MutationObserver((_, observer) => {
    const writer = document.querySelector("#diagram .node-button");
    if (!writer) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { x, y, width, height } = writer.getBoundingClientRect();
      const shell = document.getElementById("shell");
      // What is inert is passed over by the question what lies at a place.
      shell.inert = false;
      const there = document.elementsFromPoint(x + width / 2, y + height / 2);
      shell.inert = true;
      const over = there.slice(0, there.indexOf(writer));
      window.first = {
        seen: writer.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        over: over.filter((it) => getComputedStyle(it).backgroundColor !== "rgba(0, 0, 0, 0)").map((it) => it.className),
        around: document.querySelectorAll("#shell ~ .app :is(.top .button, .tree, .tab, .problem)").length,
        place: { x, y, width },
      };
    });
  }).observe(document, { childList: true, subtree: true });
};

for (const [name, width, height] of [
  ["a wide window", 1440, 900],
  ["a laptop", 1024, 768],
]) {
  journey(
    `the drawing of a link comes before all else on ${name}, and stays where it is`,
    async ({ page }) => {
      await page.goto(`${address()}#${cli(["link", "-"], fleet("drawn-first", 20)).out.trim()}`);
      await page.locator("#shell").waitFor({ state: "detached" });
      const { place, ...first } = await page.evaluate(() => window.first);
      assert.deepEqual(first, { seen: true, over: [], around: 0 });
      const now = await page.locator("#diagram .node-button").first().evaluate((it) => {
        const { x, y, width } = it.getBoundingClientRect();
        return { x, y, width };
      });
      assert.ok(near(place, now), `it was at ${JSON.stringify(place)} and is at ${JSON.stringify(now)}`);
      // A minimum over the maximum is marked once it is found.
      await page.locator("#diagram .node [data-severity]").first().waitFor();
    },
    { viewport: { width, height }, before: noteFirst },
  );
}

journey("who comes with a link or a kept design first gets the frame alone", async ({ page, context, open }) => {
  await open();
  await page.waitForFunction(() => localStorage.getItem("aurora-designer.design"));
  const [base, fragment] = page.url().split("#");
  for (const address of [base, `${base}#${fragment}`]) {
    // Never started, so without the faults that are counted of a page.
    const waiting = await context.newPage();
    await waiting.route(PROGRAM, () => {});
    await waiting.goto(address, { waitUntil: "commit" });
    await waiting.getByText("Aurora Designer", { exact: true }).first().waitFor();
    const texts = async () => (await seen(waiting)).map(({ text }) => text);
    // Its last piece is the bar below, and the browser may paint before it has read that far.
    const shown = await until(texts, (all) => all.includes("Settings") && all.includes(".cost"), "the frame is there");
    assert.deepEqual(shown.filter((text) => /us-east-1|\$|^aurora$|No problems|notes that/.test(text)), []);
    await waiting.close();
  }
});

const started = (page) => page.locator("#shell").waitFor({ state: "detached" });

journey("an app that does not load is told, and comes at the next try", async ({ page }) => {
  await page.route(PROGRAM, (route) => route.fulfill({ status: 503 }));
  await page.goto(address());
  const again = page.getByRole("alert").getByRole("button", { name: "Try again" });
  await again.waitFor();
  await page.unroute(PROGRAM);
  await again.click();
  await started(page);
  assert.equal(await page.getByRole("alert").filter({ hasText: "could not start" }).count(), 0);
  page.faults.length = 0; // the browser's own words about the answer that never came
});

journey(
  "without WebAssembly the page says what it needs",
  async ({ page }) => {
    await page.goto(address());
    await page.getByRole("alert").getByText(/could not start.*WebAssembly/s).waitFor();
    page.faults.length = 0; // the browser's own words about what is missing
  },
  { before: () => delete globalThis.WebAssembly },
);
