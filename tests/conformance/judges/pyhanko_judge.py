#!/usr/bin/env python3
"""Judges the signatures and document timestamps of PDF files with pyHanko, offline: one JSON object a line and file.

usage: pyhanko_judge.py [--trust DIR] [--at ISO] [--lenient] [--list F] FILE.pdf...

integrity     intact: digest and signature value verify; broken: one does not; unknown: pyHanko raised, see errors
coverage      whole-file | revision | partial: what the ByteRange covers
changesAfter  none | allowed (LTV data, form filling, annotations that DocMDP permits) | disallowed | unknown
trusted       a path to a root from DIR holds at --at (default: now), and pyHanko's default algorithm and key usage policy
level         B-B | B-T | B-LT | B-LTA by structure alone (RFC 3161 tokens, /DSS), for ETSI.CAdES.detached; otherwise null
error         why the file as a whole was refused (unreadable, over the time or memory limit); otherwise null

Nothing is fetched. --lenient reads files that pyHanko refuses by default (hybrid cross-references, loose syntax).
Exit 0 when every file was judged, whatever the verdicts; 1 when one has an error.
"""
import argparse
import asyncio
import datetime
import io
import json
import logging
import pathlib
import resource
import signal
import sys

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.crypt import StandardSecurityHandler
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, validation
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleTrustManager

TIME_LIMIT_S = 20
MEMORY_LIMIT_BYTES = 4 << 30
COVERAGE = {"ENTIRE_FILE": "whole-file", "ENTIRE_REVISION": "revision"}


class TimeLimit(BaseException):
    """Not an Exception, so that no handler for those swallows it."""


def stop(signal_number, frame):
    raise TimeLimit


def text(problem):
    return f"{type(problem).__name__}: {problem}"[:300]


def trust_roots(folder):
    """Every certificate in the folder's *.crt and *.pem, DER or PEM; other files of those names are skipped."""
    for path in sorted([*folder.glob("*.crt"), *folder.glob("*.pem")]):
        try:
            certificates = list(load_certs_from_pemder([path]))
            for certificate in certificates:
                certificate.subject.hashable, certificate.public_key.native    # asn1crypto parses lazily
        except Exception as problem:
            print(f"{path.name}: not used as a trust root: {text(problem)}", file=sys.stderr)
        else:
            yield from certificates


def changes_after(signature):
    """none | allowed | disallowed, by pyHanko's difference analysis of the revisions."""
    signature.compute_integrity_info()
    result = signature.diff_result
    if not isinstance(result, DiffResult) or not signature.summarise_integrity_info()["docmdp_ok"]:
        return "disallowed"    # a SuspiciousModification, or more than DocMDP permits
    return "none" if result.modification_level == ModificationLevel.NONE else "allowed"


def pades_level(signature, status, has_dss, stamped_later):
    if signature.sig_object.get("/SubFilter") != "/ETSI.CAdES.detached":
        return None
    if has_dss:
        return "B-LTA" if stamped_later else "B-LT"
    return "B-T" if stamped_later or status.timestamp_validity else "B-B"


def unjudged(field, value):
    """The answer for a signature field before anything is known but its signature dictionary."""
    is_timestamp = value.get("/Type") == "/DocTimeStamp" or value.get("/SubFilter") == "/ETSI.RFC3161"
    return {"field": field, "kind": "document-timestamp" if is_timestamp else "signature",
            "subFilter": str(value.get("/SubFilter", ""))[1:] or None, "integrity": "unknown", "coverage": None,
            "changesAfter": "unknown", "trusted": False, "level": None, "signer": None, "summary": None, "errors": []}


