#include "server/domain/document.h"

namespace domain {

std::string_view name(DocumentState state) {
    switch (state) {
        case DocumentState::draft:
            return "draft";
        case DocumentState::issued:
            return "issued";
        case DocumentState::sent:
            return "sent";
        case DocumentState::partlySigned:
            return "partly-signed";
        case DocumentState::complete:
            return "signed";
        case DocumentState::archived:
            return "archived";
        case DocumentState::declined:
            return "declined";
        case DocumentState::expired:
            return "expired";
        case DocumentState::voided:
            return "voided";
        case DocumentState::sealingFailed:
            return "sealing-failed";
    }
    return {};
}
}  // namespace domain
