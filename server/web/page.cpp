#include "server/web/page.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "server/web/page_data.h"
#include "server/web/refusal_page.h"

namespace web {
namespace {

/// The pattern without the names in its braces.
std::string shapeOf(std::string_view pattern) {
    std::string shape;
    bool isName = false;
    for (const char c : pattern) {
        if (!isName || c == '}') shape += c;
        isName = c == '{' || (isName && c != '}');
    }
    return shape;
}

/// The beginning of the request's path.
std::string firstSteps(const Visit& visit, std::size_t steps) {
    const std::string& path = visit.request().path;
    std::size_t end = 0;
    for (std::size_t i = 0; i < steps; ++i) end = path.find('/', end + 1);
    return steps == 0 ? "/" : path.substr(0, end);
}

}  // namespace

http::Response afterChange(const Visit& visit, const Answer& answer, const std::string& next,
                           const std::function<http::Response(const Visit&, templates::Value::Map, int)>& again) {
    if (answer.isGood()) return seeOther(next);
    if (answer.status == 401) throw Refused{answer.status, answer.body};
    templates::Value::Map data;
    addProblem(data, answer.body, visit.form());
    return again(visit, std::move(data), answer.status);
}

http::Response afterChange(const Answer& answer, const std::string& next) {
    if (!answer.isGood()) throw Refused{answer.status, answer.body};
    return seeOther(next);
}

void addWaysBack(std::vector<Page>& pages) {
    std::set<std::string> open;
    for (const Page& one : pages)
        if (one.method == "GET") open.insert(shapeOf(one.pattern));
    std::vector<Page> literal, named;
    for (const Page& one : pages) {
        std::string above = shapeOf(one.pattern);
        if (one.method != "POST" || open.contains(above)) continue;
        while (!above.empty() && !open.contains(above)) above.resize(above.rfind('/'));
        const auto steps = static_cast<std::size_t>(std::ranges::count(above, '/'));
        (one.pattern.find('{') == std::string::npos ? literal : named)
            .push_back(
                {"GET", one.pattern, [steps](const Visit& visit) { return seeOther(firstSteps(visit, steps)); }});
    }
    std::ranges::move(pages, std::back_inserter(literal));  // a word before the names that it would be taken for
    std::ranges::move(named, std::back_inserter(literal));
    pages = std::move(literal);
}

}  // namespace web
