#!/usr/bin/env python3
"""Signs the PDF on standard input with pyHanko, in the name given. usage: sign.py NAME <IN.pdf >OUT.pdf"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "service"))

from signed import Person, signed  # noqa: E402


def main():
    with tempfile.TemporaryDirectory(prefix="akces-signer-") as folder:
        sys.stdout.buffer.write(signed(sys.stdin.buffer.read(), Person(folder, sys.argv[1])))


if __name__ == "__main__":
    main()
