#include "server/service/first_start.h"

#include "base/file.h"
#include "server/service/samples.h"
#include "server/workflow/import_meeting.h"

namespace service {
namespace {

std::filesystem::path linkFile(const std::filesystem::path& data) { return data / "setup-link.txt"; }

}  // namespace

void removeSetupLink(const std::filesystem::path& data) { base::removeAll(linkFile(data)); }

std::optional<std::string> setupLink(workflow::Setup& setup, const std::filesystem::path& data,
                                     const std::string& publicUrl) {
    const auto secret = setup.offer();
    if (!secret) {
        removeSetupLink(data);
        return std::nullopt;
    }
    // Behind "#", so that no browser sends it to a server, and no log has it.
    std::string link = publicUrl + "/pierwsze-konto#setup=" + *secret;
    base::writeFile(linkFile(data), link + '\n', base::Durability::secret);
    return link;
}

std::vector<std::string> importSamples(workflow::Store& meetings, workflow::Drafting& drafting) {
    std::vector<std::string> made;
    for (const Sample& sample : samples()) {
        workflow::DraftWish wish;
        wish.meeting = workflow::readMeeting(sample.meeting, sample.folder);
        if (meetings.meeting(wish.meeting.id)) continue;
        wish.office = workflow::readOffice(sample.office, sample.folder);
        wish.demonstration = true;
        drafting.draft({domain::Actor::Kind::system}, wish);
        made.push_back(wish.meeting.id);
    }
    return made;
}

}  // namespace service
