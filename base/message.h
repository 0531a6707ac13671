#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

/// A sentence for people: a key of the catalogue (base/words_pl_<folder>.cpp) and the values for its {0}, {1} …
/// It becomes text late, so that another language can stand beside the Polish one.
struct Message {
    std::string key{};
    std::vector<std::string> values{};
    bool operator==(const Message&) const = default;
};

/// say("csv.width", {"3", "12"}); a test holds every key that stands in the code against the catalogue.
Message say(std::string_view key, std::vector<std::string> values = {});

/// A message as a value of another one, or as a text that is kept: it is told in the language of who reads it. A value
/// that is a message itself becomes text now.
std::string inside(const Message& message);
/// The message that inside() made a text of; any other text as the message that says just that.
Message fromInside(std::string_view text);

enum class Language { polish, english };

/// The language of this thread's sentences: Polish, or what a LanguageScope says.
Language spokenLanguage();

/// As long as it lives, its thread speaks that language: one request, one scope.
class LanguageScope {
public:
    explicit LanguageScope(Language language);
    ~LanguageScope();
    LanguageScope(const LanguageScope&) = delete;
    LanguageScope& operator=(const LanguageScope&) = delete;

private:
    Language before_;
};

/// The catalogue's sentence with its values put in: {0} … {9}, and {0|dokument|dokumenty|dokumentów} for the noun that
/// the number in value 0 wants (English: two forms). A value that inside() made is told in that language too. An
/// unknown key comes back as it is.
std::string text(const Message& message, Language language = spokenLanguage());

}  // namespace base
