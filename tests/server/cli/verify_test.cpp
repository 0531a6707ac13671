#include <gtest/gtest.h>

#include <sstream>

#include "server/workflow/json_value.h"
#include "tests/support/command.h"
#include "tests/support/samples.h"
#include "tests/support/source.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

using support::command;

/// three-fields.pdf, a field of it signed with a key that the test authority certified.
class VerifyVerbTest : public testing::Test {
protected:
    VerifyVerbTest() {
        const std::string password = folder_.write("haslo", "zażółć gęślą jaźń");
        std::filesystem::create_directory(folder_ / "trust");
        std::filesystem::copy_file(data("keys/ca.crt"), folder_ / "trust/ca.crt");
        const auto outcome = command({"sign", plain_, "--out", signed_, "--p12", data("keys/ec.p12"), "--field", field_,
                                      "--password-file", password});
        EXPECT_EQ(outcome.code, 0) << outcome.err;
    }
    static std::string data(const std::string& name) { return support::source("tests/data/" + name); }
    static base::Bytes read(const std::string& file) { return base::readFile(file, 1 << 22); }
    support::Outcome verify(std::vector<std::string> words) {
        words.insert(words.begin(), "verify");
        return command(words);
    }

    support::TemporaryFolder folder_;
    std::string plain_ = data("pdf/three-fields.pdf");
    std::string field_ = "Partner-1";
    std::string signed_ = (folder_ / "podpisany.pdf").string();
    std::string trust_ = (folder_ / "trust").string();
};

TEST_F(VerifyVerbTest, TellsOneLineOfJsonAFileInOrder) {
    const auto outcome = verify({"--json", "--trust", trust_, signed_, plain_, "nie-ma.pdf"});
    EXPECT_EQ(outcome.code, 4);
    std::istringstream lines(outcome.out);
    std::vector<std::string> verdicts;
    for (std::string line; std::getline(lines, line);) {
        const auto value = workflow::readJson(line, "line");
        ASSERT_NE(value.find("verdict"), nullptr) << line;
        verdicts.push_back(*value.find("verdict")->text());
    }
    ASSERT_EQ(verdicts.size(), 3U);
    EXPECT_NE(verdicts[0], "NO-SIGNATURE");
    EXPECT_EQ(verdicts[1], "NO-SIGNATURE");
    EXPECT_EQ(verdicts[2], "UNREADABLE");
}

TEST_F(VerifyVerbTest, EndsWithTheVerdictsCode) {
    EXPECT_EQ(verify({plain_}).code, 3);
    EXPECT_EQ(verify({signed_}).code, 2);  // nobody is trusted
    base::Bytes broken = read(signed_);
    broken[broken.find("/MediaBox")] = '!';
    EXPECT_EQ(verify({folder_.write("zmieniony.pdf", broken), "--trust", trust_}).code, 1);
    EXPECT_EQ(verify({signed_, "nie-ma.pdf"}).code, 4);
}

TEST_F(VerifyVerbTest, SpeaksPolishWithoutJson) {
    const auto outcome = verify({plain_, signed_});
    EXPECT_NE(outcome.out.find(signed_), std::string::npos);
    EXPECT_EQ(outcome.out.find("TOTAL"), std::string::npos) << outcome.out;
    EXPECT_TRUE(outcome.err.empty());
}

TEST_F(VerifyVerbTest, RefusesWrongOptions) {
    EXPECT_EQ(verify({}).code, 64);
    EXPECT_EQ(verify({signed_, "--at", "jutro"}).code, 64);
    EXPECT_EQ(verify({signed_, "--trust", (folder_ / "nie-ma").string()}).code, 4);
    EXPECT_EQ(verify({signed_, "--trusted-list", "a.xml"}).code, 64);
    EXPECT_EQ(verify({signed_, "--offline", "--at", "2027-01-31T12:00:00Z"}).code, 2);
}

}  // namespace
}  // namespace cli
