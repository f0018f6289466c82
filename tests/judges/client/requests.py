"""Judges requests by openapi-core: reads a document and a file with a request on each line; exits with 1 on a violation."""

import json
import sys
from urllib.parse import parse_qsl, urlsplit

from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict


class Request:
    def __init__(self, line):
        url = urlsplit(line["url"])
        headers = Headers([tuple(pair) for pair in line["headers"]])
        self.host_url = f"{url.scheme}://{url.netloc}"
        # As it is sent: a slash that is escaped parts no segments.
        self.path = url.path
        self.method = line["method"].lower()
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(parse_qsl(url.query, keep_blank_values=True)),
            header=headers,
        )
        self.content_type = headers.get("content-type", "")
        self.body = line["body"].encode() if line["body"] else None


def main(document, requests):
    with open(document) as file:
        api = OpenAPI.from_dict(json.load(file))
    # A judge that finds nothing wrong with this one is none.
    headers = [["authorization", "Bearer secret"]]
    url = "https://HOSTNAME:8887/api/tenants?top="
    for top, is_wrong in ("100", False), ("101", True):
        line = {"method": "GET", "url": url + top, "headers": headers, "body": None}
        errors = list(api.iter_request_errors(Request(line)))
        assert bool(errors) == is_wrong, f"top={top}: {errors}"
    judged = violations = 0
    with open(requests) as file:
        for text in file:
            line = json.loads(text)
            request = Request(line)
            judged += 1
            errors = list(api.iter_request_errors(request))
            for error in errors:
                violations += 1
                print(f"{line['method']} {line['url']}: {error!r}: {error.__cause__}", line["body"])
    print(f"openapi-core: {judged} requests, {violations} violations")
    return 1 if violations or not judged else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
