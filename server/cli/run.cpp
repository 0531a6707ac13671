#include "server/cli/run.h"

#include <algorithm>
#include <exception>
#include <new>
#include <ostream>

#include "base/error.h"
#include "server/cli/verb.h"

namespace cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr int kInternal = 70;

std::vector<Verb> verbs() {
    return {serveVerb(),  demoVerb(),    meetingVerb(), generateVerb(), templateVerb(), signVerb(),
            verifyVerb(), archiveVerb(), reportVerb(),  backupVerb(),   userVerb(),     tokenVerb()};
}

bool comesLater(const std::string& verb) {
    const std::vector<std::string> names = {"extend"};
    return std::find(names.begin(), names.end(), verb) != names.end();
}

bool asksForHelp(const std::vector<std::string>& words) {
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::any_of(words.begin(), end, [](const std::string& word) { return word == "--help" || word == "-h"; });
}

/// Throws Error(cannotWrite) when what was printed did not get out.
int flushed(int code, Console& console) {
    console.out.flush();
    if (!console.out) throw Error(ErrorCode::cannotWrite, say("cli.stdout_failed"));
    return code;
}

int runVerb(const Verb& verb, const std::vector<std::string>& words, Console& console) {
    if (asksForHelp(words)) {
        print(console.out, verb.help);
        return 0;
    }
    return verb.run(Options(words, verb.options), console);
}

int dispatch(const std::vector<std::string>& words, Console& console) {
    if (words.empty()) {
        print(console.err, say("cli.help"));
        return 64;
    }
    const std::string& first = words.front();
    if (first == "--version") {
        print(console.out, say("cli.version", {AKCES_VERSION}));
        return 0;
    }
    if (first == "--help" || first == "-h" || first == "help") {
        print(console.out, say("cli.help"));
        return 0;
    }
    if (comesLater(first)) throw notYet(first);
    for (const Verb& verb : verbs())
        if (verb.name == first) return runVerb(verb, {words.begin() + 1, words.end()}, console);
    throw Error(ErrorCode::usage, say("cli.unknown_verb", {first}));
}

/// Faults say it all where there are any: one line each.
void explain(const Error& error, std::ostream& err) {
    for (const base::Fault& fault : error.faults()) err << base::text(fault) << '\n';
    if (!error.faults().empty()) return;
    err << base::text(error.message());
    if (error.code() == ErrorCode::internal)
        for (const auto& [name, value] : error.context()) err << ' ' << name << '=' << value;
    err << '\n';
}

}  // namespace

int exitCode(const Error& error) {
    switch (error.code()) {
        case ErrorCode::usage:
            return 64;
        case ErrorCode::unreadable:
            return 4;
        case ErrorCode::data:
        case ErrorCode::notFound:
        case ErrorCode::conflict:
            return 65;
        case ErrorCode::refused:
            return 66;
        case ErrorCode::unavailable:
            return 69;
        case ErrorCode::internal:
            return kInternal;
        case ErrorCode::cannotWrite:
            return 73;
        case ErrorCode::busy:
        case ErrorCode::tooMany:
            return 75;
        case ErrorCode::secret:
        case ErrorCode::forbidden:
            return 77;
    }
    return kInternal;
}

void print(std::ostream& out, const base::Message& message) { out << base::text(message) << '\n'; }

int run(const std::vector<std::string>& words, Console& console) noexcept try {
    try {
        return flushed(dispatch(words, console), console);
    } catch (const Error& error) {
        explain(error, console.err);
        return exitCode(error);
    } catch (const std::bad_alloc&) {
        print(console.err, say("cli.out_of_memory"));
    } catch (const std::exception& error) {
        print(console.err, say("cli.internal", {error.what()}));
    }
    return kInternal;
} catch (...) {
    return kInternal;
}

}  // namespace cli
