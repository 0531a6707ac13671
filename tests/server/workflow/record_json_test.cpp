#include "server/workflow/record_json.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace workflow {
namespace {

domain::Record full() {
    domain::Record record;
    record.id = "AAAABBBBCCCCDDDD";
    record.meetingId = "bedzin-2019-11-27";
    record.documentId = "EEEEFFFFGGGGHHHH";
    record.kind = domain::DocumentKind::jointDeclaration;
    record.fileName = "deklaracja „ż” \"x\"\n.pdf";
    record.sha256 = std::string(64, 'a');
    record.size = 123456789012;
    record.snapshotSha256 = std::string(64, 'b');
    record.verdictSha256 = std::string(64, 'c');
    record.verdict = "INDETERMINATE";
    record.archivedAt = *base::parseInstant("2019-11-27T10:00:00Z");
    record.signatures = {{"Partner-0", 0, "Olga Machura (POKAZ)", "TOTAL-PASSED", true, true},
                         {"Lider", std::nullopt, "", "TOTAL-FAILED", false, false}};
    return record;
}

TEST(RecordJson, ReadsWhatItWrites) {
    EXPECT_EQ(readRecord(recordJson(full())), full());
    EXPECT_EQ(recordJson(full()).find('\n'), std::string::npos);
    domain::Record least;
    EXPECT_EQ(readRecord(recordJson(least)), least);
}

TEST(RecordJson, WritesStableNames) {
    domain::Record record = full();
    record.fileName = "a.pdf";
    record.sha256 = "aa";
    record.snapshotSha256 = "bb";
    record.verdictSha256 = "cc";
    record.signatures.pop_back();
    const std::string expected = R"json({"archivedAt":"2019-11-27T10:00:00Z","document":"EEEEFFFFGGGGHHHH",)json"
                                 R"json("file":"a.pdf","id":"AAAABBBBCCCCDDDD","kind":"joint-declaration",)json"
                                 R"json("meeting":"bedzin-2019-11-27","sha256":"aa","signatures":[{)json"
                                 R"json("demonstration":true,"field":"Partner-0","indication":"TOTAL-PASSED",)json"
                                 R"json("intact":true,"participant":0,"signer":"Olga Machura (POKAZ)"}],)json"
                                 R"json("size":123456789012,"snapshotSha256":"bb","verdict":"INDETERMINATE",)json"
                                 R"json("verdictSha256":"cc"})json";
    EXPECT_EQ(recordJson(record), expected);
}

TEST(RecordJson, RefusesAnythingElse) {
    const std::string good = recordJson(full());
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string json = good;
        json.replace(json.find(from), from.size(), to);
        return json;
    };
    for (const std::string& json :
         {std::string("7"), std::string("{}"), std::string("{"), changed("\"id\"", "\"Id\""),
          changed("joint-declaration", "letter"), changed("\"size\":123456789012", "\"size\":-1"),
          changed("\"size\":123456789012", "\"size\":\"1\""), changed("2019-11-27T10", "2019-11-31T10"),
          changed("{\"archivedAt\"", "{\"more\":1,\"archivedAt\""), changed("\"intact\":true", "\"intact\":1"),
          changed("\"demonstration\":true,", "")})
        EXPECT_EQ(support::codeOf([&] { readRecord(json); }), base::ErrorCode::data) << json;
    for (std::size_t length = 0; length < good.size(); ++length)
        EXPECT_THROW(readRecord(good.substr(0, length)), base::Error) << length;
}

}  // namespace
}  // namespace workflow
