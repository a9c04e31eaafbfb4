// Starts the wasm from a file of its own: the policy in index.html allows no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const at = (path) => new URL(path, document.baseURI);
const shell = document.getElementById("shell");
try {
  const program = fetch(at(wasm)).then((answer) => answer.arrayBuffer()).then(WebAssembly.compile);
  const { initSync } = await import(at(js));
  const module = await program;
  shell.remove();
  initSync({ module });
} catch (error) {
  document.getElementById("not-started").hidden = false;
  shell.removeAttribute("aria-busy");
  throw error;
}
