#!/usr/bin/env python3
"""Prints the fact tables of src/facts/ from the data in this folder.

    python3 tests/data/print_tables.py     # rewrites {regions,engines,prices}/table.rs, provisioned.rs

The tables are committed and reviewed; tests/facts.rs compares them with the data, value by value.
"""

import json
import re
import subprocess
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
FACTS = HERE.parent.parent / "src" / "facts"
HEAD = "// Printed by tests/data/print_tables.py; tests/facts.rs compares it with tests/data. Do not edit by hand.\n\n"


def text(value):
    return json.dumps(value, ensure_ascii=False)


def option(value, form):
    return "None" if value is None else f"Some({form(value)})"


def day(value):
    """A day; a month alone stands for its last day."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 2:
        last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][parts[1] - 1]
        parts.append(29 if parts[1] == 2 and parts[0] % 4 == 0 else last)
    return "Day::new({}, {}, {})".format(*parts)


def constant(code):
    return code.upper().replace("-", "_")


def micros(value):
    scaled = Decimal(repr(value)) * 1_000_000
    assert scaled == int(scaled), value
    return int(scaled)


def boolean(value):
    return "true" if value else "false"


def regions():
    rows = json.loads((HERE / "regions.json").read_text())
    out = "//! Regions and their Availability Zones, as of 2026-11-23 (REG-01 to REG-09).\n\n" + HEAD
    out += "use super::{Partition, Region};\n\n"
    for row in rows:
        partition = {"aws": "Aws", "aws-cn": "AwsCn", "aws-us-gov": "AwsUsGov"}[row["partition"]]
        out += f"/// {row['name']}.\npub static {constant(row['code'])}: Region = Region {{\n"
        out += f"    code: {text(row['code'])},\n    name: {text(row['name'])},\n    zones: {text(''.join(row['azs']))},\n"
        out += f"    partition: Partition::{partition},\n"
        for key in ("serverless_v2", "opt_in", "rds_proxy", "data_api", "backtrack"):
            out += f"    {key}: {boolean(row[key])},\n"
        out += '    source: "REG-01, REG-04, REG-05; 2026-11-23",\n};\n\n'
    names = ", ".join(f"&{constant(row['code'])}" for row in rows)
    out += f"/// Every Region, by code.\npub static REGIONS: &[&Region] = &[{names}];\n"
    (FACTS / "regions" / "table.rs").write_text(out)


def engines():
    data = json.loads((HERE / "engine-versions.json").read_text())
    status = {
        "available": "Available",
        "minor_past_end_of_standard_support": "MinorPastEnd",
        "extended_support": "ExtendedSupport",
        "deprecated": "Deprecated",
    }
    out = "//! Every engine version, as of 2026-11-23 (ENG-02 to ENG-16).\n\n" + HEAD
    out += "use super::{EngineVersion, Status};\nuse crate::facts::units::Day;\n\n"
    for engine, rows in data.items():
        name = engine.replace("-", "_").upper()
        out += f"/// Versions of `{engine}`, ascending.\n#[rustfmt::skip]\npub static {name}: &[EngineVersion] = &[\n"
        for row in rows:
            out += f"    EngineVersion {{ version: {text(row['version'])}, major: {text(row['major'])}, "
            out += f"status: Status::{status[row['status']]}, creatable: {boolean(row['creatable'])}, "
            out += f"serverless_v2: {boolean(row['serverless_v2'])}, zero_acu: {boolean(row['zero_acu'])}, "
            out += f"max_acu_256: {boolean(row['max_acu_256'])}, lts: {boolean(row['lts'])}, "
            out += f"end_of_standard_support: {option(row['end_of_standard_support'], day)}, "
            out += f"major_end_of_standard_support: {option(row['major_end_of_standard_support'], day)}, "
            out += f"max_storage_tib: {option(row['max_storage_tib'], str)}, "
            out += f"io_optimized: {option(row['io_optimized'], boolean)}, data_api: {option(row['data_api'], boolean)}, "
            out += f"parameter_group_family: {option(row['parameter_group_family'], text)}, "
            out += 'source: "ENG-02 to ENG-16, engine-versions.json; 2026-11-23" },\n'
        out += "];\n\n"
    (FACTS / "engines" / "table.rs").write_text(out)


def variant(field):
    return "".join(part.capitalize() for part in field.split("_"))


def prices():
    book = json.loads((HERE / "prices.json").read_text())
    fields = list(book["field_units"])
    provenances = {}
    out = "//! The price book: Region × item, USD, as of 2026-10-10.\n\n" + HEAD
    out += "use super::{Cell, Confidence, PriceField, Provenance, RegionPrices, Source, p, unknown};\n"
    out += "use crate::facts::units::Day;\n\n"
    out += "/// The day of the newest record in the book.\n"
    out += f"pub const PRICE_DATE: Day = {day(book['as_of'])};\n\n"
    out += "/// Every field of the book, in its order, with its unit.\n#[rustfmt::skip]\n"
    out += "pub static FIELDS: &[(PriceField, &str, &str)] = &[\n"
    for field in fields:
        out += f"    (PriceField::{variant(field)}, {text(field)}, {text(book['field_units'][field])}),\n"
    out += "];\n\n"
    body = "/// Prices by Region.\n#[rustfmt::skip]\npub static PRICES: &[RegionPrices] = &[\n"
    for code, row in book["regions"].items():
        cells = []
        for field in fields:
            value = row.get(field)
            if value is None:
                cells.append("unknown()")
                continue
            where = row["provenance"].get(field) or book["provenance_defaults"].get(field)
            assert where, (code, field)
            key = (where["confidence"], where["as_of"], " ".join(where["sources"]))
            index = provenances.setdefault(key, len(provenances))
            cells.append(f"p({micros(value)}, {index})")
        body += f"    RegionPrices {{ region: {text(code)}, cells: [{', '.join(cells)}] }},\n"
    body += "];\n\n"
    out += f"/// How many fields a Region has.\npub const FIELD_COUNT: usize = {len(fields)};\n\n"
    out += body
    out += "/// Where prices come from; cells point here.\n#[rustfmt::skip]\npub static PROVENANCES: &[Provenance] = &[\n"
    for (confidence, as_of, sources) in provenances:
        out += f"    Provenance {{ confidence: Confidence::{confidence.capitalize()}, as_of: {day(as_of)}, sources: {text(sources)} }},\n"
    out += "];\n\n/// The sources by id.\n#[rustfmt::skip]\npub static SOURCES: &[Source] = &[\n"
    for source in book["sources"]:
        out += f"    Source {{ id: {text(source['id'])}, title: {text(source['title'])}, date: {text(source['date'])} }},\n"
    out += "];\n"
    out = out.replace("Cell, Confidence", "Confidence")
    (FACTS / "prices" / "table.rs").write_text(out)


def provisioned():
    data = json.loads((HERE / "prices.json").read_text())["provisioned"]
    assert data["columns"] == ["standard", "io_optimized", "ri_1yr_no_upfront"]
    out = "//! Provisioned instance classes and their hourly prices by Region, for comparisons (PRI-09).\n\n" + HEAD
    out += "/// An instance class: name, vCPU, memory in GiB.\npub type Class = (&'static str, u16, u16);\n\n"
    out += "/// A class in a Region: micro-USD per hour on Standard, on I/O-Optimized, and reserved for a year without upfront.\n"
    out += "pub type Hourly = (&'static str, Option<u32>, Option<u32>, Option<u32>);\n\n"
    out += f"/// Where the table comes from: {data['source']} of {data['as_of']}, later additions of 2025-11-18.\n"
    out += f"pub const SOURCE: &str = {text(data['source'] + ' ' + data['as_of'] + '; S-FEED-2512 2025-11-18')};\n\n"
    out += "/// Every class of the book.\n#[rustfmt::skip]\npub static CLASSES: &[Class] = &[\n"
    for name, spec in data["specs"].items():
        out += f"    ({text(name)}, {spec['vcpu']}, {spec['memory_gib']}),\n"
    out += "];\n\n/// Hourly prices by Region.\n#[rustfmt::skip]\npub static HOURLY: &[(&str, &[Hourly])] = &[\n"
    for code, rows in data["regions"].items():
        cells = ", ".join(
            "({}, {})".format(text(name), ", ".join(option(v, lambda v: str(micros(v))) for v in values))
            for name, values in rows.items()
        )
        out += f"    ({text(code)}, &[{cells}]),\n"
    out += "];\n"
    (FACTS / "provisioned.rs").write_text(out)


if __name__ == "__main__":
    regions()
    engines()
    prices()
    provisioned()
    subprocess.run(["rustfmt", "--edition", "2024", *map(str, FACTS.glob("*/table.rs")), str(FACTS / "provisioned.rs")], check=True)
