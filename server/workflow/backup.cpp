#include "server/workflow/backup.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/system_reason.h"
#include "server/workflow/unfinished_folder.h"
#include "signing/digest.h"

namespace workflow {
namespace {

namespace fs = std::filesystem;
using base::Durability;
using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::size_t kLargestFile = std::size_t{1} << 36;  // a database may be larger than any object
constexpr std::size_t kLargestDeclaration = 1000;
constexpr const char* kDeclaration = "backup.txt";
constexpr const char* kAnyVersion = "akces-backup/";
constexpr const char* kFirstLine = "akces-backup/1\n";
constexpr const char* kDatabase = "akces.sqlite";
constexpr const char* kLock = "akces.lock";
constexpr const char* kObjects = "archive/sha256/";
constexpr std::array kBeside = {"keys", "trust"};

std::string objectFile(const std::string& sha256) { return kObjects + sha256.substr(0, 2) + '/' + sha256; }

/// A backup's folder while it is written: what lies in it is flushed file by file, its folders at the end.
class Copying {
public:
    explicit Copying(const fs::path& target) : folder_(target) { folder_.make(); }

    fs::path place(const std::string& name) {
        const fs::path path = folder_.path() / name;
        if (folders_.insert(path.parent_path()).second) base::makePrivateFolder(path.parent_path());
        return path;
    }
    void write(const std::string& name, base::ByteView bytes, Durability durability = Durability::flushed) {
        base::writeFile(place(name), bytes, durability);
        written(name, bytes);
    }
    void written(const std::string& name, base::ByteView bytes) {
        manifest_ += manifestLine(bytes, name);
        ++files_;
    }
    std::size_t finish() {
        base::writeFile(place(kManifest), manifest_, Durability::flushed);
        for (const fs::path& folder : folders_) base::syncFolder(folder);
        folder_.finish();
        return files_;
    }

private:
    UnfinishedFolder folder_;
    std::set<fs::path> folders_{};
    std::string manifest_{};
    std::size_t files_ = 0;
};

DatabaseFacts copyDatabase(const BackupSource& source, Copying& copying) {
    const fs::path copy = copying.place(kDatabase);
    source.databases.copy(source.data / kDatabase, copy);
    DatabaseFacts facts = source.databases.examine(copy);
    copying.written(kDatabase, base::readFile(copy, kLargestFile));
    return facts;
}

/// Every object that is there, named by a row or not: photos, uploads, what a row is about to name.
std::set<std::string> copyObjects(const BackupSource& source, Copying& copying) {
    std::set<std::string> copied;
    for (const std::string& sha256 : source.objects.objects()) {
        base::Bytes object;
        try {
            object = source.archive.get(sha256);
        } catch (const Error&) {
            continue;  // damaged: lost, where a row names it
        }
        copying.write(objectFile(sha256), object);
        copied.insert(sha256);
    }
    return copied;
}

void copyBeside(const BackupSource& source, Copying& copying) {
    for (const char* name : kBeside) {
        std::error_code failed;
        auto entry = fs::recursive_directory_iterator(source.data / name, failed);
        for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
            const std::string file = entry->path().lexically_relative(source.data).generic_string();
            if (!entry->is_regular_file() || base::isUnfinished(entry->path())) continue;
            if (file.find('\n') != std::string::npos || file.find('\\') != std::string::npos)
                throw Error(ErrorCode::data, say("backup.bad_name", {name}));
            copying.write(file, base::readFile(entry->path(), kLargestFile), Durability::secret);
        }
        if (failed && failed != std::errc::no_such_file_or_directory)
            throw Error(ErrorCode::unreadable,
                        say("file.unreadable", {(source.data / name).string(), base::systemReason(failed.value())}));
    }
}

std::vector<std::string> lostOf(const DatabaseFacts& facts, const std::set<std::string>& present) {
    std::vector<std::string> lost;
    std::set_difference(facts.objects.begin(), facts.objects.end(), present.begin(), present.end(),
                        std::back_inserter(lost));
    return lost;
}

Error noBackup(const fs::path& folder, ErrorCode code = ErrorCode::unreadable) {
    return Error(code, say("backup.none", {folder.string()}));
}

/// Of a folder that is there and has none: it is no backup, not a damaged one.
std::vector<ManifestLine> manifestOf(const fs::path& folder) {
    std::error_code hidden;
    const bool hasOne = fs::exists(fs::symlink_status(folder / kManifest, hidden));
    if (!hasOne && fs::is_directory(folder, hidden)) throw noBackup(folder);
    return readManifest(folder);
}

base::Instant declaredTime(const fs::path& folder) {
    const base::Bytes text = base::readFile(folder / kDeclaration, kLargestDeclaration);
    if (!text.starts_with(kFirstLine) && text.starts_with(kAnyVersion)) throw noBackup(folder, ErrorCode::data);
    if (!text.starts_with(kFirstLine) || !text.ends_with('\n')) throw noBackup(folder);
    const std::size_t begin = std::string_view(kFirstLine).size();
    const auto at = base::parseInstant(text.substr(begin, text.size() - begin - 1));
    if (!at) throw noBackup(folder);
    return *at;
}

bool isPart(const std::string& file) {
    const auto isBelow = [&](const char* name) { return file.starts_with(std::string(name) + '/'); };
    return file == kDatabase || file == kDeclaration || file.starts_with(kObjects) ||
           std::any_of(kBeside.begin(), kBeside.end(), isBelow);
}

std::set<std::string> objectsIn(const std::vector<ManifestLine>& lines) {
    std::set<std::string> objects;
    for (const ManifestLine& line : lines)
        if (line.file == objectFile(line.sha256)) objects.insert(line.sha256);
    return objects;
}

/// Also an object that stands under another name than its hash: nobody would find it.
void addStrangers(const std::vector<ManifestLine>& lines, std::vector<FileFault>& faults) {
    for (const ManifestLine& line : lines)
        if (!isPart(line.file) || (line.file.starts_with(kObjects) && line.file != objectFile(line.sha256)))
            faults.push_back({FileFault::Kind::foreign, line.file, say("backup.no_part")});
}

template <class Named>
bool hasFile(const std::vector<Named>& all, const char* file) {
    return std::any_of(all.begin(), all.end(), [&](const Named& one) { return one.file == file; });
}

/// Looks into the database where its bytes are those of the manifest.
DatabaseFacts examined(DatabaseCopies& databases, const fs::path& folder, std::vector<FileFault>& faults) {
    if (hasFile(faults, kDatabase)) return {};
    try {
        return databases.examine(folder / kDatabase);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::unreadable) throw;
        faults.push_back({FileFault::Kind::damaged, kDatabase, error.message()});
        return {};
    }
}

