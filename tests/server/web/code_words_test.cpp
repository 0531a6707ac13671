#include "server/web/code_words.h"

#include <gtest/gtest.h>

#include "base/message.h"

namespace web {
namespace {

using templates::Value;

TEST(CodeWords, AreTheCataloguesInTheThreadsLanguage) {
    EXPECT_EQ(kindText("joint-declaration"), "deklaracja wspólna");
    EXPECT_EQ(didText("document.issue"), "wydano dokument");
    EXPECT_EQ(didText("user.disable"), "wyłączono konto");
    const base::LanguageScope english(base::Language::english);
    EXPECT_EQ(roleText("archivist"), "archivist");
    EXPECT_EQ(scopeText("links"), "signing links");
    EXPECT_EQ(damageText("damaged"), "content changed");
    EXPECT_EQ(thingText("upload"), "returned file");
    EXPECT_EQ(effectText("INDETERMINATE"), "open");
}

TEST(CodeWords, LeaveAnUnknownCode) {
    EXPECT_EQ(kindText("new"), "new");
    EXPECT_FALSE(takesSignatures("new"));
    EXPECT_EQ(toneOf("NO-SIGNATURE"), "warn");
}

TEST(CodeWords, KnowWhatTakesSignatures) {
    for (const char* state : {"issued", "sent", "partly-signed", "sealing-failed"}) EXPECT_TRUE(takesSignatures(state));
    for (const char* state : {"draft", "signed", "archived", "declined", "expired", "voided"})
        EXPECT_FALSE(takesSignatures(state)) << state;
}

TEST(CodeWords, ReadATree) {
    const Value tree = Value::Map{{"a", Value::Map{{"b", "x"}, {"c", true}, {"d", Value::List{1, 2}}}}};
    EXPECT_EQ(textAt(tree, "a.b"), "x");
    EXPECT_EQ(textAt(tree, "a.c"), "");
    EXPECT_TRUE(isTrueAt(tree, "a.c"));
    EXPECT_FALSE(isTrueAt(tree, "a.e"));
    EXPECT_EQ(numberAt(Value(Value::Map{{"n", std::int64_t{12}}, {"t", "12"}}), "n"), 12);
    EXPECT_EQ(otherName(Value::Map{{"signed_name", "Jan Inny"}, {"expected_name", "Piotr Maj"}}), "Jan Inny");
    EXPECT_EQ(otherName(Value::Map{{"signed_name", "PIOTR MAJ"}, {"expected_name", "Piotr Maj"}}), "");
    EXPECT_EQ(otherName(Value::Map{{"signed_name", Value()}, {"expected_name", "Piotr Maj"}}), "");
    EXPECT_EQ(numberAt(Value(Value::Map{{"n", std::int64_t{12}}, {"t", "12"}}), "t"), 0);
    EXPECT_EQ(listAt(tree, "a.d").size(), 2U);
    EXPECT_TRUE(listAt(tree, "a.b").empty());
}

TEST(CodeWords, TakeAListOutOfATree) {
    Value tree = Value::Map{{"list", Value::List{1, 2}}, {"text", "x"}};
    EXPECT_EQ(takeList(tree, "list"), (Value::List{1, 2}));
    EXPECT_TRUE(takeList(tree, "list").empty());
    EXPECT_TRUE(takeList(tree, "text").empty());
    EXPECT_TRUE(takeList(tree, "none").empty());
    EXPECT_EQ(textAt(tree, "text"), "x");
    Value text = "x";
    EXPECT_TRUE(takeList(text, "list").empty());
}

}  // namespace
}  // namespace web
