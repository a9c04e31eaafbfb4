// What if: a zone, an instance or the Region is switched off; the drawing shows what is lost, the panel what is left.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { shot, stays, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";
import { DESIGNS } from "../paths.mjs";

const spec = (name) => readFileSync(`${DESIGNS}${name}.yaml`, "utf8");
const button = (page) => page.getByRole("button", { name: /^What if/ });
const panel = (page) => page.getByRole("tabpanel", { name: "What if" });
const lose = (page, name) => page.getByRole("group", { name: "Switch off" }).getByRole("button", { name, exact: true });
const says = (page) => page.getByRole("status").filter({ hasText: /\.$/ });
const row = (page, table, name) =>
  panel(page).getByRole("table", { name: table }).getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

journey("a lost zone is shown on the drawing and told in tables", async ({ page, open }) => {
  await open();
  await button(page).click();
  await panel(page).getByText("The writer is lost: reader 1 takes over.").waitFor();
  await lose(page, "Zone a").click();
  await panel(page).getByText("Zone a is lost: reader 1 takes over.").waitFor();
  assert.equal(await button(page).getAttribute("aria-pressed"), "true");
  // Cards say it to who does not see them, and the zone is marked.
  await app(page).node(/^Writer.*, lost$/).waitFor();
  await app(page).node(/^Reader 1.*, takes over$/).waitFor();
  assert.equal(await page.locator(".zone-column[data-lost]").count(), 1);

  await row(page, "Zones", "Zone a").getByRole("cell", { name: "0", exact: true }).waitFor();
  await row(page, "Endpoints", "Endpoint of the writer").getByText("nowhere").waitFor();
  await row(page, "Data and time", /RTO/).getByText("Less than 60 seconds").waitFor();
  await row(page, "What shows only then", /Only reader 1 is left/).waitFor();
  await row(page, "The hour after", "reader 1").waitFor();
  await accessible(page, "what if");

  // An edit is answered at once: without a reader nobody takes over.
  await lose(page, "Reader 1").click();
  await panel(page).getByText("Reader 1 is lost: the writer stays.").waitFor();
  await app(page).node(/^Reader 1/).focus();
  await page.keyboard.press("Delete");
  await lose(page, "Writer").click();
  await panel(page).getByText("The writer is lost: nobody takes over").waitFor();
  await row(page, "Endpoints", "Cluster endpoint").getByText("nowhere").waitFor();
});

journey("Escape leaves, and the drawing is whole again", async ({ page, open }) => {
  await open();
  await button(page).focus();
  await page.keyboard.press("Enter");
  await app(page).node(/, lost$/).waitFor();
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "detached" });
  await app(page).node(/, lost$/).waitFor({ state: "detached" });
  assert.equal(await button(page).getAttribute("aria-pressed"), "false");
  await until(() => page.evaluate(() => document.activeElement.id), "what-if");
  await app(page).problems.waitFor();
  // A dialog above it has its own Escape.
  await button(page).click();
  await page.getByRole("button", { name: "Steps", exact: true }).click();
  await page.keyboard.press("Escape");
  await app(page).dialog.waitFor({ state: "detached" });
  await stays(() => panel(page).count(), 1);
  await page.getByRole("button", { name: "Leave" }).click();
  await panel(page).waitFor({ state: "detached" });
});

journey("a Region that is lost says what promotion means", async ({ page, open }) => {
  await open();
  await app(page).openSpec(spec("global"));
  await button(page).click();
  await page.getByRole("group", { name: "Switch off" }).getByRole("button", { name: /^Region/ }).click();
  await panel(page).getByText("a secondary must be promoted by hand").waitFor();
  await row(page, "Data and time", /RPO/).getByText("Seconds").waitFor();
  await row(page, "What promotion means", /^Switchover/).waitFor();
  await row(page, "Endpoints", "Global writer endpoint").getByText("nowhere").waitFor();
  assert.ok(await panel(page).getByRole("table", { name: "Secondaries" }).getByRole("rowheader").count());
  await accessible(page, "what if region");
});

for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) {
  for (const scheme of ["light", "dark"]) {
    journey(`what if fits a window of ${width} by ${height}, ${scheme}`, async ({ page, open }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await open(cli(["link", "-"], spec("sixteen")).out.toString().trim());
      await button(page).click();
      await lose(page, "Zone a").click();
      await says(page).filter({ hasText: "Zone a is lost" }).waitFor();
      await until(() => page.locator('.node[data-fate="lost"]').count(), (count) => count > 0);
      await shot(page, `what if ${width} ${scheme}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    });
  }
}
