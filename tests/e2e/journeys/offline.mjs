// Without a network: after one visit the app starts, works and gives every file; a newer build is told and breaks nothing.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { app } from "../app.mjs";
import { address, until } from "../harness.mjs";
import { journey } from "../journey.mjs";
import { DIST } from "../paths.mjs";
import { serve } from "../server.mjs";
import { saved } from "../shelf.mjs";

const ALLOWED = { serviceWorkers: "allow" };

/** Loads the app and waits until its service worker has taken every file and answers for the page. */
async function visit(page, url = address()) {
  page.setLoaded(false);
  await page.goto(url, { waitUntil: "load" });
  await page.locator("#shell").waitFor({ state: "detached" });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  });
}

/** What the worker keeps: paths from the app's root, those of the build's own address with a question mark. */
const keptFiles = (page) =>
  page.evaluate(async () => {
    const all = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) all.push(url.slice(new URL("./", location.href).href.length));
    return all.map((path) => path.replace(/\?.*/, "?")).sort();
  });

/** Every file of dist that the running app can ask for. */
const NEEDED = readdirSync(DIST)
  .filter((name) => !["robots.txt", "sw.js", "icon.svg", "icon-192.png", "icon-512.png", "index.html"].includes(name))
  .map((name) => (/^(worker|yaml-editor)/.test(name) ? `${name}?` : name))
  .concat("")
  .sort();

journey(
  "after one visit the app starts and works without a network",
  async ({ page, context }) => {
    await visit(page);
    assert.deepEqual(await keptFiles(page), NEEDED);
    await context.setOffline(true);
    // What had not been asked for yet is there as well: the worker, and what it makes.
    await page.getByRole("tab", { name: "Terraform" }).click();
    await page.getByRole("region", { name: /main\.tf/ }).waitFor();
    await page.getByRole("tab", { name: "YAML" }).click();
    await page.locator("yaml-editor").waitFor();
    await page.reload();
    await page.locator("#shell").waitFor({ state: "detached" });
    await app(page).node(/^Writer/).click();
    await app(page).field("Maximum").fill("32");
    await app(page).node(/^Writer.*to 32 ACU/).waitFor();
    await saved(page);
    assert.match(await app(page).download("main.tf"), /2 to 32 ACU/);
    assert.match(await app(page).download("aurora.yaml"), /max_capacity: 32/);
    await page.goto(address());
    await app(page).node(/^Writer.*to 32 ACU/).waitFor();
    page.faults.length = 0; // Chromium tells of the fetch that the worker answered in its place
  },
  ALLOWED,
);

journey(
  "after the load nothing is asked for but what the service worker keeps, once, from the same place",
  async ({ page, context }) => {
    const late = [];
    let loaded = false;
    context.on("request", (request) => loaded && late.push({ url: new URL(request.url()), own: Boolean(request.serviceWorker()) }));
    await page.goto(address(), { waitUntil: "load" });
    loaded = true;
    await visit(page).catch((error) => error);
    loaded = false;
    const names = late.filter(({ own }) => own).map(({ url }) => url.pathname.slice(1) + (url.search ? "?" : ""));
    assert.deepEqual(late.filter(({ url }) => url.origin !== new URL(address()).origin), []);
    assert.deepEqual(names.filter((name) => !NEEDED.includes(name) && name !== "sw.js?"), []);
    page.faults.length = 0;
    // From here on a visit asks the network for the page itself and nothing else.
    const asked = [];
    context.on("request", (request) => request.serviceWorker() && asked.push(new URL(request.url()).pathname));
    await page.reload();
    await page.locator("#shell").waitFor({ state: "detached" });
    await saved(page);
    await page.getByRole("tab", { name: "Terraform" }).click();
    await page.getByRole("region", { name: /main\.tf/ }).waitFor();
    assert.deepEqual(asked.filter((path) => path !== "/"), []);
    page.faults.length = 0;
  },
  ALLOWED,
);

journey(
  "a newer build is told in the open tab, which goes on, and comes with a reload",
  async ({ page, context }) => {
    const root = mkdtempSync(join(tmpdir(), "aurora-"));
    cpSync(DIST, root, { recursive: true });
    const server = await serve(root);
    try {
      await visit(page, server.url);
      // Another build: another name of the program, another name of the build in it.
      const [js] = readdirSync(root).filter((name) => /^aurora-designer-\w+\.js$/.test(name));
      const other = js.replace(".js", "0.js");
      const text = readFileSync(join(root, js), "utf8").replace(/^/, "globalThis.newer = true;\n");
      writeFileSync(join(root, other), text);
      const html = readFileSync(join(root, "index.html"), "utf8");
      const without = html.replaceAll(/ integrity="[^"]*"/g, "").replaceAll(js, other);
      writeFileSync(join(root, "index.html"), without);
      const next = await context.newPage();
      // The newer build asks for its own service worker; here that is done for it, as the program is the same.
      await next.goto(server.url, { waitUntil: "load" });
      await until(() => next.evaluate(() => globalThis.newer), true);
      await next.evaluate(() => navigator.serviceWorker.register("sw.js?of-the-newer-build"));
      await page.getByRole("alert").getByText("A new version of this app is here").waitFor();
      // The open tab goes on with its own build.
      await page.getByRole("tab", { name: "Terraform" }).click();
      await page.getByRole("region", { name: /main\.tf/ }).waitFor();
      await page.getByRole("alert").getByRole("button", { name: "Load it" }).click();
      await until(() => page.evaluate(() => globalThis.newer), true);
      page.faults.length = 0; // they are counted against another address
    } finally {
      server.close();
      rmSync(root, { recursive: true, force: true });
    }
  },
  ALLOWED,
);

journey("it can be installed: the manifest names its icons, and they are there", async ({ page, open }) => {
  await open();
  const found = await page.evaluate(async () => {
    const link = document.querySelector("link[rel=manifest]").href;
    const manifest = await (await fetch(link)).json();
    const icons = await Promise.all(
      manifest.icons.map(async ({ src, type, sizes }) => {
        const answer = await fetch(new URL(src, link));
        const bitmap = type === "image/png" ? await createImageBitmap(await answer.blob()) : null;
        return answer.ok && (!bitmap || `${bitmap.width}x${bitmap.height}` === sizes);
      }),
    );
    return { ...manifest, icons, start_url: new URL(manifest.start_url, link).href };
  });
  assert.deepEqual([found.name, found.display, found.start_url, found.icons], ["Aurora Designer", "standalone", address(), [true, true, true]]);
  page.faults.length = 0; // this test's own requests
});

journey("the version is on screen", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "Designs", exact: true }).click();
  await page.getByRole("dialog").getByText(/^Aurora Designer \d+\.\d+\.\d+, build [0-9a-f]{8}$/).waitFor();
});
