#include "server/report/csv_report.h"

namespace report {
namespace {

using base::say;

std::string joined(const std::vector<Evidence>& evidence) {
    std::string all;
    for (const Evidence& one : evidence) all += (all.empty() ? "" : "; ") + one.text;
    return all;
}

std::string row(const std::vector<std::string>& fields) {
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) line += (i == 0 ? "" : ";") + csvField(fields[i]);
    return line + "\r\n";
}

}  // namespace

std::string csvField(std::string_view text) {
    std::string safe(text);
    if (safe.find_first_of("=+-@\t\r") == 0) safe.insert(0, 1, '\'');
    if (safe.find_first_of(";\"\r\n,\t") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string csvReport(const std::vector<Indicator>& indicators) {
    std::string csv = "\xEF\xBB\xBF";
    csv += row({text(say("report.column_meeting")), text(say("report.column_date")), text(say("report.column_name")),
                text(say("report.column_grade")), text(say("report.column_count")), text(say("report.column_remark")),
                text(say("report.column_evidence"))});
    for (const Indicator& one : indicators)
        csv += row({one.meetingId.empty() ? text(say("report.total")) : one.meetingId, one.date, text(one.name),
                    text(one.grade), std::to_string(one.count), one.isAtLeast ? text(say("report.at_least")) : "",
                    joined(one.evidence)});
    return csv;
}

}  // namespace report
