#include "tests/server/process/control_part.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <functional>
#include <map>

#include "base/error.h"
#include "server/process/part.h"

namespace control {
namespace {

/// "done", or the errno that the system gave.
base::Bytes outcome(long result) { return result >= 0 ? "done" : std::to_string(errno); }

base::Bytes outcome(void* mapped) { return outcome(mapped == MAP_FAILED ? -1L : 0L); }

const std::map<base::Bytes, std::function<base::Bytes()>>& forbidden() {
    static const std::map<base::Bytes, std::function<base::Bytes()>> all{
        {"open", [] { return outcome(::open("/etc/hostname", O_RDONLY)); }},
        {"create", [] { return outcome(::open("/tmp/akces-control", O_WRONLY | O_CREAT, 0600)); }},
        {"stat",
         [] {
             struct stat facts{};
             return outcome(::stat("/etc/hostname", &facts));
         }},
        {"unlink", [] { return outcome(::unlink("/tmp/akces-control")); }},
        {"socket", [] { return outcome(::socket(AF_INET, SOCK_STREAM, 0)); }},
        {"pair",
         [] {
             int ends[2] = {};
             return outcome(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
         }},
        {"fork", [] { return outcome(::fork()); }},
        {"execute", [] { return outcome(::execl("/bin/true", "true", nullptr)); }},
        {"signal", [] { return outcome(::kill(::getppid(), SIGUSR1)); }},
        {"trace", [] { return outcome(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)); }},
        {"code",
         [] {
             return outcome(
                 ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
         }},
        {"duplicate", [] { return outcome(::dup(3)); }},
        {"read", [] {
             char octet = 0;
             return outcome(::read(0, &octet, 1));
         }}};
    return all;
}

/// Each level needs its own kilobyte of stack.
int deep(int level) {
    std::array<volatile char, 1024> own{};
    own[static_cast<std::size_t>(level) % own.size()] = 1;
    return level < 0 ? 0 : deep(level + 1) + own.front();
}

[[noreturn]] void spin() {
    volatile std::uint64_t turn = 0;
    while (true) turn = turn + 1;
}

base::Bytes answer(base::ByteView question) {
    if (const auto found = forbidden().find(base::Bytes(question)); found != forbidden().end()) return found->second();
    if (question == "grow")
        for (std::size_t size = 1 << 20;; size *= 2) {
            volatile char* octets = new char[size];
            octets[0] = 'x';
        }
    if (question == "spin") spin();
    if (question == "overflow") return std::to_string(deep(0));
    if (question == "abort") std::abort();
    if (question == "leave") ::_exit(7);
    if (question == "throw") throw std::runtime_error("a foreign exception");
    if (question == "refuse")
        throw base::Error(base::ErrorCode::refused, base::say("sign.no_fields"), {{{"a", 1, 2, "/x"}, base::say("b")}});
    if (question == "long") return base::Bytes(100000, 'x');
    if (question == "secret") return std::getenv("AKCES_SECRET") == nullptr ? "unknown" : "known";
    return "echo " + base::Bytes(question);
}

}  // namespace

int runControl() noexcept {
    return process::live(
        {[](base::ByteView configuration) { return process::Loaded{"ready " + base::Bytes(configuration), answer}; }});
}

int runBroken() noexcept {
    return process::live({[](base::ByteView configuration) -> process::Loaded {
        if (configuration == "leave") ::_exit(7);
        throw base::Error(base::ErrorCode::secret, base::say("identity.wrong_password"));
    }});
}

}  // namespace control
