#include "server/cli/options.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

const std::vector<Option> kKnown = {{"--out"}, {"--json", Takes::nothing}, {"--tsa", Takes::value, Comes::later}};

std::string complaint(const std::vector<std::string>& words) {
    try {
        const Options options(words, kKnown);
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::usage);
        return error.what();
    }
    ADD_FAILURE() << "nothing was thrown";
    return {};
}

TEST(Options, KeepsOptionsAndOperandsApart) {
    const Options options({"a.pdf", "--out", "b.pdf", "--json", "c.pdf"}, kKnown);
    EXPECT_EQ(options.get("--out"), "b.pdf");
    EXPECT_TRUE(options.has("--json"));
    EXPECT_EQ(options.operands(), (std::vector<std::string>{"a.pdf", "c.pdf"}));
}

TEST(Options, TakesAValueBehindAnEqualsSign) {
    EXPECT_EQ(Options({"--out=a=b"}, kKnown).get("--out"), "a=b");
    EXPECT_EQ(Options({"--out="}, kKnown).get("--out"), "");
}

TEST(Options, TakesAValueThatLooksLikeAnOption) { EXPECT_EQ(Options({"--out", "-"}, kKnown).get("--out"), "-"); }

TEST(Options, TakesEverythingBehindTwoDashesAsOperands) {
    EXPECT_EQ(Options({"--", "--out", "-x"}, kKnown).operands(), (std::vector<std::string>{"--out", "-x"}));
}

TEST(Options, NamesTheOptionInEveryComplaint) {
    EXPECT_NE(complaint({"--nothing"}).find("--nothing"), std::string::npos);
    EXPECT_NE(complaint({"-x"}).find("-x"), std::string::npos);
    EXPECT_NE(complaint({"--out"}).find("--out"), std::string::npos);
    EXPECT_NE(complaint({"--json=1"}).find("--json"), std::string::npos);
    EXPECT_NE(complaint({"--out", "a", "--out", "b"}).find("--out"), std::string::npos);
}

TEST(Options, SaysWhatIsNotThereYet) { EXPECT_EQ(complaint({"--tsa", "http://tsa"}), "„--tsa”: jeszcze niedostępne."); }

TEST(Options, NamesAMissingOption) {
    try {
        Options({}, kKnown).get("--out");
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_STREQ(error.what(), "Brakuje opcji „--out”. Opis polecenia podaje opcja --help.");
    }
}

TEST(Options, NamesAnOptionOfAnotherAction) {
    const Options options({"--out", "a", "--json"}, kKnown);
    EXPECT_NO_THROW(expectOptions(options, {"--json", "--out", "--tsa"}));
    try {
        expectOptions(options, {"--json"});
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::usage);
        EXPECT_NE(std::string(error.what()).find("--out"), std::string::npos);
    }
}

TEST(Options, CountsOperands) {
    EXPECT_NO_THROW(expectOperands(Options({"a"}, kKnown), 1, 1));
    EXPECT_THROW(expectOperands(Options({}, kKnown), 1, 1), base::Error);
    EXPECT_THROW(expectOperands(Options({"a", "b"}, kKnown), 1, 1), base::Error);
}

}  // namespace
}  // namespace cli
