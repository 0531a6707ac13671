#include "server/keys/office_key.h"

#include "base/error.h"
#include "server/keys/protocol.h"
#include "server/keys/signer.h"

namespace keys {
namespace {

using namespace std::chrono_literals;

constexpr process::Budget kBudget{2s, 30s, std::size_t{1} << 20};

std::unique_ptr<process::Child> started(const Start& start) {
    return std::make_unique<process::Child>(kSigner, encoded(start));
}

base::Error unavailable() { return {base::ErrorCode::unavailable, base::say("key.unavailable")}; }

}  // namespace

OfficeKey::OfficeKey(KeySettings settings, base::Instant now)
    : settings_(std::move(settings)),
      signer_(started({settings_, WhenMissing::make, now})),
      certificate_(decodedCertificate(signer_->greeting())) {
    settings_.pkcs12.clear();  // has been imported
}
OfficeKey::~OfficeKey() = default;

void OfficeKey::restart() {
    try {
        signer_.reset();
        signer_ = started({settings_, WhenMissing::fail, {}});
    } catch (const base::Error& error) {
        throw unavailable().with("cause", base::text(error.message()));
    }
    if (decodedCertificate(signer_->greeting()).der == certificate_.der) return;
    signer_.reset();
    throw unavailable().with("cause", "another certificate");
}

base::Bytes OfficeKey::asked(base::ByteView question) {
    const std::lock_guard lock(mutex_);
    for (int tries = 0; tries < 2; ++tries) {
        if (!signer_ || tries > 0) restart();
        if (auto answer = signer_->ask({question}, kBudget)) return std::move(*answer);
    }
    signer_.reset();
    throw unavailable();
}

base::Bytes OfficeKey::signedData(base::ByteView digest) {
    return asked(encoded(Question{Order::sign, base::Bytes(digest)}));
}

void OfficeKey::probe() { asked(encoded(Question{Order::probe, {}})); }

}  // namespace keys
