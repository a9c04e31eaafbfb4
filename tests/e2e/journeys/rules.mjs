// What pauses, what a version is good for, and the pages of the rules: the same as the command line says, by keyboard
// and by mouse.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";
import { DESIGNS } from "../paths.mjs";

const design = (name) => readFileSync(`${DESIGNS}${name}.yaml`, "utf8");
const check = (text) => JSON.parse(cli(["check", "-", "--format", "json", "--full"], text).out);
const focused = (page) => page.evaluate(() => document.activeElement.id);

journey("what pauses is told of every instance, as the command line tells it", async ({ page, open }) => {
  await open();
  for (const name of ["global", "seed", "dev-sleeps"]) {
    const text = design(name);
    await app(page).openSpec(text);
    const tab = page.getByRole("tab", { name: "Pausing" });
    await tab.focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("tabpanel", { name: "Pausing" });
    const { pause } = check(text);
    for (const { instance, says, idle_month } of pause.instances) {
      const row = panel.getByRole("listitem").filter({ hasText: `${instance} ${says}.` });
      await row.getByText(`$${idle_month.toFixed(2)}`).waitFor();
    }
    for (const need of pause.needs) await panel.getByText(need, { exact: true }).waitFor();
    await accessible(page, `pausing ${name}`);
  }

  // A row leads to its part, and the panel follows the design.
  await page.getByRole("tabpanel", { name: "Pausing" }).getByRole("button", { name: "Writer" }).click();
  await app(page).node(/^Writer/).and(page.locator("[aria-current=true]")).waitFor();
  await page.getByText("No missed pause costs anything: every instance can pause.").waitFor();
});

journey("a version is kept, explained, and changed for a better one in one step", async ({ page, open }) => {
  const seed = design("seed");
  await open();
  await app(page).openSpec(seed);
  await page.getByRole("button", { name: /^Engine / }).click();
  const picker = app(page).field("Version");
  await until(() => picker.inputValue(), "15.4");
  const offered = () => picker.evaluate((select) =>
    [...select.querySelectorAll("optgroup")].map(({ label, children }) => [label, [...children].map((it) => it.text)]),
  );
  const groups = await until(offered, ([first]) => first[0] === "Not in the list");
  assert.deepEqual(groups[0], ["Not in the list", ["15.4 · kept"]]);
  const majors = groups.slice(1).map(([label]) => label);
  assert.deepEqual(majors, [...new Set(majors)].sort((a, b) => b - a));
  assert.ok(groups.some(([, options]) => options.includes("17.7 · LTS · recommended")));
  assert.ok(groups.slice(1).every(([, options]) => !options.some((it) => it.startsWith("15.4"))));

  const { settings } = app(page);
  await settings.getByText("New clusters cannot be created with it").waitFor();
  for (const flag of ["creatable here: no", "0 ACU: no", "256 ACU: no", "LTS: no"]) {
    await settings.getByText(flag).first().waitFor();
  }
  await accessible(page, "a version that is kept");

  const { better } = check(seed).version;
  await settings.getByRole("button", { name: `Take ${better}` }).press("Enter");
  await page.getByRole("status").filter({ hasText: `Took version ${better}` }).waitFor();
  await until(() => picker.inputValue(), better);
  await settings.getByText("creatable here: yes").waitFor();
  await until(() => settings.getByText("New clusters cannot be created").count(), 0);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await settings.getByText("creatable here: no").waitFor();
  await until(() => picker.inputValue(), "15.4");
});

journey("whether it fits is told with its signals", async ({ page, open }) => {
  const text = design("dev-sleeps");
  await open();
  await app(page).openSpec(text);
  await page.getByRole("button", { name: /^Design / }).click();
  const { settings } = app(page);
  const { fit } = check(text);
  await settings.getByText(fit.says).waitFor();
  for (const instead of fit.instead) await settings.getByText(instead).waitFor();
  await settings.getByText("6 signals:").click();
  for (const { because } of fit.signals) await settings.getByText(because).first().waitFor();
  await accessible(page, "fit");
});

