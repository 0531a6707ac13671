#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/http/archive_routes.h"
#include "server/http/meeting_part_routes.h"
#include "server/http/meeting_routes.h"
#include "server/http/office_routes.h"
#include "server/http/photo_routes.h"
#include "server/http/project_routes.h"
#include "server/http/template_routes.h"
#include "tests/support/account_service.h"
#include "tests/support/documents.h"
#include "tests/support/meetings.h"

namespace support {

/// The routes of meetings and what belongs to them, over SQLite rows, without a socket. Everybody is the clerk.
struct MeetingService : MeetingRows {
    MeetingService();
    ~MeetingService();
    workflow::Meetings meetings{ports};
    workflow::MeetingParts parts{ports};
    workflow::Projects projects{ports};
    workflow::Photos photos{ports};
    workflow::OfficeData office{rows, audit};
    workflow::OwnTemplates templates{rows, audit, clock};
    signing::DemonstrationIssuer issuer{now - std::chrono::hours(1)};
    PlainKey key{issuer};
    PlainReader reader{};
    workflow::DocumentParts documentParts{
        rows, rows, files, audit, reader, key, [] { return std::vector<base::Bytes>(); }, clock};
    workflow::ArchiveRecords records{documentParts};
    domain::Actor actor{domain::Actor::Kind::user, "clerk", {}, {domain::Role::clerk, domain::Role::archivist}, {}};
    http::Router router{routes(), [this](const http::Request&) { return actor; }, domain::may};

    std::vector<http::Route> routes();

    /// `target` behind /api/v1. A body is JSON unless `fields` have another media type.
    http::Response ask(const std::string& method, const std::string& target, std::string_view body = "",
                       http::Fields fields = {});
    http::Response get(const std::string& target);
    /// With the tag that the resource has now.
    http::Response put(const std::string& target, std::string_view body, const std::string& type = "application/json");
    http::Response remove(const std::string& target);
};

/// "problem type" of an answer.
inline std::string typeOf(const http::Response& response) { return textAt(response, "type"); }

/// "…" of each item of a list's data, at a path.
inline std::vector<std::string> allAt(const http::Response& response, std::string_view path) {
    std::vector<std::string> found;
    const templates::Value whole = tree(response);
    for (const templates::Value& one : *whole.find("data")->list()) {
        const templates::Value* value = one.at(path);
        if (value != nullptr && value->text() != nullptr) found.push_back(*value->text());
        if (value != nullptr && value->integer() != nullptr) found.push_back(std::to_string(*value->integer()));
    }
    return found;
}

}  // namespace support
