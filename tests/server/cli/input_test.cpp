#include "server/cli/input.h"

#include <gtest/gtest.h>

#include <sstream>

#include "server/cli/options.h"
#include "tests/support/samples.h"
#include "tests/support/source.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using signing::FileIndication;
using support::codeOf;

const std::vector<Option> kSecrets = {{"--password-file"}, {"--password-fd"}, {"--partners"}};

std::string secretIn(const std::string& file) { return password(Options({"--password-file", file}, kSecrets)); }

TEST(ExitCode, TakesTheFirstOfFourOneTwoThreeNought) {
    EXPECT_EQ(exitCode({}), 0);
    EXPECT_EQ(exitCode({FileIndication::totalPassed, FileIndication::noSignature}), 3);
    EXPECT_EQ(exitCode({FileIndication::noSignature, FileIndication::indeterminate}), 2);
    EXPECT_EQ(exitCode({FileIndication::indeterminate, FileIndication::totalFailed}), 1);
    EXPECT_EQ(exitCode({FileIndication::totalFailed, FileIndication::unreadable}), 4);
}

TEST(Password, LosesOneLineEndAndNoMore) {
    const support::TemporaryFolder folder;
    EXPECT_EQ(secretIn(folder.write("a", "zażółć\n")), "zażółć");
    EXPECT_EQ(secretIn(folder.write("b", "a b \r\n")), "a b ");
    EXPECT_EQ(secretIn(folder.write("c", "a\n\n")), "a\n");
    EXPECT_EQ(secretIn(folder.write("d", "")), "");
}

TEST(Password, IsOneAndInUtf8) {
    const support::TemporaryFolder folder;
    EXPECT_EQ(codeOf([&] { secretIn(folder.write("a", "za\xBF\xF3")); }), ErrorCode::secret);
    EXPECT_EQ(codeOf([&] { secretIn((folder / "nie-ma").string()); }), ErrorCode::secret);
    EXPECT_EQ(codeOf([&] { secretIn(folder.write("b", std::string(70000, 'x'))); }), ErrorCode::secret);
    EXPECT_EQ(codeOf([] { password(Options({}, kSecrets)); }), ErrorCode::secret);
    EXPECT_EQ(codeOf([] { password(Options({"--password-fd", "1", "--password-file", "a"}, kSecrets)); }),
              ErrorCode::usage);
}

TEST(TrustAnchorsOfAFolder, AreEveryCertificateFileInIt) {
    const support::TemporaryFolder folder;
    EXPECT_EQ(codeOf([&] { trustAnchors(folder / "nie-ma"); }), ErrorCode::unreadable);
    folder.write("readme.txt", "x");
    EXPECT_EQ(codeOf([&] { trustAnchors(folder.path()); }), ErrorCode::unreadable);
    for (const char* name : {"a.crt", "b.CER", "c.pem"}) {
        fs::copy_file(support::source("tests/data/keys/ca.crt"), folder / name);
        EXPECT_FALSE(trustAnchors(folder.path()).empty()) << name;
        fs::remove(folder / name);
    }
}

TEST(TrustAnchorsOfAFolder, NameTheFileThatIsNoCertificate) {
    const support::TemporaryFolder folder;
    folder.write("a.crt", "x");
    try {
        trustAnchors(folder.path());
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::unreadable);
        EXPECT_NE(error.faults().at(0).place.file.find("a.crt"), std::string::npos);
    }
}

TEST(VerdictOfAFile, IsAnAnswerForAnyFile) {
    const support::TemporaryFolder folder;
    const signing::TrustAnchors anchors;
    const signing::ValidationContext context{anchors, base::Instant{}};
    for (const fs::path& file : {folder / "nie-ma", folder.path(), fs::path("/dev/zero")}) {
        const auto verdict = verdictOf(file, context);
        EXPECT_EQ(verdict.verdict, FileIndication::unreadable) << file;
        EXPECT_TRUE(verdict.error) << file;
    }
}

TEST(TargetThatMayBeSigned, IsKept) {
    const support::TemporaryFolder folder;
    const std::string signedFile = support::source("tests/data/signed/ok-approval-pkcs7.pdf");
    const base::Bytes pdf = base::readFile(signedFile, 1 << 22);
    for (const std::string& file : {signedFile, folder.write("cut.pdf", pdf.substr(0, pdf.size() / 2)),
                                    folder.write("late.pdf", "\n\n%PDF-1.7 x")})
        EXPECT_EQ(codeOf([&] { expectNotSigned(file); }), ErrorCode::cannotWrite) << file;
}

TEST(TargetThatMayBeSigned, IsNoOtherFile) {
    const support::TemporaryFolder folder;
    for (const std::string& file : {support::source("tests/data/pdf/three-fields.pdf"), folder.write("list.csv", "a;b"),
                                    folder.write("empty", ""), (folder / "nie-ma").string(), folder.path().string()})
        EXPECT_NO_THROW(expectNotSigned(file)) << file;
}

TEST(MeetingFile, HasItsPartnersReplacedByAList) {
    const std::string file = support::sampleFile("knurow-2019-11-13.json");
    const support::TemporaryFolder folder;
    const std::string list = folder.write("lista.csv", "Nazwa\nSąd\n");
    std::ostringstream err;
    EXPECT_EQ(readMeetingFile(file, Options({}, kSecrets), err).participants.size(), 13U);
    EXPECT_EQ(readMeetingFile(file, Options({"--partners", list}, kSecrets), err).participants.size(), 2U);
    EXPECT_EQ(codeOf([&] { readMeetingFile(file, Options({"--partners", "a.xlsx"}, kSecrets), err); }),
              ErrorCode::usage);
    EXPECT_EQ(err.str(), "");
    const std::string old = folder.write("dawna.csv", "Nazwa\nS\xB9\x64\n");
    EXPECT_EQ(readMeetingFile(file, Options({"--partners", old}, kSecrets), err).institutions.back().name, "Sąd");
    EXPECT_NE(err.str().find("Windows-1250"), std::string::npos);
}

}  // namespace
}  // namespace cli
