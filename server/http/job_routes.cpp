#include "server/http/job_routes.h"

#include "server/http/body.h"
#include "server/http/page.h"
#include "server/workflow/json_value.h"

namespace http {
namespace {

using domain::Action;
using domain::JobKind;
using templates::Value;

Value jobValue(const domain::Job& job) {
    Value::Map map;
    map["id"] = job.id;
    map["kind"] = name(job.kind);
    map["state"] = name(job.state);
    map["done"] = job.done;
    map["total"] = job.total;
    map["result"] = job.result.empty() ? Value() : workflow::readJson(job.result, "");
    map["problem"] = job.problem.empty() ? Value() : Value(base::text(base::fromInside(job.problem)));
    map["made_at"] = base::isoInstant(job.madeAt);
    map["ended_at"] = job.endedAt ? Value(base::isoInstant(*job.endedAt)) : Value();
    return map;
}

/// While it is not over, the answer says when to look again.
Response jobAnswer(int status, const domain::Job& job) {
    Response response = valueAnswer(status, jobValue(job));
    if (!isOver(job)) response.fields.emplace_back("retry-after", "1");
    return response;
}

}  // namespace

std::vector<Route> jobRoutes(const JobServices& services) {
    const auto asked = [services](JobKind kind) {
        return [services, kind](const Call& call) {
            const domain::Job job = services.jobs.make(call.actor, kind);
            services.wake();
            Response response = jobAnswer(202, job);
            response.fields.emplace_back("location", "/api/v1/jobs/" + job.id);
            return response;
        };
    };
    const auto list = [services](const Call& call) {
        const auto page = pageOf(call.query);
        return pageAnswer(page, services.jobs.list(oneMore(page)), jobValue,
                          [](const domain::Job& job) { return job.id; });
    };
    const auto show = [services](const Call& call) { return jobAnswer(200, services.jobs.job(call.captured.at(0))); };
    return {
        {"GET", "/api/v1/jobs", Action::readReports, list, kPage},
        {"GET", "/api/v1/jobs/{id}", Action::readReports, show},
        {"POST", "/api/v1/archive/checks", Action::changeArchive, asked(JobKind::archiveCheck)},
        {"POST", "/api/v1/rejudgements", Action::changeDocuments, asked(JobKind::rejudge)},
    };
}

}  // namespace http
