// Links: whole ones open their design, damaged ones the best that can be read, with a notice.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { MONEY, app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { until } from "../harness.mjs";
import { journey } from "../journey.mjs";
import { DESIGNS } from "../paths.mjs";

const linkOf = (spec) => cli(["link", "-"], spec).out.trim();
const full = readFileSync(`${DESIGNS}full.yaml`, "utf8");
const named = (page, name) => page.getByRole("button", { name: `Rename design ${name}` }).waitFor();

journey("a link opens the design that it was made of", async ({ page, open }) => {
  const link = linkOf(full);
  await open(link);
  await named(page, /project_name: (.*)/.exec(full)[1]);
  await until(() => app(page).notices.innerText(), "");
  await until(() => app(page).fragment(), link);
  assert.equal(await app(page).download("aurora.yaml"), cli(["yaml", "-"], full).out);
});

journey("a link that is pasted into the address of the open page opens too", async ({ page, open }) => {
  await open();
  await page.evaluate((link) => (location.hash = link), linkOf(full));
  await named(page, /project_name: (.*)/.exec(full)[1]);
});

for (const [what, damage] of [
  ["cut in half", (link) => link.slice(0, link.length / 2)],
  ["with an edited character", (link) => link.replace("name=", "nbme=")],
  ["of a later version", (link) => link.replace("v=1", "v=9")],
  ["of noise", () => "%%%=&&&=💥&v"],
  ["with markup in it", () => "v=1&name=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%3C/script%3E%24%7B%7D&k=0000"],
  ["of a megabyte", () => `v=1&name=${"x".repeat(1_000_000)}`],
]) {
  journey(`a link ${what} gives a design, a price and a notice`, async ({ page, open }) => {
    await open(damage(linkOf(full)));
    const { cost, diagram, notices } = app(page);
    await diagram.getByRole("button", { name: /^Writer/ }).waitFor();
    await until(() => cost.innerText(), MONEY);
    await until(() => notices.innerText(), /\w{3}/);
  });
}
