// The same core from the command line, to compare bytes with what the page hands out.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./paths.mjs";

/** Builds the command line; nothing is to be done where the native tests have run. */
export function buildCli() {
  execFileSync("cargo", ["build", "--quiet", "--locked"], { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
}

/** Runs the command line on a text as standard input; gives `{ code, out, err }`. */
export function cli(args, input = "") {
  const program = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug/aurora-designer");
  const { status, stdout, stderr, error } = spawnSync(program, args, { input, encoding: "utf8" });
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
}

/** The real Terraform on a main.tf: fmt, validate, plan, apply, and a second plan that must be empty. */
export function terraform(name, mainTf) {
  const folder = join(ROOT, ".tools/journeys", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "main.tf"), mainTf);
  const python = join(ROOT, ".tools/venv/bin/python");
  const { status, stdout, stderr } = spawnSync(python, ["tests/terraform/check.py", "--apply", folder], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { ok: status === 0, said: stdout + stderr };
}
