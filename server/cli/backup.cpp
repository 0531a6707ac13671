#include <filesystem>
#include <optional>
#include <ostream>

#include "base/error.h"
#include "base/json_text.h"
#include "server/archive/content_store.h"
#include "server/cli/data.h"
#include "server/cli/input.h"
#include "server/cli/verb.h"
#include "server/store/data_folder.h"
#include "server/store/database_copy.h"
#include "server/workflow/archive_package.h"
#include "server/workflow/backup.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::say;
using workflow::BackupSummary;
using workflow::FileFault;

constexpr int kDamaged = 1;

std::vector<std::string> factsOf(const std::string& folder, const BackupSummary& summary) {
    return {folder, base::shortInstant(summary.madeAt), std::to_string(summary.files), std::to_string(summary.objects)};
}

int summarised(const BackupSummary& summary, const base::Message& done, const Options& options, Console& console) {
    if (options.has("--json"))
        console.out << "{\"made_at\":\"" << base::isoInstant(summary.madeAt) << "\",\"schema\":" << summary.schema
                    << ",\"files\":" << summary.files << ",\"objects\":" << summary.objects << "}\n";
    else
        print(console.out, done);
    for (const std::string& sha256 : summary.lost) print(console.err, say("backup.lost", {sha256}));
    return summary.lost.empty() ? 0 : kDamaged;
}

/// It needs no lock: the service may run meanwhile.
int create(const Options& options, Console& console) {
    expectOptions(options, {"--out", "--json", "--data"});
    expectOperands(options, 1, 1);
    const std::string& out = options.get("--out");
    if (out.empty()) throw Error(ErrorCode::usage, say("cli.value_missing", {"--out"}));
    expectData(options, console, out);
    const fs::path data = dataFolder(options, console);
    store::DatabaseCopy databases;
    archive::ContentStore objects(data);
    const auto summary = workflow::createBackup({databases, objects, objects, data}, out, console.now());
    return summarised(summary, say("backup.created", factsOf(out, summary)), options, console);
}

void show(const FileFault& fault, const Options& options, Console& console) {
    if (options.has("--json"))
        console.out << "{\"file\":" << base::quoted(fault.file) << ",\"damage\":\"" << workflow::name(fault.kind)
                    << "\"}\n";
    else
        console.out << base::text(base::Fault{{fault.file}, fault.message}) << '\n';
}

int check(const Options& options, Console& console) {
    expectOptions(options, {"--json"});
    expectOperands(options, 2, 2);
    const std::string& folder = options.operands().back();
    store::DatabaseCopy databases;
    const workflow::BackupCheck found = workflow::checkBackup(databases, folder);
    for (const FileFault& fault : found.faults) show(fault, options, console);
    for (const std::string& sha256 : found.summary.lost)
        show({FileFault::Kind::missing, "archive/sha256/" + sha256.substr(0, 2) + '/' + sha256,
              say("backup.lost", {sha256})},
             options, console);
    const std::size_t damages = found.faults.size() + found.summary.lost.size();
    if (!options.has("--json")) {
        auto facts = factsOf(folder, found.summary);
        facts.push_back(std::to_string(damages));
        print(console.out, say("backup.checked", facts));
    }
    return damages == 0 ? 0 : kDamaged;
}

/// That of a folder where somebody works or worked; none is made where there is none.
std::optional<store::DataFolder> lockOf(const fs::path& data) {
    std::error_code hidden;
    if (!fs::exists(data / "akces.lock", hidden)) return std::nullopt;
    return std::optional<store::DataFolder>(std::in_place, data);
}

int restore(const Options& options, Console& console) {
    expectOptions(options, {"--json", "--data"});
    expectOperands(options, 2, 2);
    const std::string& folder = options.operands().back();
    const fs::path data = dataFolder(options, console);
    const auto lock = lockOf(data);
    store::DatabaseCopy databases;
    const auto summary = workflow::restoreBackup(databases, folder, data);
    auto facts = factsOf(folder, summary);
    facts.push_back(data.string());
    return summarised(summary, say("backup.restored", facts), options, console);
}

int backupCommand(const Options& options, Console& console) {
    expectOperands(options, 1, kNoLimit);
    const std::string& action = options.operands().front();
    if (action == "create") return create(options, console);
    if (action == "check") return check(options, console);
    if (action == "restore") return restore(options, console);
    throw Error(ErrorCode::usage, say("cli.unknown_action", {"backup", action}));
}

}  // namespace

Verb backupVerb() {
    return {"backup", say("cli.help_backup"), {{"--out"}, {"--data"}, {"--json", Takes::nothing}}, backupCommand};
}

}  // namespace cli
