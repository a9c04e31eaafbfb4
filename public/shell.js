// Runs before the first paint: what this browser keeps for the app, as far as the shell in index.html can follow it.
const root = document.documentElement;
// A link brings its own design.
if (location.hash.length > 1) root.dataset.kept = "";
try {
  const kept = (name) => localStorage.getItem(`aurora-designer.${name}`);
  if (kept("design")) root.dataset.kept = "";
  const theme = kept("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  root.dataset.folded = ["outline", "inspector", "dock"].filter((panel) => kept(panel) === "folded").join(" ");
  root.style.cssText = kept("sizes") ?? "";
} catch {
  // Storage is denied, so nothing is kept.
}
