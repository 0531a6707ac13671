#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

/// The objects of a PDF as values (ISO 32000-1 section 7.3), read strictly from raw bytes: nothing is repaired.
namespace pdfgen {

struct Reference {
    int number = 0;
    int generation = 0;
    bool operator==(const Reference&) const = default;
    auto operator<=>(const Reference&) const = default;
};

struct Object {
    enum class Kind : std::uint8_t { null, boolean, number, string, name, array, dictionary, reference };

    Kind kind = Kind::null;
    bool flag = false;       ///< of a boolean
    bool isInteger = false;  ///< of a number
    double number = 0;
    Reference target{};           ///< of a reference
    base::Bytes text{};           ///< octets of a string; a name without its slash
    std::vector<Object> items{};  ///< of an array; of a dictionary: key (a name), value, key, value …, keys ascending

    bool isNull() const { return kind == Kind::null; }
    bool isArray() const { return kind == Kind::array; }
    bool isDictionary() const { return kind == Kind::dictionary; }
    bool isReference() const { return kind == Kind::reference; }
    bool isString() const { return kind == Kind::string; }
    bool isName(std::string_view name) const { return kind == Kind::name && text == name; }

    /// The value of `key` (the first where it occurs twice), or the null object.
    const Object& at(std::string_view key) const;
    bool has(std::string_view key) const { return !at(key).isNull(); }
    /// Keys in ascending order, each once.
    std::vector<std::string_view> keys() const;
    /// Whether a key occurs twice in this dictionary or in one inside it.
    bool hasDuplicates() const;
    std::optional<std::int64_t> integer() const;

    /// By value: 1 equals 1.0, (A) equals <41>; the order of a dictionary's keys in the file does not matter.
    bool operator==(const Object& other) const;
};

/// The object that begins at `position`, which moves behind it; nothing where it is malformed,
/// nested deeper than 100, or of more than a million parts.
std::optional<Object> parseObject(base::ByteView bytes, std::size_t& position);

/// The references of an object's bytes, in their order; strings, names and comments are passed over.
std::vector<Reference> referencesIn(base::ByteView bytes);

}  // namespace pdfgen
