#!/bin/sh
# Every golden main.tf through the real Terraform (fmt, validate, plan, apply, an empty second plan) and through Checkov.
set -eu
python=$PWD/.tools/venv/bin/python
work=.tools/terraform
export CHECKPOINT_DISABLE=1

echo "terraform: the check itself finds what is broken"
PYTHON=$python bash tests/terraform/selftest.sh

rm -rf "$work" "$work-refused"
for file in tests/golden/*.tf; do
  [ -f "$file" ] || { echo "terraform: tests/golden holds no .tf file" >&2; exit 1; }
  name=$(basename "$file" .tf)
  # Its values are what AWS refuses, on purpose.
  case $name in hostile) design=$work-refused/$name ;; *) design=$work/$name ;; esac
  mkdir -p "$design"
  cp "$file" "$design/main.tf"
done

echo "terraform: fmt, validate, plan, apply and a second plan"
"$python" tests/terraform/check.py --apply "$work"/*

echo "terraform: hostile text stays inside its quotes"
"$python" tests/tools/refused.py "$work-refused"/*

echo "terraform: Checkov"
"$python" tests/tools/checkov.py "$work"
