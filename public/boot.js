// Starts the app, from a file of its own: the policy in index.html allows no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const at = (path) => new URL(path, document.baseURI);
try {
  const { default: start } = await import(at(js));
  await start({ module_or_path: at(wasm) });
} catch (error) {
  // Not loaded, refused, or without WebAssembly. A new load is the only new try: browsers remember a module that failed.
  const told = document.getElementById("not-started");
  told.querySelector("button").addEventListener("click", () => location.reload());
  told.hidden = false;
  throw error;
}
