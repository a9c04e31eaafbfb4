// The README's picture: the app as it opens, at twice the pixels.

import { join } from "node:path";
import { app } from "./app.mjs";
import { newPage, open, profile, start, stop } from "./harness.mjs";
import { DIST, GOLDEN } from "./paths.mjs";
import { serve } from "./server.mjs";

const server = await serve(DIST);
await start(server.url);
try {
  const page = await newPage(await profile({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 2 }));
  await open(page);
  await app(page).node(/^Writer/).click();
  await page.screenshot({ path: join(GOLDEN, "app.png") });
  console.log("picture: tests/golden/app.png");
} finally {
  await stop();
  server.close();
}
