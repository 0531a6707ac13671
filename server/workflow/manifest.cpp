#include "server/workflow/manifest.h"

#include <algorithm>
#include <set>

#include "base/file.h"
#include "base/system_reason.h"
#include "signing/digest.h"

namespace workflow {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::Fault;
using base::say;
using Kind = FileFault::Kind;

constexpr std::size_t kLargestManifest = std::size_t{1} << 30;

bool staysBelow(const fs::path& file) {
    if (file.is_absolute() || file.empty()) return false;
    return std::none_of(file.begin(), file.end(), [](const fs::path& part) { return part == ".."; });
}

void holdAgainst(const fs::path& folder, const ManifestLine& line, std::size_t limit, std::vector<FileFault>& faults) {
    std::error_code hidden;
    try {
        if (base::hex(signing::sha256(base::readFile(folder / line.file, limit))) != line.sha256)
            faults.push_back({Kind::damaged, line.file, say("archive.package_damaged")});
    } catch (const Error& error) {
        const bool isThere = fs::exists(fs::symlink_status(folder / line.file, hidden));
        faults.push_back({isThere ? Kind::damaged : Kind::missing, line.file, error.message()});
    }
}

}  // namespace

std::string manifestLine(base::ByteView bytes, const std::string& file) {
    return base::hex(signing::sha256(bytes)) + "  " + file + '\n';
}

std::vector<ManifestLine> readManifest(const fs::path& folder) {
    const base::Bytes text = base::readFile(folder / kManifest, kLargestManifest);
    std::vector<ManifestLine> lines;
    std::vector<Fault> faults;
    for (std::size_t begin = 0, number = 1; begin < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        const ManifestLine read{line.substr(0, 64), line.size() > 66 ? line.substr(66) : std::string()};
        if (line.size() > 66 && line.compare(64, 2, "  ") == 0 && staysBelow(read.file))
            lines.push_back(read);
        else
            faults.push_back({{kManifest, static_cast<int>(number)}, say("archive.bad_manifest_line")});
    }
    if (!faults.empty()) throw Error(ErrorCode::data, say("archive.bad_package", {folder.string()}), faults);
    return lines;
}

std::vector<FileFault> manifestFaults(const fs::path& folder, const std::vector<ManifestLine>& lines,
                                      const fs::path& below, std::size_t limit) {
    std::vector<FileFault> faults;
    std::set<std::string> named{kManifest};
    for (const ManifestLine& line : lines) {
        if (!named.insert(line.file).second)
            faults.push_back({Kind::foreign, kManifest, say("json.twice", {line.file})});
        holdAgainst(folder, line, limit, faults);
    }
    std::error_code failed;
    for (const auto& entry : fs::recursive_directory_iterator(folder / below, failed)) {
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (!entry.is_directory() && !named.contains(name))
            faults.push_back({Kind::foreign, name, say("archive.package_foreign")});
    }
    if (failed)
        faults.push_back({Kind::damaged,
                          {},
                          say("file.unreadable", {(folder / below).string(), base::systemReason(failed.value())})});
    return faults;
}

}  // namespace workflow
