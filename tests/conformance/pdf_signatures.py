"""Signatures as they lie in a PDF's bytes (ISO 32000-1 section 12.8.1), without a PDF library."""
import dataclasses
import re

BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")


@dataclasses.dataclass
class Signature:
    hole_begin: int    # of the "<" of /Contents
    hole_end: int      # behind its ">"
    end: int           # of the bytes that it covers
    data: bytes        # the file

    def hex_digits(self):
        return self.data[self.hole_begin + 1:self.hole_end - 1]

    def cms(self):
        """The DER of the CMS, without the zeros behind it."""
        padded = bytes.fromhex(self.hex_digits().decode("ascii"))
        return padded[:der_length(padded)]

    def signed_bytes(self):
        return self.data[:self.hole_begin] + self.data[self.hole_end:self.end]


def der_length(data):
    """Octets of the first DER element, header included."""
    if data[1] < 0x80:
        return 2 + data[1]
    count = data[1] & 0x7F
    return 2 + count + int.from_bytes(data[2:2 + count], "big")


def signatures_of(data):
    """In the order of what they cover. Raises ValueError for a /ByteRange that is not around a hexadecimal string."""
    found = []
    for match in BYTE_RANGE.finditer(data):
        first, length, second, rest = (int(number) for number in match.groups())
        if first != 0 or data[length:length + 1] != b"<" or data[second - 1:second] != b">":
            raise ValueError(f"/ByteRange at {match.start()} does not leave out a hexadecimal string")
        found.append(Signature(length, second, second + rest, data))
    return sorted(found, key=lambda one: one.end)
