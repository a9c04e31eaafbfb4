// A folder that is dropped as a file manager drops it: its files, the modules in folders below it, and the choice of its
// files of variables.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { rest, shot, stays, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";

const STACK = {
  "main.tf": `provider "aws" {
  region = var.region
}

module "database" {
  source = "./modules/aurora"

  name         = "\${var.product}-\${var.stage}"
  max_capacity = var.max_capacity
  readers      = var.stage == "prod" ? 2 : 1
}
`,
  "variables.tf": `variable "region" {
  default = "eu-central-1"
}
variable "product" {
  default = "ferry"
}
variable "stage" {}
variable "max_capacity" {}
`,
  "dev.tfvars": `stage        = "dev"\nmax_capacity = 4\n`,
  "prod.tfvars": `stage        = "prod"\nmax_capacity = 48\n`,
  "modules/aurora/main.tf": `resource "aws_rds_cluster" "this" {
  cluster_identifier      = var.name
  engine                  = "aurora-postgresql"
  engine_version          = "16.8"
  backup_retention_period = 9

  serverlessv2_scaling_configuration {
    min_capacity = 2
    max_capacity = var.max_capacity
  }
}
`,
  "modules/aurora/instances.tf": `resource "aws_rds_cluster_instance" "this" {
  count = 1 + var.readers

  cluster_identifier = aws_rds_cluster.this.id
  engine             = aws_rds_cluster.this.engine
  instance_class     = "db.serverless"
}
`,
  "modules/aurora/variables.tf": `variable "name" {}\nvariable "max_capacity" {}\nvariable "readers" {}\n`,
  // What tools keep for themselves holds other people's modules, and is passed over.
  ".terraform/modules/other/main.tf": `resource "aws_rds_cluster" "other" {\n  engine = "aurora-mysql"\n}\n`,
  "README.md": "# Ferry\n",
};

/** Runs with a folder that holds those files, on disk. */
async function folder(files, run) {
  const place = mkdtempSync(join(tmpdir(), "folders-"));
  try {
    const stack = join(place, "stack");
    mkdirSync(stack);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(stack, name)), { recursive: true });
      writeFileSync(join(stack, name), text);
    }
    await run(stack);
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** Drags what lies at those paths over the page and drops it, as the system does. */
async function drop(page, paths) {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await devtools.send("Input.dispatchDragEvent", { type, x: 600, y: 400, data });
  }
  await devtools.detach();
}

const row = (page, setting) => app(page).dialog.getByRole("row", { name: new RegExp(`^${setting} `) });

journey("a folder is dropped with its modules, and the file of variables is chosen, and chosen otherwise", ({ page, open }) =>
  folder(STACK, async (stack) => {
    await open();
    const before = await rest(() => app(page).fragment());
    await drop(page, [stack]);
    const { dialog } = app(page);
    await dialog.getByRole("heading", { name: "Which file of variables?" }).waitFor();
    await accessible(page, "folder variables");
    await dialog.getByRole("button", { name: "stack/dev.tfvars" }).click();
    await dialog.getByRole("heading", { name: "ferry-dev, from 8 files" }).waitFor();
    await dialog.getByText(/^Taken: \d+/).click();
    await until(() => row(page, "Maximum").innerText(), /\b4\b/);
    await shot(page, "folder found");

    await dialog.getByRole("button", { name: "Choose another" }).click();
    await dialog.getByRole("button", { name: "stack/prod.tfvars" }).click();
    await dialog.getByRole("heading", { name: "ferry-prod, from 8 files" }).waitFor();
    await dialog.getByText(/^Taken: \d+/).click();
    await until(() => row(page, "Maximum").innerText(), /\b48\b/);
    await stays(() => app(page).fragment(), before, "nothing changes before somebody says so");
    await dialog.getByRole("button", { name: "Take it" }).click();
    const wanted = cli(["import", stack, "--var-file", join(stack, "prod.tfvars")]);
    assert.equal(wanted.code, 0, wanted.err);
    assert.equal(await app(page).download("aurora.yaml"), wanted.out);
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await until(() => app(page).fragment(), before, "it is one step");
  }),
);

journey("a folder and a file that are dropped together are one input", ({ page, open }) => {
  const { "dev.tfvars": _, "prod.tfvars": prod, ...rest } = STACK;
  return folder(rest, (stack) =>
    folder({ "prod.tfvars": prod }, async (other) => {
      const values = join(other, "prod.tfvars");
      await open();
      await drop(page, [stack, values]);
      await app(page).dialog.getByRole("heading", { name: "ferry-prod, from 7 files" }).waitFor();
      // With one file of variables there is nothing else to choose.
      assert.equal(await page.getByRole("button", { name: "Choose another" }).count(), 0);
      await page.getByRole("button", { name: "Take it" }).click();
      const wanted = cli(["import", stack, values]);
      assert.equal(wanted.code, 0, wanted.err);
      assert.equal(await app(page).download("aurora.yaml"), wanted.out);
    }),
  );
});

for (const [what, files, says] of [
  ["nothing of ours", { "README.md": "# Nothing\n" }, /none of the kinds/],
  ["no file", {}, /There is no file in this folder\./],
]) {
  journey(`a folder with ${what} in it says so`, ({ page, open }) =>
    folder(files, async (stack) => {
      await open();
      const before = await rest(() => app(page).fragment());
      await drop(page, [stack]);
      await app(page).dialog.getByRole("heading", { name: "This was not opened" }).waitFor();
      await until(() => app(page).dialog.innerText(), says);
      await stays(() => app(page).fragment(), before);
    }),
  );
}
