// The drawing as the editor: carried to a tier and to the bin, renamed where it stands, and nothing lost by a drag that
// ends badly; the picture as pixels.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { app } from "../app.mjs";
import { shot, stays, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";

const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

/** Takes a card by its head and holds it somewhere else. */
async function carry(page, node, [dx, dy] = [40, 30]) {
  await node.hover({ trial: true }); // it is at rest, and nothing lies over it
  const { x, y, width } = await node.boundingBox();
  const at = [x + width / 2, y + 12];
  await page.mouse.move(...at);
  await page.mouse.down();
  await page.mouse.move(at[0] + dx, at[1] + dy, { steps: 5 });
}

const drop = async (page, target) => {
  await page.mouse.move(...middle(await target.boundingBox()), { steps: 6 });
  await page.mouse.up();
};

journey("a reader is carried to another tier and zone, and into the bin", async ({ page, open }) => {
  const { node } = app(page);
  const tier = (zone, kind) => page.locator(`[data-drop="${zone} ${kind}"]`);
  await open();
  await node(/^Reader 1/).hover();
  await stays(() => page.locator("[data-drop]:visible").count(), 0);
  await carry(page, node(/^Reader 1/));
  await tier("b", "own").waitFor();
  await page.locator(".bin").filter({ hasText: "Remove reader 1" }).waitFor();
  await page.mouse.move(...middle(await tier("c", "own").boundingBox()), { steps: 6 });
  await page.locator(`[data-drop="c own"][data-target]`).waitFor();
  await shot(page, "a reader carried");
  await page.mouse.up();
  await node(/^Reader 1, zone c, tier 2/).waitFor();
  await page.getByRole("status").filter({ hasText: "Moved reader 1 to zone c, tier 2" }).waitFor();
  await until(() => page.locator("[data-drop]:visible").count(), 0);

  // Back by the keyboard.
  await node(/^Reader 1/).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await node(/^Reader 1, zone c, tier 1, scales with the writer/).waitFor();

  await carry(page, node(/^Reader 1/));
  await drop(page, page.locator(".bin"));
  await page.getByRole("status").filter({ hasText: "Removed reader 1" }).waitFor();
  await until(() => node(/^Reader 1/).count(), 0);

  // The writer stays: no tier and no bin take it.
  await carry(page, node(/^Writer/));
  await stays(() => page.locator("[data-drop]:visible").count(), 0);
  await page.keyboard.press("Escape");
  await page.mouse.up();
});

journey("a drag that is broken off changes nothing", async ({ page, open }) => {
  const { node, fragment } = app(page);
  await open();
  await node(/^Reader 1/).click();
  await page.waitForFunction(() => location.hash.length > 1);
  const before = await fragment();
  const still = async (how) => {
    await until(() => page.locator("[data-ghost]").count(), 0, how);
    await stays(fragment, before, how);
  };
  await carry(page, node(/^Reader 1/), [300, 40]);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await still("Escape");

  // Out of the window, and the window loses the focus.
  await carry(page, node(/^Reader 1/), [300, 40]);
  await page.mouse.move(-40, -40, { steps: 3 });
  await page.evaluate(() => window.dispatchEvent(new Event("blur")));
  await page.mouse.up();
  await still("blur");

  for (const type of ["pointercancel", "lostpointercapture"]) {
    await carry(page, node(/^Reader 1/), [300, 40]);
    await page.locator("#drawing").dispatchEvent(type, { pointerId: 1, bubbles: true });
    await page.mouse.up();
    await still(type);
  }

  // Let go outside: the drawing is free again, and the card is where it was.
  await carry(page, node(/^Reader 1/), [300, 40]);
  await page.mouse.move(-40, -40, { steps: 3 });
  await page.mouse.up();
  await still("let go outside");

  // An end of the gauge goes back as well.
  const end = await page.locator('[data-end="max"] .gauge-hit').boundingBox();
  await page.mouse.move(...middle(end));
  await page.mouse.down();
  await page.mouse.move(middle(end)[0] + 30, middle(end)[1], { steps: 5 });
  await node(/^Writer/).and(page.locator(`:not([aria-label*=" to 16 ACU"])`)).waitFor();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  // The address follows a moment later, there and back.
  await until(fragment, before, "the gauge");
  await still("the gauge");
});

journey("the end of a gauge shows what it would cost, and sets it where it rests or is let go", async ({ page, open }) => {
  const { node } = app(page);
  await open();
  await node(/^Writer/).click();
  const reading = page.locator(".reading");
  const figure = page.locator(".cost .main-figure dd");
  const pull = async (end, by) => {
    const [x, y] = middle(await page.locator(`[data-end="${end}"] .gauge-hit`).boundingBox());
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by, y, { steps: 6 });
  };
  const before = await until(() => figure.textContent(), /\$\d/);
  await pull("max", 40);
  await reading.filter({ hasText: /^2 to \d+(\.5)? ACU/ }).waitFor();
  await reading.filter({ hasText: /^(?!2 to 16 ACU)/ }).waitFor();
  await shot(page, "the end of a gauge in the hand");
  // At rest, and still in the hand.
  const promised = async () => (await reading.locator("span").textContent()).split(" typical")[0];
  const both = async () => [await promised(), await figure.textContent()];
  await until(both, ([promise, kept]) => promise !== before && kept === promise);
  await page.mouse.up();
  await until(() => reading.count(), 0);
  await page.getByRole("button", { name: "Undo" }).click();
  await figure.filter({ hasText: before }).waitFor();

  // Let go at once, past the other end: that one is pushed along.
  await pull("min", 120);
  await page.mouse.up();
  const ends = ["Minimum", "Maximum"].map((name) => page.getByLabel(name, { exact: true }));
  const values = async () => [await ends[0].inputValue(), await ends[1].inputValue()];
  await until(values, ([min, max]) => min === max && Number(max) > 16);
});

