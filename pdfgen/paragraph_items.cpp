#include "pdfgen/paragraph_items.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/utf8.h"
#include "pdfgen/cut_word.h"
#include "pdfgen/hyphenation.h"

namespace pdfgen {
namespace {

constexpr std::string_view kHardSpace = "\xC2\xA0";
constexpr double kTightPenalty = 80;
constexpr double kHyphenPenalty = 60;
constexpr double kCompoundPenalty = 60;

/// How bad a place is; a worse one is offered only where the better ones leave a stretch wider than the line.
enum class Rank { good, gluedWord, insideWord, anywhere, shortWord };
constexpr std::array kRankPenalties = {0.0, 2e4, 4e4, 8e4, 2e5};

double penaltyOf(Rank rank) { return kRankPenalties[static_cast<std::size_t>(rank)]; }

Style styleOf(const templates::Run& run) {
    if (run.bold) return run.italic ? Style::boldItalic : Style::bold;
    return run.italic ? Style::italic : Style::regular;
}

bool isSpace(char octet) { return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r'; }

/// Adds `run` with single spaces; a hard one among several makes them hard.
void append(StyledText& line, const templates::Run& run) {
    line.stretches.push_back({line.text.size(), styleOf(run)});
    for (std::size_t at = 0; at < run.text.size();) {
        const bool hard = run.text.compare(at, kHardSpace.size(), kHardSpace) == 0;
        if (!hard && !isSpace(run.text[at])) {
            line.text += run.text[at++];
            continue;
        }
        at += hard ? kHardSpace.size() : 1;
        const bool afterHard = line.text.ends_with(kHardSpace);
        if (line.text.empty() || (afterHard && hard)) continue;
        if (hard && line.text.ends_with(' ')) line.text.pop_back();
        if (hard) {
            line.text += kHardSpace;
        } else if (!afterHard && !line.text.ends_with(' ')) {
            line.text += ' ';
        }
    }
}

bool isLetterOctet(char octet) {
    return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') ||
           static_cast<unsigned char>(octet) >= 0x80;
}

/// One letter, perhaps behind quotes or brackets: „w”, „(I”.
bool isShortWord(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t point = base::nextCodePoint(word, at);
        const bool isLetter = point < 0x80 ? isLetterOctet(static_cast<char>(point)) : point >= 0xC0 && point < 0x250;
        if (!isLetter && letters != 0) return false;
        if (point >= U'0' && point <= U'9') return false;
        if (isLetter) ++letters;
    }
    return letters == 1;
}

/// Cuts a line into atoms: at each space and at each change of style.
class Itemiser {
public:
    Itemiser(const StyledText& line, double sizePt, Typeface& typeface, const Hyphenator* hyphenator)
        : line_(line), sizePt_(sizePt), typeface_(typeface), hyphenator_(hyphenator), bonds_(bonds(line.text)) {}

    std::vector<Atom> atoms() && {
        for (std::size_t i = 0; i < line_.stretches.size(); ++i) {
            const bool isLast = i + 1 == line_.stretches.size();
            readStretch(line_.stretches[i].begin, isLast ? line_.text.size() : line_.stretches[i + 1].begin,
                        line_.stretches[i].style);
        }
        return std::move(atoms_);
    }

private:
    void readStretch(std::size_t begin, std::size_t end, Style style) {
        std::size_t wordBegin = begin;
        for (std::size_t at = begin; at < end;) {
            const bool hard = line_.text.compare(at, kHardSpace.size(), kHardSpace) == 0;
            if (!hard && line_.text[at] != ' ') {
                ++at;
                continue;
            }
            addWord(wordBegin, at, style);
            addSpace(style);
            at += hard ? kHardSpace.size() : 1;
            wordBegin = at;
        }
        addWord(wordBegin, end, style);
    }

