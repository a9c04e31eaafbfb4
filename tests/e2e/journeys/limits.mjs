// What is too much, too small or too large: a full zone, long and foreign words, zoom, large text, small screens, two
// pointers at once. Nothing overlaps beyond use, nothing is lost, nothing throws.

import assert from "node:assert/strict";
import { app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { rest, shot, stays, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";

const LONG = "a-name-of-sixty-characters-that-goes-on-and-on-until-the-end";
const TAGS = { team: "فريق قواعد البيانات", "עיר": "תל אביב", mood: "🚀👩‍👩‍👧‍👦🏳️‍🌈" };

const spec = (readers) => `project_name: ${LONG}
provider: aws
architecture_type: rds_aurora
tags:
${Object.entries(TAGS).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join("\n")}
resources:
  - id: aurora-cluster
    type: aws_rds_aurora
    name: ${LONG}
    provider: aws
    config:
      engine: aurora-postgresql
      engine_version: "17.7"
      serverless_v2: { min_capacity: 4, max_capacity: 64 }
      instances:
        - { type: writer, availability_zone: a }
${Array.from({ length: readers }, (_, index) => `        - { type: reader, availability_zone: a, promotion_tier: ${index % 16} }`).join("\n")}
      encryption: true
      backup_retention: 7
`;
const FULL = spec(15);
const link = () => cli(["link", "-"], FULL).out.trim();

/** Nothing scrolls sideways, and each control can be brought where it is seen and hit. */
async function usable(page, where) {
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await until(wider, (px) => px <= 0, `${where}: no wider than the window`);
  const covered = () => page.evaluate(() => {
    const controls = [...document.querySelectorAll("button, a[href], input, select, summary, [role='tab']")];
    const seen = (control) => control.checkVisibility({ visibilityProperty: true }) && !control.closest("svg, .skip");
    return controls.filter(seen).flatMap((control) => {
      control.scrollIntoView({ block: "center", inline: "nearest" });
      const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
      const found = document.elementFromPoint(left + width / 2, top + height / 2);
      const label = control.closest("label") ?? control;
      const whole = left >= -1 && right <= innerWidth + 1 && bottom > 0 && top < innerHeight;
      const named = `${control.tagName} ${control.getAttribute("aria-label") ?? control.textContent}`.trim().slice(0, 60);
      return whole && found && (label.contains(found) || found.contains(control)) ? [] : [`${named} under ${found?.className}`];
    });
  });
  await until(covered, [], where);
}

const SCREENS = {
  "a screen of 320 px": { viewport: { width: 320, height: 640 } },
  "zoom at 400 % of 1280 px": { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  "zoom at 400 % of 1440 px": { viewport: { width: 360, height: 225 }, deviceScaleFactor: 4 },
  "zoom at 200 % of 1440 px": { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  "text at 200 % on a wide screen": { viewport: { width: 1440, height: 900 }, text: 2 },
  "text at 200 % on a laptop": { viewport: { width: 1024, height: 768 }, text: 2 },
  "text at 200 % on a phone": { viewport: { width: 390, height: 844 }, text: 2 },
};

for (const [where, { text, ...options }] of Object.entries(SCREENS)) {
  journey(
    `${where} shows everything`,
    async ({ page, context, open }) => {
      if (text) {
        const devtools = await context.newCDPSession(page);
        await devtools.send("Page.enable");
        await devtools.send("Page.setFontSizes", { fontSizes: { standard: 16 * text, fixed: 13 * text } });
      }
      page.on("filechooser", () => {}); // asked for now, so that it is not missed later
      await open(link());
      const drawn = page.locator("#drawing [id^=node-reader-]:not(#node-reader-endpoint)");
      await until(() => drawn.count(), 15, "every reader is drawn");
      await usable(page, where);
      await shot(page, where);

      // The list of commands opens by its button, and reaches what has no place in the bar.
      await page.evaluate(() => scrollTo(0, 0));
      await page.getByRole("button", { name: "Search commands", exact: true }).click();
      const list = page.getByRole("dialog");
      await list.getByRole("combobox").fill("open or import");
      await list.getByRole("option", { name: /^Open or import/ }).waitFor();
      await until(() => list.boundingBox(), ({ x, width }) => x >= 0 && x + width <= options.viewport.width);
      await page.keyboard.press("Enter");
      await list.getByRole("button", { name: "Choose files" }).waitFor();
    },
    options,
  );
}

journey("a full zone, long names and foreign tags come out as they went in", async ({ page, open }) => {
  await open();
  await app(page).openSpec(FULL);
  const cards = () => page.locator("#drawing .card").evaluateAll((all) =>
    all.map((card) => card.getBoundingClientRect()).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
  );
  await until(cards, ({ length }) => length > 16);
  const meet = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5;
  const met = (all) => all.flatMap((one, at) => all.slice(at + 1).filter((other) => meet(one, other)));
  await until(async () => met(await cards()), []);

  await page.getByRole("button", { name: /^Design / }).click();
  const { settings } = app(page);
  for (const [key, value] of Object.entries(TAGS)) {
    await settings.getByText(key, { exact: true }).waitFor();
    const values = () => settings.getByRole("textbox").evaluateAll((all) => all.map((field) => field.value));
    await until(values, (all) => all.includes(value), value);
  }
  await accessible(page, "foreign tags");
  assert.equal(await app(page).download("aurora.yaml"), cli(["yaml", "-"], FULL).out);
});

journey("a zone with more readers than a cluster has is answered as by the command line", async ({ page, open }) => {
  const told = cli(["check", "-", "--format", "json"], spec(16));
  await open();
  const before = await app(page).download("aurora.yaml");
  await app(page).openFile({ text: spec(16) });
  if (told.out) {
    await page.getByRole("button", { name: `Rename design ${LONG}` }).waitFor();
    await app(page).problems.getByText(/notes? that most designs have/).click();
    for (const { rule } of JSON.parse(told.out)) await app(page).finding(rule).first().waitFor();
    assert.equal(await app(page).download("aurora.yaml"), cli(["yaml", "-"], spec(16)).out);
  } else {
    await app(page).notices.getByText(/unchanged/).waitFor();
    assert.equal(await app(page).download("aurora.yaml"), before);
  }
});

journey(
  "a finger and a mouse at once leave one whole design",
  async ({ page, context, open }) => {
    const { node, fragment } = app(page);
    await open();
    await page.locator("#drawing").hover();
    await page.locator(".splitter").first().waitFor();
    const devtools = await context.newCDPSession(page);
    const touch = (type, points) =>
      devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    const head = async (name) => {
      const { x, y, width } = await node(name).boundingBox();
      return [x + width / 2, y + 12];
    };

    // The mouse carries the reader while a finger pans, taps another card and pinches.
    const [x, y] = await head(/^Reader 1/);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 30, { steps: 4 });
    const writer = await head(/^Writer/);
    await touch("touchStart", [writer]);
    await touch("touchMove", [[writer[0] + 30, writer[1] + 20]]);
    await page.mouse.move(x + 120, y + 40, { steps: 4 });
    await touch("touchStart", [[writer[0] + 30, writer[1] + 20], [writer[0] + 90, writer[1] + 60]]);
    await touch("touchMove", [[writer[0], writer[1]], [writer[0] + 120, writer[1] + 90]]);
    await page.mouse.up();
    await touch("touchEnd", []);
    await until(() => page.locator("[data-ghost]").count(), 0);
    await until(() => page.locator("[data-drop]:visible").count(), 0);
    await stays(async () => [await node(/^Writer/).count(), await node(/^Reader 1/).count()], [1, 1]);

    // And the other way round: a finger holds a card while the mouse clicks.
    const reader = await head(/^Reader 1/);
    await touch("touchStart", [reader]);
    await touch("touchMove", [[reader[0] + 20, reader[1] + 20]]);
    await node(/^Cluster endpoint/).click({ force: true });
    await touch("touchCancel", []);
    await until(() => page.locator("[data-ghost]").count(), 0);

    // What follows works as ever.
    await page.keyboard.press("Escape");
    await node(/^Reader 1/).focus();
    await page.keyboard.press("Alt+ArrowRight");
    await page.getByRole("status").filter({ hasText: /Moved reader 1/ }).waitFor();
    await page.waitForFunction(() => location.hash.length > 1);
    await until(fragment, /./);
  },
  { hasTouch: true },
);

journey("a slider and a panel's edge let go of the mouse outside the window", async ({ page, open }) => {
  await open();
  const { settings, field } = app(page);
  const outside = async (handle) => {
    const { x, y, width, height } = await handle.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 - 20, y + height / 2, { steps: 3 });
    await page.mouse.move(-60, -60, { steps: 3 });
    await page.mouse.up();
  };
  const maximum = () => field("Maximum").inputValue();
  const before = await maximum();
  await outside(settings.getByRole("slider", { name: "Maximum" }));
  await until(maximum, (now) => now !== before);
  const kept = await rest(maximum);
  await page.mouse.move(700, 300, { steps: 3 });
  await stays(maximum, kept, "nothing follows the mouse any more");
  await until(() => app(page).node(/^Writer/).getAttribute("aria-label"), new RegExp(`to ${kept} ACU`));

  const edge = page.getByRole("separator").last();
  await outside(edge);
  const place = await rest(() => edge.boundingBox());
  await page.mouse.move(700, 300, { steps: 3 });
  await stays(() => edge.boundingBox(), place);
});
