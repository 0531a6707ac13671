#include <filesystem>
#include <ostream>

#include "base/error.h"
#include "base/file.h"
#include "base/json_text.h"
#include "server/cli/data.h"
#include "server/cli/input.h"
#include "server/cli/verb.h"
#include "server/workflow/archive_document.h"
#include "server/workflow/archive_package.h"
#include "server/workflow/record_json.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::say;
using workflow::Archive;

constexpr int kUnreadable = 4;

void show(const domain::Record& record, const Options& options, Console& console) {
    if (options.has("--json"))
        console.out << workflow::recordJson(record) << '\n';
    else
        print(console.out,
              say("archive.line", {base::shortInstant(record.archivedAt), record.id, record.meetingId, record.fileName,
                                   base::text(domain::verdictWords(record.verdict)), record.sha256}));
}

/// One file that cannot be read keeps none of the others out.
std::optional<base::Bytes> readable(const std::string& file, Console& console) {
    try {
        return base::readFile(file, kLargestArchived);
    } catch (const Error& error) {
        print(console.err, error.message());
        return std::nullopt;
    }
}

int add(const Options& options, Console& console) {
    expectOptions(options, {"--meeting", "--document", "--trust", "--json", "--data"});
    expectOperands(options, 2, kNoLimit);
    const signing::TrustAnchors anchors = trustAnchors(options);
    const signing::ValidationContext context{anchors, console.now()};
    workflow::ArchiveRequest request;
    request.meetingId = options.get("--meeting");
    request.documentId = options.find("--document").value_or("");
    if (!request.documentId.empty() && options.operands().size() > 2)
        throw Error(ErrorCode::usage, say("archive.one_document"));
    Data data(options, console);
    int code = 0;
    for (auto file = options.operands().begin() + 1; file != options.operands().end(); ++file) {
        const auto bytes = readable(*file, console);
        if (!bytes) {
            code = kUnreadable;
            continue;
        }
        request.bytes = *bytes;
        request.fileName = fs::path(*file).filename().string();
        request.at = console.now();
        show(workflow::archiveDocument(data.store, data.archive, request, context), options, console);
    }
    return code;
}

int list(const Options& options, Console& console) {
    expectOptions(options, {"--json", "--data"});
    expectOperands(options, 1, 1);
    expectData(options, console);
    Data data(options, console);
    const auto records = workflow::sortedRecords(data.store);
    for (const domain::Record& record : records) show(record, options, console);
    if (!options.has("--json")) print(console.out, say("archive.count", {std::to_string(records.size())}));
    return 0;
}

base::Message explained(const Archive::Damage& damage) {
    switch (damage.kind) {
        case Archive::DamageKind::damaged:
            return say("archive.damaged", {damage.name});
        case Archive::DamageKind::missing:
            return say("archive.no_object", {damage.name});
        case Archive::DamageKind::foreign:
            return say("archive.foreign", {damage.name});
    }
    return {};
}

std::string namesOf(const std::vector<std::string>& files) {
    std::string names;
    for (const std::string& one : files) names += (names.empty() ? "" : ", ") + one;
    return names;
}

int check(const Options& options, Console& console) {
    expectOptions(options, {"--json", "--data"});
    expectOperands(options, 1, 1);
    expectData(options, console);
    Data data(options, console);
    const auto records = workflow::sortedRecords(data.store);
    const auto expected = workflow::expectedObjects(records);
    const auto damages = data.archive.check(expected);
    for (const Archive::Damage& damage : damages) {
        const std::string files = namesOf(workflow::filesWith(records, damage.name));
        if (options.has("--json")) {
            console.out << "{\"object\":" << base::quoted(damage.name) << ",\"damage\":\""
                        << workflow::name(damage.kind) << "\",\"files\":" << base::quoted(files) << "}\n";
            continue;
        }
        print(console.out, explained(damage));
        if (!files.empty()) print(console.out, say("archive.damaged_files", {files}));
    }
    if (!options.has("--json"))
        print(console.out, say("archive.checked", {std::to_string(records.size()), std::to_string(expected.size()),
                                                   std::to_string(damages.size())}));
    return damages.empty() ? 0 : 1;
}

int summarised(const workflow::PackageSummary& summary, const base::Message& done, const Options& options,
               Console& console) {
    if (options.has("--json"))
        console.out << "{\"records\":" << summary.records << ",\"objects\":" << summary.objects
                    << ",\"meetings\":" << summary.meetings << "}\n";
    else
        print(console.out, done);
    for (const std::string& sha256 : summary.lost) print(console.err, say("archive.not_in_package", {sha256}));
    return summary.lost.empty() ? 0 : 1;
}

int exportAll(const Options& options, Console& console) {
    expectOptions(options, {"--out", "--json", "--data"});
    expectOperands(options, 1, 1);
    const std::string& out = options.get("--out");
    if (out.empty()) throw Error(ErrorCode::usage, say("cli.value_missing", {"--out"}));
    expectData(options, console, out);
    Data data(options, console);
    const auto summary = workflow::exportArchive(data.store, data.archive, out);
    return summarised(summary,
                      say("archive.exported", {out, std::to_string(summary.records), std::to_string(summary.objects)}),
                      options, console);
}

int restore(const Options& options, Console& console) {
    expectOptions(options, {"--json", "--data"});
    expectOperands(options, 2, 2);
    const std::string& folder = options.operands().back();
    Data data(options, console);
    const auto summary = workflow::restoreArchive(data.store, data.archive, folder);
    return summarised(
        summary, say("archive.restored", {folder, std::to_string(summary.records), std::to_string(summary.objects)}),
        options, console);
}

int archiveCommand(const Options& options, Console& console) {
    expectOperands(options, 1, kNoLimit);
    const std::string& action = options.operands().front();
    if (action == "add") return add(options, console);
    if (action == "list") return list(options, console);
    if (action == "check") return check(options, console);
    if (action == "export") return exportAll(options, console);
    if (action == "restore") return restore(options, console);
    throw Error(ErrorCode::usage, say("cli.unknown_action", {"archive", action}));
}

}  // namespace

Verb archiveVerb() {
    return {"archive",
            say("cli.help_archive"),
            {{"--meeting"}, {"--document"}, {"--trust"}, {"--out"}, {"--data"}, {"--json", Takes::nothing}},
            archiveCommand};
}

}  // namespace cli
