#include "pdfgen/glue.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/letters.h"
#include "base/utf8.h"

namespace pdfgen {
namespace {

constexpr std::string_view kHardSpace = "\xC2\xA0";

/// What stands with the word behind it. In lower case; compared without the capital of a sentence's beginning.
constexpr auto kWithNext =
    std::to_array<std::u32string_view>({U"§", U"§§", U"nr", U"pkt", U"dr", U"mgr", U"mjr", U"ppłk", U"płk", U"pan",
                                        U"pani", U"państwo", U"ad", U"dnia", U"dniu"});
/// The same of what ends in a point or a colon.
constexpr auto kShortWithNext = std::to_array<std::u32string_view>({
    U"art.",    U"ust.",    U"lit.",     U"poz.",     U"zd.",    U"str.",   U"s.",    U"t.",   U"tel.",  U"godz.",
    U"ul.",     U"al.",     U"pl.",      U"os.",      U"ks.",    U"inż.",   U"prof.", U"hab.", U"św.",   U"im.",
    U"st.",     U"mł.",     U"kpt.",     U"por.",     U"ppor.",  U"gen.",   U"bryg.", U"asp.", U"insp.", U"kom.",
    U"nadkom.", U"podkom.", U"podinsp.", U"nadinsp.", U"sierż.", U"asyst.", U"post.", U"ogn.", U"dz.",   U"p.o.",
    U"ds.",     U"np.",     U"tj.",      U"tzw.",     U"nip:",   U"regon:", U"krs:",
});
/// What stands with the number before it.
constexpr auto kUnits = std::to_array<std::u32string_view>(
    {U"r.", U"w.", U"zł", U"gr", U"%",   U"szt.", U"tys.", U"mln",  U"mld",  U"kg",  U"km",   U"m",    U"m²",
     U"h",  U"b",  U"kb", U"mb", U"mb.", U"ust.", U"pkt",  U"lit.", U"poz.", U"cet", U"cet.", U"cest", U"cest."});
constexpr auto kMonths =
    std::to_array<std::u32string_view>({U"stycznia", U"lutego", U"marca", U"kwietnia", U"maja", U"czerwca", U"lipca",
                                        U"sierpnia", U"września", U"października", U"listopada", U"grudnia"});
constexpr std::u32string_view kOpening =
    U"„”\"'»«(["
    U"‚’";

constexpr std::size_t kLongest = 12;  ///< letters of a word of the tables, "października"

bool isDigit(char32_t point) { return point >= U'0' && point <= U'9'; }
bool isLetter(char32_t point) {
    return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') || (point >= 0xC0 && point < 0x250);
}
bool isCapital(char32_t point) { return isLetter(point) && base::smallLetter(point) != point; }

/// One word between spaces, with what the rules ask of it.
struct Word {
    std::u32string points{};  ///< without opening quotes and brackets

