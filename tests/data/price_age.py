#!/usr/bin/env python3
"""Fails when the newest record of the price book is older than 120 days.

    python3 tests/data/price_age.py [YYYY-MM-DD]     # on that day instead of today
"""

import datetime
import json
import sys
from pathlib import Path

OLDEST = 120

as_of = json.loads((Path(__file__).resolve().parent / "prices.json").read_text())["as_of"]
today = datetime.date.fromisoformat(sys.argv[1]) if len(sys.argv) > 1 else datetime.date.today()
days = (today - datetime.date.fromisoformat(as_of)).days
print(f"facts-check: prices of {as_of}, {days} days ago")
if days > OLDEST:
    sys.exit(f"facts-check: older than {OLDEST} days; `aurora-designer prices OFFER.json` prints the tables anew")
