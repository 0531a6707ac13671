#include "pdfgen/cross_reference.h"

#include <algorithm>
#include <array>

#include "pdfgen/stream_data.h"
#include "pdfgen/syntax.h"

namespace pdfgen {
namespace {

constexpr std::size_t kMostXrefOctets = std::size_t{32} << 20;
constexpr std::size_t kMostObjects = 1U << 20;

bool keywordAt(base::ByteView file, std::size_t position, std::string_view keyword) {
    return position <= file.size() && file.substr(position).starts_with(keyword);
}

/// "nnnnnnnnnn ggggg n" with any white space between.
std::optional<XrefEntry> tableEntry(base::ByteView file, std::size_t& at) {
    at = skipSpace(file, at);
    const auto where = readInteger(file, at);
    at = skipSpace(file, at);
    const auto generation = where ? readInteger(file, at) : std::nullopt;
    at = skipSpace(file, at);
    if (!generation || at >= file.size() || (file[at] != 'n' && file[at] != 'f')) return {};
    const bool used = file[at++] == 'n';
    const int detail = static_cast<int>(std::min<std::size_t>(*generation, 65535));
    return XrefEntry{used ? XrefEntry::Kind::plain : XrefEntry::Kind::free, *where, detail};
}

bool readSubsections(base::ByteView file, std::size_t& at, std::map<int, XrefEntry>& entries) {
    for (at = skipSpace(file, at); !keywordAt(file, at, "trailer"); at = skipSpace(file, at)) {
        const auto first = readInteger(file, at);
        at = skipSpace(file, at);
        const auto count = first ? readInteger(file, at) : std::nullopt;
        if (!count || *first > kMostObjects || *count > file.size() / 10 || *first + *count > kMostObjects)
            return false;
        for (std::size_t i = 0; i < *count; ++i) {
            const auto entry = tableEntry(file, at);
            if (!entry) return false;
            if (!entries.emplace(static_cast<int>(*first + i), *entry).second) return false;  // told twice
        }
    }
    at += 7;
    return true;
}

std::optional<std::size_t> offsetIn(const Object& trailer, std::string_view key) {
    const auto value = trailer.at(key).integer();
    return value && *value >= 0 ? std::optional(static_cast<std::size_t>(*value)) : std::nullopt;
}

/// A key that is there must be an offset.
bool setLinks(XrefSection& section) {
    section.previous = offsetIn(section.trailer, "Prev");
    section.hybrid = offsetIn(section.trailer, "XRefStm");
    return section.previous.has_value() == section.trailer.has("Prev") &&
           section.hybrid.has_value() == section.trailer.has("XRefStm") && !section.trailer.hasDuplicates();
}

std::optional<XrefSection> readTable(base::ByteView file, std::size_t offset) {
    XrefSection section;
    section.begin = offset;
    std::size_t at = offset + 4;
    if (!readSubsections(file, at, section.entries)) return {};
    at = skipSpace(file, at);
    auto trailer = parseObject(file, at);
    if (!trailer || !trailer->isDictionary()) return {};
    section.end = at;
    section.trailer = std::move(*trailer);
    return setLinks(section) ? std::optional(std::move(section)) : std::nullopt;
}

struct Widths {
    std::array<std::size_t, 3> octets{};
    std::size_t row() const { return octets[0] + octets[1] + octets[2]; }
};

std::optional<Widths> widthsOf(const Object& trailer) {
    const Object& w = trailer.at("W");
    if (!w.isArray() || w.items.size() != 3) return {};
    Widths widths;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto width = w.items[i].integer();
        if (!width || *width < 0 || *width > 8) return {};
        widths.octets[i] = static_cast<std::size_t>(*width);
    }
    return widths.octets[1] > 0 ? std::optional(widths) : std::nullopt;
}

std::optional<XrefEntry> streamEntry(base::ByteView row, const Widths& widths) {
    std::array<std::size_t, 3> fields{widths.octets[0] == 0 ? 1U : 0U, 0, 0};  // type 1 where there is no type
    std::size_t at = 0;
    for (std::size_t field = 0; field < 3; ++field)
        for (std::size_t i = 0; i < widths.octets[field]; ++i)
            fields[field] = fields[field] << 8 | static_cast<unsigned char>(row[at++]);
    if (fields[0] > 2 || fields[2] > kMostObjects) return {};
    return XrefEntry{static_cast<XrefEntry::Kind>(fields[0]), fields[1], static_cast<int>(fields[2])};
}

bool readRows(XrefSection& section, base::ByteView rows) {
    const auto widths = widthsOf(section.trailer);
    const auto size = section.trailer.at("Size").integer();
    if (!widths || !size) return false;
    Object whole;
    whole.kind = Object::Kind::number;
    whole.isInteger = true;
    const Object& index = section.trailer.at("Index");
    std::vector<Object> pairs = index.items;
    if (!index.isArray()) {
        pairs = {whole, whole};
        pairs[1].number = static_cast<double>(*size);
    }
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        const auto first = pairs[i].integer(), count = pairs[i + 1].integer();
        if (!first || !count || *first < 0 || *count < 0 || *first > std::int64_t{kMostObjects} ||
            *count > std::int64_t{kMostObjects} - *first)
            return false;
        for (std::int64_t n = 0; n < *count; ++n, at += widths->row()) {
            if (at + widths->row() > rows.size()) return false;
            const auto entry = streamEntry(rows.substr(at, widths->row()), *widths);
            if (!entry || !section.entries.emplace(static_cast<int>(*first + n), *entry).second) return false;
        }
    }
    return pairs.size() % 2 == 0;
}