    void addWord(std::size_t begin, std::size_t end, Style style) {
        if (begin == end) return;
        const auto word = std::string_view(line_.text).substr(begin, end - begin);
        Atom atom;
        atom.style = style;
        atom.shaped = &typeface_.shaped(style, word);
        atom.textBefore = text_;
        atom.spaceBefore = space_;
        atom.shortWord = isShortWord(word);
        if (hyphenator_ != nullptr) atom.divisions = &typeface_.divided(word, *hyphenator_);
        if (!atoms_.empty() && atoms_.back().spaceAfter == 0 && continuesWord(begin)) {
            atoms_.back().divisions = nullptr;
            atom.divisions = nullptr;
        }
        text_ += atom.shaped->widthEm * sizePt_;
        atoms_.push_back(atom);
    }

    /// Whether letters stand on both sides of a change of style.
    bool continuesWord(std::size_t at) const {
        return isLetterOctet(line_.text[at - 1]) && isLetterOctet(line_.text[at]);
    }

    void addSpace(Style style) {
        const Bond bond = bonds_[spaces_++];
        if (atoms_.empty()) return;
        atoms_.back().spaceAfter = typeface_.shaped(style, " ").widthEm * sizePt_;
        atoms_.back().bond = bond;
        space_ += atoms_.back().spaceAfter;
    }

    const StyledText& line_;
    double sizePt_;
    Typeface& typeface_;
    const Hyphenator* hyphenator_;
    std::vector<Bond> bonds_;
    std::vector<Atom> atoms_{};
    std::size_t spaces_ = 0;
    double text_ = 0;
    double space_ = 0;
};

struct Candidate {
    BreakPoint point{};
    Place place{};
    Rank rank = Rank::good;
};

/// The places where lines may end, as points with their measures.
class Candidates {
public:
    Candidates(const std::vector<Atom>& atoms, double sizePt, Typeface& typeface, const Hyphenator& hyphenator)
        : atoms_(atoms), sizePt_(sizePt), typeface_(typeface), hyphenator_(hyphenator) {}

    std::vector<Candidate> upTo(Rank worst) const {
        std::vector<Candidate> found;
        for (std::size_t i = 0; i < atoms_.size(); ++i) {
            addInside(i, worst, found);
            addBehind(i, worst, found);
        }
        return found;
    }

private:
    void addBehind(std::size_t index, Rank worst, std::vector<Candidate>& found) const {
        const Atom& atom = atoms_[index];
        const bool isEnd = index + 1 == atoms_.size();
        if (!isEnd && atom.spaceAfter == 0) return;
        Candidate candidate;
        if (!isEnd && atom.bond == Bond::never) candidate.rank = atom.shortWord ? Rank::shortWord : Rank::gluedWord;
        if (candidate.rank > worst) return;
        const double text = atom.textBefore + atom.shaped->widthEm * sizePt_;
        const double space = atom.spaceBefore;
        candidate.point = {text, space, text, space + atom.spaceAfter, penaltyOf(candidate.rank), false};
        if (!isEnd && atom.bond == Bond::tight) candidate.point.penalty = kTightPenalty;
        candidate.place = {index, false, {}};
        found.push_back(candidate);
    }

    void addInside(std::size_t index, Rank worst, std::vector<Candidate>& found) const {
        const Atom& atom = atoms_[index];
        const bool isLastWord = index + 1 == atoms_.size();
        const std::string& word = atom.shaped->text;
        std::vector<std::pair<DivisionPlace, Rank>> places;
        if (atom.divisions != nullptr) {
            const Rank rank = isLastWord ? Rank::gluedWord : Rank::good;  // a paragraph's last word stays whole
            for (const DivisionPlace& place : *atom.divisions) places.emplace_back(place, rank);
        }
        if (worst >= Rank::insideWord) {
            for (const DivisionPlace& place : divisionsInNeed(word, hyphenator_))
                places.emplace_back(place, Rank::insideWord);
        }
        if (worst >= Rank::anywhere) {
            for (const DivisionPlace& place : divisionsAnywhere(word)) places.emplace_back(place, Rank::anywhere);
        }
        // The best reason for a place comes first and stays.
        std::sort(places.begin(), places.end(), [](const auto& left, const auto& right) {
            return std::pair(left.first.octet, left.second) < std::pair(right.first.octet, right.second);
        });
        int last = 0;
        if (places.empty()) return;
        const CutWord cut(atom.style, *atom.shaped, typeface_);
        for (const auto& [place, rank] : places) {
            if (rank > worst || place.octet == last) continue;
            last = place.octet;
            found.push_back(inside(index, place, rank, cut));
        }
    }

