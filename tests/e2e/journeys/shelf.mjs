// The shelf: designs that are kept with their history, found again, copied, deleted and brought back; and what is told
// where they are not.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { address, newPage, open as openIn, reload, shot, stays, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";
import { DESIGNS } from "../paths.mjs";
import { addReader, called, kept, news, saved, setMaximum, shelf, titles } from "../shelf.mjs";

const full = readFileSync(`${DESIGNS}full.yaml`, "utf8");
const seed = readFileSync(`${DESIGNS}seed.yaml`, "utf8");
const linkOf = (spec) => cli(["link", "-"], spec).out.trim();

/** Does something to the store past the app: `[what, store, key, value]`; gives the keys that are there then. */
const store = (page, ...acts) =>
  page.evaluate(
    (acts) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("aurora-designer");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(["designs", "steps"], "readwrite");
          for (const [name, key, value] of acts) {
            transaction.objectStore(name).put(Array.isArray(value) ? new Uint8Array(value) : value, key);
          }
          const [designs, steps] = ["designs", "steps"].map((name) => transaction.objectStore(name).getAllKeys());
          transaction.oncomplete = () => {
            database.close();
            resolve({ designs: designs.result, steps: steps.result });
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    acts,
  );

/** A page of the app's origin that is not the app. */
async function elsewhere(page) {
  // A browser asks for the icon of whatever it shows, and tells late of one that is not there.
  await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
  await page.goto(`${address()}robots.txt`);
  await page.evaluate(() => fetch("favicon.ico").catch(() => {})); // the icon that the browser wishes for there has been asked for
  page.faults.length = 0;
}

journey("a design is saved within a second, with its history, and a reload finds both", async ({ page, open }) => {
  await open();
  await saved(page);
  await setMaximum(page, 32);
  await until(() => app(page).fragment(), /max=32/);
  await saved(page);
  await addReader(page);
  await app(page).node(/^Reader 2/).waitFor();
  await saved(page);
  await reload(page);
  await app(page).node(/^Reader 2/).waitFor();
  await until(() => page.getByRole("button", { name: "Undo", exact: true }).getAttribute("data-tip"), "Undo: Add reader 2 in zone c \u{b7} Ctrl Z");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await until(() => app(page).node(/^Reader 2/).count(), 0);
  await page.getByRole("status").filter({ hasText: "Undid: Add reader 2 in zone c." }).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await app(page).node(/^Writer.*to 16 ACU/).waitFor();
  await until(() => page.getByRole("button", { name: "Undo", exact: true }).getAttribute("aria-disabled"), "true");
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await app(page).node(/^Writer.*to 32 ACU/).waitFor();
});

journey("a design is kept while somebody who never rests goes on editing it", async ({ page, open }) => {
  await open();
  await saved(page);
  await app(page).node(/^Writer/).click();
  const kept = await app(page).field("Maximum").evaluate(async (field) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
    const before = location.hash;
    // Sooner than any pause that a save could wait for, and far longer than it may take.
    for (let edit = 0; edit < 200; edit += 1) {
      set.call(field, String(20 + (edit % 100)));
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((next) => setTimeout(next, 50));
      if (location.hash !== before) return true;
    }
    return false;
  });
  assert.ok(kept, "200 edits in ten seconds, and none was kept");
});

journey("the bare address opens what was edited last, not the link that was looked at since", async ({ page, open }) => {
  await open();
  await app(page).openSpec(seed);
  await saved(page);
  await open(linkOf(full));
  await called(page, /project_name: (.*)/.exec(full)[1]);
  await page.getByRole("status").filter({ hasText: "is still on your shelf" }).waitFor();
  await saved(page);
  await open();
  await called(page, "my-aurora-db");
  const dialog = await shelf(page);
  await until(() => titles(dialog), (all) => all.length === 2);
  const other = /project_name: (.*)/.exec(full)[1];
  await dialog.getByRole("button", { name: new RegExp(`^${other}\\s*(Postgre|My)SQL`) }).click();
  await called(page, /project_name: (.*)/.exec(full)[1]);
});

