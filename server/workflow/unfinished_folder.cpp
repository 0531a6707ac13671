#include "server/workflow/unfinished_folder.h"

#include "base/error.h"
#include "base/file.h"
#include "base/system_reason.h"

namespace workflow {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::say;

UnfinishedFolder::UnfinishedFolder(const fs::path& target, Target kind)
    : target_(fs::absolute(target / "").lexically_normal().parent_path()) {  // with or without a slash at its end
    std::error_code hidden;  // what cannot be looked at cannot be written either, which make() tells
    if (kind == Target::isNew && fs::exists(target_, hidden))
        throw Error(ErrorCode::cannotWrite, say("archive.folder_exists", {target.string()}));
}

UnfinishedFolder::~UnfinishedFolder() {
    std::error_code ignored;
    if (!finished_ && !path_.empty()) fs::remove_all(path_, ignored);
}

void UnfinishedFolder::make() { path_ = base::makeUnfinishedFolder(target_, base::Access::owner); }

void UnfinishedFolder::finish() {
    std::error_code failed;
    fs::rename(path_, target_, failed);
    if (failed)
        throw Error(ErrorCode::cannotWrite,
                    say("file.cannot_write", {target_.string(), base::systemReason(failed.value())}));
    finished_ = true;
    base::syncFolder(target_.parent_path());
}

}  // namespace workflow