    Candidate inside(std::size_t index, const DivisionPlace& place, Rank rank, const CutWord& cut) const {
        const Atom& atom = atoms_[index];
        const double whole = atom.shaped->widthEm * sizePt_;
        Candidate candidate;
        candidate.rank = rank;
        candidate.point.endText = atom.textBefore + cut.head(place) * sizePt_;
        candidate.point.nextText = atom.textBefore + whole - cut.tail(place) * sizePt_;
        candidate.point.endSpace = candidate.point.nextSpace = atom.spaceBefore;
        candidate.point.penalty = place.division == Division::compound ? kCompoundPenalty : kHyphenPenalty;
        if (rank != Rank::good) candidate.point.penalty = penaltyOf(rank);
        candidate.point.dividesWord = true;
        candidate.place = {index, true, place};
        return candidate;
    }

    const std::vector<Atom>& atoms_;
    double sizePt_;
    Typeface& typeface_;
    const Hyphenator& hyphenator_;
};

bool isBefore(const Place& left, const Place& right) {
    const auto octet = [](const Place& place) {
        return place.inside ? place.division.octet : std::numeric_limits<int>::max();
    };
    return std::pair(left.atom, octet(left)) < std::pair(right.atom, octet(right));
}

double widthBetween(const Candidate* from, const Candidate& to) {
    const BreakPoint start = from == nullptr ? BreakPoint{} : from->point;
    return to.point.endText - start.nextText + to.point.endSpace - start.nextSpace;
}

/// `points` and, in each stretch between two of them that is wider than `widthPt`, what `more` has there.
std::vector<Candidate> withMoreWhereTooWide(const std::vector<Candidate>& points, const std::vector<Candidate>& more,
                                            double widthPt) {
    std::vector<Candidate> merged;
    auto next = more.begin();
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool tooWide = widthBetween(i == 0 ? nullptr : &points[i - 1], points[i]) > widthPt;
        for (; next != more.end() && isBefore(next->place, points[i].place); ++next) {
            if (tooWide) merged.push_back(*next);
        }
        while (next != more.end() && !isBefore(points[i].place, next->place)) ++next;
        merged.push_back(points[i]);
    }
    return merged;
}

bool hasTooWide(const std::vector<Candidate>& points, double widthPt) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (widthBetween(i == 0 ? nullptr : &points[i - 1], points[i]) > widthPt) return true;
    }
    return false;
}

}  // namespace

std::vector<StyledText> linesAsWritten(const templates::Inline& text) {
    std::vector<StyledText> lines(1);
    for (const templates::Run& run : text) {
        if (run.lineBreak) {
            lines.emplace_back();
        } else {
            append(lines.back(), run);
        }
    }
    if (lines.back().text.empty()) lines.pop_back();
    return lines;
}

std::vector<Atom> atomsOf(const StyledText& text, double sizePt, Typeface& typeface, const Hyphenator* hyphenator) {
    return Itemiser(text, sizePt, typeface, hyphenator).atoms();
}

Items itemsOf(const StyledText& text, const ItemWish& wish, Typeface& typeface, const Hyphenator& hyphenator) {
    Items items;
    items.atoms = atomsOf(text, wish.sizePt, typeface, wish.hyphenate ? &hyphenator : nullptr);
    const Candidates candidates(items.atoms, wish.sizePt, typeface, hyphenator);
    std::vector<Candidate> points = candidates.upTo(Rank::good);
    for (const Rank worst : {Rank::gluedWord, Rank::insideWord, Rank::anywhere, Rank::shortWord}) {
        if (!hasTooWide(points, wish.widthPt)) break;
        points = withMoreWhereTooWide(points, candidates.upTo(worst), wish.widthPt);
    }
    items.points.reserve(points.size());
    items.places.reserve(points.size());
    for (const Candidate& candidate : points) {
        items.points.push_back(candidate.point);
        items.places.push_back(candidate.place);
    }
    return items;
}

}  // namespace pdfgen
