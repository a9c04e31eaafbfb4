// Two tabs, links over work, back and forward: nothing that was edited is ever lost, and what happened is said.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { address, newPage, open as openIn, reload, until } from "../harness.mjs";
import { journey } from "../journey.mjs";
import { DESIGNS } from "../paths.mjs";
import { called, news, saved, setMaximum, shelf, titles, upTo } from "../shelf.mjs";

const seed = readFileSync(`${DESIGNS}seed.yaml`, "utf8");
const full = readFileSync(`${DESIGNS}full.yaml`, "utf8");
const linkOf = (spec) => cli(["link", "-"], spec).out.trim();
const fullName = /project_name: (.*)/.exec(full)[1];

const undo = (page) => page.getByRole("button", { name: "Undo", exact: true });

/** A second tab of the same browser, with the same design. */
async function second(context) {
  const other = await newPage(context);
  await openIn(other);
  await saved(other);
  return other;
}

journey("two tabs with one design follow each other, history included", async ({ page, context, open }) => {
  await open();
  await app(page).openSpec(seed);
  await saved(page);
  const other = await second(context);
  await called(other, "my-aurora-db");
  await setMaximum(page, 32);
  await upTo(other, 32);
  await until(() => undo(other).getAttribute("data-tip"), /^Undo: Set Maximum to 32 ACU/);
  await setMaximum(other, 48);
  await upTo(page, 48);
  await undo(page).click();
  await upTo(other, 32);
  for (const tab of [page, other]) await until(() => titles0(tab), 1);
  assert.deepEqual(other.faults, []);
});

/** How many designs the store holds. */
const titles0 = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("aurora-designer");
        opening.onsuccess = () => {
          const database = opening.result;
          const count = database.transaction("designs").objectStore("designs").count();
          count.onsuccess = () => {
            database.close();
            resolve(count.result);
          };
        };
      }),
  );

journey("two tabs that edit at once part into two designs, and both are kept", async ({ page, context, open }) => {
  await open();
  await app(page).openSpec(seed);
  await saved(page);
  // Without a channel neither hears of the other before it saves.
  await context.addInitScript(() => delete globalThis.BroadcastChannel);
  await reload(page);
  await saved(page);
  const other = await second(context);
  await setMaximum(page, 32);
  await saved(page);
  await setMaximum(other, 64);
  await news(other).filter({ hasText: /edited in another tab at the same time. Both are kept/ }).waitFor();
  await saved(other);
  await upTo(page, 32);
  await upTo(other, 64);
  const dialog = await shelf(other);
  await until(() => titles(dialog), (all) => all.includes("my-aurora-db") && all.includes("my-aurora-db (2)"));
  await other.keyboard.press("Escape");
  // Each goes on by itself, and a reload finds each its own.
  await setMaximum(page, 24);
  await saved(page);
  await reload(other);
  await upTo(other, 64);
  await undo(other).click();
  await upTo(other, 16);
  await reload(page);
  await upTo(page, 24);
  assert.deepEqual(other.faults, []);
});

journey("two tabs that edit for a while lose nothing that either had", async ({ page, context, open }) => {
  await open();
  await app(page).openSpec(seed);
  await saved(page);
  const other = await second(context);
  const field = (tab) => app(tab).field("Maximum");
  for (const tab of [page, other]) await app(tab).node(/^Writer/).click();
  for (let round = 0; round < 12; round++) {
    await Promise.all([field(page).fill(String(20 + round)), field(other).fill(String(60 + round))]);
  }
  await saved(page);
  await saved(other);
  const last = async (tab) => Number(/max=(\d+)/.exec(await app(tab).fragment())[1]);
  // Whichever tab followed the other shows what it made; if they parted, each shows its own. Both last values are in a
  // history of the store in any case.
  const shown = await Promise.all([until(() => last(page), Number.isFinite), until(() => last(other), Number.isFinite)]);
  assert.ok(shown.every((value) => value === 31 || value === 71), `they show ${shown}`);
  const texts = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("aurora-designer");
        opening.onsuccess = () => {
          const all = opening.result.transaction("steps").objectStore("steps").getAll();
          all.onsuccess = () => resolve(all.result.map((bytes) => new TextDecoder("latin1").decode(bytes)));
        };
      }),
  );
  for (const value of [31, 71]) assert.ok(texts.some((text) => text.includes(`max=${value}`)), `${value} is kept`);
  assert.deepEqual(other.faults, []);
});

journey("a link over work keeps both, back and forward go between them", async ({ page, open }) => {
  await open();
  await app(page).openSpec(seed);
  await setMaximum(page, 32);
  await page.evaluate((link) => (location.hash = link), linkOf(full));
  await called(page, fullName);
  await page.getByRole("status").filter({ hasText: "\u201cmy-aurora-db\u201d is still on your shelf" }).waitFor();
  await saved(page);
  await page.goBack();
  await called(page, "my-aurora-db");
  await upTo(page, 32);
  await until(() => undo(page).getAttribute("data-tip"), /^Undo: Set Maximum to 32/);
  await page.goForward();
  await called(page, fullName);
  // The same link again is the same design, not a third one.
  await page.goBack();
  await called(page, "my-aurora-db");
  await page.evaluate((link) => (location.hash = link), linkOf(full));
  await called(page, fullName);
  const dialog = await shelf(page);
  await until(() => titles(dialog).then((all) => all.length), 2);
});

journey("half a link over work says what is missing and keeps the work", async ({ page, open }) => {
  await open();
  await app(page).openSpec(seed);
  await saved(page);
  const link = linkOf(full);
  await page.evaluate((half) => (location.hash = half), link.slice(0, link.length / 2));
  await news(page).filter({ hasText: /end of the link is missing/ }).waitFor();
  await page.goBack();
  await called(page, "my-aurora-db");
});

journey("a link with the prices of another month says so", async ({ page, open }) => {
  await open(linkOf(seed).replace(/&p=[^&]*/, "&p=2026-03"));
  await news(page).filter({ hasText: /prices of March 2026.*may differ/ }).waitFor();
  await called(page, "my-aurora-db");
});

journey("what a tab deletes, another that edits it brings back", async ({ page, context, open }) => {
  await open();
  await app(page).openSpec(seed);
  await saved(page);
  const other = await second(context);
  const dialog = await shelf(page);
  await dialog.getByRole("button", { name: "Delete my-aurora-db" }).click();
  await until(() => titles(dialog), (all) => !all.includes("my-aurora-db"));
  await page.keyboard.press("Escape");
  await called(page, "aurora");
  await setMaximum(other, 48);
  await saved(other);
  const again = await shelf(page);
  await until(() => titles(again), (all) => all.includes("my-aurora-db"));
  assert.deepEqual(other.faults, []);
});

journey("a tab that is hidden saves at once", async ({ page, context, open }) => {
  await open();
  await saved(page);
  await app(page).node(/^Writer/).click();
  // Typed and left within the time that a save waits for more.
  await page.evaluate(() => {
    const later = window.setTimeout;
    window.setTimeout = (run, wait, ...rest) => later(run, wait >= 300 && wait < 1000 ? 3_600_000 : wait, ...rest);
  });
  await app(page).field("Maximum").fill("96");
  await upTo(page, 96);
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide")));
  await saved(page);
  const next = await newPage(context);
  await next.goto(`${address()}robots.txt`);
  await next.evaluate(() => localStorage.clear());
  next.faults.length = 0;
  await openIn(next);
  await upTo(next, 96);
});
