// Under load: a load is chosen, drawn or read from a file, played, sized, and ends in a changed design, its cost and its
// main.tf.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { app, MONEY } from "../app.mjs";
import { cli } from "../cli.mjs";
import { shot, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";

const spec = (range, rest = "") => `project_name: shop
provider: aws
architecture_type: rds_aurora
resources:
  - id: aurora-cluster
    type: aws_rds_aurora
    name: shop-cluster
    provider: aws
    config:
      engine: aurora-postgresql
      serverless_v2: ${range}
      instances: [{ type: writer }, { type: reader }]
${rest}`;

const link = (range, rest) => cli(["link", "-"], spec(range, rest)).out.trim();

/** The panel in front, once its load has been played. */
async function panel(page) {
  await page.getByRole("tab", { name: "Load", exact: true }).click();
  const load = page.getByRole("tabpanel", { name: "Load", exact: true });
  await load.getByText("Cost of a month, all instances").waitFor();
  return load;
}

/** Chooses a file in the panel. */
async function take(page, load, name, text) {
  const chooser = page.waitForEvent("filechooser");
  await load.getByLabel("Load", { exact: true }).selectOption({ label: "A file: CloudWatch or CSV" });
  await (await chooser).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
}

const figure = (load, name) => load.locator(".load-figures > div").filter({ hasText: name }).locator("strong");

/** What the search says, at its end. */
async function advice(load) {
  await load.getByRole("tab", { name: "Size", exact: true }).click();
  await load.getByRole("button", { name: "Find the best range" }).click();
  const found = load.getByRole("region", { name: "The best range" });
  await found.waitFor({ timeout: 60_000 });
  return found;
}

/** The range in main.tf. */
async function written(page) {
  const text = (await app(page).download("main.tf")).toString();
  const chosen = (name) => new RegExp(`variable "${name}" \\{[^}]*default\\s*=\\s*([\\d.]+)`).exec(text)[1];
  return [Number(chosen("min_acu")), Number(chosen("max_acu"))];
}

journey("a dev database that sleeps under a monitor every ten minutes does not sleep", async ({ page, open }) => {
  await open(link("{ min_capacity: 0, max_capacity: 4 }", "environment: development\n"));
  const load = await panel(page);
  const minutes = Array.from({ length: 2880 }, (_, minute) => minute % 10 === 0);
  const visits = {
    point_seconds: 60,
    instances: [
      { wanted_acu: minutes.map((it) => (it ? 0.5 : 0)), no_user_connection: minutes.map((it) => !it) },
    ],
  };
  await take(page, load, "monitor.json", JSON.stringify(visits));
  await load.getByText("monitor.json: 2880 points").waitFor();
  await until(() => figure(load, "Wakes").innerText(), /\d/);
  await shot(page, "load sleeps");
  await page.getByRole("tab", { name: /^Problems/ }).click();
  const finding = app(page).finding("pause/costs-more-than-it-saves");
  await finding.waitFor();
  await app(page).finding("pause/wakes-every-few-minutes").waitFor();
  const before = await app(page).cost.innerText();
  await finding.getByRole("button", { name: /raise the minimum to 0.5 ACU/i }).first().click();
  await finding.waitFor({ state: "detached" });
  assert.notEqual(await app(page).cost.innerText(), before);
  assert.deepEqual(await written(page), [0.5, 4]);
});

journey("an office-hours API on 0.5 to 16 is played, sized and taken", async ({ page, open }) => {
  await open(link("{ min_capacity: 0.5, max_capacity: 16 }"));
  const load = await panel(page);
  await load.getByLabel("Load", { exact: true }).selectOption({ label: "Office hours" });
  await load.getByLabel("Peak, wanted ACU").fill("12");
  await load.getByLabel("Peak, wanted ACU").press("Enter");
  await load.getByText("Office hours, 0.5 to 12 ACU").waitFor();
  assert.match(await figure(load, "Cost of a month").innerText(), MONEY);
  await load.getByRole("button", { name: "Day", exact: true }).click();
  await until(() => load.getByRole("button", { name: "Day", exact: true }).getAttribute("aria-pressed"), "true");
  // The play head moves the gauges of the drawing.
  const head = load.getByLabel("Play head");
  await head.focus();
  await head.press("End");
  await until(() => page.locator(".gauge-played").count(), 2);
  await accessible(page, "load");
  await load.getByRole("button", { name: "Use this month in the bill" }).click();
  await page.getByRole("status").filter({ hasText: "The bill follows the load" }).waitFor();
  const found = await advice(load);
  assert.match(await found.innerText(), /provisional: [\d.]+ to [\d.]+ ACU/);
  await shot(page, "load sized");
  await found.getByRole("button", { name: "Take min and max" }).click();
  await found.getByText("The design has this range.").waitFor();
  const [min, max] = await written(page);
  assert.ok(min >= 2 && max >= 12 && max < 24, `${min} to ${max}`);
});

journey("a month of figures whose maximum was hit says at least", async ({ page, open }) => {
  await open(link("{ min_capacity: 2, max_capacity: 8 }"));
  const load = await panel(page);
  const rows = Array.from({ length: 30 * 288 }, (_, point) => {
    const [hour, busy] = [(point / 12) % 24, point % 2 ? 7.5 : 8];
    const acu = hour >= 9 && hour < 17 ? busy : 2;
    return `${1793491200 + point * 300},${acu},${acu}`;
  });
  const head = "timestamp,ServerlessDatabaseCapacity,ServerlessDatabaseCapacity:Maximum";
  await take(page, load, "capacity.csv", [head, ...rows].join("\n"));
  await load.getByText(/maximum of the measured cluster is not known/).waitFor();
  await load.getByLabel("Measured on, maximum or class").fill("8");
  await load.getByLabel("Measured on, maximum or class").press("Enter");
  await load.getByText("capacity.csv: 8640 points").waitFor();
  await load.locator('path[data-look="measured"]').first().waitFor();
  await shot(page, "load measured");
  const found = await advice(load);
  assert.match(await found.innerText(), /at least/);
  await load.getByText("What each smaller choice loses").first().waitFor();
  await load.getByText("Whether a pause is worth it").waitFor();
  await accessible(page, "size");
  await found.getByRole("button", { name: "Take min and max" }).click();
  await found.getByText("The design has this range.").waitFor();
  const [, max] = await written(page);
  assert.ok(max > 8, `${max}`);
});

journey("a drawn day is moved by keys and by the pointer, and every constant opens its source", async ({ page, open }) => {
  await open();
  const load = await panel(page);
  await load.getByLabel("Load", { exact: true }).selectOption({ label: "A day drawn by hand" });
  const noon = load.getByRole("slider", { name: "12:00", exact: true });
  await noon.focus();
  await noon.press("End");
  await until(() => noon.getAttribute("aria-valuenow"), "32");
  await load.getByText("The drawn day: 43200 points").waitFor();
  const drawing = await load.locator(".load-day svg").boundingBox();
  await page.mouse.move(drawing.x + drawing.width * 0.1, drawing.y + drawing.height / 2);
  await page.mouse.down();
  await page.mouse.move(drawing.x + drawing.width * 0.11, drawing.y + drawing.height / 4);
  await page.mouse.up();
  const early = load.getByRole("slider", { name: "2:00", exact: true });
  await until(() => early.getAttribute("aria-valuenow"), "24");
  await load.getByRole("tab", { name: "Evidence", exact: true }).click();
  const source = load.getByRole("link", { name: "K4", exact: true }).first();
  await source.waitFor();
  assert.match(await source.getAttribute("href"), /^https:\/\//);
  await load.getByRole("tab", { name: "Accuracy", exact: true }).click();
  await load.getByText("What is not known").waitFor();
  await accessible(page, "accuracy");
});

journey("what is played comes to the same bytes here and on the command line", async ({ page, open }) => {
  const given = ["{ min_capacity: 0, max_capacity: 16 }", "usage:\n  load: { preset: office_hours, base_acu: 0, peak_acu: 12 }\n"];
  const wanted = cli(["simulate", "-", "--format", "csv"], spec(...given));
  assert.equal(wanted.code, 0, wanted.err);
  await open(link(...given));
  const load = await panel(page);
  const download = page.waitForEvent("download");
  await load.getByRole("button", { name: "Download load.csv" }).click();
  assert.equal(readFileSync(await (await download).path(), "utf8"), wanted.out);
});

journey(
  "the panel is whole on a phone",
  async ({ page, open }) => {
    await open();
    await page.getByRole("heading", { name: "Load", exact: true }).click();
    await page.getByText("Cost of a month, all instances").waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 390, `${wide} px`);
    await accessible(page, "load phone");
  },
  { viewport: { width: 390, height: 844 } },
);
