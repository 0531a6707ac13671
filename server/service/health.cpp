#include "server/service/health.h"

#include <algorithm>

#include "base/error.h"

namespace service {
namespace {

using base::say;

constexpr std::uintmax_t kMegabyte = 1'000'000;
constexpr std::uintmax_t kLeastSpace = 100;  // megabytes
constexpr std::chrono::minutes kTolerated{2};

std::vector<Check> signing(workflow::OfficeKey& key) try {
    key.probe();
    std::vector<Check> checks{{"signing", Condition::good, say("health.key")}};
    const workflow::OfficeCertificate certificate = key.certificate();
    if (!certificate.hasPassphrase) checks.push_back({"key", Condition::warning, say("health.key_open")});
    if (certificate.isOwn) checks.push_back({"certificate", Condition::warning, say("health.key_own")});
    return checks;
} catch (const base::Error& error) {
    return {{"signing", Condition::bad, say("health.key_failed", {base::inside(error.message())})}};
}

Check disk(const std::filesystem::path& folder) {
    std::error_code failed;
    const auto space = std::filesystem::space(folder, failed);
    const std::uintmax_t free = failed ? 0 : space.available / kMegabyte;
    if (free < kLeastSpace) return {"disk", Condition::bad, say("health.disk_full", {std::to_string(free)})};
    return {"disk", Condition::good, say("health.disk", {std::to_string(free)})};
}

/// Its path is not everybody's to know.
Check trust(const std::filesystem::path& folder) {
    std::error_code hidden;
    if (std::filesystem::is_directory(folder, hidden)) return {"trust", Condition::good, say("health.trust")};
    return {"trust", Condition::warning, say("health.no_trust")};
}

/// The database, and the clock by the newest entry in it.
std::vector<Check> database(workflow::AuditStore& rows, base::Instant now) try {
    const auto last = rows.lastEvent();
    Check clock{"clock", Condition::good, say("health.clock")};
    if (last && now + kTolerated < last->at)
        clock = {"clock", Condition::bad, say("health.clock_back", {base::isoInstant(last->at)})};
    return {{"database", Condition::good, say("health.database")}, clock};
} catch (const base::Error& error) {
    return {{"database", Condition::bad, say("health.database_failed", {base::inside(error.message())})}};
}

}  // namespace

Health::Health(HealthParts parts)
    : parts_(std::move(parts)), checks_{{"signing", Condition::bad, say("health.unknown")}} {}

void Health::look() {
    std::vector<Check> checks = signing(parts_.key);
    checks.push_back(disk(parts_.folder));
    checks.push_back(trust(parts_.trust));
    for (Check& one : database(parts_.rows, parts_.now())) checks.push_back(std::move(one));
    const std::lock_guard lock(mutex_);
    checks_ = std::move(checks);
}

std::vector<Check> Health::checks() const {
    const std::lock_guard lock(mutex_);
    return checks_;
}

bool Health::isReady() const {
    const auto all = checks();
    return std::none_of(all.begin(), all.end(), [](const Check& one) { return one.condition == Condition::bad; });
}

}  // namespace service
