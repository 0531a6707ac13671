#include "templates/node.h"

#include <algorithm>

#include "base/utf8.h"

namespace templates {
namespace {

using base::say;

/// Moves `place` from text[begin] to text[end].
void advance(base::Place& place, std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end) {
        const bool newLine = text[begin] == '\n';
        base::nextCodePoint(text, begin);
        place.column = newLine ? 1 : place.column + 1;
        place.line += newLine ? 1 : 0;
    }
}

/// The parts of "path | filter a | filter": at "|" outside of quotes.
std::vector<std::string_view> parts(std::string_view text) {
    std::vector<std::string_view> found;
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] == '"') quoted = !quoted;
        if (i < text.size() && (text[i] != '|' || quoted)) continue;
        found.push_back(base::trimmed(text.substr(begin, i - begin)));
        begin = i + 1;
    }
    return found;
}

FilterCall filterCall(std::string_view text) {
    FilterCall call;
    std::vector<std::string> words;
    while (!(text = base::trimmed(text)).empty()) {
        const bool quoted = text.front() == '"';
        const std::size_t end = quoted ? text.find('"', 1) : text.find_first_of(" \t\n");
        words.emplace_back(text.substr(quoted ? 1 : 0, end == text.npos ? end : end - (quoted ? 1 : 0)));
        text = end == text.npos ? std::string_view{} : text.substr(end + (quoted ? 1 : 0));
    }
    if (!words.empty()) call.name = words.front();
    if (words.size() > 1) call.arguments.assign(words.begin() + 1, words.end());
    return call;
}

Expression expression(std::string_view inner, const base::Place& place, std::vector<base::Fault>& faults) {
    Expression made;
    made.place = place;
    const auto found = parts(inner);
    std::string_view path = found.front();
    made.optional = path.ends_with('?');
    if (made.optional) path = base::trimmed(path.substr(0, path.size() - 1));
    made.path = path;
    if (std::count(inner.begin(), inner.end(), '"') % 2 != 0) faults.push_back({place, say("template.open_quote")});
    if (!isPath(path)) faults.push_back({place, say("template.bad_path", {std::string(path)})});
    for (std::size_t i = 1; i < found.size(); ++i) {
        FilterCall call = filterCall(found[i]);
        if (!isFilter(call.name))
            faults.push_back({place, say("template.unknown_filter", {call.name})});
        else if (!takesArguments(call.name, call.arguments.size()))
            faults.push_back({place, say("template.filter_arguments", {call.name})});
        made.filters.push_back(std::move(call));
    }
    return made;
}

}  // namespace

const Pieces* Node::attribute(std::string_view key) const {
    for (const auto& [known, value] : attributes)
        if (known == key) return &value;
    return nullptr;
}

std::string Node::fixed(std::string_view key) const {
    const Pieces* pieces = attribute(key);
    if (pieces == nullptr || pieces->empty()) return {};
    const auto* literal = std::get_if<std::string>(&pieces->front());
    return literal == nullptr ? std::string{} : *literal;
}

Pieces parsePieces(std::string_view text, const base::Place& place, std::vector<base::Fault>& faults) {
    Pieces pieces;
    base::Place here = place;
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t open = text.find("{{", position);
        if (open != position)
            pieces.emplace_back(std::string(text.substr(position, open == text.npos ? open : open - position)));
        if (open == text.npos) break;
        const std::size_t close = text.find("}}", open);
        advance(here, text, position, open);
        if (close == text.npos) {
            faults.push_back({here, say("template.unclosed")});
            break;
        }
        pieces.emplace_back(expression(text.substr(open + 2, close - open - 2), here, faults));
        advance(here, text, open, close + 2);
        position = close + 2;
    }
    return pieces;
}

bool isPath(std::string_view text) {
    bool start = true;
    for (const char c : text) {
        const bool word =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        if (!word && (c != '.' || start)) return false;
        start = c == '.';
    }
    return !text.empty() && !start;
}

std::vector<std::string> wordsIn(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = text.find_first_not_of(" \t\n", i);
        if (begin == text.npos) break;
        i = std::min(text.find_first_of(" \t\n", begin), text.size());
        words.emplace_back(text.substr(begin, i - begin));
    }
    return words;
}

}  // namespace templates
