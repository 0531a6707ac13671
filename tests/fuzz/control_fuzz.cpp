// The control: a reader that trusts a length octet. The fuzzer and the sanitizer must find it.
#include <cstddef>
#include <cstdint>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    const std::vector<std::uint8_t> copy(data + 1, data + size);
    const volatile std::uint8_t* last = copy.data() + data[0];
    return *last == 0x55 ? 0 : 0;
}
