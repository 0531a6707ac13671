#pragma once

#include <string>

#include "base/bytes.h"

namespace pdfgen {

/// Where new indirect objects go: into a document that is being made, or into a revision that is appended.
class ObjectSink {
public:
    virtual ~ObjectSink() = default;
    /// A dictionary by its entries ("/Type /Font …", without brackets). Returns its number.
    virtual int addDictionary(std::string entries) = 0;
    /// A stream of deflated `data` with these further entries.
    virtual int addDeflatedStream(std::string entries, const base::Bytes& data) = 0;
};

/// "12 0 R"
inline std::string reference(int object) { return std::to_string(object) + " 0 R"; }

}  // namespace pdfgen
