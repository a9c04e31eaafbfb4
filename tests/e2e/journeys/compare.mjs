// Compare: what each change does to a base, at its field too; by a base set here, a file, a link; handed on as Markdown.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { shot, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";
import { COMPARED } from "../paths.mjs";

const before = readFileSync(`${COMPARED}before.yaml`, "utf8");
const after = readFileSync(`${COMPARED}after.yaml`, "utf8");

const panel = (page) => page.getByRole("tabpanel", { name: "Compare" });
const change = (page, path) => panel(page).getByRole("listitem").filter({ has: page.getByText(path, { exact: false }) });

async function show(page) {
  await page.getByRole("tab", { name: "Compare" }).click();
  await panel(page).waitFor();
}

journey("a change says what it does, in the panel and at its field", async ({ page, context, open }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  await app(page).openSpec(before);
  await show(page);
  await panel(page).getByText("Nothing differs").waitFor();

  await panel(page).getByRole("button", { name: "Set as base" }).click();
  await panel(page).getByText("the base that was set here").waitFor();
  await app(page).node(/^Writer/).click();
  await app(page).field("Maximum").fill("32");
  await change(page, "serverless_v2.max_capacity").getByText("counts after a reboot").waitFor();
  await app(page).settings.getByText("counts after a reboot").first().waitFor();
  // Load and design are told apart where both move the bill.
  await panel(page).getByRole("rowheader", { name: "Typical month" }).waitFor();
  await accessible(page, "compare");

  await panel(page).getByRole("button", { name: "Copy as Markdown" }).click();
  const copied = await until(() => page.evaluate(() => navigator.clipboard.readText()), /^## What this change does/);
  assert.ok(copied.includes("`reboot`") && copied.includes("max\\_capacity | 16 | 32 |"), copied);

  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await panel(page).getByText("Nothing differs").waitFor();
  await app(page).settings.getByText("counts after a reboot").waitFor({ state: "detached" });
});

journey("a file and a link are compared with and change nothing", async ({ page, open }) => {
  await open();
  await app(page).openSpec(after);
  await show(page);
  const chooser = page.waitForEvent("filechooser");
  await panel(page).getByRole("button", { name: "Compare with a file" }).click();
  await (await chooser).setFiles({ name: "before.yaml", mimeType: "application/yaml", buffer: Buffer.from(before) });
  await panel(page).getByText("before.yaml").waitFor();
  await change(page, "config.port").getByText("interrupts the writer").first().waitFor();
  await page.getByRole("button", { name: "Rename design bookings", exact: true }).waitFor();

  const { out } = cli(["link", "-"], before.replace("encryption: true", "encryption: false"));
  const field = panel(page).getByLabel("Link to compare with");
  await field.fill(out.toString().trim());
  await field.press("Enter");
  await panel(page).getByText("the link of bookings").waitFor();
  await change(page, "config.encryption").getByText("replaces the cluster with an empty one").first().waitFor();
  await accessible(page, "compare with a link");

  await panel(page).getByRole("button", { name: "Forget the base" }).click();
  await panel(page).getByText("Nothing differs").waitFor();
});

journey("a step of the history and another design of the shelf are bases too, and both drawings carry their marks", async ({ page, open }) => {
  await open();
  await app(page).node(/^Writer/).click();
  await app(page).field("Maximum").fill("24");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Add reader" }).first().click();
  await app(page).node(/^Reader 2/).waitFor();

  await page.getByRole("button", { name: "Steps", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Set Maximum to 24 ACU/ }).click();
  await dialog.getByRole("button", { name: "Compare with this step" }).click();
  await panel(page).getByText("the step “Set Maximum to 24 ACU”").waitFor();
  await change(page, "instances").getByText("reader in zone").waitFor();
  await panel(page).getByText("Both drawings").click();
  const drawn = async (title) => decodeURIComponent(await panel(page).getByAltText(`The drawing of ${title}`, { exact: false }).getAttribute("src"));
  assert.ok(!(await drawn("the base")).includes("data-mark"));
  await until(() => drawn("the design now"), /data-mark="new"/);
  await accessible(page, "both drawings");
  await shot(page, "compared drawings");

  await page.getByRole("button", { name: "Designs", exact: true }).click();
  await dialog.getByRole("button", { name: "New design" }).click();
  await dialog.getByRole("button", { name: "Make it" }).click();
  await until(() => app(page).node(/^Reader 2/).count(), 0);
  await page.getByRole("button", { name: "Designs", exact: true }).click();
  await dialog.getByRole("button", { name: "Compare with aurora" }).click();
  await panel(page).getByText("“aurora” of the shelf").waitFor();
  await until(() => drawn("the base"), /data-mark="gone"/);
});

for (const [width, height] of [[1024, 768], [390, 844]]) {
  journey(`the comparison fits a window of ${width} by ${height}`, async ({ page, open }) => {
    await page.setViewportSize({ width, height });
    await open(cli(["link", "-"], after).out.toString().trim());
    const phone = width < 700;
    if (phone) await page.locator("#section-compare > summary").click();
    else await show(page);
    const place = phone ? page.getByRole("region", { name: "Compare" }) : panel(page);
    const chooser = page.waitForEvent("filechooser");
    await place.getByRole("button", { name: "Compare with a file" }).click();
    await (await chooser).setFiles({ name: "before.yaml", mimeType: "application/yaml", buffer: Buffer.from(before) });
    await place.getByText("interrupts the writer").first().waitFor();
    await place.getByRole("button", { name: "Copy as Markdown" }).scrollIntoViewIfNeeded();
    await shot(page, `compare ${width}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  });
}
