// Any bytes as a signed PDF: a verdict, never more than the file can bear: without anchors nothing passes.
#include <cstddef>
#include <cstdint>

#include "signing/validate.h"
#include "signing/verdict_report.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const signing::TrustAnchors none;
    const base::ByteView file(reinterpret_cast<const char*>(data), size);
    const auto verdict = signing::validate(file, {none, *base::parseInstant("2026-03-02T12:00:00Z")});
    if (verdict.verdict == signing::FileIndication::totalPassed) __builtin_trap();
    signing::verdictJson(verdict, "a.pdf");
    signing::verdictText(verdict, "a.pdf");
    return 0;
}
