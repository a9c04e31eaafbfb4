// The one door: what runs becomes a design by drop, paste and button, looked at before anything changes; and nothing of it
// is kept or sent.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { holdWorker, rest, shot, stays, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";
import { DESIGNS } from "../paths.mjs";

const CASES = new URL("../../import/cases/", import.meta.url).pathname;

const input = (name) => {
  const folder = join(CASES, name, "input");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), "utf8") }));
};

/** Drops several files on the page. */
async function drop(page, files) {
  const data = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.locator("body").dispatchEvent(type, { dataTransfer: data });
  }
}

/** Pastes a text where nothing has the focus. */
const paste = (page, text) =>
  page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

for (const name of ["tf-literals", "tf-state", "describe-clusters-instances", "cfn-yaml"]) {
  journey(`${name} is dropped, looked at and taken as the command line takes it`, async ({ page, open }) => {
    await open();
    const before = await rest(() => app(page).fragment());
    await drop(page, input(name));
    const take = page.getByRole("button", { name: "Take it" });
    await take.waitFor();
    await shot(page, `import ${name}`);
    await stays(() => app(page).fragment(), before, "nothing changes before somebody says so");
    await take.click();
    const wanted = cli(["import", join(CASES, name, "input")]).out;
    assert.equal(await app(page).download("aurora.yaml"), wanted);
    const undo = page.getByRole("button", { name: "Undo", exact: true }).first();
    await undo.click();
    await until(() => app(page).fragment(), before, "it is one step");
  });
}

journey("what was found tells its notices, and they stay beside the design", async ({ page, context, open }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  await drop(page, input("tf-variables"));
  const dialog = app(page).dialog;
  await dialog.getByText(/\d+ notices/).waitFor();
  await accessible(page, "import found");
  await dialog.getByText(/^Taken: \d+/).click();
  await dialog.getByRole("cell", { name: /variables\.tf:\d+|main\.tf:\d+/ }).first().waitFor();
  const notices = app(page).notices.first();
  await page.getByRole("button", { name: "Take it" }).click();
  await until(() => notices.innerText(), /\d+ notices[^]*Not in these files: \w+\.tf:\d+/);
  await shot(page, "import notices");
  await notices.getByRole("button", { name: "Copy them" }).click();
  await until(() => page.evaluate(() => navigator.clipboard.readText()), /^(Not understood|Not in these files|Dropped): /);
  await notices.getByText(/^\d+ notices/).click();
  await notices.getByText(/Not in these files/).waitFor({ state: "detached" });
  await app(page).node(/^Writer/).click();
  await notices.getByRole("button", { name: "Dismiss" }).click();
  await until(() => notices.innerText(), "");
});

journey("a folder is chosen with its modules", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "Open or import", exact: true }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a folder" }).click();
  await (await chooser).setFiles(join(CASES, "tf-local-module", "input"));
  await page.getByRole("button", { name: "Take it" }).click();
  const wanted = cli(["import", join(CASES, "tf-local-module", "input")]).out;
  assert.equal(await app(page).download("aurora.yaml"), wanted);
});

journey("what takes longer shows that it is under way and can be cancelled; a second drop takes its place", async ({ page, context, open }) => {
  // The worker comes when it is let in, so that what is asked of it takes as long as it should.
  const letIn = await holdWorker(context);
  await open();
  const before = await rest(() => app(page).fragment());
  const reading = page.getByRole("progressbar", { name: "Reading" });
  const [{ text: state }] = input("tf-state");
  const large = [{ name: "large.json", text: state + " ".repeat(2_000_000) }];
  await drop(page, large);
  await reading.waitFor();
  await app(page).dialog.getByText(/large\.json, 2 MB/).waitFor();
  await shot(page, "import reading");
  await page.getByRole("button", { name: "Cancel" }).click();
  await app(page).dialog.waitFor({ state: "hidden" });
  await stays(() => app(page).fragment(), before);

  await drop(page, large);
  await reading.waitFor();
  await drop(page, input("tf-literals"));
  letIn();
  await app(page).dialog.getByText(/harbour-bookings, from main\.tf/).waitFor();
  await page.getByRole("button", { name: "Keep my design" }).click();
  await stays(() => app(page).fragment(), before);
});

