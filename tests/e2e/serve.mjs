// `make serve`: the built app on one port of this machine, until it is stopped.

import { DIST } from "./paths.mjs";
import { serve } from "./server.mjs";

const port = Number(process.env.PORT ?? 8080);
try {
  const { url } = await serve(DIST, port);
  console.log(`Aurora Designer is open on ${url} (Ctrl+C ends it)`);
} catch (error) {
  if (error.code !== "EADDRINUSE") throw error;
  console.error(`serve: port ${port} is taken; choose another with PORT=${port + 1} make serve`);
  process.exit(1);
}
