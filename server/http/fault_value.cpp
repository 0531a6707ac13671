#include "server/http/fault_value.h"

#include <algorithm>

#include "server/http/problem.h"

namespace http {

using templates::Value;

Value::List faultValues(const base::Error& error) {
    if (error.faults().empty()) return {Value(Value::Map{{"detail", base::text(error.message())}})};
    Value::List all;
    for (const base::Fault& fault : error.faults()) {
        Value::Map one{{"detail", base::text(fault.message)}};
        if (!fault.place.pointer.empty() || (isOfJson(error) && fault.place.line == 0))
            one["pointer"] = fault.place.pointer;
        if (fault.place.line > 0) one["line"] = fault.place.line;
        if (fault.place.column > 0) one["column"] = fault.place.column;
        Value value(std::move(one));
        if (std::find(all.begin(), all.end(), value) == all.end()) all.push_back(std::move(value));
    }
    return all;
}

Value::List sentenceValues(const std::vector<base::Message>& messages) {
    Value::List all;
    for (const base::Message& message : messages) all.emplace_back(base::text(message));
    return all;
}

Value::List faultsAgainst(const std::function<void()>& plan) {
    try {
        plan();
        return {};
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::data && error.code() != base::ErrorCode::conflict) throw;
        return faultValues(error);
    }
}

}  // namespace http
