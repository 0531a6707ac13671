#pragma once

#include <stdexcept>

#include "base/error.h"
#include "pdfgen/qpdf.h"
#include "pdfgen/reader.h"

namespace pdfgen {

struct Reader::State {
    QPDF pdf{};
};

/// Runs `action`; what QPDF throws becomes Error(unreadable).
template <class Action>
auto reading(Action action) {
    try {
        return action();
    } catch (const QPDFExc& problem) {
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.damaged")).with("qpdf", problem.what());
    } catch (const std::logic_error& problem) {
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.damaged")).with("qpdf", problem.what());
    }
}

}  // namespace pdfgen
