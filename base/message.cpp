#include "base/message.h"

#include "base/words.h"

namespace base {
namespace {

std::string filled(std::string_view sentence, const std::vector<std::string>& values) {
    std::string text;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool slot = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}' &&
                          sentence[i + 1] >= '0' && sentence[i + 1] <= '9';
        if (!slot) {
            text += sentence[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(sentence[i + 1] - '0');
        if (index < values.size()) text += values[index];
        i += 2;
    }
    return text;
}

}  // namespace

Message say(std::string_view key, std::vector<std::string> values) { return {std::string(key), std::move(values)}; }

std::string text(const Message& message, Language language) {
    for (const auto& section : catalogue(language))
        for (const Word& word : section)
            if (word.key == message.key) return filled(word.sentence, message.values);
    return message.key;
}

}  // namespace base
