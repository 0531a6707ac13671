#include <gtest/gtest.h>

#include "pdfgen/reader.h"
#include "server/workflow/json_value.h"
#include "tests/support/command.h"
#include "tests/support/samples.h"
#include "tests/support/source.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using support::command;

constexpr const char* kXml =
    "<template title=\"Próba\"><heading level=\"1\">{{ team.name }}</heading><p>{{ when | date }}</p></template>";

class TemplateVerbTest : public testing::Test {
protected:
    std::string path(const char* name) const { return (folder_ / name).string(); }
    support::TemporaryFolder folder_;
};

TEST_F(TemplateVerbTest, ChecksEveryTemplateThatShips) {
    for (const char* name : {"deklaracja", "deklaracja-wspolna", "informacja-rodo", "lista-obecnosci"})
        EXPECT_EQ(command({"template", "check", name}).code, 0) << name;
}

TEST_F(TemplateVerbTest, NamesEveryFaultWithLineAndColumn) {
    const std::string file =
        folder_.write("zły.xml", "<template title=\"T\">\n<p>{{ a | colour }}</p>\n<blink/>\n</template>");
    const auto outcome = command({"template", "check", file});
    EXPECT_EQ(outcome.code, 65);
    EXPECT_NE(outcome.err.find(file + ", wiersz 2, kolumna "), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find(file + ", wiersz 3, kolumna 1: "), std::string::npos) << outcome.err;
}

TEST_F(TemplateVerbTest, ChecksAgainstData) {
    const std::string file = folder_.write("wzor.xml", kXml);
    const std::string good = folder_.write("good.json", R"({"team":{"name":"Zespół"},"when":"2019-11-27"})");
    const std::string bad = folder_.write("bad.json", R"({"when":"27.11.2019"})");
    EXPECT_EQ(command({"template", "check", file, "--data", good}).code, 0);
    const auto outcome = command({"template", "check", file, "--data", bad});
    EXPECT_EQ(outcome.code, 65);
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 2) << outcome.err;
}

TEST_F(TemplateVerbTest, GivesFieldsAsJsonSchema) {
    const auto outcome = command({"template", "fields", "deklaracja"});
    EXPECT_EQ(outcome.code, 0);
    const auto schema = workflow::readJson(outcome.out, "schema");
    EXPECT_NE(schema.find("$schema"), nullptr);
}

TEST_F(TemplateVerbTest, ShowsAPreview) {
    const std::string file = folder_.write("wzor.xml", kXml);
    const std::string data = folder_.write("d.json", R"({"team":{"name":"Zespół"},"when":"2019-11-27"})");
    EXPECT_EQ(command({"template", "preview", file, "--data", data, "--out", path("out")}).code, 0);
    const base::Bytes pdf = base::readFile(folder_ / "out/wzor.pdf", 1 << 22);
    EXPECT_EQ(pdfgen::Reader(pdf).pageCount(), 1U);
}

TEST_F(TemplateVerbTest, DoesNotReplaceWhatIsSigned) {
    const std::string file = folder_.write("wzor.xml", kXml);
    const std::string data = folder_.write("d.json", R"({"team":{"name":"Zespół"},"when":"2019-11-27"})");
    const base::Bytes signedPdf = base::readFile(support::source("tests/data/signed/ok-approval-pkcs7.pdf"), 1 << 22);
    folder_.write("wzor.pdf", signedPdf);
    EXPECT_EQ(command({"template", "preview", file, "--data", data, "--out", folder_.path().string()}).code, 73);
    EXPECT_EQ(base::readFile(path("wzor.pdf"), 1 << 22), signedPdf);
}

TEST_F(TemplateVerbTest, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(command({"template", "check", "nie-ma"}).code, 4);
    EXPECT_EQ(command({"template", "burn", "deklaracja"}).code, 64);
    EXPECT_EQ(command({"template", "preview", "deklaracja"}).code, 64);
    EXPECT_EQ(command({"template", "import", "a.docx"}).code, 64);
    EXPECT_EQ(command({"template", "fields", "deklaracja", "--data", "x"}).code, 64);
    EXPECT_EQ(command({"template", "check", "deklaracja", "--out", "x"}).code, 64);
}

}  // namespace
}  // namespace cli
