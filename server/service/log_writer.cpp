#include "server/service/log_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.h"
#include "base/json_text.h"
#include "base/system_reason.h"

namespace service {
namespace {

constexpr std::size_t kMostLines = 20'000;

int opened(const std::filesystem::path& file) {
    if (file.empty()) return ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (descriptor < 0)
        throw base::Error(base::ErrorCode::cannotWrite,
                          base::say("file.cannot_write", {file.string(), base::systemReason(errno)}));
    return descriptor;
}

}  // namespace

LogWriter::LogWriter(const std::filesystem::path& file, workflow::Clock now)
    : descriptor_(opened(file)), now_(std::move(now)), thread_([this] { run(); }) {}

LogWriter::~LogWriter() {
    {
        const std::lock_guard lock(mutex_);
        isEnding_ = true;
    }
    wake_.notify_one();
    thread_.join();
    ::close(descriptor_);
}

void LogWriter::write(const http::RequestLine& line) noexcept try {
    add(http::jsonLine(line, now_()));
} catch (...) {  // no memory for a line of the log: the answer is more important
    ++leftOut_;
}

void LogWriter::tell(const base::Message& message) noexcept try {
    add("{\"time\":" + base::quoted(base::isoInstant(now_())) + ",\"event\":" + base::quoted(message.key) +
        ",\"text\":" + base::quoted(base::text(message, base::Language::polish)) + "}\n");
} catch (...) {  // as above
    ++leftOut_;
}

void LogWriter::add(std::string line) noexcept try {
    {
        const std::lock_guard lock(mutex_);
        if (lines_.size() >= kMostLines) {
            ++leftOut_;
            return;
        }
        lines_.push_back(std::move(line));
    }
    wake_.notify_one();
} catch (...) {  // as above
    ++leftOut_;
}

void LogWriter::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [this] { return isEnding_ || !lines_.empty(); });
        if (lines_.empty()) return;
        std::deque<std::string> batch;
        batch.swap(lines_);
        const std::size_t leftOut = leftOut_.exchange(0);
        lock.unlock();
        std::string text;
        for (const std::string& line : batch) text += line;
        if (leftOut > 0) text += "{\"event\":\"log.left_out\",\"lines\":" + std::to_string(leftOut) + "}\n";
        put(text);
        lock.lock();
    }
}

void LogWriter::put(std::string_view text) const noexcept {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor_, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;  // a full disk: the service goes on, and readiness tells of the disk
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace service
