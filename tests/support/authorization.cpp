#include "tests/support/authorization.h"

#include <sstream>

#include "base/file.h"
#include "tests/support/source.h"

namespace support {

Authorization authorization() {
    Authorization table;
    std::istringstream file(base::readFile(support::source("tests/data/authorization.csv"), 1 << 20));
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

const std::map<std::string, domain::Action>& actionsByName() {
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
