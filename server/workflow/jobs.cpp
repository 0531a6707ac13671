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

constexpr std::int64_t kObjectsAtOnce = 50;  // about 25 KB each

Archive::DamageKind kindOf(const Error& error) {
    return error.code() == ErrorCode::notFound ? Archive::DamageKind::missing : Archive::DamageKind::damaged;
}

/// What an earlier step found.
Value::List damagesOf(const Job& job) {
    if (job.result.empty()) return {};
    const Value before = readJson(job.result, "");
    const Value* damages = before.find("damages");
    return damages != nullptr && damages->list() != nullptr ? *damages->list() : Value::List();
}

}  // namespace

Job Jobs::make(const domain::Actor& actor, domain::JobKind kind) {
    Job job;
    rows_.transaction([&] {
        auto open = rows_.openJob(kind);
        if (open && (open->state == domain::JobState::waiting || kind == domain::JobKind::archiveCheck)) {
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

void ArchiveCheck::look(const Job& job) {
    if (jobId_ == job.id) return;
    records_ = sortedRecords(rows_);
    objects_ = expectedObjects(records_);
    jobId_ = job.id;
}

void ArchiveCheck::forget() {
    jobId_.reset();
    records_.clear();
    objects_.clear();
}

bool ArchiveCheck::step(Job& job) {
    look(job);
    job.total = static_cast<std::int64_t>(objects_.size());
    Value::List damages = damagesOf(job);
    const std::int64_t end = std::min(job.total, job.done + kObjectsAtOnce);
    for (; job.done < end; ++job.done) {
        const std::string& object = objects_[static_cast<std::size_t>(job.done)];
        try {
            files_.get(object);
        } catch (const Error& error) {
            const auto files = filesWith(records_, object);
            Value::Map damage;
            damage["object"] = object;
            damage["kind"] = name(kindOf(error));
            damage["files"] = Value::List(files.begin(), files.end());
            damages.emplace_back(std::move(damage));
        }
    }
    job.result = valueJson(Value::Map{{"damages", std::move(damages)}});
    const bool isDone = job.done >= job.total;
    if (isDone) forget();
    return isDone;
}

}  // namespace workflow
