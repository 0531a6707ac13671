#include "templates/filters.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "templates/value.h"

namespace templates {
namespace {

std::string applied(const char* name, const Value& value, std::vector<std::string> arguments = {}) {
    const Value made = apply({name, std::move(arguments)}, value);
    return made.text() == nullptr ? "no text" : *made.text();
}

std::string refusal(const char* name, const Value& value, std::vector<std::string> arguments = {}) {
    try {
        return applied(name, value, std::move(arguments));
    } catch (const base::Error& error) {
        return error.code() == base::ErrorCode::data ? error.message().key : "another code";
    }
}

TEST(Filters, WriteADateInPolish) {
    EXPECT_EQ(applied("date", "2019-11-27"), "27 listopada 2019 r.");
    EXPECT_EQ(refusal("date", "27.11.2019"), "filter.no_date");
    EXPECT_EQ(refusal("date", "2019-02-29"), "filter.no_date");
    EXPECT_EQ(refusal("date", 20191127), "filter.wants_text");
}

TEST(Filters, ChangeTheCaseOfPolishLetters) {
    EXPECT_EQ(applied("upper", "zażółć gęślą jaźń"), "ZAŻÓŁĆ GĘŚLĄ JAŹŃ");
    EXPECT_EQ(applied("lower", "ZAŻÓŁĆ GĘŚLĄ JAŹŃ 7"), "zażółć gęślą jaźń 7");
    EXPECT_EQ(applied("capital", "łódź"), "Łódź");
    EXPECT_EQ(applied("capital", ""), "");
}

TEST(Filters, GroupDigitsFromFiveOn) {
    EXPECT_EQ(applied("number", 1234), "1234");
    EXPECT_EQ(applied("number", 12345), "12 345");
    EXPECT_EQ(applied("number", 1234567), "1 234 567");
    EXPECT_EQ(applied("number", -123456), "-123 456");
    EXPECT_EQ(refusal("number", "12345"), "filter.wants_number");
}

TEST(Filters, ChooseTheWordForACount) {
    const std::vector<std::string> words{"osoba", "osoby", "osób"};
    const auto chosen = [&](int count) { return applied("plural", count, words); };
    EXPECT_EQ(chosen(1), "osoba");
    EXPECT_EQ(chosen(22), "osoby");
    EXPECT_EQ(chosen(12), "osób");
    EXPECT_EQ(chosen(0), "osób");
    EXPECT_EQ(refusal("plural", "1", words), "filter.wants_number");
}

TEST(Filters, JoinAListWithItsLastTwoByAnd) {
    EXPECT_EQ(applied("list", Value::List{"a", "b", "c"}), "a, b i c");
    EXPECT_EQ(applied("list", Value::List{"a"}), "a");
    EXPECT_EQ(applied("list", Value::List{}), "");
    EXPECT_EQ(refusal("list", Value::List{1}), "filter.wants_text");
    EXPECT_EQ(refusal("list", "a"), "filter.wants_list");
}

TEST(Filters, PutADefaultOnlyWhereSomethingIsMissing) {
    EXPECT_EQ(applied("default", {}, {"brak"}), "brak");
    EXPECT_EQ(applied("default", "", {"brak"}), "brak");
    EXPECT_EQ(applied("default", "jest", {"brak"}), "jest");
}

TEST(Filters, AreKnownByNameAndCountOfArguments) {
    EXPECT_TRUE(isFilter("plural"));
    EXPECT_FALSE(isFilter("Plural"));
    EXPECT_TRUE(takesArguments("plural", 3));
    EXPECT_FALSE(takesArguments("plural", 2));
    EXPECT_FALSE(takesArguments("nic", 0));
    EXPECT_EQ(refusal("nic", "a"), "template.unknown_filter");
    EXPECT_EQ(refusal("default", "a"), "template.unknown_filter");
}

}  // namespace
}  // namespace templates
