// What is typed: every field that takes a text, with texts as people write and paste them. What is kept, shown and
// offered, and what Escape does.

import assert from "node:assert/strict";
import { app } from "../app.mjs";
import { stays, until } from "../harness.mjs";
import { journey } from "../journey.mjs";

/** Texts as people write, mistype and paste them. */
const TEXTS = [
  "0.3",
  " 8 ",
  "1,5",
  "12,500",
  "1 000",
  "1e3",
  "1.000",
  "-5",
  "999999999999",
  "abc",
  "<b>x</b>",
  '17.7"\n}'.replace("\n", " "),
  "\u{200d}",
  "x".repeat(300),
];

/** A design in which every group has something to type into. */
const FULL = "env=production&min=2&max=16&proxy=1&sec=eu-west-1&tag.team=blue&net=existing&vpc=vpc-0a1b2c3d4e5f60718";

/** Opens every group, and gives the ids of all fields that take a text. */
async function fields(page) {
  const folded = page.locator(".inspector .group-head[aria-expanded=false]");
  while (await folded.count()) await folded.first().click();
  await page.locator(".prices > summary").click();
  await page.locator("#price-storage_gb_month, [id^=price-]").first().waitFor();
  return page.locator(".inspector-body input[type=text]").evaluateAll((all) => all.map(({ id }) => id));
}

/**
 * Types every text into some fields, in the page itself because there are hundreds of them, and tells what was wrong:
 * what is no value changes nothing, says what stands in its place and offers nothing absurd; Escape takes all of it back.
 */
function typeAll([ids, texts]) {
  const settled = () => new Promise((done) => setTimeout(() => setTimeout(done)));
  // When it was saved last stands beside the bill, and moves by itself.
  const cost = () => document.querySelector("[aria-label='Monthly cost']").innerText.replace(/ · (saving…|saved [^\n]*)/, "");
  // Fields of prices and tags tell what is in them once they are left.
  const untold = ({ id }) => /^(price-|new-)/.test(id);
  const wrong = [];
  const typeOne = async (id) => {
    const field = document.getElementById(id);
    if (!field) return wrong.push(`${id} is gone`);
    const about = () => field.closest(".field")?.querySelector(".field-about");
    field.focus();
    const before = [field.value, cost()];
    for (const text of texts) {
      const at = `${id} ${JSON.stringify(text.slice(0, 12))}`;
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await settled();
      const said = about()?.innerText ?? "";
      if (field.value !== text) wrong.push(`${at}: it became ${field.value}`);
      if (document.activeElement !== field) wrong.push(`${at}: it lost the focus`);
      const refused = /The (bill still uses|design still has) /.test(said);
      if (refused && cost() !== before[1]) wrong.push(`${at}: the bill moved`);
      if (refused && field.getAttribute("aria-invalid") !== "true") wrong.push(`${at}: it is not marked`);
      // Neither a name nor a number: no field of a number takes it, and each says so.
      if (text === "abc" && field.inputMode === "decimal" && about() && !untold(field) && !refused) wrong.push(`${at}: ${said}`);
      for (const { innerText } of about()?.querySelectorAll("button") ?? [])
        if (/^Use .*\d{10}/.test(innerText)) wrong.push(`${at}: offers ${innerText}`);
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
      await settled();
      if (field.value !== before[0]) wrong.push(`${at}: Escape leaves ${field.value}, not ${before[0]}`);
      if (cost() !== before[1]) wrong.push(`${at}: Escape leaves the bill moved`);
      if (document.activeElement !== field) wrong.push(`${at}: Escape takes the focus`);
    }
  };
  return ids.reduce((all, id) => all.then(() => typeOne(id)), Promise.resolve()).then(() => wrong);
}

const PARTS = 4;
for (let part = 0; part < PARTS; part++) {
  journey(`every field keeps what was typed and Escape takes it back, part ${part + 1} of ${PARTS}`, async ({ page, open }) => {
    await open(FULL);
    const ids = await fields(page);
    assert.ok(ids.length >= 42, `${ids.length} fields`);
    const mine = ids.filter((_, at) => at % PARTS === part);
    assert.deepEqual(await page.evaluate(typeAll, [mine, TEXTS]), []);
  });
}

