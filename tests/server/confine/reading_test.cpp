#include "server/confine/reading.h"

#include <gtest/gtest.h>

#include "signing/verdict_report.h"
#include "tests/support/hostile_pdfs.h"
#include "tests/support/samples.h"
#include "tests/support/signing_samples.h"

namespace {

using samples::noon;

base::Bytes pdf(const std::string& name) { return samples::bytesOf(samples::data() / "pdf" / name); }

/// The field names of a file, with a star behind those that are signed.
std::string fieldsOf(const workflow::Inspection& inspection) {
    std::string names;
    for (const auto& field : inspection.fields) names += field.name + (field.isSigned ? "* " : " ");
    return names;
}

class Reading : public testing::Test {
protected:
    std::vector<std::string> activeIn(const std::string& catalogEntries, const std::string& object = "null") {
        return reading_
            .inspect(hostile::pdf({"<< /Type /Catalog /Pages 2 0 R " + catalogEntries + " >>",
                                   "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                   "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>", object}))
            .activeContent;
    }
    confine::Reading reading_{};
};

TEST_F(Reading, GivesTheVerdictThatValidateGives) {
    const auto made = samples::signedSample("three-fields.pdf", {"Partner-1", "Lider"});
    signing::TrustAnchors anchors;
    anchors.add(made.root);
    const auto own = signing::validate(made.versions[1], {anchors, noon()});
    const auto verdict = reading_.validate(made.versions[1], {made.root}, noon());
    EXPECT_EQ(signing::verdictJson(verdict, "a"), signing::verdictJson(own, "a"));
    EXPECT_EQ(verdict.verdict, signing::FileIndication::totalPassed);
    EXPECT_EQ(reading_.validate(made.versions[1], {}, noon()).verdict, signing::FileIndication::indeterminate);
}

TEST_F(Reading, SaysWhatAFileHolds) {
    const auto made = samples::signedSample("three-fields.pdf", {"Partner-1"});
    const auto inspection = reading_.inspect(made.versions[0]);
    EXPECT_EQ(fieldsOf(inspection), "Partner-1* Partner-2 Lider ");
    EXPECT_EQ(inspection.pageCount, 1U);
    EXPECT_FALSE(inspection.title.empty());
    EXPECT_FALSE(inspection.fileId.empty());
    EXPECT_TRUE(inspection.activeContent.empty());
    EXPECT_FALSE(inspection.wasRepaired);
}

TEST_F(Reading, NamesActiveContentWhereverItStands) {
    using Names = std::vector<std::string>;
    EXPECT_EQ(activeIn(""), Names{});
    EXPECT_EQ(activeIn("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), Names{"JavaScript"});
    EXPECT_EQ(activeIn("/OpenAction 4 0 R", "<< /S /JavaScript /JS 5 0 R >>"), Names{"JavaScript"});
    EXPECT_EQ(activeIn("/AA [[<< /S /Launch /F (cmd.exe) >>]]"), Names{"Launch"});
    EXPECT_EQ(activeIn("/AcroForm << /Fields [] /XFA [] >>"), Names{"XFA"});
    EXPECT_EQ(activeIn("/Names << /EmbeddedFiles << /Names [] >> >>"), Names{"EmbeddedFile"});
    EXPECT_EQ(activeIn("", "<< /Type /EmbeddedFile /Length 0 >>\nstream\n\nendstream"), Names{"EmbeddedFile"});
    EXPECT_EQ(activeIn("/A << /S /Launch >> /B << /JS () >>"), (Names{"JavaScript", "Launch"}));
}

TEST_F(Reading, InspectsWhatOtherToolsSigned) {
    int read = 0, damaged = 0;
    for (const auto& one : std::filesystem::directory_iterator(samples::data() / "signed")) {
        if (one.path().extension() != ".pdf") continue;
        const auto said = support::failureOf([&] { reading_.inspect(samples::bytesOf(one.path())); });
        EXPECT_TRUE(said == "no error" || said == "pdf.damaged") << one.path() << ": " << said;
        ++(said == "no error" ? read : damaged);
    }
    EXPECT_GE(read, 30);
    EXPECT_LE(damaged, 5);
}

TEST_F(Reading, PreparesAsPrepareDoes) {
    const signing::SignRequest request{.field = "Lider", .signerName = "Żaneta Próbna", .at = noon()};
    pdfgen::SignatureAppearances appearances;
    const auto own = signing::prepare(pdf("three-fields.pdf"), request, appearances);
    const auto prepared = reading_.prepare(pdf("three-fields.pdf"), request);
    EXPECT_EQ(prepared.pdf, own.pdf);
    EXPECT_EQ(prepared.digest, own.digest);
}

TEST_F(Reading, RefusesWhatItCannotRead) {
    const auto refusals = [this](const base::Bytes& file) {
        const auto said = support::failureOf([&] { reading_.inspect(file); });
        EXPECT_EQ(support::failureOf([&] { reading_.validate(file, {}, noon()); }), said);
        EXPECT_EQ(support::codeOf([&] { reading_.inspect(file); }), base::ErrorCode::unreadable);
        return said;
    };
    EXPECT_EQ(refusals("Szanowni Państwo"), "pdf.not_pdf");
    EXPECT_EQ(refusals(pdf("encrypted.pdf")), "pdf.encrypted");
    EXPECT_EQ(refusals(pdf("locked.pdf")), "pdf.encrypted");
    const base::Bytes good = pdf("three-fields.pdf");
    for (std::size_t length = 16; length + 8 < good.size(); length += 97)
        EXPECT_EQ(refusals(good.substr(0, length)), "pdf.damaged") << length;
}

}  // namespace
