#include "pdfgen/word_division.h"

#include <algorithm>

#include "base/letters.h"
#include "base/utf8.h"
#include "pdfgen/hyphenation.h"

namespace pdfgen {
namespace {

constexpr std::string_view kAddressMarks = "/.@_-&=?#";
constexpr std::size_t kCompoundPart = 3;  ///< letters on either side of a compound's hyphen

bool isLetter(char32_t point) {
    return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') ||
           (point >= 0xC0 && point < 0x250 && point != 0xD7 && point != 0xF7);
}

std::string lowered(std::string_view text) {
    std::string small;
    for (std::size_t at = 0; at < text.size();)
        base::appendUtf8(small, base::smallLetter(base::nextCodePoint(text, at)));
    return small;
}

/// The word inside its quotes, brackets and stops, as octets of the whole.
struct Core {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool letters = true;  ///< nothing but letters
    std::vector<std::size_t> hyphens{};
};

Core coreOf(std::string_view word) {
    Core core{word.size(), 0, true, {}};
    std::size_t strangers = 0, strangersAtEnd = 0;  // what is no letter, since the core began
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        const char32_t point = base::nextCodePoint(word, at);
        if (isLetter(point) || (point >= U'0' && point <= U'9')) {
            core.begin = std::min(core.begin, begin);
            core.end = at;
            if (!isLetter(point)) ++strangers;
            strangers += strangersAtEnd;
            strangersAtEnd = 0;
        } else if (core.end != 0) {
            if (point == U'-') core.hyphens.push_back(begin);
            ++strangersAtEnd;
        }
    }
    while (!core.hyphens.empty() && core.hyphens.back() >= core.end) core.hyphens.pop_back();
    core.letters = strangers == 0 && core.end != 0;
    // Only hyphens between letters: a compound.
    if (strangers != core.hyphens.size()) core.hyphens.clear();
    return core;
}

bool isSmallPart(std::string_view part) {
    return base::codePoints(part).size() >= kCompoundPart && lowered(part) == part;
}

void addCompound(std::string_view word, const Core& core, std::vector<DivisionPlace>& places) {
    for (std::size_t i = 0; i < core.hyphens.size(); ++i) {
        const std::size_t begin = i == 0 ? core.begin : core.hyphens[i - 1] + 1;
        const std::size_t end = i + 1 == core.hyphens.size() ? core.end : core.hyphens[i + 1];
        const std::size_t hyphen = core.hyphens[i];
        if (isSmallPart(word.substr(begin, hyphen - begin)) && isSmallPart(word.substr(hyphen + 1, end - hyphen - 1))) {
            places.push_back({static_cast<int>(hyphen + 1), Division::compound});
        }
    }
}

void addHyphens(std::string_view letters, std::size_t offset, const Hyphenator& hyphenator,
                std::vector<DivisionPlace>& places) {
    for (const int octet : hyphenator.breaks(letters)) {
        places.push_back({static_cast<int>(offset) + octet, Division::hyphen});
    }
}

}  // namespace

std::vector<DivisionPlace> divisions(std::string_view word, const Hyphenator& hyphenator) {
    std::vector<DivisionPlace> places;
    const Core core = coreOf(word);
    if (core.letters) addHyphens(word.substr(core.begin, core.end - core.begin), core.begin, hyphenator, places);
    addCompound(word, core, places);
    return places;
}

std::vector<DivisionPlace> divisionsInNeed(std::string_view word, const Hyphenator& hyphenator) {
    std::vector<DivisionPlace> places;
    const Core core = coreOf(word);
    if (core.letters) {
        const std::string small = lowered(word.substr(core.begin, core.end - core.begin));
        addHyphens(small, core.begin, hyphenator, places);
        return places;
    }
    for (std::size_t at = core.begin; at + 1 < core.end; ++at) {
        const bool two = kAddressMarks.find(word[at + 1]) != kAddressMarks.npos;  // "://" stays together
        if (kAddressMarks.find(word[at]) == kAddressMarks.npos || two) continue;
        places.push_back({static_cast<int>(at + 1), Division::plain});
    }
    return places;
}

std::vector<DivisionPlace> divisionsAnywhere(std::string_view word) {
    std::vector<DivisionPlace> places;
    const Division division = coreOf(word).letters ? Division::hyphen : Division::plain;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        const char32_t point = base::nextCodePoint(word, at);
        const bool combining = point >= 0x300 && point < 0x370;
        if (begin != 0 && !combining) places.push_back({static_cast<int>(begin), division});
    }
    return places;
}

std::string headOf(std::string_view word, const DivisionPlace& place) {
    std::string head(word.substr(0, static_cast<std::size_t>(place.octet)));
    if (place.division == Division::hyphen) head += '-';
    return head;
}

std::string tailOf(std::string_view word, const DivisionPlace& place) {
    std::string tail(word.substr(static_cast<std::size_t>(place.octet)));
    return place.division == Division::compound ? "-" + tail : tail;
}

}  // namespace pdfgen
