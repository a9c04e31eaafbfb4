// Starts the wasm from a file of its own: the policy in index.html allows no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const at = (path) => new URL(path, document.baseURI);
try {
  const { default: start } = await import(at(js));
  await start({ module_or_path: at(wasm) });
} catch (error) {
  document.getElementById("not-started")?.removeAttribute("hidden");
  throw error;
}
