#include "pdfgen/line_breaker.h"

#include <cmath>
#include <limits>

#include "base/utf8.h"

namespace pdfgen {
namespace {

constexpr double kStretch = 0.5, kShrink = 1.0 / 3;  // of a space
constexpr double kHyphenPenalty = 50, kOwnHyphenPenalty = 120, kTightPenalty = 60;
constexpr double kTwoHyphensInARow = 3000, kShortLastLine = 2000;
constexpr double kGluedPenalty = 1e4, kAnywherePenalty = 1e5, kOneLetterPenalty = 1e6;
constexpr double kShortEm = 2;
constexpr int kMostHyphensInARow = 2;
constexpr double kNever = std::numeric_limits<double>::infinity();

enum class Pass { strict, loose, ragged, desperate };

class Breaker {
public:
    Breaker(const std::vector<Word>& words, double width, Typeface& typeface, Pass pass)
        : words_(words), width_(width), typeface_(typeface), pass_(pass) {
        widths_.push_back(0);
        spaces_.push_back(0);
        for (const Word& word : words) {
            widths_.push_back(widths_.back() + word.width);
            spaces_.push_back(spaces_.back() + word.space);
        }
        collect();
    }

    /// Empty where this pass finds no way.
    std::vector<Break> run() {
        best_.assign(places_.size(), {});
        std::size_t first = 0;  // places before it are too far away for all later ones
        best_[0].cost = 0;
        for (std::size_t at = 1; at < places_.size(); ++at) {
            for (std::size_t from = first; from < at; ++from) consider(from, at);
            while (first < at && minimum(first, at) > width_ && minimum(first, at + 1) > width_) ++first;
        }
        return best_.back().cost == kNever ? std::vector<Break>{} : path();
    }

private:
    struct Best {
        double cost = kNever;
        std::size_t from = 0;
        int hyphens = 0;  ///< hyphenated lines in a row up to here
    };

    double shapedWidth(const Word& word, std::size_t from, std::size_t length, bool hyphen) {
        const std::string text = word.text().substr(from, length) + (hyphen ? "-" : "");
        return typeface_.shaped(word.segments.front().style, text).widthEm;
    }

    void addCut(int index, int cut, bool hyphen, double penalty) {
        const Word& word = words_[static_cast<std::size_t>(index)];
        const auto octets = static_cast<std::size_t>(cut);
        places_.push_back({index, cut, hyphen, penalty, shapedWidth(word, 0, octets, hyphen), shapedWidth(word, octets, word.text().npos, false)});
    }

    void addCuts(int index) {
        const Word& word = words_[static_cast<std::size_t>(index)];
        if (word.hyphenCut > 0) addCut(index, word.hyphenCut, false, kOwnHyphenPenalty);
        for (const int cut : word.cuts) addCut(index, cut, true, kHyphenPenalty);
        if (pass_ != Pass::desperate || !word.isSingle() || word.width <= width_ || word.hyphenCut > 0 || !word.cuts.empty()) return;
        std::size_t position = 0;
        base::nextCodePoint(word.text(), position);
        for (; position < word.text().size(); base::nextCodePoint(word.text(), position))
            addCut(index, static_cast<int>(position), false, kAnywherePenalty);
    }

    void collect() {
        places_.push_back({-1, 0, false, 0, 0, 0});
        for (int i = 0; i < static_cast<int>(words_.size()); ++i) {
            const Word& word = words_[static_cast<std::size_t>(i)];
            addCuts(i);
            const bool last = i + 1 == static_cast<int>(words_.size());
            double penalty = last ? 0 : word.bond == Bond::tight ? kTightPenalty : 0;
            if (!last && word.bond == Bond::never) {
                if (pass_ != Pass::desperate) continue;
                penalty = isOneLetter(word) ? kOneLetterPenalty : kGluedPenalty;
            }
            places_.push_back({i, 0, false, penalty, word.width, 0});
        }
    }

    struct Measure {
        double natural = 0;
        double space = 0;
    };

