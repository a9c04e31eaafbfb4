"""Runs Checkov over a folder of designs; what it may find is listed in checkov.txt, and the list may not outlive it.

Usage: checkov.py FOLDER, with one subfolder a design.
"""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def accepted():
    """`design CHECK resource: reason` a line; `*` stands for every design."""
    lines = (HERE / "checkov.txt").read_text().splitlines()
    found = {}
    for line in lines:
        if line and not line.startswith("#"):
            what, _, reason = line.partition(": ")
            assert reason, f"checkov.txt: no reason: {line}"
            found[tuple(what.split())] = reason
    return found


def results(folder):
    """Passed and failed checks as (design, check, resource), with Checkov's own words for the failed ones."""
    command = [Path(sys.executable).parent / "checkov", "--directory", folder, "--framework", "terraform"]
    run = subprocess.run([*command, "--skip-download", "--output", "json"], capture_output=True, text=True, check=False)
    try:
        report = json.loads(run.stdout)
    except json.JSONDecodeError:
        sys.exit(f"checkov: it could not run:\n{run.stderr or run.stdout}")
    checks = report["results"]

    def key(check):
        return Path(check["file_path"]).parts[1], check["check_id"], check["resource"]

    return len(checks["passed_checks"]), {key(check): check["check_name"] for check in checks["failed_checks"]}


def main(folder):
    passed, failed = results(folder)
    known = accepted()
    used = set()
    wrong = []
    for (design, check, resource), words in sorted(failed.items()):
        match = next((it for it in [(design, check, resource), ("*", check, resource)] if it in known), None)
        if match:
            used.add(match)
        else:
            wrong.append(f"{design} {check} {resource}: {words}")
    wrong += [f"checkov.txt: found nowhere any more: {' '.join(it)}" for it in known if it not in used]
    print("\n".join(wrong), end="\n" if wrong else "")
    print(f"{passed + len(failed) - len(wrong)} passed, {len(wrong)} failed")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
