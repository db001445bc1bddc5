"""Holds every record of the sample pages to the JSON Schema: records.py PROGRAM DATA SCHEMA

Also: spans lie within the page, and the document record counts what follows. The schema is read by
a validator of the few words that it uses; by jsonschema, too, where that is installed.
"""

import json
import re
import subprocess
import sys

program, data, schema_path = sys.argv[1:]
with open(schema_path, encoding="utf-8") as file:
    schema = json.load(file)
types = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float),
         "null": type(None)}


def is_type(value, name):
    return isinstance(value, types[name]) and not isinstance(value, bool)


def problems(value, rule, where="record"):
    """What is wrong with a value, as texts."""
    for word, wanted in rule.items():
        if word in ("$schema", "$defs", "title", "description", "required", "additionalProperties"):
            continue  # notes, or read with `properties`
        elif word == "$ref":
            yield from problems(value, schema["$defs"][wanted.rsplit("/", 1)[1]], where)
        elif word == "oneOf":
            each = [list(problems(value, choice, where)) for choice in wanted]
            if sum(not found for found in each) != 1:
                yield f"{where}: none of the kinds, or several: {min(each, key=len)}"
        elif word == "type":
            if not any(is_type(value, t) for t in ([wanted] if isinstance(wanted, str) else wanted)):
                yield f"{where}: not of type {wanted}"
                return
        elif word == "properties":
            for name in rule["required"]:
                if name not in value:
                    yield f"{where}: no {name}"
            for name, member in value.items():
                if name in wanted:
                    yield from problems(member, wanted[name], f"{where}.{name}")
                else:
                    yield f"{where}: {name} is not known"
        elif word == "items":
            for i, item in enumerate(value):
                yield from problems(item, wanted, f"{where}[{i}]")
        else:
            held = {"const": lambda: value == wanted, "enum": lambda: value in wanted,
                    "pattern": lambda: not isinstance(value, str) or re.search(wanted, value),
                    "minimum": lambda: value >= wanted, "maximum": lambda: value <= wanted,
                    "minItems": lambda: len(value) >= wanted,
                    "maxItems": lambda: len(value) <= wanted}[word]()
            if not held:
                yield f"{where}: {value!r} against {word} {wanted!r}"


def check(held, line):
    if not held:
        sys.exit(f"wrong: {line}")


lines = subprocess.run([program, "extract", data], stdout=subprocess.PIPE, check=True,
                       encoding="utf-8").stdout.splitlines()
lines += subprocess.run([program, "dedup", data], stdout=subprocess.PIPE, check=True,
                        encoding="utf-8").stdout.splitlines()
rate = subprocess.run([program, "extract", "-"], input="今年，云溪镇的梨农每亩增收300元。\n", check=True,
                      stdout=subprocess.PIPE, encoding="utf-8").stdout.splitlines()
check('"unit":"元","per":"亩"' in rate[-1], rate)
lines += rate
records = [json.loads(line) for line in lines]
for record, line in zip(records, lines):
    found = list(problems(record, schema))
    check(not found, f"{found}: {line}")
try:
    import jsonschema
except ImportError:
    pass
else:
    validator = jsonschema.validators.validator_for(schema)(schema)
    for record in records:
        validator.validate(record)

# The validator itself: a broken record is found out.
metric = next(r for r in records if r["type"] == "metric")
for broken in ({**metric, "value": "1e5"}, {**metric, "trend": "sideways"}, {**metric, "start": -1},
               {**metric, "extra": 1}, {k: v for k, v in metric.items() if k != "unit"}):
    check(list(problems(broken, schema)), f"taken for a record: {broken}")

expected = {"paragraph": 0, "metric": 0, "initiative": 0}
seen = dict(expected)
size = 0
for record, line in zip(records, lines):
    if record["type"] == "document":
        size = record["bytes"]
        for kind in expected:
            expected[kind] += record[kind + "s"]
    elif record["type"] in seen:
        seen[record["type"]] += 1
        check(record["start"] < record["end"] <= size, f"a span outside the page: {line}")
check(all(seen.values()) and seen == expected, f"{seen} records, the documents say {expected}")
