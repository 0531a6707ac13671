// Binds and composes one template for many partners in memory, on one thread.
//
// usage: compose_bench TEMPLATE.xml PARTNERS.tsv FIRST.pdf
// PARTNERS.tsv: a line of keys, then a line a partner. Prints one line of JSON: documents, seconds of this thread's
// processor time, documents a second, the largest document in octets. FIRST.pdf gets the first document, to be looked
// at.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <exception>
#include <iostream>
#include <sstream>

#include "base/file.h"
#include "pdfgen/compose.h"
#include "signing/digest.h"
#include "templates/document.h"
#include "templates/template.h"
#include "templates/value.h"

namespace {

constexpr std::size_t kLimit = std::size_t{64} << 20;

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '\t');) found.push_back(cell);
    return found;
}

std::vector<templates::Value> partners(const std::string& file) {
    std::istringstream stream(base::readFile(file, kLimit));
    std::string line;
    std::getline(stream, line);
    const auto keys = cells(line);
    std::vector<templates::Value> found;
    while (std::getline(stream, line)) {
        const auto values = cells(line);
        templates::Value partner;
        for (std::size_t i = 0; i < keys.size() && i < values.size(); ++i) partner.set(keys[i], values[i]);
        found.push_back(std::move(partner));
    }
    return found;
}

double processorSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

base::Bytes one(const templates::Template& source, const templates::Value& partner, pdfgen::Composer& composer) {
    auto document = templates::bind(source, partner);
    const std::string id = *partner.at("docid")->text();
    document.footer = "Identyfikator dokumentu: " + id;
    return composer.compose(document,
                            {signing::sha256(id).substr(0, 16), base::Instant{std::chrono::seconds{1573639200}}});
}

void run(const std::string& templateFile, const std::string& partnersFile, const std::string& firstFile) {
    const auto source = templates::readTemplate(base::readFile(templateFile, kLimit), templateFile);
    const auto data = partners(partnersFile);
    pdfgen::Composer composer;
    base::writeFile(firstFile, one(source, data.at(0), composer));
    std::size_t largest = 0;
    const double start = processorSeconds();
    const auto wall = std::chrono::steady_clock::now();
    for (const auto& partner : data) largest = std::max(largest, one(source, partner, composer).size());
    const double seconds = processorSeconds() - start;
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - wall;
    std::printf("{\"documents\":%zu,\"cpu_seconds\":%.4f,\"wall_seconds\":%.4f,\"per_second\":%.1f,\"largest\":%zu}\n",
                data.size(), seconds, elapsed.count(), static_cast<double>(data.size()) / seconds, largest);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "usage: compose_bench TEMPLATE.xml PARTNERS.tsv FIRST.pdf\n";
        return 64;
    }
    try {
        run(arguments[1], arguments[2], arguments[3]);
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << '\n';
        return 1;
    }
    return 0;
}
