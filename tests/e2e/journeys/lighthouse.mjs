// Lighthouse gives the built app 100 for accessibility, as a desktop's and as a phone's page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { CHROMIUM, FLAGS, address } from "../harness.mjs";
import "../journey.mjs";

const CONFIGS = { desktop: desktopConfig, mobile: undefined };

for (const [form, config] of Object.entries(CONFIGS)) {
  test(`Lighthouse gives accessibility 100 on ${form}`, { timeout: 180_000 }, async () => {
    const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: [...FLAGS, "--headless"], logLevel: "error" });
    try {
      const flags = { port: chrome.port, onlyCategories: ["accessibility"], logLevel: "error" };
      const { lhr } = await lighthouse(address(), flags, config);
      assert.equal(lhr.runtimeError, undefined);
      const { score, auditRefs } = lhr.categories.accessibility;
      const audits = auditRefs.map(({ id }) => lhr.audits[id]);
      const found = audits
        .filter((audit) => audit.score !== null && audit.score < 1)
        .flatMap(({ id, title, details }) => [`${id}: ${title}`, ...(details?.items ?? []).map(({ node }) => `  ${node?.snippet}`)]);
      // A page that did not come up would have little to find fault with.
      assert.ok(audits.filter((audit) => audit.score === 1).length >= 20, "too few audits had anything to look at");
      assert.equal(Math.round(score * 100), 100, found.join("\n"));
    } finally {
      await chrome.kill();
    }
  });
}
