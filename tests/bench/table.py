"""What the benchmarks say: a row for each figure with its bar, and which bars were missed."""

import json
import os
import sys

missed = []


def bar(holds, what):
    if not holds:
        missed.append(what)
    return "yes" if holds else "NO"


def told(report, rows, file=None):
    """Prints the report and the table of docs/performance.md. The exit code."""
    print(json.dumps(report))
    if file:
        file.write_text(json.dumps(report, indent=1) + "\n")
    print(f"{os.cpu_count()} cores\n\n| what | akces | beside it | bar | held |\n|---|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    if missed:
        print("missed: " + ", ".join(missed), file=sys.stderr)
    return 1 if missed else 0
