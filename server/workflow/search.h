#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace workflow {

/// What somebody looks for: words in any order, each anywhere in a text. Case and the marks of Polish letters do not
/// matter: "zespol" finds "Zespół".
class Search {
public:
    /// Throws Error(usage) for more than 200 characters.
    explicit Search(std::string_view words);

    bool isEmpty() const { return words_.empty(); }
    /// Whether every word is in one of the texts; always for no word.
    bool finds(std::initializer_list<std::string_view> texts) const;

private:
    std::vector<std::string> words_{};
};

/// The text in small letters without marks of Polish letters, also where a mark is a character of its own.
std::string plainText(std::string_view text);

}  // namespace workflow
