#include "server/workflow/archive_package.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "server/workflow/archive_document.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/manifest.h"
#include "server/workflow/meeting_json.h"
#include "server/workflow/record_json.h"
#include "server/workflow/unfinished_folder.h"

namespace workflow {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::Fault;
using base::say;

constexpr std::size_t kLargestFile = std::size_t{1} << 30;
constexpr const char* kBagIt = "bagit.txt";
constexpr const char* kMeetings = "data/meetings/";
constexpr const char* kRecords = "data/records.jsonl";
constexpr const char* kDeclaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// The bag while it is written.
class Bag {
public:
    explicit Bag(const fs::path& target) : folder_(target) {}
    void make() {
        folder_.make();
        base::makePrivateFolder(folder_.path() / "data" / "objects");
        base::makePrivateFolder(folder_.path() / "data" / "meetings");
    }
    void write(const std::string& name, base::ByteView bytes) {
        base::writeFile(folder_.path() / name, bytes, base::Durability::durable);
        if (name.starts_with("data/")) manifest_ += manifestLine(bytes, name);
    }
    void finish() {
        write(kBagIt, kDeclaration);
        write(kManifest, manifest_);
        folder_.finish();
    }

private:
    UnfinishedFolder folder_;
    std::string manifest_{};
};

/// "data/meetings/001.json": a meeting's own id may hold anything.
std::string meetingFile(std::size_t number) {
    const std::string digits = std::to_string(number);
    return kMeetings + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits + ".json";
}

/// The bag's declaration as we write it.
void checkDeclaration(const fs::path& folder) {
    if (base::readFile(folder / kBagIt, kLargestFile) != kDeclaration)
        throw Error(ErrorCode::data, say("archive.bad_package", {folder.string()}),
                    {{{kBagIt}, say("archive.bad_declaration")}});
}

/// Every file that the manifest names, and no other below data/.
void checkManifest(const fs::path& folder, const std::vector<ManifestLine>& lines) {
    std::vector<Fault> faults;
    for (const FileFault& fault : manifestFaults(folder, lines, "data", kLargestFile))
        faults.push_back({{fault.file}, fault.message});
    if (!faults.empty()) throw Error(ErrorCode::unreadable, say("archive.bad_package", {folder.string()}), faults);
}

struct Rows {
    std::vector<domain::Meeting> meetings{};
    std::vector<domain::Record> records{};
};

std::vector<domain::Record> readRecords(base::ByteView text) {
    std::vector<domain::Record> records;
    std::vector<Fault> faults;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        try {
            records.push_back(readRecord(text.substr(0, end)));
        } catch (const Error& error) {
            faults.push_back({{kRecords, number}, error.message()});
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!faults.empty()) throw Error(ErrorCode::data, say("archive.bad_record"), faults);
    return records;
}

Rows readRows(const fs::path& folder, const std::vector<ManifestLine>& lines) {
    Rows rows;
    for (const ManifestLine& line : lines)
        if (line.file.starts_with(kMeetings))
            rows.meetings.push_back(readMeeting(base::readFile(folder / line.file, kLargestFile), line.file));
    rows.records = readRecords(base::readFile(folder / kRecords, kLargestFile));
    return rows;
}

/// Each meeting and each record once, every record under the id that its content gives and of a meeting that is there.
void checkRows(const fs::path& folder, const Rows& rows) {
    std::vector<Fault> faults;
    std::set<std::string> meetings, records;
    for (const domain::Meeting& meeting : rows.meetings)
        if (!meetings.insert(meeting.id).second) faults.push_back({{kMeetings}, say("json.twice", {meeting.id})});
    int line = 0;
    for (const domain::Record& record : rows.records) {
        const base::Place place{kRecords, ++line};
        if (!records.insert(record.id).second) faults.push_back({place, say("json.twice", {record.id})});
        if (record.id != recordId(record)) faults.push_back({place, say("archive.wrong_id", {record.id})});
        if (!meetings.contains(record.meetingId))
            faults.push_back({place, say("json.no_reference", {record.meetingId})});
    }
    if (!faults.empty()) throw Error(ErrorCode::data, say("archive.bad_package", {folder.string()}), faults);
}

/// An interrupted restore may be repeated; anything else that is there already is somebody's.
void expectOnly(Store& store, const Rows& rows) {
    const auto among = [](const auto& value, const auto& values) {
        return std::find(values.begin(), values.end(), value) != values.end();
    };
    for (const domain::Meeting& meeting : store.allMeetings())
        if (!among(meeting, rows.meetings)) throw Error(ErrorCode::conflict, say("archive.not_empty"));
    for (const domain::Record& record : store.records())
        if (!among(record, rows.records)) throw Error(ErrorCode::conflict, say("archive.not_empty"));
}

}  // namespace

std::string_view name(Archive::DamageKind kind) {
    switch (kind) {
        case Archive::DamageKind::damaged:
            return "damaged";
        case Archive::DamageKind::missing:
            return "missing";
        case Archive::DamageKind::foreign:
            return "foreign";
    }
    return {};
}

std::vector<std::string> filesWith(const std::vector<domain::Record>& records, std::string_view object) {
    std::vector<std::string> files;
    for (const domain::Record& one : records)
        if (one.sha256 == object || one.snapshotSha256 == object || one.verdictSha256 == object)
            files.push_back(one.fileName);
    return files;
}

std::vector<std::string> expectedObjects(const std::vector<domain::Record>& records) {
    std::set<std::string> hashes;
    for (const domain::Record& record : records)
        for (const std::string& hash : {record.sha256, record.snapshotSha256, record.verdictSha256})
            hashes.insert(hash);
    return {hashes.begin(), hashes.end()};
}

PackageSummary exportArchive(Store& store, Archive& archive, const fs::path& folder) {
    const std::vector<domain::Record> records = sortedRecords(store);
    Bag package(folder);
    package.make();
    PackageSummary summary;
    for (const std::string& sha256 : expectedObjects(records)) {
        try {
            package.write("data/objects/" + sha256, archive.get(sha256));
            ++summary.objects;
        } catch (const Error& error) {
            if (error.code() == ErrorCode::cannotWrite) throw;
            summary.lost.push_back(sha256);
        }
    }
    for (const domain::Meeting& meeting : store.allMeetings())
        package.write(meetingFile(++summary.meetings), meetingJson(meeting));
    std::string lines;
    for (const domain::Record& record : records) lines += recordJson(record) + '\n';
    package.write(kRecords, lines);
    summary.records = records.size();
    package.finish();
    return summary;
}

PackageSummary restoreArchive(Store& store, Archive& archive, const fs::path& folder) {
    checkDeclaration(folder);
    const std::vector<ManifestLine> lines = readManifest(folder);
    checkManifest(folder, lines);
    const Rows rows = readRows(folder, lines);
    checkRows(folder, rows);
    expectOnly(store, rows);
    PackageSummary summary;
    std::set<std::string> present;
    for (const ManifestLine& line : lines)
        if (line.file.starts_with("data/objects/")) {
            present.insert(archive.put(base::readFile(folder / line.file, kLargestFile)));
            ++summary.objects;
        }
    for (const domain::Meeting& meeting : rows.meetings) store.saveMeeting(meeting);
    for (const domain::Record& record : rows.records) store.addRecord(record);
    for (const std::string& sha256 : expectedObjects(rows.records))
        if (!present.contains(sha256)) summary.lost.push_back(sha256);
    summary.meetings = rows.meetings.size();
    summary.records = rows.records.size();
    return summary;
}

}  // namespace workflow
