#include "base/message.h"
#include "server/web/code_words.h"
#include "server/web/page.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

constexpr const char* kPreparedOn = "2026-11-26";  // of the self-assessment that the statement tells of

Response show(const Visit& visit) {
    const Value office = visit.find("/office/contact");
    const std::string name = textAt(office, "name");
    Value::Map data{{"title", base::text(say("web.accessibility"))}, {"prepared_on", kPreparedOn}};
    data["unnamed"] = name.empty();
    data["office_name"] = name.empty() ? base::text(say("keep.a11y_no_office")) : name;
    data["by_office"] = base::text(say("keep.a11y_by_office"));
    data["contact"] = textAt(office, "contact");
    data["address"] = textAt(office, "address");
    data["host"] = std::string(http::field(visit.request(), "host").value_or(""));
    return visit.page("accessibility", std::move(data));
}

}  // namespace

std::vector<Page> statementPages() { return {{"GET", "/dostepnosc", show}}; }

}  // namespace web
