#!/usr/bin/env python3
"""schemathesis over server/http/openapi.yaml against the running service: no 5xx, and no answer that the description does
not allow. The caller is administrator, clerk and archivist; ids in paths are such as are there, and such as are not.
usage: contract.py PATH/TO/akces [--long]"""

import copy
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import yaml

from description import operations, read
from office import Office
from routes import NOBODYS, Fixtures
from service import Service
from suite import Suite

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,response_headers_conformance"
HERE = pathlib.Path(__file__).parent
LEAST_OPERATIONS = 100
EXAMPLES, LONG_EXAMPLES = 6, 60
LEAST_REACHED = 70  # operations that came to a success, so that what lies behind the checks was asked too
LEFT_OUT = "deleteSession"  # it would end the session that asks


def with_ids(description, fixtures, secret):
    """A copy whose path parameters are ids that are there, and one that is not."""
    copied = copy.deepcopy(description)
    for method, path, one in operations(copied):
        known = fixtures.known(path)
        values = dict(
            zip(re.findall(r"\{(\w+)\}", path), re.match(re.sub(r"\{\w+\}", "([^/]+)", path), known).groups())
        )
        if "secret" in values:
            values["secret"] = secret
        kept = [parameter for parameter in one.get("parameters", []) if not _is_left_out(copied, parameter)]
        for name, value in values.items():
            choice = [int(value), 9999] if name == "order" else [value, NOBODYS]
            choice = [value] if name == "secret" else choice  # wrong ones are counted, and then refused
            kept.append({"name": name, "in": "path", "required": True, "schema": {"enum": choice}})
        one["parameters"] = kept
    return without_security(copied)


def without_security(description):
    """Who asks is said in the header, and is none of what is made up."""
    del description["security"], description["components"]["securitySchemes"]
    for _, _, one in operations(description):
        one.pop("security", None)
    return description


def _is_left_out(description, parameter):
    """Those of the path have values of their own; under one Idempotency-Key there would be one answer for all."""
    name = parameter.get("$ref", "").rpartition("/")[2]
    found = description["components"]["parameters"][name] if name else parameter
    return found["in"] == "path" or found["name"] == "Idempotency-Key"


class Run:
    """One run of schemathesis: its cases by operation, and what it printed."""

    def __init__(self, folder, service, client, description, examples, only=None):
        file = pathlib.Path(folder) / "openapi.yaml"
        file.write_text(yaml.safe_dump(description, sort_keys=False, allow_unicode=True), "utf-8")
        report = pathlib.Path(folder) / "report.xml"
        report.unlink(missing_ok=True)
        words = [pathlib.Path(sys.executable).with_name("schemathesis"), "run", file, "--url"]
        words += [f"http://127.0.0.1:{service.port}", "--checks", CHECKS, "--max-examples", examples, "--seed", 1]
        words += ["--phases", "examples,coverage,fuzzing", "--workers", 2, "--continue-on-failure"]
        words += ["--header", f"Cookie: {client.cookie}", "--header", f"X-CSRF-Token: {client.csrf}"]
        words += ["--report", "junit", "--report-junit-path", report, "--no-color", "--request-timeout", 30]
        words += ["--suppress-health-check", "all", "--generation-database", "none"]
        words += ["--exclude-operation-id", LEFT_OUT]
        if only:
            words += ["--include-path", only]
        environment = {**os.environ, "SCHEMATHESIS_HOOKS": "contract_hooks", "PYTHONPATH": str(HERE)}
        done = subprocess.run(
            list(map(str, words)), cwd=folder, env=environment, capture_output=True, text=True, timeout=900, check=False
        )
        self.code, self.text = done.returncode, done.stdout + done.stderr
        self.cases = {}
        if report.exists():
            for case in xml.etree.ElementTree.parse(report).iter("testcase"):
                bad = [child.get("message") or child.text or "" for child in case if child.tag in ("failure", "error")]
                self.cases.setdefault(case.get("name"), []).extend(bad)


def judge(suite, run, expected):
    """One case for each operation: nothing was found against it."""
    for name, findings in run.cases.items():
        suite.check(f"contract of {name}", not findings, "\n".join(findings)[:1500])
    suite.check("schemathesis ended well", run.code == 0, run.text[-1500:])
    suite.check(f"{len(run.cases)} operations were tried", len(run.cases) >= expected, run.text[-1500:])


def wrong(description):
    """A schema that no answer fits."""
    broken = copy.deepcopy(description)
    broken["components"]["schemas"]["Health"]["properties"]["ready"] = {"type": "string"}
    return broken


def main():
    suite = Suite("contract")

    def run():
        examples = LONG_EXAMPLES if "--long" in sys.argv else EXAMPLES
        with Service(sys.argv[1]) as service, tempfile.TemporaryDirectory(prefix="akces-contract-") as folder:
            client = service.set_up()
            office = Office(client)
            fixtures = Fixtures(office, service)
            description = with_ids(read(), fixtures, office.linked()[2])
            judge(suite, Run(folder, service, client, description, examples), LEAST_OPERATIONS)
            reached = {
                (one.get("method"), one.get("route"))
                for one in service.log_lines()
                if 200 <= one.get("status", 0) < 300
            }
            suite.check(
                f"{len(reached)} operations came to a success", len(reached) >= LEAST_REACHED, sorted(map(str, reached))
            )
            broken = Run(folder, service, client, wrong(description), 1, "/health/ready")
            suite.control("a schema that no answer fits", lambda inner: judge(inner, broken, 1))
            failed = service.failures()
            suite.check("no answer of 500 or above in the log", not failed, failed[:5])
            suite.check("the service lives", service.is_alive())

    suite.part(run)
    return suite.finish(LEAST_OPERATIONS)


if __name__ == "__main__":
    sys.exit(main())
