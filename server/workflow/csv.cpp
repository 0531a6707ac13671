#include "server/workflow/csv.h"

#include <Poco/TextEncoding.h>
#include <Poco/Windows1250Encoding.h>

#include <algorithm>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "server/workflow/plain_text.h"

namespace workflow {
namespace {

using base::say;

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16Marks[] = {"\xFF\xFE", "\xFE\xFF"};
constexpr std::string_view kOtherKinds[] = {"%PDF-", "PK\x03\x04", "\xD0\xCF\x11\xE0"};  // PDF, XLSX and ODS, XLS

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

/// Whether a letter with a Polish or another Latin sign (U+0080 … U+017F) or a mark such as „ – € stands there in
/// UTF-8. In Windows-1250 these octets begin with Â Ă Ä Ĺ â, which Polish has not; „KÓŁ” alone would be a sequence,
/// too.
bool saysUtf8(base::ByteView bytes) {
    const auto in = [&](std::size_t at, unsigned char least, unsigned char most) {
        return at < bytes.size() && base::octets(bytes)[at] >= least && base::octets(bytes)[at] <= most;
    };
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (in(i, 0xC2, 0xC5) && in(i + 1, 0x80, 0xBF)) return true;
        if (in(i, 0xE2, 0xE2) && in(i + 1, 0x80, 0xBF) && in(i + 2, 0x80, 0xBF)) return true;
    }
    return false;
}

/// By the same line ends as CsvReader.
int lineOf(base::ByteView bytes, std::size_t at) {
    int line = 1;
    for (std::size_t i = 0; i < at; ++i)
        line += bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n')) ? 1 : 0;
    return line;
}

bool startsWithOneOf(base::ByteView bytes, std::span<const std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(), [bytes](auto one) { return bytes.starts_with(one); });
}

/// Nothing of these can be read as text, so that is all there is to say.
std::optional<base::Fault> otherKind(base::ByteView bytes, const std::string& file) {
    if (startsWithOneOf(bytes, kUtf16Marks)) return base::Fault{{file, 1, 0, {}}, say("csv.encoding")};
    if (startsWithOneOf(bytes, kOtherKinds)) return base::Fault{{file, 1, 0, {}}, say("csv.no_text")};
    const auto zero = bytes.find('\0');
    if (zero == bytes.npos) return std::nullopt;
    return base::Fault{{file, lineOf(bytes, zero), 0, {}}, say("csv.no_text")};
}

/// With U+FFFD for each octet that is none; their places are added to `bad`.
std::string withoutBad(base::ByteView bytes, std::vector<std::size_t>& bad) {
    std::string text;
    for (std::size_t begin = 0;;) {
        const std::size_t length = std::min(base::firstInvalidUtf8(bytes.substr(begin)), bytes.size() - begin);
        text += bytes.substr(begin, length);
        begin += length;
        if (begin == bytes.size()) return text;
        bad.push_back(begin++);
        base::appendUtf8(text, U'\uFFFD');
    }
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
        if (auto wrong = textFault(cell.text)) fault(cell, std::move(*wrong));
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

std::optional<base::Message> encodingNotice(base::ByteView bytes) {
    const bool isOther = bytes.starts_with(kMark) || base::isUtf8(bytes) || saysUtf8(bytes);
    return isOther ? std::nullopt : std::optional(say("csv.windows_1250"));
}

std::vector<CsvRow> readCsv(base::ByteView bytes, const std::string& file, std::vector<base::Fault>& faults) {
    if (auto fault = otherKind(bytes, file)) {
        faults.push_back(std::move(*fault));
        return {};
    }
    const bool isMarked = bytes.starts_with(kMark);
    if (isMarked) bytes.remove_prefix(kMark.size());
    std::string text(bytes);
    const auto fault = [&](std::size_t at, base::Message message) {
        base::Fault made{{file, lineOf(bytes, at), 0, {}}, std::move(message)};
        if (faults.empty() || faults.back() != made) faults.push_back(std::move(made));
    };
    if (base::isUtf8(bytes)) {
        // as it is
    } else if (isMarked || saysUtf8(bytes)) {
        std::vector<std::size_t> bad;
        text = withoutBad(bytes, bad);
        for (const std::size_t at : bad) fault(at, say("csv.not_utf8"));
    } else {
        std::size_t unknown = std::string::npos;
        text = fromWindows1250(bytes, unknown);
        if (unknown != std::string::npos) fault(unknown, say("csv.encoding"));
    }
    return CsvReader(base::codePoints(text), file, faults).rows();
}

}  // namespace workflow
