#include <ostream>

#include "base/error.h"
#include "server/cli/input.h"
#include "server/cli/verb.h"
#include "signing/verdict_report.h"

namespace cli {
namespace {

int verify(const Options& options, Console& console) {
    expectOperands(options, 1, kNoLimit);
    const signing::TrustAnchors anchors = trustAnchors(options);
    const signing::ValidationContext context{anchors, validationTime(options, console)};
    std::vector<signing::FileIndication> verdicts;
    for (const std::string& file : options.operands()) {
        const signing::FileVerdict verdict = verdictOf(file, context);
        verdicts.push_back(verdict.verdict);
        const bool json = options.has("--json");
        console.out << (json ? signing::verdictJson(verdict, file) : signing::verdictText(verdict, file)) << '\n';
    }
    return exitCode(verdicts);
}

}  // namespace

Verb verifyVerb() {
    return {"verify",
            base::say("cli.help_verify"),
            {{"--json", Takes::nothing},
             {"--trust"},
             {"--at"},
             {"--offline", Takes::nothing},
             {"--trusted-list", Takes::value, Comes::later}},
            verify};
}

}  // namespace cli
