// What a letter touches: of the drawing what changes, and of the fields the one that is typed into.

import assert from "node:assert/strict";
import { app } from "../app.mjs";
import { until } from "../harness.mjs";
import { journey } from "../journey.mjs";

journey("a letter sets of the cards only what it changes", async ({ page, open }) => {
  await open();
  const writer = page.locator("#node-writer");
  const before = await writer.getAttribute("aria-label");
  await page.evaluate(() => {
    window.touched = [];
    new MutationObserver((records) => {
      for (const { target, attributeName, oldValue } of records) {
        window.touched.push({
          what: `${target.getAttribute("class")} ${attributeName}`,
          same: target.getAttribute(attributeName) === oldValue,
        });
      }
    }).observe(document.querySelector("#diagram svg.diagram"), {
      subtree: true,
      attributeFilter: ["class", "x", "y", "width", "height", "rx", "text-anchor"],
      attributeOldValue: true,
    });
  });
  await app(page).field("Maximum").fill("64");
  await until(() => writer.getAttribute("aria-label"), (now) => now !== before);
  const touched = await page.evaluate(() => window.touched);
  assert.ok(touched.some(({ what }) => what === "gauge-band width"), JSON.stringify(touched));
  assert.deepEqual(touched.filter(({ same }) => same), []);
});

journey("a field belongs to a form of its own, and Enter sends nothing", async ({ page, open }) => {
  await open();
  const field = app(page).field("Maximum");
  assert.equal(await field.evaluate((input) => input.form.elements.length), 1);
  await field.fill("64");
  await page.evaluate(() => (window.stayed = true));
  const address = new URL(page.url());
  await field.press("Enter");
  await until(() => app(page).fragment(), (now) => now !== "");
  assert.equal(await field.inputValue(), "64");
  const now = new URL(page.url());
  assert.equal(now.pathname + now.search, address.pathname + address.search);
  assert.ok(await page.evaluate(() => window.stayed), "the page was loaded anew");
});
