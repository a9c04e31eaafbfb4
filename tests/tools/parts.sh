#!/bin/sh
# Trunk's last step before dist is replaced: the parts that tests/tools/wasm-bindgen.sh cut off, beside the app.
set -eu
[ "$TRUNK_PROFILE" = release ] || exit 0
parts=${CARGO_TARGET_DIR:-target}/wasm-bindgen/release/parts/dist
[ -d "$parts" ] || { echo "parts: the release build is made by 'make build', which cuts the app" >&2; exit 1; }
cp "$parts"/*.wasm "$TRUNK_STAGING_DIR"
main=$(basename "$(ls "$TRUNK_STAGING_DIR"/aurora-designer-*.js)")
for link in "$parts"/parts-*.js; do
  sed "s|\./aurora-designer\.js|./$main|" "$link" >"$TRUNK_STAGING_DIR/$(basename "$link")"
done
