#include "server/web/page.h"

#include "server/web/page_data.h"
#include "server/web/refusal_page.h"

namespace web {

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

Page comingBack(std::string pattern, std::function<std::string(const Visit&)> page) {
    return {"GET", std::move(pattern), [page = std::move(page)](const Visit& visit) { return seeOther(page(visit)); }};
}

}  // namespace web
