#include "server/report/index_page.h"

#include "base/civil_date.h"

namespace report {
namespace {

using base::say;

std::string escaped(std::string_view text) {
    std::string html;
    for (const char c : text) {
        if (c == '&')
            html += "&amp;";
        else if (c == '<')
            html += "&lt;";
        else if (c == '>')
            html += "&gt;";
        else if (c == '"')
            html += "&quot;";
        else
            html += c;
    }
    return html;
}

std::string words(const base::Message& message) { return escaped(base::text(message)); }

std::string element(const char* name, const std::string& content) {
    return '<' + std::string(name) + '>' + content + "</" + name + '>';
}

std::string link(const std::string& path, const std::string& name) {
    return path.empty() ? escaped(name) : "<a href=\"" + escaped(path) + "\">" + escaped(name) + "</a>";
}

std::string headings(const std::vector<base::Message>& names) {
    std::string row;
    for (const base::Message& name : names) row += "<th scope=\"col\">" + words(name) + "</th>";
    return element("thead", element("tr", row));
}

std::string evidenceCell(const Indicator& one) {
    if (one.evidence.empty()) return "<td>–</td>";
    std::string items;
    for (const std::string& evidence : one.evidence) items += element("li", escaped(evidence));
    return "<td><details><summary>" + words(say("report.evidence_count", {std::to_string(one.evidence.size())})) +
           "</summary>" + element("ol", items) + "</details></td>";
}

std::string numberRow(const Indicator& one) {
    const std::string number = (one.isAtLeast ? words(say("report.at_least")) + ' ' : "") + std::to_string(one.count);
    return element("tr", element("td", one.meetingId.empty() ? words(say("report.total")) : escaped(one.meetingId)) +
                             element("td", words(one.name)) + element("td", words(one.grade)) +
                             "<td class=\"number\">" + number + "</td>" + evidenceCell(one)) +
           '\n';
}

std::string documentRow(const PackedDocument& one) {
    const domain::Record& record = one.record;
    return element("tr", element("td", escaped(record.meetingId)) + element("td", link(one.path, record.fileName)) +
                             element("td", link(one.verdictPath, record.verdict)) + element("td", escaped(record.id)) +
                             element("td", escaped(base::isoInstant(record.archivedAt))) +
                             element("td", element("code", escaped(record.sha256)))) +
           '\n';
}

constexpr const char* kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 "
    "1rem;color:#1b1b1b;background:#fff}"
    "h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.5rem}"
    ".scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #ccc}"
    ".number{text-align:right;white-space:nowrap}code{font-size:.75rem;overflow-wrap:anywhere}a{color:#0b4f8a}"
    "details ol{margin:.3rem 0;padding-left:2.2rem}";

std::string table(const std::string& head, const std::string& rows) {
    return "<div class=\"scroll\" tabindex=\"0\"><table>" + head + "<tbody>\n" + rows + "</tbody></table></div>\n";
}

}  // namespace

std::string indexPage(const std::vector<Indicator>& indicators, const std::vector<PackedDocument>& documents) {
    std::string numbers, files;
    for (const Indicator& one : indicators) numbers += numberRow(one);
    for (const PackedDocument& one : documents) files += documentRow(one);
    const std::string title = words(say("report.title"));
    return "<!doctype html>\n<html lang=\"pl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
           "content=\"width=device-width, initial-scale=1\">" +
           element("title", title) + "<style>" + kStyle + "</style></head>\n<body><main>" + element("h1", title) +
           element("p", words(say("report.explanation"))) + element("h2", words(say("report.numbers"))) +
           table(headings({say("report.column_meeting"), say("report.column_name"), say("report.column_grade"),
                           say("report.column_count"), say("report.column_evidence")}),
                 numbers) +
           element("h2", words(say("report.documents"))) +
           table(headings({say("report.column_meeting"), say("report.column_file"), say("report.column_verdict"),
                           say("report.column_record"), say("report.column_archived"), say("report.column_hash")}),
                 files) +
           "</main></body></html>\n";
}

}  // namespace report