journey("secrets of a state get into no text, storage or element", async ({ page, open }) => {
  await open();
  const never = readFileSync(join(CASES, "tf-state", "never.txt"), "utf8").split("\n").filter(Boolean);
  await drop(page, input("tf-state"));
  await page.getByRole("button", { name: "Take it" }).waitFor();
  const kept = () =>
    page.evaluate(() => document.documentElement.outerHTML + JSON.stringify(localStorage) + location.href);
  const seen = [await kept()];
  await page.getByRole("button", { name: "Take it" }).click();
  await app(page).name.waitFor();
  seen.push(await kept());
  for (const marker of never) assert.ok(!seen.some((text) => text.includes(marker)), marker);
});

journey("a link and a spec that are pasted open, the second only after a look", async ({ page, open }) => {
  await open();
  const spec = readFileSync(`${DESIGNS}full.yaml`, "utf8");
  const [, project] = /^project_name: (.*)$/m.exec(spec);
  await paste(page, `https://example.com/#${cli(["link", "-"], spec).out.trim()}`);
  await page.getByRole("button", { name: `Rename design ${project}` }).waitFor();
  await paste(page, readFileSync(`${DESIGNS}seed.yaml`, "utf8"));
  await page.getByRole("button", { name: "Keep my design" }).click();
  await page.getByRole("button", { name: `Rename design ${project}` }).waitFor();
});

journey("what can't be opened says what to do and changes nothing", async ({ page, open }) => {
  await open();
  const before = await app(page).download("aurora.yaml");
  for (const [text, says] of [
    ["<html></html>", /unchanged/],
    ['{"version": 3, "serial": 1, "modules": []}', /terraform show -json/],
    ["PK\u0003\u0004 zip", /unchanged/],
  ]) {
    await drop(page, [{ name: "thing", text }]);
    await until(() => app(page).dialog.innerText(), says);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await app(page).dialog.waitFor({ state: "hidden" });
  }
  assert.equal(await app(page).download("aurora.yaml"), before);
});

journey("several clusters are asked for", async ({ page, open }) => {
  await open();
  const clusters = ["ledger", "orders"].map(
    (name) => `resource "aws_rds_cluster" "${name}" {
  engine = "aurora-postgresql"
  cluster_identifier = "${name}"
  serverlessv2_scaling_configuration {
    min_capacity = 1
    max_capacity = 4
  }
}
resource "aws_rds_cluster_instance" "${name}" {
  cluster_identifier = aws_rds_cluster.${name}.id
  engine = "aurora-postgresql"
  instance_class = "db.serverless"
}
`,
  );
  await drop(page, [{ name: "main.tf", text: clusters.join("") }]);
  await page.getByRole("button", { name: "orders" }).click();
  await page.getByRole("button", { name: "Take it" }).click();
  await page.getByRole("button", { name: "Rename design orders" }).waitFor();
});

for (const [width, height] of [[1024, 768], [390, 844]]) {
  journey(`the door and what it finds fit a window of ${width} by ${height}`, async ({ page, open }) => {
    await page.setViewportSize({ width, height });
    await open();
    // A phone's bar has no room for the button; its commands have the same.
    await page.keyboard.press("Control+k");
    await page.keyboard.type("Open or import");
    await page.getByRole("option", { name: /^Open or import/ }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Choose files" }).waitFor();
    await shot(page, `import door ${width}`);
    await page.getByRole("button", { name: "Cancel" }).click();
    await drop(page, input("tf-variables"));
    const take = page.getByRole("button", { name: "Take it" });
    await take.waitFor();
    await shot(page, `import found ${width}`);
    await take.scrollIntoViewIfNeeded();
    await take.click();
    await app(page).notices.first().getByText(/\d+ notices/).waitFor();
    await shot(page, `import taken ${width}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  });
}

journey("the design is compared with what runs, and stays", async ({ page, open }) => {
  await open();
  const before = await rest(() => app(page).fragment());
  await page.getByRole("tab", { name: "Compare" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Compare with a file" }).click();
  await (await chooser).setFiles(join(CASES, "tf-literals", "input", "main.tf"));
  const panel = page.getByRole("tabpanel", { name: "Compare" });
  await panel.getByText("main.tf").first().waitFor();
  await panel.getByText(/max_capacity/).first().waitFor();
  await stays(() => app(page).fragment(), before);
});
