#include "server/service/log_writer.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <optional>
#include <thread>

#include "base/error.h"
#include "base/file.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace service {
namespace {

base::Instant noon() { return *base::parseInstant("2026-11-25T12:00:00Z"); }

TEST(LogWriter, WritesALineForEachRequestAndEvent) {
    const support::TemporaryFolder folder;
    const auto file = folder / "akces.log";
    for (int start = 0; start < 2; ++start) {
        LogWriter log(file, noon);
        log.write({"ID", "GET", "/api/v1/meetings/{id}", "", "192.0.2.0", 200, std::chrono::milliseconds(3)});
        log.tell(base::say("service.started"));
    }
    EXPECT_EQ(
        base::readFile(file, 10'000),
        R"({"time":"2026-11-25T12:00:00Z","request":"ID","method":"GET","route":"/api/v1/meetings/{id}","status":200,"ms":3,"address":"192.0.2.0"}
{"time":"2026-11-25T12:00:00Z","event":"service.started","text":"Usługa rozpoczęła pracę."}
{"time":"2026-11-25T12:00:00Z","request":"ID","method":"GET","route":"/api/v1/meetings/{id}","status":200,"ms":3,"address":"192.0.2.0"}
{"time":"2026-11-25T12:00:00Z","event":"service.started","text":"Usługa rozpoczęła pracę."}
)");
    struct stat status{};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
}

TEST(LogWriter, SaysWhereItCannotWrite) {
    const support::TemporaryFolder folder;
    EXPECT_EQ(support::codeOf([&] { LogWriter(folder / "none" / "akces.log", noon); }), base::ErrorCode::cannotWrite);
}

TEST(LogWriter, NeverWaitsForAFullPipe) {
    const support::TemporaryFolder folder;
    const auto fifo = folder / "fifo";
    ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
    const int reader = ::open(fifo.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    std::optional<LogWriter> log(std::in_place, fifo, noon);
    for (int i = 0; i < 60'000; ++i) log->write({"ID", "GET", "/", "", "192.0.2.0", 200, {}});
    std::string read;
    std::thread drain([&] {
        std::array<char, 65536> part{};
        for (ssize_t size = -1; size != 0;) {
            size = ::read(reader, part.data(), part.size());
            if (size > 0) read.append(part.data(), static_cast<std::size_t>(size));
        }
    });
    log.reset();
    drain.join();
    ::close(reader);
    EXPECT_NE(read.find(R"("event":"log.left_out","lines":)"), std::string::npos);
}

}  // namespace
}  // namespace service
