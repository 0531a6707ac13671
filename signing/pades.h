#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/civil_date.h"

namespace pdfgen {
class SignatureAppearances;
}

namespace signing {

class Identity;

/// A revision with an empty signature, ready for a CMS made here or anywhere else. A plain value that can be stored.
struct Prepared {
    base::Bytes pdf{};          ///< the original and its new revision, /Contents all zeros
    std::size_t holeBegin = 0;  ///< of the "<" of /Contents
    std::size_t holeEnd = 0;    ///< behind its ">"
    base::Bytes digest{};       ///< SHA-256 over the two ranges
};

struct SignRequest {
    std::string field{};         ///< empty: the only unsigned field
    std::string signerName{};    ///< what the appearance says, from the certificate
    base::Instant at{};          ///< /M and the appearance's time
    bool demonstration = false;  ///< the appearance says „POKAZ”
    std::size_t contentsBytes = 8192;
};

/// Adds a signature to a prepared field as an appended revision (ISO 32000-1 section 12.8.1, EN 319 142-1). Only the
/// field, its appearance's form and what that form needs are written. Throws Error(refused) when the field is missing
/// or signed, or the document does not permit it; Error(unreadable) for a file that needs repair.
Prepared prepare(base::ByteView pdf, const SignRequest& request, pdfgen::SignatureAppearances& appearances);

/// Puts the CMS in. Throws Error(internal) when it is larger than the hole.
base::Bytes finish(Prepared prepared, base::ByteView cms);

/// prepare, CMS by `identity` (B-B), finish. Throws as they do, and Error(refused) by checkMaySign.
base::Bytes sign(base::ByteView pdf, const Identity& identity, const SignRequest& request,
                 pdfgen::SignatureAppearances& appearances);

}  // namespace signing
