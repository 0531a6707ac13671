#pragma once

#include "server/web/visit.h"

namespace web {

/// What could not be done, in words, and what to do next. 401 asks to log in: a GET comes back to its page afterwards,
/// and what a form held is kept in the log-in page, so that nothing typed is lost (files have to be chosen again).
http::Response refusalPage(const Visit& visit, const Refused& refused);

/// The log-in form for this request, as above. `data` may hold "problem".
http::Response logInPage(const Visit& visit, templates::Value::Map data, int status);

}  // namespace web
