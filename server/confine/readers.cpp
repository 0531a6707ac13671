#include "server/confine/readers.h"

#include <signal.h>

#include <algorithm>

#include "base/error.h"
#include "server/confine/helper.h"
#include "server/confine/protocol.h"
#include "server/process/sandbox.h"

namespace confine {
namespace {

using process::End;

/// What the end of a helper says about the file that it had open.
base::Message finding(const End& end) {
    const bool isMemory = end == End{End::How::exited, process::kOutOfMemory} || end == End{End::How::killed, SIGKILL};
    const bool isStack = end.how == End::How::killed && (end.number == SIGSEGV || end.number == SIGBUS);
    if (end.how == End::How::tooSlow) return base::say("pdf.too_slow");
    if (isMemory) return base::say("pdf.expands");
    if (isStack) return base::say("pdf.too_complex");
    return base::say("pdf.damaged");
}

base::Error about(const End& end) {
    return base::Error(base::ErrorCode::unreadable, finding(end))
        .with("helper", std::to_string(static_cast<int>(end.how)) + '/' + std::to_string(end.number));
}

/// That it cannot be had says nothing about a file.
std::unique_ptr<process::Child> newHelper() {
    try {
        return std::make_unique<process::Child>(kHelper, base::ByteView{});
    } catch (const base::Error& error) {
        throw base::Error(base::ErrorCode::unavailable, base::say("reader.unavailable"))
            .with("cause", base::text(error.message()));
    }
}

/// Somebody else ended it: the file may be innocent.
bool isForeign(const End& end) {
    return end.how == End::How::killed && (end.number == SIGKILL || end.number == SIGTERM || end.number == SIGINT);
}

}  // namespace

/// A slot that is one caller's until it goes.
class Readers::Taken {
public:
    explicit Taken(Readers& readers) : readers_(readers) {
        std::unique_lock lock(readers.mutex_);
        const auto isFree = [](const Slot& slot) { return !slot.isTaken; };
        auto found = readers.slots_.end();
        const bool inTime = readers.freed_.wait_for(lock, readers.settings_.longestQueue, [&] {
            found = std::find_if(readers.slots_.begin(), readers.slots_.end(), isFree);
            return found != readers.slots_.end();
        });
        if (!inTime) throw base::Error(base::ErrorCode::busy, base::say("reader.busy"));
        slot_ = &*found;
        slot_->isTaken = true;
    }
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;
    ~Taken() {
        const std::lock_guard lock(readers_.mutex_);
        slot_->isTaken = false;
        slot_->left = std::chrono::steady_clock::now();
        readers_.freed_.notify_one();
    }
    Slot& slot() const { return *slot_; }

private:
    Readers& readers_;
    Slot* slot_ = nullptr;
};

Readers::Readers(const ReadersSettings& settings) : settings_(settings), slots_(settings.helpers) {}
Readers::~Readers() = default;

std::size_t Readers::started() const {
    const std::lock_guard lock(mutex_);
    return started_;
}

void Readers::endIdle(std::chrono::milliseconds idle) {
    std::vector<std::unique_ptr<process::Child>> ended;  // outside the lock: their end is waited for
    const auto latest = std::chrono::steady_clock::now() - idle;
    const std::lock_guard lock(mutex_);
    for (Slot& slot : slots_)
        if (!slot.isTaken && slot.left <= latest) ended.push_back(std::move(slot.child));
}

process::Child& Readers::helper(Slot& slot) {
    if (slot.files >= settings_.filesAHelper) slot.child.reset();
    if (!slot.child) {
        slot.child = newHelper();
        slot.files = 0;
        const std::lock_guard lock(mutex_);
        ++started_;
    }
    ++slot.files;
    return *slot.child;
}

base::Bytes Readers::answer(Slot& slot, const Question& question, base::ByteView pdf) {
    const base::Bytes head = encoded(question);
    for (int tries = 1;; ++tries) {
        auto answer = helper(slot).ask({head, pdf}, settings_.budget);
        if (answer) return std::move(*answer);
        const End end = slot.child->end();
        slot.child.reset();
        if (tries == 2 || !isForeign(end)) throw about(end);
    }
}

template <class Decode>
auto Readers::asked(const Question& question, base::ByteView pdf, const Decode& decode) {
    if (pdf.size() > pdfgen::kLargestPdf)
        throw base::Error(base::ErrorCode::unreadable,
                          base::say("pdf.too_large", {std::to_string(pdfgen::kLargestPdf >> 20)}));
    const Taken taken(*this);
    Slot& slot = taken.slot();
    try {
        return decode(answer(slot, question, pdf));
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::internal) throw;
        slot.child.reset();  // what speaks another language than ours is not ours any more
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.damaged")).with("helper", error.message().key);
    }
}

signing::FileVerdict Readers::validate(base::ByteView pdf, const std::vector<base::Bytes>& anchors, base::Instant at) {
    return asked({Operation::validate, anchors, at, {}, 0}, pdf, decodedVerdict);
}

workflow::Inspection Readers::inspect(base::ByteView pdf) {
    return asked({Operation::inspect, {}, {}, {}, 0}, pdf, decodedInspection);
}

base::Bytes Readers::picture(base::ByteView pdf, std::size_t page) {
    return asked({Operation::picture, {}, {}, {}, page}, pdf,
                 [](base::ByteView answer) { return base::Bytes(answer); });
}

signing::Prepared Readers::prepare(base::ByteView pdf, const signing::SignRequest& request) {
    return asked({Operation::prepare, {}, {}, request, 0}, pdf,
                 [&](base::ByteView answer) { return decodedPrepared(answer, pdf); });
}

}  // namespace confine
