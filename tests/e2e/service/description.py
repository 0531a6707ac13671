#!/usr/bin/env python3
"""server/http/openapi.yaml: well-formed OpenAPI 3.1, its examples fit its schemas, its operations are the routes of the
running program with their actions, and the service serves this very file. usage: description.py PATH/TO/akces"""

import copy
import sys

import openapi_schema_validator
import openapi_spec_validator
import yaml

from authorization import routes_of
from service import ROOT, Service
from suite import Suite

FILE = ROOT / "server" / "http" / "openapi.yaml"
METHODS = ("get", "put", "post", "delete", "patch")
LEAST = 100  # operations


def read():
    return yaml.safe_load(FILE.read_text("utf-8"))


def operations(description):
    for path, item in description["paths"].items():
        for method in METHODS:
            if method in item:
                yield method.upper(), path, item[method]


def valid(suite, description):
    try:
        openapi_spec_validator.validate(description)
        suite.check("it is OpenAPI 3.1", description["openapi"].startswith("3.1."))
    except openapi_spec_validator.validation.exceptions.OpenAPIValidationError as problem:
        suite.check("it is OpenAPI 3.1", False, problem)


def resolved(description, schema):
    """The schema with its references within reach."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "components": description["components"],
        **schema,
    }


def examples(description, node, place=()):
    """Each example with its schema and its place."""
    if isinstance(node, dict):
        if "example" in node and ("type" in node or "schema" in node):
            yield place, node["example"], node.get("schema", node)
        for key, child in node.items():
            if key not in ("example", "properties") or key == "properties":
                yield from examples(description, child, (*place, key))
    elif isinstance(node, list):
        for number, child in enumerate(node):
            yield from examples(description, child, (*place, number))


def fitting(suite, description):
    looked = 0
    for place, example, schema in examples(description, description):
        looked += 1
        kind = openapi_schema_validator.OAS31Validator
        faults = [fault.message for fault in kind(resolved(description, schema)).iter_errors(example)]
        suite.check(f"the example at {'/'.join(map(str, place))} fits", not faults, faults)
    return looked


def parameters(description, operation):
    """The names of those that stand in the query."""
    known = description["components"]["parameters"]
    listed = [known[one["$ref"].rpartition("/")[2]] if "$ref" in one else one for one in operation.get("parameters", [])]
    return {one["name"] for one in listed if one["in"] == "query"}


def compare(suite, description, routes):
    """Routes and operations are the same; each operation says who may, and what may be refused."""
    found = {(method, path): one for method, path, one in operations(description)}
    for method, pattern, action, *names in routes:
        one = found.get((method, pattern))
        suite.check(f"{method} {pattern} is described", one is not None)
        if one is not None:
            suite.equal(f"{method} {pattern}: its action", one.get("x-action"), action)
            taken = set(names[0].split(",")) if names else set()
            suite.equal(f"{method} {pattern}: its parameters", parameters(description, one), taken)
    for method, path in found:
        suite.check(f"{method} {path} is a route", any(route[:2] == (method, path) for route in routes))


def told(suite, description):
    names = set()
    for method, path, one in operations(description):
        what = f"{method} {path}"
        statuses = set(one["responses"])
        is_open = one["x-action"] in ("readPublic", "logIn")
        wanted = {"400", "500", "503"} | (set() if is_open else {"401", "403"})
        wanted |= {"404"} if "{" in path else set()
        wanted |= {"415", "411", "413"} if "requestBody" in one else set()
        suite.check(f"{what} says what may be refused", wanted <= statuses, sorted(wanted - statuses))
        suite.check(f"{what} has a success", any(status.startswith("2") for status in statuses))
        suite.check(f"{what} has words and one tag", one.get("summary") and len(one.get("tags", [])) == 1)
        suite.check(f"{what} has a name of its own", one["operationId"] not in names)
        names.add(one["operationId"])
    suite.check(f"{len(names)} operations", len(names) >= LEAST)


def controls(suite, description, routes):
    broken = copy.deepcopy(description)
    broken["paths"]["/health/live"]["get"]["responses"] = {}
    suite.control("an operation without answers", lambda inner: valid(inner, broken))
    broken = copy.deepcopy(description)
    broken["components"]["schemas"]["NewUser"]["example"]["roles"] = ["king"]
    suite.control("an example that does not fit", lambda inner: fitting(inner, broken))
    broken = copy.deepcopy(description)
    del broken["paths"]["/api/v1/users"]
    suite.control("a route that is not described", lambda inner: compare(inner, broken, routes))
    broken = copy.deepcopy(description)
    broken["components"]["parameters"]["Limit"]["name"] = "size"
    suite.control("a parameter that no route takes", lambda inner: compare(inner, broken, routes))
    suite.control("an operation without a route", lambda inner: compare(inner, description, routes[1:]))


def served(suite, binary, routes):
    with Service(binary) as service:
        beside = routes_of(binary, AKCES_DATA=str(service.data), AKCES_PORT=str(service.port))
        suite.equal("the routes are told while a service has the folder and the port", beside, routes)
        answer = service.client().get("/api/v1/openapi.yaml")
        suite.equal("it is served", (answer.status, answer.type), (200, "application/yaml"))
        suite.check("as it stands here", answer.body == FILE.read_bytes())


def main():
    suite = Suite("description")
    description = read()
    routes = routes_of(sys.argv[1])
    suite.part(valid, suite, description)
    looked = suite.part(fitting, suite, description) or 0
    suite.check(f"{looked} examples", looked >= 10)
    suite.part(compare, suite, description, routes)
    suite.part(told, suite, description)
    suite.part(controls, suite, description, routes)
    suite.part(served, suite, sys.argv[1], routes)
    return suite.finish(500)


if __name__ == "__main__":
    sys.exit(main())
