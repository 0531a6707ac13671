#include "server/web/page_text.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/error.h"
#include "base/html_text.h"
#include "pdfgen/glue.h"
#include "server/http/tokens.h"

namespace web {
namespace {

using base::Error;
using base::ErrorCode;

constexpr int kDeepest = 8;

Error wrong(std::string_view what) {
    return Error(ErrorCode::internal, base::say("http.internal")).with("page", std::string(what));
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> pieces;
    for (;;) {
        const auto end = text.find(at);
        pieces.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return pieces;
        text.remove_prefix(end + 1);
    }
}

/// `mark` is "key" or "key|value|value".
std::string wordOf(std::string_view mark, base::Language language) {
    const std::vector<std::string_view> pieces = split(mark, '|');
    std::vector<std::string> slots;
    for (std::size_t i = 1; i < pieces.size(); ++i) slots.push_back('\x01' + std::to_string(i) + '\x02');
    const base::Message message = base::say(pieces.front(), slots);
    const std::string sentence = base::text(message, language);
    if (sentence == pieces.front()) throw wrong(mark);
    std::string html = gluedHtml(sentence);
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const auto at = html.find(slots[i - 1]);
        if (at == std::string::npos) throw wrong(mark);
        html.replace(at, slots[i - 1].size(), pieces[i]);
    }
    return html;
}

/// "name=value other=\"two words\"" behind a part's name.
std::map<std::string, std::string> argumentsOf(std::string_view text) {
    std::map<std::string, std::string> arguments;
    while (!text.empty()) {
        if (text.front() == ' ') {
            text.remove_prefix(1);
            continue;
        }
        const auto equals = text.find('=');
        if (equals == std::string_view::npos) throw wrong(text);
        const std::string name(text.substr(0, equals));
        text.remove_prefix(equals + 1);
        const bool isQuoted = text.starts_with('"');
        if (isQuoted) text.remove_prefix(1);
        const auto end = std::min(text.find(isQuoted ? '"' : ' '), text.size());
        arguments[name] = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return arguments;
}

std::string withArguments(std::string_view part, const std::map<std::string, std::string>& arguments) {
    std::string text;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] != '$') {
            text += part[i];
            continue;
        }
        auto end = i + 1;
        while (end < part.size() && part[end] >= 'a' && part[end] <= 'z') ++end;
        const auto found = arguments.find(std::string(part.substr(i + 1, end - i - 1)));
        if (found == arguments.end()) throw wrong(part.substr(i, end - i));
        text += found->second;
        i = end - 1;
    }
    return text;
}

bool isBetweenTags(std::string_view before) {
    const auto tag = before.find_last_of("<>");
    return tag == before.npos || before[tag] == '>';
}

std::string filled(std::string_view source, base::Language language, const FindPage& find, int depth) {
    if (depth > kDeepest) throw wrong("[[>");
    std::string text;
    for (auto mark = source.find("[["); mark != std::string_view::npos; mark = source.find("[[")) {
        text += source.substr(0, mark);
        const auto end = source.find("]]", mark);
        if (end == std::string_view::npos) throw wrong(source.substr(mark, 40));
        const std::string_view inner = source.substr(mark + 2, end - mark - 2);
        if (inner.starts_with('>')) {
            const auto name = inner.substr(1, inner.find(' ') - 1);
            const auto rest = inner.substr(std::min(name.size() + 1, inner.size()));
            text += filled(withArguments(find(name), argumentsOf(rest)), language, find, depth + 1);
        } else {
            text += wordOf(inner, language);
        }
        source.remove_prefix(end + 2);
    }
    text += source;
    return text;
}

}  // namespace

bool isOfName(char c) { return http::isLetterOrDigit(c) || c == '_'; }

std::string pageText(std::string_view source, base::Language language, const FindPage& find) {
    return filled(source, language, find, 0);
}

std::string glued(std::string_view sentence) {
    if (sentence.find(' ') == sentence.npos) return std::string(sentence);
    const std::vector<pdfgen::Bond> bonds = pdfgen::bonds(sentence);
    std::string text;
    text.reserve(sentence.size() + bonds.size());
    std::size_t space = 0;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (sentence[i] == ' ' && bonds.at(space++) == pdfgen::Bond::never) {
            text += "\u00a0";
            continue;
        }
        if (sentence.substr(i, 2) == "\u00a0") ++space;
        text += sentence[i];
    }
    return text;
}

std::string gluedHtml(std::string_view sentence) { return base::htmlText(glued(sentence)); }

std::string gluedMarkup(std::string_view html) {
    std::string text;
    while (!html.empty()) {
        const auto tag = std::min(html.find('<'), html.size());
        const auto end = std::min(html.find('>', tag), html.size() - 1) + 1;
        text += glued(html.substr(0, tag));
        text += html.substr(tag, end - tag);
        html.remove_prefix(end);
    }
    return text;
}

std::string withGluedValues(std::string_view page) {
    std::string text;
    for (auto mark = page.find("{{"); mark != page.npos; mark = page.find("{{")) {
        text += page.substr(0, mark);
        const auto end = std::min(page.find("}}", mark), page.size());
        text += page.substr(mark, end - mark);
        const std::string_view name = page.substr(mark + 2, end - mark - 2);
        const bool isPlain = std::ranges::all_of(name, isOfName);  // nothing else is done to the value
        if (isPlain && isBetweenTags(text)) text += ":x-glued";
        page.remove_prefix(end);
    }
    text += page;
    return text;
}

}  // namespace web