    /// Takes another word's place and its memory.
    void read(std::string_view text) {
        points.clear();
        for (std::size_t i = 0; i < text.size();) {
            const char32_t point = base::nextCodePoint(text, i);
            if (!points.empty() || kOpening.find(point) == kOpening.npos) points += point;
        }
    }
    /// Whether it is one of these, in lower case, aside from `behind` at its end.
    template <std::size_t Size>
    bool isOneOf(const std::array<std::u32string_view, Size>& words, std::u32string_view behind = {}) const {
        const std::size_t end = behind.empty() ? points.size() : points.find_last_not_of(behind) + 1;
        if (end > kLongest) return false;
        std::array<char32_t, kLongest> small{};
        std::transform(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(end), small.begin(),
                       base::smallLetter);
        return std::find(words.begin(), words.end(), std::u32string_view(small.data(), end)) != words.end();
    }
    bool isEmpty() const { return points.empty(); }
    bool isNumber() const { return !isEmpty() && std::all_of(points.begin(), points.end(), isDigit); }
    bool endsInDigit() const { return !isEmpty() && isDigit(points.back()); }
    bool startsWithDigit() const { return !isEmpty() && isDigit(points.front()); }
    bool hasLetters(std::size_t count) const {
        return points.size() == count && std::all_of(points.begin(), points.end(), isLetter);
    }
    /// "A.", "J.K."
    bool isInitial() const {
        if (points.size() < 2 || points.size() > 4 || points.size() % 2 != 0) return false;
        for (std::size_t i = 0; i < points.size(); i += 2)
            if (!isCapital(points[i]) || points[i + 1] != U'.') return false;
        return true;
    }
    /// "1.", "12)", "a)": an item's label
    bool isLabel() const {
        if (points.size() < 2 || (points.back() != U')' && points.back() != U'.')) return false;
        const std::u32string_view inner(points.data(), points.size() - 1);
        const bool digits = std::all_of(inner.begin(), inner.end(), isDigit);
        return digits ? inner.size() <= 2 : points.back() == U')' && inner.size() == 1 && isLetter(inner[0]);
    }
    /// "II", "XIV"
    bool isRoman() const {
        const auto isNumeral = [](char32_t point) {
            return std::u32string_view(U"IVX").find(point) != std::u32string_view::npos;
        };
        return points.size() > 1 && std::all_of(points.begin(), points.end(), isNumeral);
    }
    /// "2,", "14a,": what follows a street's name in an address
    bool isHouseNumber() const {
        if (points.size() < 2 || points.back() != U',' || !isDigit(points.front())) return false;
        const std::size_t end = isLetter(points[points.size() - 2]) ? points.size() - 2 : points.size() - 1;
        return std::all_of(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(end), isDigit);
    }
    /// "42-500"
    bool isPostcode() const {
        return points.size() == 6 && points[2] == U'-' && std::count_if(points.begin(), points.end(), isDigit) == 5;
    }
    bool isWithNext() const {
        if (isEmpty()) return false;
        return points.back() == U'.' || points.back() == U':' ? isOneOf(kShortWithNext) : isOneOf(kWithNext);
    }
    bool isDash() const { return !isEmpty() && (points.front() == U'–' || points.front() == U'—' || points == U"-"); }
};

bool neverBreaks(const Word& left, const Word& right) {
    if (left.isEmpty() || right.isEmpty()) return false;
    if (left.hasLetters(1) || right.isDash() || left.isLabel() || left.isWithNext()) return true;
    if (left.isInitial() && isCapital(right.points.front())) return true;
    if (left.endsInDigit() && right.isOneOf(kUnits, U",;:)”")) return true;
    if (left.isNumber() && right.startsWithDigit()) return true;
    if (left.isRoman() || left.isPostcode()) return true;
    if (isCapital(left.points.front()) && right.isHouseNumber()) return true;
    if (left.isNumber() && left.points.size() <= 2 && right.isOneOf(kMonths)) return true;
    return right.startsWithDigit() && left.isOneOf(kMonths);
}

Bond bond(const Word& left, const Word& right) {
    if (neverBreaks(left, right)) return Bond::never;
    const bool numberAndNoun = left.isNumber() && !right.isEmpty() && isLetter(right.points.front());
    return left.hasLetters(2) || numberAndNoun ? Bond::tight : Bond::loose;
}

std::size_t wordEnd(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && text[end] != ' ' && !text.substr(end).starts_with(kHardSpace)) ++end;
    return end;
}

}  // namespace

std::vector<Bond> bonds(std::string_view text) {
    std::vector<Bond> found;
    found.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')));
    Word left, right;
    std::size_t end = wordEnd(text);
    left.read(text.substr(0, end));
    while (end < text.size()) {
        const bool isHard = text[end] != ' ';
        text.remove_prefix(end + (isHard ? kHardSpace.size() : 1));
        end = wordEnd(text);
        right.read(text.substr(0, end));
        found.push_back(isHard ? Bond::never : bond(left, right));
        std::swap(left, right);
    }
    return found;
}

}  // namespace pdfgen
