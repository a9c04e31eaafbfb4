#!/bin/sh
# wasm-bindgen as the release build needs it: the app is cut first, so that what a first visit does not need lies in
# files of its own (src/ui/later.rs names them). Trunk has no step for that, so this stands before the real program on
# PATH as .tools/bin/wasm-bindgen, and tests/tools/parts.sh puts the parts beside the app. Other calls pass through.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
real=$(PATH=$(printf %s "$PATH" | tr ':' '\n' | grep -Fvx "$here" | paste -sd: -) command -v wasm-bindgen) ||
  { echo "wasm-bindgen: the program itself is not on PATH" >&2; exit 1; }

wasm= out= name=
for argument; do
  case $argument in
    --out-dir=*) out=${argument#--out-dir=} ;;
    --out-name=*) name=${argument#--out-name=} ;;
    */wasm-release/*.wasm) wasm=$argument ;;
  esac
done
[ -n "$wasm" ] || exec "$real" "$@"

parts=$out/parts
rm -rf "$parts"
wasm-split-cli "$wasm" "$parts" --target web --out-name "$name"
"$real" --target=web "--out-dir=$out" "--out-name=$name" --no-typescript --keep-lld-exports "$parts/$name.wasm"

# A name of its own for every build, so that a browser never joins parts of two.
tag=$(git hash-object "$wasm" | cut -c1-16)
sed "/^import /s|\./__wasm_split\.js|./parts-$tag.js|" "$out/$name.js" |
  esbuild --minify --format=esm --log-level=warning >"$parts/main.js"
mv "$parts/main.js" "$out/$name.js"
mkdir "$parts/dist"
# What trunk gives wasm-opt for the app itself.
features=$(sed -n 's/.*data-wasm-opt-params="\([^"]*\)".*/\1/p' index.html)
[ -n "$features" ] || { echo "wasm-bindgen: index.html names no data-wasm-opt-params" >&2; exit 1; }
for part in "$parts"/split_*.wasm "$parts"/chunk_*.wasm; do
  [ -f "$part" ] || continue
  called=$(basename "$part" .wasm)
  # Several words on purpose.
  # shellcheck disable=SC2086
  wasm-opt -Oz $features "$part" -o "$parts/dist/${called#split_}-$tag.wasm" 2>"$parts/$called.log" || { cat "$parts/$called.log" >&2; exit 1; }
  sed "s|\./$called\.wasm|./${called#split_}-$tag.wasm|g" "$parts/__wasm_split.js" >"$parts/link.js"
  mv "$parts/link.js" "$parts/__wasm_split.js"
done
# A host that names another type than application/wasm starts the app, and must not keep its parts from it.
sed 's|WebAssembly\.instantiateStreaming(src, imports)|WebAssembly.instantiate(await (await src).arrayBuffer(), imports)|' \
  "$parts/__wasm_split.js" | esbuild --minify --format=esm --log-level=warning >"$parts/dist/parts-$tag.js"
grep -q arrayBuffer "$parts/dist/parts-$tag.js"
