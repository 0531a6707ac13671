#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace pdfgen {

/// Appends one revision to a PDF. Every earlier byte stays as it was (ISO 32000-1 section 7.5.6). The new
/// cross-reference is a table where the last one is a table, a stream (7.5.8) where it is a stream.
class Update {
public:
    /// `original` is a whole file; it is only looked at and must outlive this. Throws Error(unreadable) when its last
    /// cross-reference cannot be read.
    explicit Update(base::ByteView original);

    /// `body` is the object's text, without "obj" and "endobj". Returns the new object's number.
    int add(std::string body);

    /// A number for an object whose body comes later, by replace().
    int reserve();

    /// Gives the object `number` (generation `generation`) a new body.
    void replace(int number, std::string body, int generation = 0);

    /// Where the body of `number` begins in original + finish(); valid after finish().
    std::size_t offsetOf(int number) const;

    /// What to append to the original: the new objects, their cross-reference, a trailer with /Prev.
    base::Bytes finish();

private:
    struct Entry {
        int generation = 0;
        std::string body{};
    };
    std::string table(const std::map<int, std::size_t>& starts) const;
    std::string stream(std::map<int, std::size_t> starts, std::size_t xref) const;

    base::ByteView original_;
    std::size_t lastXref_ = 0;
    bool xrefIsStream_ = false;
    int size_ = 0;
    std::string trailer_{};  ///< /Root, /Info, /ID as they stand
    std::map<int, Entry> entries_{};
    std::map<int, std::size_t> offsets_{};
};

}  // namespace pdfgen
