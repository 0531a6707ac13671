#include "signing/validate.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "signing/digest.h"
#include "signing/verdict_report.h"
#include "tests/support/signing_samples.h"

namespace {

using namespace signing;
using samples::signedSample;

TrustAnchors anchorsOf(const base::Bytes& root) {
    TrustAnchors anchors;
    anchors.add(root);
    return anchors;
}

FileVerdict judged(const base::Bytes& file, const TrustAnchors& anchors, base::Instant at = samples::noon()) {
    return validate(file, {anchors, at});
}

/// What a reader of the report would take for an untouched file: every signature intact, nothing but allowed changes.
bool looksUntouched(const FileVerdict& verdict) {
    for (const SignatureVerdict& signature : verdict.signatures)
        if (signature.integrity != Integrity::intact ||
            (signature.changesAfter != Changes::none && signature.changesAfter != Changes::allowed))
            return false;
    return !verdict.signatures.empty();
}

TEST(Validate, PassesWhatWasSignedHereWithItsRootGiven) {
    for (const char* pdf : {"three-fields.pdf", "xref-stream.pdf", "linearized.pdf"}) {
        const auto made = signedSample(pdf, {"Partner-1", "Partner-2", "Lider"});
        const auto verdict = judged(made.versions.back(), anchorsOf(made.root));
        EXPECT_EQ(verdict.verdict, FileIndication::totalPassed) << pdf << verdictText(verdict, pdf);
        ASSERT_EQ(verdict.signatures.size(), 3U) << pdf;
        const std::vector<Changes> changes{Changes::allowed, Changes::allowed, Changes::none};
        const std::vector<Coverage> coverage{Coverage::revision, Coverage::revision, Coverage::wholeFile};
        for (std::size_t i = 0; i < 3; ++i) {
            EXPECT_EQ(verdict.signatures[i].changesAfter, changes[i]);
            EXPECT_EQ(verdict.signatures[i].coverage, coverage[i]);
            EXPECT_EQ(verdict.signatures[i].level, "B-B");
            EXPECT_EQ(verdict.signatures[i].kind, Kind::signature);
            EXPECT_EQ(verdict.signatures[i].signerName, "Żaneta Próbna");
            EXPECT_EQ(verdict.signatures[i].claimedTime, samples::noon());
            EXPECT_TRUE(verdict.signatures[i].demonstration);
        }
        EXPECT_EQ(verdict.signatures[2].field, "Lider");
    }
}

TEST(Validate, LeavesTrustOpenWithoutAnchorsAndBesideOthers) {
    const auto made = signedSample("three-fields.pdf", {"Lider"});
    TrustAnchors stranger = anchorsOf(samples::bytesOf(samples::data() / "signed/rsa-root.crt"));
    for (const TrustAnchors& anchors : {TrustAnchors(), std::move(stranger)}) {
        const auto verdict = judged(made.versions[0], anchors);
        EXPECT_EQ(verdict.verdict, FileIndication::indeterminate);
        EXPECT_EQ(verdict.signatures[0].subIndication, "NO_CERTIFICATE_CHAIN_FOUND");
        EXPECT_EQ(verdict.signatures[0].integrity, Integrity::intact);
        EXPECT_FALSE(verdict.signatures[0].demonstration);
    }
}

TEST(Validate, TellsTheSignersCertificateAndItsWeaknessWithoutAnchors) {
    const auto made = signedSample("three-fields.pdf", {"Lider"});
    const SignatureVerdict one = judged(made.versions[0], {}).signatures.at(0);
    EXPECT_EQ(one.certificateSha256, sha256(made.certificate));
    ASSERT_TRUE(one.validFrom && one.validTo);
    EXPECT_LT(*one.validFrom, samples::noon());
    EXPECT_GT(*one.validTo, samples::noon());
    EXPECT_EQ(one.weakness, "");
    EXPECT_GT(one.cmsSize, 200U);
    EXPECT_LT(one.cmsSize, 4000U);
    const auto rsa = samples::bytesOf(samples::data() / "signed/ok-approval-pkcs7.pdf");
    EXPECT_EQ(judged(rsa, {}).signatures.at(0).weakness, "");
    const auto later = *base::parseInstant("2030-01-01T00:00:00Z");  // RSA-2048 is safe until 2029
    EXPECT_EQ(judged(rsa, {}, later).signatures.at(0).weakness, "RSA-2048");
}

TEST(Validate, AnswersByTheTimeOfValidation) {
    const auto made = signedSample("three-fields.pdf", {"Lider"});
    const auto anchors = anchorsOf(made.root);
    for (const auto at : {samples::noon() + std::chrono::days(400), samples::noon() - std::chrono::days(1)}) {
        const auto verdict = judged(made.versions[0], anchors, at);
        EXPECT_EQ(verdict.verdict, FileIndication::indeterminate);
        EXPECT_EQ(verdict.signatures[0].subIndication, "OUT_OF_BOUNDS_NO_POE");
    }
}

TEST(Validate, SaysThatThereIsNoSignature) {
    const auto verdict = judged(samples::bytesOf(samples::data() / "pdf/three-fields.pdf"), TrustAnchors());
    EXPECT_EQ(verdict.verdict, FileIndication::noSignature);
    EXPECT_TRUE(verdict.signatures.empty());
    EXPECT_EQ(verdict.sha256.size(), 32U);
}

TEST(Validate, SaysWhyAFileCannotBeRead) {
    for (const char* name : {"pdf/encrypted.pdf", "keys/ec.p12", "signed/xref-prev-self-loop.pdf"}) {
        const auto verdict = judged(samples::bytesOf(samples::data() / name), TrustAnchors());
        EXPECT_EQ(verdict.verdict, FileIndication::unreadable) << name;
        EXPECT_TRUE(verdict.error.has_value()) << name;
    }
}

struct Expected {
    std::string file{}, integrity{}, changes{};
};

std::vector<Expected> expectations() {
    std::istringstream in(samples::bytesOf(samples::data() / "signed/expected.csv"));
    std::vector<Expected> rows;
    std::string line;
    std::getline(in, line);  // the heading
    while (std::getline(in, line)) {
        const auto first = line.find(';'), second = line.find(';', first + 1);
        rows.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
    }
    return rows;
}

std::string worstIntegrity(const FileVerdict& verdict) {
    if (verdict.verdict == FileIndication::unreadable) return "unreadable";
    bool unknown = verdict.signatures.empty();
    for (const auto& signature : verdict.signatures) {
        if (signature.integrity == Integrity::broken) return "broken";
        unknown = unknown || signature.integrity == Integrity::unknown;
    }
    return unknown ? "unknown" : "intact";
}

std::string worstChanges(const FileVerdict& verdict) {
    const std::vector<std::pair<Changes, std::string>> order{
        {Changes::disallowed, "disallowed"}, {Changes::unknown, "unknown"}, {Changes::allowed, "allowed"}};
    for (const auto& [changes, word] : order)
        for (const auto& signature : verdict.signatures)
            if (signature.changesAfter == changes) return word;
    return "none";
}

TEST(Validate, JudgesForeignFilesAndAttacksAsTheirMakersSay) {
    const auto rows = expectations();
    EXPECT_EQ(rows.size(), 34U);
    for (const Expected& row : rows) {
        const auto verdict = judged(samples::bytesOf(samples::data() / "signed" / row.file), TrustAnchors());
        EXPECT_EQ(worstIntegrity(verdict), row.integrity) << verdictText(verdict, row.file);
        if (!row.changes.empty()) {
            EXPECT_EQ(worstChanges(verdict), row.changes) << verdictText(verdict, row.file);
        }
        if (row.integrity == "broken" || row.changes == "disallowed") {
            EXPECT_EQ(verdict.verdict, FileIndication::totalFailed) << row.file;
        }
    }
}

TEST(Validate, RefusesAPageThatChangedAfterSigning) {
    const auto made = signedSample("three-fields.pdf", {"Partner-1"});
    const auto verdict =
        judged(samples::withObject(made.versions[0], 4, "<< /Length 8 >>\nstream\n0 0 m S\n\nendstream"),
               anchorsOf(made.root));
    EXPECT_EQ(verdict.verdict, FileIndication::totalFailed);
    EXPECT_EQ(verdict.signatures[0].integrity, Integrity::intact);
    EXPECT_EQ(verdict.signatures[0].changesAfter, Changes::disallowed);
}

TEST(Validate, IsNeverFooledByATruncation) {
    const auto made = signedSample("three-fields.pdf", {"Partner-1", "Lider"});
    const auto anchors = anchorsOf(made.root);
    const base::Bytes& file = made.versions.back();
    for (std::size_t length = 0; length < file.size(); ++length) {
        if (length % 97 != 0 && length + 200 < file.size()) continue;
        const auto verdict = judged(file.substr(0, length), anchors);
        const bool isFirstVersion = length + 1 >= made.versions[0].size() && length < made.versions[0].size() + 2;
        const bool isWhole = length + 1 >= file.size();  // the last line end may be missing
        EXPECT_TRUE(!looksUntouched(verdict) || isFirstVersion || isWhole) << length;
    }
}

/// Flips outside the /Contents of the signature that reaches farthest: bits there may be padding.
TEST(Validate, IsNeverFooledByAFlippedBit) {
    for (const auto& fields : {std::vector<std::string>{"Lider"}, std::vector<std::string>{"Partner-1", "Partner-2"}}) {
        const auto made = signedSample("three-fields.pdf", fields);
        const auto anchors = anchorsOf(made.root);
        const base::Bytes& file = made.versions.back();
        ASSERT_EQ(judged(file, anchors).verdict, FileIndication::totalPassed);
        const std::size_t begin = file.rfind("/Contents <") + 11, end = file.find('>', begin);
        std::mt19937 random(20191127);
        for (int i = 0; i < 400; ++i) {
            const std::size_t at = random() % file.size();
            if (at >= begin && at < end) continue;
            base::Bytes flipped = file;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << random() % 8));
            const auto verdict = judged(flipped, anchors);
            EXPECT_NE(verdict.verdict, FileIndication::totalPassed) << at;
            EXPECT_FALSE(looksUntouched(verdict)) << at;
        }
    }
}

