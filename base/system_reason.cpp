#include "base/system_reason.h"

#include <cerrno>

#include "base/message.h"

namespace base {
namespace {

Message reason(int number) {
    switch (number) {
        case ENOSPC:
            return say("reason.no_space");
        case EDQUOT:
            return say("reason.quota");
        case EIO:
            return say("reason.device");
        case EACCES:
        case EPERM:
            return say("reason.permission");
        case EROFS:
            return say("reason.read_only");
        case ENOENT:
            return say("reason.missing");
        case ENOTDIR:
            return say("reason.no_folder");
        case EISDIR:
            return say("reason.is_folder");
        case EEXIST:
        case ENOTEMPTY:
            return say("reason.exists");
        case ENAMETOOLONG:
            return say("reason.long_name");
        case EFBIG:
            return say("reason.too_big");
        case ELOOP:
            return say("reason.link");
        case EMFILE:
        case ENFILE:
            return say("reason.open_files");
        case EBUSY:
        case ETXTBSY:
            return say("reason.busy");
        default:
            return say("reason.other", {std::to_string(number)});
    }
}

}  // namespace

std::string systemReason(int number) { return text(reason(number)); }

}  // namespace base
