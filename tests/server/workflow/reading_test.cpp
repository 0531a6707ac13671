#include "server/workflow/reading.h"

#include <gtest/gtest.h>

#include "server/workflow/json_value.h"

namespace workflow {
namespace {

struct Inner {
    std::string name{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name);
    }
};

struct Outer {
    std::int64_t number = 0;
    std::optional<std::string> text{};
    std::optional<std::int64_t> count{};
    std::optional<bool> truth{};
    std::vector<std::string> words{};
    std::optional<Inner> inner{};
    std::vector<Inner> list{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("number", self.number);
        visit.optional("text", self.text);
        visit.optional("count", self.count);
        visit.optional("truth", self.truth);
        visit.texts("words", self.words);
        visit.object("inner", self.inner);
        visit.list("list", self.list);
    }
};

std::vector<std::string> read(const char* json, Outer& outer) {
    const templates::Value source = readJson(json, "");
    std::vector<base::Fault> faults;
    Reading::whole(source, "", "f.json", faults, outer);
    std::vector<std::string> found;
    for (const base::Fault& fault : faults) found.push_back(fault.place.pointer + ' ' + fault.message.key);
    return found;
}

TEST(Reading, FillsWhatIsThere) {
    Outer outer;
    EXPECT_TRUE(read(R"({"number":-1,"text":" a\u00a0b ","count":0,"truth":false,"words":["x","y"],"inner":{"name":"n"},
                         "list":[{"name":"1"},{"name":"2"}]})",
                     outer)
                    .empty());
    EXPECT_EQ(outer.number, -1);
    EXPECT_EQ(outer.text, "a b");
    EXPECT_EQ(outer.count, 0);
    EXPECT_EQ(outer.truth, false);
    EXPECT_EQ(outer.words, (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(outer.inner->name, "n");
    EXPECT_EQ(outer.list.at(1).name, "2");
}

TEST(Reading, LeavesOutWhatIsNotThere) {
    Outer outer;
    EXPECT_TRUE(read(R"({"number":1})", outer).empty());
    EXPECT_EQ(outer.text, std::nullopt);
    EXPECT_EQ(outer.truth, std::nullopt);
    EXPECT_FALSE(outer.inner);
}

TEST(Reading, FaultsWrongTypesAtTheirPointers) {
    Outer outer;
    EXPECT_EQ(read(R"({"number":1.5,"text":1,"count":"1","truth":0,"words":[1,""],"inner":[],"list":[7,{}]})", outer),
              (std::vector<std::string>{
                  "/number json.wants_number", "/text json.wants_text", "/count json.wants_number",
                  "/truth json.wants_truth", "/words/0 json.wants_text", "/words/1 json.empty_text",
                  "/inner json.wants_object", "/list/0 json.wants_object", "/list/1/name json.missing"}));
}

TEST(Reading, TakesNullForAWrongType) {
    Outer outer;
    EXPECT_EQ(read(R"({"number":1,"text":null})", outer), (std::vector<std::string>{"/text json.wants_text"}));
}

TEST(Reading, FaultsUnknownAndMissingMembersAndEmptyTexts) {
    Outer outer;
    EXPECT_EQ(read(R"({"text":" \u00a0","inner":{"name":"a","b":1},"c":2})", outer),
              (std::vector<std::string>{"/number json.missing", "/text json.empty_text", "/inner/b json.unknown_key",
                                        "/c json.unknown_key"}));
}

TEST(Reading, EscapesPointers) {
    Outer outer;
    EXPECT_EQ(read(R"({"number":1,"a/b~c":1})", outer), (std::vector<std::string>{"/a~1b~0c json.unknown_key"}));
}

struct Credential {
    std::string secret{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.verbatim("secret", self.secret);
    }
};

TEST(Reading, TakesAVerbatimTextOctetByOctet) {
    const auto read = [](const char* json, Credential& credential) {
        std::vector<base::Fault> faults;
        Reading::whole(readJson(json, ""), "", "", faults, credential);
        return faults.empty() ? "" : faults.front().message.key;
    };
    Credential credential;
    EXPECT_EQ(read(R"({"secret":" a\u00a0b "})", credential), "");
    EXPECT_EQ(credential.secret, " a\u00a0b ");
    EXPECT_EQ(read(R"({"secret":""})", credential), "");
    EXPECT_EQ(credential.secret, "");
    EXPECT_EQ(read(R"({"secret":7})", credential), "json.wants_text");
    EXPECT_EQ(read("{}", credential), "json.missing");
}

}  // namespace
}  // namespace workflow
