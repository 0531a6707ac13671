#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/limits.h"
#include "server/process/child.h"
#include "server/workflow/ports.h"

namespace confine {

struct Question;

struct ReadersSettings {
    std::size_t helpers = limits::kReaders.value;
    std::size_t filesAHelper = 1000;  ///< then a new one takes its place
    process::Budget budget{std::chrono::seconds(limits::kReaderProcessor.value),
                           std::chrono::seconds(limits::kReaderTime.value)};
    std::chrono::milliseconds longestQueue = std::chrono::seconds(limits::kReaderQueue.value);
};

/// Reads PDFs in helper processes: started when first wanted, warm between files, one file at a time each, replaced
/// after `filesAHelper` files or any fault, ended where nobody wants them any more. For any number of threads; who
/// finds no helper free for `longestQueue` gets Error(busy).
class Readers final : public workflow::PdfReader {
public:
    explicit Readers(const ReadersSettings& settings = {});
    ~Readers() override;
    Readers(const Readers&) = delete;
    Readers& operator=(const Readers&) = delete;

    signing::FileVerdict validate(base::ByteView pdf, const std::vector<base::Bytes>& anchors,
                                  base::Instant at) override;
    workflow::Inspection inspect(base::ByteView pdf) override;
    base::Bytes picture(base::ByteView pdf, std::size_t page) override;
    signing::Prepared prepare(base::ByteView pdf, const signing::SignRequest& request) override;

    /// Ends the helpers that have had no file for so long: at rest the service holds no memory for them.
    void endIdle(std::chrono::milliseconds idle);

    /// How many helpers have been started so far.
    std::size_t started() const;

private:
    struct Slot {
        std::unique_ptr<process::Child> child{};
        std::size_t files = 0;
        bool isTaken = false;
        std::chrono::steady_clock::time_point left{};  ///< by who had it last
    };
    class Taken;

    template <class Decode>
    auto asked(const Question& question, base::ByteView pdf, const Decode& decode);
    base::Bytes answer(Slot& slot, const Question& question, base::ByteView pdf);
    process::Child& helper(Slot& slot);

    ReadersSettings settings_;
    mutable std::mutex mutex_{};
    std::condition_variable freed_{};
    std::vector<Slot> slots_;
    std::size_t started_ = 0;
};

}  // namespace confine
