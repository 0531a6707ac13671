#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "base/error.h"

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
    return Error(ErrorCode::cannotWrite, say("file.cannot_write", {file.string(), std::strerror(errno)}));
}

Error unreadable(const std::filesystem::path& file) {
    if (errno == ENOENT) return Error(ErrorCode::unreadable, say("file.missing", {file.string()}));
    return Error(ErrorCode::unreadable, say("file.unreadable", {file.string(), std::strerror(errno)}));
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

mode_t modeOf(Durability durability) {
    switch (durability) {
        case Durability::plain:
            return 0666;
        case Durability::durable:
            return 0600;
        case Durability::permanent:
            return 0400;
    }
    return 0600;
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

std::filesystem::path parentOf(const std::filesystem::path& file) {
    return file.parent_path().empty() ? std::filesystem::path(".") : file.parent_path();
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
    const bool durable = durability != Durability::plain;
    Temporary temporary(file, modeOf(durability));
    writeAll(temporary.descriptor(), bytes, file);
    if (durable && ::fsync(temporary.descriptor()) != 0) throw cannotWrite(file);
    temporary.rename(file);
    if (durable) syncFolder(parentOf(file));
}

bool isUnfinished(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return name.starts_with('.') && name.ends_with(kUnfinished);
}

void makeFolder(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) throw Error(ErrorCode::cannotWrite, say("file.cannot_write", {folder.string(), failed.message()}));
}

void makeDurableFolder(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(parentOf(folder))) makeDurableFolder(parentOf(folder));
    if (::mkdir(folder.c_str(), 0700) != 0 && (errno != EEXIST || !std::filesystem::is_directory(folder)))
        throw cannotWrite(folder);
    syncFolder(parentOf(folder));
}

void syncFolder(const std::filesystem::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0) throw cannotWrite(folder);
}

}  // namespace base
