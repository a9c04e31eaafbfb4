// The bill from every side: what it shows, what its buttons change, and the files that it gives.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";
import { DESIGNS } from "../paths.mjs";

const full = readFileSync(`${DESIGNS}full.yaml`, "utf8");
const linkOf = (spec) => cli(["link", "-"], spec).out.trim();
const money = (text) => Number(text.replace(/[^\d.]/g, ""));

/** One side of the bill, in front. */
async function sheet(page, name) {
  await page.getByRole("tab", { name: "Cost", exact: true }).click();
  await page.getByRole("tab", { name, exact: true }).click();
  return page.getByRole("tabpanel", { name, exact: true });
}

/** What a month costs as the bar says now; after an edit it is read with `until`. */
async function month(page, name) {
  const figure = new RegExp(`${name}\\s*(\\$[\\d,.]+)`);
  return money(figure.exec(await until(() => app(page).cost.innerText(), figure))[1]);
}

journey("a line says what it assumes and where its price comes from", async ({ page, open }) => {
  await open();
  const lines = await sheet(page, "Lines");
  await lines.getByText("Details of Writer").click();
  await lines.getByText(/The writer runs at .* ACU on average/).waitFor();
  await lines.getByText(/per ACU-hour, \w+, as of \d{4}-\d{2}-\d{2}\./).first().waitFor();
});

journey("a click moves the design to another Region, and undo brings it back", async ({ page, open }) => {
  await open();
  const typical = await month(page, "Typical");
  const regions = await sheet(page, "Regions");
  const there = regions.getByRole("row").filter({ hasText: "eu-central-1" });
  const told = money(await until(() => there.getByRole("cell").nth(1).innerText(), /\$\d/));
  await there.getByRole("button").click();
  await page.getByRole("status").filter({ hasText: "Moved the design to eu-central-1" }).waitFor();
  await until(() => month(page, "Typical"), told);
  await there.getByText("this design").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await regions.getByRole("row").filter({ hasText: "us-east-1" }).getByText("this design").waitFor();
  await until(() => month(page, "Typical"), typical);
});

journey("what fits the budget is never above it, and is one step back", async ({ page, open }) => {
  await open(linkOf(full));
  const ceiling = await month(page, "Ceiling");
  const budget = await sheet(page, "Budget");
  const cap = Math.floor(ceiling * 0.7);
  await budget.getByLabel("A month costs at most").fill(String(cap));
  await page.keyboard.press("Enter");
  const over = (ceiling - cap).toLocaleString("en-US", { style: "currency", currency: "USD" });
  await budget.getByText(`${over} over the budget`, { exact: true }).waitFor(); // the page of this budget
  const uses = budget.getByRole("button", { name: /^Use / });
  await uses.first().waitFor();
  const many = await uses.count();
  for (let at = 0; at < many; at++) {
    await until(() => uses.count(), many);
    await uses.nth(at).click();
    await page.getByRole("status").filter({ hasText: "Fitted the budget" }).waitFor();
    await until(() => month(page, "Ceiling"), (usd) => usd <= cap);
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await until(() => month(page, "Ceiling"), ceiling);
  }
});

journey("a budget that is no number is told, and changes nothing", async ({ page, open }) => {
  await open();
  const budget = await sheet(page, "Budget");
  await budget.getByLabel("A month costs at most").fill("plenty");
  await page.keyboard.press("Enter");
  await budget.getByText(/“plenty” is not used: expected/).waitFor();
  await budget.getByText("No budget is set.").waitFor();
});

journey("an old price book says so, in the bar and above the bill", async ({ page, open }) => {
  await page.clock.setFixedTime(new Date("2027-06-01T12:00:00Z"));
  await open();
  await until(() => app(page).cost.innerText(), /Prices of 10 October 2026, 234 days ago/);
  await sheet(page, "Lines");
  await page.getByText(/^The prices are of 2026-10-10, 234 days ago/).waitFor();
});

journey("the bill's files are those of the command line", async ({ page, open }) => {
  await open(linkOf(full));
  const written = (format) => cli(["cost", "-", "--format", format], full).out;
  assert.equal(await app(page).download("cost.csv"), written("csv"));
  assert.equal(await app(page).download("cost.md"), written("markdown"));
  assert.match(await app(page).download("charts.zip"), /bill-composition\.svg/);
});

journey("every side of the bill is accessible, in both themes", async ({ page, open }) => {
  await open(linkOf(full));
  for (const name of ["Lines", "Charts", "Alternatives", "Regions", "Budget"]) {
    const front = await sheet(page, name);
    await front.locator("table, svg, p").first().waitFor();
    if (name === "Charts") await front.getByText("Figures as a table").first().click();
    if (name === "Lines") await front.getByText(/^Details of/).first().click();
    if (name === "Budget") {
      await front.getByLabel("A month costs at most").fill("500");
      await page.keyboard.press("Enter");
      await front.getByText("What fits").waitFor();
    }
    await accessible(page, `bill ${name}`);
  }
});

journey(
  "on a phone the bill has the same sides",
  async ({ page, open }) => {
    await open(linkOf(full));
    await page.locator("#section-cost > summary").click();
    for (const name of ["Charts", "Alternatives", "Regions", "Budget", "Lines"]) {
      await page.getByRole("tab", { name, exact: true }).click();
      await page.getByRole("tabpanel", { name, exact: true }).locator("table, svg, p").first().waitFor();
      await until(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${name} fits`);
      await accessible(page, `bill phone ${name}`);
    }
  },
  { viewport: { width: 390, height: 844 }, hasTouch: true },
);
