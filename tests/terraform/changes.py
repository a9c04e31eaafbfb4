#!/usr/bin/env python3
"""Judge `aurora-designer diff` by Terraform: apply design A, plan design B over its state, compare with the verdicts.

PAIRS has a pair a line, {"id", "from", "to"}, as the test `terraform_has_a_pair_for_every_setting` of tests/compare writes
them, or is a list of cases like tests/compare/cases.json. For every pair, in both directions: what the plan shows is the
worst verdict of the diff, every verdict of the diff has something in the plan that shows it, and the plan applies.

Exit status: 0 all passed, 1 at least one failed, 2 the judge could not run.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from check import PLAN_FILE, SetupError, Terraform, find_terraform, json_lines, require_packages, stub_environment
from plans import WORDS, Json, Plan, judge, worst

TODAY = "2026-11-28"
STATE = "terraform.tfstate"


class Designer:
    """The command line that is judged."""

    def __init__(self, program: str) -> None:
        self._program = program

    def _run(self, arguments: list[str], expected: tuple[int, ...]) -> str:
        done = subprocess.run(
            [self._program, "--today", TODAY, *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL
        )
        if done.returncode not in expected:
            raise SetupError(f"{' '.join(arguments)[:200]}: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout

    def spec(self, text: str) -> str:
        """A spec as it is, or that of a link."""
        return self._run(["open", text], (0,)) if text.startswith("v=") else text

    def terraform(self, spec: Path) -> str:
        # Also where `check` finds errors: the diff says what becomes of them.
        return self._run(["terraform", "--force", str(spec)], (0, 1))

    def diff(self, one: Path, other: Path) -> Json:
        return json.loads(self._run(["diff", str(one), str(other), "--format", "json"], (0, 1)))


def code(text: str) -> str:
    """A main.tf without what Terraform does not read."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.lstrip().startswith("#"))


class Stack:
    """A folder with a state, over which one main.tf after another is planned and applied."""

    def __init__(self, program: str, environment: dict[str, str], folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        # Short runs need no garbage collector.
        self._terraform = Terraform(program, {**environment, "GOGC": "off"}, folder)

    def plan(self, text: str, variables: str = "") -> Plan:
        """The plan of a main.tf over the state, with the content of a terraform.tfvars."""
        (self._folder / "main.tf").write_text(text, encoding="utf-8")
        (self._folder / "terraform.tfvars").write_text(variables, encoding="utf-8")
        # Nothing but Terraform changes what the stub has made, so there is nothing to refresh.
        done = self._terraform.run("plan", "-json", "-input=false", "-refresh=false", f"-out={PLAN_FILE}")
        if done.returncode:
            return Plan(None, self._error(done.stdout) or done.stderr)
        return Plan(json.loads(self._terraform.run("show", "-json", PLAN_FILE).stdout))

    def apply(self) -> list[Json]:
        """Apply what was planned: Terraform's messages, in their order."""
        done = self._terraform.run("apply", "-json", "-input=false", "-auto-approve", PLAN_FILE)
        if done.returncode:
            raise Refused(self._error(done.stdout) or done.stderr)
        return json_lines(done.stdout)

    def make(self, text: str) -> None:
        """Plan and apply in one."""
        (self._folder / "main.tf").write_text(text, encoding="utf-8")
        done = self._terraform.run("apply", "-json", "-input=false", "-auto-approve")
        if done.returncode:
            raise Refused(self._error(done.stdout) or done.stderr)

    def state(self) -> bytes:
        return (self._folder / STATE).read_bytes()

    def take(self, state: bytes) -> None:
        """Go on from the state of another folder."""
        (self._folder / STATE).write_bytes(state)

    def clear(self) -> None:
        """Nothing runs any more."""
        (self._folder / STATE).unlink(missing_ok=True)

    @staticmethod
    def _error(output: str) -> str:
        errors = [m["diagnostic"] for m in json_lines(output) if m["type"] == "diagnostic"]
        texts = [f"{it['summary']}: {it.get('detail', '')}" for it in errors if it["severity"] == "error"]
        return " ".join(" ".join(texts).split())


class Refused(Exception):
    """Terraform ended with an error."""


@dataclass
class Judged:
    id: str
    words: int
    problems: list[str]


def compared(diff: Json, plan: Plan) -> list[str]:
    """Where the verdicts and the plan disagree."""
    found = judge(plan)
    wanted = diff["worst"] or "none"
    problems = []
    if worst(found) != wanted:
        shown = "; ".join(f"{word}: {', '.join(texts)}" for word, texts in sorted(found.items())) or "no change"
        told = ", ".join(f"{it['path']} {it['verdict']}" for it in diff["changes"])
        problems.append(f"the diff says {wanted} ({told}), the plan {worst(found)} ({shown[:600]})")
    elif not plan.error:
        # What is done by a cluster that goes is not seen apart.
        words = {it["verdict"] for it in diff["changes"]} - {"none", "live"}
        lost = sorted(words - set(found)) if wanted != "data_loss" else []
        problems += [f"nothing in the plan shows {word}" for word in lost]
    if plan.replaces("aws_rds_cluster.this") and any(kind == "random_id" for kind, _ in plan.kept):
        problems.append("the new cluster's final snapshot would have the old one's name")
    if wanted == "none" and found:
        problems.append(f"the diff says that AWS sees nothing: {found}")
    return problems


def follows_aws(diff: Json) -> bool:
    """Whether what runs after the apply need not be what a new one would be: a version that is left to AWS stays."""
    return any(it["path"].endswith("engine_version") for it in diff["changes"])


class Judge:
    def __init__(self, designer: Designer, program: str, environment: dict[str, str], scratch: Path) -> None:
        self._designer, self._program, self._environment, self._scratch = designer, program, environment, scratch
        # Many pairs begin with the same design.
        self._states: dict[str, bytes] = {}

    def _made(self, stack: Stack, text: str) -> None:
        if text in self._states:
            stack.take(self._states[text])
        else:
            stack.make(text)
            self._states[text] = stack.state()

    def pair(self, item: tuple[int, Json]) -> Judged:
        number, pair = item
        stack = Stack(self._program, self._environment, self._scratch / f"pair-{number}")
        specs = []
        for side in ("from", "to"):
            specs.append(self._scratch / f"pair-{number}-{side}")
            specs[-1].write_text(self._designer.spec(pair[side]), encoding="utf-8")
        texts = [self._designer.terraform(spec) for spec in specs]
        there, back = (self._designer.diff(one, other) for one, other in (specs, reversed(specs)))
        judged = Judged(pair["id"], len(there["changes"]) + len(back["changes"]), [])
        if "expect" in pair:
            wanted = {it["path"]: it["verdict"] for it in pair["expect"]}
            if wanted != {it["path"]: it["verdict"] for it in there["changes"]}:
                judged.problems.append("the diff is not what the case expects")
        if code(texts[0]) == code(texts[1]):
            # Terraform reads the same twice: there is no plan to make.
            for name, diff in (("there", there), ("back", back)):
                if diff["worst"] not in (None, "none"):
                    judged.problems.append(f"{name}: the diff says {diff['worst']}, and main.tf is the same")
            return judged
        try:
            self._made(stack, code(texts[0]))
            plan = stack.plan(texts[1])
            judged.problems += [f"there: {text}" for text in compared(there, plan)]
            if plan.error or follows_aws(there):
                stack.clear()
                stack.make(texts[1])
            else:
                stack.apply()
            judged.problems += [f"back: {text}" for text in compared(back, stack.plan(texts[0]))]
        except Refused as error:
            judged.problems.append(str(error))
        return judged


def read_pairs(file: Path) -> list[Json]:
    text = file.read_text(encoding="utf-8")
    return json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.splitlines()]


