#include "server/workflow/verdict_memory.h"

#include "signing/digest.h"

namespace workflow {
namespace {

std::string keyOf(const std::string& sha256, const std::vector<base::Bytes>& anchors) {
    std::string all;
    for (const base::Bytes& anchor : anchors) all += signing::sha256(anchor);
    return sha256 + signing::sha256(all);
}

}  // namespace

signing::FileVerdict VerdictMemory::of(const std::string& sha256, const std::vector<base::Bytes>& anchors,
                                       base::Instant at, const Judge& judge) {
    const std::string key = keyOf(sha256, anchors);
    const auto isCurrent = [at](const Kept& one) { return one.at <= at && at < one.at + life; };
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = kept_.find(key); found != kept_.end() && isCurrent(found->second))
            return found->second.verdict;
    }
    signing::FileVerdict verdict = judge();
    const std::lock_guard lock(mutex_);
    std::erase_if(kept_, [&](const auto& one) { return !isCurrent(one.second); });
    if (kept_.size() >= most) kept_.clear();
    kept_.insert_or_assign(key, Kept{at, verdict});
    return verdict;
}

}  // namespace workflow
