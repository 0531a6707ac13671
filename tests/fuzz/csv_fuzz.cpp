// Any bytes as a list of partners: a meeting or Error, nothing else.
#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "server/workflow/import_partners.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        workflow::withPartners({}, {reinterpret_cast<const char*>(data), size}, "x.csv");
    } catch (const base::Error&) {
    }
    return 0;
}
