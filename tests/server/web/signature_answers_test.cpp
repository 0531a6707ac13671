#include "server/web/signature_answers.h"

#include <gtest/gtest.h>

#include "server/web/desk.h"

using namespace web;
using templates::Value;

namespace {

Value answerFor(Value signature, const char* method = "") {
    const Value report = Value::Map{
        {"data", Value::List{Value::Map{
                     {"file", "d.pdf"}, {"what", "head"}, {"signatures", Value::List{std::move(signature)}}}}}};
    const Value document = Value::Map{{"signers", Value::List{Value::Map{{"field", "Lider"}, {"method", method}}}}};
    return signatureAnswers(report, document).front();
}

Value signature(const char* indication, const char* integrity, const char* changes, const char* qualification) {
    return Value::Map{
        {"field", "Lider"},        {"indication", indication},       {"integrity", integrity},
        {"changesAfter", changes}, {"qualification", qualification}, {"signer", Value::Map{{"name", "Anna Nowa"}}}};
}

TEST(SignatureAnswers, AreThreeAndNeverOneTick) {
    const Value good = answerFor(signature("TOTAL-PASSED", "intact", "none", "QESig"));
    EXPECT_NE(textAt(good, "integrity").find("nienaruszona"), std::string::npos);
    EXPECT_NE(textAt(good, "identity").find("Anna Nowa"), std::string::npos);
    EXPECT_NE(textAt(good, "legal").find("Kwalifikowany"), std::string::npos);
    EXPECT_EQ(textAt(good, "tone"), "good");
}

TEST(SignatureAnswers, DoNotPromiseWhatIsUnknown) {
    const Value open = answerFor(signature("INDETERMINATE", "intact", "allowed", "unknown"));
    EXPECT_NE(textAt(open, "identity").find("nie można tego potwierdzić"), std::string::npos);
    EXPECT_NE(textAt(open, "legal").find("nie można ustalić"), std::string::npos);
    EXPECT_EQ(textAt(open, "tone"), "warn");
    EXPECT_NE(textAt(answerFor(signature("TOTAL-FAILED", "broken", "none", "unknown")), "integrity").find("naruszona"),
              std::string::npos);
    EXPECT_NE(textAt(answerFor(signature("TOTAL-FAILED", "intact", "disallowed", "unknown")), "integrity")
                  .find("niedozwolony"),
              std::string::npos);
}

TEST(SignatureAnswers, SayWhatTheOfficesKeyMade) {
    const auto legal = [](const char* method) {
        return textAt(answerFor(signature("INDETERMINATE", "intact", "none", "unknown"), method), "legal");
    };
    EXPECT_NE(legal("here").find("Zwykły podpis"), std::string::npos);
    EXPECT_NE(legal("office-seal").find("(własna)"), std::string::npos);
}

}  // namespace
