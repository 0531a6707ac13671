#include "server/http/document_json.h"

#include <gtest/gtest.h>

#include "server/workflow/json_value.h"

namespace http {
namespace {

const base::Instant kNoon = *base::parseInstant("2026-11-25T12:00:00Z");

TEST(DocumentJson, HasEveryMemberOfAnUpload) {
    domain::Upload upload{"U",
                          "D",
                          "",
                          domain::UploadKind::counterpart,
                          domain::UploadState::waiting,
                          "aa",
                          17,
                          "a.pdf",
                          "Partner-1",
                          "Jan",
                          3,
                          {base::say("upload.zip")},
                          kNoon,
                          {}};
    EXPECT_EQ(
        workflow::valueJson(uploadValue(upload)),
        R"({"at":"2026-11-25T12:00:00Z","decided_at":null,"document_id":"D","field":"Partner-1","file":"a.pdf",)"
        R"("findings":[{"text":"To archiwum ZIP. Zachowano je jako załącznik. Proszę odesłać sam podpisany plik PDF.",)"
        R"("type":"upload-zip"}],"id":"U","kind":"counterpart","sha256":"aa","signatures":3,"signed_name":"Jan",)"
        R"("signer_id":null,"size":17,"state":"waiting"})");
}

TEST(DocumentJson, SpeaksOfStatesInWords) {
    domain::Signing signing;
    signing.document.state = domain::DocumentState::partlySigned;
    signing.document.version = 7;
    signing.signers.emplace_back();
    const Response answer = written(documentAnswer(200, signing));
    EXPECT_NE(answer.body.find(R"("state":"partly-signed","state_text":"częściowo podpisany")"), std::string::npos);
    EXPECT_NE(answer.body.find(R"("state":"invited","state_text":"oczekuje")"), std::string::npos);
    EXPECT_EQ(answer.fields.back(), (std::pair<std::string, std::string>{"etag", "\"7\""}));
}

}  // namespace
}  // namespace http
