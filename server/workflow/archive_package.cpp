#include "server/workflow/archive_package.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/system_reason.h"
#include "server/workflow/archive_document.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/meeting_json.h"
#include "server/workflow/record_json.h"
#include "signing/digest.h"

namespace workflow {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::Fault;
using base::say;

constexpr std::size_t kLargestFile = std::size_t{1} << 30;
constexpr const char* kBagIt = "bagit.txt";
constexpr const char* kManifest = "manifest-sha256.txt";
constexpr const char* kMeetings = "data/meetings/";
constexpr const char* kRecords = "data/records.jsonl";
constexpr const char* kDeclaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

std::string hashOf(base::ByteView bytes) { return base::hex(signing::sha256(bytes)); }

/// A folder that is removed unless it got its name.
class UnfinishedFolder {
public:
    explicit UnfinishedFolder(const fs::path& target)
        : target_(fs::absolute(target / "").lexically_normal().parent_path()) {  // with or without a slash at its end
        std::error_code hidden;  // what cannot be looked at cannot be written either, which make() tells
        if (fs::exists(target_, hidden))
            throw Error(ErrorCode::cannotWrite, say("archive.folder_exists", {target.string()}));
    }
    UnfinishedFolder(const UnfinishedFolder&) = delete;
    UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
    ~UnfinishedFolder() {
        std::error_code ignored;
        if (!finished_ && !path_.empty()) fs::remove_all(path_, ignored);
    }
    void make() {
        path_ = base::makeUnfinishedFolder(target_, base::Access::owner);
        base::makePrivateFolder(path_ / "data" / "objects");
        base::makePrivateFolder(path_ / "data" / "meetings");
    }
    void write(const std::string& name, base::ByteView bytes) {
        base::writeFile(path_ / name, bytes, base::Durability::durable);
        if (name.starts_with("data/")) manifest_ += hashOf(bytes) + "  " + name + '\n';
    }
    void finish() {
        write(kBagIt, kDeclaration);
        write(kManifest, manifest_);
        std::error_code failed;
        fs::rename(path_, target_, failed);
        if (failed)
            throw Error(ErrorCode::cannotWrite,
                        say("file.cannot_write", {target_.string(), base::systemReason(failed.value())}));
        finished_ = true;
        base::syncFolder(target_.parent_path());
    }

private:
    fs::path target_;
    fs::path path_{};
    std::string manifest_{};
    bool finished_ = false;
};

/// "data/meetings/001.json": a meeting's own id may hold anything.
std::string meetingFile(std::size_t number) {
    const std::string digits = std::to_string(number);
    return kMeetings + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits + ".json";
}

struct ManifestLine {
    std::string sha256{};
    std::string file{};
};

bool staysBelow(const fs::path& file) {
    if (file.is_absolute() || file.empty()) return false;
    return std::none_of(file.begin(), file.end(), [](const fs::path& part) { return part == ".."; });
}

std::vector<ManifestLine> readManifest(const fs::path& folder) {
    const base::Bytes text = base::readFile(folder / kManifest, kLargestFile);
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

/// The bag's declaration as we write it.
void checkDeclaration(const fs::path& folder) {
    if (base::readFile(folder / kBagIt, kLargestFile) != kDeclaration)
        throw Error(ErrorCode::data, say("archive.bad_package", {folder.string()}),
                    {{{kBagIt}, say("archive.bad_declaration")}});
}

/// Every file that the manifest names, and no other below data/.
void checkManifest(const fs::path& folder, const std::vector<ManifestLine>& lines) {
    std::vector<Fault> faults;
    std::set<std::string> named;
    for (const ManifestLine& line : lines) {
        if (!named.insert(line.file).second) faults.push_back({{kManifest}, say("json.twice", {line.file})});
        try {
            if (hashOf(base::readFile(folder / line.file, kLargestFile)) != line.sha256)
                faults.push_back({{line.file}, say("archive.package_damaged")});
        } catch (const Error& error) {
            faults.push_back({{line.file}, error.message()});
        }
    }
    std::error_code failed;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "data", failed)) {
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (!entry.is_directory() && !named.contains(name)) faults.push_back({{name}, say("archive.package_foreign")});
    }
    if (failed)
        faults.push_back(
            {{}, say("file.unreadable", {(folder / "data").string(), base::systemReason(failed.value())})});
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
    for (const domain::Meeting& meeting : storedMeetings(store))
        if (!among(meeting, rows.meetings)) throw Error(ErrorCode::conflict, say("archive.not_empty"));
    for (const domain::Record& record : store.records())
        if (!among(record, rows.records)) throw Error(ErrorCode::conflict, say("archive.not_empty"));
}

}  // namespace

std::vector<std::string> expectedObjects(const std::vector<domain::Record>& records) {
    std::set<std::string> hashes;
    for (const domain::Record& record : records)
        for (const std::string& hash : {record.sha256, record.snapshotSha256, record.verdictSha256})
            hashes.insert(hash);
    return {hashes.begin(), hashes.end()};
}

PackageSummary exportArchive(Store& store, Archive& archive, const fs::path& folder) {
    const std::vector<domain::Record> records = sortedRecords(store);
    UnfinishedFolder package(folder);
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
    for (const domain::Meeting& meeting : storedMeetings(store))
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
