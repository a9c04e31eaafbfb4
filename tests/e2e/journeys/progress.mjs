// How far the reading of what was handed in is: told in bytes and files while it is read, and that it is looked through then.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { app } from "../app.mjs";
import { holdWorker, shot } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";

const STATE = new URL("../../import/cases/tf-state/input/state.json", import.meta.url).pathname;

/** Bytes of the large file, of which most are blanks. */
const LARGE = 24_000_000;

journey("a large file tells how much of it has been read, then that it is looked through", async ({ page, context, open }) => {
  // The worker comes when it is let in, so that nothing has been read when somebody looks.
  const letIn = await holdWorker(context);
  await open();
  const data = await page.evaluateHandle(
    ([text, size]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text, " ".repeat(size - text.length)], "state.json"));
      transfer.items.add(new File(["# Words\n"], "README.md"));
      return transfer;
    },
    [readFileSync(STATE, "utf8"), LARGE],
  );
  await page.locator("body").dispatchEvent("drop", { dataTransfer: data });
  const bar = page.getByRole("progressbar", { name: "Reading" });
  await bar.waitFor();
  await app(page).dialog.getByText("2 files, 24 MB").waitFor();
  await app(page).dialog.getByText("Read: 0 of 2 files, 0 of 24 MB.").waitFor();
  assert.equal(await bar.getAttribute("max"), String(LARGE + 8));
  assert.equal(await bar.getAttribute("value"), "0");
  await accessible(page, "import progress");
  await shot(page, "import progress");

  await page.evaluate(() => {
    window.told = [];
    new MutationObserver(() => {
      const bar = document.querySelector(".opening progress");
      if (bar) window.told.push([bar.getAttribute("value"), bar.parentElement.innerText]);
    }).observe(document.querySelector(".opening"), { subtree: true, childList: true, characterData: true, attributes: true });
  });
  letIn();
  await app(page).dialog.getByRole("heading", { name: "records, from 2 files" }).waitFor();
  const told = await page.evaluate(() => window.told);
  const values = told.map(([value]) => value);
  const read = values.filter((value) => value !== null).map(Number);
  assert.ok(read.some((value) => value > 0 && value < LARGE), `it goes on while it is read: ${values}`);
  assert.deepEqual(read, read.toSorted((one, other) => one - other), "it never goes back");
  assert.ok(told.some(([, text]) => /Read: 0 of 2 files, [1-9]\d* of 24 MB\./.test(text)), "in words");
  const [last, words] = told.at(-1);
  assert.equal(last, null, "how long the rest takes, nobody knows");
  assert.match(words, /All is read, and looked through now\./);
});
