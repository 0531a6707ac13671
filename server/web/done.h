#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "server/web/visit.h"

namespace web {

/// Where a change leads: the path, and what its page says was done ("import", how many).
std::string doneAt(const std::string& path, std::string_view what, std::size_t count = 1);

/// "done" for the page that such a path opens, in words.
void addDone(templates::Value::Map& data, const Visit& visit);

}  // namespace web