journey("a design too long for a link is kept and says so in the bar", async ({ page, open }) => {
  const tags = Array.from({ length: 48 }, (_, at) => `  tag-${at}: ${"a long value ".repeat(15).trim()}`);
  const long = `${seed.replace("my-aurora-db", "long-one")}tags:\n${tags.join("\n")}\n`;
  await open();
  await app(page).openSpec(long);
  await saved(page);
  await until(() => app(page).fragment(), "");
  await reload(page);
  await called(page, "long-one");
  assert.equal(await app(page).download("aurora.yaml"), cli(["yaml", "-"], long).out);
  await open();
  await called(page, "long-one");
  await page.getByRole("button", { name: "Copy link" }).first().click();
  await page.getByRole("status").filter({ hasText: "send the file instead" }).waitFor();
});

journey("designs are renamed, duplicated, searched, deleted and brought back", async ({ page, open }) => {
  await open();
  await app(page).openSpec(seed);
  await saved(page);
  let dialog = await shelf(page);
  await accessible(page, "the shelf");
  await dialog.getByRole("button", { name: "Duplicate my-aurora-db" }).click();
  await dialog.waitFor({ state: "hidden" });
  await saved(page);
  dialog = await shelf(page);
  await until(() => titles(dialog), ["my-aurora-db copy", "my-aurora-db"]);
  await dialog.getByRole("button", { name: "Rename my-aurora-db copy" }).click();
  await dialog.getByLabel("Name on the shelf").fill("For the review");
  await dialog.getByRole("button", { name: "Keep the name" }).click();
  await until(() => titles(dialog), ["For the review", "my-aurora-db"]);
  await dialog.getByLabel("Search designs").fill("REVIEW");
  await until(() => titles(dialog), ["For the review"]);
  await dialog.getByLabel("Search designs").fill("");
  await shot(page, "shelf");
  await dialog.getByRole("button", { name: "Delete For the review" }).click();
  await until(() => titles(dialog), ["my-aurora-db"]);
  await page.keyboard.press("Escape");
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  dialog = await shelf(page);
  await until(() => titles(dialog).then((all) => all.toSorted()), ["For the review", "my-aurora-db"]);
  // For good, and then it is gone.
  await dialog.getByRole("button", { name: "Delete For the review" }).click();
  await dialog.getByText("Deleted", { exact: true }).click();
  await dialog.getByRole("button", { name: "Delete for good: For the review" }).click();
  await until(() => titles(dialog), ["my-aurora-db"]);
  await until(() => dialog.getByText("For the review").count(), 0);
  // Its steps went with it, and those of the other one stayed.
  const { steps } = await store(page);
  assert.equal(new Set(steps.map((key) => key.split("/")[0])).size, 1);
});

