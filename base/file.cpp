#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <string>
#include <utility>

#include "base/error.h"
#include "base/system_reason.h"

namespace base {
namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int get() const { return number_; }

private:
    int number_;
};

constexpr const char* kUnfinished = ".part";

Error cannotWrite(const std::filesystem::path& file) {
    return Error(ErrorCode::cannotWrite, say("file.cannot_write", {file.string(), systemReason(errno)}));
}

Error unreadable(const std::filesystem::path& file) {
    if (errno == ENOENT) return Error(ErrorCode::unreadable, say("file.missing", {file.string()}));
    return Error(ErrorCode::unreadable, say("file.unreadable", {file.string(), systemReason(errno)}));
}

void writeAll(int descriptor, ByteView bytes, const std::filesystem::path& file) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw cannotWrite(file);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// ".<name>.<process>-<count>.part": the umask applies because open makes it.
std::string unfinishedName(const std::filesystem::path& target) {
    static std::atomic<unsigned> count{0};
    const std::string name = "." + target.filename().string().substr(0, 200);
    return name + '.' + std::to_string(::getpid()) + '-' + std::to_string(++count) + kUnfinished;
}

/// Removes the temporary file unless it was renamed.
class Temporary {
public:
    Temporary(const std::filesystem::path& target, mode_t mode) {
        do {
            name_ = target.parent_path() / unfinishedName(target);
            descriptor_ = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        } while (descriptor_ < 0 && errno == EEXIST);
        if (descriptor_ < 0) throw cannotWrite(target);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (!renamed_) ::unlink(name_.c_str());
    }
    int descriptor() const { return descriptor_; }
    void rename(const std::filesystem::path& target) {
        if (::close(std::exchange(descriptor_, -1)) != 0 || ::rename(name_.c_str(), target.c_str()) != 0)
            throw cannotWrite(target);
        renamed_ = true;
    }

private:
    std::filesystem::path name_;
    int descriptor_ = -1;
    bool renamed_ = false;
};

/// A folder of somebody else's that we may not read cannot be synced; what lies in it was not made by us.
bool mayRead(const std::filesystem::path& folder) { return ::access(folder.c_str(), R_OK) == 0; }

std::filesystem::path parentOf(const std::filesystem::path& file) {
    return file.parent_path().empty() ? std::filesystem::path(".") : file.parent_path();
}

/// Syncs the parent also of a folder that is there: its maker may have ended before doing so.
void makeDurably(const std::filesystem::path& folder, mode_t mode) {
    const std::filesystem::path parent = parentOf(folder);
    std::error_code absent;
    if (!std::filesystem::is_directory(parent, absent)) makeDurably(parent, mode);
    const bool made = ::mkdir(folder.c_str(), mode) == 0;
    if (!made && (errno != EEXIST || !std::filesystem::is_directory(folder, absent))) throw cannotWrite(folder);
    if (made || mayRead(parent)) syncFolder(parent);
}

/// A device, a pipe or a socket: a rename would put a file in its place. A folder refuses by itself.
bool isNode(std::filesystem::file_status found) {
    return std::filesystem::exists(found) && !std::filesystem::is_regular_file(found) &&
           !std::filesystem::is_directory(found);
}

mode_t modeOf(Durability durability) {
    if (durability == Durability::permanent) return 0400;
    return durability == Durability::secret ? 0600 : 0666;
}

}  // namespace

Bytes readFile(const std::filesystem::path& file, std::size_t limit) {
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (descriptor.get() < 0) throw unreadable(file);
    struct stat facts{};
    if (::fstat(descriptor.get(), &facts) != 0) throw unreadable(file);
    if (!S_ISREG(facts.st_mode)) throw Error(ErrorCode::unreadable, say("file.not_regular", {file.string()}));
    const auto tooLarge = [&] {
        return Error(ErrorCode::unreadable, say("file.too_large", {file.string(), std::to_string(limit)}));
    };
    if (static_cast<std::size_t>(facts.st_size) > limit) throw tooLarge();
    Bytes bytes(static_cast<std::size_t>(facts.st_size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t count = ::read(descriptor.get(), bytes.data() + filled, bytes.size() - filled);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw unreadable(file);
        if (count == 0) break;
        filled += static_cast<std::size_t>(count);
    }
    bytes.resize(filled);
    return bytes;
}

void writeFile(const std::filesystem::path& file, ByteView bytes, Durability durability) {
    std::error_code absent;
    if (isNode(std::filesystem::status(file, absent)))
        throw Error(ErrorCode::cannotWrite, say("file.cannot_write", {file.string(), systemReason(EEXIST)}));
    Temporary temporary(file, modeOf(durability));
    writeAll(temporary.descriptor(), bytes, file);
    if (durability != Durability::plain && ::fsync(temporary.descriptor()) != 0) throw cannotWrite(file);
    temporary.rename(file);
    if (durability != Durability::plain && durability != Durability::flushed) syncFolder(parentOf(file));
}

bool isUnfinished(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return name.starts_with('.') && name.ends_with(kUnfinished);
}

void makeFolder(const std::filesystem::path& folder) { makeDurably(folder, 0777); }

void makePrivateFolder(const std::filesystem::path& folder) { makeDurably(folder, 0700); }

void removeAll(const std::filesystem::path& path) {
    std::error_code failed;
    std::filesystem::remove_all(path, failed);
    if (failed)
        throw Error(ErrorCode::cannotWrite, say("file.cannot_write", {path.string(), systemReason(failed.value())}));
}

void syncFolder(const std::filesystem::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.get() < 0 || (::fsync(descriptor.get()) != 0 && errno != EINVAL)) throw cannotWrite(folder);
}

}  // namespace base
