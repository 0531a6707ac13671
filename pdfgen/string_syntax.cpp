#include "pdfgen/string_syntax.h"

namespace pdfgen {
namespace {

int nibble(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

bool isOctal(char c) { return c >= '0' && c <= '7'; }

bool isLineEnd(base::ByteView raw, std::size_t at) { return raw[at] == '\r' || raw[at] == '\n'; }

/// Octets of the line end at `at`.
std::size_t lineEnd(base::ByteView raw, std::size_t at) { return raw.substr(at).starts_with("\r\n") ? 2 : 1; }

/// What the escape sequence behind a backslash at `at` stands for (table 3); `at` moves behind it.
void addEscaped(base::ByteView raw, std::size_t& at, base::Bytes& out) {
    constexpr std::string_view from = "nrtbf", to = "\n\r\t\b\f";
    if (at >= raw.size()) return;
    if (isLineEnd(raw, at)) {  // the line goes on
        at += lineEnd(raw, at);
    } else if (isOctal(raw[at])) {
        int value = 0;
        for (int digits = 0; digits < 3 && at < raw.size() && isOctal(raw[at]); ++digits, ++at)
            value = value * 8 + (raw[at] - '0');
        out += static_cast<char>(value);
    } else {
        const auto letter = from.find(raw[at]);
        out += letter == from.npos ? raw[at] : to[letter];
        ++at;
    }
}

}  // namespace

std::string decodedName(base::ByteView raw) {
    std::string name;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const bool escaped = raw[i] == '#' && i + 2 < raw.size() && nibble(raw[i + 1]) >= 0 && nibble(raw[i + 2]) >= 0;
        name += escaped ? static_cast<char>(nibble(raw[i + 1]) << 4 | nibble(raw[i + 2])) : raw[i];
        if (escaped) i += 2;
    }
    return name;
}

base::Bytes decodedLiteral(base::ByteView raw) {
    base::Bytes out;
    for (std::size_t i = 0; i < raw.size();) {
        if (raw[i] == '\\') {
            addEscaped(raw, ++i, out);
        } else if (isLineEnd(raw, i)) {
            out += '\n';
            i += lineEnd(raw, i);
        } else {
            out += raw[i++];
        }
    }
    return out;
}

base::Bytes decodedHex(base::ByteView raw) {
    base::Bytes out;
    out.reserve(raw.size() / 2 + 1);
    int high = -1;
    for (const char c : raw) {
        const int value = nibble(c);
        if (value < 0) continue;
        if (high < 0) {
            high = value;
        } else {
            out += static_cast<char>(high << 4 | value);
            high = -1;
        }
    }
    if (high >= 0) out += static_cast<char>(high << 4);
    return out;
}

}  // namespace pdfgen
