#include "pdfgen/paragraph_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "pdfgen/hyphenation.h"

namespace pdfgen {
namespace {

constexpr std::string_view kHardSpace = "\xC2\xA0";

Style styleOf(const templates::Run& run) {
    return static_cast<Style>((run.bold ? 1U : 0U) | (run.italic ? 2U : 0U));
}

bool isLetter(char32_t point) {
    return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') || (point >= 0xC0 && point < 0x250);
}

/// Octets [begin, end) of the letters in a word that has letters in one run, with other signs only around it.
std::pair<std::size_t, std::size_t> letters(std::string_view text) {
    std::size_t begin = text.size(), end = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t start = i;
        if (!isLetter(base::nextCodePoint(text, i))) continue;
        begin = std::min(begin, start);
        if (end != 0 && end != start) return {0, 0};
        end = i;
    }
    return begin < end ? std::pair(begin, end) : std::pair<std::size_t, std::size_t>{0, 0};
}

/// Behind the hyphen of a compound whose both parts have three letters or more.
int ownHyphen(std::string_view text) {
    const std::size_t at = text.find('-');
    if (at == text.npos || text.find('-', at + 1) != text.npos) return 0;
    const auto left = letters(text.substr(0, at)), right = letters(text.substr(at + 1));
    return left.second - left.first >= 3 && right.second - right.first >= 3 && left.second == at ? static_cast<int>(at + 1) : 0;
}

void findCuts(Word& word, const Hyphenator& hyphenator) {
    if (!word.isSingle()) return;
    word.hyphenCut = ownHyphen(word.text());
    const auto [begin, end] = letters(word.text());
    if (begin == end) return;
    for (const int cut : hyphenator.breaks(std::string_view(word.text()).substr(begin, end - begin)))
        word.cuts.push_back(cut + static_cast<int>(begin));
}

/// Collects one stretch: words with their segments, and the plain text that the bonds are made of.
class Stretch {
public:
    void add(Style style, std::string_view text) {
        for (std::size_t i = 0; i < text.size();) {
            const bool hard = text.substr(i).starts_with(kHardSpace);
            if (text[i] == ' ' || hard) {
                space(hard);
                i += hard ? kHardSpace.size() : 1;
                continue;
            }
            const std::size_t end = std::min({text.find(' ', i), text.find(kHardSpace, i), text.size()});
            append(style, text.substr(i, end - i));
            i = end;
        }
    }
    std::vector<Word> finish() {
        if (!word_.segments.empty()) words_.push_back(std::move(word_));
        word_ = {};
        while (!plain_.empty() && plain_.back() == ' ') plain_.pop_back();
        const auto found = bonds(plain_);
        for (std::size_t i = 0; i < found.size() && i < words_.size(); ++i) words_[i].bond = found[i];
        plain_.clear();
        return std::move(words_);
    }

private:
    void space(bool hard) {
        if (word_.segments.empty()) return;  // leading and doubled spaces fold
        words_.push_back(std::move(word_));
        word_ = {};
        plain_ += hard ? kHardSpace : std::string_view(" ");
    }
    void append(Style style, std::string_view text) {
        if (!word_.segments.empty() && word_.segments.back().style == style) word_.segments.back().text += text;
        else word_.segments.push_back({style, std::string(text)});
        plain_ += text;
    }
    std::vector<Word> words_{};
    Word word_{};
    std::string plain_{};
};

void measure(Word& word, Typeface& typeface) {
    for (const Segment& segment : word.segments) word.width += typeface.shaped(segment.style, segment.text).widthEm;
    word.space = typeface.shaped(word.segments.back().style, " ").widthEm;
}

}  // namespace

bool isOneLetter(const Word& word) {
    if (!word.isSingle()) return false;
    int count = 0, others = 0;
    for (const char32_t point : base::codePoints(word.text())) {
        if (isLetter(point)) ++count;
        else if (std::u32string_view(U"„”(«»\"'").find(point) == std::u32string_view::npos) ++others;
    }
    return count == 1 && others == 0;
}

std::vector<std::vector<Word>> wordsOf(const templates::Inline& text, bool hyphenate, Typeface& typeface, const Hyphenator& hyphenator) {
    std::vector<std::vector<Word>> stretches;
    Stretch stretch;
    for (const templates::Run& run : text) {
        if (run.lineBreak) stretches.push_back(stretch.finish());
        else stretch.add(styleOf(run), run.text);
    }
    stretches.push_back(stretch.finish());
    for (auto& words : stretches)
        for (Word& word : words) {
            measure(word, typeface);
            if (hyphenate && &word != &words.back()) findCuts(word, hyphenator);
        }
    return stretches;
}

}  // namespace pdfgen
