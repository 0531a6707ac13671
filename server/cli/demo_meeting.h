#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "server/cli/data.h"
#include "server/domain/office.h"
#include "server/domain/record.h"
#include "server/service/samples.h"
#include "signing/issuer.h"
#include "signing/validate.h"

namespace cli {

/// What a demonstration works with.
struct Demonstration {
    std::filesystem::path out{};
    Data& data;
    const signing::DemonstrationIssuer& issuer;
    const signing::TrustAnchors& anchors;
    base::Instant at{};
    std::size_t identities = 0;  ///< made so far
};

/// Reads the sample, saves the meeting, writes wydane/ and podpisane/, every field signed by an identity of its own
/// signatory (its key is gone when this returns).
class DemoMeeting {
public:
    DemoMeeting(const service::Sample& sample, Demonstration& demonstration);

    void issue();
    void sign();
    /// Verifies and archives the signed files and the lists. One record a file.
    std::vector<domain::Record> archive();

    const domain::Meeting& meeting() const { return meeting_; }

private:
    struct File {
        std::string name{};
        base::Bytes bytes{};
        std::size_t fields = 0;
    };
    signing::Identity identityFor(const domain::Participant& one);
    const domain::Participant& signatory(std::string_view field) const;

    std::filesystem::path folder_;
    Demonstration& demonstration_;
    domain::Meeting meeting_;
    domain::Office office_;
    std::vector<File> files_{};
};

}  // namespace cli
