#include "server/process/part.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <optional>

#include "server/process/answer.h"
#include "server/process/child.h"
#include "server/process/frame.h"
#include "server/process/sandbox.h"

namespace process {
namespace {

constexpr int kNotAChild = 64, kBroken = 70;

int forEver() { return -1; }

bool isChild() {
    struct stat facts{};
    return ::fstat(kChannel, &facts) == 0 && S_ISSOCK(facts.st_mode);
}

bool sent(const base::Bytes& answer) { return sendFrame(kChannel, {answer}, forEver); }

/// Nothing when it could not be made ready; the parent knows why.
std::optional<Loaded> ready(const Part& part) {
    const auto configuration = receiveFrame(kChannel, part.questionOctets, forEver);
    if (!configuration) return {};
    try {
        Loaded loaded = part.load(*configuration);
        shutIn(kChannel, part.memory);
        if (!sent(answerOf(loaded.greeting))) return {};
        return loaded;
    } catch (const base::Error& error) {
        sent(answerOf(error));
        return {};
    }
}

base::Bytes answered(const Loaded& loaded, base::ByteView question) {
    try {
        return answerOf(loaded.answer(question));
    } catch (const base::Error& error) {
        return answerOf(error);
    }
}

}  // namespace

int live(const Part& part) noexcept try {
    if (!isChild()) return kNotAChild;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // a parent that is gone already closed the channel
    ::prctl(PR_SET_DUMPABLE, 0);
    const auto loaded = ready(part);
    bool goesOn = loaded.has_value();
    while (goesOn) {
        const auto question = receiveFrame(kChannel, part.questionOctets, forEver);
        goesOn = question && sent(answered(*loaded, *question));
    }
    ::_exit(0);  // what runs at the end of a program could want files
} catch (...) {
    ::_exit(kBroken);  // its words could hold what was in the file
}

}  // namespace process
