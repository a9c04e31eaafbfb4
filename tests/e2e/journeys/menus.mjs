// By keys: menus, tabs, what signs mean. And what the list of commands, the list of problems and the search know.

import assert from "node:assert/strict";
import { app } from "../app.mjs";
import { shot, stays, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.innerText || document.activeElement.id);

for (const name of ["Presets", "Export"]) {
  journey(`arrow keys stay in the menu ${name}, and Escape closes it`, async ({ page, open }) => {
    await open();
    const button = page.getByRole("button", { name, exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    const items = page.locator(".menu:not([hidden]) .menu-item");
    await items.first().waitFor();
    const words = await items.allInnerTexts();
    for (const [key, at] of [
      ["ArrowDown", 0],
      ["ArrowDown", 1],
      ["End", words.length - 1],
      ["ArrowDown", 0],
      ["ArrowUp", words.length - 1],
      ["Home", 0],
    ]) {
      await page.keyboard.press(key);
      await until(() => focused(page), words[at], key);
    }
    await page.keyboard.press("Escape");
    await items.first().waitFor({ state: "detached" });
    await until(() => button.evaluate((it) => document.activeElement === it), true);
  });
}

journey("tabs are one stop each, and arrows, Home and End bring their panels", async ({ page, open }) => {
  await open();
  for (const [list, names] of [
    ["Dock", ["Problems", "Cost", "Pausing", "Load", "Compare"]],
    ["Settings and code", ["Settings", "Terraform", "YAML", "Deploy"]],
  ]) {
    const tabs = page.getByRole("tablist", { name: list }).getByRole("tab");
    const stops = () => tabs.evaluateAll((all) => all.filter((tab) => tab.tabIndex === 0).length);
    await until(stops, 1);
    await tabs.first().focus();
    for (const [key, at] of [
      ["ArrowRight", 1],
      ["End", names.length - 1],
      ["ArrowRight", 0],
      ["ArrowLeft", names.length - 1],
      ["Home", 0],
    ]) {
      await page.keyboard.press(key);
      await until(() => tabs.nth(at).getAttribute("aria-selected"), "true", `${list} ${key}`);
      await until(() => tabs.nth(at).evaluate((it) => document.activeElement === it), true);
      await until(stops, 1);
    }
  }
});

journey("signs say what they mean and their keys, under a pointer and on focus", async ({ page, open }) => {
  await open();
  const said = (name) =>
    page
      .getByRole("button", { name, exact: true })
      .first()
      .evaluate((it) => getComputedStyle(it, "::after").content);
  await page.getByRole("button", { name: "Presets" }).focus();
  // Past the list of steps.
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await until(() => said("Redo"), /Redo · Ctrl Shift Z/);
  await page.getByRole("button", { name: "Zoom in" }).hover();
  await until(() => said("Zoom in"), /Zoom in · Ctrl \+/);
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByRole("dialog").getByText("Nothing leaves this browser").waitFor();
  await page.getByRole("dialog").getByText("Rename it", { exact: true }).waitFor();
  await accessible(page, "help");
});

journey("the list of commands moves the design and changes its engine", async ({ page, open }) => {
  await open();
  const command = async (text) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: /^Commands/ }).waitFor();
    await page.keyboard.type(text);
    await page.getByRole("dialog").getByRole("option", { selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" }).catch(() => {});
  };
  await command("frankfurt");
  await page.locator(".toast").filter({ hasText: "Moved the design to eu-central-1" }).waitFor();
  await until(() => page.locator("#group-head-regions").innerText(), /one Region/);
  await command("use mysql");
  await until(() => page.locator("#group-head-engine").innerText(), /MySQL 8\.0 \(3\./);
});

journey("the list of versions follows the engine, in an open group", async ({ page, open }) => {
  await open();
  await page.locator("#group-head-engine").click();
  const version = page.getByLabel("Version", { exact: true });
  await until(() => version.inputValue(), /^17\./);
  await page.getByLabel("Engine", { exact: true }).selectOption("aurora-mysql");
  await until(() => version.inputValue(), /mysql_aurora/);
  const offered = () => version.locator("option").evaluateAll((all) => all.map(({ value }) => value));
  await until(offered, (all) => all.length > 3 && all.every((it) => it.includes("mysql_aurora")));
  await version.selectOption({ index: 1 });
  await stays(() => app(page).problems.getByText("Error", { exact: true }).count(), 0);
  await page.getByLabel("Engine", { exact: true }).selectOption("aurora-postgresql");
  await until(offered, (all) => all.length > 3 && all.every((it) => !it.includes("mysql")));
});

journey("the environment box changes nothing until something is chosen", async ({ page, open }) => {
  await open();
  const current = () => page.locator(".tree-row[aria-current=true]").innerText();
  const before = await current();
  await page.getByLabel("Environment").first().focus();
  await stays(current, before);
  await until(() => page.locator("#group-head-design").getAttribute("aria-expanded"), "false");
});

journey("the default design opens without a note; those most designs have stand folded below", async ({ page, open }) => {
  await open();
  const { problems } = app(page);
  await problems.getByText("No problems", { exact: true }).waitFor();
  assert.equal(await page.locator(".badge").count(), 0);
  const folded = problems.getByText("3 notes that most designs have");
  await folded.click();
  await until(() => problems.getByRole("listitem").count(), 3);
  await accessible(page, "standing notes");
});

journey("problems are left out by severity, and F8 leaves them out too", async ({ page, open }) => {
  await open("env=production&min=0&pause=60&port=80&protect=false");
  const { problems } = app(page);
  const words = () => problems.locator(".problems .word").allInnerTexts();
  const all = await until(words, (all) => all.includes("Error") && all.length > 1);
  await problems.getByRole("button", { name: "Errors", exact: true }).click();
  await until(words, all.filter((word) => word !== "Error"));
  await page.keyboard.press("F8");
  await until(() => page.evaluate(() => document.activeElement.closest("li")?.dataset.severity ?? ""), /warning|note/);
  await shot(page, "errors left out");
  await problems.getByRole("button", { name: "Errors", exact: true }).click();
  await until(words, all);
});

journey("the search of the settings marks its hits, names their groups, and knows what was changed", async ({ page, open }) => {
  await open("max=32&backup=14");
  const { settings } = app(page);
  const search = settings.getByRole("searchbox", { name: "Search settings" });
  await search.fill("max");
  const found = settings.getByRole("region", { name: "Settings found" });
  await until(() => found.locator("mark").first().innerText(), /^max$/i);
  await found.getByRole("heading", { name: "Capacity" }).waitFor();
  await search.fill("@changed");
  await until(() => found.locator("input").evaluateAll((all) => all.map(({ id }) => id)), ["field-resources-0--config-serverless-v2-max-capacity", "field-resources-0--config-backup-retention"]);
  await accessible(page, "what was changed");
});

journey("words of the spec are not what people read", async ({ page, open }) => {
  await open("net=existing&storage=aurora-iopt1");
  const folded = page.locator(".group-head[aria-expanded=false]");
  while (await folded.count()) await folded.first().click();
  const labels = await page.locator(".inspector-body option").allInnerTexts();
  for (const word of ["create", "existing", "may_wait", "aurora-iopt1", "secrets_manager", "true", "false"]) {
    assert.ok(!labels.includes(word), word);
  }
  assert.ok(labels.includes("Existing VPC") && labels.includes("I/O-Optimized"));
  await page.getByRole("tab", { name: "Cost", exact: true }).click();
  await page.getByRole("tab", { name: "Alternatives", exact: true }).click();
  await page.getByRole("tabpanel", { name: "Alternatives" }).locator("table").first().waitFor();
  assert.doesNotMatch(await page.locator("body").innerText(), /\bseed\b/i);
});

journey("a link that was just opened prints whole: drawing, bill, findings, day and link", async ({ page, open }) => {
  await open("name=orders&env=production&port=80");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const paper = page.locator(".paper");
  await paper.getByText("Total a month").waitFor();
  await paper.getByText(/Printed on \d+ \w+ \d{4}\. Prices of/).waitFor();
  await paper.getByText(/#.*name=orders/).waitFor();
  await until(() => paper.locator(".paper-findings li").count(), (count) => count > 0);
  await until(() => page.locator("#drawing").getAttribute("viewBox"), /^0 0 \d+ \d+$/);
  await shot(page, "on paper");
});

journey("nothing is told in the console at load", async ({ page, open }) => {
  const told = [];
  page.on("console", (message) => told.push(message.text()));
  await open();
  await stays(() => told.filter((text) => text.includes("integrity")), []);
});
