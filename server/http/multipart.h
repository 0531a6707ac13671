#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/bytes.h"

namespace http {

struct Part {
    std::string name{};
    std::string fileName{};     ///< without its folders; empty where the part is no file. For people, never for a path.
    std::string contentType{};  ///< as sent; empty where none was
    bool isFile = false;
    base::ByteView content{};  ///< a view into the body
    bool operator==(const Part&) const = default;
};

struct MultipartLimits {
    std::size_t parts = 0;     ///< at most
    std::size_t partSize = 0;  ///< bytes of one part's content
};

/// Reads a whole multipart/form-data body (RFC 7578; RFC 2046 section 5.1) in one pass. `contentType` is the field's
/// value with its boundary of 1 to 70 characters. Strict: nothing before the first and behind the last delimiter, no
/// line that only begins like one, no transfer encoding, no "filename*", every part named, names in UTF-8 without
/// control characters. Throws Error(usage) "multipart.…" for all else, and where a limit is passed. The parts view
/// `body`, which must outlive them.
std::vector<Part> readMultipart(std::string_view contentType, base::ByteView body, const MultipartLimits& limits);

}  // namespace http
