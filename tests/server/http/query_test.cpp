#include "server/http/query.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace http {
namespace {

Query query(std::string text) {
    Request request;
    request.query = std::move(text);
    return {request, {"name", "dry_run", "page"}};
}

TEST(PairsOf, DividesAQuery) {
    using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;
    EXPECT_EQ(pairsOf("a=1&b&c=&=d&e=f=g"), (Pairs{{"a", "1"}, {"b", ""}, {"c", ""}, {"", "d"}, {"e", "f=g"}}));
    EXPECT_EQ(pairsOf("&a="), (Pairs{{"", ""}, {"a", ""}}));
    EXPECT_TRUE(pairsOf("").empty());
}

TEST(Query, DecodesItsValuesOnce) {
    EXPECT_EQ(query("name=za%C5%BC%C3%B3%C5%82%C4%87+g%2525").text("name"), "zażółć g%25");
    EXPECT_EQ(query("").text("name"), "");
    EXPECT_EQ(query("").find("name"), std::nullopt);
}

TEST(Query, RefusesWhatItDoesNotKnowOrCannotRead) {
    for (const char* text : {"nam=a", "name=a&name=b", "name=%", "name=%4", "name=%zz", "name=%ff", "name=%00",
                             "name=a%0a", "&", "=", "name=a&&dry_run=true", "name", "name=", "name=&dry_run=true"})
        EXPECT_EQ(support::codeOf([&] { query(text); }), base::ErrorCode::usage) << text;
}

TEST(Query, NamesTheParametersThatThereAre) {
    EXPECT_EQ(support::failureOf([] { query("name=a&nam=tajne"); }), "query.unknown");
    Request request;
    request.query = "nam=tajne";
    const auto saidOf = [&](const Parameters& known) {
        try {
            Query(request, known);
        } catch (const base::Error& error) {
            return base::text(error.message());
        }
        return std::string();
    };
    EXPECT_EQ(saidOf({"name", "dry_run"}), "Adres ma nieznany parametr; dozwolone są: name, dry_run.");
    EXPECT_EQ(saidOf({}), "Ten adres nie przyjmuje parametrów.");
}

TEST(Query, KnowsTrueFromFalse) {
    EXPECT_TRUE(query("dry_run=true").truth("dry_run"));
    EXPECT_FALSE(query("dry_run=false").truth("dry_run"));
    EXPECT_FALSE(query("").truth("dry_run"));
    for (const char* text : {"dry_run=1", "dry_run=True"})
        EXPECT_EQ(support::codeOf([&] { (void)query(text).truth("dry_run"); }), base::ErrorCode::usage) << text;
}

TEST(Query, ReadsANumber) {
    EXPECT_EQ(query("page=12").number("page", 1), 12U);
    EXPECT_EQ(query("").number("page", 1), 1U);
    for (const char* text : {"page=-1", "page=1x", "page=+1", "page=99999999999999999999"})
        EXPECT_EQ(support::codeOf([&] { (void)query(text).number("page", 1); }), base::ErrorCode::usage) << text;
}

TEST(Query, TakesAFilesNameWithoutFolders) {
    EXPECT_EQ(fileName(query("name=pe%C5%82nomocnictwo.pdf")), "pełnomocnictwo.pdf");
    for (const char* text : {"name=..", "name=.", "name=a%2Fb", "name=a%5Cb"})
        EXPECT_EQ(support::codeOf([&] { (void)fileName(query(text)); }), base::ErrorCode::usage) << text;
    EXPECT_EQ(support::codeOf([] { (void)fileName(query("name=" + std::string(256, 'a'))); }), base::ErrorCode::usage);
}

}  // namespace
}  // namespace http
