#include "base/message.h"

#include <gtest/gtest.h>

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

TEST(Words, HaveEachKeyOnceAndNoEmptySentence) {
    std::set<std::string> seen;
    for (const auto& section : catalogue(Language::polish))
        for (const Word& word : section) {
            EXPECT_TRUE(seen.insert(std::string(word.key)).second) << word.key;
            EXPECT_FALSE(word.sentence.empty()) << word.key;
        }
    EXPECT_GT(seen.size(), 50U);
}

}  // namespace
}  // namespace base