std::optional<XrefSection> readStream(base::ByteView file, std::size_t offset) {
    XrefSection section;
    section.begin = section.end = offset;
    const auto header = readObjectHeader(file, section.end);
    if (!header) return {};
    section.end = skipSpace(file, section.end);
    auto trailer = parseObject(file, section.end);
    if (!trailer || !trailer->at("Type").isName("XRef")) return {};
    section.trailer = std::move(*trailer);
    const auto length = offsetIn(section.trailer, "Length");
    const auto data = length ? streamData(file, section.end, *length) : std::nullopt;
    const auto rows = data ? decodedStream(section.trailer, *data, kMostXrefOctets) : std::nullopt;
    const auto end = behindEndobj(file, section.end);
    if (!rows || !end || !setLinks(section) || section.hybrid || !readRows(section, *rows)) return {};
    section.end = *end;
    return section;
}

}  // namespace

std::optional<std::size_t> behindEndobj(base::ByteView file, std::size_t position) {
    position = skipSpace(file, position);
    return keywordAt(file, position, "endobj") ? std::optional(position + 6) : std::nullopt;
}

std::optional<base::ByteView> streamData(base::ByteView file, std::size_t& position, std::size_t length) {
    std::size_t at = skipSpace(file, position);
    if (!keywordAt(file, at, "stream")) return {};
    at += 6;
    if (keywordAt(file, at, "\r\n"))
        at += 2;
    else if (keywordAt(file, at, "\n") || keywordAt(file, at, "\r"))
        ++at;
    if (length > file.size() || at > file.size() - length) return {};
    const base::ByteView data = file.substr(at, length);
    at += length;
    while (at < file.size() && isSpace(file[at])) ++at;
    if (!keywordAt(file, at, "endstream")) return {};
    position = at + 9;
    return data;
}

std::optional<XrefSection> readXrefSection(base::ByteView file, std::size_t offset) {
    if (offset >= file.size()) return {};
    while (offset < file.size() && isSpace(file[offset])) ++offset;
    return keywordAt(file, offset, "xref") ? readTable(file, offset) : readStream(file, offset);
}

}  // namespace pdfgen
