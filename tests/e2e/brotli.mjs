// Compression as a static host does it, once and as small as it gets.

import { brotliCompressSync, constants } from "node:zlib";

/** A file as a host sends it. */
export const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
