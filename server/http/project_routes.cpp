#include "server/http/project_routes.h"

#include "server/http/answers.h"
#include "server/http/page.h"

namespace http {
namespace {

using domain::Action;
using templates::Value;

template <class T>
Response pageOfShared(const Call& call, std::vector<T> all) {
    const auto page = pageOf(call.query);
    return partAnswer(
        page, std::move(all), [&page](const T& one) { return one.id > page.after; },
        [](const T& one) { return workflow::sharedValue(one); }, [](const T& one) { return one.id; });
}

template <class T>
Response answer(const T& one) {
    return withTag(valueAnswer(200, workflow::sharedValue(one)));
}

}  // namespace

std::vector<Route> projectRoutes(const ProjectServices& services) {
    workflow::Projects& views = services.projects;
    const auto projects = [&views](const Call& call) { return pageOfShared(call, views.projects()); };
    const auto project = [&views](const Call& call) { return answer(views.project(call.captured.at(0))); };
    const auto replaceProject = [&views](const Call& call, const Value& tree) {
        return answer(views.replaceProject(call.actor, call.captured.at(0), tree, requiredMatch(call.request)));
    };
    const auto teams = [&views](const Call& call) { return pageOfShared(call, views.teams()); };
    const auto team = [&views](const Call& call) { return answer(views.team(call.captured.at(0))); };
    const auto replaceTeam = [&views](const Call& call, const Value& tree) {
        return answer(views.replaceTeam(call.actor, call.captured.at(0), tree, requiredMatch(call.request)));
    };
    const auto institutions = [&views](const Call& call) { return pageOfShared(call, views.institutions()); };
    return {
        {"GET", "/api/v1/projects", Action::readMeetings, projects, kPage},
        {"GET", "/api/v1/projects/{id}", Action::readMeetings, project},
        {"PUT", "/api/v1/projects/{id}", Action::changeMeetings, withTree(replaceProject)},
        {"GET", "/api/v1/teams", Action::readMeetings, teams, kPage},
        {"GET", "/api/v1/teams/{id}", Action::readMeetings, team},
        {"PUT", "/api/v1/teams/{id}", Action::changeMeetings, withTree(replaceTeam)},
        {"GET", "/api/v1/institutions", Action::readMeetings, institutions, kPage},
    };
}

}  // namespace http
