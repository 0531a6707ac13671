#pragma once

#include <memory>
#include <mutex>

#include "base/civil_date.h"
#include "server/keys/stored_key.h"
#include "server/process/child.h"
#include "server/workflow/ports.h"

namespace keys {

/// The office's key in its signer process. For any number of threads, one signature at a time. A signer that is lost is
/// started again once a call; it must come back with the same certificate, and never makes a key then.
class OfficeKey final : public workflow::OfficeKey {
public:
    /// Starts the signer: makes, imports or opens the key (storedKey), and throws what that throws; `now` is when a new
    /// certificate begins.
    OfficeKey(KeySettings settings, base::Instant now);
    ~OfficeKey() override;
    OfficeKey(const OfficeKey&) = delete;
    OfficeKey& operator=(const OfficeKey&) = delete;

    workflow::OfficeCertificate certificate() override { return certificate_; }
    base::Bytes signedData(base::ByteView digest) override;
    void probe() override;

private:
    base::Bytes asked(base::ByteView question);
    void restart();

    KeySettings settings_;
    std::mutex mutex_{};
    std::unique_ptr<process::Child> signer_;
    workflow::OfficeCertificate certificate_;
};

}  // namespace keys
