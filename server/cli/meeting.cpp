#include <ostream>

#include "base/error.h"
#include "base/file.h"
#include "server/cli/data.h"
#include "server/cli/input.h"
#include "server/cli/verb.h"
#include "server/workflow/meeting_json.h"

namespace cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

std::string peopleOf(const domain::Meeting& meeting) { return std::to_string(meeting.participants.size()); }

int checkFile(const std::string& file, const Options& options, Console& console) {
    expectOptions(options, {"--partners", "--data"});
    const domain::Meeting meeting = readMeetingFile(file, options, console.err);
    print(console.out, say("cli.meeting_valid", {file, peopleOf(meeting)}));
    return 0;
}

int importFile(const std::string& file, const Options& options, Console& console) {
    expectOptions(options, {"--partners", "--data"});
    const domain::Meeting meeting = readMeetingFile(file, options, console.err);
    Data(options, console).store.saveMeeting(meeting);
    print(console.out, say("cli.meeting_imported", {meeting.id, peopleOf(meeting)}));
    return 0;
}

int exportMeeting(const std::string& id, const Options& options, Console& console) {
    expectOptions(options, {"--out", "--data"});
    const std::string& out = options.get("--out");
    expectData(options, console, out);
    expectNotSigned(out);
    const auto meeting = Data(options, console).store.meeting(id);
    if (!meeting) throw Error(ErrorCode::notFound, say("cli.meeting_unknown", {id}));
    base::writeFile(out, workflow::meetingJson(*meeting), base::Durability::durable);
    print(console.out, say("cli.meeting_exported", {out}));
    return 0;
}

int meeting(const Options& options, Console& console) {
    expectOperands(options, 2, 2);
    const std::string& action = options.operands().front();
    const std::string& operand = options.operands().back();
    if (action == "check") return checkFile(operand, options, console);
    if (action == "import") return importFile(operand, options, console);
    if (action == "export") return exportMeeting(operand, options, console);
    throw Error(ErrorCode::usage, say("cli.unknown_action", {"meeting", action}));
}

}  // namespace

Verb meetingVerb() { return {"meeting", say("cli.help_meeting"), {{"--out"}, {"--data"}, {"--partners"}}, meeting}; }

}  // namespace cli
