// One journey is one test in a browser profile of its own. It fails on its own account, and on any fault that its page
// counts. Each file of journeys is a process with a browser and a server of its own, so they run beside each other.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { newPage, open, profile, shot, start, stop } from "./harness.mjs";
import { DIST } from "./paths.mjs";
import { serve } from "./server.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let server;
before(async () => {
  server = await serve(DIST);
  await start(server.url);
});
after(async () => {
  await stop();
  server.close();
});

/** A test: `run({ page, context, open })` in a fresh profile; `options` as for `profile`. */
export function journey(name, run, options = {}) {
  test(name, { timeout: 300_000 }, async () => {
    const context = await profile(options);
    const page = await newPage(context);
    try {
      await run({ page, context, open: (fragment) => open(page, fragment) });
      assert.deepEqual(page.faults, []);
    } catch (error) {
      await shot(page, `failed ${name}`).catch(() => {});
      if (page.faults.length) error.message += `\nalso: ${page.faults.join("\n")}`;
      throw error;
    } finally {
      await context.close();
    }
  });
}

/** axe finds nothing, in the light theme and in the dark one; `[null]` leaves the theme as it is. */
export async function accessible(page, where, themes = ["light", "dark"]) {
  const has = await page.evaluate(() => "axe" in window);
  if (!has) await page.evaluate(axeSource);
  for (const theme of themes) {
    if (theme) await page.emulateMedia({ colorScheme: theme });
    const { violations } = await page.evaluate(() => window.axe.run());
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary}`),
    );
    await shot(page, `${where} ${theme ?? "as it is"}`);
    assert.deepEqual(found, [], `axe, ${where}, ${theme ?? "as it is"}`);
  }
  await page.emulateMedia({ colorScheme: null });
}
