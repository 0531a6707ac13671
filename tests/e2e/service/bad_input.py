#!/usr/bin/env python3
"""The table of bad input: each row answered as it says, alone and behind nginx, with nothing stored and the service
alive. usage: bad_input.py PATH/TO/akces [--long]"""

import sys

import bad_requests
from context import Context
from suite import Suite


def way(suite, binary, name):
    with Context(suite, binary, name) as c:
        attackers = bad_requests.slow(c)
        looked = suite.part(bad_requests.malformed, c) or 0
        looked += suite.part(bad_requests.cut, c) or 0
        looked += suite.part(bad_requests.discovered, c) or 0
        suite.check(c.name(f"{looked} malformed requests were looked at"), looked >= 50)
        if name == "alone":
            suite.part(bad_requests.controls, c)
        for attacker in attackers:
            suite.part(attacker.judge)
        suite.check(c.name("the service still answers"), c.anybody().get("/health/live").status == 200)


def main():
    suite = Suite("bad input")
    for name in sys.argv[3:] or ("alone", "front"):
        suite.part(way, suite, sys.argv[1], name)
    return suite.finish(200)


if __name__ == "__main__":
    sys.exit(main())
