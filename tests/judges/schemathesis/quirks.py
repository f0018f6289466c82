"""What PortSIP's pages say otherwise than they mean.

In: the merged document. Out: the same, with each quirk put right, so that a judge is told what the pages mean and not
one of its checks has to be turned off. Every function is one quirk, and says why it is one.
"""

import json
import sys


def blank_members_may_be_null(document):
    """The vendor's prose: fields that are blank may come as `null` rather than be left out. No schema says so."""
    for schema in objects(document):
        required = schema.get("required", [])
        for name, member in schema.get("properties", {}).items():
            if name not in required:
                schema["properties"][name] = nullable(member)


def date_time_means_date_time(document):
    """`format: date_time` is not registered; what the examples show there is `date-time`."""
    for schema in schemas(document):
        if schema.get("format") == "date_time":
            schema["format"] = "date-time"


def integers_have_64_bits(document):
    """No integer of the pages is meant to be longer, and nothing could count so far."""
    for schema in schemas(document):
        if schema.get("type") == "integer" and "format" not in schema:
            schema.setdefault("minimum", -(2**63))
            schema.setdefault("maximum", 2**63 - 1)


def everything_can_be_refused(document):
    """Operations declare 204 and 400, or 404; nobody means that there is no 401. The others declare 4XX."""
    for operation in operations(document):
        if not {"4XX", "default"} & operation["responses"].keys():
            operation["responses"]["4XX"] = {"description": "refused"}


QUIRKS = [
    date_time_means_date_time,
    integers_have_64_bits,
    everything_can_be_refused,
    # Last: what the others look for is deeper afterwards.
    blank_members_may_be_null,
]


def nullable(schema):
    return {"anyOf": [schema, {"type": "null"}]}


def operations(document):
    for item in document["paths"].values():
        for method, operation in item.items():
            if method in {"get", "put", "post", "delete", "options", "head", "patch", "trace"}:
                yield operation


def schemas(node):
    """Everything that looks like a schema: the pages have no member called `type` that holds a text."""
    if isinstance(node, dict):
        if isinstance(node.get("type"), str):
            yield node
        for inner in node.values():
            yield from schemas(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from schemas(inner)


def objects(document):
    return [schema for schema in schemas(document) if schema["type"] == "object"]


def main():
    """For a server that keeps to the pages in everything else."""
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    for quirk in QUIRKS:
        quirk(document)
    json.dump(document, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
