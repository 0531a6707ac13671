#include "server/http/archive_routes.h"

#include "base/error.h"
#include "server/http/file_answer.h"
#include "server/http/handling.h"
#include "server/http/page.h"
#include "server/workflow/record_json.h"

namespace http {
namespace {

using base::say;
using domain::Action;
using domain::Record;

Response answer(const Record& record) { return json(200, workflow::recordJson(record)); }

class ArchiveHandlers {
public:
    explicit ArchiveHandlers(const ArchiveServices& services) : records_(services.records) {}

    Response list(const Call& call) const {
        const auto page = pageOf(call.query);
        return pageAnswer(page, records_.list(oneMore(page), call.query.text("q")), workflow::recordValue,
                          [](const Record& one) { return one.id; });
    }
    Response add(const Call& call) const {
        const std::string meeting = call.query.text("meeting");
        if (meeting.empty()) throw base::Error(base::ErrorCode::usage, say("query.missing", {"meeting"}));
        std::string name = fileName(call.query);
        if (name.empty()) name = "dokument.pdf";
        const auto added = records_.add(call.actor, {call.request.body, name, meeting, call.query.text("document")});
        if (!added.isNew) return answer(added.record);
        return created(pathOf({"archive", "records", added.record.id}), answer(added.record));
    }
    Response show(const Call& call) const { return answer(records_.record(call.captured.at(0))); }
    Response document(const Call& call) const {
        const Record record = records_.record(call.captured.at(0));
        base::Bytes bytes = records_.object(record.sha256);
        const std::string type = mediaTypeOf(bytes);
        return fileAnswer(type, record.fileName, std::move(bytes));
    }
    Response verdict(const Call& call) const {
        const Record record = records_.record(call.captured.at(0));
        return fileAnswer("application/json", record.id + "-verdict.json", records_.object(record.verdictSha256));
    }
    Response meeting(const Call& call) const {
        const Record record = records_.record(call.captured.at(0));
        return fileAnswer("application/json", record.id + "-meeting.json", records_.object(record.snapshotSha256));
    }

private:
    workflow::ArchiveRecords& records_;
};

}  // namespace

std::vector<Route> archiveRoutes(const ArchiveServices& services) {
    const Handling handle{ArchiveHandlers(services)};
    const std::string records = "/api/v1/archive/records";
    return {
        {"GET", records, Action::readArchive, handle(&ArchiveHandlers::list), {"limit", "after", "q"}},
        {"POST", records, Action::changeArchive, handle(&ArchiveHandlers::add), {"meeting", "document", "name"}},
        {"GET", records + "/{id}", Action::readArchive, handle(&ArchiveHandlers::show)},
        {"GET", records + "/{id}/document", Action::readArchive, handle(&ArchiveHandlers::document)},
        {"GET", records + "/{id}/verdict", Action::readArchive, handle(&ArchiveHandlers::verdict)},
        {"GET", records + "/{id}/meeting", Action::readArchive, handle(&ArchiveHandlers::meeting)},
    };
}

}  // namespace http
