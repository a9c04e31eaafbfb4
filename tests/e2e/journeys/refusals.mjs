// What the browser may refuse, and what a file may hold: each is said, and nothing on screen is lost.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { MONEY, app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { until } from "../harness.mjs";
import { journey } from "../journey.mjs";
import { DESIGNS } from "../paths.mjs";

const seed = readFileSync(`${DESIGNS}seed.yaml`, "utf8");

journey(
  "without storage the app works, and the address holds the design",
  async ({ page, open }) => {
    await open();
    await app(page).openSpec(seed);
    await page.waitForFunction(() => location.hash.includes("my-aurora-db"));
    await until(() => app(page).cost.innerText(), MONEY);
  },
  {
    before: () => {
      const denied = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
      Object.defineProperty(window, "localStorage", { get: denied });
      Object.defineProperty(window, "sessionStorage", { get: denied });
    },
  },
);

journey(
  "without the clipboard the link is shown, to be copied by hand",
  async ({ page, open }) => {
    await open();
    await page.getByRole("button", { name: "Copy link" }).click();
    const link = app(page).dialog.getByRole("textbox");
    // The address follows the design within a third of a second.
    await page.waitForFunction(() => location.hash.length > 1);
    await until(async () => [await link.inputValue(), page.url()], ([shown, address]) => shown === address);
  },
  {
    before: () => {
      const refuse = () => Promise.reject(new DOMException("Write permission denied.", "NotAllowedError"));
      Object.defineProperty(navigator, "clipboard", { value: { writeText: refuse } });
    },
  },
);

for (const [what, text] of [
  ["that is no YAML", "a: [1, 2\nb: }"],
  ["of other YAML", "apiVersion: v1\nkind: Pod\n"],
  ["that is empty", ""],
  ["of a megabyte of brackets", "[".repeat(1_000_000)],
  ["of zeros", "\0".repeat(1000)],
  ["with a key that is unknown", seed.replace("encryption:", "encrypton:")],
]) {
  journey(`a file ${what} is refused in words, and the design stays`, async ({ page, open }) => {
    await open();
    const before = await app(page).download("aurora.yaml");
    for (const way of ["openFile", "dropFile"]) {
      await app(page)[way]({ name: "wrong.yaml", text });
      const refusal = app(page).notices.getByText(/(wrong\.yaml|is empty).*unchanged/s);
      await refusal.waitFor();
      await app(page).dialog.getByRole("button", { name: "Close" }).click();
      await refusal.waitFor({ state: "hidden" });
      assert.equal(await app(page).download("aurora.yaml"), before);
    }
  });
}

journey("hostile texts come out as they went in", async ({ page, open }) => {
  const hostile = `"</script>" \${evil} %{ if } 💥 'quoted' \\`;
  const spec = `${seed}tags:\n  note: ${JSON.stringify(hostile)}\n`;
  await open();
  await app(page).openSpec(spec);
  const yaml = await app(page).download("aurora.yaml");
  assert.equal(yaml, cli(["yaml", "-"], spec).out);
});
