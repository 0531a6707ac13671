#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/message.h"
#include "pdfgen/object.h"
#include "pdfgen/revisions.h"
#include "pdfgen/syntax.h"

/// Which signatures a file holds, and what each covers, byte by byte (ISO 32000-1 section 12.8.1).
namespace signing {

/// A signature dictionary of a file's last revision, and the field that shows it.
struct FoundSignature {
    std::string field{};  ///< full name; empty where no field reaches the dictionary
    int fieldNumber = 0;  ///< the field's object, 0 where no field reaches the dictionary
    int number = 0;       ///< object that holds the dictionary: its own, or the field's where /V is direct
    bool isDirect = false;
    bool isCompressed = false;  ///< stands in an object stream, where nothing can be left out of a digest
    std::size_t begin = 0;      ///< of the dictionary in the file
    pdfgen::RawDictionary raw{};
    pdfgen::Object value{};  ///< the same, parsed; null where it is malformed
};

/// Every filled signature field, in the order of their signed ranges' ends; then signature dictionaries that no field
/// reaches, except usage rights (/Perms /UR3), which nobody signed.
std::vector<FoundSignature> findSignatures(const pdfgen::Revisions& revisions);

/// What a signature covers.
struct Cover {
    std::optional<base::Message> fault{};   ///< no usable /ByteRange or /Contents: not a signature at all
    std::array<base::ByteView, 2> parts{};  ///< the octets that are signed
    base::Bytes contents{};
    bool gapFits = false;                   ///< the gap is exactly this dictionary's own /Contents token
    std::size_t end = 0;                    ///< of the second part
    std::optional<std::size_t> revision{};  ///< whose end is the end of the cover
    bool isWholeFile = false;
};

Cover coverOf(const FoundSignature& signature, const pdfgen::Revisions& revisions);

}  // namespace signing
