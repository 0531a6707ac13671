#include "server/report/report_value.h"

namespace report {

using templates::Value;

namespace {

Value evidenceValue(std::vector<Evidence> evidence) {
    Value::List all;
    all.reserve(evidence.size());
    for (Evidence& one : evidence) {
        Value::Map value{{"text", std::move(one.text)}};
        if (!one.recordId.empty()) value["record"] = std::move(one.recordId);
        all.emplace_back(std::move(value));
    }
    return all;
}

Value indicatorValue(Indicator one) {
    Value::Map value{{"name", base::text(one.name)},
                     {"grade", base::text(one.grade)},
                     {"count", static_cast<std::int64_t>(one.count)},
                     {"at_least", one.isAtLeast},
                     {"evidence", evidenceValue(std::move(one.evidence))}};
    if (!one.meetingId.empty()) value["meeting"] = one.meetingId;
    if (!one.date.empty()) value["date"] = one.date;
    return value;
}

}  // namespace

Value indicatorsValue(std::vector<Indicator> indicators) {
    Value::List data;
    for (Indicator& one : indicators) data.push_back(indicatorValue(std::move(one)));
    return Value::Map{{"data", std::move(data)}};
}

}  // namespace report
