#include "server/confine/protocol.h"

#include <gtest/gtest.h>

#include "signing/digest.h"
#include "signing/verdict_report.h"
#include "tests/support/samples.h"

namespace {

using namespace confine;

/// Everything has another value than the default.
signing::FileVerdict fullVerdict() {
    signing::SignatureVerdict one{"Lider",
                                  signing::Kind::seal,
                                  "ETSI.CAdES.detached",
                                  signing::Indication::totalFailed,
                                  "HASH_FAILURE",
                                  signing::Integrity::broken,
                                  signing::Coverage::revision,
                                  signing::Changes::allowed,
                                  {base::say("changes.signed", {"Partner-1"})},
                                  "B-B",
                                  "Olga Machura",
                                  "CN=Olga Machura",
                                  base::Instant{std::chrono::seconds{-5}},
                                  base::parseInstant("2026-03-02T12:00:00Z"),
                                  "QESig",
                                  true,
                                  {base::say("verify.changed"), base::say("path.no_anchors")},
                                  base::Bytes(32, '\x7F'),
                                  base::Instant{std::chrono::seconds{9}},
                                  base::Instant{std::chrono::seconds{10}},
                                  1776,
                                  "RSA-1024"};
    return {signing::FileIndication::totalFailed, base::Bytes(32, '\xFF'), base::say("pdf.damaged"), {one, {}}};
}

TEST(Protocol, CarriesAQuestionAndTheFileBehindIt) {
    const Question asked{Operation::prepare,
                         {"DER", base::Bytes("\0", 1)},
                         base::Instant{std::chrono::seconds{7}},
                         {"Lider", "Żaneta", base::Instant{std::chrono::seconds{8}}, true, 4096},
                         3};
    base::ByteView file;
    const base::Bytes message = encoded(asked) + "%PDF";
    const Question got = decodedQuestion(message, file);
    EXPECT_EQ(file, "%PDF");
    EXPECT_EQ(got.operation, asked.operation);
    EXPECT_EQ(got.anchors, asked.anchors);
    EXPECT_EQ(got.at, asked.at);
    EXPECT_EQ(got.page, asked.page);
    EXPECT_EQ(encoded(got), encoded(asked));
}

TEST(Protocol, CarriesAVerdictWhole) {
    const auto verdict = fullVerdict();
    const auto got = decodedVerdict(encoded(verdict));
    EXPECT_EQ(signing::verdictJson(got, "a"), signing::verdictJson(verdict, "a"));
    EXPECT_EQ(got.signatures[0].claimedTime, verdict.signatures[0].claimedTime);
    EXPECT_EQ(got.signatures[0].changes, verdict.signatures[0].changes);
    EXPECT_EQ(got.signatures[0].reasons, verdict.signatures[0].reasons);
    EXPECT_TRUE(got.signatures[0].demonstration);
    EXPECT_EQ(encoded(got), encoded(verdict));
}

TEST(Protocol, CarriesAnInspectionWhole) {
    const workflow::Inspection inspection{
        {{"Lider", "opis", "funkcja", "instytucja", 1, 2, 3, 4, 5, 6, 7, 6.5, -0.25, true}, {}},
        "id",
        "Tytuł",
        3,
        {"XFA"},
        true};
    const auto got = decodedInspection(encoded(inspection));
    EXPECT_EQ(got.fields, inspection.fields);
    EXPECT_EQ(got.fileId, "id");
    EXPECT_EQ(got.title, "Tytuł");
    EXPECT_EQ(got.pageCount, 3U);
    EXPECT_EQ(got.activeContent, inspection.activeContent);
    EXPECT_TRUE(got.wasRepaired);
}

TEST(Protocol, CarriesOfAPreparedFileOnlyWhatIsNew) {
    const signing::Prepared prepared{"original and new", 9, 12, signing::sha256({"original ", " new"})};
    const base::Bytes message = encoded(prepared, "original");
    EXPECT_EQ(message.find("original"), message.npos);
    const auto got = decodedPrepared(message, "original");
    EXPECT_EQ(got.pdf, prepared.pdf);
    EXPECT_EQ(got.holeBegin, 9U);
    EXPECT_EQ(got.holeEnd, 12U);
    EXPECT_EQ(got.digest, prepared.digest);
    EXPECT_EQ(support::failureOf([&] { decodedPrepared(message, "another original"); }), "process.malformed");
}

TEST(Protocol, TakesNoDigestOfOtherBytesThanThoseThatAreSigned) {
    const signing::Prepared prepared{"original and new", 9, 12, signing::sha256({"another ", " new"})};
    EXPECT_EQ(support::failureOf([&] { decodedPrepared(encoded(prepared, "original"), "original"); }),
              "process.malformed");
}

TEST(Protocol, RefusesEveryCutAndEveryAddition) {
    const base::Bytes whole = encoded(fullVerdict());
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_EQ(support::failureOf([&] { decodedVerdict(whole.substr(0, length)); }), "process.malformed") << length;
    EXPECT_EQ(support::failureOf([&] { decodedVerdict(whole + '\0'); }), "process.malformed");
}

/// A changed octet is either refused or stands in what was read.
TEST(Protocol, ReadsNothingInTwoWays) {
    const base::Bytes whole = encoded(fullVerdict());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        base::Bytes changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x41);
        try {
            EXPECT_EQ(encoded(decodedVerdict(changed)), changed) << at;
        } catch (const base::Error& error) {
            EXPECT_EQ(error.message().key, "process.malformed");
        }
    }
}

}  // namespace
