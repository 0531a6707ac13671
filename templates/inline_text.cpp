#include "templates/inline_text.h"

#include "base/utf8.h"

namespace templates {
namespace {

constexpr std::string_view kHardSpace = "\xC2\xA0";

/// Octets of an invisible sign at `at` that text from elsewhere brings along: soft hyphen, zero-width space, byte order
/// mark. They would break search and copying.
std::size_t invisibleAt(std::string_view text, std::size_t at) {
    for (const std::string_view sign : {"\xC2\xAD", "\xE2\x80\x8B", "\xEF\xBB\xBF"})
        if (text.substr(at).starts_with(sign)) return sign.size();
    return 0;
}

std::string withPlainSpaces(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        if (const std::size_t invisible = invisibleAt(text, i); invisible > 0) {
            i += invisible;
            continue;
        }
        const bool hard = text.substr(i).starts_with(kHardSpace);
        const bool space = hard || text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r';
        if (!space)
            plain += text[i];
        else if (plain.empty() || plain.back() != ' ')
            plain += ' ';
        i += hard ? kHardSpace.size() : 1;
    }
    return plain;
}

std::string withoutFinalComma(std::string_view value) {
    value = base::trimmed(value);
    while (value.ends_with(',') || value.ends_with(';')) value = base::trimmed(value.substr(0, value.size() - 1));
    return std::string(value);
}

bool startsPunctuation(std::string_view text) {
    return !text.empty() && std::string_view(",;:.").find(text.front()) != text.npos;
}

/// Joins fragments one after another; `last` knows how the text so far ends.
class Seams {
public:
    void add(const Fragment& fragment) {
        if (fragment.lineBreak) return lineBreak();
        std::string text = withPlainSpaces(fragment.fromValue ? withoutFinalComma(fragment.text) : fragment.text);
        if (text.empty()) return;
        if (!fragment.fromValue && valueEndsInStop_ && text.front() == '.') text.erase(0, 1);
        if (text.empty()) return;
        if (text.front() == ' ') pendingSpace_ = pendingSpace_ || !isLineStart();
        if (text.front() == ' ') text.erase(0, 1);
        if (text.empty()) return;
        if (startsPunctuation(text)) pendingSpace_ = false;
        const bool spaceBehind = text.back() == ' ';
        if (spaceBehind) text.pop_back();
        append(std::move(text), fragment);
        pendingSpace_ = spaceBehind;
        valueEndsInStop_ = fragment.fromValue && !spaceBehind && made_.back().text.ends_with('.');
    }
    Inline finish() {
        while (!made_.empty() && made_.back().lineBreak) made_.pop_back();
        return std::move(made_);
    }

private:
    bool isLineStart() const { return made_.empty() || made_.back().lineBreak; }
    void lineBreak() {
        pendingSpace_ = valueEndsInStop_ = false;
        if (!made_.empty()) made_.push_back({{}, false, false, true});
    }
    void append(std::string text, const Fragment& fragment) {
        if (isLineStart()) pendingSpace_ = false;
        const bool same =
            !isLineStart() && made_.back().bold == fragment.bold && made_.back().italic == fragment.italic;
        if (pendingSpace_) {
            if (same)
                text.insert(0, 1, ' ');
            else
                made_.back().text += ' ';
        }
        if (same)
            made_.back().text += text;
        else
            made_.push_back({std::move(text), fragment.bold, fragment.italic, false});
    }

    Inline made_{};
    bool pendingSpace_ = false;
    bool valueEndsInStop_ = false;
};

}  // namespace

Inline mended(const std::vector<Fragment>& fragments) {
    Seams seams;
    for (const Fragment& fragment : fragments) seams.add(fragment);
    return seams.finish();
}

}  // namespace templates
