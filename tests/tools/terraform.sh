#!/bin/sh
# Every golden main.tf through the real Terraform (fmt, validate, plan, apply, an empty second plan), through Checkov and Trivy;
# and for every setting the plan of a design over the state of another, beside the verdict of `diff`.
set -eu
python=$PWD/.tools/venv/bin/python
work=.tools/terraform
export CHECKPOINT_DISABLE=1

designer=${CARGO_TARGET_DIR:-target}/debug/aurora-designer
cargo build --locked --quiet --bin aurora-designer

echo "terraform: the check itself finds what is broken"
PYTHON=$python DESIGNER=$designer bash tests/terraform/selftest.sh

rm -rf "$work" "$work-refused"
# What lies in refused/ has values that AWS refuses, on purpose.
lay() {
  for file in "$1"/*.tf; do
    [ -f "$file" ] || { echo "terraform: $1 holds no .tf file" >&2; exit 1; }
    design=$2/$(basename "$file" .tf)
    mkdir -p "$design"
    cp "$file" "$design/main.tf"
  done
}
lay tests/golden "$work"
lay tests/golden/refused "$work-refused"

echo "terraform: fmt, validate, plan, apply and a second plan"
"$python" tests/terraform/check.py --apply "$work"/*

echo "terraform: hostile text stays inside its quotes"
"$python" tests/tools/refused.py "$work-refused"/*

echo "terraform: what each change does, by the plan of one design over another"
CHANGE_PAIRS=$PWD/$work-pairs cargo test --locked --quiet --test compare terraform_has_a_pair >"$work-pairs.log" ||
  { cat "$work-pairs.log"; exit 1; }
"$python" tests/terraform/changes.py --designer "$designer" tests/compare/cases.json "$work-pairs"

echo "terraform: the second year of a design"
"$python" tests/terraform/second_year.py --designer "$designer"

echo "terraform: Checkov"
"$python" tests/tools/checkov.py "$work"

echo "terraform: Trivy, from HIGH on"
"$python" tests/tools/trivy.py "$work"
