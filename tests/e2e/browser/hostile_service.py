#!/usr/bin/env python3
"""The service with every field filled by somebody hostile (../service/hostile_fill.py). Prints one line of JSON: where it
is, its data's session, the pages that links lead to; stays until its standard input ends.
usage: hostile_service.py PATH/TO/akces"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "service"))

from front import reachable  # noqa: E402
from hostile_fill import all_pages, fill  # noqa: E402


def main():
    with reachable(sys.argv[1]) as service:
        filled = fill(service)
        pages = [path for path, answer in all_pages(filled) if answer.status == 200 and answer.type == "text/html"]
        name, _, value = filled.everybody.cookie.partition("=")
        told = {"url": f"http://127.0.0.1:{service.port}", "cookie": {"name": name, "value": value}, "pages": pages}
        print(json.dumps(told), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
