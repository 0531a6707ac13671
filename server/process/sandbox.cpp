#include "server/process/sandbox.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <new>

#include "base/error.h"
#include "base/handle.h"
#include "base/system_reason.h"

#ifdef __clang__  // libseccomp's macros for arguments are C99
#pragma clang diagnostic ignored "-Wc99-extensions"
#pragma clang diagnostic ignored "-Wmissing-field-initializers"
#endif

namespace process {
namespace {

using Filter = base::Handle<void, seccomp_release>;

base::Error cannot(int number) {
    return base::Error(base::ErrorCode::unavailable, base::say("process.no_sandbox", {base::systemReason(number)}));
}

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    if (::setrlimit(resource, &both) != 0) throw cannot(errno);
}

void setLimits(int channel, std::size_t memory) {
    if (!kSanitized) limit(RLIMIT_AS, memory);  // a sanitizer's shadow alone is beyond any limit, as data too
    limit(RLIMIT_NOFILE, static_cast<rlim_t>(channel) + (kSanitized ? 3 : 1));
    if (!kSanitized) limit(RLIMIT_FSIZE, 0);  // a sanitizer's report may go to a file
    limit(RLIMIT_CORE, 0);
}

/// seccomp_rule_add_array with the calls' names written out, so that a call is one line.
class Rules {
public:
    Rules() : filter_(seccomp_init(SCMP_ACT_ERRNO(EPERM))) {
        if (!filter_) throw cannot(ENOMEM);
    }
    void allow(int call, std::initializer_list<scmp_arg_cmp> conditions = {}) {
        const int result = seccomp_rule_add_array(filter_.get(), SCMP_ACT_ALLOW, call,
                                                  static_cast<unsigned>(conditions.size()), conditions.begin());
        if (result != 0) throw cannot(-result);
    }
    void load() {
        if (const int result = seccomp_load(filter_.get()); result != 0) throw cannot(-result);
    }

private:
    Filter filter_;
};

void allowMemory(Rules& rules) {
    const auto notExecutable = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    rules.allow(SCMP_SYS(mmap), {notExecutable, SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS)});
    rules.allow(SCMP_SYS(mprotect), {notExecutable});
    for (const int call : {SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise)}) rules.allow(call);
}

/// What libraries call while they compute, and what ending needs.
void allowComputing(Rules& rules) {
    for (const int call : {SCMP_SYS(futex), SCMP_SYS(getrandom), SCMP_SYS(clock_gettime), SCMP_SYS(sched_yield),
                           SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction),
                           SCMP_SYS(rt_sigreturn), SCMP_SYS(exit), SCMP_SYS(exit_group)})
        rules.allow(call);
    const auto self = static_cast<scmp_datum_t>(::getpid());
    rules.allow(SCMP_SYS(tgkill), {SCMP_A0(SCMP_CMP_EQ, self)});  // abort()
}

void allowChannel(Rules& rules, int channel) {
    const auto socket = static_cast<scmp_datum_t>(channel);
    for (const int call : {SCMP_SYS(sendto), SCMP_SYS(recvfrom), SCMP_SYS(close)})
        rules.allow(call, {SCMP_A0(SCMP_CMP_EQ, socket)});
    rules.allow(SCMP_SYS(poll));
}

/// A sanitizer reports to the standard error output, and looks through a pipe whether memory can be read.
void allowSanitizer(Rules& rules) {
    for (const int call : {SCMP_SYS(write), SCMP_SYS(close), SCMP_SYS(pipe), SCMP_SYS(pipe2), SCMP_SYS(sigaltstack)})
        rules.allow(call);
}

}  // namespace

void shutIn(int channel, std::size_t memory) {
    std::set_new_handler([] { ::_exit(kOutOfMemory); });
    Rules rules;
    allowMemory(rules);
    allowComputing(rules);
    allowChannel(rules, channel);
    if (kSanitized) allowSanitizer(rules);
    setLimits(channel, memory);
    rules.load();  // sets no_new_privs
}

}  // namespace process
