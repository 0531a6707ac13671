#include "tests/support/meeting_service.h"

namespace support {

std::vector<http::Route> MeetingService::routes() {
    std::vector<http::Route> all;
    for (std::vector<http::Route> more :
         {http::meetingRoutes({meetings}), http::meetingPartRoutes({parts}), http::projectRoutes({projects}),
          http::photoRoutes({photos}), http::officeRoutes({office, key}), http::templateRoutes({templates}),
          http::archiveRoutes({records})})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

http::Response MeetingService::ask(const std::string& method, const std::string& target, std::string_view body,
                                   http::Fields fields) {
    const bool hasType =
        std::any_of(fields.begin(), fields.end(), [](const auto& one) { return one.first == "content-type"; });
    http::Request request = AccountService::request(method, "/api/v1" + target, {}, "");
    if (!body.empty() && !hasType) fields.emplace_back("content-type", "application/json");
    request.fields = std::move(fields);
    request.body = body;
    return router.answer(request);
}

http::Response MeetingService::get(const std::string& target) { return ask("GET", target); }

http::Response MeetingService::put(const std::string& target, std::string_view body, const std::string& type) {
    return ask("PUT", target, body, {{"content-type", type}, {"if-match", fieldOf(get(target), "etag")}});
}

http::Response MeetingService::remove(const std::string& target) {
    return ask("DELETE", target, "", {{"if-match", fieldOf(get(target), "etag")}});
}

MeetingService::MeetingService() = default;

MeetingService::~MeetingService() = default;

}  // namespace support
