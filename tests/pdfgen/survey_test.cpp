#include "pdfgen/survey.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "pdfgen/reader.h"
#include "pdfgen/revisions.h"
#include "tests/pdfgen/tools.h"
#include "tests/support/hostile_pdfs.h"

namespace {

pdfgen::Survey surveyOf(const base::Bytes& file) {
    const pdfgen::Revisions revisions(file);
    return pdfgen::surveyed(revisions, pdfgen::Reader(file));
}

std::string refusal(const base::Bytes& file) {
    try {
        surveyOf(file);
    } catch (const base::Error& error) {
        return error.message().key;
    }
    return "read";
}

std::string contentOf(const std::string& entries, const base::Bytes& data) {
    return "<< /Length " + std::to_string(data.size()) + ' ' + entries + " >>\nstream\n" + data + "\nendstream";
}

TEST(Survey, FindsNothingInFilesOfOtherTools) {
    for (const char* name : {"three-fields.pdf", "xref-stream.pdf", "linearized.pdf"}) {
        const auto survey = surveyOf(tools::pdf(name));
        EXPECT_TRUE(survey.activeContent.empty()) << name;
        EXPECT_FALSE(survey.wasRepaired) << name;
    }
}

TEST(Survey, NamesActiveContentOnceAndInOrder) {
    const auto survey =
        surveyOf(hostile::pdf({"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>",
                               "<< /Type /Pages /Kids [] /Count 0 /X [<< /S /Launch >> << /JS () >>] >>",
                               "<< /XFA () /A << /S /JavaScript >> >>"}));
    EXPECT_EQ(survey.activeContent, (std::vector<std::string>{"EmbeddedFile", "JavaScript", "Launch", "XFA"}));
}

TEST(Survey, TakesNoWordForContentThatIsOnlyItsName) {
    EXPECT_TRUE(
        surveyOf(hostile::withContent(contentOf("/Title (JavaScript /JS /XFA)", "/S /Launch"))).activeContent.empty());
}

TEST(Survey, StopsAtWhatGrowsBeyondBearing) {
    const base::Bytes bomb = hostile::deflatedGibibytes(1, '\0', 3);
    const std::string filters = "/Filter [/FlateDecode /FlateDecode /FlateDecode]";
    EXPECT_EQ(refusal(hostile::withContent(contentOf(filters, bomb))), "pdf.expands");
    EXPECT_EQ(refusal(hostile::withContent(contentOf(filters + " /Subtype /Image", bomb))), "read") << "stays closed";
}

TEST(Survey, RefusesWhatMustBeRefused) {
    int count = 0;
    for (const hostile::File& file : hostile::files()) {
        if (file.finding != "pdf.damaged" && file.finding != "pdf.too_complex") continue;
        EXPECT_EQ(refusal(file.bytes), file.finding) << file.name;
        ++count;
    }
    EXPECT_GE(count, 9);
}

TEST(Survey, RefusesObjectsBehindTheEnd) {
    EXPECT_EQ(refusal(tools::pdf("three-fields.pdf") + "99 0 obj << /A 1 >> endobj\n"), "pdf.damaged");
}

}  // namespace
