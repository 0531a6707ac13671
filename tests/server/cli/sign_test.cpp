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

class SignVerbTest : public testing::Test {
protected:
    std::string path(const char* name) const { return (folder_ / name).string(); }
    static std::string data(const std::string& name) { return support::source("tests/data/" + name); }
    support::Outcome sign(std::vector<std::string> more, const char* in = "pdf/three-fields.pdf") {
        std::vector<std::string> words = {"sign", data(in), "--out", path("out.pdf"), "--p12", data("keys/ec.p12")};
        words.insert(words.end(), more.begin(), more.end());
        return command(words);
    }
    std::vector<pdfgen::FieldInfo> fields() const {
        const base::Bytes pdf = base::readFile(path("out.pdf"), 1 << 22);
        return pdfgen::Reader(pdf).signatureFields();
    }
    support::TemporaryFolder folder_;
    std::string password_ = folder_.write("haslo", "zażółć gęślą jaźń\n");
};

TEST_F(SignVerbTest, SignsTheFieldThatWasNamed) {
    const std::string first =
        pdfgen::Reader(base::readFile(data("pdf/three-fields.pdf"), 1 << 22)).signatureFields().at(1).name;
    const auto outcome = sign({"--field", first, "--password-file", password_});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    for (const auto& field : fields()) EXPECT_EQ(field.isSigned, field.name == first) << field.name;
    EXPECT_TRUE(
        base::readFile(path("out.pdf"), 1 << 22).starts_with(base::readFile(data("pdf/three-fields.pdf"), 1 << 22)));
}

TEST_F(SignVerbTest, WantsOneSecretInOnePlace) {
    EXPECT_EQ(sign({}).code, 77);
    EXPECT_EQ(sign({"--password-file", password_, "--password-fd", "0"}).code, 64);
    EXPECT_EQ(sign({"--password-fd", "x"}).code, 64);
    EXPECT_EQ(sign({"--password-fd", "987"}).code, 77);
    EXPECT_EQ(sign({"--password-file", path("nie-ma")}).code, 77);
    EXPECT_EQ(sign({"--password-file", folder_.write("latin", "za\xBF\xF3")}).code, 77);
    EXPECT_FALSE(fs::exists(path("out.pdf")));
}

TEST_F(SignVerbTest, SaysWhichFieldsThereAre) {
    const auto several = sign({"--password-file", password_});
    EXPECT_EQ(several.code, 66);
    const auto missing = sign({"--field", "Partner-99", "--password-file", password_});
    EXPECT_EQ(missing.code, 66);
    EXPECT_NE(missing.err.find("Partner-99"), std::string::npos) << missing.err;
    EXPECT_FALSE(fs::exists(path("out.pdf")));
}

TEST_F(SignVerbTest, DoesNotReplaceWhatItSigns) {
    const std::string pdf = folder_.write("in.pdf", base::readFile(data("pdf/three-fields.pdf"), 1 << 22));
    fs::create_symlink(pdf, path("link.pdf"));
    for (const std::string& out : {pdf, path("link.pdf")})
        EXPECT_EQ(command({"sign", pdf, "--out", out, "--p12", data("keys/ec.p12"), "--password-file", password_}).code,
                  64);
    EXPECT_EQ(base::readFile(pdf, 1 << 22), base::readFile(data("pdf/three-fields.pdf"), 1 << 22));
}

TEST_F(SignVerbTest, DoesNotReplaceWhatIsSigned) {
    const base::Bytes other = base::readFile(data("signed/ok-approval-pkcs7.pdf"), 1 << 22);
    folder_.write("out.pdf", other);
    const auto outcome = sign({"--field", "Partner-1", "--password-file", password_});
    EXPECT_EQ(outcome.code, 73) << outcome.err;
    EXPECT_EQ(base::readFile(path("out.pdf"), 1 << 22), other);
}

TEST_F(SignVerbTest, PromisesNoLevelThatIsNotThereYet) {
    for (const char* level : {"B-T", "B-LT", "B-LTA"}) {
        EXPECT_EQ(sign({"--password-file", password_, "--level", level}).code, 64);
        EXPECT_NE(sign({"--password-file", password_, "--level", level}).err.find("jeszcze niedostępne"),
                  std::string::npos);
    }
    EXPECT_EQ(sign({"--password-file", password_, "--level", "B-X"}).code, 64);
    EXPECT_FALSE(fs::exists(path("out.pdf")));
}

}  // namespace
}  // namespace cli
