#include "base/message.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/words.h"

namespace base {
namespace {

TEST(Message, PutsItsValuesIn) {
    EXPECT_EQ(text(say("file.missing", {"a{0}.pdf"})), "Nie znaleziono pliku „a{0}.pdf”.");
    EXPECT_EQ(text(say("file.cannot_write", {"wynik.pdf"})), "Nie można zapisać „wynik.pdf”: .");
}

TEST(Message, OfAnUnknownKeyIsTheKey) { EXPECT_EQ(text(say("no.such")), "no.such"); }

TEST(Message, ChoosesTheNounForItsNumber) {
    const auto saved = [](const char* count, Language language) {
        return text(say("keep.indicator_documents", {count}), language);
    };
    EXPECT_EQ(saved("1", Language::polish), "1 pozycja");
    EXPECT_EQ(saved("22", Language::polish), "22 pozycje");
    EXPECT_EQ(saved("12", Language::polish), "12 pozycji");
    EXPECT_EQ(saved("0", Language::english), "0 items");
    EXPECT_EQ(saved("1", Language::english), "1 item");
}

/// The values that a sentence wants: {0} and {0|a|b|c} alike.
std::set<char> slotsOf(std::string_view sentence) {
    std::set<char> slots;
    for (std::size_t i = 0; i + 2 < sentence.size(); ++i)
        if (sentence[i] == '{' && sentence[i + 1] >= '0' && sentence[i + 1] <= '9' &&
            (sentence[i + 2] == '}' || sentence[i + 2] == '|'))
            slots.insert(sentence[i + 1]);
    return slots;
}

std::map<std::string, std::string> wordsOf(Language language) {
    std::map<std::string, std::string> words;
    for (const auto& section : catalogue(language))
        for (const Word& word : section) {
            EXPECT_TRUE(words.emplace(word.key, word.sentence).second) << word.key;
            EXPECT_FALSE(word.sentence.empty()) << word.key;
        }
    return words;
}

TEST(Words, HaveEachKeyOnceInBothLanguagesWithTheSameValues) {
    const auto polish = wordsOf(Language::polish);
    const auto english = wordsOf(Language::english);
    EXPECT_GT(polish.size(), 700U);
    for (const auto& [key, sentence] : english) EXPECT_TRUE(polish.count(key)) << key;
    for (const auto& [key, sentence] : polish) {
        const auto other = english.find(key);
        ASSERT_NE(other, english.end()) << key;
        EXPECT_EQ(slotsOf(sentence), slotsOf(other->second)) << key;
    }
}

/// Names stay as they are: places, what a column is called in the list, the demonstration's mark; examples too.
TEST(Words, AreEnglishInTheEnglishCatalogue) {
    const std::set<std::string> named{"cli.help_demo",           "csv.unknown_role",        "desk.venue_text_hint",
                                      "desk.partner_list_roles", "desk.team_name_gen_hint", "web.other_language"};
    for (const auto& [key, sentence] : wordsOf(Language::english))
        if (named.count(key) == 0) {
            const auto example = std::min(sentence.find("e.g. "), sentence.find("E.g. "));  // of a Polish value
            for (const std::string_view letter : {"ą", "ć", "ę", "ł", "ń", "ś", "ź", "ż", "„"})
                EXPECT_EQ(sentence.substr(0, example).find(letter), std::string::npos) << key << ": " << sentence;
        }
}

}  // namespace
}  // namespace base
