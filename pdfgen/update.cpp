#include "pdfgen/update.h"

#include <array>
#include <cstdio>

#include "base/error.h"
#include "pdfgen/syntax.h"

namespace pdfgen {
namespace {

[[noreturn]] void unreadable() { throw base::Error(base::ErrorCode::unreadable, base::say("pdf.damaged")); }

/// Behind the subsections of a cross-reference table: where "trailer" stands (section 7.5.4).
std::size_t trailerOf(base::ByteView file, std::size_t position) {
    position = skipSpace(file, position + 4);
    while (position < file.size() && !file.substr(position).starts_with("trailer")) {
        if (!readInteger(file, position)) unreadable();
        position = skipSpace(file, position);
        const std::size_t count = readInteger(file, position).value_or(file.size());
        position = skipSpace(file, position);
        if (count > file.size() / 20 || position + count * 20 > file.size()) unreadable();
        position = skipSpace(file, position + count * 20);
    }
    return skipSpace(file, position + 7);
}

struct Trailer {
    RawDictionary dictionary;
    bool isStream = false;
};

Trailer lastTrailer(base::ByteView file, std::size_t xref) {
    if (xref >= file.size()) unreadable();
    Trailer trailer;
    std::size_t position = xref;
    if (file.substr(xref).starts_with("xref")) {
        position = trailerOf(file, xref);
    } else {
        if (!readObjectHeader(file, position)) unreadable();
        position = skipSpace(file, position);
        trailer.isStream = true;
    }
    auto dictionary = readDictionary(file, position);
    if (!dictionary) unreadable();
    trailer.dictionary = std::move(*dictionary);
    return trailer;
}

std::string tenDigits(std::size_t number) {
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%010zu", number);
    return text.data();
}

void appendBigEndian(std::string& bytes, std::size_t value, int count) {
    for (int i = count - 1; i >= 0; --i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// Consecutive numbers make one subsection.
template <class Map>
std::vector<std::pair<int, int>> runs(const Map& offsets) {
    std::vector<std::pair<int, int>> found;
    for (const auto& [number, offset] : offsets) {
        if (!found.empty() && found.back().first + found.back().second == number)
            ++found.back().second;
        else
            found.emplace_back(number, 1);
    }
    return found;
}

}  // namespace

Update::Update(base::ByteView original) : original_(original) {
    const auto xref = lastStartXref(original);
    if (!xref) unreadable();
    lastXref_ = *xref;
    const Trailer last = lastTrailer(original, *xref);
    if (last.dictionary.find("Encrypt") != nullptr)
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.encrypted"));
    const auto size = last.dictionary.integer("Size");
    if (!size || *size == 0 || *size > (1U << 23) || last.dictionary.find("Root") == nullptr) unreadable();
    xrefIsStream_ = last.isStream;
    size_ = static_cast<int>(*size);
    for (const char* key : {"Root", "Info", "ID"})
        if (const RawEntry* entry = last.dictionary.find(key))
            trailer_ += std::string("/") + key + ' ' + std::string(entry->value) + ' ';
}

int Update::add(std::string body) {
    const int number = reserve();
    replace(number, std::move(body));
    return number;
}

int Update::reserve() { return size_++; }

void Update::replace(int number, std::string body, int generation) { entries_[number] = {generation, std::move(body)}; }

std::size_t Update::offsetOf(int number) const { return offsets_.at(number); }

base::Bytes Update::finish() {
    base::Bytes out;
    if (!original_.ends_with('\n') && !original_.ends_with('\r')) out += '\n';
    std::map<int, std::size_t> starts;
    for (const auto& [number, entry] : entries_) {
        starts[number] = original_.size() + out.size();
        out += std::to_string(number) + ' ' + std::to_string(entry.generation) + " obj\n";
        offsets_[number] = original_.size() + out.size();
        out += entry.body + "\nendobj\n";
    }
    const std::size_t xref = original_.size() + out.size();
    out += xrefIsStream_ ? stream(starts, xref) : table(starts);
    return out + "startxref\n" + std::to_string(xref) + "\n%%EOF\n";
}

std::string Update::table(const std::map<int, std::size_t>& starts) const {
    std::string text = "xref\n";
    for (const auto& [first, count] : runs(starts)) {
        text += std::to_string(first) + ' ' + std::to_string(count) + '\n';
        for (int number = first; number < first + count; ++number) {
            std::array<char, 8> generation{};
            std::snprintf(generation.data(), generation.size(), "%05d", entries_.at(number).generation);
            text += tenDigits(starts.at(number)) + ' ' + generation.data() + " n\r\n";
        }
    }
    return text + "trailer\n<< /Size " + std::to_string(size_) + ' ' + trailer_ + "/Prev " + std::to_string(lastXref_) +
           " >>\n";
}

std::string Update::stream(std::map<int, std::size_t> starts, std::size_t xref) const {
    const int own = size_;
    starts[own] = xref;
    std::string rows, index;
    for (const auto& [first, count] : runs(starts)) {
        index += std::to_string(first) + ' ' + std::to_string(count) + ' ';
        for (int number = first; number < first + count; ++number) {
            rows += '\1';
            appendBigEndian(rows, starts.at(number), 8);
            appendBigEndian(rows, number == own ? 0 : static_cast<std::size_t>(entries_.at(number).generation), 2);
        }
    }
    return std::to_string(own) + " 0 obj\n<< /Type /XRef /Size " + std::to_string(own + 1) + ' ' + trailer_ + "/Prev " +
           std::to_string(lastXref_) + " /W [1 8 2] /Index [" + index + "] /Length " + std::to_string(rows.size()) +
           " >>\nstream\n" + rows + "\nendstream\nendobj\n";
}

}  // namespace pdfgen
