#include <filesystem>
#include <ostream>

#include "base/error.h"
#include "base/file.h"
#include "pdfgen/compose.h"
#include "server/cli/input.h"
#include "server/cli/template_input.h"
#include "server/cli/verb.h"
#include "server/workflow/json_value.h"
#include "signing/digest.h"
#include "templates/inventory.h"
#include "templates/value.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::size_t kFileIdOctets = 16;

templates::Value dataOf(const Options& options) {
    const std::string& file = options.get("--data");
    return workflow::readJson(base::readFile(file, kLargestJson), file);
}

int check(const std::string& name, const Options& options, Console& console) {
    expectOptions(options, {"--data"});
    const workflow::NamedTemplate named = templateOf(name);
    if (options.has("--data")) templates::bind(named.source, dataOf(options));
    print(console.out, say("cli.template_valid", {name}));
    return 0;
}

int preview(const std::string& name, const Options& options, Console& console) {
    expectOptions(options, {"--data", "--out"});
    const workflow::NamedTemplate named = templateOf(name);
    const templates::Value data = dataOf(options);
    const templates::Document document = templates::bind(named.source, data);
    const fs::path out = options.find("--out").value_or(".");
    const fs::path file = out / (named.name + ".pdf");
    expectNotSigned(file);
    const base::Bytes hash = signing::sha256({named.source.text(), workflow::valueJson(data)});
    pdfgen::Composer composer;
    const base::Bytes pdf = composer.compose(document, {hash.substr(0, kFileIdOctets), console.now()});
    base::makeFolder(out);
    base::writeFile(file, pdf);
    print(console.out, say("cli.written", {file.string()}));
    return 0;
}

int templateCommand(const Options& options, Console& console) {
    expectOperands(options, 2, 2);
    const std::string& action = options.operands().front();
    const std::string& name = options.operands().back();
    if (action == "check") return check(name, options, console);
    if (action == "preview") return preview(name, options, console);
    if (action == "import") throw notYet("template import");
    if (action != "fields") throw Error(ErrorCode::usage, say("cli.unknown_action", {"template", action}));
    expectOptions(options, {});
    console.out << templates::jsonSchema(templateOf(name).source) << '\n';
    return 0;
}

}  // namespace

Verb templateVerb() { return {"template", say("cli.help_template"), {{"--data"}, {"--out"}}, templateCommand}; }

}  // namespace cli
