#pragma once

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/file.h"
#include "tests/support/source.h"
#include "tests/support/temporary_folder.h"

/// What other programs say of a PDF: qpdf and poppler.
namespace tools {

inline const std::filesystem::path kFonts = "/usr/share/fonts/truetype/liberation";
inline const std::filesystem::path kHyphenation = "/usr/share/hyphen/hyph_pl_PL.dic";
inline const std::filesystem::path kPdfs = support::source("tests/data/pdf");

inline base::Bytes pdf(std::string_view name) { return base::readFile(kPdfs / name, std::size_t{1} << 20); }

struct Answer {
    int code = -1;
    std::string text{};
};

inline Answer run(const std::string& command) {
    Answer answer;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) return answer;
    std::array<char, 4096> part{};
    while (const std::size_t count = std::fread(part.data(), 1, part.size(), pipe))
        answer.text.append(part.data(), count);
    const int status = ::pclose(pipe);
    answer.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return answer;
}

/// A PDF in a file of its own.
class PdfFile {
public:
    explicit PdfFile(base::ByteView bytes) : path_(folder_.write("file.pdf", bytes)) {}

    /// Empty when `qpdf --check` has nothing to say against it.
    std::string faults() const {
        const Answer answer = run("qpdf --check '" + path_ + "'");
        return answer.code == 0 ? "" : answer.text;
    }
    std::string text(const std::string& options = "") const {
        return run("pdftotext " + options + " '" + path_ + "' -").text;
    }
    std::string info() const { return run("pdfinfo -isodates '" + path_ + "'").text; }
    std::string fonts() const { return run("pdffonts '" + path_ + "'").text; }
    std::string structure() const { return run("pdfinfo -struct '" + path_ + "'").text; }
    /// All objects with their streams opened.
    std::string open() const { return run("qpdf --qdf --object-streams=disable '" + path_ + "' -").text; }

private:
    support::TemporaryFolder folder_{};
    std::string path_;
};

inline std::size_t countOf(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace tools
