#!/bin/sh
# The YAML panel's text editor: bundles public/yaml-editor into public/yaml-editor.js, which is kept in the repository so
# that the app builds without npm. Usage: editor.sh [--check]; with --check the kept bundle must be the one that comes out.
set -eu
from=public/yaml-editor
tools=.tools/yaml-editor

# The very packages of the lock file, beside the sources rather than in them.
if ! { [ -d "$tools/node_modules" ] && cmp -s "$from/package-lock.json" "$tools/package-lock.json"; }; then
  echo "editor: installing CodeMirror and esbuild from npm"
  mkdir -p "$tools"
  cp "$from/package.json" "$tools"
  cp "$from/package-lock.json" "$tools"
  (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) || {
    rm -f "$tools/package-lock.json"
    tail -n 20 "$tools/npm.log" >&2
    exit 1
  }
fi

bundle() {
  NODE_PATH=$tools/node_modules "$tools/node_modules/.bin/esbuild" "$from/editor.mjs" \
    --bundle --minify --format=esm --target=es2022 --log-level=warning --outfile="$1"
}

if [ "${1:-}" != --check ]; then
  bundle public/yaml-editor.js
  exit
fi
bundle "$tools/bundle.js"
if cmp -s "$tools/bundle.js" public/yaml-editor.js; then
  echo "1 passed, 0 failed"
  node --test-reporter=spec tests/editor/schema.mjs
else
  echo "editor: public/yaml-editor.js is not what $from gives; make editor writes it anew"
  echo "0 passed, 1 failed"
  exit 1
fi
