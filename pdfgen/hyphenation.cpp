#include "pdfgen/hyphenation.h"

#include <hyphen.h>

#include <array>
#include <cstdlib>
#include <string>
#include <unordered_map>

#include "base/error.h"
#include "base/handle.h"
#include "base/letters.h"
#include "base/utf8.h"

namespace pdfgen {
namespace {

constexpr std::size_t kLettersBefore = 2, kLettersBehind = 3;

/// Letters that ISO 8859-2 has beside ASCII and Polish text needs; the dictionary is in that encoding.
constexpr std::array<std::pair<char32_t, unsigned char>, 9> kPolish{{{U'ą', 0xB1},
                                                                     {U'ć', 0xE6},
                                                                     {U'ę', 0xEA},
                                                                     {U'ł', 0xB3},
                                                                     {U'ń', 0xF1},
                                                                     {U'ó', 0xF3},
                                                                     {U'ś', 0xB6},
                                                                     {U'ź', 0xBC},
                                                                     {U'ż', 0xBF}}};
constexpr std::u32string_view kVowels = U"aeiouyąęó";
/// Two letters that are one sound are not parted.
constexpr std::array<std::u32string_view, 7> kDigraphs{U"ch", U"cz", U"dz", U"dź", U"dż", U"rz", U"sz"};
/// Prefixes at which the patterns err: „międzygminny” is między-gmin-ny.
constexpr std::array<std::u32string_view, 3> kWholePrefixes{U"między", U"przeciw", U"współ"};

/// The letter in lower case, or 0 for what is no letter of Polish.
char32_t lower(char32_t letter) {
    const char32_t small = base::smallLetter(letter);
    const bool isLatin = small >= U'a' && small <= U'z';
    return isLatin || base::capitalLetter(small) != small ? small : 0;
}

char latin2(char32_t letter) {
    for (const auto& [point, code] : kPolish)
        if (point == letter) return static_cast<char>(code);
    return static_cast<char>(letter);
}

/// Lower-case letters of a word that may be broken; empty where it may not: a capital behind the first letter, anything
/// that is no letter.
std::u32string breakable(std::string_view word) {
    std::u32string letters;
    for (const char32_t point : base::codePoints(word)) {
        const char32_t small = lower(point);
        if (small == 0 || (!letters.empty() && small != point)) return {};
        letters += small;
    }
    return letters.size() < kLettersBefore + kLettersBehind ? std::u32string{} : letters;
}

bool partsDigraph(const std::u32string& word, std::size_t at) {
    const std::u32string_view around = std::u32string_view(word).substr(at - 1, 2);
    for (const auto digraph : kDigraphs)
        if (around == digraph) return true;
    return false;
}

/// Where a break near the end of a prefix belongs: at its end.
std::size_t besidePrefix(const std::u32string& word, std::size_t at) {
    for (const auto prefix : kWholePrefixes)
        if (word.starts_with(prefix) && at > prefix.size() - 2 && at < prefix.size() + 2) return prefix.size();
    return at;
}

bool hasVowel(std::u32string_view fragment) { return fragment.find_first_of(kVowels) != fragment.npos; }

}  // namespace

struct Hyphenator::State {
    base::Handle<HyphenDict, hnj_hyphen_free> dictionary;
    std::unordered_map<std::string, std::vector<int>> cache;

    /// Letters before each possible break, by the patterns alone.
    std::vector<std::size_t> patterns(const std::u32string& word) const {
        std::string encoded;
        for (const char32_t letter : word) encoded += latin2(letter);
        std::string marks(encoded.size() + 5, '\0');
        char** replacements = nullptr;
        int* positions = nullptr;
        int* cuts = nullptr;
        const int failed = hnj_hyphen_hyphenate2(dictionary.get(), encoded.c_str(), static_cast<int>(encoded.size()),
                                                 marks.data(), nullptr, &replacements, &positions, &cuts);
        std::vector<std::size_t> found;
        for (std::size_t i = 0; failed == 0 && i + 1 < encoded.size(); ++i)
            if ((marks[i] & 1) != 0) found.push_back(i + 1);
        if (replacements != nullptr)
            for (std::size_t i = 0; i < encoded.size(); ++i) std::free(replacements[i]);
        std::free(static_cast<void*>(replacements));
        std::free(positions);
        std::free(cuts);
        return found;
    }

    std::vector<int> breaks(std::string_view text) const {
        const std::u32string word = breakable(text);
        std::vector<std::size_t> kept;
        if (!word.empty()) kept = allowed(word);
        std::vector<int> octets;
        for (const std::size_t letters : kept) {
            std::size_t position = 0;
            for (std::size_t i = 0; i < letters; ++i) base::nextCodePoint(text, position);
            octets.push_back(static_cast<int>(position));
        }
        return octets;
    }

    std::vector<std::size_t> allowed(const std::u32string& word) const {
        std::vector<std::size_t> kept;
        std::size_t last = 0;
        for (const std::size_t found : patterns(word)) {
            const std::size_t at = besidePrefix(word, found);
            if (at < kLettersBefore || at == last || word.size() - at < kLettersBehind || partsDigraph(word, at))
                continue;
            const std::u32string_view all = word;
            if (!hasVowel(all.substr(last, at - last)) || !hasVowel(all.substr(at))) continue;
            kept.push_back(at);
            last = at;
        }
        return kept;
    }
};

Hyphenator::Hyphenator(const std::filesystem::path& patterns) : state_(std::make_unique<State>()) {
    state_->dictionary.reset(hnj_hyphen_load(patterns.c_str()));
    if (!state_->dictionary)
        throw base::Error(base::ErrorCode::unreadable, base::say("hyphen.missing", {patterns.string()}));
}
Hyphenator::~Hyphenator() = default;
Hyphenator::Hyphenator(Hyphenator&&) noexcept = default;
Hyphenator& Hyphenator::operator=(Hyphenator&&) noexcept = default;

const std::vector<int>& Hyphenator::breaks(std::string_view word) const {
    const auto found = state_->cache.find(std::string(word));
    if (found != state_->cache.end()) return found->second;
    return state_->cache.emplace(std::string(word), state_->breaks(word)).first->second;
}

}  // namespace pdfgen
