// Any bytes as a meeting or office data in JSON: a value or Error, nothing else.
#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "server/workflow/import_meeting.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::ByteView json(reinterpret_cast<const char*>(data), size);
    try {
        workflow::readMeeting(json, "x.json");
    } catch (const base::Error&) {
    }
    try {
        workflow::readOffice(json, "x.json");
    } catch (const base::Error&) {
    }
    return 0;
}
