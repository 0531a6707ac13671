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

enum class Language { polish };

/// The catalogue's sentence with its values put in. An unknown key comes back as it is.
std::string text(const Message& message, Language language = Language::polish);

}  // namespace base
