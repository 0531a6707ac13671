#include "server/store/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.h"
#include "base/file.h"
#include "base/system_reason.h"

namespace store {

using base::Error;
using base::ErrorCode;
using base::say;

DataFolder::DataFolder(std::filesystem::path folder) : folder_(std::move(folder)) {
    base::makePrivateFolder(folder_);
    const std::filesystem::path lock = folder_ / "akces.lock";
    descriptor_ = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor_ < 0)
        throw Error(ErrorCode::cannotWrite, say("store.cannot_lock", {lock.string(), base::systemReason(errno)}));
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    const bool isTaken = errno == EWOULDBLOCK;
    const std::string reason = base::systemReason(errno);
    ::close(descriptor_);
    if (isTaken) throw Error(ErrorCode::busy, say("store.locked", {folder_.string()}));
    throw Error(ErrorCode::cannotWrite, say("store.cannot_lock", {lock.string(), reason}));
}

DataFolder::~DataFolder() { ::close(descriptor_); }

}  // namespace store
