#include "server/cli/input.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>

#include "base/error.h"
#include "base/file.h"
#include "base/system_reason.h"
#include "base/utf8.h"
#include "pdfgen/reader.h"
#include "server/cli/verb.h"
#include "server/workflow/csv.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/import_partners.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::size_t kLargestSecret = 64 << 10;
constexpr std::size_t kLargestCertificates = 16 << 20;
constexpr std::size_t kFarthestHeader = 1024;  // readers of PDF look for it so far

std::string readDescriptor(const std::string& number) {
    int descriptor = -1;
    const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), descriptor);
    if (failed != std::errc() || end != number.data() + number.size() || descriptor < 0)
        throw Error(ErrorCode::usage, say("cli.bad_descriptor", {number}));
    std::string secret;
    std::array<char, 4096> buffer{};
    while (secret.size() <= kLargestSecret) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw Error(ErrorCode::secret, say("cli.secret_unreadable", {"--password-fd"}));
        if (count == 0) return secret;
        secret.append(buffer.data(), static_cast<std::size_t>(count));
    }
    throw Error(ErrorCode::secret, say("cli.secret_unreadable", {"--password-fd"}));
}

std::string readSecretFile(const std::string& file) {
    try {
        return base::readFile(file, kLargestSecret);
    } catch (const Error& error) {
        throw Error(ErrorCode::secret, error.message());
    }
}

bool isCertificateFile(const fs::path& file) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending == ".crt" || ending == ".cer" || ending == ".pem";
}

bool mayBeSigned(const fs::path& file) try {
    const base::Bytes bytes = base::readFile(file, kLargestArchived);
    if (bytes.substr(0, kFarthestHeader).find("%PDF-") == std::string::npos) return false;
    const pdfgen::Reader reader(bytes);
    const std::vector<pdfgen::FieldInfo> fields = reader.signatureFields();
    return reader.wasRepaired() ||
           std::any_of(fields.begin(), fields.end(), [](const auto& one) { return one.isSigned; });
} catch (const Error&) {
    return true;
}

}  // namespace

std::string password(const Options& options) {
    const auto file = options.find("--password-file");
    const auto descriptor = options.find("--password-fd");
    if (file && descriptor) throw Error(ErrorCode::usage, say("cli.two_secrets"));
    if (!file && !descriptor) throw Error(ErrorCode::secret, say("cli.secret_missing"));
    std::string secret = file ? readSecretFile(*file) : readDescriptor(*descriptor);
    if (secret.starts_with("\xEF\xBB\xBF")) secret.erase(0, 3);
    if (secret.ends_with('\n')) secret.pop_back();
    if (secret.ends_with('\r')) secret.pop_back();
    if (!base::isUtf8(secret)) throw Error(ErrorCode::secret, say("cli.secret_not_utf8"));
    return secret;
}

signing::TrustAnchors trustAnchors(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed))
        if (isCertificateFile(entry.path())) files.push_back(entry.path());
    if (failed)
        throw Error(ErrorCode::unreadable,
                    say("cli.trust_unreadable", {folder.string(), base::systemReason(failed.value())}));
    if (files.empty()) throw Error(ErrorCode::unreadable, say("cli.trust_empty", {folder.string()}));
    std::sort(files.begin(), files.end());
    signing::TrustAnchors anchors;
    for (const fs::path& file : files) {
        const base::Bytes certificates = base::readFile(file, kLargestCertificates);
        about(file, [&] { anchors.add(certificates); });
    }
    return anchors;
}

signing::TrustAnchors trustAnchors(const Options& options) {
    const auto folder = options.find("--trust");
    return folder ? trustAnchors(fs::path(*folder)) : signing::TrustAnchors();
}

base::Instant validationTime(const Options& options, const Console& console) {
    const auto text = options.find("--at");
    if (!text) return console.now();
    const auto at = base::parseInstant(*text);
    if (!at) throw Error(ErrorCode::usage, say("cli.bad_time", {*text}));
    return *at;
}

signing::FileVerdict verdictOf(const fs::path& file, const signing::ValidationContext& context) {
    try {
        return signing::validate(base::readFile(file, pdfgen::kLargestPdf), context);
    } catch (const Error& error) {
        signing::FileVerdict unreadable;
        unreadable.error = error.message();
        return unreadable;
    }
}

int exitCode(const std::vector<signing::FileIndication>& verdicts) {
    using signing::FileIndication;
    const auto any = [&](FileIndication wanted) {
        return std::find(verdicts.begin(), verdicts.end(), wanted) != verdicts.end();
    };
    if (any(FileIndication::unreadable)) return 4;
    if (any(FileIndication::totalFailed)) return 1;
    if (any(FileIndication::indeterminate)) return 2;
    if (any(FileIndication::noSignature)) return 3;
    return 0;
}

domain::Meeting readMeetingFile(const std::string& file, const Options& options, std::ostream& err) {
    domain::Meeting meeting = workflow::readMeeting(base::readFile(file, kLargestJson), file);
    const auto list = options.find("--partners");
    if (!list) return meeting;
    if (fs::path(*list).extension() == ".xlsx") throw notYet("--partners *.xlsx");
    const base::Bytes csv = base::readFile(*list, kLargestJson);
    meeting = workflow::withPartners(std::move(meeting), csv, *list);
    if (const auto notice = workflow::encodingNotice(csv)) print(err, *notice);
    return meeting;
}

void expectNotSigned(const fs::path& target) {
    std::error_code absent;
    if (fs::is_regular_file(target, absent) && mayBeSigned(target))
        throw Error(ErrorCode::cannotWrite, say("cli.signed_target", {target.string()}));
}

fs::path dataFolder(const Options& options, const Console& console) {
    if (const auto given = options.find("--data")) return *given;
    return console.environment("AKCES_DATA").value_or("data");
}

}  // namespace cli
