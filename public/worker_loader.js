// Starts the web worker. Its address names the build (`?…`), and so do those of what it loads: their names hold no hash,
// and no cache may mix builds.
const { search } = new URL(import.meta.url);
const { default: start } = await import(`./worker.js${search}`);
await start({ module_or_path: new URL(`./worker_bg.wasm${search}`, import.meta.url) });
