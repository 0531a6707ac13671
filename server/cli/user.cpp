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
using domain::Role;

std::vector<Role> rolesOf(std::string_view words, std::vector<base::Fault>& faults) {
    const auto unknown = [](const std::string& word) { return say("account.unknown_role", {word}); };
    return namedAll<Role>(words, domain::role, unknown, faults);
}

/// Throws Error(data) for roles that are none, and then with what else is wrong.
workflow::NewUser wishOf(const Options& options) {
    std::vector<base::Fault> faults;
    workflow::NewUser wish{options.operands().back(), password(options), rolesOf(options.get("--role"), faults)};
    if (!faults.empty())
        for (const base::Fault& fault : workflow::loginFaults(wish.name, wish.password))
            faults.push_back({{}, fault.message});
    throwIfAny(std::move(faults));
    return wish;
}

int add(const Options& options, Console& console) {
    expectOptions(options, {"--role", "--password-file", "--password-fd", "--data"});
    expectOperands(options, 2, 2);
    const workflow::NewUser wish = wishOf(options);
    Accounts accounts(options, console);
    const auto user = withoutPointers([&] { return accounts.users().make(kCommandLine, wish); });
    print(console.out, say("account.made", {user.name, workflow::namesOf(user.roles)}));
    return 0;
}

void show(const domain::User& user, const Options& options, Console& console) {
    if (options.has("--json"))
        console.out << "{\"id\":" << base::quoted(user.id) << ",\"name\":" << base::quoted(user.name)
                    << ",\"roles\":" << jsonNames(user.roles)
                    << ",\"disabled\":" << (user.isDisabled ? "true" : "false") << ",\"made_at\":\""
                    << base::isoInstant(user.madeAt) << "\"}\n";
    else
        print(console.out, say(user.isDisabled ? "account.line_disabled" : "account.line",
                               {user.name, workflow::namesOf(user.roles), base::shortInstant(user.madeAt)}));
}

int list(const Options& options, Console& console) {
    expectOptions(options, {"--json", "--data"});
    expectOperands(options, 1, 1);
    expectData(options, console);
    Accounts accounts(options, console);
    const auto users = accounts.allUsers();
    for (const domain::User& user : users) show(user, options, console);
    if (!options.has("--json")) print(console.out, say("account.count", {std::to_string(users.size())}));
    return 0;
}

int changed(const Options& options, Console& console, const workflow::UserChange& change) {
    expectData(options, console);
    Accounts accounts(options, console);
    const std::string id = accounts.userNamed(options.operands().at(1)).id;
    const auto user = withoutPointers([&] { return accounts.users().change(kCommandLine, id, change); });
    show(user, options, console);
    return 0;
}

int setRoles(const Options& options, Console& console) {
    expectOptions(options, {"--data"});
    expectOperands(options, 3, 3);
    std::vector<base::Fault> faults;
    auto roles = rolesOf(options.operands().back(), faults);
    throwIfAny(std::move(faults));
    return changed(options, console, {std::move(roles), std::nullopt});
}

int setDisabled(const Options& options, Console& console, bool isDisabled) {
    expectOptions(options, {"--data"});
    expectOperands(options, 2, 2);
    return changed(options, console, {std::nullopt, isDisabled});
}

int setPassword(const Options& options, Console& console) {
    expectOptions(options, {"--password-file", "--password-fd", "--data"});
    expectOperands(options, 2, 2);
    const std::string secret = password(options);
    expectData(options, console);
    Accounts accounts(options, console);
    const domain::User user = accounts.userNamed(options.operands().back());
    withoutPointers([&] { accounts.users().resetPassword(kCommandLine, user.id, secret); });
    print(console.out, say("account.password_set", {user.name}));
    return 0;
}

int userCommand(const Options& options, Console& console) {
    expectOperands(options, 1, kNoLimit);
    const std::string& action = options.operands().front();
    if (action == "add") return add(options, console);
    if (action == "list") return list(options, console);
    if (action == "roles") return setRoles(options, console);
    if (action == "disable") return setDisabled(options, console, true);
    if (action == "enable") return setDisabled(options, console, false);
    if (action == "password") return setPassword(options, console);
    throw Error(ErrorCode::usage, say("cli.unknown_action", {"user", action}));
}

}  // namespace

Verb userVerb() {
    return {"user",
            say("cli.help_user"),
            {{"--role"}, {"--password-file"}, {"--password-fd"}, {"--data"}, {"--json", Takes::nothing}},
            userCommand};
}

}  // namespace cli
