#include "server/workflow/jobs.h"

#include <algorithm>

#include "base/error.h"
#include "server/workflow/archive_document.h"
#include "server/workflow/archive_package.h"
#include "server/workflow/json_value.h"
#include "server/workflow/secret.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Job;
using templates::Value;

constexpr std::size_t kPiece = 200;          // jobs looked at in one step
constexpr std::int64_t kObjectsAtOnce = 50;  // about 25 KB each

std::optional<Job> openOne(JobStore& rows, domain::JobKind kind) {
    PageWish page{{}, kPiece};
    for (auto some = rows.jobs(page); !some.empty(); some = rows.jobs(page)) {
        for (const Job& one : some)
            if (one.kind == kind && !isOver(one)) return one;
        page.after = some.back().id;
    }
    return std::nullopt;
}

std::string_view kindOf(const Error& error) { return error.code() == ErrorCode::notFound ? "missing" : "damaged"; }

/// Those whose document, snapshot or verdict this is.
Value::List filesWith(const std::vector<domain::Record>& records, const std::string& object) {
    Value::List files;
    for (const domain::Record& one : records)
        if (one.sha256 == object || one.snapshotSha256 == object || one.verdictSha256 == object)
            files.emplace_back(one.fileName);
    return files;
}

}  // namespace

Job Jobs::make(const domain::Actor& actor, domain::JobKind kind) {
    Job job;
    rows_.transaction([&] {
        if (auto open = openOne(rows_, kind)) {
            job = std::move(*open);
            return;
        }
        job.id = newId();
        job.kind = kind;
        job.madeAt = now_();
        rows_.saveJob(job);
        audit_.record(actor, {"job.make", "job", job.id, std::string(name(kind))});
    });
    return job;
}

Job Jobs::job(std::string_view id) {
    auto found = rows_.job(id);
    if (!found) throw Error(ErrorCode::notFound, say("job.none"));
    return std::move(*found);
}

bool ArchiveCheck::step(Job& job) {
    const auto records = sortedRecords(rows_);
    const auto objects = expectedObjects(records);
    job.total = static_cast<std::int64_t>(objects.size());
    Value::Map result;
    Value::List damages;
    if (!job.result.empty()) {
        const Value before = readJson(job.result, "");
        if (const Value* list = before.find("damages"); list != nullptr && list->list() != nullptr)
            damages = *list->list();
    }
    const std::int64_t end = std::min(job.total, job.done + kObjectsAtOnce);
    for (; job.done < end; ++job.done) {
        const std::string& object = objects[static_cast<std::size_t>(job.done)];
        try {
            files_.get(object);
        } catch (const Error& error) {
            Value::Map damage;
            damage["object"] = object;
            damage["kind"] = kindOf(error);
            damage["files"] = filesWith(records, object);
            damages.emplace_back(std::move(damage));
        }
    }
    result["damages"] = std::move(damages);
    job.result = valueJson(result);
    return job.done >= job.total;
}

}  // namespace workflow
