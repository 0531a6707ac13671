#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "server/cli/run.h"
#include "server/cli/verb.h"
#include "server/confine/helper.h"
#include "server/keys/signer.h"

int main(int count, char** words) {
    const std::string_view part = count == 2 ? words[1] : "";
    if (part == confine::kHelper) return confine::runHelper();
    if (part == keys::kSigner) return keys::runSigner();
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe becomes a failed write, which is reported
    cli::Console console{std::cout, std::cerr,
                         [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); },
                         [](const char* name) {
                             const char* value = std::getenv(name);
                             return value == nullptr ? std::nullopt : std::optional<std::string>(value);
                         }};
    return cli::run({words + 1, words + count}, console);
}
