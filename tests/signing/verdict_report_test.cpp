#include "signing/verdict_report.h"

#include <gtest/gtest.h>

#include "signing/validate.h"

namespace {

using namespace signing;

FileVerdict sample() {
    SignatureVerdict signature;
    signature.field = "Lider";
    signature.subFilter = "ETSI.CAdES.detached";
    signature.indication = Indication::totalFailed;
    signature.subIndication = "FORMAT_FAILURE";
    signature.integrity = Integrity::intact;
    signature.coverage = Coverage::revision;
    signature.changesAfter = Changes::disallowed;
    signature.changes = {base::say("changes.pages")};
    signature.level = "B-B";
    signature.signerName = "Łucja \"Ł\"";
    signature.certificate = "CN=Łucja";
    signature.claimedTime = base::parseInstant("2019-11-27T09:30:00Z");
    signature.reasons = {base::say("verify.changed")};
    return {FileIndication::totalFailed, base::fromHex("00ff"), {}, {signature}};
}

TEST(VerdictReport, WritesTheContractInOneLine) {
    EXPECT_EQ(
        verdictJson(sample(), "a.pdf"),
        R"({"file":"a.pdf","sha256":"00ff","verdict":"TOTAL-FAILED","error":null,"signatures":[{"field":"Lider",)"
        R"("kind":"signature","subFilter":"ETSI.CAdES.detached","indication":"TOTAL-FAILED",)"
        R"("subIndication":"FORMAT_FAILURE","integrity":"intact","coverage":"revision","changesAfter":"disallowed",)"
        R"("changes":["Dodano, usunięto albo przestawiono strony."],"level":"B-B","signer":{"name":"Łucja \"Ł\"",)"
        R"("onBehalfOf":null,"certificate":"CN=Łucja"},"claimedTime":"2019-11-27T09:30:00Z",)"
        R"("bestSignatureTime":null,"qualification":"unknown",)"
        R"("reasons":["Po podpisaniu zmieniono dokument w sposób niedozwolony."]}]})");
}

TEST(VerdictReport, WritesNullForWhatIsNotKnown) {
    FileVerdict verdict;
    verdict.error = base::say("pdf.damaged");
    EXPECT_EQ(verdictJson(verdict, "b.pdf"), R"({"file":"b.pdf","sha256":null,"verdict":"UNREADABLE",)"
                                             R"("error":"Plik PDF jest uszkodzony albo niepełny.","signatures":[]})");
    verdict = {FileIndication::indeterminate, {}, {}, {SignatureVerdict{}}};
    const std::string json = verdictJson(verdict, "c.pdf");
    for (const char* part : {R"("subFilter":null)", R"("subIndication":null)", R"("level":null)", R"("name":null)",
                             R"("claimedTime":null)", R"("integrity":"unknown")", R"("coverage":"partial")"})
        EXPECT_NE(json.find(part), json.npos) << part << json;
}

TEST(VerdictReport, MendsWhatIsNoUtf8) {
    FileVerdict verdict = sample();
    verdict.signatures[0].subFilter =
        "a\xFF"
        "b";
    EXPECT_NE(verdictJson(verdict, "x")
                  .find("\"a\xEF\xBF\xBD"
                        "b\""),
              std::string::npos);
}

TEST(VerdictReport, GivesThreeAnswersInPlainPolish) {
    const std::string text = verdictText(sample(), "a.pdf");
    for (const char* part : {"a.pdf: co najmniej jeden podpis jest nieprawidłowy.", "Podpis 1, pole „Lider”",
                             "Treść: podpisana część jest nienaruszona, lecz później zmieniono",
                             "Podpisujący: ", "Rodzaj podpisu: ", "– Dodano, usunięto albo przestawiono strony."})
        EXPECT_NE(text.find(part), text.npos) << part << '\n' << text;
    EXPECT_FALSE(text.ends_with('\n'));
}

TEST(VerdictReport, HidesControlCharactersFromTheTerminal) {
    FileVerdict verdict = sample();
    verdict.signatures[0].signerName = "a\x1B[2Jb\xE2\x80\xAE";
    const std::string text = verdictText(verdict, "a\nb");
    EXPECT_EQ(text.find('\x1B'), text.npos);
    EXPECT_EQ(text.find("\xE2\x80\xAE"), text.npos);
    EXPECT_EQ(text.find("a\nb"), text.npos);
}

TEST(VerdictReport, SaysDemonstrationInsteadOfTrust) {
    FileVerdict verdict = sample();
    verdict.verdict = FileIndication::totalPassed;
    verdict.signatures[0].indication = Indication::totalPassed;
    verdict.signatures[0].changesAfter = Changes::none;
    verdict.signatures[0].demonstration = true;
    const std::string text = verdictText(verdict, "a.pdf");
    EXPECT_NE(text.find("urząd pokazowy"), text.npos);
    EXPECT_NE(text.find("bez skutków prawnych"), text.npos);
}

}  // namespace
