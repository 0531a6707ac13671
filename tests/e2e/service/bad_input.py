#!/usr/bin/env python3
"""The table of bad input: each row answered as it says, alone and behind nginx, with nothing stored and the service
alive. usage: bad_input.py PATH/TO/akces [alone|front] [requests|bodies|pdfs|links|times]     without a word: all"""

import sys

import bad_bodies
import bad_links
import bad_pdfs
import bad_requests
import bad_times
from context import Context
from suite import Suite

WAYS = ("alone", "front")


def requests(suite, binary, name):
    with Context(suite, binary, name) as c:
        attackers = bad_requests.slow(c)
        looked = suite.part(bad_requests.malformed, c) or 0
        looked += suite.part(bad_requests.cut, c) or 0
        looked += suite.part(bad_requests.discovered, c) or 0
        suite.check(c.name(f"{looked} malformed requests were looked at"), looked >= 57)
        if name == "alone":
            suite.part(bad_requests.controls, c)
        for attacker in attackers:
            suite.part(attacker.judge)
        suite.check(c.name("the service still answers"), c.anybody().get("/health/live").status == 200)


def rows_of(module, least):
    def run(suite, binary, name):
        with Context(suite, binary, name) as c:
            looked = suite.part(module.all_rows, c) or 0
            suite.check(c.name(f"{module.__name__}: {looked} looked at"), looked >= least)
            failed = [line for line in c.service.log_lines() if line.get("status") == 500]
            suite.check(c.name(f"{module.__name__}: no answer of 500"), not failed, failed[:5])

    return run


PARTS = {
    "requests": requests,
    "bodies": rows_of(bad_bodies, 60),
    "pdfs": rows_of(bad_pdfs, 45),
    "links": rows_of(bad_links, 40),
    "times": bad_times.all_rows,
}


def main():
    suite = Suite("bad input")
    words = sys.argv[2:]
    ways = [word for word in words if word in WAYS] or WAYS
    parts = [word for word in words if word in PARTS] or PARTS
    for name in ways:
        for part in parts:
            suite.part(PARTS[part], suite, sys.argv[1], name)
    return suite.finish(600 if len(words) == 0 else 1)


if __name__ == "__main__":
    sys.exit(main())
