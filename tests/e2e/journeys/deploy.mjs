// What follows the design: the commands that deploy it, the bundle, and the diff of a file since it was opened.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";
import { DESIGNS } from "../paths.mjs";

const design = readFileSync(`${DESIGNS}own-secret.yaml`, "utf8");
const folder = mkdtempSync(join(tmpdir(), "aurora-deploy-"));

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const copied = (page, what) => page.getByRole("status").filter({ hasText: `Copied ${what}.` }).waitFor();

async function downloadBundle(page) {
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "Download bundle" }).click();
}

/** The bundle as the command line writes it. */
function bundle(yaml) {
  const out = join(folder, "bundle.zip");
  const { code, err } = cli(["bundle", "-", "--out", out], yaml);
  assert.equal(code, 0, err);
  return readFileSync(out);
}

journey("the commands and the bundle are those of this very design", async ({ page, context, open }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  await app(page).openSpec(design);
  const yaml = await app(page).download("aurora.yaml");

  // The same bytes as the command line's.
  const download = page.waitForEvent("download");
  await downloadBundle(page);
  const file = await download;
  assert.equal(file.suggestedFilename(), `${/^project_name: (.*)$/m.exec(yaml)[1]}.zip`);
  const bytes = readFileSync(await file.path());
  assert.ok(bytes.equals(bundle(yaml)));

  await page.getByRole("tab", { name: "Deploy" }).click();
  const panel = page.getByRole("region", { name: "Deployment commands" });
  const step = (name) => panel.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });
  const connect = step("Connect to the cluster");
  const text = await until(() => connect.locator("code").textContent(), /^PGHOST=\$\(terraform output -raw cluster_endpoint\)\n[^]*\npsql\n$/);
  await accessible(page, "deployment commands");

  // One step, and all of them: the same text as in the bundle's decision record.
  await connect.getByRole("button", { name: "Copy: Connect to the cluster" }).click();
  await copied(page, "Connect to the cluster");
  await until(() => clipboard(page), text);
  await page.getByRole("button", { name: "Copy all" }).click();
  await copied(page, "all commands");
  const all = await until(() => clipboard(page), /^# Deploy\n/);
  assert.ok(bytes.includes(`\`\`\`sh\n${all}\`\`\`\n`));
});

journey("a diff shows what was edited, and the edit is lit for a while", async ({ page, context, open }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  await app(page).openSpec(design);
  const before = await app(page).download("main.tf");
  await app(page).node(/^Writer/).click();
  await app(page).field("Maximum").fill("48");
  await app(page).node(/^Writer.*to 48 ACU/).waitFor();
  const after = await app(page).download("main.tf");

  await page.getByRole("tab", { name: "Terraform" }).click();
  await page.getByRole("button", { name: "Diff" }).click();
  const diff = page.getByRole("region", { name: "Diff of main.tf since opened" });
  await diff.locator('[data-sign="+"]', { hasText: "default     = 48" }).waitFor();
  await accessible(page, "the diff");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await copied(page, "the diff");

  // Git takes the diff for what it is.
  writeFileSync(join(folder, "main.tf"), before);
  execFileSync("git", ["apply", "-"], { cwd: folder, input: await until(() => clipboard(page), /^@@ /m) });
  assert.equal(readFileSync(join(folder, "main.tf"), "utf8"), after);

  // Back in the file an edit lights its lines, and then no more.
  await page.getByRole("button", { name: "Diff" }).click();
  const lit = page.locator(".listing .fresh > [data-fresh]");
  await until(() => lit.count(), 0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await lit.filter({ hasText: "default" }).waitFor();
  await accessible(page, "the latest edit");
  await lit.first().waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Diff" }).click();
  await page.getByText("Nothing has changed").waitFor();
});

journey("a design with errors gives no bundle, and the commands say so", async ({ page, open }) => {
  await open();
  await app(page).openSpec(readFileSync(`${DESIGNS}seed.yaml`, "utf8"));
  await downloadBundle(page);
  await app(page).dialog.getByRole("heading", { name: /bundle/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Deploy" }).click();
  await page.getByText("so main.tf is not handed out").waitFor();
});

journey(
  "on a phone the commands are there too",
  async ({ page, open }) => {
    await open();
    await page.locator("#section-deploy > summary").click();
    const commands = page.getByRole("region", { name: "Deployment commands" });
    await commands.getByText("terraform init").first().waitFor();
  },
  { viewport: { width: 390, height: 844 } },
);
