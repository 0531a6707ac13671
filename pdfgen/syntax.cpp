#include "pdfgen/syntax.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/utf8.h"
#include "pdfgen/string_syntax.h"

namespace pdfgen {
namespace {

constexpr int kDeepest = 100;

std::optional<std::size_t> skipLiteralString(base::ByteView bytes, std::size_t position) {
    int depth = 0;
    for (std::size_t i = position; i < bytes.size(); ++i) {
        if (bytes[i] == '\\')
            ++i;
        else if (bytes[i] == '(')
            ++depth;
        else if (bytes[i] == ')' && --depth == 0)
            return i + 1;
    }
    return {};
}

/// What may stand in a hexadecimal string; signatures are long ones, so this is a table.
constexpr std::array<bool, 256> kHexOrSpace = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("0123456789abcdefABCDEF \t\r\n\f"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

std::optional<std::size_t> skipHexString(base::ByteView bytes, std::size_t position) {
    std::size_t end = position + 1;
    while (end < bytes.size() && kHexOrSpace[static_cast<unsigned char>(bytes[end])]) ++end;
    return end < bytes.size() && bytes[end] == '>' ? std::optional(end + 1) : std::nullopt;
}

std::optional<std::size_t> skipToken(base::ByteView bytes, std::size_t position) {
    std::size_t end = position;
    while (end < bytes.size() && !isSpace(bytes[end]) && !isDelimiter(bytes[end])) ++end;
    return end > position ? std::optional(end) : std::nullopt;
}

/// Behind "n g R" when one begins at `position`.
std::optional<std::size_t> skipReference(base::ByteView bytes, std::size_t position) {
    if (!readInteger(bytes, position)) return {};
    position = skipSpace(bytes, position);
    if (!readInteger(bytes, position)) return {};
    position = skipSpace(bytes, position);
    const bool ends = position + 1 >= bytes.size() || isSpace(bytes[position + 1]) || isDelimiter(bytes[position + 1]);
    return position < bytes.size() && bytes[position] == 'R' && ends ? std::optional(position + 1) : std::nullopt;
}

std::optional<std::size_t> skip(base::ByteView bytes, std::size_t position, int depth);

std::optional<std::size_t> skipUntil(base::ByteView bytes, std::size_t position, std::string_view close, int depth) {
    for (position = skipSpace(bytes, position); position < bytes.size(); position = skipSpace(bytes, position)) {
        if (bytes.substr(position).starts_with(close)) return position + close.size();
        const auto next = skip(bytes, position, depth + 1);
        if (!next) return {};
        position = *next;
    }
    return {};
}

std::optional<std::size_t> skip(base::ByteView bytes, std::size_t position, int depth) {
    if (position >= bytes.size() || depth > kDeepest) return {};
    const char first = bytes[position];
    if (bytes.substr(position).starts_with("<<")) return skipUntil(bytes, position + 2, ">>", depth);
    if (first == '[') return skipUntil(bytes, position + 1, "]", depth);
    if (first == '(') return skipLiteralString(bytes, position);
    if (first == '<') return skipHexString(bytes, position);
    if (first == '/') return skipToken(bytes, position + 1).value_or(position + 1);  // "/" alone is a name (7.3.5)
    if (isDelimiter(first)) return {};
    if (first >= '0' && first <= '9')
        if (const auto reference = skipReference(bytes, position)) return reference;
    return skipToken(bytes, position);
}

bool hasDuplicates(const std::vector<RawEntry>& entries) {
    std::vector<std::string_view> keys;
    keys.reserve(entries.size());
    for (const RawEntry& entry : entries) keys.push_back(entry.key);
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
}

}  // namespace

bool isSpace(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' || byte == '\0';
}

bool isDelimiter(char byte) { return base::ByteView("()<>[]{}/%").find(byte) != base::ByteView::npos; }

std::size_t skipSpace(base::ByteView bytes, std::size_t position) {
    while (position < bytes.size()) {
        if (bytes[position] == '%')
            position = std::min(bytes.find_first_of("\r\n", position), bytes.size());
        else if (!isSpace(bytes[position]))
            break;
        else
            ++position;
    }
    return position;
}

std::optional<std::size_t> skipObject(base::ByteView bytes, std::size_t position) { return skip(bytes, position, 0); }

std::optional<std::size_t> readInteger(base::ByteView bytes, std::size_t& position) {
    std::size_t value = 0, at = position;
    for (; at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9'; ++at) {
        if (value > (std::numeric_limits<std::size_t>::max() - 9) / 10) return {};
        value = value * 10 + static_cast<std::size_t>(bytes[at] - '0');
    }
    if (at == position) return {};
    position = at;
    return value;
}

const RawEntry* RawDictionary::find(std::string_view key) const {
    for (const RawEntry& entry : entries)
        if (entry.key == key) return &entry;
    return nullptr;
}

std::optional<std::size_t> RawDictionary::integer(std::string_view key) const {
    const RawEntry* entry = find(key);
    if (entry == nullptr) return {};
    std::size_t at = 0;
    const auto value = readInteger(entry->value, at);
    return at == entry->value.size() ? value : std::nullopt;
}

std::optional<RawDictionary> readDictionary(base::ByteView bytes, std::size_t position) {
    if (position >= bytes.size() || !bytes.substr(position).starts_with("<<")) return {};
    RawDictionary dictionary;
    dictionary.begin = position;
    for (position = skipSpace(bytes, position + 2); position < bytes.size(); position = skipSpace(bytes, position)) {
        if (bytes.substr(position).starts_with(">>")) {
            dictionary.end = position + 2;
            dictionary.hasDuplicates = hasDuplicates(dictionary.entries);
            return dictionary;
        }
        if (bytes[position] != '/') return {};
        const auto keyEnd = skipObject(bytes, position);
        if (!keyEnd) return {};
        const std::size_t value = skipSpace(bytes, *keyEnd);
        const auto valueEnd = skipObject(bytes, value);
        if (!valueEnd) return {};
        std::string key = decodedName(bytes.substr(position + 1, *keyEnd - position - 1));
        dictionary.entries.push_back({std::move(key), bytes.substr(value, *valueEnd - value), value});
        position = *valueEnd;
    }
    return {};
}

std::optional<std::pair<int, int>> readObjectHeader(base::ByteView bytes, std::size_t& position) {
    constexpr std::size_t most = 1U << 30;
    std::size_t at = position;
    const auto number = readInteger(bytes, at);
    at = skipSpace(bytes, at);
    const auto generation = number ? readInteger(bytes, at) : std::nullopt;
    at = skipSpace(bytes, at);
    if (!generation || *number > most || *generation > 65535 ||
        !bytes.substr(std::min(at, bytes.size())).starts_with("obj"))
        return {};
    position = at + 3;
    return std::pair(static_cast<int>(*number), static_cast<int>(*generation));
}

std::optional<std::size_t> lastStartXref(base::ByteView bytes) {
    constexpr std::string_view keyword = "startxref";
    const std::size_t at = bytes.rfind(keyword);
    if (at == bytes.npos) return {};
    std::size_t position = skipSpace(bytes, at + keyword.size());
    return readInteger(bytes, position);
}

std::string textString(std::string_view utf8) {
    const bool isPlain = std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (!isPlain) return '<' + base::hex(base::utf16WithMark(utf8)) + '>';
    std::string literal = "(";  // PDFDocEncoding has ASCII as it is
    for (const char c : utf8) literal += c == '(' || c == ')' || c == '\\' ? std::string{'\\', c} : std::string{c};
    return literal + ')';
}

std::string nameObject(std::string_view name) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "/";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && c != '#' && !isDelimiter(c)) {
            text += c;
        } else {
            text += '#';
            text += digits[byte >> 4];
            text += digits[byte & 15];
        }
    }
    return text;
}

}  // namespace pdfgen
