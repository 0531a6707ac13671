#include "base/message.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

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

TEST(Message, TellsAMessageInsideAnotherInTheReadersLanguage) {
    const Message state = say("document_state.draft");
    const Message outer = say("state.document", {inside(state), "draft"});
    EXPECT_NE(text(outer, Language::polish).find("szkic (draft)"), std::string::npos) << text(outer);
    EXPECT_NE(text(outer, Language::english).find("draft (draft)"), std::string::npos);
    EXPECT_EQ(text(outer, Language::english).find("szkic"), std::string::npos);
    const Message file = say("file.missing", {"a.pdf"});
    EXPECT_EQ(fromInside(inside(file)), file);
    EXPECT_EQ(fromInside(inside(say("a", {"", "b", ""}))), say("a", {"", "b", ""}));
    EXPECT_EQ(fromInside(inside(state)), state);
    EXPECT_EQ(text(fromInside("Zdanie z dawnej bazy.")), "Zdanie z dawnej bazy.");
    EXPECT_EQ(text(fromInside("")), "");
    EXPECT_EQ(fromInside(inside(say("a", {inside(file)}))), say("a", {text(file)}));
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

/// A noun for a number in a sentence: "{0|plik|pliki|plików}".
struct Noun {
    std::string slot{};
    std::size_t value = 0;
    std::vector<std::string> forms{};
};

std::vector<Noun> nounsOf(const std::string& sentence) {
    static const std::regex slot(R"(\{([0-9])\|([^}]*)\})"), bar(R"(\|)");
    std::vector<Noun> nouns;
    for (std::sregex_iterator at(sentence.begin(), sentence.end(), slot), end; at != end; ++at) {
        const std::string forms = (*at)[2];
        nouns.push_back({at->str(),
                         static_cast<std::size_t>((*at)[1].str()[0] - '0'),
                         {std::sregex_token_iterator(forms.begin(), forms.end(), bar, -1), {}}});
    }
    return nouns;
}

/// Which form of each language a number wants, written out by hand.
struct Wanted {
    const char* number;
    std::size_t polish;
    std::size_t english;
};
constexpr Wanted kWanted[] = {{"0", 2, 1},   {"1", 0, 0},   {"2", 1, 1},   {"4", 1, 1},   {"5", 2, 1},  {"11", 2, 1},
                              {"12", 2, 1},  {"14", 2, 1},  {"21", 2, 1},  {"22", 1, 1},  {"25", 2, 1}, {"101", 2, 1},
                              {"102", 1, 1}, {"112", 2, 1}, {"122", 1, 1}, {"1002", 1, 1}};

/// The sentence at this number by a simple reading of its slots, to hold base::text against.
std::string sentenceAt(std::string sentence, const Wanted& at, Language language) {
    for (const Noun& noun : nounsOf(sentence))
        sentence.replace(sentence.find(noun.slot), noun.slot.size(),
                         noun.forms.at(language == Language::polish ? at.polish : at.english));
    static const std::regex value(R"(\{[0-9]\})");
    return std::regex_replace(sentence, value, at.number);
}

TEST(Words, HaveTheFormOfTheNounThatEachNumberWants) {
    for (const Language language : {Language::polish, Language::english}) {
        std::size_t sentences = 0;
        for (const auto& [key, sentence] : wordsOf(language)) {
            const auto nouns = nounsOf(sentence);
            if (nouns.empty()) continue;
            ++sentences;
            for (const Noun& noun : nouns) {
                ASSERT_EQ(noun.forms.size(), language == Language::polish ? 3U : 2U) << key << ": " << noun.slot;
                for (const std::string& form : noun.forms) EXPECT_FALSE(form.empty()) << key << ": " << noun.slot;
                EXPECT_NE(noun.forms.front(), noun.forms.back()) << key << ": " << noun.slot;
            }
            for (const Wanted& at : kWanted)
                EXPECT_EQ(text(say(key, std::vector<std::string>(10, at.number)), language),
                          sentenceAt(sentence, at, language))
                    << key;
        }
        EXPECT_GE(sentences, 15U);
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
