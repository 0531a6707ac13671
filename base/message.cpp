#include "base/message.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "base/plural.h"
#include "base/words.h"

namespace base {
namespace {

thread_local Language spoken = Language::polish;

/// "{0}" or "{0|one|few|many}" at the sentence's beginning.
struct Slot {
    std::size_t index = 0;
    std::string_view forms{};  ///< "one|few|many", empty for the value itself
    std::size_t length = 0;
};

std::optional<Slot> slotAt(std::string_view sentence) {
    if (sentence.size() < 3 || sentence[0] != '{' || sentence[1] < '0' || sentence[1] > '9') return std::nullopt;
    const auto end = sentence.find('}');
    if (end == std::string_view::npos || (end != 2 && sentence[2] != '|')) return std::nullopt;
    return Slot{static_cast<std::size_t>(sentence[1] - '0'),
                end == 2 ? std::string_view() : sentence.substr(3, end - 3), end + 1};
}

/// The form for the number that the value is; the last one where it is none.
std::string_view formFor(std::string_view value, std::string_view forms, Language language) {
    long long count = 0;
    const bool isNumber = std::from_chars(value.data(), value.data() + value.size(), count).ec == std::errc();
    const Plural plural = !isNumber                       ? Plural::many
                          : language == Language::english ? englishPlural(count)
                                                          : polishPlural(count);
    for (int skipped = 0; skipped < static_cast<int>(plural); ++skipped) {
        const auto end = forms.find('|');
        if (end == std::string_view::npos) break;
        forms.remove_prefix(end + 1);
    }
    return forms.substr(0, forms.find('|'));
}

/// What inside() begins with, and what divides its values: control characters that no text of people's has.
constexpr char kInside = '\x1E', kDivider = '\x1F';

std::string told(const std::string& value, Language language) {
    return value.starts_with(kInside) ? text(fromInside(value), language) : value;
}

std::string filled(std::string_view sentence, const std::vector<std::string>& values, Language language) {
    std::string text;
    while (!sentence.empty()) {
        const auto slot = slotAt(sentence);
        if (!slot) {
            text += sentence.front();
            sentence.remove_prefix(1);
            continue;
        }
        if (slot->index < values.size())
            text += slot->forms.empty() ? told(values[slot->index], language)
                                        : std::string(formFor(values[slot->index], slot->forms, language));
        sentence.remove_prefix(slot->length);
    }
    return text;
}

/// By key: a page asks for hundreds of them.
using Sentences = std::unordered_map<std::string_view, std::string_view>;

Sentences sentencesOf(Language language) {
    Sentences all;
    for (const auto& section : catalogue(language))
        for (const Word& word : section) all.emplace(word.key, word.sentence);
    return all;
}

}  // namespace

Language spokenLanguage() { return spoken; }

LanguageScope::LanguageScope(Language language) : before_(spoken) { spoken = language; }
LanguageScope::~LanguageScope() { spoken = before_; }

Message say(std::string_view key, std::vector<std::string> values) { return {std::string(key), std::move(values)}; }

std::string inside(const Message& message) {
    std::string made = kInside + message.key;
    for (const std::string& value : message.values) made += kDivider + told(value, spoken);
    return made;
}

Message fromInside(std::string_view text) {
    if (!text.starts_with(kInside)) return say(text);
    std::vector<std::string> parts;
    for (std::size_t begin = 1; begin <= text.size();) {
        const auto end = std::min(text.find(kDivider, begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    Message message = say(parts.front());
    message.values.assign(parts.begin() + 1, parts.end());
    return message;
}

std::string text(const Message& message, Language language) {
    static const Sentences polish = sentencesOf(Language::polish);
    static const Sentences english = sentencesOf(Language::english);
    const Sentences& all = language == Language::english ? english : polish;
    const auto found = all.find(message.key);
    return found == all.end() ? message.key : filled(found->second, message.values, language);
}

}  // namespace base
