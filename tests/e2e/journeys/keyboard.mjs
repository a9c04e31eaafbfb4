// Without a mouse: the list of commands, the list of keys, the panels, and a whole design from the default to its files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { app } from "../app.mjs";
import { shot, stays, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";

/** Opens the list of commands and chooses the best answer to some words. */
async function command(page, text) {
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: /^Commands/ });
  await field.waitFor();
  await page.keyboard.type(text);
  await page.getByRole("dialog").getByRole("option", { selected: true }).waitFor();
  await page.keyboard.press("Enter");
  await field.waitFor({ state: "detached" });
}

/** The name of what has the focus. */
const focused = (page) =>
  page.evaluate(() => document.activeElement.id || document.activeElement.getAttribute("aria-label") || "");

/** The bytes of the file that some words bring. */
async function exported(page, text) {
  const download = page.waitForEvent("download");
  await command(page, text);
  return readFileSync(await (await download).path(), "utf8");
}

/** Counts what a pointer does on the page; a journey by keys ends at none. */
const NO_POINTER = () => {
  window.pointers = 0;
  for (const type of ["pointerdown", "mousedown", "touchstart"]) addEventListener(type, () => window.pointers++, true);
};

journey(
  "five instances with a proxy are designed and exported by keys alone",
  async ({ page, open }) => {
    await open();
    const { node, fragment } = app(page);
    await command(page, "add rds proxy");
    for (const zone of ["c", "a", "b"]) await command(page, `add reader in zone ${zone}`);
    await node(/^Reader 4/).waitFor();

    // A setting by its path, a wrong value answered, and the right one.
    await command(page, "serverless_v2.max_capacity");
    await page.waitForFunction(() => document.activeElement.id === "field-resources-0--config-serverless-v2-max-capacity");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("32.3");
    await page.getByRole("button", { name: "Use 32.5" }).waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("32");

    // A setting in a group that is folded.
    await command(page, "project_name");
    await page.waitForFunction(() => document.activeElement.id === "field-project-name");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("orders");
    await page.getByRole("button", { name: "Rename design orders" }).waitFor();

    // A reader goes to another tier in the diagram itself.
    await command(page, "fold or open the outline");
    await command(page, "fold or open the outline");
    await node(/^Reader 2/).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await node(/^Reader 2.*tier 2/).waitFor();

    await page.waitForFunction(() => location.hash.includes("name=orders"));
    const yaml = await exported(page, "download aurora.yaml");
    assert.match(yaml, /project_name: orders/);
    assert.match(yaml, /max_capacity: 32$/m);
    assert.equal(yaml.match(/- type: (writer|reader)/g).length, 5);
    assert.match(yaml, /aws_db_proxy/);
    const mainTf = await exported(page, "download main.tf");
    assert.match(mainTf, /aws_db_proxy"/);
    await until(fragment, /./);
    assert.equal(await page.evaluate(() => window.pointers), 0);
    await shot(page, "designed by keys");
  },
  { before: NO_POINTER },
);

journey("the list of commands finds actions, settings, presets and rules, and gives the focus back", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "Presets" }).focus();
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: /^Commands/ });
  await field.waitFor();
  await accessible(page, "commands");
  await page.keyboard.type("min_capacity");
  await page.getByRole("option", { name: /Minimum/ }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  const active = async () => page.locator(`#${await field.getAttribute("aria-activedescendant")}`);
  await until(async () => (await active()).getAttribute("aria-selected", { timeout: 500 }), "true");
  await field.fill("spiky");
  await page.getByRole("option", { name: /Spiky production.*\$/ }).waitFor();
  await field.fill("no such thing at all");
  await page.getByText("Nothing is called").waitFor();
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
  await until(() => page.evaluate(() => document.activeElement.textContent), /Presets/);

  // A rule that finds nothing here says what it looks for; one that finds something leads to it.
  await command(page, "proxy/debug-logging");
  await page.getByRole("dialog").getByText("proxy/debug-logging", { exact: true }).first().waitFor();
  await accessible(page, "a rule");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await command(page, "a spec with problems");
  await page.getByRole("button", { name: "Rename design my-aurora-db" }).waitFor();
  await command(page, "engine/retired-version");
  await page.waitForFunction(() => /^problem-/.test(document.activeElement.id));
  await until(() => page.evaluate(() => document.activeElement.closest("li").textContent), /retired-version/);
});

