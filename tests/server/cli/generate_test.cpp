#include <gtest/gtest.h>

#include "pdfgen/reader.h"
#include "tests/support/command.h"
#include "tests/support/samples.h"
#include "tests/support/source.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using support::command;
using support::sampleFile;

class GenerateVerbTest : public testing::Test {
protected:
    std::string path(const char* name) const { return (folder_ / name).string(); }
    support::Outcome generate(const std::string& meeting, const char* out, std::vector<std::string> more = {},
                              const std::map<std::string, std::string>& environment = {}) {
        std::vector<std::string> words = {
            "generate", "--meeting", sampleFile(meeting + ".json"), "--office", sampleFile(meeting + "-office.json"),
            "--out",    path(out)};
        words.insert(words.end(), more.begin(), more.end());
        return command(words, environment);
    }
    std::size_t fileCount(const char* folder) const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path(folder)), {}));
    }
    support::TemporaryFolder folder_;
};

TEST_F(GenerateVerbTest, MakesTheDocumentsOfBothSamples) {
    EXPECT_EQ(generate("bedzin-2019-11-27", "b").code, 0);
    EXPECT_EQ(fileCount("b"), 2U);
    EXPECT_EQ(generate("knurow-2019-11-13", "k").code, 0);
    EXPECT_EQ(fileCount("k"), 13U);
    const base::Bytes pdf = base::readFile(folder_ / "b/deklaracja-wspolna.pdf", 1 << 22);
    EXPECT_EQ(pdfgen::Reader(pdf).signatureFields().size(), 11U);
}

TEST_F(GenerateVerbTest, MakesTheSameBytesAtTheSameIssueTime) {
    const std::map<std::string, std::string> epoch = {{"SOURCE_DATE_EPOCH", "1574845200"}};
    generate("bedzin-2019-11-27", "1", {}, epoch);
    generate("bedzin-2019-11-27", "2", {}, epoch);
    generate("bedzin-2019-11-27", "3", {}, {{"SOURCE_DATE_EPOCH", "1574845201"}});
    const auto read = [&](const char* name) { return base::readFile(folder_ / name, 1 << 22); };
    EXPECT_EQ(read("1/deklaracja-wspolna.pdf"), read("2/deklaracja-wspolna.pdf"));
    EXPECT_EQ(read("1/lista-obecnosci.pdf"), read("2/lista-obecnosci.pdf"));
    EXPECT_NE(read("1/deklaracja-wspolna.pdf"), read("3/deklaracja-wspolna.pdf"));
}

TEST_F(GenerateVerbTest, RefusesAnIssueTimeThatIsNone) {
    for (const char* time : {"", "x", "-1", "1.5", "99999999999999", "1574845200 "})
        EXPECT_EQ(generate("bedzin-2019-11-27", "x", {}, {{"SOURCE_DATE_EPOCH", time}}).code, 64) << time;
    EXPECT_FALSE(fs::exists(path("x")));
}

TEST_F(GenerateVerbTest, ListsAllGapsAndMakesNothing) {
    const auto outcome = command({"generate", "--meeting", sampleFile("knurow-2019-11-13.json"), "--out", path("out")});
    EXPECT_EQ(outcome.code, 65);
    EXPECT_TRUE(outcome.out.empty());
    EXPECT_GT(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 3);
    EXPECT_FALSE(fs::exists(path("out")));
}

TEST_F(GenerateVerbTest, TakesATemplateByItsNameOrFile) {
    EXPECT_EQ(generate("bedzin-2019-11-27", "rodo", {"--template", "informacja-rodo"}).code, 0);
    EXPECT_TRUE(fs::exists(folder_ / "rodo/informacja-rodo.pdf"));
    const std::string own = folder_.write(
        "Własny wzór.xml", "<template title=\"T\"><heading level=\"1\">{{ team.name }}</heading></template>");
    EXPECT_EQ(generate("bedzin-2019-11-27", "own", {"--template", own}).code, 0);
    EXPECT_TRUE(fs::exists(folder_ / "own/wlasny-wzor.pdf"));
    EXPECT_EQ(generate("bedzin-2019-11-27", "none", {"--template", "nie-ma"}).code, 4);
}

TEST_F(GenerateVerbTest, SaysWhichFilesItReplaces) {
    const auto first = generate("bedzin-2019-11-27", "out");
    EXPECT_EQ(first.out.find("Zastąpiono"), std::string::npos);
    fs::remove(folder_ / "out/lista-obecnosci.pdf");
    const auto second = generate("bedzin-2019-11-27", "out");
    EXPECT_EQ(second.code, 0);
    EXPECT_NE(second.out.find("Zastąpiono „" + path("out") + "/deklaracja-wspolna.pdf”.\n"), std::string::npos);
    EXPECT_NE(second.out.find("Zapisano „" + path("out") + "/lista-obecnosci.pdf”.\n"), std::string::npos);
}

TEST_F(GenerateVerbTest, ReplacesNothingThatMayBeSigned) {
    fs::create_directory(path("out"));
    const base::Bytes pdf = base::readFile(support::source("tests/data/signed/ok-approval-pkcs7.pdf"), 1 << 22);
    for (const base::Bytes& there : {pdf, pdf.substr(0, pdf.size() / 2)}) {
        folder_.write("out/informacja-rodo.pdf", there);
        EXPECT_EQ(generate("bedzin-2019-11-27", "out", {"--template", "informacja-rodo"}).code, 73);
        EXPECT_EQ(base::readFile(path("out/informacja-rodo.pdf"), 1 << 22), there);
    }
}

/// A meeting whose second party has a letter that the font has not.
std::string meetingWithAStrangeLetter() {
    std::string json = support::sample("knurow-2019-11-13.json");
    const std::string name = "\"Powiatowy Urząd Pracy w Gliwicach\"";
    return json.replace(json.find(name), name.size(), "\"Urząd \xE4\xBA\xAC\"");
}

TEST_F(GenerateVerbTest, MakesTheOtherDocumentsWhenOneCannotBeComposed) {
    const std::string meeting = folder_.write("m.json", meetingWithAStrangeLetter());
    const std::vector<std::string> words = {
        "generate",   "--meeting",  meeting, "--office", sampleFile("knurow-2019-11-13-office.json"),
        "--template", "deklaracja", "--out", path("out")};
    const auto outcome = command(words);
    EXPECT_EQ(outcome.code, 65);
    EXPECT_EQ(fileCount("out"), 11U);
    EXPECT_NE(outcome.err.find("U+4EAC"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.out.find("11"), std::string::npos);
}

TEST_F(GenerateVerbTest, MakesNoneOfThemWithAllOrNothing) {
    const std::string meeting = folder_.write("m.json", meetingWithAStrangeLetter());
    const auto outcome =
        command({"generate", "--meeting", meeting, "--office", sampleFile("knurow-2019-11-13-office.json"),
                 "--all-or-nothing", "--out", path("out")});
    EXPECT_EQ(outcome.code, 65);
    EXPECT_TRUE(outcome.out.empty());
    EXPECT_FALSE(fs::exists(path("out")));
}

}  // namespace
}  // namespace cli
