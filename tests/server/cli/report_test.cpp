#include <gtest/gtest.h>

#include "tests/support/command.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

using support::command;

class ReportVerbTest : public testing::Test {
protected:
    support::Outcome report(const std::string& format, const std::string& name) {
        return command({"report", "--format", format, "--out", (folder_ / name).string(), "--data", data_});
    }
    support::TemporaryFolder folder_;
    std::string data_ = (folder_ / "data").string();
};

TEST_F(ReportVerbTest, WritesCsvAndZip) {
    for (const std::string& name : support::sampleMeetings())
        command({"meeting", "import", support::sampleFile(name + ".json"), "--data", data_});
    EXPECT_EQ(report("csv", "r.csv").code, 0);
    EXPECT_EQ(report("zip", "r.zip").code, 0);
    const base::Bytes csv = base::readFile(folder_ / "r.csv", 1 << 20);
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBFSpotkanie;"));
    EXPECT_NE(csv.find(";23;co najmniej;"), csv.npos);
    EXPECT_TRUE(base::readFile(folder_ / "r.zip", 1 << 20).starts_with("PK"));
}

TEST_F(ReportVerbTest, SaysWhichFormatsComeLater) {
    for (const char* format : {"xlsx", "pdf"}) {
        EXPECT_EQ(report(format, "r").code, 64);
        EXPECT_NE(report(format, "r").err.find("jeszcze niedostępne"), std::string::npos);
    }
    EXPECT_EQ(report("docx", "r").code, 64);
    EXPECT_EQ(command({"report", "--format", "csv", "--data", data_}).code, 64);
    EXPECT_FALSE(std::filesystem::exists(data_));
}

}  // namespace
}  // namespace cli
