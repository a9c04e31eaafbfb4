// The README's picture, the app as it opens at twice the pixels, and the screens that the journeys compare.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { app } from "./app.mjs";
import { buildCli } from "./cli.mjs";
import { newPage, open, profile, start, stop } from "./harness.mjs";
import { DIST, GOLDEN } from "./paths.mjs";
import { SCREENS, show, taken } from "./screens.mjs";
import { serve } from "./server.mjs";

buildCli();
mkdirSync(join(GOLDEN, "screens"), { recursive: true });
const server = await serve(DIST);
await start(server.url);
try {
  const page = await newPage(await profile({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2 }));
  await open(page);
  await app(page).node(/^Writer/).click();
  await app(page).node(/^Writer/).and(page.locator('[aria-current="true"]')).waitFor();
  await page.screenshot({ path: join(GOLDEN, "app.png") });
  console.log("picture: tests/golden/app.png");
  for (const screen of SCREENS) {
    const shown = await show(screen);
    writeFileSync(join(GOLDEN, "screens", `${screen.name}.png`), await taken(shown));
    await shown.context().close();
  }
  console.log(`picture: ${SCREENS.length} screens in tests/golden/screens`);
} finally {
  await stop();
  server.close();
}
