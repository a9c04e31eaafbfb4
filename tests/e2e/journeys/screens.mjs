// A handful of screens look as they are kept in tests/golden/screens; `make picture` keeps them anew. And the comparison
// is worth its name: it sees what matters, and not the font.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { compare } from "../compare.mjs";
import "../journey.mjs";
import { GOLDEN, SHOTS } from "../paths.mjs";
import { SCREENS, show, taken } from "../screens.mjs";

const said = ({ all, most }) =>
  `${Math.round(100 * all)} % of it differs, most of all (${Math.round(100 * most.share)} %) right and below of ${most.x}, ${most.y}`;

for (const screen of SCREENS) {
  test(`the screen ${screen.name} looks as it is kept`, { timeout: 60_000 }, async () => {
    const page = await show(screen);
    try {
      const now = await taken(page);
      writeFileSync(join(SHOTS, `${screen.name}.png`), now);
      const found = compare(readFileSync(join(GOLDEN, "screens", `${screen.name}.png`)), now);
      assert.ok(found.same, `${said(found)}; see .tools/shots/${screen.name}.png, and if it is meant, run: make picture`);
    } finally {
      await page.context().close();
    }
  });
}

const card = (page, change) =>
  page.evaluate((change) => {
    const card = document.querySelector("#node-writer").closest(".node");
    if (change === "remove") card.remove();
    else card.setAttribute("transform", `${card.getAttribute("transform") ?? ""} translate(0 36)`);
  }, change);

const dress = (page, content) => page.addStyleTag({ content });

const CHANGES = {
  "a panel that is missing": [false, (page) => dress(page, ".inspector { visibility: hidden; }")],
  "a card that is missing": [false, (page) => card(page, "remove")],
  "a card that has moved": [false, (page) => card(page, "move")],
  "the other theme": [false, (page) => page.emulateMedia({ colorScheme: "dark" })],
  "a serif font": [true, (page) => dress(page, `*, .diagram text { font-family: "DejaVu Serif", serif !important; }`)],
  "a narrower font": [true, (page) => dress(page, `*, .diagram text { font-family: "Liberation Sans", Arial, sans-serif !important; }`)],
};

for (const [what, [same, change]] of Object.entries(CHANGES)) {
  test(`${what} makes ${same ? "no" : "another"} screen`, { timeout: 60_000 }, async () => {
    const page = await show(SCREENS[0]);
    try {
      const before = await taken(page);
      await change(page);
      const found = compare(before, await taken(page));
      assert.equal(found.same, same, said(found));
    } finally {
      await page.context().close();
    }
  });
}
