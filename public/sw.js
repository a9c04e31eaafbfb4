// Serves the app without a network once it has been visited, its worker included. The address of this file names the
// build (`sw.js?…`), so a new build brings a worker and a cache of its own; an open tab keeps the ones it began with.
const build = new URL(self.location).search;
const OWN = "aurora-designer?";
const CACHE = OWN.slice(0, -1) + build;
const page = new URL("./", self.location).href;
/** How long a page waits for the network before the kept one is shown, in milliseconds. */
const PATIENCE = 4000;

/** What the page names, in quotes or without them: its styles and scripts. And what comes later: the worker and
 * the editor, by the addresses the page asks for them. */
function named(html) {
  const inPage = [...html.matchAll(/ (?:src|href|data-js|data-wasm)="?(\.\/[^"#?>\s]+)/g)].map(([, path]) => path);
  return new Set([...inPage, ...["worker_loader.js", "worker.js", "worker_bg.wasm", "yaml-editor.js"].map((file) => `./${file}${build}`)]);
}

async function keep() {
  const answer = await fetch(page, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`the page answers ${answer.status}`);
  const html = await answer.clone().text();
  const cache = await caches.open(CACHE);
  // All of them, or this worker is not installed.
  await cache.addAll(named(html));
  await cache.put(page, answer);
}

/** Caches of builds that no tab shows any more. */
async function clear() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWN) && name !== CACHE).map((name) => caches.delete(name)));
}

/** The newest page, or the one that is kept where the network does not answer in time. */
async function navigate(request) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(page);
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(clear().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if ([page, `${page}index.html`].includes(origin + pathname)) event.respondWith(navigate(request));
    return;
  }
  event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});
