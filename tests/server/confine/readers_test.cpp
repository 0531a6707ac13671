#include "server/confine/readers.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/error.h"
#include "pdfgen/appearance.h"
#include "server/process/sandbox.h"
#include "signing/verdict_report.h"
#include "tests/support/hostile_pdfs.h"
#include "tests/support/samples.h"
#include "tests/support/signing_samples.h"

namespace {

using namespace std::chrono_literals;
using confine::Readers;
using samples::noon;

/// The helpers that run now.
std::vector<pid_t> helpers() {
    std::vector<pid_t> found;
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
        std::ifstream list(task.path() / "children");
        for (pid_t child = 0; list >> child;) found.push_back(child);
    }
    return found;
}

/// The most memory that a process held so far, in octets.
std::size_t peak(pid_t pid) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6)) << 10;
    return 0;
}

class ReadersTest : public testing::Test {
protected:
    const samples::Signed& made() const {
        static const samples::Signed once = samples::signedSample("three-fields.pdf", {"Partner-1", "Lider"});
        return once;
    }
    void expectHonest(Readers& readers) const {
        const auto verdict = readers.validate(made().versions[1], {made().root}, noon());
        EXPECT_EQ(verdict.verdict, signing::FileIndication::totalPassed);
        EXPECT_EQ(verdict.signatures.size(), 2U);
    }
};

TEST_F(ReadersTest, AnswerAsAReaderInThisProcess) {
    Readers readers;
    signing::TrustAnchors anchors;
    anchors.add(made().root);
    const base::Bytes& file = made().versions[1];
    EXPECT_EQ(signing::verdictJson(readers.validate(file, {made().root}, noon()), "a"),
              signing::verdictJson(signing::validate(file, {anchors, noon()}), "a"));
    EXPECT_EQ(readers.inspect(file).fields.size(), 3U);
    EXPECT_TRUE(readers.picture(file, 1).starts_with("\x89PNG"));
    EXPECT_EQ(support::codeOf([&] { readers.picture(file, 9); }), base::ErrorCode::notFound);
    const signing::SignRequest request{.field = "Partner-2", .signerName = "Żaneta Próbna", .at = noon()};
    pdfgen::SignatureAppearances appearances;
    EXPECT_EQ(readers.prepare(file, request).pdf, signing::prepare(file, request, appearances).pdf);
    EXPECT_EQ(support::codeOf([&] { readers.prepare(made().original, {.field = "Nikt"}); }), base::ErrorCode::refused);
    EXPECT_EQ(readers.started(), 1U);
}

TEST_F(ReadersTest, DrawTextInFontsThatAFileDoesNotCarry) {
    Readers readers({.helpers = 1});
    const auto drawnIn = [&](const std::string& font) {
        return readers.picture(hostile::withWord("/Subtype /Type1 /BaseFont " + font), 1);
    };
    const base::Bytes blank = readers.picture(hostile::withContent("<< /Length 0 >>\nstream\n\nendstream"), 1);
    EXPECT_EQ(drawnIn("/ZapfDingbats"), blank) << "the control: a helper has no files";
    EXPECT_NE(drawnIn("/Helvetica"), blank);
    EXPECT_NE(drawnIn("/Helvetica"), drawnIn("/Times-Roman"));
}

TEST_F(ReadersTest, AnswerHostileFilesAndServeTheNextHonestOne) {
    Readers readers({.helpers = 1});
    for (const hostile::File& file : hostile::files()) {
        const std::string said = support::failureOf([&] { readers.inspect(file.bytes); });
        const std::string wanted = file.finding.empty() ? "no error" : file.finding;
        EXPECT_TRUE(process::kSanitized || said == wanted) << file.name << ": " << said;
        for (const pid_t pid : helpers())
            EXPECT_TRUE(process::kSanitized || peak(pid) < std::size_t{256} << 20) << file.name;
        expectHonest(readers);
    }
}

TEST_F(ReadersTest, DrawHostilePagesOrSayWhyNotAndServeTheNextHonestOne) {
    Readers readers({.helpers = 1});
    const auto drawn = [&](const hostile::File& file) {
        const std::string said = support::failureOf([&] { readers.picture(file.bytes, 1); });
        for (const pid_t pid : helpers())
            EXPECT_TRUE(process::kSanitized || peak(pid) < std::size_t{256} << 20) << file.name;
        EXPECT_TRUE(readers.picture(made().versions[1], 1).starts_with("\x89PNG")) << file.name;
        return said;
    };
    for (const hostile::File& file : hostile::pages()) {
        const std::string said = drawn(file), wanted = file.finding.empty() ? "no error" : file.finding;
        EXPECT_TRUE(process::kSanitized || said == wanted) << file.name << ": " << said;
    }
    for (const hostile::File& file : hostile::files()) drawn(file);
}

