#include "server/process/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <condition_variable>
#include <future>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "base/error.h"
#include "base/handle.h"
#include "base/system_reason.h"
#include "server/process/answer.h"
#include "server/process/frame.h"
#include "server/process/sandbox.h"

namespace process {
namespace {

using namespace std::chrono_literals;
using Actions = base::Handle<posix_spawn_file_actions_t, posix_spawn_file_actions_destroy>;
using Attributes = base::Handle<posix_spawnattr_t, posix_spawnattr_destroy>;

constexpr Budget kStarting{10s, 60s};

base::Error cannotStart(int number) {
    return base::Error(base::ErrorCode::unavailable, base::say("process.cannot_start", {base::systemReason(number)}));
}

void need(int result) {
    if (result != 0) throw cannotStart(result);
}

/// Ours, less the settings, which may hold secrets.
std::vector<char*> environment() {
    std::vector<char*> kept;
    for (char** one = environ; *one != nullptr; ++one)
        if (!std::string_view(*one).starts_with("AKCES_")) kept.push_back(*one);
    kept.push_back(nullptr);
    return kept;
}

pid_t spawned(const std::string& part, int channel) {
    posix_spawn_file_actions_t actionsValue;
    need(::posix_spawn_file_actions_init(&actionsValue));
    const Actions actions(&actionsValue);
    need(::posix_spawn_file_actions_adddup2(actions.get(), channel, kChannel));
    const int last = kSanitized ? STDOUT_FILENO : STDERR_FILENO;  // a sanitizer's report is wanted
    for (int standard = STDIN_FILENO; standard <= last; ++standard)
        need(::posix_spawn_file_actions_addopen(actions.get(), standard, "/dev/null", O_RDWR, 0));
    need(::posix_spawn_file_actions_addclosefrom_np(actions.get(), kChannel + 1));
    posix_spawnattr_t attributesValue;
    need(::posix_spawnattr_init(&attributesValue));
    const Attributes attributes(&attributesValue);
    sigset_t none, defaults;
    ::sigemptyset(&none);
    ::sigfillset(&defaults);
    need(::posix_spawnattr_setsigmask(attributes.get(), &none));
    need(::posix_spawnattr_setsigdefault(attributes.get(), &defaults));
    need(::posix_spawnattr_setflags(attributes.get(),
                                    POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP));
    std::string name = "akces", argument = part;
    std::array<char*, 3> words{name.data(), argument.data(), nullptr};
    pid_t pid = 0;
    need(::posix_spawn(&pid, "/proc/self/exe", actions.get(), attributes.get(), words.data(), environment().data()));
    return pid;
}

/// What remains of a budget, measured from now on.
class Remaining {
public:
    Remaining(const Budget& budget, pid_t pid) : budget_(budget), began_(std::chrono::steady_clock::now()) {
        if (::clock_getcpuclockid(pid, &clock_) == 0) used_ = processorTime();
    }
    int milliseconds() const {
        const auto elapsed = std::chrono::steady_clock::now() - began_;
        const auto used = used_ ? processorTime() - *used_ : 0ns;
        const auto left = std::min<std::chrono::nanoseconds>(budget_.clock - elapsed, budget_.processor - used);
        return left <= 0ns ? 0 : static_cast<int>(left / 1ms) + 1;
    }

private:
    std::chrono::nanoseconds processorTime() const {
        timespec now{};
        ::clock_gettime(clock_, &now);  // stays 0 where the child has ended
        return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
    }

    Budget budget_;
    std::chrono::steady_clock::time_point began_;
    clockid_t clock_{};
    std::optional<std::chrono::nanoseconds> used_{};
};

}  // namespace

/// The running process. Its thread starts it and waits for its end, because PR_SET_PDEATHSIG follows the thread that
/// started a child, not the process.
class Child::Run {
public:
    explicit Run(const std::string& part) {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw cannotStart(errno);
        channel_ = ends[0];
        std::promise<pid_t> started;
        auto pid = started.get_future();
        try {
            thread_ = std::thread([&started, &part, theirs = ends[1], this] { live(started, part, theirs); });
            pid_ = pid.get();
        } catch (...) {
            if (thread_.joinable())
                thread_.join();
            else
                ::close(ends[1]);
            ::close(channel_);
            throw;
        }
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    ~Run() { end(); }

    int channel() const { return channel_; }
    pid_t pid() const { return pid_; }

    End end() {
        if (!thread_.joinable()) return end_;
        const bool byUs = !isDying() && killed();
        thread_.join();
        ::close(channel_);
        return end_ = ended(byUs);
    }

private:
    void live(std::promise<pid_t>& started, const std::string& part, int theirs) {
        sigset_t all;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
        pid_t pid = 0;
        try {
            pid = spawned(part, theirs);
        } catch (...) {
            ::close(theirs);
            return started.set_exception(std::current_exception());
        }
        ::close(theirs);
        started.set_value(pid);
        siginfo_t ignored{};
        while (::waitid(P_PID, static_cast<id_t>(pid), &ignored, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
        }
        const std::lock_guard lock(mutex_);  // until it is reaped nobody else has its number
        isOver_ = true;
        ::waitpid(pid, &status_, 0);
        over_.notify_all();
    }

    /// Whether the other end is closed already, and the process on its way out; it gets a second for it.
    bool isDying() {
        pollfd one{channel_, POLLRDHUP, 0};
        if (::poll(&one, 1, 0) != 1) return false;
        std::unique_lock lock(mutex_);
        return over_.wait_for(lock, 1s, [this] { return isOver_; });
    }

    bool killed() {
        const std::lock_guard lock(mutex_);
        if (!isOver_) ::kill(pid_, SIGKILL);
        return !isOver_;
    }

    End ended(bool byUs) const {
        if (WIFEXITED(status_)) return {End::How::exited, WEXITSTATUS(status_)};
        if (byUs && WTERMSIG(status_) == SIGKILL) return {End::How::refused, SIGKILL};
        return {End::How::killed, WTERMSIG(status_)};
    }

    int channel_ = -1;
    pid_t pid_ = 0;
    std::mutex mutex_;
    std::condition_variable over_;
    bool isOver_ = false;
    int status_ = 0;
    End end_{};
    std::thread thread_;
};

Child::Child(const std::string& part, base::ByteView configuration) : run_(std::make_unique<Run>(part)) {
    auto greeting = ask({configuration}, kStarting);
    if (!greeting) {
        const End how = end();
        throw base::Error(base::ErrorCode::unavailable, base::say("process.did_not_start"))
            .with("end", std::to_string(static_cast<int>(how.how)) + '/' + std::to_string(how.number));
    }
    greeting_ = std::move(*greeting);
}
Child::~Child() = default;

std::optional<base::Bytes> Child::ask(std::initializer_list<base::ByteView> question, const Budget& budget) {
    const Remaining remaining(budget, run_->pid());
    const Patience patience = [&] { return remaining.milliseconds(); };
    std::optional<base::Bytes> answer;
    if (sendFrame(run_->channel(), question, patience))
        answer = receiveFrame(run_->channel(), budget.answerOctets, patience);
    if (answer) return resultOf(std::move(*answer));
    if (patience() == 0) cutOff_ = End{End::How::tooSlow, 0};
    return {};
}

End Child::end() {
    const End how = run_->end();
    return cutOff_.value_or(how);
}

}  // namespace process