BackupCheck checked(DatabaseCopies& databases, const fs::path& folder, const std::vector<ManifestLine>& lines) {
    BackupCheck check;
    for (const char* part : {kDeclaration, kDatabase})
        if (!hasFile(lines, part)) throw noBackup(folder);
    check.faults = manifestFaults(folder, lines, {}, kLargestFile);
    addStrangers(lines, check.faults);
    if (!hasFile(check.faults, kDeclaration)) check.summary.madeAt = declaredTime(folder);
    const DatabaseFacts facts = examined(databases, folder, check.faults);
    const std::set<std::string> objects = objectsIn(lines);
    check.summary.schema = facts.schema;
    check.summary.objects = objects.size();
    check.summary.files = lines.size();
    check.summary.lost = lostOf(facts, objects);
    return check;
}

/// Whether the folder is there. Throws Error(conflict) when it holds anything but a lock.
bool isThereEmpty(const fs::path& data) {
    std::error_code failed;
    if (!fs::exists(fs::symlink_status(data, failed))) return false;
    for (const auto& entry : fs::directory_iterator(data, failed))
        if (entry.path().filename() != kLock)
            throw Error(ErrorCode::conflict, say("backup.not_empty", {data.string()}));
    if (failed)
        throw Error(ErrorCode::cannotWrite,
                    say("file.cannot_write", {data.string(), base::systemReason(failed.value())}));
    return true;
}

Durability durabilityOf(const std::string& file) {
    return file.starts_with(kObjects) ? Durability::permanent : Durability::secret;
}

void copyBack(const fs::path& folder, const std::vector<ManifestLine>& lines, const fs::path& target) {
    for (const ManifestLine& line : lines) {
        if (line.file == kDeclaration) continue;
        const base::Bytes bytes = base::readFile(folder / line.file, kLargestFile);
        if (base::hex(signing::sha256(bytes)) != line.sha256)  // changed since it was checked
            throw Error(ErrorCode::unreadable, say("backup.damaged", {folder.string()}),
                        {{{line.file}, say("archive.package_damaged")}});
        const fs::path file = target / line.file;
        base::makePrivateFolder(file.parent_path());
        base::writeFile(file, bytes, durabilityOf(line.file));
    }
}

}  // namespace

BackupSummary createBackup(const BackupSource& source, const fs::path& folder, base::Instant at) {
    Copying copying(folder);
    const DatabaseFacts facts = copyDatabase(source, copying);
    const std::set<std::string> objects = copyObjects(source, copying);
    copyBeside(source, copying);
    copying.write(kDeclaration, kFirstLine + base::isoInstant(at) + '\n');
    return {at, facts.schema, objects.size(), copying.finish(), lostOf(facts, objects)};
}

BackupCheck checkBackup(DatabaseCopies& databases, const fs::path& folder) {
    return checked(databases, folder, manifestOf(folder));
}

BackupSummary restoreBackup(DatabaseCopies& databases, const fs::path& folder, const fs::path& data) {
    const std::vector<ManifestLine> lines = manifestOf(folder);
    const BackupCheck check = checked(databases, folder, lines);
    std::vector<base::Fault> faults;
    faults.reserve(check.faults.size());
    for (const FileFault& fault : check.faults) faults.push_back({{fault.file}, fault.message});
    if (!faults.empty()) throw Error(ErrorCode::unreadable, say("backup.damaged", {folder.string()}), faults);
    const bool isThere = isThereEmpty(data);
    UnfinishedFolder target(data, UnfinishedFolder::Target::mayExist);
    target.make();
    copyBack(folder, lines, target.path());
    if (isThere) base::removeAll(data / kLock);  // whoever takes the lock from now on makes the rename fail
    target.finish();
    return check.summary;
}

}  // namespace workflow
