#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/file.h"

namespace support {

std::string sampleFile(const std::string& name);

/// A file of config/samples.
base::Bytes sample(const std::string& name);

/// The two meetings that ship.
const std::vector<std::string>& sampleMeetings();

/// What `call` finds wrong with data: "line:column pointer key" of each fault; what is not known is left out.
template <class Call>
std::vector<std::string> faultsOf(const Call& call) {
    std::vector<std::string> found;
    try {
        call();
    } catch (const base::Error& error) {
        for (const base::Fault& fault : error.faults()) {
            const base::Place& place = fault.place;
            std::string text = place.line > 0 ? std::to_string(place.line) + ':' + std::to_string(place.column) : "";
            for (const std::string& part : {place.pointer, fault.message.key})
                if (!part.empty()) text += (text.empty() ? "" : " ") + part;
            found.push_back(std::move(text));
        }
    }
    return found;
}

/// The key of the sentence that `call` fails with.
template <class Call>
std::string failureOf(const Call& call) {
    try {
        call();
    } catch (const base::Error& error) {
        return error.message().key;
    }
    return "no error";
}

/// The code of the Error that `call` must throw.
template <class Call>
base::ErrorCode codeOf(const Call& call) {
    try {
        call();
    } catch (const base::Error& error) {
        return error.code();
    }
    throw std::logic_error("nothing was thrown");
}

}  // namespace support