journey("a new design answers three questions, and undo takes the answers back one by one", async ({ page, open }) => {
  await open();
  await app(page).openSpec(seed);
  await saved(page);
  await (await shelf(page)).getByRole("button", { name: "New design" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Lambda").check();
  await dialog.getByLabel("Where does it run?").selectOption("eu-central-1");
  await dialog.getByLabel("Which hours does it work?").selectOption({ index: 2 });
  await until(() => dialog.locator(".shelf-told li").count(), 3);
  await accessible(page, "a new design");
  await dialog.getByRole("button", { name: "Make it" }).click();
  await app(page).node(/^Writer.*0 to 16 ACU/).waitFor();
  await until(() => news(page).allInnerTexts(), (all) => all.length === 3 && /eu-central-1/.test(all[0]) && /pauses/.test(all[1]) && /Lambda connects/.test(all[2]));
  await shot(page, "new design");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("status").filter({ hasText: "Undid: Add client Lambda." }).waitFor();
  await page.goBack();
  await called(page, "my-aurora-db");
  await page.goForward();
  await called(page, "aurora");
  await until(() => app(page).node(/Lambda/).count(), 0);
});

journey("steps are looked at and gone to, and keep their names over a reload", async ({ page, open }) => {
  await open();
  for (const value of [20, 24, 28]) await setMaximum(page, value);
  await page.keyboard.press("Tab"); // Escape would take back what was typed last
  await saved(page);
  await reload(page);
  await saved(page);
  await page.getByRole("button", { name: "Steps", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const names = () => dialog.locator("ol strong").allInnerTexts();
  await until(names, (all) => /^Set Maximum to 28 ACU$/.test(all[0]) && all.at(-1) === "As it began");
  const count = (await names()).length;
  await dialog.getByRole("button", { name: /As it began/ }).click();
  await dialog.getByRole("row").filter({ hasText: "max_capacity" }).getByText("16").waitFor();
  await accessible(page, "the steps");
  await dialog.getByRole("button", { name: "Go to this step" }).click();
  await app(page).node(/^Writer.*to 16 ACU/).waitFor();
  assert.equal((await names()).length, count);
  await page.keyboard.press("Escape");
  for (let step = 1; step < count; step++) await page.getByRole("button", { name: "Redo", exact: true }).click();
  await app(page).node(/^Writer.*to 28 ACU/).waitFor();
});

journey("a toast's Undo undoes its own step, and goes when another one follows", async ({ page, open }) => {
  await open();
  await app(page).node(/^Writer/).click();
  await addReader(page);
  const toast = page.getByRole("status").filter({ hasText: "Added a reader" });
  await toast.waitFor();
  await app(page).field("Maximum").fill("32");
  await toast.waitFor({ state: "hidden" });
  await app(page).node(/^Writer.*to 32 ACU/).waitFor();
  await until(() => app(page).node(/^Reader 2/).count(), 1);
  await addReader(page);
  await toast.getByRole("button", { name: "Undo" }).click();
  await until(() => app(page).node(/^Reader 3/).count(), 0);
  await until(() => app(page).node(/^Reader 2/).count(), 1);
});

journey("a design of the time before the shelf is taken over", async ({ page, open }) => {
  await elsewhere(page);
  await page.evaluate((link) => localStorage.setItem("aurora-designer.design", link), linkOf(full));
  await open();
  await called(page, /project_name: (.*)/.exec(full)[1]);
  await saved(page);
  const dialog = await shelf(page);
  await until(() => titles(dialog).then((all) => all.length), 1);
});

journey("what an older build edits meanwhile comes onto the shelf beside the rest", async ({ page, open }) => {
  await open();
  await app(page).openSpec(seed);
  await saved(page);
  await elsewhere(page);
  await page.evaluate((link) => localStorage.setItem("aurora-designer.design", link), linkOf(full));
  await open();
  await called(page, /project_name: (.*)/.exec(full)[1]);
  const dialog = await shelf(page);
  await until(() => titles(dialog).then((all) => all.includes("my-aurora-db") && all.length === 2), true);
});

journey("an edit that the store has not taken when the tab dies is there at the next start", async ({ page, context, open }) => {
  await open();
  await saved(page);
  // The store hangs from here on, and the tab is killed without a word.
  await page.evaluate(() => (IDBObjectStore.prototype.put = () => ({})));
  await setMaximum(page, 64);
  await until(() => app(page).fragment(), /max=64/);
  await page.close({ runBeforeUnload: false });
  const next = await newPage(context);
  await openIn(next);
  await app(next).node(/^Writer.*to 64 ACU/).waitFor();
  await saved(next);
  await next.getByRole("button", { name: "Undo", exact: true }).click();
  await app(next).node(/^Writer.*to 16 ACU/).waitFor();
  assert.deepEqual(next.faults, []);
});

for (const [what, before, sentence] of [
  [
    "refuses a store",
    () => Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("Denied.", "SecurityError"); } }),
    /refuses to keep anything/,
  ],
  [
    "opens no store",
    () => (IDBFactory.prototype.open = () => { throw new DOMException("Denied.", "SecurityError"); }),
    /refuses to keep anything/,
  ],
  [
    "has no room",
    () => (IDBObjectStore.prototype.put = () => { throw new DOMException("Full.", "QuotaExceededError"); }),
    /did not take what was to be saved/,
  ],
]) {
  journey(
    `where the browser ${what}, the app works on, says so once and offers the file`,
    async ({ page, open }) => {
      await open();
      await until(() => kept(page), "not saved");
      await news(page).filter({ hasText: sentence }).waitFor();
      await setMaximum(page, 32);
      await until(() => app(page).fragment(), /max=32/);
      await stays(() => kept(page), /^(not saved|saving…)$/);
      await stays(() => news(page).filter({ hasText: sentence }).count(), 1);
      const download = page.waitForEvent("download");
      await news(page).getByRole("button", { name: "Download aurora.yaml" }).click();
      assert.match(readFileSync(await (await download).path(), "utf8"), /max_capacity: 32/);
      await reload(page);
      await app(page).node(/^Writer.*to 32 ACU/).waitFor();
    },
    { before },
  );
}

journey("a store of a later version is left alone, and that is said", async ({ page, open }) => {
  await elsewhere(page);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("aurora-designer", 7);
        opening.onupgradeneeded = () => opening.result.createObjectStore("of-the-future").put("precious", "it");
        opening.onsuccess = () => resolve(opening.result.close());
      }),
  );
  await open();
  await news(page).filter({ hasText: /newer version of this app keeps the designs/ }).waitFor();
  await until(() => kept(page), "not saved");
  await setMaximum(page, 32);
  await until(() => app(page).fragment(), /max=32/);
  const left = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("aurora-designer");
        opening.onsuccess = () => {
          const database = opening.result;
          const got = database.transaction("of-the-future").objectStore("of-the-future").get("it");
          got.onsuccess = () => resolve([database.version, got.result]);
        };
      }),
  );
  assert.deepEqual(left, [7, "precious"]);
});

