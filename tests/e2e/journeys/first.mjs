// What a person sees first.

import assert from "node:assert/strict";
import { MONEY, app } from "../app.mjs";
import { accessible, journey } from "../harness.mjs";

journey("the first screen is a sound design with a price", async ({ page, open }) => {
  await open();
  const { cost, diagram, problems } = app(page);
  await diagram.getByRole("button", { name: /^Writer/ }).waitFor();
  assert.match(await cost.innerText(), MONEY);
  assert.equal(await problems.getByText("Error", { exact: true }).count(), 0);
});

journey("axe finds nothing on the first screen", async ({ page, open }) => {
  await open();
  await accessible(page, "first screen");
});

for (const [what, viewport] of [
  ["a laptop", { width: 1024, height: 720 }],
  ["a phone", { width: 390, height: 844 }],
]) {
  journey(
    `axe finds nothing on ${what}, and nothing scrolls sideways`,
    async ({ page, open }) => {
      await open();
      await accessible(page, what);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${wider} px wider than the window`);
    },
    { viewport },
  );
}
