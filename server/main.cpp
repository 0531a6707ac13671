#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "server/cli/run.h"
#include "server/cli/verb.h"

int main(int count, char** words) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe becomes a failed write, which is reported
    cli::Console console{std::cout, std::cerr,
                         [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); },
                         [](const char* name) {
                             const char* value = std::getenv(name);
                             return value == nullptr ? std::nullopt : std::optional<std::string>(value);
                         }};
    return cli::run({words + 1, words + count}, console);
}