journey("numbers are offered as they were meant, letter by letter", async ({ page, open }) => {
  await open();
  const { cost, field } = app(page);
  // When it was saved last stands beside the bill, and moves by itself.
  const figures = async () => (await cost.innerText()).replace(/ · (saving…|saved [^\n]*)/, "");
  const bill = await figures();
  const minimum = field("Minimum");
  await minimum.press("Control+a");
  await page.keyboard.type("0.3");
  await page.getByText("0.3 is below the minimum of 0.5. The bill still uses 2.", { exact: true }).waitFor();
  await stays(figures, bill);
  await page.getByRole("button", { name: "Use 0.5", exact: true }).click();
  await until(() => minimum.inputValue(), "0.5");
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await until(() => minimum.inputValue(), "2");
  await until(figures, bill);

  await page.getByRole("button", { name: /^Usage and prices/ }).click();
  for (const [label, text, said, offer] of [
    ["Maximum", "999999999999", "999999999999 is above the maximum of 256. The bill still uses 16.", "Use 256"],
    ["Maximum", " 8 ", "“ 8 ” is not used: numbers stand here as 8. The bill still uses 16.", "Use 8"],
    ["Maximum", "1,5", "“1,5” is not used: numbers stand here as 1.5. The bill still uses 16.", "Use 1.5"],
    ["Stored", "12,500", "“12,500” is not used: numbers stand here as 12500. The bill still uses 100.", "Use 12500"],
    ["Stored", "1 000", "“1 000” is not used: numbers stand here as 1000. The bill still uses 100.", "Use 1000"],
    ["Stored", "1e3", "“1e3” is not used: numbers stand here as 1000. The bill still uses 100.", "Use 1000"],
  ]) {
    const input = field(label);
    await input.press("Control+a");
    await page.keyboard.type(text);
    await page.getByText(said, { exact: true }).waitFor();
    await page.getByRole("button", { name: offer, exact: true }).waitFor();
    assert.equal(await figures(), bill, `${label} ${text}`);
    await input.press("Escape");
    await page.getByText(said, { exact: true }).waitFor({ state: "detached" });
  }
  // A value that is one is taken, and where it may not be meant the other one is offered.
  const stored = field("Stored");
  await stored.press("Control+a");
  await page.keyboard.type("1.000");
  await page.getByText("Read as 1.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Use 1000", exact: true }).click();
  await until(() => stored.inputValue(), "1000");
});

journey("what is done right behind a letter knows of it, and a letter undone stays undone", async ({ page, open }) => {
  await open();
  const { node, field } = app(page);
  await node(/^Writer/).click();
  const input = await field("Maximum").elementHandle();
  // No frame comes between: what follows from a letter is shown behind the one that paints it.
  const behind = async (text, button) =>
    page.evaluate(
      async ([input, text, button]) => {
        input.focus();
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, text);
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
        button.click();
      },
      [input, text, await button.elementHandle()],
    );
  await behind("64", page.getByRole("button", { name: "Add reader", exact: true }).first());
  await node(/^Reader 2.*to 64 ACU/).waitFor();
  await node(/^Writer.*to 64 ACU/).waitFor();
  await behind("128", page.getByRole("button", { name: "Undo", exact: true }).first());
  await until(() => field("Maximum").inputValue(), "64");
  await stays(() => node(/^Writer.*to 64 ACU/).count(), 1);
  await stays(() => field("Maximum").inputValue(), "64");
});

journey("Escape takes back a value, and then comes back to the card", async ({ page, open }) => {
  await open();
  const { node, field } = app(page);
  await node(/^Cluster endpoint/).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "group-head-capacity");
  const maximum = field("Maximum");
  await maximum.press("Control+a");
  await page.keyboard.type("64");
  await node(/^Writer.*to 64 ACU/).waitFor();
  await page.keyboard.press("Escape");
  await node(/^Writer.*to 16 ACU/).waitFor();
  await until(() => maximum.inputValue(), "16");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => /^node-/.test(document.activeElement.id));
});

journey("End of the minimum stops at the maximum", async ({ page, open }) => {
  await open();
  const thumb = page.getByRole("slider", { name: "Minimum capacity" });
  await thumb.press("End");
  await until(() => thumb.getAttribute("aria-valuenow"), "16");
  await until(() => app(page).field("Maximum").inputValue(), "16");
});