def run(options: argparse.Namespace) -> int:
    require_packages()
    program = find_terraform()
    pairs = [pair for file in options.pairs for pair in read_pairs(file) if re.search(options.only, pair["id"])]
    if not pairs:
        raise SetupError("there are no pairs")
    failed = words = 0
    started = time.monotonic()
    with (
        stub_environment(options.replaces) as environment,
        tempfile.TemporaryDirectory(prefix="terraform-offline-") as scratch,
        ThreadPoolExecutor(max(1, options.jobs)) as pool,
    ):
        judge_pair = Judge(Designer(options.designer), program, environment, Path(scratch)).pair
        for judged in pool.map(judge_pair, enumerate(pairs)):
            words += judged.words
            for problem in judged.problems:
                print(f"{judged.id}: {problem}", flush=True)
            failed += bool(judged.problems)
    print(f"{words} verdicts in {len(pairs)} pairs, both ways, in {time.monotonic() - started:.0f} s")
    print(f"{len(pairs) - failed} passed, {failed} failed")
    return 1 if failed else 0


def arguments(description: str | None, items: str) -> argparse.ArgumentParser:
    """What both judges take; `items` are what they judge at a time."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--designer", default="target/debug/aurora-designer", help="the program that is judged")
    parser.add_argument("--replaces", type=Path, help="another replaces.json for the stub")
    jobs = min(8, os.cpu_count() or 1)
    parser.add_argument("--jobs", type=int, default=jobs, metavar="N", help=f"{items} at a time (here {jobs})")
    return parser


def main() -> int:
    parser = arguments(__doc__, "pairs")
    parser.add_argument("pairs", metavar="PAIRS", nargs="+", type=Path, help="a file of pairs")
    parser.add_argument("--only", default="", metavar="REGEX", help="only the pairs whose id has this")
    try:
        return run(parser.parse_args())
    except SetupError as error:
        print(f"changes.py: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
