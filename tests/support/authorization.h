#pragma once

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "server/domain/policy.h"

namespace support {

/// tests/data/authorization.csv: of each action and each kind of actor, whether they may. Written by hand.
struct Authorization {
    std::vector<std::string> actors{};
    std::map<std::string, std::map<std::string, bool>> expected{};  ///< by action, then by actor

    std::size_t cellCount() const { return actors.size() * expected.size(); }
};

inline Authorization authorization() {
    Authorization table;
    std::istringstream file(base::readFile(AKCES_SOURCE_DIR "/tests/data/authorization.csv", 1 << 20));
    const auto cells = [](const std::string& line) {
        std::vector<std::string> found;
        std::istringstream in(line);
        for (std::string cell; std::getline(in, cell, ',');) found.push_back(cell);
        return found;
    };
    std::string line;
    std::getline(file, line);
    table.actors = cells(line);
    table.actors.erase(table.actors.begin());
    while (std::getline(file, line)) {
        const auto row = cells(line);
        for (std::size_t i = 0; i < table.actors.size(); ++i)
            table.expected[row.at(0)][table.actors[i]] = row.at(i + 1) == "yes";
    }
    return table;
}

/// The actions by the names that the table gives them.
inline const std::map<std::string, domain::Action>& actionsByName() {
    using domain::Action;
    static const std::map<std::string, Action> names = {
        {"readPublic", Action::readPublic},       {"logIn", Action::logIn},
        {"readMeetings", Action::readMeetings},   {"changeMeetings", Action::changeMeetings},
        {"readDocuments", Action::readDocuments}, {"changeDocuments", Action::changeDocuments},
        {"makeLinks", Action::makeLinks},         {"readArchive", Action::readArchive},
        {"changeArchive", Action::changeArchive}, {"readReports", Action::readReports},
        {"readAudit", Action::readAudit},         {"changeUsers", Action::changeUsers},
        {"ownSession", Action::ownSession},       {"signByLink", Action::signByLink},
    };
    return names;
}

}  // namespace support
