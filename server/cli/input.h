#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/civil_date.h"
#include "base/error.h"
#include "server/domain/meeting.h"
#include "signing/validate.h"

/// What several verbs read in the same way.
namespace cli {

struct Console;
class Options;

inline constexpr std::size_t kLargestJson = std::size_t{16} << 20;     ///< meetings, offices, lists, templates
inline constexpr std::size_t kLargestArchived = std::size_t{1} << 30;  ///< any file that is to be kept

/// What `work` returns; an Error that it throws without a place gets `file` as its place.
template <class Work>
auto about(const std::filesystem::path& file, Work work) {
    try {
        return work();
    } catch (const base::Error& error) {
        if (!error.faults().empty()) throw;
        throw base::Error(error.code(), error.message(), {{{file.string()}, error.message()}});
    }
}

/// --password-file or --password-fd, a byte order mark and one trailing line end dropped. Throws Error(secret) when
/// neither is given, it cannot be read, or it is no UTF-8; Error(usage) when both are given.
std::string password(const Options& options);

/// Every *.crt, *.cer and *.pem of `folder`, by name. Throws Error(unreadable) when it cannot be read or has none.
signing::TrustAnchors trustAnchors(const std::filesystem::path& folder);

/// The anchors of --trust; none without it.
signing::TrustAnchors trustAnchors(const Options& options);

/// --at, else now. Throws Error(usage).
base::Instant validationTime(const Options& options, const Console& console);

/// Reads the file and judges it. Never throws for the file.
signing::FileVerdict verdictOf(const std::filesystem::path& file, const signing::ValidationContext& context);

/// The exit code of several files: the first of 4, 1, 2, 3, 0 that occurs.
int exitCode(const std::vector<signing::FileIndication>& verdicts);

/// The meeting of a JSON file, its partners replaced by the list of --partners where there is one. Throws as
/// readMeeting and withPartners do.
domain::Meeting readMeetingFile(const std::string& file, const Options& options, std::ostream& err);

/// For what is about to be written: throws Error(cannotWrite) when there is a PDF that somebody has signed, or one that
/// is damaged or cannot be read, which may be so.
void expectNotSigned(const std::filesystem::path& target);

/// --data, else AKCES_DATA, else "data".
std::filesystem::path dataFolder(const Options& options, const Console& console);

}  // namespace cli
