#include "base/error.h"

namespace base {

std::string text(const Fault& fault) {
    std::string line = fault.place.file;
    const auto add = [&line](const std::string& part) { line += (line.empty() ? "" : ", ") + part; };
    if (fault.place.line > 0) add(text(say("place.line", {std::to_string(fault.place.line)})));
    if (fault.place.column > 0) add(text(say("place.column", {std::to_string(fault.place.column)})));
    if (!fault.place.pointer.empty()) add(fault.place.pointer);
    return (line.empty() ? "" : line + ": ") + text(fault.message);
}

Error::Error(ErrorCode code, Message message, std::vector<Fault> faults)
    : std::runtime_error(text(message)), code_(code), message_(std::move(message)), faults_(std::move(faults)) {}

Error&& Error::with(std::string name, std::string value) && {
    context_.emplace_back(std::move(name), std::move(value));
    return std::move(*this);
}

}  // namespace base