TEST_F(ReadersTest, SayTheSameOfUnsignedFilesWhenTheyAreToBeValidated) {
    if (process::kSanitized) GTEST_SKIP() << "a sanitizer ends a process in its own ways";
    Readers readers;
    for (const hostile::File& file : hostile::files()) {
        const bool isManyFields = file.finding.empty();  // more than are looked through for signatures
        EXPECT_EQ(support::failureOf([&] { readers.validate(file.bytes, {}, noon()); }),
                  isManyFields ? "pdf.too_complex" : file.finding)
            << file.name;
    }
}

TEST_F(ReadersTest, ReplaceAHelperAfterItsShareOfFiles) {
    Readers readers({.helpers = 1, .filesAHelper = 1000});
    for (int i = 0; i < 2001; ++i) readers.inspect(made().original);
    EXPECT_EQ(readers.started(), 3U);
    EXPECT_EQ(helpers().size(), 1U);
}

TEST_F(ReadersTest, SurviveKillingTheHelperInTheMiddle) {
    Readers readers({.helpers = 1, .budget = {10s, 20s}});
    const std::string content(std::size_t{32} << 20, ' ');
    const base::Bytes large = hostile::withContent("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" +
                                                   content + "\nendstream");
    for (int i = 0; i < 20; ++i) {
        expectHonest(readers);
        std::thread killer([i] {
            std::this_thread::sleep_for(i * 2ms);
            for (const pid_t pid : helpers()) ::kill(pid, SIGKILL);
        });
        EXPECT_EQ(readers.inspect(large).pageCount, 1U) << i;
        killer.join();
    }
    EXPECT_GT(readers.started(), 15U);
}

TEST_F(ReadersTest, ServeManyThreadsWithTwoHelpers) {
    Readers readers;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int j = 0; j < 10; ++j) expectHonest(readers);
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(readers.started(), 2U);
}

TEST_F(ReadersTest, RefuseWhoWaitsTooLong) {
    Readers readers({.helpers = 1, .budget = {3s, 3s}, .longestQueue = 50ms});
    readers.inspect(made().original);
    const auto all = hostile::files();
    const auto hollow =
        std::find_if(all.begin(), all.end(), [](const auto& file) { return file.finding == "pdf.too_slow"; });
    std::thread slow([&] { EXPECT_THROW(readers.inspect(hollow->bytes), base::Error); });
    std::this_thread::sleep_for(500ms);
    EXPECT_EQ(support::codeOf([&] { readers.inspect(made().original); }), base::ErrorCode::busy);
    slow.join();
}

TEST_F(ReadersTest, EndTheirHelpers) {
    {
        Readers readers;
        expectHonest(readers);
        EXPECT_EQ(helpers().size(), 1U);
    }
    EXPECT_TRUE(helpers().empty());
}

TEST_F(ReadersTest, EndHelpersThatNobodyWantsAndStartThemAgain) {
    Readers readers({.helpers = 1});
    readers.endIdle(0ms);  // none yet
    expectHonest(readers);
    readers.endIdle(1h);
    EXPECT_EQ(helpers().size(), 1U);
    readers.endIdle(0ms);
    EXPECT_TRUE(helpers().empty());
    expectHonest(readers);
    EXPECT_EQ(readers.started(), 2U);
}

TEST_F(ReadersTest, EndNoHelperThatIsReading) {
    Readers readers({.helpers = 1});
    std::atomic<bool> isOver = false;
    std::thread ending([&] {
        while (!isOver) readers.endIdle(0ms);
    });
    for (int i = 0; i < 50; ++i) expectHonest(readers);
    isOver = true;
    ending.join();
}

TEST_F(ReadersTest, RefuseALargerFileThanAnyReaderWouldRead) {
    Readers readers;
    const base::Bytes large(pdfgen::kLargestPdf + 1, ' ');
    EXPECT_EQ(support::failureOf([&] { readers.inspect(large); }), "pdf.too_large");
    EXPECT_EQ(readers.started(), 0U);
}

TEST_F(ReadersTest, ReadTheLargestFile) {
    Readers readers({.budget = {20s, 60s}});
    base::Bytes large = made().original;
    const std::string filling = "\n% " + std::string(std::size_t{62} << 20, 'x') + '\n';
    large.insert(large.find('\n') + 1, filling);
    EXPECT_EQ(support::failureOf([&] { readers.inspect(large); }), "pdf.damaged") << "its offsets lie";
    const base::Bytes honest = hostile::withContent("<< /Length " + std::to_string(filling.size()) + " >>\nstream\n" +
                                                    filling + "\nendstream");
    EXPECT_EQ(readers.inspect(honest).pageCount, 1U);
    EXPECT_EQ(readers.validate(honest, {}, noon()).verdict, signing::FileIndication::noSignature);
}

}  // namespace
