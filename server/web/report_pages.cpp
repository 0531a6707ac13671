#include <algorithm>
#include <vector>

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
    const Value::List& all = listAt(reports, "data");
    std::vector<std::string> meetings{""};
    for (const Value& one : all)
        if (const std::string id = textAt(one, "meeting"); std::ranges::find(meetings, id) == meetings.end())
            meetings.push_back(id);
    Value::List groups;
    for (const std::string& meeting : meetings) {
        Value group;
        Value::List indicators;
        for (const Value& one : all) {
            if (textAt(one, "meeting") != meeting) continue;
            group.set("date", textAt(one, "date"));
            indicators.push_back(described(one));
        }
        if (indicators.empty()) continue;
        group.set("meeting", meeting);
        group.set("indicators", std::move(indicators));
        groups.push_back(std::move(group));
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