journey("the keys are listed, and single ones rest while somebody types or wants none", async ({ page, open }) => {
  await open();
  const outline = page.getByRole("button", { name: "Fold outline" });
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await list.waitFor();
  await accessible(page, "shortcuts");
  await page.keyboard.press("[");
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  await stays(() => outline.isVisible(), true);
  await page.keyboard.press("[");
  await outline.waitFor({ state: "detached" });
  await page.keyboard.press("[");
  await outline.waitFor();
  await page.keyboard.press("]");
  await page.getByRole("button", { name: "Open settings" }).waitFor();
  await page.keyboard.press("]");
  await page.getByLabel("Search settings").focus();
  await page.keyboard.type("[?]");
  await until(() => page.getByLabel("Search settings").inputValue(), "[?]");
  await stays(() => outline.isVisible(), true);
  await page.getByLabel("Search settings").fill("");
  await page.getByRole("button", { name: "Presets" }).focus();
  await page.keyboard.press("?");
  await list.getByLabel(/^Single keys/).press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("[");
  await stays(() => outline.isVisible(), true);
});

journey("panels take the size they are given, and keep it", async ({ page, open }) => {
  await open();
  await page.mouse.move(700, 300);
  for (const [name, key, panel] of [
    ["Width of the outline", "ArrowRight", ".outline"],
    ["Width of the settings", "ArrowLeft", ".inspector"],
    ["Height of the dock", "ArrowUp", ".dock"],
  ]) {
    const edge = page.getByRole("separator", { name });
    const size = async () => {
      const { width, height } = await page.locator(panel).boundingBox();
      return Math.round(panel === ".dock" ? height : width);
    };
    await edge.focus();
    const told = async () => [await size(), Number(await edge.getAttribute("aria-valuenow"))];
    const [before] = await until(told, ([shown, said]) => shown === said);
    await page.keyboard.press(key);
    await until(told, [before + 16, before + 16]);
    const { x, y, width, height } = await edge.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    const [dx, dy] = { ArrowRight: [40, 0], ArrowLeft: [-40, 0], ArrowUp: [0, -40] }[key];
    await page.mouse.move(x + width / 2 + dx, y + height / 2 + dy, { steps: 5 });
    await page.mouse.up();
    await until(size, before + 56);
    await open();
    await until(size, before + 56);
    await page.mouse.move(700, 300);
    await edge.dblclick();
    await until(size, before);
  }
  await accessible(page, "edges");
});

journey("problems stand by part, and F8 goes through them in that order", async ({ page, open }) => {
  await open("env=production&min=0&pause=60&port=80");
  await page.keyboard.press("F8");
  await page.waitForFunction(() => /^problem-/.test(document.activeElement.id));
  const { problems } = app(page);
  await page.getByRole("button", { name: "By part" }).press("Enter");
  await problems.getByRole("heading", { name: "Cluster" }).waitFor();
  await accessible(page, "problems by part");
  const names = () => problems.locator(".problem-name").evaluateAll((all) => all.map(({ id }) => id));
  const order = await until(names, ({ length }) => length > 1);
  const seen = [];
  for (let step = 0; step < order.length; step++) {
    const before = await focused(page);
    await page.keyboard.press("F8");
    await page.waitForFunction((before) => document.activeElement.id !== before, before);
    seen.push(await focused(page));
  }
  const first = order.indexOf(seen[0]);
  assert.deepEqual(seen, [...order.slice(first), ...order.slice(0, first)]);
  await open("env=production&min=0&pause=60&port=80");
  await problems.getByRole("heading", { name: "Cluster" }).waitFor();
});

journey(
  "on a phone a design is read, changed and shared",
  async ({ page, context, open }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open();
    const summary = page.getByRole("region", { name: "Summary" });
    await summary.getByText("2 to 16 ACU").waitFor();
    await page.getByLabel("Maximum", { exact: true }).fill("24");
    await summary.getByText("2 to 24 ACU").waitFor();
    const link = new URL(await app(page).copyLink());
    assert.match(link.hash, /max=24/);
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await until(wider, (px) => px <= 0, "no wider than the window");
  },
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
);

journey("the search of the settings leads to those with an editor of their own, and Ctrl+Enter only shows", async ({ page, open }) => {
  await open();
  const { node, settings } = app(page);
  const search = settings.getByRole("searchbox", { name: "Search settings" });
  await search.fill("engine_version");
  await settings.getByRole("button", { name: /^Version/ }).press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "field-resources-0--config-engine-version");
  await until(() => search.inputValue(), "");

  await command(page, "add region eu-west-1");
  await search.fill("write_forwarding");
  await accessible(page, "settings found");
  await settings.getByRole("button", { name: /^Write forwarding, eu-west-1/ }).click();
  await page.waitForFunction(() => document.activeElement.id === "field-resources-2--config-secondaries-0--write-forwarding");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("add rds proxy");
  await page.getByRole("dialog").getByRole("option", { selected: true }).waitFor();
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(() => document.activeElement.id === "group-head-proxy");
  await stays(() => node(/^RDS Proxy/).count(), 0);
});
