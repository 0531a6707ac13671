#include <algorithm>
#include <cstdint>
#include <vector>

#include "server/web/desk.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

/// The number as people read it, and how many items it opens into.
Value described(Value indicator) {
    const std::int64_t count = numberAt(indicator, "count");
    const std::string number = std::to_string(count);
    const bool isAtLeast = isTrueAt(indicator, "at_least") && count > 0;
    indicator.set("number", isAtLeast ? base::text(say("keep.at_least", {number})) : number);
    const std::string items = std::to_string(listAt(indicator, "evidence").size());
    indicator.set("items", base::text(say("keep.indicator_documents", {items})));
    Value::List evidence = takeList(indicator, "evidence");
    for (Value& one : evidence) one.set("plain", one.find("record") == nullptr);
    indicator.set("evidence", std::move(evidence));
    return indicator;
}

/// Where nobody signed for show, nobody wants to read that.
bool isIdle(const Value& indicator) {
    return numberAt(indicator, "count") == 0 && textAt(indicator, "grade") == base::text(say("report.demonstration"));
}

/// The number that stays 0 as long as the office trusts no certificates.
bool needsTrust(const Value& indicator) {
    return textAt(indicator, "meeting").empty() && textAt(indicator, "name") == base::text(say("report.accepted")) &&
           textAt(indicator, "grade") == base::text(say("report.real"));
}

/// The one of the indicator's meeting; made where there is none yet.
Value& groupOf(Value::List& groups, const Value& indicator, const Value::List& meetings) {
    const std::string id = textAt(indicator, "meeting");
    for (Value& made : groups)
        if (textAt(made, "meeting") == id) return made;
    const auto its = std::ranges::find_if(meetings, [&](const Value& one) { return textAt(one, "id") == id; });
    Value& made = groups.emplace_back(Value::Map{{"meeting", id}, {"date", textAt(indicator, "date")}});
    made.set("name", its == meetings.end() ? id : shortName(*its));
    made.set("demonstration", its != meetings.end() && isTrueAt(*its, "demonstration"));
    return made;
}

/// The indicators by meeting: those over all meetings come first, then the newest meeting's.
Value::List groups(Value reports, const Value::List& meetings, bool isTrusting) {
    Value::List groups;
    for (Value& one : takeList(reports, "data")) {
        if (isIdle(one)) continue;
        one.set("untrusted", !isTrusting && needsTrust(one));
        Value& group = groupOf(groups, one, meetings);
        Value::List indicators = takeList(group, "indicators");
        indicators.push_back(described(std::move(one)));
        group.set("indicators", std::move(indicators));
    }
    std::ranges::stable_sort(groups, [](const Value& left, const Value& right) {
        const auto isOfAll = [](const Value& one) { return textAt(one, "meeting").empty(); };
        return isOfAll(left) == isOfAll(right) ? textAt(left, "date") > textAt(right, "date") : isOfAll(left);
    });
    return groups;
}

Response show(const Visit& visit) {
    Value::Map data{{"title", base::text(say("web.reports"))}};
    const Value::List meetings = visit.all("/meetings");
    data["groups"] = groups(visit.get("/reports"), meetings, !trustsNobody(visit));
    data["any_meeting"] = !meetings.empty();
    data["any_sample"] = std::ranges::any_of(meetings, [](const Value& one) { return isTrueAt(one, "demonstration"); });
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
