"""Designs full of hostile text: their values are refused, but the main.tf around them stays whole.

Usage: refused.py FOLDER… Passes where all that Terraform finds is a value that is not as expected, so no text has
broken out of its quotes: nothing unformatted, no syntax error, no reference, no argument of its making.
"""

import json
import subprocess
import sys
from pathlib import Path

CHECK = Path(__file__).resolve().parent.parent / "terraform" / "check.py"


def main(folders):
    run = subprocess.run([sys.executable, CHECK, "--json", *folders], capture_output=True, text=True, check=False)
    results = json.loads(run.stdout)["results"]
    failed = 0
    for result in results:
        broken = [error for error in result["errors"] if not error["message"].startswith("expected ")]
        failed += bool(broken) or not result["errors"]
        for error in broken:
            print(f"{result['directory']}: {error['file']}:{error['line']}: {error['message']} [{error['step']}]")
        if not result["errors"]:
            print(f"{result['directory']}: nothing is refused; check it like the others")
    print(f"{len(results) - failed} passed, {failed} failed")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
