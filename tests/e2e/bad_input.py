#!/usr/bin/env python3
"""Bad input, each with its exit code (akces --help lists them) and one clear Polish sentence per fault, nothing written;
and what must work although it looks odd. usage: bad_input.py PATH/TO/akces"""

import json
import pathlib
import sys
import tempfile

import bad_accounts
import bad_backups
import bad_data
import bad_documents
import bad_places
import bad_usage
import odd_but_good
from cases import MEETING, PASSWORD, Cases
from command import Program

EXPECTED_CASES = 370


def prepare(c):
    """Secrets, keys, a data folder with a meeting, and its documents; gives the first declaration."""
    c.put("haslo", PASSWORD + "\n")
    c.put("zle-haslo", "nie to\n")
    c.put("latin", "hasło".encode("cp1250"))
    c.put(
        "lista.json",
        json.dumps(
            {
                "team": {"name": "Zespół", "name_gen": "Zespołu"},
                "meeting": {"date_text": "13 listopada 2019 r."},
                "project": {"title": "Projekt"},
                "author": {"title_name": "Anna"},
                "participants": [],
            }
        ),
    )
    c.made_key("good", "-days", "30")
    c.made_key("expired", "-days", "-1")
    made = c.run(*c.generate(MEETING, "out"))
    imported = c.run("meeting", "import", MEETING, "--data", "store")
    assert made.code == 0 and imported.code == 0, f"{made}\n{imported}"
    return next((c.work / "out").glob("deklaracja-01-*.pdf"))


def main():
    with tempfile.TemporaryDirectory(prefix="akces-e2e-") as folder:
        work = pathlib.Path(folder)
        work.chmod(0o755)
        c = Cases(Program(sys.argv[1]), work)
        pdf = prepare(c)
        bad_usage.controls(c)
        bad_usage.usage(c)
        bad_usage.not_yet(c)
        bad_data.meetings(c)
        bad_data.lists(c)
        bad_data.templates(c)
        bad_documents.keys(c, pdf)
        bad_documents.documents(c, pdf)
        bad_places.stores(c, pdf)
        bad_places.packages(c, pdf)
        bad_backups.backups(c)
        bad_accounts.users(c)
        bad_accounts.tokens(c)
        odd_but_good.odd_but_good(c)
        bad_places.places(c, pdf)
        return c.finish(EXPECTED_CASES)


if __name__ == "__main__":
    sys.exit(main())
