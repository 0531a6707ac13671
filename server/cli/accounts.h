#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/cli/data.h"
#include "server/domain/account.h"
#include "server/workflow/tokens.h"
#include "server/workflow/users.h"

/// What the verbs user and token share.
namespace cli {

/// The use cases of accounts over a data folder that is locked for us. Whoever comes this way stands in the audit
/// trail as the system.
class Accounts {
public:
    /// Throws as Data does, Error(busy) with a sentence that tells the way while the service runs.
    Accounts(const Options& options, const Console& console);

    workflow::Users& users() { return users_; }
    workflow::Tokens& tokens() { return tokens_; }
    /// Every user, by id.
    std::vector<domain::User> allUsers();
    std::vector<domain::ApiToken> allTokensOf(const std::string& owner);
    /// Throws Error(notFound).
    domain::User userNamed(std::string_view name);

private:
    Data data_;
    workflow::Audit audit_;
    workflow::Passwords passwords_{};
    workflow::AccountParts parts_;
    workflow::Users users_{parts_};
    workflow::Tokens tokens_{parts_};
};

/// Who acts on the command line.
extern const domain::Actor kCommandLine;

/// "a,b" → a, b.
std::vector<std::string> listed(std::string_view words);

/// What `named` makes of each word of "a,b"; a fault, `unknown`, for every other one.
template <class Named>
std::vector<Named> namedAll(std::string_view words, std::optional<Named> (*named)(std::string_view),
                            base::Message (*unknown)(const std::string&), std::vector<base::Fault>& faults) {
    std::vector<Named> all;
    for (const std::string& word : listed(words)) {
        if (const auto one = named(word))
            all.push_back(*one);
        else
            faults.push_back({{}, unknown(word)});
    }
    return all;
}

/// Throws Error(data) with all faults when there are any.
void throwIfAny(std::vector<base::Fault> faults);

/// What `work` returns; the faults that it throws lose their JSON pointers, which mean nothing here.
template <class Work>
auto withoutPointers(Work work) {
    try {
        return work();
    } catch (const base::Error& error) {
        std::vector<base::Fault> faults;
        for (const base::Fault& fault : error.faults()) faults.push_back({{}, fault.message});
        throw base::Error(error.code(), error.message(), std::move(faults));
    }
}

/// ["a","b"]
template <class Named>
std::string jsonNames(const std::vector<Named>& all) {
    std::string text = "[";
    for (const Named one : all) ((text += text.size() > 1 ? ",\"" : "\"") += domain::name(one)) += '"';
    return text + ']';
}

}  // namespace cli
