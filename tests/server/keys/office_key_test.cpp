#include "server/keys/office_key.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "pdfgen/appearance.h"
#include "signing/digest.h"
#include "tests/support/samples.h"
#include "tests/support/signing_samples.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace std::chrono_literals;

base::Instant now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

pid_t signer() {
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
        std::ifstream list(task.path() / "children");
        if (pid_t child = 0; list >> child) return child;
    }
    return 0;
}

class OfficeKeyTest : public testing::Test {
protected:
    static base::Bytes digest() { return signing::sha256("a document"); }

    support::TemporaryFolder folder_{};
    keys::KeySettings settings_{folder_ / "keys/office.pem", {}, {}, {}, "Urząd"};
};

TEST_F(OfficeKeyTest, SignsAPreparedDocument) {
    keys::OfficeKey key(settings_, now());
    const auto certificate = key.certificate();
    EXPECT_TRUE(certificate.isOwn);
    EXPECT_FALSE(certificate.hasPassphrase);
    pdfgen::SignatureAppearances appearances;
    auto prepared = signing::prepare(samples::bytesOf(samples::data() / "pdf/three-fields.pdf"),
                                     {.field = "Lider", .signerName = certificate.info.name, .at = now()}, appearances);
    const base::Bytes cms = key.signedData(prepared.digest);
    const base::Bytes made = signing::finish(std::move(prepared), cms);
    signing::TrustAnchors anchors;
    anchors.add(certificate.der);
    const auto verdict = signing::validate(made, {anchors, now()});
    EXPECT_EQ(verdict.verdict, signing::FileIndication::totalPassed);
    EXPECT_EQ(verdict.signatures.at(0).kind, signing::Kind::seal);
    EXPECT_EQ(verdict.signatures.at(0).level, "B-B");
}

TEST_F(OfficeKeyTest, KeepsItsKeyBetweenStarts) {
    const auto first = keys::OfficeKey(settings_, now()).certificate();
    EXPECT_EQ(keys::OfficeKey(settings_, now()).certificate().der, first.der);
    EXPECT_EQ(first.info.organisation, "Urząd");
}

TEST_F(OfficeKeyTest, ProbesAndRefusesWhatIsNoDigest) {
    keys::OfficeKey key(settings_, now());
    EXPECT_NO_THROW(key.probe());
    for (const std::size_t length : {0U, 31U, 33U})
        EXPECT_THROW(key.signedData(base::Bytes(length, 'x')), base::Error) << length;
    EXPECT_NO_THROW(key.probe());
}

TEST_F(OfficeKeyTest, SaysWhyItCannotBeOpened) {
    keys::OfficeKey(settings_, now());
    settings_.passphraseFile = folder_ / "missing";
    EXPECT_EQ(support::codeOf([this] { keys::OfficeKey(settings_, now()); }), base::ErrorCode::unreadable);
    settings_.passphraseFile.clear();
    folder_.write("keys/office.pem", "damaged");
    EXPECT_EQ(support::codeOf([this] { keys::OfficeKey(settings_, now()); }), base::ErrorCode::unreadable);
}

TEST_F(OfficeKeyTest, ImportsOnceAndKnowsThatItIsNotItsOwn) {
    settings_.pkcs12 = samples::data() / "keys/rsa.p12";
    settings_.pkcs12PasswordFile = folder_.write("password", "zażółć gęślą jaźń\n");
    keys::OfficeKey key(settings_, now());
    EXPECT_FALSE(key.certificate().isOwn);
    std::filesystem::remove(settings_.pkcs12PasswordFile);
    ::kill(signer(), SIGKILL);
    EXPECT_NO_THROW(key.probe()) << "what was imported is not needed again";
}

TEST_F(OfficeKeyTest, ComesBackOnceWhenItsSignerIsKilled) {
    keys::OfficeKey key(settings_, now());
    for (int i = 0; i < 10; ++i) {
        const pid_t before = signer();
        ::kill(before, SIGKILL);
        EXPECT_FALSE(key.signedData(digest()).empty());
        EXPECT_NE(signer(), before);
    }
}

TEST_F(OfficeKeyTest, IsUnavailableWithoutItsFileAndMakesNoOther) {
    keys::OfficeKey key(settings_, now());
    std::filesystem::rename(settings_.file, folder_ / "away.pem");
    EXPECT_NO_THROW(key.signedData(digest())) << "the signer holds it";
    ::kill(signer(), SIGKILL);
    EXPECT_EQ(support::codeOf([&] { key.signedData(digest()); }), base::ErrorCode::unavailable);
    EXPECT_FALSE(std::filesystem::exists(settings_.file));
    keys::OfficeKey(settings_, now());
    EXPECT_EQ(support::codeOf([&] { key.probe(); }), base::ErrorCode::unavailable) << "another key is not ours";
    std::filesystem::rename(folder_ / "away.pem", settings_.file);
    EXPECT_NO_THROW(key.probe());
}

TEST_F(OfficeKeyTest, ServesManyThreads) {
    keys::OfficeKey key(settings_, now());
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int j = 0; j < 50; ++j) EXPECT_FALSE(key.signedData(digest()).empty());
        });
    for (std::thread& thread : threads) thread.join();
}

TEST_F(OfficeKeyTest, HasItsSignerBehindAFilter) {
    keys::OfficeKey key(settings_, now());
    key.probe();
    std::ifstream status("/proc/" + std::to_string(signer()) + "/status");
    std::string line, filter;
    while (std::getline(status, line))
        if (line.starts_with("Seccomp:")) filter = line.substr(line.size() - 1);
    EXPECT_EQ(filter, "2");
}

}  // namespace
