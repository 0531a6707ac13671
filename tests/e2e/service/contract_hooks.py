"""How schemathesis writes bodies that are files: as their octets."""

import schemathesis


@schemathesis.serializer("application/pdf", "image/jpeg", "image/png", "text/csv")
def octets(context, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8")
