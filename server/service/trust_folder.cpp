#include "server/service/trust_folder.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "signing/validate.h"

namespace service {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargest = std::size_t{1} << 20;

bool isCertificate(const fs::path& file) {
    const auto extension = file.extension();
    return extension == ".crt" || extension == ".cer" || extension == ".pem";
}

}  // namespace

TrustFolder::TrustFolder(fs::path folder, Tell tell) : folder_(std::move(folder)), tell_(std::move(tell)) { refresh(); }

std::vector<base::Bytes> TrustFolder::anchors() const {
    const std::lock_guard lock(mutex_);
    return anchors_;
}

TrustFolder::Look TrustFolder::look() const {
    Look files;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder_, failed)) {
        const auto written = entry.last_write_time(failed);
        if (!failed && isCertificate(entry.path())) files.emplace_back(entry.path().filename().string(), written);
    }
    std::sort(files.begin(), files.end());
    return files;
}

void TrustFolder::tellWhenMissing() {
    std::error_code hidden;
    const bool isMissing = !fs::is_directory(folder_, hidden);
    if (isMissing && !isMissing_) tell_(base::say("service.no_trust", {folder_.string()}));
    isMissing_ = isMissing;
}

bool TrustFolder::refresh() {
    tellWhenMissing();
    Look files = look();
    {
        const std::lock_guard lock(mutex_);
        if (files == seen_) return false;
    }
    std::vector<base::Bytes> anchors;
    for (const auto& [name, written] : files) try {
            base::Bytes content = base::readFile(folder_ / name, kLargest);
            signing::TrustAnchors().add(content);
            anchors.push_back(std::move(content));
        } catch (const base::Error&) {
            tell_(base::say("service.bad_certificate", {name}));
        }
    const std::lock_guard lock(mutex_);
    seen_ = std::move(files);
    anchors_ = std::move(anchors);
    return true;
}

}  // namespace service
