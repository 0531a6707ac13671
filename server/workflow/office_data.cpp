#include "server/workflow/office_data.h"

#include "server/workflow/import_meeting.h"
#include "server/workflow/json_value.h"
#include "server/workflow/writing.h"

namespace workflow {

domain::Office OfficeData::office() {
    const auto stored = rows_.office();
    return stored ? readOffice(stored->json, "office") : domain::Office{};
}

std::string OfficeData::json() {
    const auto stored = rows_.office();
    return stored ? stored->json : valueJson(Writing::whole(domain::Office{}));
}

std::string OfficeData::replace(const domain::Actor& actor, const templates::Value& tree, const Expected& expected) {
    std::string json;
    rows_.transaction([&] {
        const auto before = rows_.office();
        expect(expected, this->json());
        json = valueJson(Writing::whole(officeOfTree(tree)));
        const std::int64_t version = before ? before->version + 1 : 1;
        rows_.saveOffice({json, version});
        audit_.record(actor, {"office.change", "office", "office", "version " + std::to_string(version)});
    });
    return json;
}

}  // namespace workflow
