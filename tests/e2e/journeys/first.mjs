// What a person sees first.

import assert from "node:assert/strict";
import { MONEY, app } from "../app.mjs";
import { until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";
import { FIRST, LATER } from "../weight.mjs";

journey("the first screen is a sound design with a price", async ({ page, open }) => {
  await open();
  const { cost, diagram, problems } = app(page);
  await diagram.getByRole("button", { name: /^Writer/ }).waitFor();
  await until(() => cost.innerText(), MONEY);
  await problems.waitFor();
  await until(() => problems.getByText("Error", { exact: true }).count(), 0);
});

journey("a first load asks for nothing that comes later", async ({ page, open }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.slice(1)));
  await open();
  await page.waitForLoadState("networkidle");
  const counted = FIRST.map(({ name }) => name);
  assert.deepEqual(asked.filter((name) => name && !counted.includes(name)), []);
  assert.deepEqual(asked.filter((name) => LATER.map((file) => file.name).includes(name)), []);
});

journey("a worker that does not load is told, and comes at the next try", async ({ page, open }) => {
  const lost = /\/worker_loader\.js/;
  await open();
  await page.route(lost, (route) => route.fulfill({ status: 503 }));
  await page.getByRole("tab", { name: "Terraform" }).click();
  const again = page.getByRole("button", { name: "Try again" });
  await again.waitFor();
  await page.unroute(lost);
  await again.click();
  await page.getByRole("region", { name: /main\.tf/ }).waitFor();
  page.faults.length = 0; // the browser's own words about the answer that never came
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
      const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await until(wider, (px) => px <= 0, "no wider than the window");
    },
    { viewport },
  );
}
