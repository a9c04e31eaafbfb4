// The main job on real input, from a spec with faults to a main.tf that Terraform takes and a link that opens the same.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { app } from "../app.mjs";
import { cli, terraform } from "../cli.mjs";
import { newPage, open as openIn, profile, shot, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";
import { DESIGNS } from "../paths.mjs";

const seed = readFileSync(`${DESIGNS}seed.yaml`, "utf8");

const typical = async (page) => /Typical\s*\$([\d,.]+)/.exec(await app(page).cost.innerText())[1];

/** Drags a node of the diagram onto a zone, as a person does: down, a few moves, up. */
async function drag(page, node, zone) {
  await node.hover({ trial: true }); // it is at rest, and nothing lies over it
  const from = await node.boundingBox();
  const to = await zone.boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 12, from.y + 16, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
}

journey(
  "from the seed's spec to a main.tf that Terraform takes and a link that opens the same",
  async ({ page, context, open }) => {
    const { node, finding, field, fragment, name, problems } = app(page);
    await open();
    await app(page).openSpec(seed);

    // Its findings, the same as the command line's.
    const told = JSON.parse(cli(["check", "-", "--format", "json"], seed).out);
    await problems.getByText(/notes? that most designs have/).click();
    for (const { rule, message } of told) await finding(rule).getByText(message).first().waitFor();
    assert.ok(told.some(({ severity, message }) => severity === "error" && message.includes("15.4")));
    assert.ok(told.some(({ message }) => message.includes("2,000")));
    await shot(page, "seed findings");

    await problems.getByRole("button", { name: /^Fix (all \d+ safe ones|the safe one)$/ }).click();
    await app(page).dialog.getByRole("button", { name: "Make the fixes" }).click();
    await page.getByRole("status").filter({ hasText: "Made every safe fix" }).waitFor();
    await until(() => problems.getByText("Error", { exact: true }).count(), 0);
    assert.equal(await app(page).download("aurora.yaml"), cli(["fix", "-"], seed).out);

    // A reader moves by mouse, and again by keyboard.
    await drag(page, node(/^Reader .*zone b/), page.getByRole("button", { name: "Add a reader in zone c" }));
    await node(/^Reader .*zone c/).waitFor();
    await node(/^Reader .*zone c/).focus();
    await page.keyboard.press("Alt+ArrowLeft");
    await node(/^Reader .*zone b/).waitFor();

    // The maximum goes to 32; cost and code follow.
    const before = await typical(page);
    await node(/^Writer/).click();
    await field("Maximum").fill("32");
    await node(/^Writer.*to 32 ACU/).waitFor();
    await until(() => typical(page), (usd) => usd !== before);

    const yaml = await app(page).download("aurora.yaml");
    const mainTf = await app(page).download("main.tf");
    assert.match(yaml, /max_capacity: 32/);
    assert.equal(mainTf, cli(["terraform", "-"], yaml).out);
    const verdict = terraform("main", mainTf);
    assert.ok(verdict.ok, verdict.said);

    // The link, in a profile that has seen nothing.
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const link = new URL(await app(page).copyLink());
    await until(fragment, link.hash.slice(1));
    assert.equal(cli(["open", link.href]).out, yaml);
    const elsewhere = await profile();
    try {
      const other = await newPage(elsewhere);
      await openIn(other, link.hash.slice(1));
      await until(() => app(other).name.innerText(), await name.innerText());
      assert.equal(await app(other).download("aurora.yaml"), yaml);
      assert.equal(await app(other).download("main.tf"), mainTf);
      assert.deepEqual(other.faults, []);
    } finally {
      await elsewhere.close();
    }
    await accessible(page, "the main job done");
  },
);
