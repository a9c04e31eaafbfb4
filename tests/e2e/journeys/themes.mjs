// What is read and seen in every theme: contrast measured on the page as it is painted, and forced colors.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { app } from "../app.mjs";
import { cli } from "../cli.mjs";
import { shot, until } from "../harness.mjs";
import { accessible, journey } from "../journey.mjs";
import { DESIGNS } from "../paths.mjs";

const seed = () => cli(["link", "-"], readFileSync(`${DESIGNS}seed.yaml`, "utf8")).out.trim();

/** Every text that is seen, with its contrast to what lies under it, and whether a color says something in it. */
function texts() {
  const parsed = (color) => {
    const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
    return { rgb: [red, green, blue], alpha };
  };
  const over = ({ rgb, alpha }, under) => rgb.map((value, at) => value * alpha + under[at] * (1 - alpha));
  const light = (rgb) => {
    const [red, green, blue] = rgb
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const paint = (element) => {
    const style = getComputedStyle(element);
    if (element instanceof SVGSVGElement || !(element instanceof SVGElement)) return parsed(style.backgroundColor);
    return /^(rect|circle|path)$/.test(element.tagName) && style.fill.startsWith("rgb") ? parsed(style.fill) : { rgb: [0, 0, 0], alpha: 0 };
  };
  const ground = (stack) => {
    const last = [...stack, document.documentElement].findIndex((it) => paint(it).alpha === 1);
    const layers = last < 0 ? stack : [...stack, document.documentElement].slice(0, last + 1);
    return layers.reverse().reduce((under, it) => over(paint(it), under), [255, 255, 255]);
  };
  // What a dialog makes inert is dimmed, and not read.
  const root = document.querySelector("dialog[open]") ?? document.body;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const probe = document.createElement("i");
  probe.style.setProperty("color", "var(--text-3)");
  document.body.append(probe);
  const quietest = getComputedStyle(probe).color;
  probe.remove();
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent.trim();
    if (!text || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest("option, [aria-hidden='true']:not(g), .visually-hidden, [aria-disabled='true'], title, desc")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, top, width, height } = range.getBoundingClientRect();
    if (width < 2 || height < 2) continue;
    // All that lies under its middle, whatever hears the pointer.
    const at = [left + width / 2, top + height / 2];
    if (at[0] < 0 || at[1] < 0 || at[0] > innerWidth || at[1] > innerHeight) continue;
    const under = document.elementsFromPoint(...at);
    const from = under.findIndex((it) => it === element || it.contains(element) || it.closest(".node")?.contains(element));
    if (from < 0) continue;
    const style = getComputedStyle(element);
    const ink = parsed(element instanceof SVGElement ? style.fill : style.color);
    const behind = ground(under.slice(from).filter((it) => it !== element || !(it instanceof SVGElement)));
    const color = over(ink, behind);
    found.push({
      text: text.slice(0, 40),
      ratio: Math.floor(100 * ratio(color, behind)) / 100,
      size: parseFloat(style.fontSize),
      colored: Math.max(...color) - Math.min(...color) > 40 || Math.max(...behind) - Math.min(...behind) > 90,
      quiet: (element instanceof SVGElement ? style.fill : style.color) === quietest,
    });
  }
  return found;
}

const least = (all) => Math.min(...all.map(({ ratio }) => ratio));
const below = (all, limit) => all.filter(({ ratio }) => ratio < limit);

for (const colorScheme of ["light", "dark"]) {
  for (const contrast of ["no-preference", "more"]) {
    journey(
      `in the ${colorScheme} theme with ${contrast === "more" ? "more" : "usual"} contrast all text is AA, and body text AAA`,
      async ({ page, open }) => {
        const all = [];
        const look = async () => all.push(...(await page.evaluate(texts)));
        await open(seed());
        await look();
        await page.getByRole("tab", { name: "Cost", exact: true }).click();
        await page.getByRole("tab", { name: "Terraform" }).click();
        await page.getByRole("region", { name: /main\.tf/ }).waitFor();
        await look();
        await page.getByRole("button", { name: "Presets" }).click();
        await page.locator(".menu-presets .menu-item").first().waitFor();
        await look();
        await page.keyboard.press("Escape");
        await page.keyboard.press("Control+k");
        await page.getByRole("dialog").getByRole("option").first().waitFor();
        await look();
        assert.ok(all.length > 200, `only ${all.length} texts were measured`);
        assert.deepEqual(below(all, 4.5), [], "AA");
        // Names, axes and units are quiet, links and severities are colored; sentences are neither.
        const body = all.filter(({ colored, quiet }) => !colored && (contrast === "more" || !quiet));
        assert.deepEqual(below(body, 7), [], "AAA");
        console.log(`contrast, ${colorScheme}, ${contrast}: at least ${least(all)}, body text ${least(body)}, of ${all.length} texts`);
        await shot(page, `contrast ${colorScheme} ${contrast}`);
      },
      { colorScheme, contrast },
    );
  }
}

for (const colorScheme of ["light", "dark"]) {
  journey(
    `forced colors keep selection, focus, gauges, lines and severity apart, ${colorScheme}`,
    async ({ page, open }) => {
      await open(seed());
      const { node } = app(page);
      await node(/^Writer/).click();
      await node(/^Reader 1/).focus();
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowRight");
      const shown = () => page.evaluate(() => {
        const system = (name) => {
          const probe = document.createElement("i");
          probe.style.setProperty("color", name);
          document.body.append(probe);
          const { color } = getComputedStyle(probe);
          probe.remove();
          return color;
        };
        const of = (selector) => getComputedStyle(document.querySelector(selector));
        const card = (id) => getComputedStyle(document.querySelector(`#${id}`).closest(".node").querySelector(".card"));
        return {
          system: Object.fromEntries(["Canvas", "CanvasText", "Highlight"].map((name) => [name, system(name)])),
          selected: card("node-writer").stroke,
          rest: card("node-reader-endpoint").stroke,
          focused: getComputedStyle(document.activeElement).stroke,
          band: of(".node .gauge-band").fill,
          track: of(".node .gauge-track").stroke,
          tick: of(".node .gauge-tick").fill,
          edge: of('.edge[data-kind="write"]:not([data-hot="true"])').stroke,
          dashes: [of('.edge[data-kind="read"]').strokeDasharray, of('.edge[data-kind="write"]').strokeDasharray],
          badge: of(".badge .badge-body").fill,
          sign: of(".badge .badge-sign").stroke,
          row: of('.tree-row[aria-current="true"]').outlineStyle,
          tab: of('.tab[aria-selected="true"]').outlineStyle,
        };
      });
      const chosen = ({ system, selected, focused }) => [selected, focused].every((it) => it === system.Highlight);
      const seen = await until(shown, chosen);
      const { Canvas, CanvasText, Highlight } = seen.system;
      assert.equal(seen.rest, CanvasText);
      assert.equal(seen.band, Highlight);
      assert.equal(seen.tick, CanvasText);
      assert.equal(seen.track, CanvasText);
      assert.equal(seen.edge, CanvasText);
      assert.notEqual(seen.dashes[0], seen.dashes[1]);
      assert.equal(seen.badge, CanvasText);
      assert.equal(seen.sign, Canvas);
      assert.equal(seen.row, "solid");
      assert.equal(seen.tab, "solid");
      await shot(page, `forced colors ${colorScheme}`);
      await accessible(page, `forced colors ${colorScheme}`, [null]);
    },
    { colorScheme, forcedColors: "active" },
  );
}
