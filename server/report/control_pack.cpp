#include "server/report/control_pack.h"

#include <Poco/DateTime.h>
#include <Poco/Exception.h>
#include <Poco/Timestamp.h>
#include <Poco/Zip/Compress.h>

#include <set>
#include <sstream>

#include "base/error.h"
#include "server/domain/slug.h"
#include "server/report/csv_report.h"
#include "server/report/index_page.h"
#include "signing/digest.h"

namespace report {
namespace {

constexpr std::size_t kShownDigits = 16;

/// A ZIP in memory with its manifest.
class Pack {
public:
    explicit Pack(base::Instant at)
        : at_(Poco::Timestamp::fromEpochTime(at.time_since_epoch().count())), compress_(out_, true) {}

    void add(const std::string& path, const std::string& bytes) {
        std::istringstream in(bytes);
        compress_.addFile(in, at_, Poco::Path(path, Poco::Path::PATH_UNIX));
        manifest_ += base::hex(signing::sha256(bytes)) + "  " + path + '\n';
    }
    void lose(const std::string& sha256) { lost_.push_back(sha256); }
    ControlPack finish() {
        std::istringstream in(manifest_);
        compress_.addFile(in, at_, Poco::Path("manifest-sha256.txt", Poco::Path::PATH_UNIX));
        compress_.close();
        return {std::move(out_).str(), std::move(lost_)};
    }

private:
    Poco::DateTime at_;
    std::stringstream out_{};
    Poco::Zip::Compress compress_;
    std::string manifest_{};
    std::vector<std::string> lost_{};
};

/// "documents/bedzin-2019-11-27/deklaracja-wspolna-<record>.pdf": ASCII, and one of its kind.
std::string pathOf(const char* folder, const domain::Record& record, const char* ending) {
    const std::string stem = record.fileName.substr(0, record.fileName.rfind('.'));
    return std::string(folder) + '/' + domain::slug(record.meetingId) + '/' + domain::slug(stem) + '-' +
           domain::slug(record.id) + ending;
}

/// Adds the object; an empty path when the archive has it no more.
std::string packed(Pack& pack, workflow::Archive& archive, const std::string& sha256, std::string path) {
    try {
        pack.add(path, archive.get(sha256));
        return path;
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::notFound && error.code() != base::ErrorCode::unreadable) throw;
        pack.lose(sha256);
        return {};
    }
}

}  // namespace

std::vector<Indicator> indicatorsOf(workflow::Store& store) { return indicators(store.allMeetings(), store.records()); }

base::Bytes csvOf(workflow::Store& store) { return csvReport(indicatorsOf(store)); }

ControlPack controlPack(workflow::Store& store, workflow::Archive& archive, base::Instant at) try {
    const std::vector<domain::Record> records = store.records();
    const auto all = indicators(store.allMeetings(), records);
    Pack pack(at);
    std::vector<PackedDocument> documents;
    std::set<std::string> snapshots;
    for (const domain::Record& record : latestRecords(records)) {
        PackedDocument& one = documents.emplace_back();
        one.path = packed(pack, archive, record.sha256, pathOf("documents", record, ".pdf"));
        one.verdictPath = packed(pack, archive, record.verdictSha256, pathOf("verdicts", record, ".json"));
        if (snapshots.insert(record.snapshotSha256).second)
            packed(pack, archive, record.snapshotSha256,
                   "meetings/" + domain::slug(record.meetingId) + '-' + record.snapshotSha256.substr(0, kShownDigits) +
                       ".json");
        one.record = record;
    }
    pack.add("report.csv", csvReport(all));
    pack.add("index.html", indexPage(all, documents));
    return pack.finish();
} catch (const Poco::Exception& problem) {
    throw base::Error(base::ErrorCode::internal, base::say("report.zip_failed")).with("poco", problem.displayText());
}

}  // namespace report
