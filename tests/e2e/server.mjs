// A static server for dist, with the headers that the README asks a host to send.

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotli } from "./brotli.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const HEADERS = {
  "Content-Security-Policy":
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

// Names with a hash never change their content; all others, index.html, boot.js and the worker, are asked for anew.
const cacheControl = (path) =>
  /-[0-9a-f]{12,16}(_bg)?\.\w+$/.test(path) ? "public, max-age=31536000, immutable" : "no-cache";

/** Gives a file compressed, from the second time on at once. */
function packer() {
  const packed = new Map();
  return async (file) => {
    if (!packed.has(file)) packed.set(file, brotli(await readFile(file)));
    return packed.get(file);
  };
}

async function answer(root, pack, request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, "/index.html");
  const file = join(root, path);
  const found = file.startsWith(root) && (await stat(file).catch(() => null))?.isFile();
  if (!found || !["GET", "HEAD"].includes(request.method)) {
    response.writeHead(found ? 405 : 404, { "Content-Type": TYPES[".txt"] }).end("Nothing here.\n");
    return;
  }
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const headers = { ...HEADERS, "Content-Type": type, "Cache-Control": cacheControl(path) };
  if (pack && /\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
    response.writeHead(200, { ...headers, "Content-Encoding": "br", Vary: "Accept-Encoding" }).end(await pack(file));
    return;
  }
  response.writeHead(200, headers);
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

/**
 * Serves the folder `root` on the loopback address; port 0 takes a free one. Gives `{ url, close }`. With `packed` files
 * go out compressed, as a host sends them: for what measures, because the first answer of each takes seconds.
 */
export async function serve(root, port = 0, { packed = false } = {}) {
  const pack = packed && packer();
  const server = createServer((request, response) => {
    answer(root, pack, request, response).catch(() => response.writeHead(400).end());
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => server.closeAllConnections() ?? server.close(),
  };
}
