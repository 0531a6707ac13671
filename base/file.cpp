#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
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
    int release() { return std::exchange(number_, -1); }

private:
    int number_;
};

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

/// Removes the temporary file unless it was renamed.
class Temporary {
public:
    Temporary(const std::filesystem::path& target, mode_t mode)
        : name_(target.parent_path() / ("." + target.filename().string().substr(0, 200) + ".XXXXXX")),
          descriptor_(::mkostemp(name_.data(), O_CLOEXEC)) {
        if (descriptor_.get() < 0) throw cannotWrite(target);
        const mode_t mask = ::umask(0);
        ::umask(mask);
        ::fchmod(descriptor_.get(), mode & ~mask);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        if (!renamed_) ::unlink(name_.c_str());
    }
    int descriptor() const { return descriptor_.get(); }
    void rename(const std::filesystem::path& target) {
        if (::close(descriptor_.release()) != 0 || ::rename(name_.c_str(), target.c_str()) != 0)
            throw cannotWrite(target);
        renamed_ = true;
    }

private:
    std::string name_;
    Descriptor descriptor_;
    bool renamed_ = false;
};

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
    const bool durable = durability == Durability::durable;
    Temporary temporary(file, durable ? 0600 : 0666);
    writeAll(temporary.descriptor(), bytes, file);
    if (durable && ::fsync(temporary.descriptor()) != 0) throw cannotWrite(file);
    temporary.rename(file);
    if (durable) syncFolder(file.parent_path().empty() ? "." : file.parent_path());
}

void makeFolder(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) throw Error(ErrorCode::cannotWrite, say("file.cannot_write", {folder.string(), failed.message()}));
}

void syncFolder(const std::filesystem::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0) throw cannotWrite(folder);
}

}  // namespace base