journey("records that are damaged or of a later form are listed, kept and handed out as they are", async ({ page, open }) => {
  await open();
  await app(page).openSpec(seed);
  await saved(page);
  const odd = { future: [9, 1, 2, 3], cut: [1, 0], odd: "no bytes" };
  await store(page, ...Object.entries(odd).map(([key, value]) => ["designs", key, value]));
  await open();
  await called(page, "my-aurora-db");
  const dialog = await shelf(page);
  await until(() => dialog.getByText("A design that can't be opened").count(), 3);
  await dialog.getByText("Kept by a newer version").waitFor();
  const download = page.waitForEvent("download");
  await dialog.getByRole("listitem").filter({ hasText: "newer version" }).getByRole("button", { name: "Download it as it is" }).click();
  assert.deepEqual([...readFileSync(await (await download).path())], [9, 1, 2, 3]);
  await page.keyboard.press("Escape");
  await setMaximum(page, 32);
  await saved(page);
  const { designs } = await store(page);
  assert.deepEqual(Object.keys(odd).filter((key) => !designs.includes(key)), []);
});

journey("damaged steps cost their history and nothing else", async ({ page, open }) => {
  await open();
  for (const value of [20, 24, 28]) await setMaximum(page, value);
  await saved(page);
  const { steps } = await store(page);
  await store(page, ["steps", steps.at(-1), [1]]);
  await open();
  await app(page).node(/^Writer.*to 28 ACU/).waitFor();
  await saved(page);
  await setMaximum(page, 32);
  await saved(page);
  await reload(page);
  await app(page).node(/^Writer.*to 32 ACU/).waitFor();
});

journey("with the clock set back, what is edited last is still the last", async ({ page, context, open }) => {
  await open();
  await app(page).openSpec(seed);
  await saved(page);
  await context.addInitScript(() => (Date.now = () => 946_684_800_000));
  await open(linkOf(full));
  await saved(page);
  await setMaximum(page, 64);
  await saved(page);
  await page.evaluate(() => localStorage.clear());
  await open();
  await called(page, /project_name: (.*)/.exec(full)[1]);
});
