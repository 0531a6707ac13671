#include "templates/xml_scan.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace templates {
namespace {

using base::say;

constexpr int kDeepest = 64;
constexpr std::array<std::string_view, 5> kEntities{"amp", "lt", "gt", "quot", "apos"};

/// XML 1.0 section 2.2.
bool isCharacter(char32_t point) {
    return point == 9 || point == 10 || point == 13 || (point >= 0x20 && point <= 0xD7FF) ||
           (point >= 0xE000 && point <= 0xFFFD) || (point >= 0x10000 && point <= 0x10FFFF);
}

/// What stands between "&" and ";".
bool isReference(std::string_view name) {
    if (!name.starts_with('#')) return std::find(kEntities.begin(), kEntities.end(), name) != kEntities.end();
    const bool isHex = name.starts_with("#x");
    name.remove_prefix(isHex ? 2 : 1);
    unsigned long point = 0;
    const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), point, isHex ? 16 : 10);
    return failed == std::errc{} && end == name.data() + name.size() && point <= 0x10FFFF &&
           isCharacter(static_cast<char32_t>(point));
}

/// The beginning of a broken reference, for the fault.
std::string shown(std::string_view text) {
    constexpr std::size_t longest = 12;
    constexpr std::string_view marks = "#;";
    std::string name = "&";
    for (const char c : text.substr(0, longest)) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!word && marks.find(c) == marks.npos) break;
        name += c;
        if (c == ';') break;
    }
    return name;
}

/// Behind a comment, a CDATA section or a processing instruction that begins at `at`; npos for other markup.
std::size_t behindSpecial(std::string_view xml, std::size_t at) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kinds{
        {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};
    for (const auto& [open, close] : kinds)
        if (xml.substr(at).starts_with(open)) {
            const std::size_t end = xml.find(close, at + open.size());
            return end == xml.npos ? xml.size() : end + close.size();
        }
    return xml.npos;
}

/// The ">" that ends the tag at `at`: one inside of quotes does not. npos where there is none.
std::size_t endOfTag(std::string_view xml, std::size_t at) {
    char quote = 0;
    for (; at < xml.size(); ++at) {
        if (quote != 0)
            quote = xml[at] == quote ? '\0' : quote;
        else if (xml[at] == '"' || xml[at] == '\'')
            quote = xml[at];
        else if (xml[at] == '>')
            return at;
    }
    return xml.npos;
}

class Scan {
public:
    Scan(std::string_view xml, std::string_view file) : xml_(xml), places_(xml, file) {}

    std::optional<base::Fault> run() {
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        for (std::size_t at = xml_.starts_with(mark) ? mark.size() : 0; at < xml_.size();) {
            const std::size_t markup = std::min(xml_.find('<', at), xml_.size());
            if (auto fault = text(at, markup)) return fault;
            if (markup == xml_.size()) break;
            at = behindSpecial(xml_, markup);
            if (at != xml_.npos) continue;
            if (auto fault = tag(markup, at)) return fault;
        }
        return {};
    }

private:
    std::optional<base::Fault> fault(std::size_t at, base::Message message) {
        return base::Fault{places_.at(at), std::move(message)};
    }

    /// A tag that begins at `begin`; `end` becomes what stands behind it.
    std::optional<base::Fault> tag(std::size_t begin, std::size_t& end) {
        if (xml_.substr(begin).starts_with("<!")) return fault(begin, say("template.doctype"));
        const std::size_t close = endOfTag(xml_, begin);
        end = close == xml_.npos ? xml_.size() : close + 1;
        if (close == xml_.npos) return {};  // the parser names it
        const bool closes = xml_.substr(begin).starts_with("</");
        if (depth_ == 0 && !closes && std::exchange(hasRoot_, true)) return fault(begin, say("template.two_roots"));
        if (closes)
            --depth_;
        else if (xml_[close - 1] != '/')
            ++depth_;
        if (depth_ > kDeepest) return fault(begin, say("template.too_deep", {std::to_string(kDeepest)}));
        return references(begin, close);
    }

    /// Text between tags; outside of the root only white space may stand.
    std::optional<base::Fault> text(std::size_t begin, std::size_t end) {
        const std::size_t first = xml_.find_first_not_of(" \t\r\n", begin);
        if (depth_ <= 0 && first < end) return fault(first, say("template.malformed"));
        return references(begin, end);
    }

    std::optional<base::Fault> references(std::size_t begin, std::size_t end) {
        const std::string_view part = xml_.substr(begin, end - begin);
        for (std::size_t at = part.find('&'); at != part.npos; at = part.find('&', at + 1)) {
            const std::size_t semicolon = part.find(';', at);
            if (semicolon == part.npos || !isReference(part.substr(at + 1, semicolon - at - 1)))
                return fault(begin + at, say("template.bad_reference", {shown(part.substr(at + 1))}));
        }
        return {};
    }

    std::string_view xml_;
    Places places_;
    int depth_ = 0;
    bool hasRoot_ = false;
};

}  // namespace

Places::Places(std::string_view text, std::string_view file) : text_(text), here_{std::string(file), 1, 1, {}} {}

base::Place Places::at(std::size_t offset) {
    if (offset < offset_) {
        offset_ = 0;
        here_.line = here_.column = 1;
    }
    while (offset_ < std::min(offset, text_.size())) {
        const bool newLine = text_[offset_] == '\n';
        base::nextCodePoint(text_, offset_);
        here_.column = newLine ? 1 : here_.column + 1;
        here_.line += newLine ? 1 : 0;
    }
    return here_;
}

std::optional<base::Fault> scanXml(std::string_view xml, std::string_view file) {
    if (!base::isUtf8(xml)) return base::Fault{{std::string(file), 0, 0, {}}, say("template.not_utf8")};
    const auto control = std::find_if(xml.begin(), xml.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    if (control != xml.end()) {
        const auto offset = static_cast<std::size_t>(control - xml.begin());
        return base::Fault{Places(xml, file).at(offset), say("template.control_character")};
    }
    return Scan(xml, file).run();
}

}  // namespace templates
