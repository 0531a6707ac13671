#include "tests/support/meetings.h"

namespace support {

MeetingRows::MeetingRows() {
    for (const std::string& name : sampleMeetings())
        rows.saveMeeting(workflow::readMeeting(sample(name + ".json"), name));
}

templates::Value MeetingRows::tree(std::string_view json) { return workflow::readJson(json, "test"); }

std::vector<std::string> MeetingRows::told() {
    std::vector<std::string> lines;
    for (const auto& event : audit.events({0, 1000}))
        lines.push_back(event.action + ' ' + event.subjectId + (event.detail.empty() ? "" : ' ' + event.detail));
    return lines;
}

std::string MeetingRows::trail() {
    std::string all;
    for (const std::string& line : told()) all += line + '\n';
    return all;
}

workflow::Expected MeetingRows::see(std::string& seen) {
    return [&seen](std::string_view json) { seen = json; };
}

void MeetingRows::refuse(std::string_view) { throw base::Error(base::ErrorCode::conflict, base::say("status.412")); }

MeetingRows::~MeetingRows() = default;

}  // namespace support
