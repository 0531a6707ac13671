#pragma once

#include <exception>
#include <new>

#include "base/error.h"
#include "pdfgen/qpdf.h"
#include "pdfgen/reader.h"

namespace pdfgen {

struct Reader::State {
    QPDF pdf{};
};

inline bool isName(QPDFObjectHandle value, const char* name) { return value.isName() && value.getName() == name; }

/// Runs `action`; what QPDF throws becomes Error(unreadable).
template <class Action>
auto reading(Action action) {
    try {
        return action();
    } catch (const base::Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.expands"));
    } catch (const std::exception& problem) {  // QPDFExc, range errors
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.damaged")).with("qpdf", problem.what());
    }
}

}  // namespace pdfgen
