#include <gtest/gtest.h>

#include <sys/stat.h>
#include <fstream>

#include "pdfgen/reader.h"
#include "tests/support/command.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using support::command;

class DemoVerbTest : public testing::Test {
protected:
    support::Outcome demo() { return command({"demo", "--out", out_.string()}); }
    std::size_t signatures(const char* folder) const {
        std::size_t count = 0;
        for (const auto& entry : fs::directory_iterator(out_ / folder)) {
            const base::Bytes pdf = base::readFile(entry.path(), 1 << 24);
            for (const auto& field : pdfgen::Reader(pdf).signatureFields()) count += field.isSigned ? 1 : 0;
        }
        return count;
    }
    base::Bytes read(const char* name) const { return base::readFile(out_ / name, 1 << 24); }
    support::TemporaryFolder folder_;
    fs::path out_ = folder_ / "demo";
};

TEST_F(DemoVerbTest, LeavesWhatItPromises) {
    const auto outcome = demo();
    ASSERT_EQ(outcome.code, 0) << outcome.out << outcome.err;
    EXPECT_EQ(signatures("bedzin/podpisane"), 11U);
    EXPECT_EQ(signatures("knurow/podpisane"), 24U);
    EXPECT_EQ(signatures("bedzin/wydane") + signatures("knurow/wydane"), 0U);
    EXPECT_NE(read("report-before.csv").find("podpisy pokazowe (POKAZ);0;"), std::string::npos);
    EXPECT_NE(read("report.csv").find("podpisy pokazowe (POKAZ);23;"), std::string::npos);
    EXPECT_NE(read("report.csv").find("Razem;;Partnerzy z podpisem zweryfikowanym;podpisy prawdziwe;0;"),
              std::string::npos);
    EXPECT_TRUE(read("report.zip").starts_with("PK"));
    EXPECT_TRUE(read("trust/urzad-pokazowy.crt").starts_with("-----BEGIN CERTIFICATE-----"));
    EXPECT_EQ(command({"archive", "check", "--data", (out_ / "data").string()}).code, 0);
}

TEST_F(DemoVerbTest, KeepsNoKey) {
    demo();
    for (const auto& entry : fs::recursive_directory_iterator(out_)) {
        if (!entry.is_regular_file()) continue;
        EXPECT_EQ(base::readFile(entry.path(), 1 << 24).find("PRIVATE KEY"), std::string::npos) << entry.path();
        EXPECT_NE(entry.path().extension(), ".p12");
    }
}

TEST_F(DemoVerbTest, ReplacesItsOwnFolderOnly) {
    demo();
    std::ofstream(out_ / "bedzin" / "moje.txt") << "x";
    EXPECT_EQ(demo().code, 0);
    EXPECT_FALSE(fs::exists(out_ / "bedzin" / "moje.txt"));
    fs::remove(out_ / ".akces-demo");
    EXPECT_EQ(demo().code, 73);
    EXPECT_TRUE(fs::exists(out_ / "report.csv"));
}

TEST_F(DemoVerbTest, LeavesAloneWhatIsNotItsOwn) {
    fs::create_directory(folder_ / ".demo.part");
    folder_.write(".demo.part/moje.txt", "x");
    EXPECT_EQ(demo().code, 0);
    EXPECT_TRUE(fs::exists(folder_ / ".demo.part/moje.txt"));
}

TEST_F(DemoVerbTest, HasOneModeForAllThatIsNoDataOfOurs) {
    const mode_t before = ::umask(0022);
    demo();
    const mode_t after = ::umask(before);
    EXPECT_EQ(after, 0022U);
    struct stat facts{};
    for (const char* file :
         {"report.csv", "report.zip", "bedzin/wydane/lista-obecnosci.pdf", "trust/urzad-pokazowy.crt"}) {
        ASSERT_EQ(::stat((out_ / file).c_str(), &facts), 0) << file;
        EXPECT_EQ(facts.st_mode & 0777U, 0644U) << file;
    }
    ASSERT_EQ(::stat((out_ / "data").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0700U);
}

TEST_F(DemoVerbTest, ReplacesNoForeignFolderOrFile) {
    fs::create_directory(out_);
    EXPECT_EQ(demo().code, 73);
    EXPECT_TRUE(fs::is_empty(out_));
    fs::remove(out_);
    folder_.write("demo", "x");
    EXPECT_EQ(demo().code, 73);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1);
}

}  // namespace
}  // namespace cli
