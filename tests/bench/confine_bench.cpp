// What the helper process costs: the same files judged here and there. usage: confine_bench FILE.pdf...
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <vector>

#include "base/file.h"
#include "server/confine/helper.h"
#include "server/confine/readers.h"
#include "server/keys/office_key.h"
#include "server/keys/signer.h"
#include "signing/digest.h"
#include "tests/support/temporary_folder.h"

namespace {

constexpr int kTimes = 300;

base::Instant now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

/// Microseconds of the median of many calls.
template <class Call>
double median(const Call& call) {
    std::vector<double> all;
    for (int i = 0; i < kTimes; ++i) {
        const auto began = std::chrono::steady_clock::now();
        call();
        all.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began).count());
    }
    std::nth_element(all.begin(), all.begin() + kTimes / 2, all.end());
    return all[kTimes / 2];
}

void compare(const char* name) {
    const base::Bytes pdf = base::readFile(name, pdfgen::kLargestPdf);
    const signing::TrustAnchors anchors;
    confine::Readers readers;
    readers.inspect(pdf);
    const double here = median([&] { signing::validate(pdf, {anchors, now()}); });
    const double there = median([&] { readers.validate(pdf, {}, now()); });
    const double looked = median([&] { readers.inspect(pdf); });
    std::printf("%s: %zu octets, validate here %.0f us, in the helper %.0f us, inspect there %.0f us\n", name,
                pdf.size(), here, there, looked);
}

void sign() {
    const support::TemporaryFolder folder;
    keys::OfficeKey key({folder / "office.pem", {}, {}, {}, "Bench"}, now());
    const base::Bytes digest = signing::sha256("x");
    std::printf("office key: a signature %.0f us\n", median([&] { key.signedData(digest); }));
}

}  // namespace

int main(int count, char** words) {
    if (count == 2 && std::strcmp(words[1], confine::kHelper) == 0) return confine::runHelper();
    if (count == 2 && std::strcmp(words[1], keys::kSigner) == 0) return keys::runSigner();
    for (int i = 1; i < count; ++i) compare(words[i]);
    sign();
    return 0;
}
