#include "server/report/index_page.h"

#include <map>
#include <set>

#include "base/civil_date.h"
#include "base/html_text.h"

namespace report {
namespace {

using base::say;

std::string words(const base::Message& message) { return base::htmlText(base::text(message)); }

std::string element(const char* name, const std::string& content) {
    return '<' + std::string(name) + '>' + content + "</" + name + '>';
}

std::string link(const std::string& path, const std::string& name) {
    return path.empty() ? base::htmlText(name)
                        : "<a href=\"" + base::htmlText(path) + "\">" + base::htmlText(name) + "</a>";
}

std::string headings(const std::vector<base::Message>& names) {
    std::string row;
    for (const base::Message& name : names) row += "<th scope=\"col\">" + words(name) + "</th>";
    return element("thead", element("tr", row));
}

/// Where each record's document lies in the pack.
using Paths = std::map<std::string, std::string>;

std::string evidenceCell(const Indicator& one, const Paths& paths) {
    if (one.evidence.empty()) return "<td>–</td>";
    std::string items;
    for (const Evidence& evidence : one.evidence) {
        const auto path = paths.find(evidence.recordId);
        items += element("li", link(path == paths.end() ? std::string() : path->second, evidence.text));
    }
    return "<td><details><summary>" + words(say("report.evidence_count", {std::to_string(one.evidence.size())})) +
           "</summary>" + element("ol", items) + "</details></td>";
}

std::string numberRow(const Indicator& one, const Paths& paths) {
    const std::string number = (one.isAtLeast ? words(say("report.at_least")) + ' ' : "") + std::to_string(one.count);
    return element("tr", element("td", words(one.name)) + element("td", words(one.grade)) + "<td class=\"number\">" +
                             number + "</td>" + evidenceCell(one, paths)) +
           '\n';
}

std::string documentRow(const PackedDocument& one) {
    const domain::Record& record = one.record;
    return element("tr",
                   element("td", base::htmlText(record.meetingId)) +
                       element("td", one.path.empty() ? base::htmlText(record.fileName) + words(say("report.lost"))
                                                      : link(one.path, record.fileName)) +
                       element("td", link(one.verdictPath, base::text(domain::verdictWords(record.verdict)))) +
                       element("td", base::htmlText(record.id)) +
                       element("td", base::htmlText(base::shortInstant(record.archivedAt))) +
                       element("td", element("code", base::htmlText(record.sha256)))) +
           '\n';
}

constexpr const char* kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 "
    "1rem;color:#1b1b1b;background:#fff}"
    "h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.5rem}"
    ".scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}"
    "summary{white-space:nowrap}"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #ccc}"
    ".number{text-align:right;white-space:nowrap}td.number{padding-right:1.6rem}code{font-size:.75rem;overflow-wrap:"
    "anywhere}a{color:#0b4f8a}"
    "details ol{margin:.3rem 0;padding-left:2.2rem}";

std::string table(const std::string& head, const std::string& rows) {
    return "<div class=\"scroll\" tabindex=\"0\"><table>" + head + "<tbody>\n" + rows + "</tbody></table></div>\n";
}

/// The numbers of one meeting, or of all where the id is empty.
std::string numbersOf(const std::string& meetingId, const std::vector<Indicator>& indicators, const Paths& paths) {
    std::string rows;
    for (const Indicator& one : indicators)
        if (one.meetingId == meetingId) rows += numberRow(one, paths);
    const std::string heading = meetingId.empty() ? words(say("report.total")) : base::htmlText(meetingId);
    return element("h2", heading) + table(headings({say("report.column_name"), say("report.column_grade"),
                                                    say("report.column_count"), say("report.column_evidence")}),
                                          rows);
}

std::string allNumbers(const std::vector<Indicator>& indicators, const Paths& paths) {
    std::string html = numbersOf({}, indicators, paths);
    std::set<std::string> done{{}};
    for (const Indicator& one : indicators)
        if (done.insert(one.meetingId).second) html += numbersOf(one.meetingId, indicators, paths);
    return html;
}

std::string documentTable(const std::vector<PackedDocument>& documents) {
    std::string rows;
    for (const PackedDocument& one : documents) rows += documentRow(one);
    return element("h2", words(say("report.documents"))) +
           table(headings({say("report.column_meeting"), say("report.column_file"), say("report.column_verdict"),
                           say("report.column_record"), say("report.column_archived"), say("report.column_hash")}),
                 rows);
}

}  // namespace

std::string indexPage(const std::vector<Indicator>& indicators, const std::vector<PackedDocument>& documents) {
    Paths paths;
    for (const PackedDocument& one : documents)
        if (!one.path.empty()) paths[one.record.id] = one.path;
    const std::string title = words(say("report.title"));
    return "<!doctype html>\n<html lang=\"pl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
           "content=\"width=device-width, initial-scale=1\">" +
           element("title", title) + "<style>" + kStyle + "</style></head>\n<body><main>" + element("h1", title) +
           element("p", words(say("report.explanation"))) + allNumbers(indicators, paths) + documentTable(documents) +
           "</main></body></html>\n";
}

}  // namespace report
