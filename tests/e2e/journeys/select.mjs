// Several instances at once, by mouse and by keys; the menu on a part; what is copied as text.

import assert from "node:assert/strict";
import { app } from "../app.mjs";
import { shot, stays, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";

const FIVE = Array.from({ length: 5 }, (_, at) => `- type: reader\n  promotion_tier: ${at < 3 ? 1 : 2}`).join("\n");

const said = (page, text) => page.getByRole("status").filter({ hasText: text }).first().waitFor();
const item = (page, name) => page.getByRole("menu").getByRole("menuitem", { name });
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const readers = (page) => app(page).node(/^Reader \d/).count();
const focused = (page) => page.evaluate(() => document.activeElement.id);

/** Pastes a text into the drawing as the browser would. */
async function paste(page, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await app(page).node(/^Writer/).focus();
  await page.keyboard.press("Control+v");
}

journey("readers are pasted, selected together, retiered, moved and removed in one step each", async ({ page, open }) => {
  const { node } = app(page);
  await open();
  await paste(page, FIVE);
  await said(page, "Pasted 5 readers");
  await until(() => readers(page), 6);
  await until(() => page.locator("[data-picked]").count(), 5);
  await said(page, "5 readers selected");

  // One of them is taken out, the writer and one more come in; a tier for those that have one.
  await node(/^Reader 6/).click({ modifiers: ["Shift"] });
  await until(() => page.locator("[data-picked]").count(), 4);
  await node(/^Reader 2/).click({ button: "right", position: { x: 12, y: 8 } });
  await item(page, /^Scale on their own, tier 2/).click();
  await said(page, "Moved 3 readers to tier 2");
  await node(/^Reader 2.*tier 2/).waitFor();
  await page.keyboard.press("Control+z");
  await node(/^Reader 2.*tier 1/).waitFor();
  await node(/^Reader 4.*tier 1/).waitFor();

  await page.getByRole("button", { name: "Change all" }).click();
  await accessible(page, "the menu of several");
  await shot(page, "several selected");
  await item(page, /^Move to zone c/).click();
  await said(page, /Moved \d readers to zone c/);
  await node(/^Reader 2, zone c/).waitFor();

  // All, and Delete: the writer stays.
  await node(/^Writer/).focus();
  await page.keyboard.press("Control+a");
  await said(page, "7 instances selected");
  await page.keyboard.press("Escape");
  await until(() => page.locator("[data-picked]").count(), 0);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await said(page, "Removed 6 readers");
  await until(() => readers(page), 0);
  await page.keyboard.press("Control+z");
  await until(() => readers(page), 6);
});

journey("a rectangle drawn with Shift selects what it touches, and a card carried takes the others along", async ({ page, open }) => {
  const { node, diagram } = app(page);
  await open();
  await paste(page, FIVE);
  await until(() => readers(page), 6);
  await node(/^Writer/).click();
  await until(() => page.locator("[data-picked]").count(), 0);
  const one = await node(/^Reader 1/).boundingBox();
  const column = await page.locator('.zone-column[data-zone="b"] .zone').boundingBox();
  await page.keyboard.down("Shift");
  await page.mouse.move(column.x + 2, column.y + column.height - 40);
  await page.mouse.down();
  await page.mouse.move(one.x + one.width / 2, one.y + 4, { steps: 6 });
  await page.locator(".marquee").waitFor();
  await page.mouse.up();
  await page.keyboard.up("Shift");
  await until(() => page.locator(".marquee").count(), 0);
  const picked = await page.locator("[data-picked]").count();
  assert.ok(picked >= 2, `${picked} cards`);
  assert.equal(await diagram.locator('[data-picked] [aria-label^="Reader 1"]').count(), 1);
  await shot(page, "selected by a rectangle");

  // The writer is the one that was selected before; it stays when they go to the bin.
  await page.mouse.move(one.x + one.width / 2, one.y + 12);
  await page.mouse.down();
  await page.mouse.move(one.x + 60, one.y + 40, { steps: 4 });
  await page.locator(".bin").waitFor();
  const bin = await page.locator(".bin").boundingBox();
  await page.mouse.move(bin.x + bin.width / 2, bin.y + bin.height / 2, { steps: 5 });
  await page.mouse.up();
  await said(page, /Removed \d readers/);
  await until(() => readers(page), 6 - (picked - 1));
});

journey("duplicate, copy and paste by keys; other text is not pasted", async ({ page, open }) => {
  const { node } = app(page);
  await open();
  await node(/^Reader 1/).click();
  await page.keyboard.press("Control+d");
  await said(page, "Duplicated reader 1");
  await node(/^Reader 2, zone b, tier 1/).waitFor();
  await until(() => focused(page), "node-reader-2");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.keyboard.press("Control+c");
  await said(page, "Copied reader 2");
  assert.equal(await clipboard(page), "- type: reader\n  availability_zone: b\n  promotion_tier: 1\n");
  await page.keyboard.press("Control+v");
  await said(page, "Pasted a reader");
  await until(() => readers(page), 3);
  await paste(page, "hello");
  await app(page).dialog.getByText(/Your design is unchanged/).waitFor();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await until(() => readers(page), 3);
});

journey("every part has a menu, by the right button and by the keyboard", async ({ page, open }) => {
  const { node, dialog } = app(page);
  await open();
  const ids = await page.locator(".node-button").evaluateAll((all) => all.map((it) => it.id));
  assert.ok(ids.length > 8, `${ids.length} parts`);
  for (const id of ids) {
    await page.locator(`#${id}`).focus();
    await page.keyboard.press("Shift+F10");
    await item(page, /^Settings/).waitFor();
    await page.keyboard.press("Escape");
    await until(() => page.getByRole("menu").count(), 0);
    assert.equal(await focused(page), id);
  }
  await node(/^Reader 1/).click({ button: "right" });
  await accessible(page, "the menu of a reader");
  await shot(page, "menu of a reader");
  assert.match(await item(page, /^Remove reader 1/).textContent(), /Delete/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await until(() => page.evaluate(() => document.activeElement.textContent), /^Duplicate reader 1/);
  await page.keyboard.press("Enter");
  await said(page, "Duplicated reader 1");
  // At the edge of the window it stays inside.
  await page.getByRole("navigation", { name: "Outline" }).getByRole("button", { name: /^Backups/ }).click({ button: "right" });
  const { y, height } = await page.getByRole("menu").boundingBox();
  assert.ok(y + height <= page.viewportSize().height, `${y} + ${height}`);
  await page.mouse.click(5, 5);
  await until(() => page.getByRole("menu").count(), 0);
  assert.equal(await dialog.count(), 0);
});

journey("a menu closes by Escape before it has the focus", async ({ page, open }) => {
  const { node } = app(page);
  await open();
  const came = await node(/^Reader 1/).evaluate(async (card) => {
    const { left, top } = card.getBoundingClientRect();
    const at = { clientX: left + 20, clientY: top + 20 };
    card.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, ...at }));
    // No frame comes between: the focus follows in the next one.
    for (let turn = 0; turn < 50 && !document.querySelector("[role=menu]"); turn += 1) await Promise.resolve();
    const came = document.querySelector("[role=menu]") !== null;
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    return came;
  });
  assert.ok(came, "the menu opens");
  await until(() => page.getByRole("menu").count(), 0);
  await stays(() => page.getByRole("menu").count(), 0);
});

journey("findings and bill are copied as Markdown", async ({ page, open }) => {
  await open();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy findings as Markdown" }).click();
  await said(page, "Copied the findings as Markdown");
  assert.match(await clipboard(page), /^# Findings of .+\n\n- \*\*/);
  await page.getByRole("tab", { name: "Cost" }).click();
  await page.getByRole("button", { name: "Copy the bill as Markdown" }).click();
  await said(page, "Copied the bill as Markdown");
  assert.match(await clipboard(page), /^# Monthly bill of /);
  await shot(page, "bill with its copy button");
});

journey("a field says what it is, from the facts and with their sources", async ({ page, open }) => {
  const { settings } = app(page);
  await open();
  const ask = settings.getByRole("button", { name: "What is Maximum?" });
  await ask.click();
  const note = settings.getByRole("note");
  await note.getByRole("listitem").first().waitFor();
  const address = await note.getByRole("link", { name: "Source" }).first().getAttribute("href");
  assert.match(address, /^https:\/\/docs\.aws\.amazon\.com\//);
  await accessible(page, "what is this");
  await shot(page, "what is this");
  await ask.click();
  await until(() => note.count(), 0);
});
