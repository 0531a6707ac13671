#include <ostream>

#include "base/error.h"
#include "base/file.h"
#include "server/cli/data.h"
#include "server/cli/input.h"
#include "server/cli/verb.h"
#include "server/report/control_pack.h"

namespace cli {
namespace {

int writeReport(const Options& options, Console& console) {
    expectOperands(options, 0, 0);
    const std::string& format = options.get("--format");
    const std::string& out = options.get("--out");
    if (format == "xlsx" || format == "pdf") throw notYet("--format " + format);
    if (format != "csv" && format != "zip")
        throw base::Error(base::ErrorCode::usage, base::say("cli.bad_value", {"--format", format}));
    expectData(options, console, out);
    expectNotSigned(out);
    Data data(options, console);
    const report::ControlPack made = format == "csv" ? report::ControlPack{report::csvOf(data.store)}
                                                     : report::controlPack(data.store, data.archive, console.now());
    base::writeFile(out, made.zip, base::Durability::durable);
    print(console.out, base::say("cli.written", {out}));
    for (const std::string& sha256 : made.lost) print(console.err, base::say("archive.not_in_package", {sha256}));
    return made.lost.empty() ? 0 : 1;
}

}  // namespace

Verb reportVerb() {
    return {"report", base::say("cli.help_report"), {{"--format"}, {"--out"}, {"--data"}}, writeReport};
}

}  // namespace cli
