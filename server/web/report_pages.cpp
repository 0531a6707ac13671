#include <algorithm>

#include "base/message.h"
#include "server/web/code_words.h"
#include "server/web/page.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

/// The number as people read it, and how many items it opens into.
Value described(Value indicator) {
    const Value* count = indicator.find("count");
    const std::string number = std::to_string(count != nullptr && count->integer() != nullptr ? *count->integer() : 0);
    const bool isAtLeast = isTrueAt(indicator, "at_least");
    indicator.set("number", isAtLeast ? base::text(say("keep.at_least", {number})) : number);
    const std::string items = std::to_string(listAt(indicator, "evidence").size());
    indicator.set("items", base::text(say("keep.indicator_documents", {items})));
    Value::List evidence = listAt(indicator, "evidence");
    for (Value& one : evidence) one.set("plain", one.find("record") == nullptr);
    indicator.set("evidence", std::move(evidence));
    return indicator;
}

/// The indicators by meeting, in their order; those over all meetings come first.
Value::List groups(const Value& reports) {
    Value::List groups;
    for (const Value& one : listAt(reports, "data")) {
        const std::string meeting = textAt(one, "meeting");
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const Value& known) { return textAt(known, "meeting") == meeting; });
        if (group == groups.end()) {
            const Value::Map empty{{"meeting", meeting}, {"date", textAt(one, "date")}, {"indicators", Value::List{}}};
            group = groups.insert(meeting.empty() ? groups.begin() : groups.end(), empty);
        }
        group->map()->at("indicators").list()->push_back(described(one));
    }
    return groups;
}

Response show(const Visit& visit) {
    Value::Map data{{"title", base::text(say("web.reports"))}};
    data["groups"] = groups(visit.get("/reports"));
    data["any_meeting"] = !visit.all("/meetings").empty();
    return visit.page("reports", std::move(data));
}

}  // namespace

std::vector<Page> reportPages() {
    return {
        {"GET", "/sprawozdania", show},
        {"GET", "/sprawozdania/csv", [](const Visit& visit) { return visit.file("/reports/csv"); }},
        {"GET", "/sprawozdania/zip", [](const Visit& visit) { return visit.file("/reports/zip"); }},
    };
}

}  // namespace web
