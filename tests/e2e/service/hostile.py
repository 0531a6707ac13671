"""PDFs that want to hurt whoever reads them, written octet by octet (rows 15 to 21 of the table of bad input)."""

import zlib

from service import DATA

CATALOG, PAGES = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
MODULUS = 65521  # RFC 1950


def pdf(bodies):
    """A file of these objects, 1 being the catalog, with its cross-reference table."""
    file, rows = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", [b"0000000000 65535 f \n"]
    parts = [file]
    at = len(file)
    for number, body in enumerate(bodies, 1):
        rows.append(b"%010d 00000 n \n" % at)
        octets = b"%d 0 obj\n%s\nendobj\n" % (number, body if isinstance(body, bytes) else body.encode())
        parts.append(octets)
        at += len(octets)
    size = len(bodies) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, at)
    return b"".join(parts) + b"xref\n0 %d\n" % size + b"".join(rows) + end


def with_content(content):
    return pdf([CATALOG, PAGES, f"{PAGE} /Contents 4 0 R >>", content])


def stream(entries, data):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries.encode(), data)


def raw_blocks(text, flush):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return packer.compress(text) + packer.flush(flush)


def repeated(text, count):
    """zlib's format around `count` times the same block, without writing it all."""
    block = raw_blocks(text, zlib.Z_FULL_FLUSH)
    a, b = zlib.adler32(text) & 0xFFFF, zlib.adler32(text) >> 16
    low, high, length = 1, 0, len(text)
    for _ in range(count):
        high = (high + b + (low - 1) * length) % MODULUS
        low = (low + a - 1) % MODULUS
    end = raw_blocks(b"", zlib.Z_FINISH) + (high << 16 | low).to_bytes(4, "big")
    return b"\x78\x9c" + block * count + end


def deflated_gibibytes(gibibytes, octet, times):
    data = repeated(octet * (1 << 20), gibibytes << 10)
    for _ in range(times - 1):
        data = repeated(data, 1)
    return data


def xref_loop():
    file = with_content(stream("", b"BT ET"))
    first, second = file.rindex(b"xref\n0"), len(file) + 50
    at = file.rindex(b">>\nstartxref")
    file = file[:at] + b"/Prev %d " % second + file[at:]
    file = file[:second].ljust(second, b"\n")
    return file + b"xref\n0 0\ntrailer << /Size 5 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (first, second)


def deep_pages(levels):
    bodies = [CATALOG] + [f"<< /Type /Pages /Count 1 /Kids [{number + 1} 0 R] >>" for number in range(2, levels + 2)]
    return pdf([*bodies, f"<< /Type /Page /MediaBox [0 0 9 9] /Parent {levels + 1} 0 R >>"])


def files():
    """Row, name, octets, the problem's type."""
    good = with_content(stream("", b"BT ET"))
    page = f"{PAGE} >>"
    yield 15, "nothing", b"", "pdf-not-pdf"
    yield 15, "random octets", b"\xa7" * 5000, "pdf-not-pdf"
    yield 15, "something before the header", b"junk\n" + good, "pdf-not-pdf"
    yield 16, "cut in half", good[: len(good) // 2], "pdf-damaged"
    yield 16, "cut before its end", good[:-10], "pdf-damaged"
    yield 16, "cross-references in a loop", xref_loop(), "pdf-damaged"
    yield (
        16,
        "a length that is its own stream",
        with_content("<< /Length 4 0 R >>\nstream\nBT ET\nendstream"),
        "pdf-damaged",
    )
    yield 17, "102 levels", pdf([CATALOG, PAGES, page, "[" * 102 + "]" * 102]), "pdf-too-complex"
    yield 17, "more than 200,000 objects", pdf([CATALOG, PAGES, page, *["null"] * 200007]), "pdf-too-complex"
    yield 17, "a page tree of 20,000 levels", deep_pages(20000), "pdf-too-complex"
    triple = "/Filter [/FlateDecode /FlateDecode /FlateDecode]"
    yield (
        18,
        "a stream that becomes a gibibyte",
        with_content(stream(triple, deflated_gibibytes(1, b"\0", 3))),
        "pdf-expands",
    )
    hollow = "/Filter [/FlateDecode /FlateDecode /ASCIIHexDecode]"
    yield (
        19,
        "gibibytes that become nothing",
        with_content(stream(hollow, deflated_gibibytes(4, b" ", 2))),
        "pdf-too-slow",
    )
    columns = "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2147483647 >>"
    yield 20, "a predictor with 2^31 columns", with_content(stream(columns, repeated(b"abc", 1))), "pdf-expands"
    yield 21, "an encrypted file", (DATA / "pdf" / "encrypted.pdf").read_bytes(), "pdf-encrypted"
