#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/policy.h"

namespace support {

/// tests/data/authorization.csv: of each action and each kind of actor, whether they may. Written by hand.
struct Authorization {
    std::vector<std::string> actors{};
    std::map<std::string, std::map<std::string, bool>> expected{};  ///< by action, then by actor

    std::size_t cellCount() const { return actors.size() * expected.size(); }
};

Authorization authorization();

/// The actions by the names that the table gives them.
const std::map<std::string, domain::Action>& actionsByName();

}  // namespace support