journey("names are written where they stand, and lines lead to what they leave", async ({ page, open }) => {
  const { node } = app(page);
  await open();
  await node(/^Cluster endpoint/).dblclick();
  const field = page.getByLabel("Name of the cluster");
  await field.fill("orders-live");
  await accessible(page, "a card renamed");
  await field.press("Enter");
  await page.getByRole("group", { name: "Aurora cluster orders-live" }).waitFor();
  await page.waitForFunction(() => document.activeElement.id === "node-cluster-endpoint");

  await page.keyboard.press("F2");
  await field.fill("never");
  await field.press("Escape");
  await until(() => field.count(), 0);
  await page.getByRole("group", { name: "Aurora cluster orders-live" }).waitFor();

  // An instance has no name; its settings open.
  await node(/^Reader 1/).dblclick();
  await page.waitForFunction(() => document.activeElement.id === "group-head-instances");

  // A line: between the cluster endpoint and the writer's column.
  const door = await node(/^Cluster endpoint/).boundingBox();
  await page.mouse.move(door.x + door.width / 2, door.y + door.height + 6);
  await page.mouse.click(door.x + door.width / 2, door.y + door.height + 6);
  await node(/^Cluster endpoint/).and(page.locator('[aria-current="true"]')).waitFor();
});

journey("two fingers zoom the drawing about the point between them", async ({ page, context, open }) => {
  await open();
  await page.locator("#drawing").hover();
  await page.locator(".splitter").first().waitFor(); // what answers to fingers came with the same part
  const level = async () => parseInt(await page.locator(".level").innerText(), 10);
  const before = await until(level, (percent) => percent > 0);
  const devtools = await context.newCDPSession(page);
  const touch = (type, points) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const { x, y, height } = await page.locator("#drawing").boundingBox();
  const at = [x + 40, y + height / 2]; // clear of the edge between panels, which draws fingers to it
  await touch("touchStart", [at]);
  await touch("touchStart", [at, [at[0] + 60, at[1]]]);
  for (let step = 1; step <= 6; step += 1) await touch("touchMove", [at, [at[0] + 60 + step * 10, at[1]]]);
  await touch("touchEnd", []);
  await until(level, (percent) => Math.abs(percent - 2 * before) <= 2, `from ${before}`);
}, { hasTouch: true });

journey("the picture is a PNG in every size, and on the clipboard", async ({ page, context, open }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  const menu = () => page.getByRole("button", { name: "Export" }).click();
  const picture = async (size, theme) => {
    await menu();
    await page.getByRole("combobox", { name: "Size" }).selectOption(size);
    await page.getByRole("combobox", { name: "Theme" }).selectOption(theme);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download diagram.png" }).click();
    const bytes = readFileSync(await (await download).path());
    assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  };
  const once = await picture("1×", "Light");
  assert.equal(once.width, 872);
  assert.deepEqual(await picture("4×", "Dark"), { width: 4 * once.width, height: 4 * once.height });

  await menu();
  await accessible(page, "the export menu");
  await page.getByRole("button", { name: "Copy picture" }).click();
  await page.getByRole("status").filter({ hasText: "Copied the picture" }).waitFor();
  const kinds = () => page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  await until(kinds, ["image/png"]);

  await menu();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download dark diagram.svg" }).click();
  assert.match(readFileSync(await (await download).path(), "utf8"), /^<svg [^]*#0e1112/);
});
