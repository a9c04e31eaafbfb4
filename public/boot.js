// Starts the app, from a file of its own: the policy in index.html allows no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
// A message comes right behind the frame; a timer would wait for whatever else is due.
const afterFrame = (done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage(null);
};
const at = (path) => new URL(path, document.baseURI);
try {
  // What is seen comes first: until the shell is painted, nothing competes with it for the network. A page that nobody
  // looks at paints nothing.
  if (!document.hidden) await new Promise((painted) => requestAnimationFrame(() => afterFrame(painted)));
  const [{ default: start }, module_or_path] = await Promise.all([import(at(js)), fetch(at(wasm))]);
  await start({ module_or_path });
} catch (error) {
  // Not loaded, refused, or without WebAssembly. A new load is the only new try: browsers remember a module that failed.
  const told = document.getElementById("not-started");
  told.querySelector("button").addEventListener("click", () => location.reload());
  told.hidden = false;
  throw error;
}
