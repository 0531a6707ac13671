#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"

/// The raw syntax of a PDF (ISO 32000-1 section 7.2 and 7.3), read strictly and without building objects.
namespace pdfgen {

/// White space (table 1) and delimiters (table 2).
bool isSpace(char byte);
bool isDelimiter(char byte);

/// Behind white space and comments from `position` on.
std::size_t skipSpace(base::ByteView bytes, std::size_t position);

/// Behind the one object (number, name, string, array, dictionary, reference "n g R", keyword) that begins at
/// `position`; nothing where there is none or nesting is deeper than 100.
std::optional<std::size_t> skipObject(base::ByteView bytes, std::size_t position);

/// An unsigned integer at `position`, which moves behind it.
std::optional<std::size_t> readInteger(base::ByteView bytes, std::size_t& position);

struct RawEntry {
    std::string key{};       ///< without its slash, #xx decoded
    base::ByteView value{};  ///< the value's own bytes
    std::size_t offset = 0;  ///< of the value in the file
};

/// A dictionary as it stands in the file.
struct RawDictionary {
    std::vector<RawEntry> entries{};
    std::size_t begin = 0;  ///< of "<<"
    std::size_t end = 0;    ///< behind ">>"
    bool hasDuplicates = false;

    const RawEntry* find(std::string_view key) const;
    std::optional<std::size_t> integer(std::string_view key) const;
};

/// The dictionary that begins at `position`; nothing where there is none or it is malformed.
std::optional<RawDictionary> readDictionary(base::ByteView bytes, std::size_t position);

/// "n g obj" at `position`, which moves behind it: number and generation.
std::optional<std::pair<int, int>> readObjectHeader(base::ByteView bytes, std::size_t& position);

/// The number in the last "startxref" of the file, where it stands, or nothing.
std::optional<std::size_t> lastStartXref(base::ByteView bytes);

/// A text string (section 7.9.2.2) with its brackets: ASCII as a literal, anything else as UTF-16 in hexadecimal.
std::string textString(std::string_view utf8);

/// A name with its slash, special octets as #xx.
std::string nameObject(std::string_view name);

}  // namespace pdfgen
