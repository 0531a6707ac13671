#include "server/workflow/csv.h"

#include <Poco/TextEncoding.h>
#include <Poco/Windows1250Encoding.h>

#include <algorithm>

#include "base/utf8.h"

namespace workflow {
namespace {

using base::say;

constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// As UTF-8; `firstUnknown` becomes the place of the first octet that Windows-1250 does not have, if it was npos.
std::string fromWindows1250(base::ByteView bytes, std::size_t& firstUnknown) {
    const Poco::Windows1250Encoding encoding;
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto* octet = base::octets(bytes.substr(i));
        const int point = encoding.convert(octet);
        // For undefined octets Poco has a C1 control or the noncharacter U+FFFE.
        const bool isKnown = point >= 0 && (point < 0x80 || point >= 0xA0) && point != 0xFFFE;
        if (!isKnown && firstUnknown == std::string::npos) firstUnknown = i;
        base::appendUtf8(text, isKnown ? static_cast<char32_t>(point) : U'\uFFFD');
    }
    return text;
}

/// The separator that stands most often outside quotes in the first row.
char32_t separatorOf(std::u32string_view text) {
    constexpr std::u32string_view candidates = U";,\t";
    std::size_t counts[3] = {0, 0, 0};
    bool isQuoted = false;
    for (const char32_t point : text) {
        if (point == U'"') isQuoted = !isQuoted;
        if (!isQuoted && (point == U'\n' || point == U'\r')) break;
        if (const auto found = candidates.find(point); !isQuoted && found != candidates.npos) ++counts[found];
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts, counts + 3) - counts)];
}

class CsvReader {
public:
    CsvReader(std::u32string text, const std::string& file, std::vector<base::Fault>& faults)
        : text_(std::move(text)), separator_(separatorOf(text_)), file_(file), faults_(faults) {}

    std::vector<CsvRow> rows() {
        std::vector<CsvRow> rows;
        while (at_ < text_.size()) {
            CsvRow row = nextRow();
            const auto hasText = [](const CsvCell& cell) { return !cell.text.empty(); };
            if (std::any_of(row.begin(), row.end(), hasText)) rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool isEnd() const { return at_ == text_.size() || text_[at_] == U'\n' || text_[at_] == U'\r'; }

    CsvRow nextRow() {
        CsvRow row{nextCell()};
        while (at_ < text_.size() && text_[at_] == separator_) {
            step();
            row.push_back(nextCell());
        }
        if (at_ < text_.size() && text_[at_] == U'\r') step();
        if (at_ < text_.size() && text_[at_] == U'\n') step();
        return row;
    }

    CsvCell nextCell() {
        CsvCell cell{{}, line_, column_};
        std::u32string text;
        if (at_ < text_.size() && text_[at_] == U'"') text = quotedText(cell);
        if (!isEnd() && text_[at_] != separator_ && !text.empty()) fault(cell, say("csv.behind_quote"));
        while (!isEnd() && text_[at_] != separator_) text += take();
        std::replace(text.begin(), text.end(), U'\u00A0', U' ');
        cell.text = std::string(base::trimmed(base::utf8(text)));
        return cell;
    }

    std::u32string quotedText(const CsvCell& cell) {
        std::u32string text;
        step();
        while (at_ < text_.size()) {
            const char32_t point = take();
            if (point != U'"')
                text += point;
            else if (at_ < text_.size() && text_[at_] == U'"')
                text += take();
            else
                return text;
        }
        fault(cell, say("csv.open_quote"));
        return text;
    }

    char32_t take() {
        const char32_t point = text_[at_];
        step();
        return point;
    }

    void step() {
        const char32_t point = text_[at_++];
        const bool endsLine = point == U'\n' || (point == U'\r' && (at_ == text_.size() || text_[at_] != U'\n'));
        line_ += endsLine ? 1 : 0;
        column_ = endsLine ? 1 : column_ + 1;
    }

    void fault(const CsvCell& cell, base::Message message) {
        faults_.push_back({{file_, cell.line, cell.column, {}}, std::move(message)});
    }

    std::u32string text_;
    char32_t separator_;
    const std::string& file_;
    std::vector<base::Fault>& faults_;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
};

}  // namespace

std::vector<CsvRow> readCsv(base::ByteView bytes, const std::string& file, std::vector<base::Fault>& faults) {
    const bool isMarked = bytes.starts_with(kMark);
    if (isMarked) bytes.remove_prefix(kMark.size());
    std::string text(bytes);
    if (const std::size_t bad = base::firstInvalidUtf8(bytes); bad != std::string::npos) {
        std::size_t unknown = isMarked ? bad : std::string::npos;
        text = fromWindows1250(bytes, unknown);
        if (unknown != std::string::npos) {
            const int line = 1 + static_cast<int>(std::count(
                                     bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(unknown), '\n'));
            faults.push_back({{file, line, 0, {}}, say("csv.encoding")});
        }
    }
    if (const auto zero = text.find('\0'); zero != std::string::npos) {
        faults.push_back({{file, 0, 0, {}}, say("csv.encoding")});
        return {};
    }
    return CsvReader(base::codePoints(text), file, faults).rows();
}

}  // namespace workflow
