#include "pdfgen/appearance.h"

#include <algorithm>

#include "base/error.h"
#include "base/utf8.h"
#include "pdfgen/coverage.h"
#include "pdfgen/deflate.h"
#include "pdfgen/font_use.h"
#include "pdfgen/hyphenation.h"
#include "pdfgen/object_sink.h"
#include "pdfgen/paragraph.h"
#include "pdfgen/update.h"

namespace pdfgen {
namespace {

constexpr double kLargest = 7.5, kSmallest = 4.5, kStep = 0.5, kPadding = 2, kLeading = 1.12;
constexpr double kNarrowest = 12;  ///< in points; into less nothing is written
constexpr int kMostTries = 500;
constexpr std::size_t kMostCachedTexts = 10000;

class UpdateSink final : public ObjectSink {
public:
    explicit UpdateSink(Update& update) : update_(update) {}
    int addDictionary(std::string entries) override { return update_.add("<< " + entries + " >>"); }
    int addDeflatedStream(std::string entries, const base::Bytes& data) override {
        return update_.add("<< " + entries + " /Filter /FlateDecode /Length " + std::to_string(data.size()) +
                           " >>\nstream\n" + data + "\nendstream");
    }

private:
    Update& update_;
};

struct Setting {
    std::vector<Line> lines{};
    double size = kLargest;
};

std::vector<Line> set(const std::vector<AppearanceLine>& lines, double width, double size, Typeface& typeface,
                      const Hyphenator& hyphenator) {
    std::vector<Line> all;
    for (const AppearanceLine& line : lines) {
        auto broken = breakParagraph({{line.text, line.bold}}, {width, size, templates::Align::left, 0, false},
                                     typeface, hyphenator);
        std::move(broken.begin(), broken.end(), std::back_inserter(all));
    }
    return all;
}

bool fits(const std::vector<Line>& lines, double size, double height) {
    return static_cast<double>(lines.size()) * size * kLeading <= height;
}

/// Without a tenth of its end, and at least a character.
void cut(std::string& text) {
    std::u32string points = base::codePoints(text);
    if (points.ends_with(U'…')) points.pop_back();
    points.resize(points.size() - std::max<std::size_t>(points.size() / 10, std::min<std::size_t>(points.size(), 1)));
    text = base::utf8(points) + "…";
}

/// What cannot fit at the smallest size loses the end of its longest line, then whole lines; the bold one, the name,
/// comes last.
void shorten(std::vector<AppearanceLine>& lines) {
    constexpr std::size_t shortest = 8;
    const auto weight = [](const AppearanceLine& line) { return line.bold ? 0 : base::codePoints(line.text).size(); };
    const auto longest = std::max_element(
        lines.begin(), lines.end(), [&](const auto& left, const auto& right) { return weight(left) < weight(right); });
    if (weight(*longest) > shortest) return cut(longest->text);
    if (lines.size() == 1) return cut(lines.front().text);
    const auto last = std::find_if(lines.rbegin(), lines.rend(), [](const AppearanceLine& line) { return !line.bold; });
    lines.erase(last == lines.rend() ? lines.end() - 1 : last.base() - 1);
}

/// A field of a foreign file may hold a book.
std::vector<AppearanceLine> withoutExcess(std::vector<AppearanceLine> lines) {
    constexpr std::size_t longest = 1000;
    for (AppearanceLine& line : lines) {
        const std::u32string points = base::codePoints(line.text);
        if (points.size() > longest) line.text = base::utf8(points.substr(0, longest)) + "…";
    }
    return lines;
}

Setting fitted(std::vector<AppearanceLine> lines, double width, double height, Typeface& typeface,
               const Hyphenator& hyphenator) {
    if (width < kNarrowest || height < kSmallest * kLeading) return {};
    for (int step = 0; kLargest - step * kStep >= kSmallest; ++step) {
        const double size = kLargest - step * kStep;
        auto broken = set(lines, width, size, typeface, hyphenator);
        if (fits(broken, size, height)) return {std::move(broken), size};
    }
    for (int tries = 0; tries < kMostTries; ++tries) {
        shorten(lines);
        auto broken = set(lines, width, kSmallest, typeface, hyphenator);
        if (fits(broken, kSmallest, height)) return {std::move(broken), kSmallest};
    }
    return {};
}

std::string drawn(const Setting& setting, double heightPt, FontUse& fonts) {
    const double leading = setting.size * kLeading;
    const double total = leading * static_cast<double>(setting.lines.size());
    double y = (heightPt + total) / 2 - setting.size * 0.86;
    std::string content = "BT\n";
    for (const Line& line : setting.lines) {
        for (const Piece& piece : line.pieces) {
            content += "/F" + std::to_string(static_cast<std::size_t>(piece.style)) + ' ' + number(setting.size) +
                       " Tf\n1 0 0 1 " + number(kPadding + piece.x) + ' ' + number(y) + " Tm\n[";
            fonts.append(content, piece.style, *piece.shaped);
            if (piece.spaceAfter) fonts.append(content, piece.style, fonts.typeface().shaped(piece.style, " "));
            content += "] TJ\n";
        }
        y -= leading;
    }
    return content + "ET\n";
}

void checkCoverage(const std::vector<AppearanceLine>& lines, const Typeface& typeface) {
    std::vector<base::Fault> faults;
    for (const AppearanceLine& line : lines) addMissingGlyphs(line.text, typeface, faults);
    if (!faults.empty()) throw base::Error(base::ErrorCode::data, base::say("pdf.glyphs_missing"), std::move(faults));
}

}  // namespace

struct SignatureAppearances::State {
    Typeface typeface;
    Hyphenator hyphenator;
};

SignatureAppearances::SignatureAppearances(const Resources& resources)
    : state_(new State{Typeface(resources.fonts), Hyphenator(resources.hyphenation)}) {}
SignatureAppearances::~SignatureAppearances() = default;
SignatureAppearances::SignatureAppearances(SignatureAppearances&&) noexcept = default;
SignatureAppearances& SignatureAppearances::operator=(SignatureAppearances&&) noexcept = default;

std::string SignatureAppearances::form(Update& update, const std::vector<AppearanceLine>& lines, double widthPt,
                                       double heightPt) {
    Typeface& typeface = state_->typeface;
    if (typeface.cachedTexts() > kMostCachedTexts) typeface.clear();
    checkCoverage(lines, typeface);
    const Setting setting =
        fitted(withoutExcess(lines), widthPt - 2 * kPadding, heightPt - kPadding, typeface, state_->hyphenator);
    FontUse fonts(typeface);
    const base::Bytes content = deflated(drawn(setting, heightPt, fonts));
    UpdateSink sink(update);
    return "<< /Type /XObject /Subtype /Form /BBox [0 0 " + number(widthPt) + ' ' + number(heightPt) +
           "] /Resources << /Font << " + fonts.write(sink) + ">> >> /Filter /FlateDecode /Length " +
           std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

}  // namespace pdfgen
