#include "server/http/photo_routes.h"

#include "server/http/file_answer.h"
#include "server/http/handling.h"
#include "server/http/page.h"
#include "server/limits.h"
#include "server/workflow/json_value.h"

namespace http {
namespace {

using base::say;
using domain::Action;

struct CaptionBody {
    domain::Text caption{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("caption", self.caption);
    }
};

Response answer(const workflow::MeetingPhoto& photo) { return withTag(valueAnswer(200, workflow::photoValue(photo))); }

class PhotoHandlers {
public:
    explicit PhotoHandlers(const PhotoServices& services) : photos_(services.photos) {}

    /// By order, which two may have in common: the cursor is the number of those before.
    Response list(const Call& call) const {
        const auto page = pageOf(call.query);
        const std::int64_t after = numberAfter(page);
        std::vector<std::pair<std::int64_t, workflow::MeetingPhoto>> numbered;
        for (workflow::MeetingPhoto& one : photos_.list(call.captured.at(0)))
            numbered.emplace_back(static_cast<std::int64_t>(numbered.size()) + 1, std::move(one));
        return partAnswer(
            page, std::move(numbered), [after](const auto& one) { return one.first > after; },
            [](const auto& one) { return workflow::photoValue(one.second); },
            [](const auto& one) { return std::to_string(one.first); });
    }
    Response add(const Call& call) const {
        const base::ByteView bytes = call.request.body;
        if (bytes.size() > limits::kPhoto.value)
            return problem(413, say("too.large", {std::to_string(limits::kPhoto.value)}), call.request.id);
        const std::string_view type = workflow::photoType(bytes);
        if (type.empty() || !isType(call.request, type))
            return problem(415, say("media.type", {"image/jpeg, image/png"}), call.request.id);
        const std::string& meeting = call.captured.at(0);
        const auto added = photos_.add(call.actor, meeting, bytes, call.query.find("caption"));
        return created(pathOf({"meetings", meeting, "photos", added.photo.id}), answer(added));
    }
    Response show(const Call& call) const { return answer(photos_.photo(call.captured.at(0), call.captured.at(1))); }
    Response setCaption(const Call& call, const CaptionBody& body) const {
        return answer(photos_.setCaption(call.actor, call.captured.at(0), call.captured.at(1), body.caption,
                                         honouredMatch(call.request)));
    }
    Response remove(const Call& call) const {
        photos_.remove(call.actor, call.captured.at(0), call.captured.at(1), honouredMatch(call.request));
        return nothing();
    }
    Response file(const Call& call) const {
        workflow::PhotoFile photo = photos_.file(call.captured.at(0), call.captured.at(1));
        return fileAnswer(photo.mediaType, photo.name, std::move(photo.bytes));
    }

private:
    workflow::Photos& photos_;
};

}  // namespace

std::vector<Route> photoRoutes(const PhotoServices& services) {
    const Handling handle{PhotoHandlers(services)};
    const auto setCaption = handle(&PhotoHandlers::setCaption);
    const std::string photos = "/api/v1/meetings/{id}/photos";
    return {
        {"GET", photos, Action::readMeetings, handle(&PhotoHandlers::list), kPage},
        {"POST", photos, Action::changeMeetings, handle(&PhotoHandlers::add), {"caption"}},
        {"GET", photos + "/{photo}", Action::readMeetings, handle(&PhotoHandlers::show)},
        {"PUT", photos + "/{photo}", Action::changeMeetings, setCaption},
        {"DELETE", photos + "/{photo}", Action::changeMeetings, handle(&PhotoHandlers::remove)},
        {"GET", photos + "/{photo}/file", Action::readMeetings, handle(&PhotoHandlers::file)},
    };
}

}  // namespace http