journey("every rule has a page, found by search, from its finding and without a network", async ({ page, context, open }) => {
  const { dialog, finding, problems } = app(page);
  const rules = JSON.parse(cli(["rules", "--format", "json"]).out);
  await open();
  await app(page).openSpec(design("seed"));

  // By keyboard: the list, a search, a page, and back to where it was.
  await problems.getByRole("button", { name: "All rules" }).press("Enter");
  await dialog.getByText(`${rules.length} rules`).waitFor();
  await until(() => focused(page), "rules-search");
  await accessible(page, "all rules");
  await page.keyboard.type("eng-04 refuses");
  await dialog.getByText("1 rule", { exact: true }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const page_of = (id) => JSON.parse(cli(["rules", id, "--format", "json"]).out);
  const retired = page_of("engine/retired-version");
  await dialog.getByRole("heading", { name: retired.title }).waitFor();
  await until(() => focused(page), "dialog-title");
  await dialog.getByText(retired.why).waitFor();
  await dialog.getByText(retired.facts.join(", ")).waitFor();
  for (const name of ["bad", "good"]) {
    const listing = dialog.getByRole("region", { name: `The ${name} example, read only` });
    await until(() => listing.textContent(), retired[name]);
  }
  await accessible(page, "a rule");
  await dialog.getByRole("button", { name: "All rules" }).press("Enter");
  await dialog.getByText("1 rule", { exact: true }).waitFor();
  await until(() => focused(page), "engine/retired-version");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });

  // By mouse, from a finding, while there is no network. The bill came when the pointer first passed its tab.
  await page.getByRole("tab", { name: "Cost" }).hover();
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  const row = finding("capacity/min-low-for-insights");
  await row.getByRole("button", { name: /^More about/ }).click();
  await row.getByRole("button", { name: /^Why/ }).click();
  const low = page_of("capacity/min-low-for-insights");
  await dialog.getByRole("heading", { name: low.title }).waitFor();
  await dialog.getByRole("heading", { name: "In this design" }).waitFor();
  await dialog.getByRole("button", { name: "Open the bad example" }).click();
  await page.getByRole("button", { name: "Rename design aurora" }).waitFor();
  assert.equal(await app(page).download("aurora.yaml"), low.bad);
  await context.setOffline(false);
});

journey("every safe fix is shown first, and is one step", async ({ page, open }) => {
  const { dialog, finding, problems } = app(page);
  const seed = design("seed");
  await open();
  await app(page).openSpec(seed);
  const before = await app(page).download("aurora.yaml");
  await problems.getByRole("button", { name: /^Fix (all|the safe one)/ }).click();
  await dialog.getByRole("row", { name: "resources[0].config.engine_version 15.4 15.10" }).waitFor();
  await accessible(page, "every safe fix");
  await dialog.getByRole("button", { name: "Leave it as it is" }).click();
  assert.equal(await app(page).download("aurora.yaml"), before);
  await problems.getByRole("button", { name: /^Fix (all|the safe one)/ }).click();
  await dialog.getByRole("button", { name: "Make the fixes" }).click();
  await page.getByRole("status").filter({ hasText: "Made every safe fix" }).waitFor();
  assert.equal(await app(page).download("aurora.yaml"), cli(["fix", "-"], seed).out);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await finding("engine/retired-version").first().waitFor();
  assert.equal(await app(page).download("aurora.yaml"), before);
});

journey("suppressions say what they do", async ({ page, open }) => {
  const { problems, dialog } = app(page);
  const text = `${design("default")}suppress:
  - { rule: monitoring/alarms-unheard, reason: nobody is on call, until: 2099-01-31 }
  - { rule: nodes/single-instance, reason: it was a trial, until: 2020-01-31 }
  - { rule: pause/proxy-keeps-awake, reason: the proxy is worth it }
`;
  await open();
  await app(page).openSpec(text);
  const list = problems.getByRole("region", { name: "Suppressed" });
  const row = (rule) => list.getByRole("listitem").filter({ hasText: rule });
  await row("monitoring/alarms-unheard").getByText("quiet", { exact: true }).waitFor();
  await row("nodes/single-instance").getByText("Its last day was 2020-01-31").waitFor();
  await row("pause/proxy-keeps-awake").getByText("unused", { exact: true }).waitFor();
  await accessible(page, "suppressed");
  await row("nodes/single-instance").getByRole("button", { name: /^Suppress anew/ }).click();
  await dialog.getByRole("button", { name: "Keep it listed" }).click();
  await row("pause/proxy-keeps-awake").getByRole("button", { name: /^Remove/ }).click();
  await row("monitoring/alarms-unheard").getByRole("button", { name: /^List again/ }).click();
  await until(() => list.getByRole("listitem").count(), 1);
});
