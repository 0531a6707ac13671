// What the helper and the signer process cost, in processor time of all of them: one line of JSON, microseconds a call.
//
// usage: confine_bench SIGNED.pdf UNSIGNED.pdf FIELD     to be run on one core: calls a second are then 10^6 / it
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>

#include "base/file.h"
#include "server/confine/helper.h"
#include "server/confine/readers.h"
#include "server/keys/office_key.h"
#include "server/keys/signer.h"
#include "signing/digest.h"
#include "signing/pades.h"
#include "tests/support/temporary_folder.h"

namespace {

constexpr int kTimes = 1000;

base::Instant now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

double microseconds(int who) {
    rusage used{};
    ::getrusage(who, &used);
    return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e6 +
           static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

/// Of one of the many calls that `work` makes; it ends the processes that it starts.
template <class Work>
double cost(const Work& work) {
    const auto all = [] { return microseconds(RUSAGE_SELF) + microseconds(RUSAGE_CHILDREN); };
    const double before = all();
    work();
    return (all() - before) / kTimes;
}

template <class Call>
void repeat(const Call& call) {
    for (int i = 0; i < kTimes; ++i) call();
}

keys::KeySettings keyIn(const support::TemporaryFolder& folder) { return {folder / "office.pem", {}, {}, {}, "Bench"}; }

double validateHere(const base::Bytes& pdf) {
    const signing::TrustAnchors anchors;
    return cost([&] { repeat([&] { signing::validate(pdf, {anchors, now()}); }); });
}

double validateThere(const base::Bytes& pdf) {
    return cost([&] {
        confine::Readers readers;
        repeat([&] { readers.validate(pdf, {}, now()); });
    });
}

double inspectThere(const base::Bytes& pdf) {
    return cost([&] {
        confine::Readers readers;
        repeat([&] { readers.inspect(pdf); });
    });
}

double sign() {
    const support::TemporaryFolder folder;
    const base::Bytes digest = signing::sha256("x");
    return cost([&] {
        keys::OfficeKey key(keyIn(folder), now());
        repeat([&] { key.signedData(digest); });
    });
}

/// Prepared by the helper, signed by the signer process, put together here.
double seal(const base::Bytes& pdf, const std::string& field) {
    const support::TemporaryFolder folder;
    return cost([&] {
        confine::Readers readers;
        keys::OfficeKey key(keyIn(folder), now());
        repeat([&] {
            signing::Prepared prepared = readers.prepare(pdf, {.field = field, .signerName = "Bench", .at = now()});
            const base::Bytes cms = key.signedData(prepared.digest);
            signing::finish(std::move(prepared), cms);
        });
    });
}

void measure(const char* signedName, const char* unsignedName, const char* field) {
    const base::Bytes pdf = base::readFile(signedName, pdfgen::kLargestPdf);
    const base::Bytes empty = base::readFile(unsignedName, pdfgen::kLargestPdf);
    std::printf("{\"validate_here\": %.1f, \"validate\": %.1f, \"inspect\": %.1f, \"sign\": %.1f, \"seal\": %.1f}\n",
                validateHere(pdf), validateThere(pdf), inspectThere(pdf), sign(), seal(empty, field));
}

}  // namespace

int main(int count, char** words) try {
    if (count == 2 && std::strcmp(words[1], confine::kHelper) == 0) return confine::runHelper();
    if (count == 2 && std::strcmp(words[1], keys::kSigner) == 0) return keys::runSigner();
    if (count != 4) return 64;
    measure(words[1], words[2], words[3]);
    return 0;
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 70;
}
