#include <charconv>
#include <ostream>

#include "base/error.h"
#include "base/json_text.h"
#include "server/cli/accounts.h"
#include "server/cli/input.h"
#include "server/cli/verb.h"

namespace cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Scope;

std::vector<Scope> scopesOf(std::string_view words) {
    std::vector<base::Fault> faults;
    const auto unknown = [](const std::string& word) { return say("account.unknown_scope", {word}); };
    auto scopes = namedAll<Scope>(words, domain::scope, unknown, faults);
    throwIfAny(std::move(faults));
    return scopes;
}

/// Whether so many are allowed is the use case's to say.
std::chrono::days daysOf(const std::string& text) {
    unsigned short days = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (failed != std::errc() || end != text.data() + text.size() || days == 0)
        throw Error(ErrorCode::usage, say("cli.bad_value", {"--days", text}));
    return std::chrono::days(days);
}

int make(const Options& options, Console& console) {
    expectOptions(options, {"--user", "--label", "--scope", "--days", "--data"});
    expectOperands(options, 1, 1);
    const workflow::TokenWish wish{options.get("--label"), scopesOf(options.get("--scope")),
                                   console.now() + daysOf(options.get("--days"))};
    const std::string& name = options.get("--user");
    expectData(options, console);
    Accounts accounts(options, console);
    const std::string owner = accounts.userNamed(name).id;
    const auto made = withoutPointers([&] { return accounts.tokens().make(kCommandLine, owner, wish); });
    console.out << made.text << '\n';  // alone, for scripts; nobody can show it again
    return 0;
}

void show(const domain::ApiToken& token, const Options& options, Console& console) {
    if (options.has("--json"))
        console.out << "{\"id\":" << base::quoted(token.id) << ",\"label\":" << base::quoted(token.label)
                    << ",\"scopes\":" << jsonNames(token.scopes) << ",\"made_at\":\"" << base::isoInstant(token.madeAt)
                    << "\",\"expires_at\":\"" << base::isoInstant(token.expiresAt) << "\",\"revoked_at\":"
                    << (token.revokedAt ? base::quoted(base::isoInstant(*token.revokedAt)) : "null") << "}\n";
    else if (token.revokedAt)
        print(console.out, say("account.token_revoked", {token.id, token.label, workflow::namesOf(token.scopes),
                                                         base::shortInstant(*token.revokedAt)}));
    else
        print(console.out, say("account.token_line", {token.id, token.label, workflow::namesOf(token.scopes),
                                                      base::shortInstant(token.expiresAt)}));
}

int list(const Options& options, Console& console) {
    expectOptions(options, {"--user", "--json", "--data"});
    expectOperands(options, 1, 1);
    const std::string& name = options.get("--user");
    expectData(options, console);
    Accounts accounts(options, console);
    const auto tokens = accounts.allTokensOf(accounts.userNamed(name).id);
    for (const domain::ApiToken& token : tokens) show(token, options, console);
    if (!options.has("--json")) print(console.out, say("account.token_count", {std::to_string(tokens.size())}));
    return 0;
}

int revoke(const Options& options, Console& console) {
    expectOptions(options, {"--user", "--data"});
    expectOperands(options, 2, 2);
    const std::string& name = options.get("--user");
    expectData(options, console);
    Accounts accounts(options, console);
    const std::string& id = options.operands().back();
    accounts.tokens().revoke(kCommandLine, accounts.userNamed(name).id, id);
    print(console.out, say("account.token_ended", {id}));
    return 0;
}

int tokenCommand(const Options& options, Console& console) {
    expectOperands(options, 1, kNoLimit);
    const std::string& action = options.operands().front();
    if (action == "make") return make(options, console);
    if (action == "list") return list(options, console);
    if (action == "revoke") return revoke(options, console);
    throw Error(ErrorCode::usage, say("cli.unknown_action", {"token", action}));
}

}  // namespace

Verb tokenVerb() {
    return {"token",
            say("cli.help_token"),
            {{"--user"}, {"--label"}, {"--scope"}, {"--days"}, {"--data"}, {"--json", Takes::nothing}},
            tokenCommand};
}

}  // namespace cli
