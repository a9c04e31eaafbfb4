// The screens that are compared with kept pictures: a state of the app, a size and a theme each.

import { readFileSync } from "node:fs";
import { cli } from "./cli.mjs";
import { newPage, open, profile } from "./harness.mjs";
import { halved } from "./compare.mjs";
import { DESIGNS } from "./paths.mjs";

const linkOf = (name) => cli(["link", "-"], readFileSync(`${DESIGNS}${name}.yaml`, "utf8")).out.trim();

const SIZES = {
  wide: { width: 1440, height: 900 },
  laptop: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
};

const nothing = async () => {};

async function palette(page) {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /^Commands/ }).waitFor();
  await page.getByRole("dialog").getByRole("option").first().waitFor();
}

export const SCREENS = [
  { name: "default-wide-light", size: "wide", theme: "light" },
  { name: "sixteen-wide-dark", size: "wide", theme: "dark", design: "sixteen" },
  { name: "global-wide-light", size: "wide", theme: "light", design: "global" },
  { name: "broken-laptop-dark", size: "laptop", theme: "dark", design: "seed" },
  { name: "palette-wide-light", size: "wide", theme: "light", act: palette },
  { name: "default-phone-light", size: "phone", theme: "light" },
];

/** Opens a screen in a profile of its own. */
export async function show({ size, theme, design, act = nothing }) {
  const context = await profile({ viewport: SIZES[size], colorScheme: theme, bypassCSP: true });
  const page = await newPage(context);
  await open(page, design && linkOf(design));
  await act(page);
  return page;
}

/** What a page shows, once it has come to rest, as a picture to compare and to keep. */
export async function taken(page) {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return halved(await page.screenshot({ animations: "disabled", caret: "hide" }));
}