    Measure measure(const Break& from, const Break& to) {
        const auto start = static_cast<std::size_t>(from.nextWord()), end = static_cast<std::size_t>(to.word);
        if (start == end) {
            if (!from.isInside()) return {to.head, 0};
            if (!to.isInside()) return {from.tail, 0};
            const auto octets = static_cast<std::size_t>(from.cut);
            return {shapedWidth(words_[end], octets, static_cast<std::size_t>(to.cut) - octets, to.addsHyphen), 0};
        }
        const double first = from.isInside() ? from.tail : words_[start].width;
        const double space = spaces_[end] - spaces_[start];
        return {first + widths_[end] - widths_[start + 1] + space + to.head, space};
    }

    /// Least width of a line between two places; nothing behind the last place.
    double minimum(std::size_t from, std::size_t to) {
        if (to >= places_.size()) return kNever;
        if (places_[from].nextWord() > places_[to].word) return 0;
        const Measure line = measure(places_[from], places_[to]);
        return line.natural - line.space * shrink();
    }

    double shrink() const { return pass_ == Pass::strict || pass_ == Pass::loose ? kShrink : 0; }

    double badness(const Measure& line, bool isLast) const {
        const double missing = width_ - line.natural;
        if (missing < -line.space * shrink() - 1e-9) return kNever;
        if (isLast) return line.natural < kShortEm ? kShortLastLine : 0;
        if (pass_ == Pass::ragged || pass_ == Pass::desperate) return 100 * std::pow(missing / width_, 2);
        if (line.space <= 0) return missing < 1e-6 ? 0 : kNever;
        const double ratio = missing >= 0 ? missing / (line.space * kStretch) : -missing / (line.space * kShrink);
        const double tolerance = pass_ == Pass::strict ? 2 : 10;
        return ratio > tolerance ? kNever : 100 * std::pow(ratio, 3);
    }

    void consider(std::size_t from, std::size_t at) {
        const Break& to = places_[at];
        if (best_[from].cost == kNever || places_[from].nextWord() > to.word) return;
        if (places_[from].isInside() && to.isInside() && places_[from].word == to.word && places_[from].cut >= to.cut) return;
        const bool isLast = at + 1 == places_.size();
        const double bad = badness(measure(places_[from], to), isLast);
        if (bad == kNever) return;
        const bool hyphenated = to.isInside();
        const int hyphens = hyphenated ? best_[from].hyphens + 1 : 0;
        if (hyphens > kMostHyphensInARow && pass_ != Pass::desperate) return;
        double cost = best_[from].cost + std::pow(1 + bad + to.penalty, 2);
        if (hyphenated && places_[from].isInside()) cost += kTwoHyphensInARow;
        if (isLast && places_[from].isInside()) cost += kTwoHyphensInARow;  // the last line but one
        if (cost < best_[at].cost) best_[at] = {cost, from, hyphens};
    }

    std::vector<Break> path() const {
        std::vector<Break> found;
        for (std::size_t at = places_.size() - 1; at != 0; at = best_[at].from) found.push_back(places_[at]);
        return {found.rbegin(), found.rend()};
    }

    const std::vector<Word>& words_;
    double width_;
    Typeface& typeface_;
    Pass pass_;
    std::vector<double> widths_{}, spaces_{};
    std::vector<Break> places_{};
    std::vector<Best> best_{};
};

}  // namespace

std::vector<Break> breakLines(const std::vector<Word>& words, double widthEm, bool justified, Typeface& typeface) {
    if (words.empty()) return {};
    for (const Pass pass : {Pass::strict, Pass::loose, Pass::ragged, Pass::desperate}) {
        if (!justified && (pass == Pass::strict || pass == Pass::loose)) continue;
        if (auto lines = Breaker(words, widthEm, typeface, pass).run(); !lines.empty()) return lines;
    }
    return {{static_cast<int>(words.size()) - 1, 0, false, 0, words.back().width, 0}};
}

}  // namespace pdfgen