/// The signer's certificate, the signed attributes and the signature value, as places of hexadecimal digits.
std::vector<std::size_t> signedPlaces(const base::Bytes& file, const base::Bytes& certificate) {
    const std::size_t begin = file.rfind("/Contents <");
    const std::size_t certificateBegin = file.find(base::hex(certificate), begin);
    const std::size_t attributes = file.find("06092a864886f70d010903", begin) - 10;  // behind "[0]" and "SEQUENCE"
    const std::size_t end = file.find("00000000000000000000000000000000", attributes);
    std::vector<std::size_t> places;
    for (std::size_t at = certificateBegin; at < certificateBegin + 2 * certificate.size(); ++at) places.push_back(at);
    for (std::size_t at = attributes; at < end; ++at) places.push_back(at);
    return places;
}

TEST(Validate, NoticesEachFlippedBitOfTheSignatureItself) {
    const auto made = signedSample("three-fields.pdf", {"Lider"});
    const auto anchors = anchorsOf(made.root);
    const base::Bytes& file = made.versions.back();
    const auto places = signedPlaces(file, made.certificate);
    ASSERT_GT(places.size(), 1500U);
    std::mt19937 random(2019);
    constexpr std::string_view digits = "0123456789abcdef";
    for (int i = 0; i < 400; ++i) {
        const std::size_t at = places[random() % places.size()];
        base::Bytes flipped = file;
        flipped[at] = digits[digits.find(flipped[at]) ^ (1U << random() % 4)];
        const auto verdict = judged(flipped, anchors);
        EXPECT_NE(verdict.verdict, FileIndication::totalPassed) << at;
        EXPECT_FALSE(looksUntouched(verdict)) << at;
    }
}

TEST(Worst, IsTheWorstOfTheSignatures) {
    const auto of = [](Indication indication) {
        SignatureVerdict verdict;
        verdict.indication = indication;
        return verdict;
    };
    EXPECT_EQ(worst({}), FileIndication::noSignature);
    EXPECT_EQ(worst({of(Indication::totalPassed)}), FileIndication::totalPassed);
    EXPECT_EQ(worst({of(Indication::totalPassed), of(Indication::indeterminate)}), FileIndication::indeterminate);
    EXPECT_EQ(worst({of(Indication::totalFailed), of(Indication::indeterminate)}), FileIndication::totalFailed);
}

}  // namespace
