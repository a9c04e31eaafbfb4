// Where things stand: the page never scrolls away, the drawing never jumps, what is clicked comes into sight.

import assert from "node:assert/strict";
import { app } from "../app.mjs";
import { rest, shot, stays, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";

const whole = (page) =>
  page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return [scrollHeight - innerHeight, scrollWidth - innerWidth, scrollY];
  });

/** How far an element is inside the part of the page that shows. */
const inSight = (page, selector) =>
  page.evaluate((selector) => {
    const element = document.querySelector(selector);
    const { top } = element.getBoundingClientRect();
    const place = element.closest(".inspector-body").getBoundingClientRect();
    return top >= place.top - 1 && top < place.bottom - 24;
  }, selector);

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
]) {
  journey(
    `the page is as high as its window, whatever opens, at ${width}`,
    async ({ page, open }) => {
      await open("env=production&sec=eu-west-1,eu-central-1");
      const folded = page.locator(".group-head[aria-expanded=false]");
      while (await folded.count()) {
        await folded.first().click();
        assert.deepEqual(await whole(page), [0, 0, 0]);
      }
      const body = page.locator(".inspector-body");
      await body.hover();
      for (let turn = 0; turn < 12; turn++) await page.mouse.wheel(0, 2000);
      await stays(() => whole(page), [0, 0, 0]);
      for (let turn = 0; turn < 80; turn++) await page.keyboard.press("Tab");
      assert.deepEqual(await whole(page), [0, 0, 0]);
    },
    { viewport: { width, height } },
  );

  journey(
    `the drawing stays where it is when a tab is clicked, at ${width}`,
    async ({ page, open }) => {
      await open();
      const drawn = () => page.locator("#drawing > g").getAttribute("transform");
      const before = await rest(drawn);
      for (const tab of ["Cost", "Pausing", "Problems"]) {
        await page.getByRole("tab", { name: tab }).first().click();
        await stays(drawn, before);
      }
      await page.getByRole("tab", { name: "Cost", exact: true }).click();
      for (const side of ["Charts", "Alternatives", "Regions", "Budget", "Lines"]) {
        await page.getByRole("tab", { name: side, exact: true }).click();
        await stays(drawn, before);
      }
      // The sum is in sight above the cost bar, and as many lines as there is room for.
      const sum = page.getByRole("rowheader", { name: "Total a month" });
      const { y, height: high } = await sum.boundingBox();
      const bar = await app(page).cost.boundingBox();
      assert.ok(y + high <= bar.y + 1, `${y + high} ${bar.y}`);
      await page.getByRole("button", { name: "Make the dock taller" }).click();
      await until(() => page.locator(".dock tbody tr").count(), 9);
      const last = await page.locator(".dock tbody tr").last().boundingBox();
      assert.ok(last.y + last.height <= (await sum.boundingBox()).y + 1);
      await shot(page, `cost taller ${width}`);
    },
    { viewport: { width, height } },
  );
}

journey("a click on a part brings its settings into sight, and folds those of the part before", async ({ page, open }) => {
  await open();
  const { node } = app(page);
  for (const [name, group] of [
    [/^CloudWatch/, "observability"],
    [/^KMS key/, "protection"],
    [/^Managed secret|^Secret/, "access"],
    [/^Aurora Standard|^Storage/, "usage"],
    [/^Reader 1/, "instances"],
  ]) {
    await node(name).first().click();
    await page.locator(`#group-head-${group}[aria-expanded=true]`).waitFor();
    await until(() => inSight(page, `#group-head-${group}`), true, group);
    await until(() => page.locator(".group-head[aria-expanded=true]").count(), 2);
  }
  // What somebody opened by hand stays open.
  await page.locator("#group-head-network").click();
  await node(/^Backups/).click();
  await page.locator("#group-head-network[aria-expanded=true]").waitFor();
  // A group at the foot that opens by its own head comes into sight.
  await page.locator("#group-head-usage").click();
  await until(() => inSight(page, "#group-usage .field"), true);
});

journey("no box of the browser's lies round a card that was clicked", async ({ page, open }) => {
  await open();
  const card = app(page).node(/^Writer/);
  await card.click();
  await until(() => card.evaluate((it) => getComputedStyle(it).outlineStyle), "none");
});

journey("toasts and notices lie over nothing they speak of", async ({ page, open }) => {
  await open("env=production&min=0&pause=60&port=80&nonsense=1");
  const notice = page.getByRole("alert");
  await notice.getByText(/nonsense/).waitFor();
  const box = async (selector) => page.locator(selector).first().boundingBox();
  const apart = (one, two) => one.y + one.height <= two.y + 1 || two.y + two.height <= one.y + 1;
  assert.ok(apart(await box(".notice"), await box("#drawing")));
  await page.getByRole("button", { name: /^Fix: / }).first().click();
  await page.locator(".toast").waitFor();
  assert.ok(apart(await box(".toast"), await box(".dock")));
  await page.getByRole("button", { name: "Add reader", exact: true }).first().click();
  await page.locator(".toast").filter({ hasText: "Added a reader" }).waitFor();
  assert.ok(apart(await box(".toast"), await box("#drawing .region")));
});

journey(
  "on a phone the parts are there and nothing goes sideways",
  async ({ page, open }) => {
    await open();
    await page.locator("#section-parts > summary").click();
    const reader = page.locator("#section-parts .tree-row").filter({ hasText: "Reader 1" });
    await reader.scrollIntoViewIfNeeded();
    const { x, width } = await reader.boundingBox();
    assert.ok(x >= 0 && x + width <= 390, `${x} ${width}`);
    await until(async () => (await whole(page))[1], 0);
    await page.locator("#section-parts").getByRole("button", { name: "Add reader" }).click();
    await app(page).node(/^Reader 2/).waitFor();
    // The way from a part to its settings.
    await page.getByRole("button", { name: "Settings of Reader 2" }).click();
    await page.waitForFunction(() => document.activeElement.id === "group-head-instances");
    await until(async () => (await whole(page))[1], 0);
    await accessible(page, "phone parts");
  },
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
);

journey("hours awake stand beside a minimum of nothing", async ({ page, open }) => {
  await open();
  await app(page).field("Minimum").fill("0");
  const awake = page.locator("#group-capacity").getByLabel("Hours awake", { exact: true });
  await awake.waitFor();
  await page.locator("#group-capacity").getByText(/Awake all 730 h, so pausing saves nothing/).waitFor();
  await awake.fill("176");
  await page.locator("#group-capacity").getByText(/Awake all 730 h/).waitFor({ state: "detached" });
});
