#include <iterator>

#include "server/web/desk.h"

namespace web {

std::vector<Page> meetingPages() {
    std::vector<Page> all;
    for (auto make : {meetingListPages, meetingFormPages, partnerPages, participantPages, institutionPages, draftPages,
                      meetingActionPages, photoPages, boardPages})
        std::ranges::move(make(), std::back_inserter(all));
    return all;
}

}  // namespace web
