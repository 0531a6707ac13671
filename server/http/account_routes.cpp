#include "server/http/account_routes.h"

#include <iterator>

#include "server/http/account_json.h"
#include "server/http/body.h"
#include "server/http/page.h"

namespace http {

using domain::Action;

std::vector<Route> auditRoutes(const AccountServices& services) {
    const auto list = [services](const Call& call) {
        const auto page = pageOf(call.query);
        const workflow::AuditWish wish{numberAfter(page), page.limit + 1, call.query.truth("newest"),
                                       call.query.text("q")};
        return pageAnswer(page, services.audit.events(wish), eventValue,
                          [](const domain::AuditEvent& event) { return std::to_string(event.sequence); });
    };
    const auto check = [services](const Call&) { return valueAnswer(200, checkValue(services.audit.check())); };
    return {{"GET", "/api/v1/audit", Action::readAudit, list, {"limit", "after", "q", "newest"}},
            {"GET", "/api/v1/audit/check", Action::readAudit, check}};
}

std::vector<Route> accountRoutes(const AccountServices& services) {
    std::vector<Route> all = sessionRoutes(services);
    for (std::vector<Route> more : {userRoutes(services), tokenRoutes(services), auditRoutes(services)})
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return all;
}

}  // namespace http