async def judge_signature(signature, context, has_dss, stamped_later):
    """Changes and integrity apart: where pyHanko raises on one question, the other is still answered."""
    answer = unjudged(signature.field_name, signature.sig_object)
    errors = answer["errors"]
    try:
        answer["changesAfter"] = changes_after(signature)
        if answer["changesAfter"] == "disallowed":
            errors.append(f"changes: {signature.diff_result}"[:300])
    except Exception as problem:
        errors.append(text(problem))
    try:
        answer["signer"] = signature.signer_cert.subject.human_friendly
        if answer["kind"] == "document-timestamp":
            status = await validation.async_validate_pdf_timestamp(signature, context, skip_diff=True)
        else:
            status = await validation.async_validate_pdf_signature(signature, context, skip_diff=True)
            answer["level"] = pades_level(signature, status, has_dss, stamped_later)
        answer.update(integrity="intact" if status.intact and status.valid else "broken", trusted=status.trusted,
                      summary=status.summary())
        if status.trust_problem_indic:
            errors.append(f"trust: {status.trust_problem_indic}")
    except Exception as problem:
        if text(problem) not in errors:
            errors.append(text(problem))
    if signature.coverage is not None:
        answer["coverage"] = COVERAGE.get(signature.coverage.name, "partial")
    return answer


def validation_context(reader, settings):
    """For all signatures of a document, with what its /DSS holds; and whether it has one."""
    try:
        return DocumentSecurityStore.read_dss(reader).as_validation_context(settings), True
    except NoDSSFoundError:
        return ValidationContext(**settings), False


async def judge_document(data, settings, strict):
    reader = PdfFileReader(io.BytesIO(data), strict=strict)
    if reader.encrypted and isinstance(reader.security_handler, StandardSecurityHandler):
        reader.decrypt("")    # the empty user password, as viewers do
    found, refused = [], []
    for name, value, field in fields.enumerate_sig_fields(reader, filled_status=True):
        try:
            found.append(validation.EmbeddedPdfSignature(reader, field, name))
        except Exception as problem:
            dictionary = value.get_object()
            refused.append(unjudged(name, dictionary if isinstance(dictionary, dict) else {}) | {"errors": [text(problem)]})
    context, has_dss = validation_context(reader, settings)
    found.sort(key=lambda signature: signature.signed_revision)
    last_stamp = max((one.signed_revision for one in found if one.sig_object_type == "/DocTimeStamp"), default=-1)
    return [await judge_signature(one, context, has_dss, last_stamp > one.signed_revision) for one in found] + refused


def judge(path, settings, strict):
    """One file's answer, under the time limit; whatever goes wrong is in it."""
    answer = {"file": str(path), "error": None, "signatures": []}
    signal.setitimer(signal.ITIMER_REAL, TIME_LIMIT_S)
    try:
        answer["signatures"] = asyncio.run(judge_document(path.read_bytes(), settings, strict))
    except TimeLimit:
        answer["error"] = f"time limit of {TIME_LIMIT_S} s"
    except Exception as problem:
        answer["error"] = text(problem)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return answer


def moment(iso):
    at = datetime.datetime.fromisoformat(iso)
    return at if at.tzinfo else at.replace(tzinfo=datetime.timezone.utc)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=pathlib.Path, metavar="FILE.pdf")
    parser.add_argument("--trust", type=pathlib.Path, metavar="DIR", help="trust roots: all *.crt and *.pem in DIR")
    parser.add_argument("--at", type=moment, metavar="ISO", help="validation time; UTC where no offset is given")
    parser.add_argument("--lenient", action="store_true", help="pyHanko's non-strict reading")
    parser.add_argument("--list", type=pathlib.Path, metavar="F", help="a file with more file names, one a line")
    options = parser.parse_args()
    paths = options.files + [pathlib.Path(line) for line in (options.list.read_text().splitlines() if options.list else []) if line]
    if not paths:
        parser.error("no files")
    logging.disable(logging.CRITICAL)    # all that pyHanko logs comes back in its answers
    signal.signal(signal.SIGALRM, stop)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT_BYTES, MEMORY_LIMIT_BYTES))

    roots = list(trust_roots(options.trust)) if options.trust else []
    settings = {"trust_manager": SimpleTrustManager.build(trust_roots=roots), "moment": options.at, "allow_fetching": False}
    failed = False
    for path in paths:
        answer = judge(path, settings, not options.lenient)
        failed |= answer["error"] is not None
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
