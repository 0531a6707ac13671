#!/usr/bin/env python3
"""Appends a revision that draws over a PDF's first page: what a judge of later revisions must call a disallowed change.

usage: append_change.py IN.pdf OUT.pdf
"""
import pathlib
import sys

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def main():
    source, target = (pathlib.Path(name) for name in sys.argv[1:])
    with source.open("rb") as file:
        writer = IncrementalPdfFileWriter(file)
        page = writer.find_page_for_modification(0)[0].get_object()
        stream = writer.add_object(generic.StreamObject(stream_data=b"\n1 0 0 rg 100 400 300 60 re f\n"))
        old = page.raw_get("/Contents")
        old = list(old) if isinstance(old, generic.ArrayObject) else [old]
        page["/Contents"] = generic.ArrayObject([*old, stream])
        writer.update_container(page)
        with target.open("wb") as out:
            writer.write(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
