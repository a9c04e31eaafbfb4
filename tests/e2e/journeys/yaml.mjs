// The YAML panel: valid text is the design at once, a mistake is marked and changes nothing, keys are offered with help.

import assert from "node:assert/strict";
import { app } from "../app.mjs";
import { rest, shot, stays, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";

const editor = (page) => page.locator("yaml-editor");
const text = (page) => editor(page).evaluate((element) => element.text);

async function openPanel(page) {
  await page.getByRole("tab", { name: "YAML" }).click();
  await editor(page).waitFor();
  await until(() => text(page), /^project_name: aurora/);
}

/** Puts the cursor behind a text and types. */
async function typeBehind(page, behind, typed) {
  const all = await text(page);
  const at = all.indexOf(behind) + behind.length;
  const line = all.slice(0, at).split("\n").length;
  await editor(page).evaluate((element, [line, column]) => element.reach(line, column), [line, at - all.lastIndexOf("\n", at - 1)]);
  await page.keyboard.type(typed);
}

journey("what is typed is the design at once, in one step, and comments stay until it is written anew", async ({ page, open }) => {
  await open();
  await openPanel(page);
  await typeBehind(page, "max_capacity: ", "2");
  await until(() => app(page).fragment(), /max=216/);
  await typeBehind(page, "encryption: true", " # ours?");
  assert.equal(await app(page).dialog.count(), 0, "a letter typed there is no command");
  await until(() => text(page), /encryption: true # ours\?/);
  await page.getByText(/Comments stay in this text/).waitFor();
  await shot(page, "yaml panel");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await until(() => text(page), (now) => !now.includes("# ours") && /max_capacity: 16$/m.test(now));
  await page.getByText(/without your comments/).waitFor();
});

journey("a mistake is marked with its place and the nearest key, and the design stays", async ({ page, open }) => {
  await open();
  await openPanel(page);
  const before = await rest(() => app(page).fragment());
  await typeBehind(page, "encryptio", "xx");
  const said = page.getByRole("status").filter({ hasText: /Line \d+, column \d+/ });
  await until(() => said.innerText(), /encryption.*The design stays as it was/s);
  await stays(() => app(page).fragment(), before);
  await shot(page, "yaml mistake");
  await accessible(page, "yaml mistake");
  await page.getByRole("button", { name: "Write it anew" }).click();
  await until(() => text(page), (now) => !now.includes("encryptioxx"));
});

journey("keys are offered with their help, without those that are there", async ({ page, open }) => {
  await open();
  await openPanel(page);
  await typeBehind(page, "backup_retention: 7", "\nbacktr");
  const option = page.getByRole("option", { name: /backtrack_hours/ });
  await option.waitFor();
  await page.getByText(/MySQL cluster can be wound back/).waitFor();
  assert.equal(await page.getByRole("option", { name: /^backup_retention/ }).count(), 0);
  await shot(page, "yaml completion");
});

journey("a text that explodes is refused in words, and the page goes on", async ({ page, open }) => {
  await open();
  await openPanel(page);
  const before = await rest(() => app(page).fragment());
  const levels = Array.from({ length: 12 }, (_, at) => `l${at}: &l${at} [${Array(10).fill(at ? `*l${at - 1}` : "x").join(", ")}]`);
  await editor(page).evaluate((element) => element.reach(1, 1));
  await page.keyboard.press("Control+A");
  await editor(page).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true });
    element.shadowRoot.activeElement.dispatchEvent(paste);
  }, `${levels.join("\n")}\n`);
  // The editor's paste is the editor's: the door stays shut.
  await until(() => text(page), /^l0: /);
  assert.equal(await app(page).dialog.count(), 0);
  const said = page.getByRole("status").filter({ hasText: /Line \d+, column \d+/ });
  await until(() => said.innerText(), /The design stays as it was/);
  await stays(() => app(page).fragment(), before);
});

for (const [width, height] of [[1024, 768], [390, 844]]) {
  journey(`the editor fits a window of ${width} by ${height}`, async ({ page, open }) => {
    await page.setViewportSize({ width, height });
    await open();
    const phone = width < 700;
    if (phone) await page.locator("#section-yaml > summary").click();
    else await page.getByRole("tab", { name: "YAML" }).click();
    await editor(page).waitFor();
    await until(() => text(page), /^project_name: aurora/);
    await typeBehind(page, "encryptio", "xx");
    await page.getByText(/The nearest is encryption/).waitFor();
    await editor(page).scrollIntoViewIfNeeded();
    await shot(page, `yaml ${width}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  });
}
