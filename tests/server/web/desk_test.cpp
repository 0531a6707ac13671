#include "server/web/desk.h"

#include <gtest/gtest.h>

#include "base/bytes.h"
#include "tests/support/desk_api.h"

using namespace web;
using templates::Value;

TEST(Desk, ReadsTextsNumbersAndListsOfATree) {
    const Value tree = Value::Map{{"a", Value::Map{{"b", "x"}}}, {"n", 0}, {"l", Value::List{"y"}}, {"t", true}};
    EXPECT_EQ(textAt(tree, "a.b"), "x");
    EXPECT_EQ(textAt(tree, "n"), "0");
    EXPECT_EQ(textAt(tree, "a.c"), "");
    EXPECT_EQ(listAt(tree, "l").size(), 1u);
    EXPECT_TRUE(listAt(tree, "a").empty());
    EXPECT_TRUE(isTrueAt(tree, "t"));
}

TEST(Desk, PutsATextAndTakesAnEmptyOneAway) {
    Value tree = Value::Map{{"list", Value::List{Value::Map{{"name", "x"}}}}};
    putText(tree, "a.b", "y");
    putText(tree, "list.0.name", "z");
    EXPECT_EQ(textAt(tree, "a.b"), "y");
    EXPECT_EQ(textAt(tree, "list.0.name"), "z");
    putText(tree, "a.b", "");
    EXPECT_EQ(tree.find("a"), nullptr);
    putText(tree, "none.at.all", "");
    EXPECT_EQ(tree.find("none"), nullptr);
}

TEST(Desk, NamesADocumentByKindAndPartner) {
    const Value signers = Value::List{Value::Map{{"field", "Lider"}, {"party", "Ośrodek"}},
                                      Value::Map{{"field", "P1"}, {"party", "Szkoła"}}};
    const Value shown = dressedDocument(Value::Map{{"kind", "declaration"}, {"state", "signed"}, {"signers", signers}});
    EXPECT_EQ(textAt(shown, "name"), "Deklaracja przystąpienia: Szkoła");
    EXPECT_EQ(textAt(shown, "tone"), "good");
}

TEST(Desk, ReadsItsOwnBase64) {
    for (const std::string text : {"", "a", "ab", "abc", "abcd"}) EXPECT_EQ(fromBase64(base::base64(text)), text);
    EXPECT_FALSE(fromBase64("a?"));
}
