#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/workflow/meetings.h"

namespace workflow {

/// A project or team, as the first of its meetings (by id) has it.
template <class T>
struct Shared {
    std::string id{};
    T value{};
    std::vector<std::string> meetings{};
};

/// An institution of several meetings, each with the id that it has there.
struct SharedInstitution {
    std::string id{};
    domain::Institution value{};
    std::vector<std::pair<std::string, std::string>> meetings{};
};

/// The id of what several meetings have under one name: the first 50 bits of the SHA-256 of the name in small letters
/// with single spaces, as 10 lower-case letters and digits of base32. Empty for an empty name.
std::string sharedId(std::string_view name);

/// A project's name for sharedId(): its number, else its title, else its short name.
std::string nameOf(const domain::Project& project);

/// The views over meetings: each carries its project, its team and its institutions. What has no name is in no view.
/// Lists are by id.
class Projects {
public:
    explicit Projects(MeetingPorts ports) : ports_(std::move(ports)) {}

    std::vector<Shared<domain::Project>> projects();
    std::vector<Shared<domain::Team>> teams();
    std::vector<SharedInstitution> institutions();

    /// Throws Error(notFound).
    Shared<domain::Project> project(std::string_view id);
    Shared<domain::Team> team(std::string_view id);

    /// Changes it in every meeting that has it; with another name it gets another id. Throws Error(notFound),
    /// Error(data) with every fault, and as `expected` does.
    Shared<domain::Project> replaceProject(const domain::Actor& actor, std::string_view id,
                                           const templates::Value& tree, const Expected& expected);
    Shared<domain::Team> replaceTeam(const domain::Actor& actor, std::string_view id, const templates::Value& tree,
                                     const Expected& expected);

private:
    MeetingPorts ports_;
};

/// {"id", "project" or "team", "meetings": [ids]}.
templates::Value sharedValue(const Shared<domain::Project>& project);
templates::Value sharedValue(const Shared<domain::Team>& team);
/// {"id", "institution", "meetings": [{"meeting", "institution"}]}.
templates::Value sharedValue(const SharedInstitution& institution);

}  // namespace workflow
