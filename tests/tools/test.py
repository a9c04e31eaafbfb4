"""Runs every test, the quickest first, and ends with one line that counts them. Usage: test.py [STEP…]

A person's run ends at the first step that fails. With CI=true all steps run, and a skipped test is a failure.
"""

import os
import re
import shutil
import subprocess
import sys
import time

WASM = ["--target", "wasm32-unknown-unknown"]
STEPS = [
    ("format", "rustfmt has nothing to change", ["cargo", "fmt", "--check"]),
    ("lint", "clippy, native", ["cargo", "clippy", "--locked", "--all-targets", "--", "-D", "warnings"]),
    ("native", "tests of the core and the command line", ["cargo", "test", "--locked"]),
    ("editor", "the YAML panel's editor: its bundle, and what it offers", ["sh", "tests/tools/editor.sh", "--check"]),
    ("lint-web", "clippy, wasm", ["cargo", "clippy", "--locked", *WASM, "--lib", "--bins", "--test", "web", "--", "-D", "warnings"]),
    ("terraform", "the golden main.tf files: Terraform, Checkov and Trivy", ["sh", "tests/tools/terraform.sh"]),
    ("web", "components in headless Chromium", ["cargo", "test", "--locked", *WASM, "--test", "web"]),
    ("build", "the app in dist, and its size", ["make", "--no-print-directory", "build"]),
    ("journeys", "a person's ways through the app, and axe", ["node", "tests/e2e/run.mjs"]),
]

# How each runner closes: cargo and wasm-bindgen, node, our own checks. What a line doesn't count is none.
CLOSING = [
    re.compile(r"^test result: \w+\. (?P<passed>\d+) passed; (?P<failed>\d+) failed; (?P<skipped>\d+) ignored"),
    re.compile(r"^ℹ (?:pass (?P<passed>\d+)|fail (?P<failed>\d+)|(?:skipped|todo|cancelled) (?P<skipped>\d+))$"),
    re.compile(r"^(?P<passed>\d+) passed, (?P<failed>\d+) failed(?:, (?P<skipped>\d+) skipped)?$"),
]
COLOR = re.compile(r"\x1b\[[0-9;]*m")


def environment():
    env = dict(os.environ)
    driver = env.get("CHROMEDRIVER") or shutil.which("chromedriver")
    if driver:
        env["CHROMEDRIVER"] = driver
    if sys.stdout.isatty():
        env.update(CARGO_TERM_COLOR="always", FORCE_COLOR="1")
    return env


def run(command):
    """Runs a command, shows what it prints as it comes, and gives its exit code and its counts."""
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    process = subprocess.Popen(
        command, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    for line in process.stdout:
        print(line, end="", flush=True)
        plain = COLOR.sub("", line).rstrip()
        for closing in CLOSING:
            if match := closing.match(plain):
                for name, count in match.groupdict().items():
                    counts[name] += int(count or 0)
    return process.wait(), counts


def main(chosen):
    unknown = set(chosen) - {name for name, _, _ in STEPS}
    if unknown:
        sys.exit(f"test: no step {', '.join(sorted(unknown))}; there are {', '.join(name for name, _, _ in STEPS)}")
    steps = [step for step in STEPS if not chosen or step[0] in chosen]
    ci = os.environ.get("CI") == "true"
    total = {"passed": 0, "failed": 0, "skipped": 0}
    report, broken, started = [], [], time.monotonic()
    for number, (name, headline, command) in enumerate(steps, 1):
        print(f"\n== {number}/{len(steps)} {name}: {headline}", flush=True)
        began = time.monotonic()
        code, counts = run(command)
        for key in total:
            total[key] += counts[key]
        # A step that breaks before its tests could be counted is one failure.
        total["failed"] += code != 0 and counts["failed"] == 0
        seconds = time.monotonic() - began
        report.append(f"   {name:<10} {seconds:6.1f} s  {'ok' if code == 0 else 'FAILED':<7} {counts['passed']:>5} passed")
        if code:
            broken.append(name)
            if not ci:
                break
    print(f"\n== {time.monotonic() - started:.0f} s in all")
    print("\n".join(report))
    if broken:
        print(f"test: failed in {', '.join(broken)}")
    if total["skipped"]:
        print(f"test: skipped tests prove nothing{'; in CI they fail the run' if ci else ''}")
    skipped = f", {total['skipped']} skipped" if total["skipped"] else ""
    print(f"{total['passed']} passed, {total['failed']} failed{skipped}", flush=True)
    return bool(broken or (ci and total["skipped"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
